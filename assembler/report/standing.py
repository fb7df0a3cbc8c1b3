"""The state of translations as tables and lists for a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assembler.catalog.status import Count, LanguageTally, Listed
from assembler.report.account import events
from assembler.report.terminal import Line, Piece, Translate, table


def summary(languages: Mapping[str, LanguageTally], translate: Translate) -> list[Line]:
    """A row for each language: units by state, and how much of the words is done."""
    header = ["", *_state_names(translate).values(), translate("words done")]
    rows = [[code, *_counts(tally.units), f"{tally.percent:.1f} %"] for code, tally in languages.items()]
    looks = ["" if _is_done(tally.units) else "warning" for tally in languages.values()]
    return [*table(header, rows, looks), ()]


def _counts(count: Count) -> list[str]:
    return [str(getattr(count, state) or "–") for state in _state_names(str)]


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


def _is_done(count: Count) -> bool:
    return not (count.fuzzy or count.untranslated or count.waiting)


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
    return translate("{units} units, {words} words").format(units=missing, words=words)


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
