"""`assembler status`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assembler.cli.door import Command, Door, common
from assembler.cli.language import separated
from assembler.cli.messages import gettext as _

if TYPE_CHECKING:
    from assembler.jobs.status import Status

STATES = ("untranslated", "fuzzy", "waiting", "obsolete")
SHARE = click.FloatRange(0, 100)
SHARE.name = _("number")  # what click calls it in an error


@click.command(
    "status",
    cls=Command,
    help=_("Show how far each language is, in units and words, by part, section and original language."),
    next_step=_("Next: translate locales/LANG/LC_MESSAGES/*.po in Poedit or another editor, then assembler build"),
)
@click.argument("languages", metavar=_("[LANG]…"), nargs=-1, callback=separated)
@click.option("--section", default="", metavar=_("SECTION"), help=_("Only this section."))
@click.option("--list", "listing", type=click.Choice(STATES), help=_("List the units in this state with their texts."))
@click.option(
    "--changed-since",
    "since",
    default="",
    metavar=_("REV"),
    help=_("Show what changed since this git revision; --list and --html show only what changed."),
)
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=_("FILE"),
    help=_("Write a page with all that is not done, to read in a browser."),
)
@click.option(
    "--fail-under",
    type=SHARE,
    metavar=_("PERCENT"),
    help=_("Exit with 1 if less than this share of a language's words is translated, or a text has no ID."),
)
@common
def command(
    door: Door,
    languages: tuple[str, ...],
    section: str,
    listing: str | None,
    since: str,
    page: Path | None,
    fail_under: float | None,
) -> None:
    from assembler.catalog.status import UNFINISHED
    from assembler.document.units import State
    from assembler.jobs.status import status
    from assembler.project import output
    from assembler.report import wording

    if page:
        output.check_file(door.root, page.absolute(), output.Sort.PAGE)
    wanted = {*([State(listing)] if listing else []), *(UNFINISHED if page else [])}
    found = status(door.root, languages, section=section, listing=wanted, since=since, track=door.track)
    under = [code for code, tally in found.languages.items() if fail_under is not None and tally.percent < fail_under]
    door.json(_json(found, listing, under if fail_under is not None else None))
    door.findings(each for each in found.findings if each.code != "missing-id")
    _show(door, found, listing)
    if found.without_id:
        door.say(wording.without_id(found.without_id, door.voice))
    if page:
        _write(door, found, page)
    for code in under:
        said = _("{language}: {share} translated, less than {limit}.")
        share, limit = (door.voice.percent(each) for each in (found.languages[code].percent, fail_under or 0))
        door.say(said, language=code, share=share, limit=limit)
    if under or (found.without_id and fail_under is not None):
        raise SystemExit(1)
    door.close(found.findings)


def _json(found: Status, listing: str | None, under: list[str] | None) -> dict[str, object]:
    from msgspec import to_builtins

    value: dict[str, object] = {"languages": to_builtins(found.languages), "without_id": found.without_id}
    if found.since:
        value["since"] = to_builtins(found.since)
        value["changes"] = [
            {"language": code, **to_builtins(each)} for code, changed in found.changes.items() for each in changed
        ]
    if listing:
        value["entries"] = [
            {"language": code, **to_builtins(each)}
            for code, entries in found.entries.items()
            for each in entries
            if each.state == listing
        ]
    if under is not None:
        value["under"] = under
    return value


def _show(door: Door, found: Status, listing: str | None) -> None:
    """The list that was asked for, else what changed since the revision that was asked for, else the sums."""
    from assembler.report import since, standing

    if listing:
        entries = {code: [each for each in rows if each.state == listing] for code, rows in found.entries.items()}
        door.show(standing.listed(entries, door.voice))
    elif found.since:
        revision = _("Since {revision} ({commit}):").format(revision=found.since.name, commit=found.since.commit[:10])
        door.say(revision)
        door.show([*since.summary(found.changes, door.voice, door.width), ()])
        door.show(since.listed(found.changes, door.voice))
    else:
        tables = (
            standing.summary(found.languages, door.voice, door.width),
            standing.by_section(found.languages, found.parts, door.voice, door.width),
            standing.by_original(found.languages, door.voice, door.width),
        )
        door.show(line for lines in tables if lines for line in (*lines, ()))


def _write(door: Door, found: Status, page: Path) -> None:
    from assembler.jobs.status_page import write

    write(page.absolute(), found, door.voice)
    door.say(_("Written: {file}"), file=str(page))
