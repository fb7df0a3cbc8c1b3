"""What is aligned, and what comes of it.

A text is a sequence of pieces, in reading order: paragraphs, headings, items, captions, tables as a whole. A link says
that some pieces of one text, which follow each other, are some of another; what has no link is in one of them only.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

Sort: TypeAlias = Literal["paragraph", "heading", "item", "caption", "table", "figure", "note"]


class Piece(Struct, frozen=True, gc=False):
    """One piece of a text: its words without markup, what it is, the number that it bears, how many notes it calls.

    `aside` is what its notes say: it counts as evidence, not as length.
    """

    words: str
    sort: Sort = "paragraph"
    level: int = 0
    number: int = 0
    notes: int = 0
    aside: str = ""


class Link(Struct, frozen=True, gc=False, order=True):
    """Pieces of the left text (places from 0) that are pieces of the right one.

    `confidence` goes from 0 to 1. `pinned`: a person said so. `moved`: it stands in another order than its neighbours.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    confidence: float
    pinned: bool = False
    moved: bool = False

    @property
    def pairs(self) -> Iterator[tuple[int, int]]:
        """Each piece of the one side with each of the other."""
        return ((one, other) for one in self.left for other in self.right)


Links: TypeAlias = tuple[Link, ...]
"""In the order of the left text. No piece is in two of them."""

CERTAIN = 0.95
"""From this confidence on a link of one piece with one is taken for certain (`benchmarks.alignment`)."""
