"""The usual shapes of a section, read line by line: several times faster than by the library's rules, with one result.

Paragraphs, headings, lists, quotations, divs, notes and tables that stand as `write` would set them are nearly all that
authors write. Whatever begins in any other way, is indented by a blank more or goes on where a block should have ended,
is not for this module to judge: the whole section is then left to the rules (`rules`), which alone decide what the
dialect is. That both agree is a law of the tests.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, Union

from msgspec import Struct

from assembler.document.attributes import whole
from assembler.formats.markdown.fences import Fences, opening, pair_fences
from assembler.formats.markdown.tables import SourceTable, aligns_of, is_delimiters, row_of

DEEPEST = 20
"""How deep containers nest here; what is nested deeper is left to the rules."""

_SENTENCE = r"[^\W\d_]|[«“„\"(—–…]"
_BEGINS_PLAINLY = re.compile(_SENTENCE)
_ID = re.compile(r"\{#([a-z][a-z0-9-]*)\}")
_NOTE = re.compile(r"\[\^([^\s\[\]]+)\]:[ ]*(?=[^ ])")
_PLAIN_NOTE = re.compile(rf"\[\^([a-z][a-z0-9-]*)\]: (?={_SENTENCE})")
_HEADING = re.compile(r"(#{1,6}) +([^#]*)")
_MARKER = re.compile(r"(?:[-+*]|(\d{1,9})([.)])) {1,4}(?=[^ ])")
_QUOTE = re.compile(r">(?: |$)")
_TEXT = re.compile(
    r"[^\s#>|+\-*_=~`:{\[<\d\\]|\d(?!\d{0,8}[.)](?: |$))|[-+][^\s\-+=]|\*{1,2}[^\s*_\-]|_[^\s_*\-]|`[^`]|\\."
    r"|\[(?!\^[^\s\[\]]+\]:)[^\[\]]*\](?!:)|<https?://"
)
"""How a line of a paragraph begins that nothing but a paragraph can begin with."""


class Plain(Struct, frozen=True):
    """A paragraph or a note of one line. `first` is the line of its words, `last` the one behind, both from 0."""

    id: str
    content: str
    first: int
    last: int
    is_note: bool


class Mark(Struct, frozen=True):
    """What the library calls a token, as far as the reader looks at it; see `rules` for the types."""

    type: str
    map: tuple[int, int] | None = None
    meta: dict[str, Any] = {}
    content: str = ""
    tag: str = ""
    attrs: Mapping[str, int] = {}


Usual: TypeAlias = Union[Mark, Plain]


class Line(Struct, frozen=True, gc=False):
    """What a line holds inside its container, which begins at `column`; both numbers count from 0."""

    number: int
    column: int
    text: str


class _UnusualError(Exception):
    """This text is for the rules."""


def usual_blocks(text: str) -> tuple[list[Usual], Fences] | None:
    """The blocks of a section whose lines end in line feeds, and its fences; None if only the rules can tell."""
    if "\t" in text or "\0" in text:
        return None
    lines = text.split("\n")
    fences = pair_fences(lines)
    reader = _Reader(fences)
    try:
        reader.blocks([Line(number, 0, line) for number, line in enumerate(lines)], 0, 0)
    except _UnusualError:
        return None
    return reader.found, fences


class _Reader:
    """Reads the lines of one container after the other; `found` grows on the way."""

    def __init__(self, fences: Fences) -> None:
        self.found: list[Usual] = []
        self._closing = fences.closing
        self._named = True

    def blocks(self, lines: Sequence[Line], margin: int, depth: int, *, named: bool = True) -> None:
        """`margin` is the number of blanks with which the container's lines begin, from the innermost quotation on;
        `named` says that its blocks have their IDs on lines of their own, as they have not in notes."""
        if depth > DEEPEST:
            raise _UnusualError
        before, self._named = self._named, self._named and named
        position = 0
        while position < len(lines):
            position = self._block(lines, position, margin, depth) if lines[position].text.strip(" ") else position + 1
        self._named = before

    def _block(self, lines: Sequence[Line], at: int, margin: int, depth: int) -> int:
        """Read one block and return the position behind it."""
        text = lines[at].text
        if text[0] == " ":
            raise _UnusualError
        match text[0]:
            case "{":
                return self._attributes(lines, at)
            case "#":
                return self._heading(lines, at, margin)
            case ":":
                return self._division(lines, at, margin, depth)
            case ">":
                return self._quote(lines, at, depth)
            case "[" if _NOTE.match(text):
                return self._note(lines, at, margin, depth)
        if marker := _MARKER.match(text):
            return self._list(lines, at, marker, margin, depth)
        if "|" in text and at + 1 < len(lines) and is_delimiters(lines[at + 1].text):
            return self._table(lines, at, margin)
        return self._paragraph(lines, at, margin)

    def _attributes(self, lines: Sequence[Line], at: int) -> int:
        line = lines[at]
        named = _ID.fullmatch(line.text) if self._named else None
        if named and at + 1 < len(lines) and (at + 2 == len(lines) or not lines[at + 2].text.strip(" ")):
            below = lines[at + 1]
            if _BEGINS_PLAINLY.match(below.text):
                content = below.text.strip(" ")
                self.found.append(Plain(named[1], content, below.number, below.number + 1, is_note=False))
                return at + 2
        attributes = whole(line.text)
        if attributes is None:
            raise _UnusualError
        meta = {"attributes": attributes, "column": line.column}
        self.found.append(Mark("attributes", (line.number, line.number + 1), meta))
        return at + 1

    def _heading(self, lines: Sequence[Line], at: int, margin: int) -> int:
        line = lines[at]
        heading = _HEADING.fullmatch(line.text)
        if heading is None:
            raise _UnusualError
        meta = {"column": line.column, "margin": margin}
        self.found += (
            Mark("heading_open", (line.number, line.number + 1), meta, tag=f"h{len(heading[1])}"),
            Mark("inline", content=heading[2].strip(" ")),
            Mark("heading_close"),
        )
        return at + 1

    def _table(self, lines: Sequence[Line], at: int, margin: int) -> int:
        aligns, end = aligns_of(lines[at + 1].text), at + 2
        while end < len(lines) and "|" in lines[end].text:
            end += 1
        table = [line for line in lines[at:end] if line is not lines[at + 1]]
        rows = [row_of(line.text, line.number, line.column) for line in table]
        if any(line.text[0] == " " for line in lines[at:end]) or None in rows:
            raise _UnusualError
        source = SourceTable(aligns, tuple(row for row in rows if row))
        if len(source.rows[0].cells) != len(aligns):
            raise _UnusualError
        first = lines[at]
        meta = {"table": source, "column": first.column, "margin": margin}
        self.found.append(Mark("table", (first.number, lines[end - 1].number + 1), meta))
        return end

    def _paragraph(self, lines: Sequence[Line], at: int, margin: int) -> int:
        end = at
        while end < len(lines) and (text := lines[end].text).strip(" "):
            if end > at and _begins_list(text):
                break
            if not _TEXT.match(text):
                raise _UnusualError
            end += 1
        first, last = lines[at].number, lines[end - 1].number + 1
        content = "\n".join(line.text for line in lines[at:end]).strip(" ")
        self.found += (
            Mark("paragraph_open", (first, last), {"column": lines[at].column, "margin": margin}),
            Mark("inline", content=content),
            Mark("paragraph_close"),
        )
        return end

    def _division(self, lines: Sequence[Line], at: int, margin: int, depth: int) -> int:
        first = lines[at]
        found = opening(first.text.lstrip(":")) if first.text.startswith(":::") else None
        closing = self._closing.get(first.number, -1)
        end = at + closing - first.number
        if found is None or closing < 0 or end >= len(lines) or not lines[end].text.startswith(":::"):
            raise _UnusualError
        meta = {"opening": found, "closed": True, "column": first.column, "margin": margin}
        self.found.append(Mark("division_open", (first.number, closing), meta))
        self.blocks(lines[at + 1 : end], margin, depth + 1)
        self.found.append(Mark("division_close"))
        return end + 1

    def _quote(self, lines: Sequence[Line], at: int, depth: int) -> int:
        inside: list[Line] = []
        for line in lines[at:]:
            if not (sign := _QUOTE.match(line.text)):
                break
            inside.append(Line(line.number, line.column + sign.end(), line.text[sign.end() :]))
        if not inside:
            raise _UnusualError
        end = _ended(lines, at + len(inside))
        first = lines[at]
        self.found.append(Mark("blockquote_open", (first.number, inside[-1].number + 1), {"column": first.column}))
        self.blocks(inside, 0, depth + 1, named=False)
        self.found.append(Mark("blockquote_close"))
        return end

    def _note(self, lines: Sequence[Line], at: int, margin: int, depth: int) -> int:
        first = lines[at]
        inside, end = _indented(lines, at, 4)
        if len(inside) == 1 and (plain := _PLAIN_NOTE.match(first.text)):
            content = first.text[plain.end() :].strip(" ")
            self.found.append(Plain(plain[1], content, first.number, first.number + 1, is_note=True))
            return end
        label = _NOTE.match(first.text)
        assert label is not None
        inside[0] = Line(first.number, first.column + label.end(), first.text[label.end() :])
        self.found.append(Mark("note_open", (first.number, inside[-1].number + 1), content=label[1]))
        self.blocks(inside, margin + 4, depth + 1, named=False)
        self.found.append(Mark("note_close"))
        return end

    def _list(self, lines: Sequence[Line], at: int, marker: re.Match[str], margin: int, depth: int) -> int:
        first, opened = lines[at].number, len(self.found)
        kind = "bullet" if marker[1] is None else "ordered"
        sign = marker[2] or marker[0].strip(" ")
        start = {} if marker[1] is None else {"start": int(marker[1])}
        following: re.Match[str] | None = marker
        while following and (following[2] or following[0].strip(" ")) == sign:
            width = following.end()
            inside, end = _indented(lines, at, width)
            begun = lines[at]
            inside[0] = Line(begun.number, begun.column + width, begun.text[width:])
            self.found.append(Mark("list_item_open", (begun.number, inside[-1].number + 1)))
            self.blocks(inside, margin + width, depth + 1)
            self.found.append(Mark("list_item_close"))
            at = end
            following = _MARKER.match(lines[at].text) if at < len(lines) else None
        meta = {"column": lines[0].column, "margin": margin}
        self.found.insert(opened, Mark(f"{kind}_list_open", (first, lines[at - 1].number + 1), meta, attrs=start))
        self.found.append(Mark(f"{kind}_list_close"))
        return at


def _begins_list(text: str) -> bool:
    """Whether a list begins here although no blank line stands above it: with a bullet or with one."""
    marker = _MARKER.match(text)
    return marker is not None and marker[1] in (None, "1")


def _indented(lines: Sequence[Line], at: int, width: int) -> tuple[list[Line], int]:
    """The line at `at` with those below it that are blank or begin with so many blanks, which are taken away; blank
    ones at the end are none of them. And the position of the first line behind them all."""
    inside = [lines[at]]
    filled = 1
    position = at + 1
    while position < len(lines):
        line = lines[position]
        if not line.text.strip(" "):
            inside.append(Line(line.number, line.column, ""))
        elif line.text.startswith(" " * width):
            inside.append(Line(line.number, line.column + width, line.text[width:]))
            filled = len(inside)
        else:
            break
        position += 1
    return inside[:filled], _ended(lines, position)


def _ended(lines: Sequence[Line], at: int) -> int:
    """`at`, where a container has ended; where its last paragraph could go on, only the rules can tell."""
    if at < len(lines) and lines[at - 1].text.strip(" ") and lines[at].text.strip(" "):
        text = lines[at].text
        if not (_MARKER.match(text) or _NOTE.match(text)):
            raise _UnusualError
    return at
