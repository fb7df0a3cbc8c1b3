"""How a file is to be read: what becomes of its tracked changes and comments; and what is said meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from msgspec import Struct

from assembler.findings import Finding, Kind, Place
from assembler.formats.foreign.nodes import Node
from assembler.formats.foreign.remarks import (
    CHANGES_ACCEPTED,
    CHANGES_REJECTED,
    COMMENT,
    COMMENTS,
    DELETION,
    INSERTION,
)
from assembler.formats.remarks import Remarks

Changes: TypeAlias = Literal["accept", "reject", "list"]
"""`list` accepts too, and shows each change and each comment."""

SHOWN = 200
"""Characters of a change or a comment that are shown."""


class Brought(Struct, frozen=True):
    """A file read: its blocks as nodes, pictures by the names that the nodes give them, and what is to be said.

    `title` and `subtitle` are those of the document's cover, or of its properties.
    """

    blocks: list[Node]
    pictures: dict[str, bytes] = {}
    title: str = ""
    subtitle: str = ""
    findings: tuple[Finding, ...] = ()


class Account:
    """What is said while a file is read.

    `foreign` says of a text and its tag with which language it is to be marked (empty: none).
    """

    def __init__(self, changes: Changes = "accept", foreign: Callable[[str, str], str] | None = None) -> None:
        self.changes = changes
        self.foreign = foreign
        self.remarks = Remarks()
        self.marks: dict[str, str] = {}
        """The words before each comment's mark, by its id."""
        self._listed: list[tuple[Kind, str, str, str]] = []

    @property
    def keeps_inserted(self) -> bool:
        return self.changes != "reject"

    def changed(self, kind: Literal["insertion", "deletion"], words: str, author: str, near: str = "") -> None:
        """A tracked change with its words."""
        self.remarks.add(CHANGES_REJECTED if self.changes == "reject" else CHANGES_ACCEPTED, words or near)
        if words.strip():
            self._listed.append((INSERTION if kind == "insertion" else DELETION, author, words, near))

    def commented(self, words: str, author: str, near: str = "") -> None:
        self.remarks.add(COMMENTS, near)
        self._listed.append((COMMENT, author, words, near))

    def findings(self, place: Place) -> tuple[Finding, ...]:
        shown = self._listed if self.changes == "list" else []
        return (
            *self.remarks.findings(place),
            *(
                kind.at(place, quote=near, author=author or "—", words=_shortened(words))
                for kind, author, words, near in shown
            ),
        )


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN].rstrip()}…"
