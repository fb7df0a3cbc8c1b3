"""The findings of a check for a person: by rule, the worst first, each with its place and its quote.

What all findings of a rule have in common, its sentence and its hint, is said once above them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from assembler.findings import Finding, in_reading_order
from assembler.report.terminal import Line, Piece, severity_name, short, summary
from assembler.report.voice import Voice

MOST_OF_ONE_RULE = 10
"""Findings of one rule that are written out; the rest is counted."""


def findings(all_findings: Iterable[Finding], voice: Voice, *, in_full: bool = False) -> list[Line]:
    """A paragraph for each rule, then a line that counts all; `in_full` writes out every finding."""
    groups: dict[str, list[Finding]] = {}
    ordered = in_reading_order(all_findings)
    for each in ordered:
        groups.setdefault(each.code, []).append(each)
    lines: list[Line] = []
    for group in sorted(groups.values(), key=lambda group: -group[0].severity.rank):
        lines += [*_group(group, voice, None if in_full else MOST_OF_ONE_RULE), ()]
    if ordered:
        lines.append((Piece(summary(ordered, voice), "strong"),))
    return lines


def _group(group: Sequence[Finding], voice: Voice, most: int | None) -> Iterator[Line]:
    first, translate = group[0], voice.translate
    sentence = _common(map(voice.message, group))
    hint = _common(map(voice.hint, group))
    severity = Piece(severity_name(first.severity, translate) + ":", first.severity.value)
    name = Piece(f"({first.code})" if len(group) == 1 else f"({first.code}) × {voice.number(len(group))}", "faint")
    yield (severity, Piece(f" {sentence} "), name) if sentence else (severity, Piece(" "), name)
    if hint:
        yield (Piece(f"  {hint}"),)
    for each in group[:most]:
        yield from _one(each, "" if sentence else voice.message(each), "" if hint else voice.hint(each))
    if most is not None and len(group) > most:
        more = translate("… and {count} more (--all)").format(count=voice.number(len(group) - most))
        yield (Piece(f"    {more}", "faint"),)


def _common(texts: Iterable[str]) -> str:
    """What all of them say; nothing where they differ."""
    different = set(texts)
    return different.pop() if len(different) == 1 else ""


def _one(finding: Finding, sentence: str, hint: str) -> Iterator[Line]:
    """Where it is, and what is said of this one alone."""
    where = str(finding.place)
    if where or sentence:
        yield (Piece(f"    {where}", "strong"), Piece(f"  {sentence}" if sentence and where else sentence))
    if finding.quote:
        yield (Piece(f"      {short(finding.quote)}", "faint"),)
    if hint:
        yield (Piece(f"      {hint}"),)
