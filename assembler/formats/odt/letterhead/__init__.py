"""A letterhead in ODT: read, and laid under an edition.

`read` takes from the file what an edition may bear and nothing else. `styles` and `pages` bring it into the styles part
that the writer has made from the style sheet, which serves wherever the letterhead is silent.
"""
