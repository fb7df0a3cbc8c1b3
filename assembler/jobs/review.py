"""`build --review`: an edition with the state of its translation beside the words, and its changes since a revision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from assembler.catalog import status as standing
from assembler.catalog.status import UNFINISHED, LanguageTally, Listed, Standing
from assembler.document import inline
from assembler.document.model import Author, Comment, Document, Span, Strong, Text, Words
from assembler.edition import review
from assembler.edition.localize import Policy
from assembler.edition.review import Said, Summary
from assembler.edition.tracked import tracked
from assembler.findings import Finding, Kind, Place, Severity, by_unit
from assembler.jobs.editions import SingleEdition, single
from assembler.jobs.translations import translations
from assembler.language import load as languages
from assembler.project import history, store
from assembler.project.config import CATALOG
from assembler.project.history import Revision
from assembler.project.store import Submission
from assembler.report import terminal, wording
from assembler.report.voice import Voice

AUTHOR = "assembler"
"""Whose comments and changes they are."""

NOT_IN_LANGUAGES_THEN = Kind(
    "language-not-there-yet",
    Severity.WARNING,
    "At the revision “{revision}” the submission had no edition in “{language}”; no changes are shown.",
    "Name a later revision.",
)


class Earlier(Struct, frozen=True):
    """The editions as they were at a revision, by language; those languages that it did not have are not there."""

    revision: Revision
    documents: Mapping[str, Document[Words]]


def earlier(root: Path, name: str, codes: Sequence[str]) -> Earlier:
    """The editions of these languages at the revision `name`. Raises ConfigurationError where git does not give it."""
    revision = history.revision(root, name)
    with history.at(root, revision) as folder:
        submission = store.load(folder)
        known = [code for code in codes if code in submission.config.languages]
        present = translations(folder, submission, known)
        documents = {
            code: single(submission, present, code, Policy.MARK).composed.document for code in known
        }  # fmt: skip
    return Earlier(revision, documents)


def reviewed(
    submission: Submission,
    edition: SingleEdition,
    language: str,
    voice: Voice,
    date: str,
    before: Earlier | None,
    told: Iterable[Finding] = (),
) -> SingleEdition:
    """The edition with its comments, its summary, and what changed since `before`. `date` is that of the comments,
    which say too what a check has `told` of units."""
    pivot = submission.config.pivots.get(language)
    document = replace(edition.composed.document, author=Author(AUTHOR, date))
    found = by_unit(told, language)
    document = review.with_comments(document, _comments(edition.standings, pivot, voice, found))
    findings: tuple[Finding, ...] = ()
    if before is not None and language in before.documents:
        document = tracked(before.documents[language], document, _moved(voice))
    elif before is not None:
        findings = (
            NOT_IN_LANGUAGES_THEN.at(Place(language=language), revision=before.revision.name, language=language),
        )
    count = sum(len(found.get(each.unit.id, ())) for each in edition.standings)
    document = review.with_summary(document, _summary(submission, edition.standings, language, voice, before, count))
    return replace(
        edition,
        composed=replace(edition.composed, document=document),
        findings=(*edition.findings, *findings),
    )


def _moved(voice: Voice) -> Comment:
    translate = voice.translate
    return review.comment(translate("Moved: before, it stood elsewhere."), (), voice.language.code)


def _comments(
    standings: Sequence[Standing], pivot: str | None, voice: Voice, found: Mapping[str, Sequence[Finding]]
) -> dict[str, Comment]:
    """A comment on each unit that has no current translation, or of which something was found."""
    notes = {each.unit.id for each in standings if each.unit.role == "note" or "note" in each.unit.within}
    comments = {
        each.id: comment(replace(each, line=entry.line if entry is not None else 0), voice, of_note=each.id in notes)
        for each, entry in standing.listed(standings, (), UNFINISHED, pivot)
    }
    for each in standings:
        if findings := found.get(each.unit.id):
            before = comments[each.unit.id].paragraphs if each.unit.id in comments else ()
            comments[each.unit.id] = Comment((*before, *_told(findings, voice, of_note=each.unit.id in notes)))
    return comments


def _told(findings: Iterable[Finding], voice: Voice, *, of_note: bool) -> Iterator[Words]:
    """What was found in a unit, each finding in a paragraph: what it is, in which words, what to do."""
    translate, code = voice.translate, voice.language.code
    for each in findings:
        label = terminal.severity_name(each.severity, translate)
        label = translate("Footnote: {state}").format(state=label) if of_note else label
        said = " ".join(filter(None, (voice.message(each), voice.hint(each))))
        language = each.place.language or code
        where = (Span(content=(Text(each.quote),), pairs=(("lang", language),)), Text(" ")) if each.quote else ()
        yield Words((Strong((Text(f"{label}: "),)), *where, Text(f"– {said}" if where else said)), code)


def comment(each: Listed, voice: Voice, *, of_note: bool = False) -> Comment:
    """What is to be said of a text without a current translation; that of a note stands at its mark, and says so."""
    translate = voice.translate
    state = wording.state(each, translate)
    if of_note:
        state = translate("Footnote: {state}").format(state=state)
    return review.comment(state, _said(each, voice), voice.language.code)


def _said(each: Listed, voice: Voice) -> Iterator[Said]:
    """The source as it is now, and how it changed since it was translated."""
    translate = voice.translate
    name = languages.load(each.source_language).name
    yield Said(translate("Source ({language}):").format(language=name), each.source, each.source_language)
    if each.previous is not None and each.previous != each.source:
        label = translate("What changed in it since it was translated:")
        yield Said(label, each.source, each.source_language, each.previous)


STATES = ("original", "translated", "fuzzy", "untranslated", "waiting")
"""The columns of the summary, which add up to all texts of a section."""

SELDOM = frozenset({"original", "waiting"})
"""Those that are left out where no section has such texts: all are translated, and from their originals."""


def _summary(
    submission: Submission,
    standings: Sequence[Standing],
    language: str,
    voice: Voice,
    before: Earlier | None,
    found: int,
) -> Summary:
    """Figures by section: texts by state, and the words that are still to be translated."""
    translate = voice.translate
    tally = standing.tally(standings, (), standing.word_counts(submission.units))
    names = wording.state_names(translate)
    states = tuple(state for state in STATES if state not in SELDOM or getattr(tally.units, state))
    title = translate("State of this edition: {language}").format(language=languages.load(language).name)
    return Summary(
        language=voice.language.code,
        title=title,
        paragraphs=tuple(_paragraphs(tally, voice, before, found)),
        head=(
            translate("Section"),
            translate("Texts"),
            *(names[state] for state in states),
            translate("Words to do"),
        ),
        rows=tuple(_rows(submission, standings, tally, states, voice)),
        total=(translate("Total"), *_figures(tally, states, voice)),
    )


def _rows(
    submission: Submission, standings: Iterable[Standing], tally: LanguageTally, states: Sequence[str], voice: Voice
) -> Iterator[tuple[Words, tuple[str, ...]]]:
    """The sections in the order of the edition, by their headings."""
    titles = {CATALOG: own_title(voice), **section_titles(standings)}
    for section in (CATALOG, *submission.printed):
        if section in tally.sections:
            name = titles.get(section, Words((Text(section),), voice.language.code))
            yield name, _figures(tally.sections[section], states, voice)


def own_title(voice: Voice) -> Words:
    """What stands for the words of the configuration among the sections."""
    translate = voice.translate
    return Words((Text(translate("Title, cover and parts")),), voice.language.code)


def section_titles(standings: Iterable[Standing]) -> dict[str, Words]:
    """The first heading of each section as its edition has it, by the section's ID."""
    titles: dict[str, Words] = {}
    for each in standings:
        if each.unit.role == "heading" and each.unit.section not in titles:
            shown = standing.shown(each)
            titles[each.unit.section] = Words(review.without_notes(inline.parse(shown.text)), shown.language)
    return titles


def _figures(tally: standing.Tally, states: Sequence[str], voice: Voice) -> tuple[str, ...]:
    units, words = tally.units, tally.words
    counts = (units.original + units.to_translate, *(getattr(units, state) for state in states))
    to_do = words.to_translate - words.translated
    return tuple(voice.number(count) if count else "–" for count in (*counts, to_do))


def _paragraphs(tally: LanguageTally, voice: Voice, before: Earlier | None, found: int) -> Iterator[Words]:
    """What the reader is looking at: how far it is, what the marks mean, which changes are shown."""
    translate, language = voice.translate, voice.language.code
    done = translate("Translated: {share} of the words. Comments beside the text give the source and the reason.")
    yield Words((Text(done.format(share=voice.percent(tally.percent))),), language)
    steps = wording.steps(translate)
    for state in UNFINISHED:
        if getattr(tally.units, state.value):
            yield Words((Text(steps[state.value]),), language, state.value)
    if found:
        said = translate("Comments also say what assembler check finds; findings: {count}.")
        yield Words((Text(said.format(count=voice.number(found))),), language)
    if before is not None:
        revision = before.revision
        said = translate(
            "Changes since {revision} ({commit}) are tracked: accept them all, and this is the present text; reject "
            "them all, and it is the earlier one."
        )
        yield Words((Text(said.format(revision=revision.name, commit=revision.commit[:10])),), language)
