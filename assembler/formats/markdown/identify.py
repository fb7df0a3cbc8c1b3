"""IDs are put into the author's file, and renamed in it, by edits to the text; no other byte changes.

The reader says where an ID is missing; each such gap is filled by an insertion. What comes out is read again, and
only what gives the same tree but for the new IDs is kept: an insertion that would change the meaning of the text is
left out and reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import assert_never

from msgspec import Struct

from assembler.findings import Finding, Kind, Place, Severity
from assembler.formats.markdown.gaps import Form, Gap
from assembler.formats.markdown.lines import split_lines
from assembler.formats.markdown.read import Reading, read

NOT_IDENTIFIED = Kind(
    "id-not-inserted",
    Severity.WARNING,
    "No ID could be put in here without changing what the text means.",
    "Put blank lines around the block, or write its attribute line by hand.",
)

_NOTE_LABEL = re.compile(r"\[\^[^\]]+\]:[ \t]*")
_MARKER = re.compile(r"[^>\s]")
_BOM = "\ufeff"


class Identified(Struct, frozen=True):
    """The text with its new IDs, and what could not get one."""

    text: str
    findings: tuple[Finding, ...] = ()


class _Insertion(Struct, frozen=True):
    line: int
    column: int
    text: str


def identify(text: str, reading: Reading, mint: Callable[[], str]) -> Identified:
    """Give an ID to everything in `text` that has none; `reading` is what was read from it, `mint` makes new IDs."""
    named = [(gap, gap.name or mint()) for gap in reading.gaps]
    kept = _keep(text, reading, named)
    new = _inserted(text, kept)
    left_out = [gap for gap, name in named if (gap, name) not in kept]
    return Identified(new, tuple(_finding(reading, gap) for gap in left_out))


def _finding(reading: Reading, gap: Gap) -> Finding:
    section = reading.section
    return NOT_IDENTIFIED.at(Place(section.path, gap.line, section.id, None, section.language))


def _keep(text: str, reading: Reading, named: list[tuple[Gap, str]]) -> list[tuple[Gap, str]]:
    """Those insertions that leave the tree as it is: all of them, or what halving leaves of them."""
    if not named or _is_same(reading, _inserted(text, named)):
        return named
    if len(named) == 1:
        return []
    half = len(named) // 2
    kept = _keep(text, reading, named[:half]) + _keep(text, reading, named[half:])
    return kept if _is_same(reading, _inserted(text, kept)) else []


def _is_same(reading: Reading, text: str) -> bool:
    old = reading.section
    return is_same_but_for_new_ids(old, read(text, id=old.id, language=old.language, path=old.path).section)


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


# --- insertions ----------------------------------------------------------------------------------------------------


def _inserted(text: str, named: Iterable[tuple[Gap, str]]) -> str:
    lines = split_lines(text)
    ending = next((line[len(line.rstrip("\r\n")) :] for line in lines if line[-1] in "\r\n"), "\n")
    insertions = [each for gap, name in named for each in _insertions(gap, name, lines, ending)]
    for each in reversed(sorted(insertions, key=lambda each: (each.line, each.column))):
        line = lines[each.line]
        lines[each.line] = line[: each.column] + each.text + line[each.column :]
    return "".join(lines)


def _insertions(gap: Gap, name: str, lines: list[str], ending: str) -> Iterator[_Insertion]:
    line = gap.line - 1
    shift = 1 if line == 0 and lines[0].startswith(_BOM) else 0
    column = gap.column + shift
    match gap.form:
        case Form.BRACES:
            yield _Insertion(line, column, f"#{name} ")
        case Form.LINE:
            again = ending + _continued(lines[line][shift:column])
            yield _Insertion(line, column, (again if gap.apart else "") + f"{{#{name}}}" + again)
        case Form.CELL if gap.end == gap.column:
            yield _Insertion(line, column, f"[]{{#{name}}}")
        case Form.CELL:
            yield _Insertion(line, column, "[")
            yield _Insertion(line, gap.end + shift, f"]{{#{name}}}")
        case _:
            assert_never(gap.form)


def _continued(before: str) -> str:
    """What stands before a block on its first line, as it stands before its second: markers become blanks."""
    return _MARKER.sub(" ", _NOTE_LABEL.sub("    ", before))
