"""Editions as one page of HTML: self-contained, for the browser and for paper.

`write.write` is the way in. `stylesheet` turns the style sheet into CSS, `blocks`, `tables` and `inlines` turn the tree
into elements, and `data/` holds what is the same in every page: its layout and its little script.
"""
