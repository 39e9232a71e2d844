"""The hall: every use case of the program, single-threaded, owning the workspace; the window and the command line call it."""
