"""`build --format page`: all languages side by side on one page, to check translations on a screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from assembler.catalog import status as standing
from assembler.document import walk
from assembler.document.units import State
from assembler.edition import fine
from assembler.edition.layout import Layout
from assembler.edition.localize import Policy
from assembler.edition.parallel import Plan, parallel
from assembler.edition.stamp import DraftState, stamp
from assembler.findings import Finding, across_languages
from assembler.jobs import build as editions
from assembler.jobs.build import STEM, Built, BuiltEdition, Wish, style_sheet
from assembler.jobs.check import check
from assembler.jobs.editions import SingleEdition, single
from assembler.jobs.parallel import languages_of
from assembler.jobs.pictures import Gallery
from assembler.jobs.review import own_title, section_titles
from assembler.jobs.translations import translations
from assembler.jobs.writers import PAGE
from assembler.project import files, output, store
from assembler.project.config import CATALOG
from assembler.project.store import Submission
from assembler.report.side.about import ParallelPage, Unit
from assembler.report.side.page import page
from assembler.report.voice import Voice
from assembler.tracking import BUILDING, Track, untracked


def build(root: Path, out: Path, wish: Wish, voice: Voice, track: Track = untracked) -> Built:
    """Write the page of the languages in `wish.parallel` into `out`, and what else is wished.

    Raises as `build` of editions does.
    """
    own = _page(root, out, wish, voice, track)
    others = tuple(format for format in wish.formats if format != PAGE)
    if not others:
        return own
    built = editions.build(root, out, replace(wish, formats=others), track)
    return Built((*built.editions, *own.editions), tuple(across_languages((*built.findings, *own.findings))))


def _page(root: Path, out: Path, wish: Wish, voice: Voice, track: Track) -> Built:
    """The page, with what `check` finds in its languages."""
    output.check_folder(root, out)
    submission = store.load(root, track)
    codes = languages_of(submission.config, wish.parallel)
    present = translations(root, submission, codes, track=track)
    gallery = Gallery(root, submission.config.languages)
    singles = {code: single(submission, present, code, Policy.MARK, gallery) for code in track(BUILDING, codes)}
    state = DraftState(date=wish.date, revision=wish.revision)
    about = gathered(root, submission, singles, check(root, codes, track), state, voice)
    name = "-".join((STEM, *codes, PAGE)) + ".html"
    files.write_text(out, name, page(about, voice))
    states = sum((Counter(each.states) for each in singles.values()), Counter[str]())
    built = BuiltEdition(str(out / name), "parallel", codes, PAGE, dict(sorted(states.items())))
    said = [each for edition in singles.values() for each in (*edition.missing, *edition.findings)]
    return Built((built,), tuple(across_languages([*submission.findings, *present.findings, *said])))


def gathered(
    root: Path,
    submission: Submission,
    singles: Mapping[str, SingleEdition],
    findings: Sequence[Finding],
    state: DraftState,
    voice: Voice,
) -> ParallelPage:
    """All that the page tells, from the editions of its languages in their order, and what was found in them."""
    config, codes = submission.config, tuple(singles)
    composed = {code: edition.composed for code, edition in singles.items()}
    first = singles[codes[0]]
    return ParallelPage(
        title=walk.plain_text(first.composed.document.title.content),
        document=fine.cut(parallel(composed, Plan(Layout.COLUMNS, codes[0]))),
        languages=codes,
        sheet=style_sheet(root, config, ("parallel", Layout.COLUMNS.value, "draft")),
        units={code: _units(edition, config.pivots.get(code)) for code, edition in singles.items()},
        sections={each.unit.id: each.unit.section for each in first.standings},
        titles=_titles(first, voice),
        findings=findings,
        pictures={name: picture for each in singles.values() for name, picture in each.pictures.items()},
        stamp=stamp(replace(state, version=config.version), voice.language),
    )


def _units(edition: SingleEdition, pivot: str | None) -> Mapping[str, Unit]:
    """How every unit stands, by its ID."""
    reviewed = {each.unit.id for each in edition.standings if each.is_reviewed}
    return {
        each.id: Unit(replace(each, line=entry.line if entry is not None else 0), each.id in reviewed)
        for each, entry in standing.listed(edition.standings, (), tuple(State), pivot)
    }


def _titles(edition: SingleEdition, voice: Voice) -> Mapping[str, str]:
    """The headings of the sections as plain text, by the section's ID; the configuration's words have one of ours."""
    return {
        section: walk.plain_text(words.content).replace("\n", " ")
        for section, words in {CATALOG: own_title(voice), **section_titles(edition.standings)}.items()
    }
