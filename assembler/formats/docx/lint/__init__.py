"""DOCX files read again, as we or a word processor saved them: what is wrong, and what they should not say.

`lint` in `lint.py` is the way in; the other modules are a family of checks each.
"""
