"""What can only be seen when all sections are there: an ID used twice, a reference to nothing.

References are looked for in the originals alone; a translation's are compared with those of its source (`parity`).
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from assembler.document import inline, walk
from assembler.document.model import Link, Reference, Section
from assembler.findings import Finding, Kind, Phrase, Place, Severity
from assembler.nearest import nearest

ID_IN_TWO_SECTIONS = Kind(
    "id-in-two-sections",
    Severity.ERROR,
    "The ID “{id}” is used in the section “{other}” already.",
    "Take another one here: assembler ids mints it where none stands.",
)
REFERENCE_TO_NOTHING = Kind(
    "reference-to-nothing",
    Severity.ERROR,
    "The reference points to “{target}”, which does not exist.",
    "{suggestion}",
)
LOOK_IT_UP = Phrase("Look the ID up in the attribute line above the block that is meant.")


def check(sections: Sequence[Section[str]], other_ids: Container[str] = frozenset()) -> list[Finding]:
    """Findings between sections. `other_ids` can be referred to as well (titles and cover fields)."""
    owners: dict[str, Section[str]] = {}
    findings: list[Finding] = []
    for section in sections:
        for id in dict.fromkeys(walk.every_id(section)):
            owner = owners.setdefault(id, section)
            if owner is not section:
                place = _place(section, _line_of(section, id), id)
                findings.append(ID_IN_TWO_SECTIONS.at(place, id=id, other=owner.id))
    for section in sections:
        findings.extend(_dangling(section, owners, other_ids))
    return findings


def _dangling(section: Section[str], owners: dict[str, Section[str]], other_ids: Container[str]) -> Iterator[Finding]:
    for leaf in walk.leaves(section):
        for target in _targets(leaf.words):
            if target not in owners and target not in other_ids:
                place = _place(section, leaf.line, leaf.id)
                yield REFERENCE_TO_NOTHING.at(place, target=target, suggestion=nearest(target, owners, LOOK_IT_UP))


def _targets(words: str) -> Iterator[str]:
    """The IDs that references name, and links with a text of their own."""
    if "](#" not in words and "](<#" not in words:
        return
    for each in walk.every_inline(inline.parse(words)):
        match each:
            case Reference():
                yield each.target
                if each.to:
                    yield each.to
            case Link(target=target) if target.startswith("#"):
                yield target[1:]


def _place(section: Section[str], line: int | None, id: str | None) -> Place:
    return Place(section.path, line, section.id, id, section.language)


def _line_of(section: Section[str], id: str) -> int | None:
    """Where a section gives the ID; needed only once there is something to say."""
    lines = {leaf.id: leaf.line for leaf in walk.leaves(section)}
    lines.update((block.id, block.line) for block in walk.every_block(section.blocks))
    lines.update((note.id, note.line) for note in section.notes)
    return lines.get(id)
