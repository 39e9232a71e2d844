"""A glioma patient that the project makes itself: demo, test fixture and picture, with the truth known."""
