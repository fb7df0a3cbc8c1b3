"""`build --bilingual`: tables of source and translation for those who translate in a word processor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from assembler.catalog import status as standing
from assembler.catalog import wordcount
from assembler.catalog.status import Listed
from assembler.document.model import Author, Comment, Document, Words
from assembler.document.units import State
from assembler.edition.bilingual import Heads, Line, bilingual
from assembler.edition.localize import Policy
from assembler.edition.stamp import DraftState, stamp
from assembler.findings import Kind, Place, Severity, across_languages
from assembler.jobs import review
from assembler.jobs.build import STEM, Built, BuiltEdition, Wish, style_sheet
from assembler.jobs.editions import SingleEdition, of_writers, single
from assembler.jobs.status import check_section
from assembler.jobs.status import chosen as chosen_languages
from assembler.jobs.translations import translations
from assembler.jobs.writers import Writers
from assembler.language import load as languages
from assembler.project import files, output, store
from assembler.project.config import CATALOG
from assembler.project.store import Submission
from assembler.report import wording
from assembler.report.voice import Voice
from assembler.style.model import StyleSheet
from assembler.tracking import BUILDING, Track, untracked

NOTHING_TO_TRANSLATE = Kind(
    "nothing-to-translate",
    Severity.INFO,
    "No text in “{language}” is in the states asked for; no table is written.",
    "Ask for other states with --list, or for another section.",
)

USUAL = (State.UNTRANSLATED, State.FUZZY, State.TRANSLATED)
"""What a table shows that is not asked for states: all that can be translated now."""

UNDONE = (State.UNTRANSLATED, State.FUZZY)
"""The same where it is to have so many words: the next ones to be done."""

NO_LINE = 1
"""For texts that are in no catalog yet: to whom the table goes, that is nothing to be told."""

MARGIN = 15
"""Millimetres around the table."""


class Choice(Struct, frozen=True):
    """Which texts: those in these states (none: as usual), of one section if it is named, the first so many words of
    them (0: all)."""

    states: tuple[State, ...] = ()
    section: str = ""
    words: int = 0


def build(root: Path, out: Path, wish: Wish, choice: Choice, voice: Voice, track: Track = untracked) -> Built:
    """Write a table for each language wished into `out`, in the formats wished; the letterhead is not on them.

    Raises as `build` of editions does.
    """
    output.check_folder(root, out)
    submission = store.load(root, track)
    config = submission.config
    codes = chosen_languages(config, wish.languages)
    check_section(choice.section, [CATALOG, *(each.id for each in submission.sections)])
    writers = Writers(landscape(style_sheet(root, config, ("bilingual", wish.purpose))), wish.purpose)
    present = translations(root, submission, codes, track=track)
    findings = [*submission.findings, *present.findings]
    built: list[BuiltEdition] = []
    for code in track(BUILDING, codes):
        edition = single(submission, present, code, Policy.MARK)
        rows = _chosen(submission, edition, code, choice)
        if not rows:
            findings.append(NOTHING_TO_TRANSLATE.at(Place(language=code), language=code))
            continue
        document = _document(edition, code, rows, voice, wish.date)
        mark = stamp(DraftState(config.version, wish.date, wish.revision), languages.load(code))
        for format in wish.formats:
            written = writers.write(format, document, mark)
            findings += of_writers(submission, written.findings)
            name = f"{STEM}-{code}-bilingual.{format}"
            files.write_bytes(out, name, written.data)
            states = dict(sorted(Counter(each.state for each in rows).items()))
            built.append(BuiltEdition(str(out / name), "bilingual", (code,), format, states))
    return Built(tuple(built), tuple(across_languages(findings)))


def _chosen(submission: Submission, edition: SingleEdition, language: str, choice: Choice) -> list[Listed]:
    """The texts in the order of the edition, until there are so many words."""
    states = choice.states or (UNDONE if choice.words else USUAL)
    printed = [each for each in edition.standings if choice.section in ("", each.unit.section)]
    found: list[Listed] = []
    words = 0
    for each, entry in standing.listed(printed, (), states, submission.config.pivots.get(language)):
        found.append(replace(each, line=(entry.line if entry is not None else 0) or NO_LINE))
        words += wordcount.count(each.source)
        if choice.words and words >= choice.words:
            break
    return found


def _document(
    edition: SingleEdition, language: str, rows: Sequence[Listed], voice: Voice, date: str
) -> Document[Words]:
    roles = {each.unit.id: each.unit.role for each in edition.standings}
    lines = [
        _line(position, each, roles[each.id], edition.composed.numbers, voice) for position, each in enumerate(rows, 1)
    ]
    titles = {CATALOG: review.own_title(voice), **review.section_titles(edition.standings)}
    title = replace(edition.composed.document.title, mark="")
    return bilingual(title, lines, titles, _heads(rows, language, voice), language, Author(review.AUTHOR, date))


def _line(position: int, each: Listed, role: str, numbers: Mapping[str, str], voice: Voice) -> Line:
    translate = voice.translate
    number = numbers.get(each.id, "")
    if role == "note" and number:
        number = translate("note {number}").format(number=number)
    return Line(
        id=each.id,
        position=position,
        number=number,
        section=each.section,
        source=each.source,
        source_language=each.source_language,
        translation=each.translation,
        state=wording.state(each, translate),
        comment=_comment(each, voice),
    )


def _comment(each: Listed, voice: Voice) -> Comment | None:
    """What changed in the source since it was translated."""
    return review.comment(each, voice) if each.previous is not None and each.previous != each.source else None


def _heads(chosen: Sequence[Listed], language: str, voice: Voice) -> Heads:
    translate = voice.translate
    names = [languages.load(code).name for code in dict.fromkeys(each.source_language for each in chosen)]
    target = languages.load(language).name
    words = sum(wordcount.count(each.source) for each in chosen)
    figures = translate("Units: {units}. Words: {words}.")
    return Heads(
        language=voice.language.code,
        columns=(
            translate("No. and ID"),
            translate("Source"),
            translate("Translation"),
            translate("State"),
            translate("Remarks"),
        ),
        instructions=(
            f"{', '.join(names)} → {target}. "
            + figures.format(units=voice.number(len(chosen)), words=voice.number(words)),
            translate("Write in the column “Translation”, and your remarks in the last one. Leave the others alone."),
            translate(
                "Signs in a type of their own belong to the text: *…* is emphasis, [^…] a note, [](#…) a reference. "
                "Copy them to their place in the translation; translate nothing in them."
            ),
            translate("Do not split, join or move rows. A row without a translation may stay as it is."),
        ),
    )


def landscape(sheet: StyleSheet) -> StyleSheet:
    """The sheet for tables, in every language: its page on its side, narrow margins, rules between columns; a table may
    be broken wherever a page ends."""
    long, short = max(sheet.page.width, sheet.page.height), min(sheet.page.width, sheet.page.height)
    page = replace(sheet.page, width=long, height=short, left=MARGIN, right=MARGIN, top=MARGIN + 3, bottom=MARGIN + 5)
    return replace(
        sheet,
        page=page,
        tables=replace(sheet.tables, vertical=True, whole_rows=0),
        languages={code: landscape(each) for code, each in sheet.languages.items()},
    )
