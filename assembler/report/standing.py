"""The state of translations as tables and lists for a terminal.

Tables name in their corner what their cells say: a count of units and of words, in the interface's way to write them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from assembler.catalog import wordcount
from assembler.catalog.status import UNFINISHED, LanguageTally, Listed, Part, Tally
from assembler.report import wording
from assembler.report.terminal import Line, Piece, table
from assembler.report.voice import Voice

ASK_FOR_WORK = [state.value for state in UNFINISHED]
Tallies = Mapping[str, LanguageTally]


def summary(languages: Tallies, voice: Voice, width: int) -> list[Line]:
    """A row for each state that units are in, a column for each language; below it how much of the words is done."""
    translate = voice.translate
    rows: list[list[str]] = []
    looks: list[str] = []
    for state, name in wording.state_names(translate).items():
        pairs = [(getattr(tally.units, state), getattr(tally.words, state)) for tally in languages.values()]
        if any(units for units, _ in pairs):
            rows.append([name, *(voice.pair(*pair) if pair[0] else "–" for pair in pairs)])
            looks.append("warning" if state in ASK_FOR_WORK else "")
    done = [translate("words done"), *(voice.percent(tally.percent) for tally in languages.values())]
    return table([translate("units / words"), *languages], [*rows, done], [*looks, "strong"], width)


def by_section(languages: Tallies, parts: Sequence[Part], voice: Voice, width: int) -> list[Line]:
    """A row for each section, below one for its part, and a column for each language: done, or what is missing."""
    translate = voice.translate
    rows: list[list[str]] = []
    looks: list[str] = []
    part_of = {section: part for part in parts for section in part.sections}
    shown: Part | None = None
    for section in dict.fromkeys(name for tally in languages.values() for name in tally.sections):
        part = part_of.get(section)
        if part is not None and part is not shown:
            title = part.title or wording.untitled(part, translate)
            rows.append([title, *_cells([tally.parts.get(part.id) for tally in languages.values()], voice)])
            looks.append("strong")
        shown = part
        name = f"  {section}" if part else section
        rows.append([name, *_cells([tally.sections.get(section) for tally in languages.values()], voice)])
        looks.append("")
    return table([translate("to do: units / words"), *languages], rows, looks, width) if rows else []


def by_original(languages: Tallies, voice: Voice, width: int) -> list[Line]:
    """A row for each language that sections are written in, where there are several."""
    translate = voice.translate
    originals = dict.fromkeys(code for tally in languages.values() for code in tally.originals)
    rows = [[code, *_cells([tally.originals.get(code) for tally in languages.values()], voice)] for code in originals]
    return table([translate("to do, by original language"), *languages], rows, width=width) if len(rows) > 1 else []


def _cells(tallies: Iterable[Tally | None], voice: Voice) -> Iterator[str]:
    return (cell(tally, voice) for tally in tallies)


def cell(tally: Tally | None, voice: Voice) -> str:
    """What is missing, in units and words; or that nothing is."""
    translate = voice.translate
    if tally is None:
        return ""
    units, words = tally.units, tally.words
    if not units.to_translate:
        return translate("original") if units.original else "–"
    if units.to_translate == units.translated:
        return translate("done")
    return voice.pair(units.to_translate - units.translated, words.to_translate - words.translated)


def listed(entries: Mapping[str, Sequence[Listed]], voice: Voice) -> list[Line]:
    """Every unit with its place and its texts: what is to be translated, what it was, what there is."""
    translate = voice.translate
    lines = [line for code, found in entries.items() for each in found for line in _entry(code, each, voice)]
    every = [each for found in entries.values() for each in found]
    words = sum(wordcount.count(each.source) for each in every)
    total = translate("Units: {units}. Words: {words}.").format(
        units=voice.number(len(every)), words=voice.number(words)
    )
    return [*lines, (Piece(total, "strong"),)]


def _entry(code: str, each: Listed, voice: Voice) -> Iterator[Line]:
    translate = voice.translate
    place = f"{each.file}:{each.line}" if each.line else each.file
    yield Piece(f"{code}  {each.id}", "strong"), Piece(f"  {wording.state(each, translate)}", "warning")
    yield (Piece(f"  {place}", "faint"),)
    yield (Piece(f"  {translate('source')}: ", "faint"), *difference(each.previous, each.source))
    if each.translation:
        yield Piece(f"  {translate('translation')}: ", "faint"), Piece(each.translation)
    for other in each.others:
        yield Piece(f"  {translate('another translation')}: ", "faint"), Piece(other)
    yield ()


def difference(before: str | None, after: str) -> Line:
    """A text with what changed in it: `[-removed-]`, `{+added+}`. The text alone where nothing did."""
    if before is None or before == after:
        return (Piece(after),)
    from assembler.worddiff import word_diff

    forms = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    looks = {"same": "", "removed": "removed", "added": "added"}
    return tuple(Piece(forms[each.kind].format(each.text), looks[each.kind]) for each in word_diff(before, after))
