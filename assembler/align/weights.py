"""How much each kind of evidence counts. Set on texts that no test of alignment uses (see benchmarks/alignment)."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class Weights(Struct, frozen=True):
    """Costs and gains are logarithms of odds."""

    gains: Mapping[str, float]
    """What the rarity of a key that two pieces share counts for, by the sign of its kind."""
    losses: Mapping[str, float]
    """Against a pair, for each key that one of them lacks."""
    most_lost: float = 1.95
    """No more is held against a piece."""
    trust: float = -0.75
    """Added to the rarity of a key, for those that the other language says otherwise."""
    cap: float = 6.5
    """No key counts for more."""
    most: float = 9.7
    """No more speaks for a pair than this, lest one long list of names outweigh its neighbours."""
    common: float = 0.4
    """A key in a greater share of the pieces says nothing."""
    gap: float = 1.97
    """A piece that the other text does not have."""
    merged: float = 3.6
    """Two pieces that are one."""
    crossed: float = 12.0
    """Two pieces that are two others, cut elsewhere."""
    spread: float = 0.245
    """How far lengths go apart: the standard deviation of their ratio's logarithm."""
    far: float = 4.0
    """The most that lengths say against a pair."""
    unlike: float = 1.6
    """Against a heading that is no heading, a table that is no table."""
    other: float = 0.4
    """Against other sorts that differ: an item that is a paragraph."""
    level: float = 0.7
    """Against headings of different levels."""


WEIGHTS = Weights(
    gains={"=": 1.38, "-": 0.4, "~": 0.74, "+": 0.3, "#": 0.8, "!": 0.5, "&": 0.17},
    losses={"=": 0.53, "-": 0.0, "~": 0.0, "+": 0.17, "#": 0.3, "!": 0.2, "&": 0.0},
)
