"""What can be wrong with a style sheet beyond its grammar, and what its keys are called."""

from __future__ import annotations

import re
from inspect import isclass
from typing import get_args

from msgspec import Struct
from msgspec.structs import asdict, fields

from assembler.findings import Phrase, phrase
from assembler.keypaths import KeyPath
from assembler.style.model import StyleSheet

GAP = re.compile(r"\{.*?\}")
GAPS = ("{title}", "{page}", "{pages}", "{stamp}")
"""What headers and footers can be filled with."""

ZONES = 3

COMPUTED = ("languages", "other-font")
"""What a sheet holds that nobody writes into it."""


def fault(sheet: StyleSheet) -> tuple[Phrase, KeyPath] | None:
    """The first thing wrong, and the key it is about; None when nothing is."""
    return _missing_font(sheet) or _unknown_gap(sheet)


def _missing_font(sheet: StyleSheet) -> tuple[Phrase, KeyPath] | None:
    """What is wrong with the fonts that looks name, and where; None when nothing is."""
    if sheet.text.font is None or sheet.text.size is None:
        return Phrase("the look of plain text must name a font and a size"), ("text",)
    looks = {("text",): sheet.text} | {("roles", name): look for name, look in asdict(sheet.roles).items()}
    for keys, look in looks.items():
        if look.font is not None and look.font not in sheet.fonts:
            missing = phrase("there is no `{font}` in [fonts]", font=look.font)
            return missing, (*(key.replace("_", "-") for key in keys), "font")
    return None


def _unknown_gap(sheet: StyleSheet) -> tuple[Phrase, KeyPath] | None:
    """What is wrong with the patterns of headers and footers, and where; None when nothing is."""
    for name in ("header", "footer", "cover_header", "cover_footer"):
        pattern, keys = getattr(sheet.page, name), ("page", name.replace("_", "-"))
        for gap in GAP.findall(pattern):
            if gap not in GAPS:
                return phrase("there is no gap {gap}; known are {known}", gap=gap, known=", ".join(GAPS)), keys
        if any(line.count("\t") >= ZONES for line in pattern.split("\n")):
            return Phrase("a line has three zones at most"), keys
    return None


def keys_of(message: str) -> tuple[KeyPath, str]:
    """The keys that `… - at $.roles.body.size` is about; and the last of them where it is not known."""
    problem, _, where = message.partition(" - at ")
    keys = tuple(key for key in re.sub(r"\[.*?\]", "", where.strip("`").removeprefix("$")).split(".") if key)
    unknown = re.search(r"unknown field `(.+?)`", problem)
    return ((*keys, unknown[1]), unknown[1]) if unknown else (keys, "")


def known_keys(keys: KeyPath) -> tuple[str, ...]:
    """What can be set in the table at `keys`."""
    table: type[Struct] = StyleSheet
    for key in keys:
        inner = next((_struct(each.type) for each in fields(table) if each.encode_name == key), None)
        if inner is None:
            return ()
        table = inner
    own = tuple(each.encode_name for each in fields(table))
    return own if keys else (*(name for name in own if name not in COMPUTED), "extends", "edition", "language")


def _struct(type: object) -> type[Struct] | None:
    """The struct in a type such as `Rule | None`; None where there is none."""
    return next((each for each in (type, *get_args(type)) if isclass(each) and issubclass(each, Struct)), None)
