"""Attributes in braces: `{#id .class key=value}`, as they stand on attribute lines, div fences and spans.

The grammar is the part of pandoc's `attributes` extension that needs no guessing: IDs, classes and pairs separated by
blanks, values bare or in double quotes, entities decoded in them, several groups in a row counting as one.
"""

from __future__ import annotations

import re

from msgspec import Struct

_BLANK = r"[ \t\n]"
_ATTRIBUTE = r"""(?:\#[\w:.\-]+|\.[\w\-]+|[\w:\-][\w:.\-]*=(?:"[^"]*"|[^\s<>='"`{}]+))"""
_GROUP = re.compile(rf"\{{{_BLANK}*{_ATTRIBUTE}(?:{_BLANK}+{_ATTRIBUTE})*{_BLANK}*\}}")
_EACH = re.compile(
    r"""\#(?P<id>[\w:.\-]+)|\.(?P<class>[\w\-]+)|(?P<key>[\w:.\-]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"}]+))"""
)
_ID_ALONE = re.compile(r"\{#([\w:.\-]+)\}")
_BARE_VALUE = re.compile(r"[\w:./+\-]+")
_ENTITY = re.compile(r"&(#?\w+;)")


class Attributes(Struct, frozen=True):
    """What braces say. `ids` has more than one only where an author made a mistake."""

    ids: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str | None:
        return self.ids[0] if self.ids else None

    def __add__(self, other: Attributes) -> Attributes:
        """Both together, as when two attribute lines follow each other."""
        return Attributes(self.ids + other.ids, self.classes + other.classes, self.pairs + other.pairs)


NONE = Attributes()


def match_at(text: str, start: int = 0, end: int | None = None) -> tuple[Attributes, int] | None:
    """The attributes that begin at `start` and the position after them; None when there are none."""
    limit = len(text) if end is None else end
    position = start
    found = NONE
    while group := _GROUP.match(text, position, limit):
        found += _read(group.group())
        position = group.end()
    return (found, position) if position > start else None


def whole(text: str) -> Attributes | None:
    """The attributes that `text` consists of, blanks around it aside; None when it is anything else."""
    stripped = text.strip(" \t")
    if alone := _ID_ALONE.fullmatch(stripped):
        return Attributes((alone[1],))
    found = match_at(stripped) if stripped.startswith("{") else None
    return found[0] if found and found[1] == len(stripped) else None


def render(id: str | None = None, classes: tuple[str, ...] = (), pairs: tuple[tuple[str, str], ...] = ()) -> str:
    """`{#id .class key=value}`, or nothing when there is nothing to say."""
    parts = [f"#{id}"] if id else []
    parts += [f".{name}" for name in classes]
    parts += [f"{key}={_value(value)}" for key, value in pairs]
    return "{" + " ".join(parts) + "}" if parts else ""


def _read(group: str) -> Attributes:
    ids: list[str] = []
    classes: list[str] = []
    pairs: list[tuple[str, str]] = []
    for each in _EACH.finditer(group):
        match each.lastgroup:
            case "id":
                ids.append(each["id"])
            case "class":
                classes.append(each["class"])
            case _:
                pairs.append((each["key"], _decoded(each["quoted"] if each["bare"] is None else each["bare"])))
    return Attributes(tuple(ids), tuple(classes), tuple(pairs))


def _decoded(value: str) -> str:
    return _ENTITY.sub(lambda entity: _character(entity[1]) or entity[0], value) if "&" in value else value


def _character(name: str) -> str:
    if number := re.fullmatch(r"#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));", name, re.ASCII):
        code = int(number[1], 16) if number[1] else int(number[2])
        return chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"
    from html.entities import html5  # takes long to import, and entities are few

    return html5.get(name, "")


def _value(value: str) -> str:
    if _BARE_VALUE.fullmatch(value):
        return value
    return '"' + _ENTITY.sub(r"&amp;\1", value).replace('"', "&quot;").replace("\n", "&#10;") + '"'
