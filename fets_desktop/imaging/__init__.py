"""Volumes in and out of files and SimpleITK: the one place where axes and directions are translated."""
