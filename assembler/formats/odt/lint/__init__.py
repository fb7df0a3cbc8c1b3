"""ODT files read again, by us or after a word processor: what is wrong in them, and what they say that they should not.

`lint` in `lint.py` is the way in; the other modules are a family of checks each.
"""
