"""The rules of language and consistency on real texts: known defects are found, good translations are left in peace."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from assembler.check import run
from assembler.check.prose import NOTE
from assembler.check.rule import Elsewhere, Family, Passage
from assembler.check.run import Corpus
from assembler.check.table import RULES
from tests.check.examples import passage

OURS = {Family.LANGUAGE, Family.CONSISTENCY, Family.TERMS}
KINDS = {
    "spelling-variant": {"spelling-variant", "hyphen-variant"},
    "article-case": {"capital-variant"},
    "state-party-case": {"capital-variant"},
    "doubled-word": {"doubled-word"},
}


def findings(corpus: Corpus) -> list[tuple[str, Elsewhere]]:
    rules = [rule for rule in RULES if rule.family in OURS and not rule.extra]
    return [(rule.code, each) for rule in rules for each in run.hits(rule, corpus)]


def passages(file: Path) -> list[Passage]:
    """The lines of a section without the marks of blocks, under its ID; notes under theirs."""
    found = []
    for line in file.read_text("utf-8").splitlines():
        note = re.match(r"\[\^(\d+)\]: ", line)
        text = re.sub(r"^(\s*(?:\d+\.|[-*>]|#+|\(?\w\))\s+|\[\^\d+\]: )+|\s*\{#[^}]*\}$|^:::.*|^\|.*", "", line).strip()
        if text:
            found.append(passage(text, "en", f"/note-{note[1]}" if note else "", "note" if note else "paragraph"))
    return found


def test_known_defects_are_found(shared: Path) -> None:
    real = shared / "real" / "iccpr-2016-en"
    manifest = json.loads((real / "manifest.json").read_text("utf-8"))["sections"]
    texts = {each["id"]: passages(real / each["file"]) for each in manifest}
    found = findings(Corpus({"en": [each for section in texts.values() for each in section]}))
    known, seen = Counter[str](), Counter[str]()
    for defect in json.loads((real / "defects.json").read_text("utf-8")):
        if defect["kind"] in KINDS:
            known[defect["kind"]] += 1
            section, note, number = defect["section"].partition("/note-")
            quote = re.sub(r"\[\^\d+\]", NOTE, defect["quote"])
            inside = {id(each) for each in texts[section] if each.id == f"{note}{number}"}
            seen[defect["kind"]] += any(
                code in KINDS[defect["kind"]] and id(each.passage) in inside and _overlaps(each, quote)
                for code, each in found
            )
    assert set(known) == set(KINDS)
    assert {kind: count for kind, count in seen.items() if count < 0.9 * known[kind]} == {}


def _overlaps(each: Elsewhere, quote: str) -> bool:
    ranges = (match.span() for match in re.finditer(re.escape(quote), each.passage.prose.text))
    return any(start < each.hit.end and each.hit.start < end for start, end in ranges)


@pytest.mark.parametrize("name", ["ntrex/ntrex.json", "udhr/udhr.json", "sdg/global_goals.json"])
def test_human_translations_are_in_their_languages(shared: Path, name: str) -> None:
    rows = json.loads((shared / "data" / "parallel" / name).read_text("utf-8"))
    rows = [row for row in rows if all(row.get(code) for code in ("en", "ru", "kk"))]
    texts = {code: [passage(_escaped(row[code]), code, row["id"]) for row in rows] for code in ("en", "ru", "kk")}
    pairs = [pair for code in ("ru", "kk") for pair in zip(texts[code], texts["en"], strict=True)]
    found = findings(Corpus(texts, pairs))
    languages = {rule.code for rule in RULES if rule.family is Family.LANGUAGE}
    assert [(code, each.passage.id) for code, each in found if code in languages] == []


def _escaped(text: str) -> str:
    return re.sub(r"([\\*_\[\]`<>])", r"\\\1", text)
