"""What changed since an earlier revision, as a table and a list for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from assembler.catalog.changes import CHANGES, Changed
from assembler.report import wording
from assembler.report.standing import difference
from assembler.report.terminal import Line, Piece, table
from assembler.report.voice import Voice

Changes = Mapping[str, Sequence[Changed]]


def summary(changes: Changes, voice: Voice, width: int) -> list[Line]:
    """A row for each kind of change, a column for each language; changes of state by the new state."""
    translate = voice.translate
    counts = {code: Counter(map(_row, found)) for code, found in changes.items()}
    states = wording.state_names(translate)
    names = {(change, ""): name for change, name in wording.change_names(translate).items()}
    names |= {("state-changed", state): f"→ {name}" for state, name in states.items()}
    rows = [
        [names[row], *(voice.number(count[row]) if count[row] else "–" for count in counts.values())]
        for row in sorted(names, key=lambda row: CHANGES.index(row[0]))
        if any(count[row] for count in counts.values())
    ]
    if not rows:
        return [(Piece(translate("Nothing changed.")),)]
    return table([translate("units"), *changes], rows, width=width)


def _row(each: Changed) -> tuple[str, str]:
    return each.change, each.state if each.change == "state-changed" else ""


def listed(changes: Changes, voice: Voice) -> list[Line]:
    """Every unit that changed once, with its source, and what became of it in each language."""
    units: dict[str, list[tuple[str, Changed]]] = {}
    for code, found in changes.items():
        for each in found:
            units.setdefault(each.id, []).append((code, each))
    return [line for rows in units.values() for line in (*_unit(rows, voice), ())]


def _unit(rows: Sequence[tuple[str, Changed]], voice: Voice) -> Iterator[Line]:
    translate = voice.translate
    first = rows[0][1]
    yield Piece(f"{first.id}", "strong"), Piece(f"  {first.section}", "faint")
    sources = dict.fromkeys((each.source_language, each.source_before, each.source) for _, each in rows)
    for language, before, after in sources:
        yield Piece(f"  {translate('source')} ({language}): ", "faint"), *difference(before, after)
    for code, each in rows:
        yield Piece(f"  {code}: ", "faint"), Piece(_became(each, voice), "warning")
        if each.translation_before != each.translation:
            yield Piece("    "), *difference(each.translation_before, each.translation)


def _became(each: Changed, voice: Voice) -> str:
    """What happened to the unit in a language, with the states before and after where they differ."""
    states = {"": "–", **wording.state_names(voice.translate)}
    change = wording.change_names(voice.translate)[each.change]
    if each.state_before == each.state:
        return f"{change} ({states[each.state]})"
    way = f"{states[each.state_before]} → {states[each.state]}"
    return way if each.change == "state-changed" else f"{change} ({way})"
