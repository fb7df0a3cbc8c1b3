"""Findings that were looked at and are to be quiet: by a waiver with its reason, or because the text is an old one.

A waiver is for one rule in one unit. A baseline is what was found in old texts on one day: it is quiet for as long as
the words of the unit are those of that day, and there is no more of it. Commas and spaces are not counted among the
words, so that mending them does not bring back all that is old.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import TypeAlias

from msgspec import Struct

from assembler.findings import Finding


class Waiver(Struct, frozen=True):
    """Somebody's word that a rule is wrong about a unit, in one language or (empty) in all; `line` says where."""

    rule: str
    unit: str
    reason: str
    language: str = ""
    line: int = 0


class Old(Struct, frozen=True, order=True):
    """What was found of one rule in one text: how often, and the digest of the text's words."""

    code: str
    language: str
    unit: str
    count: int
    digest: str


Texts: TypeAlias = Mapping[tuple[str, str], str]
"""The markup of every text by language and ID."""

MayBeQuiet: TypeAlias = Callable[[Finding], bool]


class Heard(Struct, frozen=True):
    """The findings that are left, how many are quiet, and the waivers that had nothing to do."""

    findings: tuple[Finding, ...]
    waived: int = 0
    unused: tuple[Waiver, ...] = ()


def waived(findings: Iterable[Finding], waivers: Sequence[Waiver], may_be: MayBeQuiet) -> Heard:
    """What the waivers leave of the findings."""
    by_rule: dict[tuple[str, str], list[Waiver]] = {}
    for waiver in waivers:
        by_rule.setdefault((waiver.rule, waiver.unit), []).append(waiver)
    left: list[Finding] = []
    used: set[Waiver] = set()
    quiet = 0
    for each in findings:
        found = [
            waiver
            for waiver in by_rule.get((each.code, each.place.id or ""), ())
            if waiver.language in ("", each.place.language) and may_be(each)
        ]
        used.update(found)
        quiet += bool(found)
        left += [] if found else [each]
    return Heard(tuple(left), quiet, tuple(each for each in waivers if each not in used))


def without_old(findings: Iterable[Finding], old: Iterable[Old], texts: Texts, may_be: MayBeQuiet) -> Heard:
    """What the baseline leaves of the findings. Where a text has more of a kind than it had, all of them are told."""
    everything = list(findings)
    allowed = {(each.code, each.language, each.unit, each.digest): each.count for each in old}
    quiet = {
        (each.code, each.language, each.unit)
        for each in baseline(everything, texts, may_be)
        if each.count <= allowed.get((each.code, each.language, each.unit, each.digest), 0)
    }
    left = tuple(each for each in everything if not (may_be(each) and _key(each) in quiet))
    return Heard(left, len(everything) - len(left))


def baseline(findings: Iterable[Finding], texts: Texts, may_be: MayBeQuiet) -> list[Old]:
    """What there is to be quiet about, sorted: the findings about units whose text is known."""
    counts = Counter(_key(each) for each in findings if may_be(each))
    return sorted(
        Old(code, language, unit, count, digest(texts[language, unit]))
        for (code, language, unit), count in counts.items()
        if (language, unit) in texts
    )


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.place.language or "", finding.place.id or ""


def digest(markup: str) -> str:
    """What tells whether the words are still the same."""
    words = " ".join(re.findall(r"\w+", markup))
    return blake2b(words.encode(), digest_size=6).hexdigest()
