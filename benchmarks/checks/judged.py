"""Findings on human translations that a person judged: `judged.tsv`, without a word of the texts.

Columns: the languages (`en-ru`), the rule, the unit, `right` or `false`. A finding is right if the texts really differ
in what it says, whoever is to blame, so that an editor who has both wants to know; false if both say the same.
"""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

FILE = Path(__file__).with_name("judged.tsv")


class Judged(Struct, frozen=True):
    languages: str
    rule: str
    id: str


def judged() -> dict[Judged, bool]:
    """Whether each finding is right."""
    lines = [line.split("\t") for line in FILE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return {Judged(languages, rule, id): verdict == "right" for languages, rule, id, verdict in lines}
