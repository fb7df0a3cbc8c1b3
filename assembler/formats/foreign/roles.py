"""What the names of styles say: word processors keep the English names of their own, whatever they show."""

from __future__ import annotations

import re

NAMES = {
    "title": ("title",),
    "subtitle": ("subtitle",),
    "cover": ("cover", "cover group", "stamp"),
    "quote": ("quote", "intense quote", "block text", "quotations", "block quotation", "block quote"),
    "caption": ("caption", "table", "illustration", "figure caption", "table caption", "image caption"),
}
"""Styles of Word, LibreOffice and pandoc, and of our own editions; in lower case."""
DIVISIONS = ("recommendation", "example", "summary", "annex")
"""Blocks of the dialect, which our editions have styles for."""
LABEL, QUOTE = "label", "quote"

ROLES = {
    **{name: what for what, names in NAMES.items() for name in names},
    **{name: name for name in DIVISIONS},
    **{f"{name} {inner}": f"{name} {inner}" for name in DIVISIONS for inner in (LABEL, QUOTE)},
}

ENTRY = re.compile(r"(toc \d|contents \d+|table of figures|toc heading|contents heading|index \d)$", re.IGNORECASE)
"""Names of the styles of tables of contents."""


def role(style: str) -> str:
    """What a paragraph of a style is, beside its words; empty for a mere paragraph.

    In a block of the dialect it says what the paragraph is there: `recommendation label`, `example quote`.
    """
    return ROLES.get(style.casefold(), "")
