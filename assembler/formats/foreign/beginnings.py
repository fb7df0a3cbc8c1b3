"""The beginning of a paragraph: signs are taken away from it, however deep in marks they stand."""

from __future__ import annotations

from assembler.formats.foreign.nodes import Node

AROUND = frozenset({"Strong", "Emph", "Underline", "Strikeout", "SmallCaps", "Superscript", "Subscript"})


def without_start(content: list[Node], length: int) -> list[Node]:
    """Inlines without their first `length` characters of text, and without blanks after them. Anchors stay."""
    kept, left = _cut(content, length)
    return kept if left else _stripped(kept)


def _cut(content: list[Node], length: int) -> tuple[list[Node], int]:
    kept: list[Node] = []
    for at, node in enumerate(content):
        if length <= 0:
            return [*kept, *content[at:]], 0
        match node:
            case {"t": "Str", "c": str() as text}:
                kept += [{**node, "c": text[length:]}] if len(text) > length else []
                length -= len(text)
            case {"t": t, "c": list() as inner} if t in AROUND:
                rest, length = _cut(inner, length)
                kept += [{**node, "c": rest}] if rest else []
            case {"t": "Span", "c": [attr, inner]}:
                rest, length = _cut(inner, length)
                kept += [{**node, "c": [attr, rest]}] if rest or attr[0] else []
            case _:
                return [*kept, *content[at:]], 0
    return kept, max(length, 0)


def _stripped(content: list[Node]) -> list[Node]:
    for at, node in enumerate(content):
        match node:
            case {"t": "Str", "c": str() as text}:
                rest = text.lstrip()
                if rest:
                    return [*content[:at], {**node, "c": rest}, *content[at + 1 :]]
            case {"t": "Span", "c": [_, []]}:
                continue
            case _:
                return content if at == 0 else [*_anchors(content[:at]), *content[at:]]
    return content


def _anchors(content: list[Node]) -> list[Node]:
    return [node for node in content if node["t"] == "Span"]


def unmarked(content: list[Node]) -> list[Node]:
    """Without bold, underline and small capitals around all else: a heading's look is no emphasis."""
    plain: list[Node] = []
    for node in content:
        match node:
            case {"t": "Strong" | "Underline" | "SmallCaps", "c": list() as inner}:
                plain += unmarked(inner)
            case _:
                plain.append(node)
    return plain
