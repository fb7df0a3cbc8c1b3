"""The command line: a thin door. It reads options, calls a job, prints what comes back, and sets the exit code."""
