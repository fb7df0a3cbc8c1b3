"""`assembler build`."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assembler.cli.door import Command, Door, common
from assembler.cli.language import separated
from assembler.cli.messages import gettext as _

if TYPE_CHECKING:
    from assembler.document.units import State

OFFICES = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
"""LibreOffice on the PATH, and where its installers put it on macOS and Windows."""

LAYOUTS = ("columns", "interleaved")
TABLES = ("docx", "odt")
STATES = ("untranslated", "fuzzy", "translated", "waiting")
POLICIES = ("fail", "mark", "source", "omit")
AUTO = "auto"
"""The revision that git is asked for."""


def _date(text: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError as error:
        raise click.BadParameter(_("“{text}” is no date; write it as 2026-11-22.").format(text=text)) from error


@click.command(
    "build",
    cls=Command,
    help=_("Write the editions: a styled document for each language, into the folder out."),
    next_step=_("Next: read the documents. Before you submit: assembler check, then assembler build --final"),
)
@click.argument("languages", metavar=_("[LANG]…"), nargs=-1, callback=separated)
@click.option(
    "--format",
    "formats",
    default="docx",
    show_default=True,
    metavar=_("FORMATS"),
    help=_("Formats with commas: docx, odt, html, pdf; with --parallel also page, to check translations in a browser."),
)
@click.option(
    "--review",
    default="",
    metavar=_("LANGS"),
    help=_("Review editions of these languages: comments where the translation is not current, and a page of figures."),
)
@click.option(
    "--changed-since",
    "since",
    default="",
    metavar=_("REV"),
    help=_("In review editions, what changed since this git revision, as tracked changes."),
)
@click.option(
    "--bilingual",
    default="",
    metavar=_("LANGS"),
    help=_("In place of editions, tables for translation into these languages in a word processor (docx, odt)."),
)
@click.option(
    "--list",
    "states",
    default="",
    metavar=_("STATES"),
    help=_("In tables, only texts in these states, with commas: untranslated, fuzzy, translated, waiting."),
)
@click.option("--section", default="", metavar=_("SECTION"), help=_("In tables, only this section."))
@click.option(
    "--words",
    type=click.IntRange(min=1),
    metavar=_("NUMBER"),
    help=_("In tables, the next texts to be done, up to so many words."),
)
@click.option(
    "--missing",
    type=click.Choice(POLICIES),
    help=_(
        "Where there is no current translation: refuse (fail), mark the old or original text (mark), print the "
        "original (source), or leave it out (omit). By default mark, with --final fail."
    ),
)
@click.option("--final", is_flag=True, help=_("The edition that is submitted: no paragraph IDs, nothing missing."))
@click.option(
    "--date",
    default="",
    metavar=_("YYYY-MM-DD"),
    callback=lambda _context, _option, value: _date(value),
    help=_("The date that drafts are stamped with, beside the version in submission.toml."),
)
@click.option(
    "--revision",
    default="",
    metavar=_("REV"),
    help=_("The revision of the source texts that drafts are stamped with; auto asks git."),
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar=_("DIR"),
    help=_("Where to write (default: out in the submission)."),
)
@click.option(
    "--office",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="ASSEMBLER_OFFICE",
    metavar=_("PROGRAM"),
    help=_("LibreOffice, which makes PDF (default: soffice where it is usually installed)."),
)
@click.option(
    "--page-numbers/--no-page-numbers",
    default=None,
    help=_("Page numbers in the contents of the DOCX, which LibreOffice finds out (default: with --final)."),
)
@click.option(
    "--parallel",
    metavar=_("LANG,LANG"),
    help=_("An edition in two languages or more, paragraph beside paragraph; the first one gives the order of notes."),
)
@click.option(
    "--layout",
    type=click.Choice(LAYOUTS),
    help=_(
        "How a parallel edition stands: in columns, or one language below the other (interleaved). By default columns."
    ),
)
@click.option(
    "--contents",
    default="",
    metavar=_("LANG"),
    help=_("The language of the contents of a parallel edition (default: its first)."),
)
@common
def command(
    door: Door,
    languages: tuple[str, ...],
    formats: str,
    review: str,
    since: str,
    bilingual: str,
    states: str,
    section: str,
    words: int | None,
    missing: str | None,
    final: bool,
    date: str,
    revision: str,
    out: Path | None,
    office: Path | None,
    page_numbers: bool | None,
    parallel: str | None,
    layout: str | None,
    contents: str,
) -> None:
    from msgspec import to_builtins

    from assembler.edition.layout import Layout
    from assembler.edition.localize import Policy
    from assembler.jobs.build import USUAL_FORMATS, Review, Wish, build
    from assembler.jobs.writers import FORMATS, PAGE
    from assembler.project.history import described
    from assembler.report import data

    several = _parted(parallel or "")
    if not several and (parallel is not None or layout):
        raise click.UsageError(_("For a parallel edition name its languages: --parallel ru,en"))
    wanted = _formats(formats, TABLES if bilingual else (*FORMATS, PAGE))
    if contents and contents not in several:
        raise click.BadParameter(
            _("“{name}” is not among the languages of the parallel edition.").format(name=contents),
            param_hint="--contents",
        )
    if several and (review or bilingual):
        raise click.UsageError(_("--parallel goes without --review and --bilingual: build one after the other."))
    state = described(door.root) if revision == AUTO and not final else revision
    policy = Policy(missing) if missing else None
    named = _named(languages, review, since, bilingual, states or section or words, final=final)
    if PAGE in wanted:
        _check_page(several, final=final, is_alone=wanted == (PAGE,), languages=languages)
    wish = Wish(
        named, wanted or USUAL_FORMATS, final, policy, date, state, office or _office(), page_numbers,
        Review(door.voice, since) if review else None, several, Layout(layout or LAYOUTS[0]), contents,
    )  # fmt: skip
    folder = (out or door.root / "out").absolute()
    if bilingual:
        from assembler.jobs import bilingual as tables

        choice = tables.Choice(_states(states), section, words or 0)
        built = tables.build(door.root, folder, wish, choice, door.voice, door.track)
    elif PAGE in wanted:
        from assembler.jobs import parallel_page

        built = parallel_page.build(door.root, folder, wish, door.voice, door.track)
    else:
        built = build(door.root, folder, wish, door.track)
    door.json({"editions": to_builtins(built.editions), "findings": data.findings(built.findings)})
    door.findings(built.findings)
    for edition in built.editions:
        door.say(f"  {_shown(edition.path)}")
    if not built.editions:
        door.say(_("Nothing was written."))
    door.close(built.findings)


def _formats(formats: str, known: Sequence[str]) -> tuple[str, ...]:
    wanted = _parted(formats.lower())
    for each in wanted:
        if each not in known:
            raise click.BadParameter(
                _("“{name}” is no format; known: {known}.").format(name=each, known=", ".join(known)),
                param_hint="--format",
            )
    return wanted


def _check_page(several: Sequence[str], *, final: bool, is_alone: bool, languages: Sequence[str]) -> None:
    """The page is of several languages, is no document to be submitted, and nothing of one language."""
    if not several:
        raise click.UsageError(_("--format page shows languages side by side: --parallel ru,en"))
    if final:
        raise click.UsageError(_("--format page goes without --final: the page is there to check translations."))
    if is_alone and languages:
        raise click.UsageError(_("--format page is for --parallel alone; name another format for single languages."))


def _parted(names: str) -> tuple[str, ...]:
    """What stands between commas, each once."""
    return tuple(dict.fromkeys(each.strip() for each in names.split(",") if each.strip()))


def _states(states: str) -> tuple[State, ...]:
    from assembler.document.units import State

    for each in _parted(states):
        if each not in STATES:
            raise click.BadParameter(
                _("“{name}” is no state; known: {known}.").format(name=each, known=", ".join(STATES)),
                param_hint="--list",
            )
    return tuple(map(State, _parted(states)))


def _named(
    languages: tuple[str, ...], review: str, since: str, bilingual: str, choice: object, *, final: bool
) -> tuple[str, ...]:
    """The languages that are wished. What is not for all editions goes only with what it is for."""
    if review and bilingual:
        raise click.UsageError(_("--review and --bilingual ask for different documents: build one after the other."))
    if (review or bilingual) and languages:
        raise click.UsageError(_("--review and --bilingual name the languages themselves: --review ru,kk"))
    if (review or bilingual) and final:
        raise click.UsageError(_("With --final there are neither review editions nor tables: these are for drafts."))
    if since and not review:
        raise click.UsageError(_("--changed-since shows its changes in a review edition: --review LANG"))
    if choice and not bilingual:
        raise click.UsageError(_("--list, --section and --words choose what is in a table: --bilingual LANG"))
    return _parted(review or bilingual) or languages


def _shown(path: str) -> str:
    """Relative to where the user stands, if it lies below."""
    here = Path.cwd()
    return str(Path(path).relative_to(here)) if Path(path).is_relative_to(here) else path


def _office() -> Path | None:
    """The first LibreOffice that there is."""
    found = next(filter(None, map(shutil.which, OFFICES)), None)
    return Path(found) if found else None
