"""The names under which paragraph IDs travel in office documents: bookmarks, which every word processor keeps."""

from __future__ import annotations

LONGEST = 40
"""The greatest length of a bookmark's name in Word, in characters."""

UNIT = "_P_"
"""How the bookmarks of units begin."""


def bookmark(id: str, language: str = "") -> str:
    """The bookmark of a unit: `_P_art07_t1__r1__c2` for `art07-t1.r1.c2`; `language` where units stand in several."""
    prefix = f"{UNIT}{language}_" if language else UNIT
    return prefix + id.replace("-", "_").replace(".", "__")


def unit_id(name: str) -> str:
    """The unit that a bookmark of an edition in one language belongs to; empty if it belongs to none."""
    return name.removeprefix(UNIT).replace("__", ".").replace("_", "-") if name.startswith(UNIT) else ""
