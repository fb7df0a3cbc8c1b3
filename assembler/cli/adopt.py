"""`assembler adopt FILE… --lang LANG`."""

from __future__ import annotations

from pathlib import Path

import click

from assembler.cli.door import Command, Door, common
from assembler.cli.messages import gettext as _


@click.command(
    "adopt",
    cls=Command,
    help=_("Turn Markdown files into sections of the submission, with IDs, numbers and notes in place."),
    next_step=_("Next: assembler update, then assembler status"),
)
@click.argument(
    "sources", metavar=_("FILE…"), nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.option(
    "--lang", "language", required=True, metavar=_("LANG"), help=_("The language that the files are written in.")
)
@click.option("--original", is_flag=True, help=_("This language is the original of these sections."))
@common
def command(door: Door, sources: tuple[Path, ...], language: str, original: bool) -> None:
    from random import SystemRandom

    from assembler.jobs.adopt import adopt
    from assembler.report import data

    adopted = adopt(door.root, sources, language, original=original, random=SystemRandom(), track=door.track)
    door.json({"sections": list(adopted.paths), "findings": data.findings(adopted.findings)})
    for path in adopted.paths:
        door.say(f"  {path}")
    door.findings(adopted.findings)
    door.say(_("Sections adopted: {count}. Next: assembler update").format(count=len(adopted.paths)))
    door.close(adopted.findings)
