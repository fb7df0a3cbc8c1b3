"""The source dialect: sections in Markdown, read into the tree, given IDs, and written."""
