"""IDs are put into the author's file by insertions; no byte that stands there changes.

The reader says where an ID is missing; each such gap is filled by an insertion that both parsers of the dialect read
rightly: an attribute line, a name in the braces that are there, a span around a cell. Two things keep pandoc content:
an attribute line before an indented block takes over its indentation, since pandoc gives up where an indented line
follows one; and a list beside the label of its note moves to the next line, since the parsers disagree on its columns.

What comes out is read again, and only what gives the same tree but for the new IDs is kept; the rest is reported.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import assert_never

from msgspec import Struct

from assembler.document import inline
from assembler.document.model import Span
from assembler.findings import Finding, Kind, Place, Severity
from assembler.formats.markdown.gaps import Form, Gap
from assembler.formats.markdown.lines import split_lines
from assembler.formats.markdown.read import Reading, read_again

ID_NOT_INSERTED = Kind(
    "id-not-inserted",
    Severity.WARNING,
    "No ID could be put in here without changing what the text means.",
    "Put blank lines around the block, or write its attribute line by hand.",
)
CELL_NOT_NAMED = Kind(
    "cell-not-named",
    Severity.WARNING,
    "This cell cannot be put into brackets to name its row or column.",
    "Write brackets and backquotes that are meant as text as \\[, \\] and \\`, then run `assembler ids` again.",
)

_LABEL_BESIDE_LIST = re.compile(r".*?\[\^[^\]]+\]:(?=[>\s]*[-+*\d])")
_NOTE_LABEL = re.compile(r"\[\^[^\]]+\]:[ \t]*")
_TIGHT_QUOTE = re.compile(r">(?![> \t])")
_MARKER = re.compile(r"[^>\s]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_BOM = "\ufeff"


class Identified(Struct, frozen=True):
    """The text with its new IDs, and a finding for each place that could not get one."""

    text: str
    findings: tuple[Finding, ...] = ()


class _Named(Struct, frozen=True):
    """A gap and the name that fills it."""

    gap: Gap
    name: str


class _Insertion(Struct, frozen=True):
    """`text` that goes before the character at `column` of a line, counted from 0."""

    column: int
    text: str


def identify(text: str, reading: Reading, mint: Callable[[], str]) -> Identified:
    """Give an ID to everything in `text` that has none.

    `reading` is what was read from `text`; `mint` makes an ID that is new in the whole submission.
    """
    lines = split_lines(text)
    possible = [gap for gap in reading.gaps if gap.form is not Form.CELL or _can_be_named(_cell(lines, gap))]
    kept = _keep(lines, reading, [_Named(gap, gap.name or mint()) for gap in possible])
    filled = {each.gap for each in kept}
    left_out = (_finding(reading, gap) for gap in reading.gaps if gap not in filled)
    return Identified(_inserted(lines, kept), tuple(left_out))


def _finding(reading: Reading, gap: Gap) -> Finding:
    section = reading.section
    kind = CELL_NOT_NAMED if gap.form is Form.CELL else ID_NOT_INSERTED
    return kind.at(Place(section.path, gap.line, section.id, None, section.language))


# --- what an insertion leaves as it is ---------------------------------------------------------------------------


def _keep(lines: Sequence[str], reading: Reading, named: list[_Named]) -> list[_Named]:
    """Those that leave the tree as it is: all of them, or what halving leaves of them."""
    if not named or _is_harmless(lines, reading, named):
        return named
    if len(named) == 1:
        return []
    half = len(named) // 2
    kept = _keep(lines, reading, named[:half]) + _keep(lines, reading, named[half:])
    return kept if _is_harmless(lines, reading, kept) else []


def _is_harmless(lines: Sequence[str], reading: Reading, named: Iterable[_Named]) -> bool:
    return is_same_but_for_new_ids(reading.section, read_again(_inserted(lines, named), reading).section)


def is_same_but_for_new_ids(old: object, new: object) -> bool:
    """Whether two trees are the same but for lines, and for IDs where the old one has none."""
    if isinstance(old, tuple) and isinstance(new, tuple):
        return len(old) == len(new) and all(map(is_same_but_for_new_ids, old, new))
    if isinstance(old, Struct):
        return type(old) is type(new) and all(
            _is_same_field(name, getattr(old, name), getattr(new, name)) for name in old.__struct_fields__
        )
    return old == new


def _is_same_field(name: str, old: object, new: object) -> bool:
    return name == "line" or (name == "id" and old is None) or is_same_but_for_new_ids(old, new)


def _cell(lines: Sequence[str], gap: Gap) -> str:
    """The words of a cell, as the reader takes them from its line."""
    line, shift = _line(lines, gap)
    return line[gap.column + shift : gap.end + shift].replace("\\|", "|")


def _can_be_named(words: str) -> bool:
    """Whether brackets around a cell's words leave them as they are."""
    return inline.parse(f"[{words}]{{#r}}") == (Span(inline.parse(words), "r"),)


# --- insertions ----------------------------------------------------------------------------------------------------


def _inserted(lines: Sequence[str], named: Iterable[_Named]) -> str:
    by_line: dict[int, list[_Insertion]] = defaultdict(list)
    for each in named:
        by_line[each.gap.line - 1] += _insertions(each, lines)
    return "".join(_with(line, by_line.get(number, ())) for number, line in enumerate(lines))


def _with(line: str, insertions: Iterable[_Insertion]) -> str:
    """The line with all insertions; of two at one column the one that was found first comes first."""
    parts: list[str] = []
    position = 0
    for each in sorted(insertions, key=lambda each: each.column):
        parts += [line[position : each.column], each.text]
        position = each.column
    return "".join((*parts, line[position:]))


def _insertions(named: _Named, lines: Sequence[str]) -> Iterator[_Insertion]:
    """What is inserted into the gap's line."""
    gap, name = named.gap, named.name
    line, shift = _line(lines, gap)
    column = gap.column + shift
    match gap.form:
        case Form.BRACES:
            yield _Insertion(column, f"#{name} ")
        case Form.LINE:
            for each in _line_insertions(gap, name, line[shift:column], ending_near(lines, gap.line - 1)):
                yield _Insertion(each.column + shift, each.text)
        case Form.CELL if gap.end == gap.column:
            yield _Insertion(column, f"[]{{#{name}}}")
        case Form.CELL:
            yield _Insertion(column, "[")
            yield _Insertion(gap.end + shift, f"]{{#{name}}}")
        case _:
            assert_never(gap.form)


def _line_insertions(gap: Gap, name: str, before: str, ending: str) -> Iterator[_Insertion]:
    """An attribute line between `before`, which stands before the block on its line, and the block."""
    if gap.apart:
        yield _Insertion(0, before.rstrip(" \t") + ending)
    if label := _LABEL_BESIDE_LIST.match(before):
        column, moved = _below_label(before, label.end(), gap.margin)
        yield _Insertion(column, ending + moved)
    yield _Insertion(len(before), f"{{#{name}}}" + ending + continued(before, gap.margin))


def ending_near(lines: Sequence[str], number: int) -> str:
    """How the lines around line `number` end."""
    for line in (*lines[max(0, number - 1) : number], lines[number]):
        if found := _LINE_END.search(line):
            return found[0]
    return "\n"


def _line(lines: Sequence[str], gap: Gap) -> tuple[str, int]:
    """The gap's line, and by how much a byte order mark shifts its columns."""
    line = lines[gap.line - 1]
    return line, len(_BOM) if gap.line == 1 and line.startswith(_BOM) else 0


def continued(before: str, margin: int) -> str:
    """What stands before the second line of a block of which `before` stands before the first.

    Behind the signs of quotations comes one blank, then the container's `margin`.
    """
    around, sign, _ = _blanked(before).rpartition(">")
    return around + (f"{sign} " if sign else "") + " " * margin


def _below_label(before: str, end: int, margin: int) -> tuple[int, str]:
    """Where the markers behind a note's label, which ends at `end`, move to the next line, and the blanks they need.

    Blanks that stand before the markers move with them.
    """
    markers = before[end:].lstrip(" \t")
    label = before[: len(before) - len(markers)]
    moved = _blanked(label) if ">" in markers else continued(label, margin - len(_blanked(markers)))
    kept = min(_blanks_at_end(label), _blanks_at_end(moved))
    return len(label) - kept, moved[: len(moved) - kept]


def _blanks_at_end(text: str) -> int:
    return len(text) - len(text.rstrip(" "))


def _blanked(before: str) -> str:
    """`before` with blanks for its markers and labels; signs of quotations stay, each with a blank behind it."""
    return _MARKER.sub(" ", _NOTE_LABEL.sub("    ", _TIGHT_QUOTE.sub("> ", before)))
