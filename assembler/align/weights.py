"""How much each kind of evidence counts. Set on texts that no test of alignment uses (see benchmarks/alignment)."""

from __future__ import annotations

from msgspec import Struct


class Weights(Struct, frozen=True):
    """Costs and gains are logarithms of odds."""

    value: float = 1.0
    name: float = 0.5
    concept: float = 0.8
    number: float = 0.8
    pair: float = 0.5
    trust: float = -0.3
    """Added to the rarity of a key, for those that the other language says otherwise."""
    cap: float = 5.0
    """No key counts for more."""
    most: float = 9.0
    """No more speaks for a pair than this, lest one long list of names outweigh its neighbours."""
    common: float = 0.4
    """A key in a greater share of the pieces says nothing."""
    missing: float = 0.7
    """Against a pair, for each value that one of them lacks; up to four of them count."""
    gap: float = 2.6
    """A piece that the other text does not have."""
    merged: float = 2.2
    """Two pieces that are one."""
    crossed: float = 4.5
    """Two pieces that are two others, cut elsewhere."""
    spread: float = 0.35
    """How far lengths go apart: the standard deviation of their ratio's logarithm."""
    far: float = 4.0
    """The most that lengths say against a pair."""
    unlike: float = 2.0
    """Against a heading that is no heading, a table that is no table."""
    other: float = 0.4
    """Against other sorts that differ: an item that is a paragraph."""
    level: float = 0.7
    """Against headings of different levels."""

    def of(self, kind: str) -> float:
        """The weight of a kind of key, by its sign."""
        match kind:
            case "=":
                return self.value
            case "~":
                return self.name
            case "+":
                return self.concept
            case "#":
                return self.number
            case _:
                return self.pair


WEIGHTS = Weights()
