"""What is said about a text that comes in: each kind once a file, with the count and the words at the first.

A text may hold hundreds of constructs that the dialect does not have; a finding for each would hide the others.
"""

from __future__ import annotations

from assembler.findings import Finding, Kind, Place


class Remarks:
    """Collects while a file is read. `near` are the first words of what is read at the moment."""

    def __init__(self) -> None:
        self.near = ""
        self._said: dict[tuple[Kind, tuple[tuple[str, str], ...]], list[str]] = {}

    def add(self, kind: Kind, quote: str = "", **values: object) -> None:
        """One occasion of `kind`; `quote` are words of the file at it, where they are known better than `near`."""
        key = (kind, tuple((name, str(value)) for name, value in values.items()))
        self._said.setdefault(key, []).append(quote or self.near)

    def findings(self, place: Place) -> tuple[Finding, ...]:
        """One finding for each kind and its values, in the order of their first occasions."""
        return tuple(
            kind.at(place, quote=quotes[0], **dict(values), count=len(quotes))
            for (kind, values), quotes in self._said.items()
        )
