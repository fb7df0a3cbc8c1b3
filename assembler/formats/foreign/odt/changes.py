"""Tracked changes of an ODT file: what was taken out stands apart from the text, what was put in between two marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assembler.formats.foreign.choice import Account
from assembler.formats.foreign.odt.names import DC, PARAGRAPHS, TEXT, words_in

if TYPE_CHECKING:
    from lxml.etree import _Element


class Changes:
    """The changes of a document, and which of them are open while it is read."""

    def __init__(self, root: _Element, account: Account) -> None:
        self._account = account
        self._regions = {_id(each): each for each in root.iter(f"{TEXT}changed-region")}
        self._open: list[str] = []
        self._inserted: dict[str, str] = {}

    @property
    def skips(self) -> bool:
        """Whether the text is one that was put in and is not wanted."""
        return bool(self._open) and not self._account.keeps_inserted

    def begin(self, id: str) -> None:
        if self._is(id, "insertion"):
            self._open.append(id)

    def end(self, id: str) -> None:
        if id in self._open:
            self._open.remove(id)

    def saw(self, text: str) -> None:
        """Text of the body; it belongs to the changes that are open."""
        for id in self._open:
            self._inserted[id] = self._inserted.get(id, "") + text

    def deleted(self, id: str) -> list[_Element]:
        """The paragraphs of a text that was taken out."""
        if not self._is(id, "deletion"):
            return []
        content = self._regions[id].find(f"{TEXT}deletion")
        return [] if content is None else list(content.iter(*PARAGRAPHS))

    def report(self) -> None:
        """Each change, when all has been read."""
        for id, region in self._regions.items():
            author = words_in(next(region.iter(f"{DC}creator"), region)) if len(region) else ""
            if self._is(id, "deletion"):
                words = " ".join(words_in(each) for each in self.deleted(id))
                self._account.changed("deletion", words, author)
            elif self._is(id, "insertion"):
                self._account.changed("insertion", self._inserted.get(id, ""), author)

    def _is(self, id: str, kind: str) -> bool:
        region = self._regions.get(id)
        return region is not None and region.find(f"{TEXT}{kind}") is not None


def _id(region: _Element) -> str:
    return region.get(f"{TEXT}id") or region.get("{http://www.w3.org/XML/1998/namespace}id") or ""
