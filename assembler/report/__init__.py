"""Values made readable: for a terminal as lines of text, for programs as JSON."""
