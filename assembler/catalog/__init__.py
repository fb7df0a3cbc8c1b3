"""Catalogs: the words of every unit in a target language, kept by paragraph ID in gettext files.

`model` says what a catalog is, `po` reads and writes it, `merge` brings it up to date with the sources without losing
a translation, `chain` knows which language is translated from which, `status` says how every unit stands.
"""
