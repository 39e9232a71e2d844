"""The Prepare screen, with the mask's and the registration's own windows."""
