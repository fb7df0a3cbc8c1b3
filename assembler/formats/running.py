"""What runs along the head and the foot of pages: the sheet's patterns, cut into what a writer prints.

A pattern has lines (`\\n`), each of up to three zones (`\\t`: left and right, or left, middle and right), with gaps for
the title, the page in the language's words, the number of pages and the stamp of a draft. A line whose gaps all stay
empty is left out: the line of a stamp is not there in a final edition.
"""

from __future__ import annotations

import re

from msgspec import Struct

from assembler.document import walk
from assembler.document.model import Document, Words
from assembler.language.model import Language

GAP = re.compile(r"(\{\w+\})")
FIELDS = ("{page}", "{pages}")
"""Gaps that the word processor fills."""


class Piece(Struct, frozen=True):
    """A stretch of a zone: `text` as it is, or where it is one of `FIELDS` what the word processor counts."""

    text: str
    is_field: bool = False
    is_stamp: bool = False


Zone = tuple[Piece, ...]


class RunningLine(Struct, frozen=True):
    """A line of one to three zones."""

    zones: tuple[Zone, ...]

    @property
    def tab_stops(self) -> tuple[str, ...]:
        """The alignment of each zone after the first: the last one at the right margin, one between in the middle."""
        return ((), ("right",), ("center", "right"))[len(self.zones) - 1]


class Running(Struct, frozen=True):
    """What the gaps of patterns are filled with."""

    title: str
    page: str
    stamp: str

    def lines(self, pattern: str) -> tuple[RunningLine, ...]:
        """The lines of a pattern that have anything in them."""
        lines = (tuple(self._zone(zone) for zone in line.split("\t")) for line in pattern.split("\n"))
        return tuple(RunningLine(zones) for zones in lines if any(zones))

    def _zone(self, pattern: str) -> Zone:
        return tuple(piece for part in GAP.split(pattern) for piece in self._pieces(part) if piece.text)

    def _pieces(self, part: str) -> Zone:
        match part:
            case "{page}":
                return tuple(Piece(each, is_field=each in FIELDS) for each in GAP.split(self.page))
            case "{pages}":
                return (Piece(part, is_field=True),)
            case "{title}":
                return (Piece(self.title),)
            case "{stamp}":
                return (Piece(self.stamp, is_stamp=True),)
            case _:
                return (Piece(part),)


def running(document: Document[Words], language: Language, stamp: str) -> Running:
    """The gaps of one edition; `stamp` is empty in a final one."""
    return Running(walk.plain_text(document.title.content).replace("\n", " "), language.labels.page, stamp)
