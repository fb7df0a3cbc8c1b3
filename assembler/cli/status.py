"""`assembler status`."""

from __future__ import annotations

import click

from assembler.cli.door import Command, Door, common
from assembler.cli.messages import gettext as _

STATES = ("untranslated", "fuzzy", "waiting", "obsolete")
SHARE = click.FloatRange(0, 100)
SHARE.name = _("number")  # what click calls it in an error


@click.command(
    "status",
    cls=Command,
    help=_("Show how far each language is, in units and words, by section."),
    next_step=_("Next: translate locales/LANG/LC_MESSAGES/*.po in Poedit or another editor, then assembler build"),
)
@click.argument("languages", metavar=_("[LANG]…"), nargs=-1)
@click.option("--section", default="", metavar=_("SECTION"), help=_("Only this section."))
@click.option("--list", "listing", type=click.Choice(STATES), help=_("List the units in this state with their texts."))
@click.option(
    "--fail-under",
    type=SHARE,
    metavar=_("PERCENT"),
    help=_("Exit with 1 if less than this share of a language's words is translated."),
)
@common
def command(
    door: Door, languages: tuple[str, ...], section: str, listing: str | None, fail_under: float | None
) -> None:
    from msgspec import to_builtins

    from assembler.document.units import State
    from assembler.jobs.status import status
    from assembler.report import standing

    found = status(door.root, languages, section=section, listing=State(listing) if listing else None, track=door.track)
    value: dict[str, object] = {"languages": to_builtins(found.languages)}
    if listing:
        value["entries"] = [
            {"language": code, **to_builtins(each)} for code, entries in found.entries.items() for each in entries
        ]
    door.json(value)
    door.findings(each for each in found.findings if each.code != "missing-id")
    if listing:
        door.show(standing.listed(found.entries, _))
    else:
        door.show(standing.summary(found.languages, _))
        door.show(standing.by_section(found.languages, _))
    under = [code for code, tally in found.languages.items() if fail_under is not None and tally.percent < fail_under]
    for code in under:
        door.say(
            _("{language}: {percent:.1f} % translated, less than {limit:g} %.").format(
                language=code, percent=found.languages[code].percent, limit=fail_under
            )
        )
    if under:
        raise SystemExit(1)
    door.close(found.findings)
