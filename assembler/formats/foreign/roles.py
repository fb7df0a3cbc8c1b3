"""What the names of styles say: word processors keep the English names of their own, whatever they show."""

from __future__ import annotations

import re

NAMES = {
    "title": ("title",),
    "subtitle": ("subtitle",),
    "quote": ("quote", "intense quote", "block text", "quotations", "block quotation", "block quote"),
    "caption": ("caption", "table", "illustration", "figure", "table caption", "image caption"),
    "recommendation": ("recommendation",),
    "example": ("example",),
    "summary": ("summary",),
    "annex": ("annex",),
    "label": ("recommendation label", "example label"),
}
ROLES = {name: what for what, names in NAMES.items() for name in names}
"""Of styles of Word, LibreOffice and pandoc, and of our own editions; in lower case."""

ENTRY = re.compile(r"(toc \d|contents \d+|table of figures|toc heading|contents heading|index \d)$", re.IGNORECASE)
"""Names of the styles of tables of contents."""


def role(style: str) -> str:
    """What a paragraph of a style is, beside its words; empty for a mere paragraph."""
    return ROLES.get(style.casefold(), "")
