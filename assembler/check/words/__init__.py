"""What families of rules need to know of a language: a typed value each, read from the family's table in its file."""
