"""What can only be seen when all sections are there: an ID used twice, a reference to nothing.

References are looked for in the originals alone; a translation's are compared with those of its source (`parity`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from assembler.document import inline, walk
from assembler.document.model import Div, Link, Reference, Section
from assembler.document.names import ONLY
from assembler.findings import Finding, Kind, Phrase, Place, Severity
from assembler.nearest import nearest

ID_IN_TWO_SECTIONS = Kind(
    "id-in-two-sections",
    Severity.ERROR,
    "The ID “{id}” is used in the section “{other}” already.",
    "Delete {{#{id}}} here (or there), then run: assembler ids. The label of a note is changed by hand.",
)
SECTION_TWICE = Kind(
    "section-twice",
    Severity.ERROR,
    "Most IDs of this section ({count}) are used in the section “{other}” already: one of the two files is a copy.",
    "Take the copy out of the folder sources. If it is to be a section of its own, delete its lines {{#…}}, then run: "
    "assembler ids",
)
ID_OF_CONFIGURATION = Kind(
    "id-of-configuration",
    Severity.ERROR,
    "The ID “{id}” is the name of a text in submission.toml.",
    "Delete {{#{id}}} here, then run: assembler ids",
)
LANGUAGE_NOT_HERE = Kind(
    "only-unknown-language",
    Severity.ERROR,
    "The div `only` is for the language “{code}”, which the submission does not have: it is never printed.",
    "Languages of the submission: {known}.",
)
REFERENCE_TO_NOTHING = Kind(
    "reference-to-nothing",
    Severity.ERROR,
    "The reference points to “{target}”, which does not exist.",
    "{suggestion}",
)
LOOK_IT_UP = Phrase("Look the ID up in the attribute line above the block that is meant.")


A_COPY = 3
"""So many IDs at least, and most of them, a section has in common with others that is told to be a copy."""


def check(sections: Sequence[Section[str]], own: Collection[str] = ()) -> list[Finding]:
    """Findings between sections. `own` are the IDs of the configuration's texts, which can be referred to as well."""
    owners: dict[str, Section[str]] = {}
    findings: list[Finding] = []
    for section in sections:
        ids = list(dict.fromkeys(walk.every_id(section)))
        for id in ids:
            if id in own:
                place = _place(section, _line_of(section, id), id)
                findings.append(ID_OF_CONFIGURATION.at(place, id=id))
        findings += _used_before(section, [(id, owners[id]) for id in ids if id in owners], len(ids))
        for id in ids:
            owners.setdefault(id, section)
    for section in sections:
        findings.extend(_dangling(section, owners, own))
    return findings


def _used_before(section: Section[str], used: Sequence[tuple[str, Section[str]]], count: int) -> Iterator[Finding]:
    """What is said of IDs that other sections have; of a section that is a copy, that it is one."""
    if len(used) >= A_COPY and 2 * len(used) > count:
        other, _ = Counter(owner.id for _, owner in used).most_common(1)[0]
        yield SECTION_TWICE.at(_place(section, None, None), count=len(used), other=other)
        return
    for id, owner in used:
        yield ID_IN_TWO_SECTIONS.at(_place(section, _line_of(section, id), id), id=id, other=owner.id)


def languages(sections: Sequence[Section[str]], known: Collection[str]) -> Iterator[Finding]:
    """The divs `only` for a language that is none of the `known` ones, those of the submission."""
    for section in sections:
        for block in walk.every_block(section.blocks):
            code = block.pair("lang") if isinstance(block, Div) and block.name == ONLY else None
            if code is not None and code not in known:
                yield LANGUAGE_NOT_HERE.at(_place(section, block.line, block.id), code=code, known=", ".join(known))


def _dangling(section: Section[str], owners: Mapping[str, Section[str]], own: Collection[str]) -> Iterator[Finding]:
    for leaf in walk.leaves(section):
        if "](" not in leaf.words:
            continue
        if all(target in owners or target in own for target in _LOOKS_LIKE_TARGET.findall(leaf.words)):
            continue
        for target in _targets(leaf.words):
            if target not in owners and target not in own:
                place = _place(section, leaf.line, leaf.id)
                yield REFERENCE_TO_NOTHING.at(place, target=target, suggestion=nearest(target, owners, LOOK_IT_UP))


_LOOKS_LIKE_TARGET = re.compile(r"(?:\]\(<?#|\bto=\"?)([^\s()<>\"{}]*)")
"""What could name a target. Words are parsed only where such a name is unknown: nearly none are."""


def _targets(words: str) -> Iterator[str]:
    """The IDs that references name, and links with a text of their own."""
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
