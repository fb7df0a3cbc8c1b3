"""Lists that each edition makes for itself, where an author has placed an empty div with their name."""
