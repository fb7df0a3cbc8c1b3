"""The state of translations as tables and lists for a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assembler.catalog.status import LanguageTally, Listed
from assembler.report.account import events
from assembler.report.terminal import Line, Piece, Translate, table

UNFINISHED = ("fuzzy", "untranslated", "waiting")
"""States that ask for a translator's work."""


def summary(languages: Mapping[str, LanguageTally], translate: Translate) -> list[Line]:
    """A row for each state that units are in, a column for each language; below it how much of the words is done."""
    counts = {state: [getattr(tally.units, state) for tally in languages.values()] for state in _state_names(str)}
    rows = [
        [name, *(str(count or "–") for count in counts[state])]
        for state, name in _state_names(translate).items()
        if any(counts[state])
    ]
    looks = ["warning" if state in UNFINISHED else "" for state in counts if any(counts[state])]
    done = [translate("words done"), *(f"{tally.percent:.1f} %" for tally in languages.values())]
    return [*table(["", *languages], [*rows, done], [*looks, "strong"]), ()]


def _state_names(translate: Translate) -> dict[str, str]:
    return {
        "original": translate("original"),
        "translated": translate("translated"),
        "reviewed": translate("reviewed"),
        "fuzzy": translate("fuzzy"),
        "untranslated": translate("untranslated"),
        "waiting": translate("waiting"),
        "obsolete": translate("obsolete"),
    }


def by_section(languages: Mapping[str, LanguageTally], translate: Translate) -> list[Line]:
    """A row for each section and a column for each language: done, or what is missing in units and words."""
    sections = list(dict.fromkeys(section for tally in languages.values() for section in tally.sections))
    rows = [[section, *(_cell(tally, section, translate) for tally in languages.values())] for section in sections]
    return table([translate("section"), *languages], rows) if rows else []


def _cell(tally: LanguageTally, section: str, translate: Translate) -> str:
    here = tally.sections.get(section)
    if here is None:
        return ""
    if not here.units.to_translate:
        return translate("original") if here.units.original else "–"
    missing = here.units.to_translate - here.units.translated
    if not missing:
        return translate("done")
    words = here.words.to_translate - here.words.translated
    return translate("units: {units}, words: {words}").format(units=missing, words=words)


def listed(entries: Mapping[str, Sequence[Listed]], translate: Translate) -> list[Line]:
    """Every unit with its texts: what is to be translated, what it was, what there is."""
    lines: list[Line] = []
    words = {**_state_names(translate), **events(translate)}
    for code, found in entries.items():
        for each in found:
            head = f"{code}  {each.section}  {each.id}"
            state = words[f"{each.state}:{each.reason}" if each.reason else each.state]
            lines.append((Piece(head, "strong"), Piece(f"  {state}", "warning")))
            texts = {
                translate("source"): each.source,
                translate("previous"): each.previous or "",
                translate("translation"): each.translation,
            }
            lines += [(Piece(f"  {name}: ", "faint"), Piece(text)) for name, text in texts.items() if text]
            lines.append(())
    return lines
