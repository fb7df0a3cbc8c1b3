"""How an edition in several languages stands: a name that can be asked for before there is such an edition."""

from __future__ import annotations

from enum import Enum


class Layout(Enum):
    """How the versions stand: a column for each, or one below the other."""

    COLUMNS = "columns"
    INTERLEAVED = "interleaved"
