"""The document tree, its walkers, paragraph IDs, one-line inline markup, and units."""
