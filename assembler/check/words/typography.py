"""What the rules about signs and spaces know of a language: the table `[typography]` of its file."""
