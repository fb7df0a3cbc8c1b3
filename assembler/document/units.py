"""The two bridges between shape and words: `extract` takes the units out of a section, `fill` puts words in.

The law: `fill(section, {unit.id: unit.text for unit in extract(section)}) == section`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct

from assembler.document import inline, walk
from assembler.document.model import Div, Section


class State(Enum):
    """Of a unit in a language. `reviewed` stands on top of `translated` and is kept apart."""

    ORIGINAL = "original"
    TRANSLATED = "translated"
    FUZZY = "fuzzy"
    UNTRANSLATED = "untranslated"
    WAITING = "waiting"
    OBSOLETE = "obsolete"


class Unit(Struct, frozen=True):
    """One paragraph ID and its words.

    `text` is one line of inline markup (a hard break is a line feed); `role` says what the leaf is (`paragraph`,
    `heading`, `item`, `cell`, `caption`, `note`, `title`, `part`, `cover`); `within` names the containers around it;
    `title` is the heading it stands under; `line` and `path` say where it was read.
    """

    id: str
    text: str
    section: str
    language: str
    role: str
    within: tuple[str, ...] = ()
    title: str = ""
    path: str = ""
    line: int = 0

    @property
    def context(self) -> str:
        """What a translator is told of it: `item in recommendation, “Article 7”`."""
        containers = "".join(f" in {name}" for name in reversed(self.within))
        return f"{self.role}{containers}" + (f", “{self.title}”" if self.title and self.role != "heading" else "")


NOT_UNITS = frozenset({"only"})
"""Containers whose words belong to one language and are never translated."""


def extract(section: Section[str]) -> tuple[Unit, ...]:
    """The units of a section in the order of the file. Leaves without an ID are left out; the reader reports them."""
    found: list[Unit] = []
    private = private_notes(section)
    title = ""
    for leaf in walk.leaves(section):
        if leaf.role == "heading":
            title = leaf.words
        if leaf.id is not None and leaf.note not in private and is_unit(leaf):
            found.append(_unit(section, leaf, leaf.id, title))
    return tuple(sorted(found, key=lambda unit: unit.line))


def private_notes(section: Section[str]) -> frozenset[str]:
    """The notes that only `only` blocks call: like these they belong to one language."""
    if not any(isinstance(block, Div) and block.name in NOT_UNITS for block in walk.every_block(section.blocks)):
        return frozenset()
    calls: dict[bool, set[str]] = {True: set(), False: set()}
    for block in section.blocks:
        for leaf in walk.block_leaves(block, ()):
            calls[bool(NOT_UNITS.intersection(leaf.within))].update(inline.note_marks(leaf.words))
    return frozenset(calls[True] - calls[False])


def is_unit(leaf: walk.Leaf) -> bool:
    """Whether the leaf's words are translated: not inside `only`, not empty, and in a cell only if it has letters."""
    if NOT_UNITS.intersection(leaf.within) or not leaf.words.strip():
        return False
    return leaf.role != "cell" or any(character.isalpha() for character in leaf.words)


def _unit(section: Section[str], leaf: walk.Leaf, id: str, title: str) -> Unit:
    role = "note" if leaf.within[:1] == ("note",) and leaf.role == "paragraph" else leaf.role
    within = tuple(name for name in leaf.within if name != role)
    heading = "" if role == "note" else title
    return Unit(id, leaf.words, section.id, section.language, role, within, heading, section.path, leaf.line)


def fill(section: Section[str], texts: Mapping[str, str]) -> Section[str]:
    """The section with the words of every unit that `texts` names replaced; the others stay."""
    return walk.map_words(section, lambda id, words: words if id is None else texts.get(id, words))
