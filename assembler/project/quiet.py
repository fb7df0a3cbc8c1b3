"""What a submission wants to hear no more of: `waivers.toml` and `words.txt`, written by people, `check-baseline.txt`
by us.

    [[waivers]]
    rule = "other-number"
    unit = "art07-k3fa"
    language = "en"
    reason = "The English text counts the complaints of both years."

A line of the baseline is code, language, ID, count and digest of the words, so that git merges what two branches add.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from assembler import reasons
from assembler.check.waivers import Old, Waiver
from assembler.findings import Finding, Kind, Phrase, Place, Severity, phrase
from assembler.keypaths import line_of
from assembler.project import files
from assembler.project.config import bad_toml

WAIVERS, BASELINE, WORDS = "waivers.toml", "check-baseline.txt", "words.txt"

BAD_WAIVER = Kind(
    "bad-waiver",
    Severity.ERROR,
    "This waiver cannot be read: {reason}.",
    "A waiver is a table [[waivers]] with the texts rule, unit and reason, and language if it is for one only.",
)
WAIVER_WITHOUT_REASON = Kind(
    "waiver-without-reason",
    Severity.ERROR,
    "The waiver of “{rule}” in “{unit}” gives no reason.",
    "Write why the rule is wrong here: those who come after you will want to know.",
)
UNUSED_WAIVER = Kind(
    "waiver-unused",
    Severity.WARNING,
    "The rule “{rule}” finds nothing in “{unit}” that would have to be waived.",
    "Take the waiver out, or correct the names in it.",
)
BAD_BASELINE = Kind(
    "bad-baseline",
    Severity.ERROR,
    "This line of the baseline cannot be read.",
    "Write the file anew with: assembler check --write-baseline",
)
NO_WAIVER = Phrase("only tables [[waivers]] stand in this file")
HEAD = "# Findings in old texts, quiet until their words change. Written by: assembler check --write-baseline\n"


class _Told(Struct, frozen=True, forbid_unknown_fields=True):
    """A waiver as people write it."""

    rule: str
    unit: str
    reason: str
    language: str = ""


def waivers(root: Path) -> tuple[list[Waiver], list[Finding]]:
    """The waivers of the submission in `root`, and what is wrong with them."""
    if not (root / WAIVERS).is_file():
        return [], []
    return read(files.read_text(root, WAIVERS))


def read(text: str) -> tuple[list[Waiver], list[Finding]]:
    """The waivers in `text`; one that cannot be read is a finding, and the others stay."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return [], [bad_toml(str(error), WAIVERS)]
    found: list[Waiver] = []
    findings: list[Finding] = []
    told = data.pop("waivers", [])
    findings += [BAD_WAIVER.at(_place(text, [key]), reason=NO_WAIVER) for key in data]
    for position, each in enumerate(told if isinstance(told, list) else [told]):
        place = _place(text, ["waivers", str(position)])
        try:
            waiver = msgspec.convert(each, _Told)
        except msgspec.ValidationError as error:
            findings.append(BAD_WAIVER.at(place, reason=_reason(error)))
            continue
        if not waiver.reason.strip():
            findings.append(WAIVER_WITHOUT_REASON.at(place, rule=waiver.rule, unit=waiver.unit))
        found.append(Waiver(waiver.rule, waiver.unit, waiver.reason, waiver.language, place.line or 0))
    return found, findings


def _place(text: str, path: list[str]) -> Place:
    return Place(WAIVERS, line_of(text, path))


def _reason(error: msgspec.ValidationError) -> Phrase:
    said = str(error).partition(" - at ")[0]
    if found := re.search("missing required field `(.*)`", said):
        return phrase("the key “{key}” is missing", key=found[1])
    if found := re.search("unknown field `(.*)`", said):
        return phrase("the key “{key}” is not known", key=found[1])
    return reasons.reason(said)


def unused(waivers: Iterable[Waiver]) -> list[Finding]:
    """What is said of waivers that have nothing to do."""
    return [UNUSED_WAIVER.at(Place(WAIVERS, each.line or None), rule=each.rule, unit=each.unit) for each in waivers]


def baseline(root: Path) -> tuple[list[Old], list[Finding]]:
    """What the baseline of the submission in `root` holds, and what is wrong with it."""
    if not (root / BASELINE).is_file():
        return [], []
    found: list[Old] = []
    findings: list[Finding] = []
    for number, line in enumerate(files.read_text(root, BASELINE).splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            old = _old(line.split())
            found += [old] if old else []
            findings += [] if old else [BAD_BASELINE.at(Place(BASELINE, number), quote=line)]
    return found, findings


def _old(fields: Sequence[Any]) -> Old | None:
    match fields:
        case [code, language, unit, count, digest] if count.isdecimal():
            return Old(code, language, unit, int(count), digest)
        case _:
            return None


def written(old: Iterable[Old]) -> str:
    """The file that holds the baseline."""
    lines = (f"{each.code} {each.language} {each.unit} {each.count} {each.digest}\n" for each in sorted(old))
    return HEAD + "".join(lines)


def words(root: Path) -> frozenset[str]:
    """The words that are right in this submission, whatever dictionaries say: a line each in `words.txt`."""
    if not (root / WORDS).is_file():
        return frozenset()
    lines = (line.partition("#")[0].strip() for line in files.read_text(root, WORDS).splitlines())
    return frozenset(line.lower() for line in lines if line)
