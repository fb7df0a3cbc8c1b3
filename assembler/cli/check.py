"""`assembler check`."""

from __future__ import annotations

import click

from assembler.cli.door import Command, Door, common
from assembler.cli.messages import gettext as _

SEVERITIES = ("info", "warning", "error")


@click.command(
    "check",
    cls=Command,
    help=_("Say what is wrong with sources and translations."),
    next_step=_("Next: mend what is named, then assembler build"),
)
@click.argument("languages", metavar=_("[LANG]…"), nargs=-1)
@click.option("--rule", "rules", multiple=True, metavar=_("CODE"), help=_("Only findings with this code."))
@click.option(
    "--severity",
    type=click.Choice(SEVERITIES),
    default="error",
    show_default=True,
    help=_("Exit with 1 from this severity on."),
)
@common
def command(door: Door, languages: tuple[str, ...], rules: tuple[str, ...], severity: str) -> None:
    from assembler.findings import Severity
    from assembler.jobs.check import check
    from assembler.report import data

    found = [each for each in check(door.root, languages, door.track) if not rules or each.code in rules]
    door.json({"findings": data.findings(found)})
    door.findings(found)
    if not found:
        door.say(_("Nothing found."))
    door.close(found, Severity(severity))
