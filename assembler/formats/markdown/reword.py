"""The words of single units are replaced in the author's file; no byte around them changes.

Where the words of a unit stand is known from the block parser: those of a paragraph, also in an item, a note or a
caption, from its first sign to its last; those of a cell between its pipes. Of a paragraph over several lines only the
lines that differ are replaced, by one. What could be taken for something else is escaped.

What comes out is read again, and only what gives the same tree with the new words is kept; the rest is left as it was.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from markdown_it.token import Token
from msgspec import Struct

from assembler.document import inline, walk
from assembler.document.attributes import NONE
from assembler.document.ids import cell_id
from assembler.document.model import HEADER_ROW
from assembler.document.units import fill
from assembler.findings import Kind, Severity
from assembler.formats.markdown.identify import continued, ending_near, is_same_but_for_new_ids
from assembler.formats.markdown.lines import folded, normalized, split_lines
from assembler.formats.markdown.pictures import SourcePicture, picture_alone
from assembler.formats.markdown.read import Reading, read_again
from assembler.formats.markdown.rename import line_starts
from assembler.formats.markdown.rules import tokens
from assembler.formats.markdown.table_reading import named_cell
from assembler.formats.markdown.tables import SourceTable
from assembler.formats.markdown.write import cell_markup, heading_markup, paragraph_lines

NOT_WRITTEN = Kind(
    "text-not-written",
    Severity.WARNING,
    "The catalog has a new text that cannot stand here: “{words}”. The file keeps the one that it has.",
    "A heading or a cell is one line, and brackets come in pairs. Correct the translation, or write it here yourself.",
)

_BLANKS = " \t"
_ABOUT_CELL = r"(?:#[\w-]+|(?:col|row)span=\"?\d+\"?)"
_NAMED = re.compile(rf"\[.*(\]\{{[ \t]*{_ABOUT_CELL}(?:[ \t]+{_ABOUT_CELL})*[ \t]*\}})", re.DOTALL)


class Reworded(Struct, frozen=True):
    """The new text of the file, and what it says now, by ID: those that are missing could not be written."""

    text: str
    words: dict[str, str]


class _Edit(Struct, frozen=True, order=True):
    """The characters from `start` to `end` of the file become `new`."""

    start: int
    end: int
    new: str


class _Rewording(Struct, frozen=True):
    """What is to become of one unit: ways to write it, the better ones first."""

    id: str
    words: str
    ways: tuple[_Edit, ...]


def reword(text: str, reading: Reading, words: Mapping[str, str]) -> Reworded:
    """Replace the words of the units that `words` names; `reading` is what was read from `text`."""
    old = {leaf.id: leaf.words for leaf in walk.leaves(reading.section) if leaf.id in words}
    wanted = {id: trimmed for id, each in words.items() if (trimmed := _trimmed(each)) != old.get(id)}
    found = list(_Search(text, old, wanted).rewordings())
    times = Counter(each.id for each in found)
    trial = _Trial(text, reading, wanted)
    done = trial.result(trial.keep([each for each in found if times[each.id] == 1]))
    return Reworded(
        done.text, {id: done.words.get(id, old[id]) for id in words if id in done.words or id not in wanted}
    )


def _trimmed(words: str) -> str:
    """Without the blanks that no file can show: around the text and around its breaks."""
    return "\n".join(line.strip(_BLANKS) for line in words.strip(_BLANKS + "\n").split("\n"))


# --- which of them leave all else as it is -----------------------------------------------------------------------


class _Trial:
    """Edits are tried out: the file is read with them, and nothing but the words in question may have changed."""

    def __init__(self, text: str, reading: Reading, wanted: Mapping[str, str]) -> None:
        self._text = text
        self._reading = reading
        self._wanted = wanted

    def keep(self, rewordings: Sequence[_Rewording]) -> dict[str, _Edit]:
        """An edit for each unit that can be reworded: all by their first way, or what halving leaves of them."""
        first = {each.id: each.ways[0] for each in rewordings if each.ways}
        if not first or self.result(first).words:
            return first
        if len(rewordings) == 1:
            [only] = rewordings
            return self.keep([_Rewording(only.id, only.words, only.ways[1:])])
        half = len(rewordings) // 2
        kept = self.keep(rewordings[:half]) | self.keep(rewordings[half:])
        return kept if self.result(kept).words else {}

    def result(self, edits: Mapping[str, _Edit]) -> Reworded:
        """The file with these edits and what it says; without them, if anything else would be read differently."""
        if not edits:
            return Reworded(self._text, {})
        text = _edited(self._text, edits.values())
        old = self._reading.section
        new = read_again(text, self._reading).section
        said = {leaf.id: leaf.words for leaf in walk.leaves(new) if leaf.id is not None and leaf.id in edits}
        meant = len(said) == len(edits) and all(map(_says, said.values(), (self._wanted[id] for id in said)))
        if meant and is_same_but_for_new_ids(fill(old, said), new):
            return Reworded(text, said)
        return Reworded(self._text, {})


def _says(words: str, wanted: str) -> bool:
    return words == wanted or inline.parse(words) == inline.parse(wanted)


def _edited(text: str, edits: Iterable[_Edit]) -> str:
    parts: list[str] = []
    position = 0
    for edit in sorted(edits):
        parts += [text[position : edit.start], edit.new]
        position = edit.end
    return "".join((*parts, text[position:]))


# --- where the words stand -----------------------------------------------------------------------------------------


class _Search:
    """Looks for the units in one text."""

    def __init__(self, text: str, old: Mapping[str | None, str], wanted: Mapping[str, str]) -> None:
        self._text = text
        self._old = old
        self._wanted = wanted
        self._lines = split_lines(text)
        self._starts = line_starts(text)

    def rewordings(self) -> Iterator[_Rewording]:
        found = iter(tokens(normalized(self._text))[0])
        carried, label = NONE, ""
        for token in found:
            id = label or carried.id or ""
            match token.type:
                case "attributes":
                    carried += token.meta["attributes"]
                    continue
                case "paragraph_open" | "heading_open":
                    content = next(found)
                    picture = picture_alone(content.content)
                    if picture is not None and not label:
                        yield from self._description(token, content, picture, id or picture.attributes.id or "")
                    elif id in self._wanted and folded(content.content) == self._old.get(id):
                        yield _Rewording(id, self._wanted[id], tuple(self._ways(token, content, self._wanted[id])))
                case "table" if carried.id:
                    yield from self._cells(token.meta["table"], carried.id)
            carried, label = NONE, token.content if token.type == "note_open" else ""

    def _description(self, token: Token, content: Token, picture: SourcePicture, id: str) -> Iterator[_Rewording]:
        """The description of a picture that is a paragraph of its own, between its brackets."""
        if id in self._wanted and folded(picture.words) == self._old.get(id):
            start = self._starts[content.map[0] if content.map else 0] + token.meta["column"] + len("![")
            words = self._wanted[id]
            ways = () if "\n" in words + picture.words else (_Edit(start, start + len(picture.words), words),)
            yield _Rewording(id, words, ways)

    def _ways(self, token: Token, content: Token, words: str) -> Iterator[_Edit]:
        """The ways to write the new words of a paragraph or heading."""
        first, end = content.map or (0, 0)
        start = self._starts[first] + token.meta["column"]
        if token.markup[:1] == "#":
            start = self._text.find(content.content, start + len(token.markup))
            if start >= 0 and "\n" not in words:
                yield _Edit(start, start + len(content.content), heading_markup(words))
            return
        yield from self._lines_that_differ(content, words)
        before = self._text[self._starts[first] : start]
        between = ending_near(self._lines, first) + continued(before, token.meta["margin"])
        yield _Edit(start, self._end(end - 1), between.join(paragraph_lines(words)))

    def _lines_that_differ(self, content: Token, words: str) -> Iterator[_Edit]:
        """The lines between the first and the last that differ become one line."""
        parts = [line.strip(_BLANKS) for line in content.content.split("\n")]
        if len(parts) == 1 or "\n" in words or folded(content.content) != " ".join(parts):
            return
        line = content.map[0] if content.map else 0
        above, below = _in_common(parts, words)
        last = len(parts) - 1 - below
        start, end = self._end(line + above) - len(parts[above]), self._end(line + last)
        left = sum(len(part) + 1 for part in parts[:above])
        right = len(words) - sum(len(part) + 1 for part in parts[last + 1 :])
        yield _Edit(start, end, words[left:right])

    def _end(self, line: int) -> int:
        """The position behind the last sign of a line."""
        start = self._starts[line]
        return start + len(self._text[start : self._starts[line + 1]].rstrip(_BLANKS + "\r\n"))

    def _cells(self, source: SourceTable, table: str) -> Iterator[_Rewording]:
        header = source.rows[0]
        columns = [named_cell(cell.text).name for cell in header.cells]
        for row in source.rows:
            name = HEADER_ROW if row is header else named_cell(row.cells[0].text).name
            for position, (cell, name_of_column) in enumerate(zip(row.cells, columns, strict=False)):
                id = cell_id(table, name, name_of_column)
                if id is None or id not in self._wanted:
                    continue
                words = self._wanted[id]
                named = row is header or position == 0 or bool(named_cell(cell.text).spans)
                start, end = (self._starts[row.line] + column for column in (cell.start, cell.end))
                markup = self._cell(words, start, end) if named else cell_markup(words, None)
                ways = () if "\n" in words else (_Edit(start, end, markup),)
                yield _Rewording(id, words, ways)

    def _cell(self, words: str, start: int, end: int) -> str:
        """The new words in the span that names a row or column, whose braces stay if they say nothing else."""
        if found := _NAMED.fullmatch(self._text, start, end):
            return f"[{cell_markup(words, None)}{found[1]}"
        named = named_cell(self._text[start:end].replace("\\|", "|"))
        return cell_markup(words, named.name, named.spans)


def _in_common(parts: Sequence[str], words: str) -> tuple[int, int]:
    """How many lines at the beginning and at the end the new words leave as they are; one at least is between them."""
    above = 0
    left = 0
    while above < len(parts) - 1 and words.startswith(parts[above] + " ", left):
        left += len(parts[above]) + 1
        above += 1
    below = 0
    right = len(words)
    while below < len(parts) - 1 - above and words.endswith(" " + parts[-1 - below], left, right):
        right -= len(parts[-1 - below]) + 1
        below += 1
    return (above, below) if left < right else (0, 0)
