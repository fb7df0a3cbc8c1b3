"""What an editor would be ashamed of: rules about words, each a value, all of them in one table (`table`)."""
