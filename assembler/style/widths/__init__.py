"""How wide words are set: widths of letters, measured from fonts (`python -m tools.widths`), as data."""
