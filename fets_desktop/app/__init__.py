"""The hall: every use case of the program, single-threaded; the window and the command line call it."""
