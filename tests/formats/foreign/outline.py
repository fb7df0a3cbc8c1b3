"""Nodes as lines that a person can read, for tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from assembler.formats.foreign.pieces import text_of
from assembler.jobs.documents import Taken, Way, take


def taken(data: bytes, language: str = "en", name: str = "a.docx", way: Way | None = None) -> Taken:
    return take(data, name, language, way or Way(whole=True))


def outline(found: Taken) -> list[str]:
    """All chapters, one line a paragraph."""
    return [line for chapter in found.chapters for line in _lines(chapter.blocks)]


def read(data: bytes, language: str = "en", name: str = "a.docx", way: Way | None = None) -> list[str]:
    return outline(taken(data, language, name, way))


def codes(found: Taken) -> list[str]:
    return [finding.code for finding in found.findings]


def _lines(nodes: Sequence[Any], before: str = "") -> Iterator[str]:
    for node in nodes:
        yield from _line(node, before)


def _line(node: Any, before: str) -> Iterator[str]:
    match node:
        case {"t": "Para" | "Plain", "c": content}:
            yield f"{before}{shown(content)}"
        case {"t": "Header", "c": [level, _, content]}:
            yield f"{before}{'#' * level} {shown(content)}"
        case {"t": "BulletList", "c": items}:
            for item in items:
                yield from _lines(item, f"{before}• ")
        case {"t": "OrderedList", "c": [[start, style, delimiter], items]}:
            mark = {"Period": "{}.", "OneParen": "{})", "TwoParens": "({})"}[delimiter["t"]]
            kind = "" if style["t"] == "Decimal" else style["t"]
            for number, item in enumerate(items, start):
                yield from _lines(item, f"{before}{kind}{mark.format(number)} ")
        case {"t": "BlockQuote", "c": inner}:
            yield from _lines(inner, f"{before}> ")
        case {"t": "Div", "c": [[_, classes, _], inner]}:
            yield from _lines(inner, f"{before}{' '.join(classes)}: ")
        case {"t": "Table", "c": [_, _, _, head, bodies, _]}:
            for row in head[1]:
                yield f"{before}| {_row(row)}  (header)"
            for row in bodies[0][3]:
                yield f"{before}| {_row(row)}"


def _row(row: Any) -> str:
    cells = []
    for _, _, down, across, blocks in row[1]:
        spans = f" {across}×{down}" if across > 1 or down > 1 else ""
        cells.append(" / ".join(_lines(blocks)) + spans)
    return " | ".join(cells)


def shown(content: Sequence[Any]) -> str:
    """Inlines with signs for their marks."""
    return "".join(map(_inline, content))


def _inline(node: Any) -> str:
    match node:
        case {"t": "Str", "c": text}:
            return str(text)
        case {"t": "LineBreak"}:
            return "⏎"
        case {"t": "Strong", "c": inner}:
            return f"**{shown(inner)}**"
        case {"t": "Emph", "c": inner}:
            return f"*{shown(inner)}*"
        case {"t": "Note", "c": blocks}:
            return f"[note: {' / '.join(_lines(blocks))}]"
        case {"t": "Link", "c": [_, inner, [target, _]]}:
            return f"[{shown(inner)}]({target})"
        case {"t": "Image", "c": [_, words, [target, _]]}:
            return f"![{shown(words)}]({target})"
        case {"t": "Span", "c": [[id, _, pairs], inner]}:
            return f"[{shown(inner)}]{{{id}{' '.join('='.join(pair) for pair in pairs)}}}"
        case {"t": "Math", "c": [_, text]}:
            return f"${text}$"
        case _:
            return f"<{node['t']} {text_of([node])}>"
