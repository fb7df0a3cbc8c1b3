"""Entries of the contents that are shorter than the indent of their second line.

An entry hangs, and word processors stop a tab at the indent of what hangs: one that ends before it would have its page
number there, and no dots. It is one line, so without the hang it stands where it stood.
"""

from __future__ import annotations

from msgspec.structs import replace

from assembler.style.model import ParagraphLook, StyleSheet
from assembler.style.ruler import ruler

SPARE = 2
"""Millimetres by which letters may be wider than they were measured."""

MOST_LETTERS = 24
"""Longer entries are not measured."""


def unhung(sheet: StyleSheet, level: int, text: str) -> ParagraphLook | None:
    """The look of an entry of a level from 1 that does not reach its indent, without the hang; None for all others."""
    roles = sheet.roles
    look = (roles.contents_1, roles.contents_2, roles.contents_3)[level - 1]
    hang = -(look.first or 0)
    if hang <= 0 or len(text) > MOST_LETTERS or ruler(sheet, look).width(text) > hang + SPARE:
        return None
    return replace(look, left=(look.left or 0) - hang, first=0)
