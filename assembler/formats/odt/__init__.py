"""ODT: an edition's tree written as strings into a zip, a module for each part of the package.

`write` is the way in. Numbering, notes, references, contents and languages are OpenDocument's own, so that the
document behaves as if it had been typed in a word processor; styles bear LibreOffice's built-in names.
"""
