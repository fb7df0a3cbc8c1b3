"""Multilingual documents assembled by paragraph ID: sections in, catalogs kept, styled editions out."""

__version__ = "0.1.0"
