"""What a person reads in a terminal: findings and tables as lines of text, nothing printed here.

Colour is added by the door, which knows whether there is a terminal: a line comes as styled pieces.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from assembler.findings import Finding, Severity, in_reading_order
from assembler.report.voice import Translate, Voice

MOST_OF_ONE_KIND = 10
"""Findings of one code that are written out; the rest is counted."""

GAP = "  "
NARROWEST = 24
"""How narrow the first column of a table may become."""


class Piece(Struct, frozen=True):
    """A piece of a line: `look` is empty, `error`, `warning`, `info`, `strong`, `faint`, `removed` or `added`."""

    text: str
    look: str = ""


Line = tuple[Piece, ...]


def findings(all_findings: Iterable[Finding], voice: Voice) -> list[Line]:
    """Each finding in two lines or three: what and where, the hint; then a line that counts them.

    A hint that several findings of a kind have stands under the first of them.
    """
    translate = voice.translate
    ordered = in_reading_order(all_findings)
    lines: list[Line] = []
    shown: Counter[str] = Counter()
    given: set[tuple[str, str]] = set()
    for each in ordered:
        shown[each.code] += 1
        if shown[each.code] <= MOST_OF_ONE_KIND:
            hint = voice.hint(each)
            lines += _finding(each, "" if (each.code, hint) in given else hint, voice)
            given.add((each.code, hint))
    for code, count in shown.items():
        if count > MOST_OF_ONE_KIND:
            more = translate("… and {count} more “{code}” (--json lists all)")
            said = more.format(count=voice.number(count - MOST_OF_ONE_KIND), code=code)
            lines.append((Piece(said, "faint"),))
    if ordered:
        lines.append((Piece(summary(ordered, voice), "strong"),))
    return lines


def _finding(finding: Finding, hint: str, voice: Voice) -> list[Line]:
    severity = finding.severity.value
    named = Piece(severity_name(finding.severity, voice.translate) + ":", severity)
    where = str(finding.place)
    head: Line = (Piece(f"{where} ", "strong"), named) if where else (named,)
    lines: list[Line] = [(*head, Piece(f" {voice.message(finding)} "), Piece(f"({finding.code})", "faint"))]
    if finding.quote:
        lines.append((Piece(f"    {short(finding.quote)}", "faint"),))
    if hint:
        lines.append((Piece(f"    {hint}"),))
    return lines


def severity_name(severity: Severity, translate: Translate) -> str:
    """What a severity is called."""
    match severity:
        case Severity.ERROR:
            return translate("error")
        case Severity.WARNING:
            return translate("warning")
        case Severity.INFO:
            return translate("remark")
        case _:
            assert_never(severity)


def short(text: str, most: int = 100) -> str:
    flat = text.replace("\n", " ")
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def summary(all_findings: Sequence[Finding], voice: Voice) -> str:
    """`Errors: 2. Warnings: 5.`, leaving out what there is none of."""
    translate = voice.translate
    counts = Counter(finding.severity for finding in all_findings)
    words = {
        Severity.ERROR: translate("Errors: {count}."),
        Severity.WARNING: translate("Warnings: {count}."),
        Severity.INFO: translate("Remarks: {count}."),
    }
    return " ".join(words[each].format(count=voice.number(counts[each])) for each in words if counts[each])


def wrapped(line: Line, width: int) -> list[Line]:
    """The line broken between words where it is longer than `width`; what follows is indented as its beginning is."""
    text = "".join(piece.text for piece in line)
    indent = Piece(text[: len(text) - len(text.lstrip(" "))] or "  ")
    rows: list[list[Piece]] = [[]]
    used, begun = 0, False
    for piece in line:
        for word in re.findall("[^ ]+ *| +", piece.text):
            if begun and used + len(word.rstrip(" ")) > width:
                rows.append([indent])
                used, begun = len(indent.text), False
            rows[-1].append(Piece(word, piece.look))
            used, begun = used + len(word), begun or word[0] != " "
    return [_without_blanks_behind(row) for row in rows]


def _without_blanks_behind(row: Sequence[Piece]) -> Line:
    """A blank in the column behind the last would make the terminal show an empty line."""
    kept = list(row)
    while kept and not (text := kept[-1].text.rstrip(" ")):
        kept.pop()
    return (*kept[:-1], replace(kept[-1], text=text)) if kept else ()


def table(
    header: Sequence[str], rows: Sequence[Sequence[str]], looks: Sequence[str] = (), width: int | None = None
) -> list[Line]:
    """A table with the first column at the left and all others at the right; `looks` has one for each row.

    Where it would be wider than `width`, the columns are set below one another in as many tables as are needed, and
    names in the first column are shortened.
    """
    styles = ["strong", *(looks or [""] * len(rows))]
    widths = [max(len(row[i]) for row in (header, *rows)) for i in range(len(header))]
    lines: list[Line] = []
    for columns in _fitting(widths, width):
        room = (width or sum(widths) + len(GAP) * len(widths)) - sum(len(GAP) + widths[i] for i in columns)
        first = max(min(widths[0], room), 1)
        lines += [()] if lines else []
        for row, look in zip((header, *rows), styles, strict=True):
            cells = [short(row[0], first).ljust(first), *(row[i].rjust(widths[i]) for i in columns)]
            lines.append((Piece(GAP.join(cells).rstrip(), look),))
    return lines


def _fitting(widths: Sequence[int], width: int | None) -> list[list[int]]:
    """The columns behind the first in groups that fit beside it, where it may shrink to `NARROWEST`."""
    if width is None:
        return [list(range(1, len(widths)))]
    groups: list[list[int]] = [[]]
    room = width - min(widths[0], NARROWEST)
    for column in range(1, len(widths)):
        if groups[-1] and sum(len(GAP) + widths[i] for i in (*groups[-1], column)) > room:
            groups.append([])
        groups[-1].append(column)
    return groups
