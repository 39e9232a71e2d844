"""Long work, one process a job: started, watched, stopped, and never able to take the window down with it."""
