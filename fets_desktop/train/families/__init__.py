"""The families of networks that can be trained, each written from its paper."""
