"""HTML from values: text is escaped wherever it comes in, and only what was made here is a tag."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

VOID = frozenset({"input", "meta", "br"})

Value = str | int | bool | None


class Html(str):
    """A piece of a page that is markup already."""

    __slots__ = ()


def element(name: str, /, *content: str, **attributes: Value) -> Html:
    """A tag with its content: text, which is escaped, or pieces of `Html`.

    Attributes are named as in Python (`class_`, `data_state`); True gives one without a value, False and None none.
    """
    start = "".join((f"<{name}", *(_attribute(key, value) for key, value in attributes.items()), ">"))
    return Html(start) if name in VOID else Html(f"{start}{joined(content)}</{name}>")


def joined(content: Iterable[str]) -> Html:
    """Pieces one behind the other."""
    return Html("".join(piece if isinstance(piece, Html) else escape(piece, quote=False) for piece in content))


def _attribute(key: str, value: Value) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
