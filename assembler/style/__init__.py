"""Style sheets: what a paragraph's role in the document looks like, as data, one source for all formats."""
