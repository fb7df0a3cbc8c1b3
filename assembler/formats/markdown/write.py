"""Sections are written: the tree becomes clean text of the dialect, one line a paragraph, a blank line between blocks.

Only sections that come from elsewhere are written; what authors wrote is changed by splices. The words of a leaf are
markup already and are written as they are; where they would begin another block (a list, a quotation, an attribute
line …), their first sign is escaped, and lines behind a hard break are indented so far that they can begin nothing.
IDs stand on lines of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import assert_never

from assembler.document import attributes, inline
from assembler.document.model import (
    Block,
    Cell,
    Div,
    Figure,
    Heading,
    Image,
    Item,
    List,
    Note,
    Paragraph,
    Quote,
    RawBlock,
    Section,
    Spread,
    Table,
    Version,
)
from assembler.formats.markdown.lines import folded
from assembler.formats.markdown.rules import tokens

Lines = list[str]

_SEPARATOR = "<!-- -->"
_SHORTEST_FENCE = 3
_HIGHEST_NUMBER = 999_999_999
_NOTE_INDENT = "    "
_CONTINUATION = "    "
_UNDERLINES = {1: "===", 2: "---"}
_DELIMITERS = {"": "---", "left": ":--", "center": ":-:", "right": "--:"}
_SUSPECT = re.compile(r"^[#>\-+*=_|:{\[<~`0-9]", re.MULTILINE)
_NUMBER = re.compile(r"[0-9]{1,9}(?=[.)])")
_LABEL = re.compile(r"\[[^\[\]]+\](?=:)")
_CLASS = re.compile(r"[\w-]+")


def write(section: Section[str]) -> str:
    """The section as text. Reading it again gives the same section, lines and needed escapes aside."""
    parts = [_blocks(section.blocks), *(_note(note) for note in section.notes)]
    return "\n".join("\n".join(part) + "\n" for part in parts if part)


# --- blocks --------------------------------------------------------------------------------------------------------


def _blocks(blocks: Sequence[Block[str]]) -> Lines:
    """Blocks with blank lines between them; neighbours that would grow together are kept apart by a remark."""
    lines: Lines = []
    before: Block[str] | None = None
    marker = 0
    for block in blocks:
        marker = 1 - marker if isinstance(block, List) and isinstance(before, List) else 0
        written = _block(block, marker)
        if lines and written:
            lines += ["", _SEPARATOR, ""] if _grow_together(before, block) else [""]
        lines += written
        before = block
    return lines


def _grow_together(before: Block[str] | None, block: Block[str]) -> bool:
    """Indented code would belong to the list or the code above it."""
    return isinstance(block, RawBlock) and block.text[:1] in " \t" and isinstance(before, List | RawBlock)


def _block(block: Block[str], marker: int) -> Lines:
    match block:
        case Paragraph():
            return _paragraph(block, block.id)
        case Heading():
            return _carried(block) + _heading(block)
        case List():
            return _carried(block) + _list(block, marker)
        case Quote():
            return _carried(block) + _prefixed(_blocks(block.blocks), "> ", "> ")
        case Div():
            return _division(block)
        case Table():
            return _table(block)
        case Figure():
            return _figure(block)
        case RawBlock():
            return _carried(block) + block.text.split("\n")
        case Version():
            return _blocks(block.blocks)
        case Spread():
            return _blocks([version for row in block.rows for version in row])
        case _:
            assert_never(block)


def _carried(block: Block[str]) -> Lines:
    line = attributes.render(block.id, block.classes, block.pairs)
    return [line] if line else []


def _prefixed(lines: Iterable[str], first: str, others: str) -> Lines:
    """The lines of a container's content with its marker before them; blank lines carry no trailing blanks."""
    marked = [(others if number else first) + line if line else others.rstrip() for number, line in enumerate(lines)]
    return marked or [first.rstrip()]


def _paragraph(paragraph: Paragraph[str], id: str | None) -> Lines:
    if not paragraph.words:
        return []
    line = attributes.render(id, paragraph.classes, paragraph.pairs)
    return ([line] if line else []) + paragraph_lines(paragraph.words)


def _heading(heading: Heading[str]) -> Lines:
    if "\n" in heading.words and heading.level in _UNDERLINES:
        return [*paragraph_lines(heading.words), _UNDERLINES[heading.level]]
    return [("#" * heading.level + " " + heading_markup(heading.words)).rstrip(" ")]


def heading_markup(words: str) -> str:
    """What stands behind the signs of a heading: signs at its end that are words are escaped."""
    words = words.replace("\n", " ")
    without_hashes = words.rstrip("#")
    if without_hashes != words and without_hashes[-1:] in ("", " ", "\t"):
        return words[:-1] + "\\#"
    return words


def _list(block: List[str], marker: int) -> Lines:
    loose = any(len(item.blocks) > 1 for item in block.items)
    lines: Lines = []
    for number, item in enumerate(block.items, block.start):
        if loose and lines:
            lines.append("")
        lines += _item(item, _marker(block, number, marker))
    return lines


def _marker(block: List[str], number: int, other: int) -> str:
    return f"{min(number, _HIGHEST_NUMBER)}{'.)'[other]} " if block.ordered else f"{'-*'[other]} "


def _item(item: Item[str], marker: str) -> Lines:
    lines = _blocks(item.blocks)
    if item.blocks and isinstance(item.blocks[0], RawBlock) and not _carried(item.blocks[0]):
        lines = [_SEPARATOR, "", *lines]
    return _prefixed(lines, marker, " " * len(marker))


def _division(div: Div[str]) -> Lines:
    fence = ":" * _fence_length(div)
    if div.name and _CLASS.fullmatch(div.name) and (div.classes or div.pairs):
        above = attributes.render(div.id)
        opening = attributes.render(None, (div.name, *div.classes), div.pairs)
    elif div.name:
        above, opening = attributes.render(div.id, div.classes, div.pairs), div.name
    else:
        above, opening = attributes.render(None, div.classes), attributes.render(div.id, (), div.pairs)
    ends_raw = bool(div.blocks) and isinstance(div.blocks[-1], RawBlock)
    closing = ["", fence] if ends_raw else [fence]
    return [*([above] if above else []), f"{fence} {opening}", *_blocks(div.blocks), *closing]


def _fence_length(block: Block[str]) -> int:
    """For a div, longer than every fence inside; for others, the longest inside."""
    match block:
        case Div():
            return 1 + max(map(_fence_length, block.blocks), default=_SHORTEST_FENCE - 1)
        case Quote():
            return max(map(_fence_length, block.blocks), default=_SHORTEST_FENCE - 1)
        case List():
            children = [child for item in block.items for child in item.blocks]
            return max(map(_fence_length, children), default=_SHORTEST_FENCE - 1)
        case _:
            return _SHORTEST_FENCE - 1


def _note(note: Note[str]) -> Lines:
    label = f"[^{note.id}]:"
    if note.blocks and isinstance(note.blocks[0], Paragraph):
        first = _paragraph(note.blocks[0], None)
        rest = _blocks(note.blocks[1:])
        return _prefixed(first + (["", *rest] if rest else []), label + " ", _NOTE_INDENT)
    return [label, *(["", *_prefixed(_blocks(note.blocks), _NOTE_INDENT, _NOTE_INDENT)] if note.blocks else [])]


# --- tables --------------------------------------------------------------------------------------------------------


def _table(table: Table[str]) -> Lines:
    caption = _caption(table.caption)
    names = tuple(column.id for column in table.columns)
    rows = [_row(row.cells, (row.id, *(None for _ in row.cells))) for row in table.rows]
    delimiters = "|" + "|".join(_DELIMITERS[column.align] for column in table.columns) + "|"
    return caption + _carried(table) + [_row(table.head.cells, names), delimiters, *rows]


def _caption(caption: Paragraph[str] | None) -> Lines:
    return [*_paragraph(caption, caption.id), ""] if caption is not None else []


def _figure(figure: Figure[str]) -> Lines:
    return [*_caption(figure.caption), *_carried(figure), picture_markup(figure.words, figure.target, figure.title)]


def picture_markup(words: str, target: str, title: str = "") -> str:
    """A picture with its description, which is markup already."""
    beside = inline.render((Image(target, "", title),)).removeprefix("![")
    return "![" + words.replace("\n", " ") + beside


def _row(cells: Sequence[Cell[str]], names: Sequence[str | None]) -> str:
    return "| " + " | ".join(cell_markup(cell.words, name) for cell, name in zip(cells, names, strict=False)) + " |"


def cell_markup(words: str, name: str | None) -> str:
    """What stands between two pipes; `name` is that of a row or column, which a span around the words gives."""
    text = words.replace("\n", " ").replace("|", "\\|")
    return f"[{text}]{attributes.render(name)}" if name else text


# --- words ---------------------------------------------------------------------------------------------------------


def paragraph_lines(words: str) -> Lines:
    """The lines of a paragraph: each hard break ends one with a backslash, what could begin a block is escaped."""
    lines = words.split("\n")
    if _SUSPECT.search(words) and not _is_paragraph(_broken(lines), words):
        lines = [_guarded(lines[0]), *(_CONTINUATION + line for line in lines[1:])]
    return _broken(lines)


def _broken(lines: Lines) -> Lines:
    return [line + "\\" for line in lines[:-1]] + lines[-1:]


def _is_paragraph(lines: Lines, words: str) -> bool:
    """Whether the lines, standing alone, are read as one paragraph with these words."""
    found = tokens("\n".join(lines))[0]
    return [token.type for token in found] == ["paragraph_open", "inline", "paragraph_close"] and (
        folded(found[1].content) == words
    )


def _guarded(line: str) -> str:
    """The line with a backslash before what could begin another block."""
    if not _SUSPECT.match(line):
        return line
    if found := _NUMBER.match(line) or _LABEL.match(line):
        return line[: found.end()] + "\\" + line[found.end() :]
    return line if line[0].isdigit() else "\\" + line
