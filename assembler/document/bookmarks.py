"""The names under which paragraph IDs travel in office documents: bookmarks, which every word processor keeps."""

from __future__ import annotations

LONGEST = 40
"""The greatest length of a bookmark's name in Word, in characters."""

UNIT = "_P_"
"""How the bookmarks of units begin."""

BASE = "_B_"
"""How those begin that say of which source a translation is."""

DIGEST = 6
"""Bytes of a source's digest: two texts of one unit have the same in one case of 280 millions of millions."""


def bookmark(id: str, language: str = "") -> str:
    """The bookmark of a unit: `_P_art07_t1__r1__c2` for `art07-t1.r1.c2`; `language` where units stand in several."""
    if id.startswith(BASE):
        return id
    prefix = f"{UNIT}{language}_" if language else UNIT
    return prefix + id.replace("-", "_").replace(".", "__")


def unit_id(name: str) -> str:
    """The unit that a bookmark of an edition in one language belongs to; empty if it belongs to none."""
    return name.removeprefix(UNIT).replace("__", ".").replace("_", "-") if name.startswith(UNIT) else ""


def place(name: str) -> str:
    """What a place with this bookmark is called where it is read: as its unit is, else as the bookmark. Cells of tables
    keep the bookmark's name, for they are not called by what stands in them."""
    unit = unit_id(name)
    return unit if unit and "." not in unit else name


def base(source: str, position: int) -> str:
    """The bookmark of a source text in row `position`: `_B_3fa9c1d20b7e_12`. It is its own ID, for it is no unit's."""
    return f"{BASE}{digest(source)}_{position}"


def digest(source: str) -> str:
    """What a source text is known by: any change of it gives another."""
    from hashlib import blake2b  # takes long to import, and only tables for translators ask for it

    return blake2b(source.encode(), digest_size=DIGEST).hexdigest()


def base_digest(name: str) -> str:
    """The digest in a bookmark that `base` has named; empty in any other."""
    return name.removeprefix(BASE).partition("_")[0] if name.startswith(BASE) else ""
