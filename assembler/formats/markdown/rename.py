"""An ID is renamed in the text of a section: where it is given, and where notes and references name it.

A cell's ID consists of the names of its table, row and column: with a table all its cells get new IDs, and renaming
a cell renames its row or column. Only the characters of the name change. Where words stand is known from the block
parser, so that code, remarks and what is not of the dialect stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.token import Token
from msgspec import Struct

from assembler.document.model import HEADER_ROW
from assembler.formats.markdown.lines import normalized, split_lines
from assembler.formats.markdown.pictures import picture_alone
from assembler.formats.markdown.rules import tokens
from assembler.formats.markdown.tables import SourceRow, SourceTable

_GIVEN = re.compile(r"\"[^\"]*\"|(?<=[{\s])\#(?P<id>[^\s{}]+)")
_HIDDEN = r"\\.|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|`+|<!--.*?-->"
_LINK = r"""\]\(\s*<?\#(?P<target>[^\s()<>]+)>?(?:\s+"[^"]*")?\s*\)(?P<attributes>(?:\{[^{}]*\})*)"""
_MENTION = re.compile(rf"{_HIDDEN}|\[\^(?P<mark>[^\s\[\]]+)\]|{_LINK}", re.DOTALL)
_TO = re.compile(r"(?<=[{\s])to=\"?(?P<id>[^\s\"{}]+)")
_NAME = re.compile(r"\]\{[^{}]*?(?<=[{\s])\#(?P<id>[^\s{}]+)[^{}]*\}\Z")
_BOM = "\ufeff"


class _Edit(Struct, frozen=True, order=True):
    """The characters from `start` to `end` of the text become `new`."""

    start: int
    end: int
    new: str


def rename(text: str, old: str, new: str) -> str:
    """`text` with the ID `old` renamed wherever it names something or is referred to.

    The ID of a cell may differ from the new one in row and column; the table must be the same.
    """
    parts: list[str] = []
    position = 0
    for edit in sorted(_Renaming(text, old, new).edits()):
        parts += [text[position : edit.start], edit.new]
        position = edit.end
    return "".join((*parts, text[position:]))


class _Renaming:
    """One renaming in one text."""

    def __init__(self, text: str, old: str, new: str) -> None:
        self._text = text
        self._old = old
        self._new = new
        self._old_cell = old.split(".")
        self._new_cell = new.split(".")
        self._starts = line_starts(text)

    def edits(self) -> Iterator[_Edit]:
        first = 0
        table = ""
        for token in tokens(normalized(self._text))[0]:
            line, end = token.map or (0, 0)
            match token.type:
                case "attributes":
                    yield from self._given(line)
                    table = table or token.meta["attributes"].id or ""
                    continue
                case "division_open":
                    yield from self._given(line)
                case "note_open":
                    yield from self._label(token, line)
                case "paragraph_open" | "heading_open":
                    first = self._starts[line] + token.meta["column"]
                case "inline":
                    yield from self._mentions(first, self._starts[end])
                    yield from self._picture(token, first, self._starts[end])
                case "table":
                    yield from self._table(token.meta["table"], table)
            table = ""

    def _given(self, line: int) -> Iterator[_Edit]:
        yield from self._named(_GIVEN, self._starts[line], self._starts[line + 1])

    def _picture(self, token: Token, start: int, end: int) -> Iterator[_Edit]:
        """The ID in the braces behind a picture that is a paragraph of its own."""
        picture = picture_alone(token.content)
        if picture is not None and picture.attributes.id == self._old:
            yield from self._named(_GIVEN, self._text.rindex("{", start, end), end)

    def _label(self, token: Token, line: int) -> Iterator[_Edit]:
        if token.content == self._old:
            start = self._text.index(f"[^{self._old}]:", self._starts[line]) + len("[^")
            yield _Edit(start, start + len(self._old), self._new)

    def _mentions(self, start: int, end: int) -> Iterator[_Edit]:
        """Marks of notes and references in words that stand between `start` and `end`."""
        for found in _MENTION.finditer(self._text, start, end):
            for group in ("mark", "target"):
                yield from self._edit(found, group)
            if found["attributes"]:
                yield from self._named(_TO, *found.span("attributes"))

    def _named(self, pattern: re.Pattern[str], start: int, end: int) -> Iterator[_Edit]:
        for found in pattern.finditer(self._text, start, end):
            yield from self._edit(found, "id")

    def _edit(self, found: re.Match[str], group: str) -> Iterator[_Edit]:
        new = self._renamed(found[group]) if found[group] else found[group]
        if new != found[group]:
            yield _Edit(*found.span(group), new)

    def _renamed(self, id: str) -> str:
        """The new form of an ID: itself, where the renaming does not touch it."""
        if id == self._old:
            return self._new
        table, dot, rest = id.partition(".")
        if dot and table == self._old:
            return f"{self._new}.{rest}"
        parts = id.split(".")
        if len(parts) == len(self._old_cell) == len(self._new_cell) == 3 and table == self._old_cell[0]:
            return ".".join((table, self._part(1, parts[1]), self._part(2, parts[2])))
        return id

    def _part(self, position: int, name: str) -> str:
        """The new name of a row (1) or column (2) of the table that is meant."""
        return self._new_cell[position] if name == self._old_cell[position] else name

    # --- tables -----------------------------------------------------------------------------------------------

    def _table(self, source: SourceTable, id: str) -> Iterator[_Edit]:
        for row in source.rows:
            for cell in row.cells:
                start = self._starts[row.line]
                yield from self._mentions(start + cell.start, start + cell.end)
        if id == self._old_cell[0] and len(self._old_cell) == len(self._new_cell) == 3:
            yield from self._names(source)

    def _names(self, source: SourceTable) -> Iterator[_Edit]:
        """The spans that name the row or the column of the cell."""
        header, *body = source.rows
        for position in range(len(header.cells)):
            yield from self._name(header, position, 2)
        if self._old_cell[1] != HEADER_ROW:
            for row in body:
                yield from self._name(row, 0, 1)

    def _name(self, row: SourceRow, position: int, part: int) -> Iterator[_Edit]:
        start = self._starts[row.line]
        cell = row.cells[position]
        found = _NAME.search(self._text, start + cell.start, start + cell.end)
        if found and found["id"] == self._old_cell[part]:
            yield _Edit(*found.span("id"), self._new_cell[part])


def line_starts(text: str) -> list[int]:
    """The positions at which lines begin, the first behind a byte order mark, and the end of the text."""
    starts = [0]
    for line in split_lines(text):
        starts.append(starts[-1] + len(line))
    starts[0] = len(_BOM) if text.startswith(_BOM) else 0
    return starts
