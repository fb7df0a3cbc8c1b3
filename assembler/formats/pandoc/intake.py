"""What is kept in mind while one file is read: remarks, notes still to be read, and which old ID is which new one.

A paragraph takes no ID in most formats; what is linked to is an anchor somewhere near it: a div around it, an empty
span before it. So anchors wait here until the next block that takes an ID takes them all.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from assembler.document.ids import MAX_LENGTH
from assembler.document.model import Block, Inlines
from assembler.formats.pandoc.remarks import ID_REPLACED
from assembler.formats.remarks import Remarks
from assembler.formats.seen import Seen, seen_at
from assembler.language.model import Language


class Intake:
    """`mint` gives a new ID; `keep(id)` says whether an ID may stay as it is, and takes it if so."""

    def __init__(self, language: Language, mint: Callable[[], str], keep: Callable[[str], bool]) -> None:
        self.language = language
        self.mint = mint
        self.keep = keep
        self.remarks = Remarks()
        self.names: dict[str, str] = {}
        self.seen: dict[str, Seen] = {}
        self.notes: deque[tuple[str, list[Any]]] = deque()
        self.in_note = False
        self._anchors: list[str] = []
        self._reserved: str | None = None

    def anchor(self, old: str) -> None:
        """An ID of the file that belongs to the next block which takes one."""
        if old:
            self._anchors.append(old)

    @property
    def anchored(self) -> bool:
        return bool(self._anchors)

    def name(self, room: int = MAX_LENGTH) -> str:
        """The ID of the block that is read now: an anchor's if it can stay in `room` characters, or a new one."""
        if self._reserved is not None:
            reserved, self._reserved = self._reserved, None
            return self.give(reserved)
        kept = next((old for old in self._anchors if len(old) <= room and self.keep(old)), None)
        return self.give(kept or self.mint())

    def see(self, new: Sequence[Block[Inlines]], node: Mapping[str, Any] | None) -> None:
        """What the file showed of a node is known of the first block that it became."""
        seen = seen_at(node) if node is not None else None
        if seen is not None and new and new[0].id is not None:
            self.seen[new[0].id] = seen

    def reserve(self, id: str) -> None:
        """The next block gets this ID, whatever anchors wait."""
        self._reserved = id

    def give(self, id: str) -> str:
        """All waiting anchors mean `id` from now on."""
        for old in self._anchors:
            self.names.setdefault(old, id)
            if old != id and not old.startswith("_"):  # as word processors name places themselves
                self.remarks.add(ID_REPLACED, old, old=old, new=id)
        self._anchors.clear()
        return id

    def note(self, blocks: list[Any]) -> str:
        """Put a note by until the body is read; its ID: that of its first anchor if it may stay, or a new one."""
        anchor = _first_anchor(blocks)
        id = anchor if anchor and len(anchor) <= MAX_LENGTH and self.keep(anchor) else self.mint()
        self.notes.append((id, blocks))
        return id


def _first_anchor(blocks: list[Any]) -> str:
    """The ID of the empty span that a note begins with, but for blanks."""
    first = blocks[0] if blocks else {}
    for node in first["c"] if first.get("t") in ("Para", "Plain") else ():
        match node:
            case {"t": "Span", "c": [[str() as id, *_], []]}:
                return id
            case {"t": "Space"} | {"t": "Str", "c": " "}:
                continue
            case _:
                return ""
    return ""
