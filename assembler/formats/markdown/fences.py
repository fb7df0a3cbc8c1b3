"""Which fence of colons closes which: found in one pass over the lines, before blocks are read.

A closing fence closes the innermost open div whose fence is not longer than itself and which stands in the same
quotation. Knowing the pairs beforehand keeps the reading of nested and of unclosed divs linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from assembler.document.attributes import NONE, Attributes, match_at

_QUOTE = r"[ \t]*>"
_MARKER = r"[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+"
_NOTE = r"[ \t]*\[\^[^\]]+\]:[ \t]*"
_FENCE = re.compile(rf"(?P<around>(?:{_QUOTE}|{_MARKER}|{_NOTE})*)(?P<blanks>[ \t]*)(?P<colons>:{{3,}})(?P<rest>.*)")
_NOTE_LABEL = re.compile(r"(?P<indent>[ \t]*)\[\^[^\]]+\]:[ \t]*\Z")
_DEEPEST_INDENT = 3
_NOTE_INDENT = 4


class Fences(Struct, frozen=True):
    """`closing` maps the line of an opening fence to that of its closing one; lines count from 0.

    `not_shorter` are opening fences inside a div whose own fence is not longer.
    """

    closing: dict[int, int]
    not_shorter: tuple[int, ...]


class Opening(Struct, frozen=True):
    """What an opening fence says after its colons; `name` is empty when it gives no class."""

    name: str
    attributes: Attributes


class _Open(Struct, frozen=True):
    line: int
    length: int
    quotes: int
    least: int
    """The first column at which its closing fence can stand."""
    most: int
    """The last one; further in it would be code."""


def opening(rest: str) -> Opening | None:
    """What stands after the colons of a fence: one bare word or attributes; None when it opens nothing."""
    text = rest.strip(" \t")
    if text.startswith("{") and (found := match_at(text)):
        attributes, end = found
        if end < len(text):
            return None
        classes = attributes.classes
        return Opening(classes[0] if classes else "", Attributes(attributes.ids, classes[1:], attributes.pairs))
    return Opening(text, NONE) if text and not re.search(r"[\s{}]", text) else None


def pair_fences(lines: Sequence[str]) -> Fences:
    """The pairs of fences in the lines of a section."""
    stack: list[_Open] = []
    closing: dict[int, int] = {}
    not_shorter: list[int] = []
    for number, line in enumerate(lines):
        fence = _FENCE.match(line) if ":::" in line else None
        if fence is None:
            continue
        if opening(fence["rest"]) is not None:
            opened = _opened(number, fence)
            if stack and stack[-1].quotes == opened.quotes and stack[-1].length <= opened.length:
                not_shorter.append(number)
            stack.append(opened)
        elif not fence["rest"].strip(" \t"):
            _close(stack, number, fence, closing)
    return Fences(closing, tuple(not_shorter))


def _opened(number: int, fence: re.Match[str]) -> _Open:
    around = fence["around"]
    column = _width(around + fence["blanks"])
    if label := _NOTE_LABEL.search(around):
        least = _width(around[: label.end("indent")]) + _NOTE_INDENT
    elif around and not around.endswith(">"):
        least = column
    else:
        least = max(0, column - _DEEPEST_INDENT)
    return _Open(number, len(fence["colons"]), around.count(">"), least, column + _DEEPEST_INDENT)


def _close(stack: list[_Open], number: int, fence: re.Match[str], closing: dict[int, int]) -> None:
    column, quotes = _width(fence["around"] + fence["blanks"]), fence["around"].count(">")
    while stack and (stack[-1].quotes > quotes or (stack[-1].quotes == quotes and stack[-1].least > column)):
        stack.pop()
    for depth in reversed(range(len(stack))):
        div = stack[depth]
        if div.quotes == quotes and div.length <= len(fence["colons"]) and column <= div.most:
            closing[div.line] = number
            del stack[depth:]
            return


def _width(text: str) -> int:
    return len(text.expandtabs(4))
