"""`assembler check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assembler.cli.door import Command, Door, common
from assembler.cli.messages import gettext as _

if TYPE_CHECKING:
    from assembler.findings import Finding

SEVERITIES = ("info", "warning", "error")


@click.command(
    "check",
    cls=Command,
    help=_("Say what is wrong with sources and translations, or with finished documents."),
    next_step=_("Next: mend what is named, then assembler build"),
)
@click.argument("languages", metavar=_("[LANG]…"), nargs=-1)
@click.option(
    "--rule",
    "rules",
    multiple=True,
    metavar=_("CODE"),
    help=_("Only findings with this code, as --json prints it; may be repeated."),
)
@click.option(
    "--severity",
    type=click.Choice(SEVERITIES),
    default="error",
    show_default=True,
    help=_("Exit with 1 from this severity on."),
)
@click.option(
    "--file",
    "files",
    multiple=True,
    type=click.Path(dir_okay=False),
    metavar=_("FILE"),
    help=_("Look at this finished document (.docx, .odt or .html), whoever saved it last, instead of the submission."),
)
@click.option(
    "--final",
    is_flag=True,
    help=_("With --file: also what no document may hold that is submitted, such as names, comments and dates."),
)
@common
def command(
    door: Door,
    languages: tuple[str, ...],
    rules: tuple[str, ...],
    severity: str,
    files: tuple[str, ...],
    final: bool,
) -> None:
    from assembler.findings import Severity
    from assembler.jobs.rules import check_rules
    from assembler.report import data

    if languages and files:
        raise click.UsageError(_("Languages and --file do not go together: a document is in one language."))
    if final and not files:
        raise click.UsageError(_("--final goes with --file."))
    check_rules(rules)
    found = [each for each in _found(door, languages, files, final) if not rules or each.code in rules]
    door.json({"findings": data.findings(found)})
    door.findings(found)
    if not found:
        door.say(_("Nothing found."))
    door.close(found, Severity(severity))


def _found(door: Door, languages: tuple[str, ...], files: tuple[str, ...], final: bool) -> list[Finding]:
    if files:
        from assembler.jobs.finished import check_files

        return check_files(Path.cwd(), files, final=final, track=door.track)
    from assembler.jobs.check import check

    return check(door.root, languages, door.track)
