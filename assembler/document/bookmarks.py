"""The names under which paragraph IDs travel in office documents: bookmarks, which every word processor keeps."""

from __future__ import annotations

LONGEST = 40
"""The greatest length of a bookmark's name in Word, in characters."""


def bookmark(id: str, language: str = "") -> str:
    """The bookmark of a unit: `_P_art07_t1__r1__c2` for `art07-t1.r1.c2`; `language` where units stand in several."""
    prefix = f"_P_{language}_" if language else "_P_"
    return prefix + id.replace("-", "_").replace(".", "__")
