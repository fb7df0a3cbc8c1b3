"""One module for each thing that a user wants: it loads, calls, saves, and returns what happened. Nothing prints."""
