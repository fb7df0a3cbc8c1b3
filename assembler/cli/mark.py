"""`assembler mark STATE --lang LANG [ID]…`."""

from __future__ import annotations

import click

from assembler.cli.door import Command, Door, common
from assembler.cli.messages import gettext as _

STATES = ("reviewed", "fuzzy", "translated")


@click.command(
    "mark",
    cls=Command,
    help=_(
        "Say of translations that they were reviewed, are fuzzy, or are right as they stand (translated: neither "
        "fuzzy nor reviewed). IDs may be patterns in quotation marks: 'art07-*'. All that is named is marked, or "
        "nothing."
    ),
    next_step=_("Next: assembler status"),
)
@click.argument("state", metavar=_("STATE"), type=click.Choice(STATES))
@click.argument("names", metavar=_("[ID]…"), nargs=-1)
@click.option("--lang", "language", required=True, metavar=_("LANG"), help=_("The language of the translations."))
@click.option(
    "--section", "sections", multiple=True, metavar=_("SECTION"), help=_("All in this section that can be marked so.")
)
@click.option("--all", "everything", is_flag=True, help=_("All in this language that can be marked so."))
@click.option("--dry-run", is_flag=True, help=_("Show what would happen, and write nothing."))
@common
def command(
    door: Door,
    state: str,
    names: tuple[str, ...],
    language: str,
    sections: tuple[str, ...],
    everything: bool,
    dry_run: bool,
) -> None:
    from msgspec import to_builtins

    from assembler.catalog.marking import Mark
    from assembler.jobs.mark import Asked, mark
    from assembler.report import data

    left = {
        "untranslated": _("Left alone, without a translation: {count}."),
        "fuzzy": _("Left alone, still fuzzy: {count}."),
        "waiting": _("Left alone, waiting for the pivot: {count}."),
    }
    done = mark(door.root, Mark(state), language, Asked(names, sections, everything), dry_run=dry_run, track=door.track)
    door.json(
        {
            "marked": list(done.marked),
            "already": list(done.already),
            "left": to_builtins(done.left),
            "written": list(done.written),
            "findings": data.findings(done.findings),
        }
    )
    door.findings(done.findings)
    if not done.findings:
        said = _("Would be marked: {count}.") if dry_run else _("Marked: {count}.")
        door.say(said, count=len(done.marked))
        if done.already:
            door.say(_("Marked so already: {count}."), count=len(done.already))
        for name, ids in done.left.items():
            door.say(left[name], count=len(ids))
    if done.misnamed:
        raise SystemExit(2)
    door.close(done.findings)
