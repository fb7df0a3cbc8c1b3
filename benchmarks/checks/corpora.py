"""The human translations, as what the rules take, and what the rules say of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from assembler.check import facts, run, structure
from assembler.check.prose import prose
from assembler.check.rule import Passage
from assembler.check.run import Corpus
from assembler.check.tongue import tongue
from assembler.document import inline, parity
from assembler.findings import Place

FILES = ("udhr/udhr", "sdg/global_goals", "sdg/global_indicators", "ntrex/ntrex")
DIRECTIONS = (("en", "ru"), ("en", "kk"), ("ru", "kk"))
"""Source and target."""
RULES = (*facts.RULES, *structure.RULES)


class Row(Struct, frozen=True):
    """One text in some languages, as markup."""

    id: str
    texts: dict[str, str]


class Said(Struct, frozen=True):
    """What a rule says of a unit."""

    rule: str
    message: str


def rows(folder: Path) -> list[Row]:
    """All texts of the folder `parallel` of the shared data."""
    found = [each for name in FILES for each in json.loads((folder / f"{name}.json").read_text("utf-8"))]
    return [
        Row(each["id"], {code: inline.escape(each[code]) for code in ("en", "ru", "kk") if each[code]})
        for each in found
    ]


Pair = tuple[Passage, Passage]


def pairs(rows: Iterable[Row], source: str, target: str) -> list[Pair]:
    """The texts that exist in both languages, the translation first."""
    return [
        (_passage(row, target), _passage(row, source)) for row in rows if source in row.texts and target in row.texts
    ]


def _passage(row: Row, language: str) -> Passage:
    return Passage(row.id, "s", "paragraph", tongue(language), prose(row.texts[language]), Place(id=row.id))


def said(those: Sequence[Pair]) -> dict[str, set[Said]]:
    """What the rules of both families, and the comparison of marks, say of translations, by unit."""
    found: dict[str, set[Said]] = defaultdict(set)
    corpus = Corpus({}, those, [(source, translation) for translation, source in those])
    for rule in RULES:
        for hit in run.hits(rule, corpus):
            found[hit.passage.id].add(Said(rule.code, run.finding(rule, hit).message()))
    for translation, source in those:
        for finding in parity.compare(source.prose.source, translation.prose.source, translation.place):
            found[translation.id].add(Said(finding.code, finding.message()))
    return found
