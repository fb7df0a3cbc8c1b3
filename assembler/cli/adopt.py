"""`assembler adopt FILE… --lang LANG`."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from assembler.cli.door import Command, Door, common
from assembler.cli.messages import gettext as _


@click.command(
    "adopt",
    cls=Command,
    help=_("Turn documents (DOCX, ODT, Markdown and others) into sections, with IDs, numbers and notes in place."),
    next_step=_("Next: assembler update, then assembler status"),
)
@click.argument(
    "sources", metavar=_("FILE…"), nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.option(
    "--lang", "language", required=True, metavar=_("LANG"), help=_("The language that the files are written in.")
)
@click.option("--original", is_flag=True, help=_("This language is the original of these sections."))
@click.option(
    "--split",
    metavar=_("LEVEL|PATTERN"),
    help=_(
        "Where sections begin: at headings of this level, at headings that this regular expression finds, or with "
        "“none” nowhere. Without it a document is divided at its highest headings, and Markdown is not."
    ),
)
@click.option(
    "--changes",
    type=click.Choice(["accept", "reject", "list"]),
    default="accept",
    help=_("What becomes of tracked changes; “list” accepts them, and shows them and all comments."),
)
@common
def command(
    door: Door,
    sources: tuple[Path, ...],
    language: str,
    original: bool,
    split: str | None,
    changes: Literal["accept", "reject", "list"],
) -> None:
    from random import SystemRandom

    from assembler.formats.foreign.split import asked
    from assembler.jobs.adopt import adopt
    from assembler.jobs.documents import Way
    from assembler.report import data

    whole = split == "none"
    way = Way(changes, None if split is None or whole else asked(split), whole)
    adopted = adopt(door.root, sources, language, original=original, way=way, random=SystemRandom(), track=door.track)
    door.json({"sections": list(adopted.paths), "findings": data.findings(adopted.findings)})
    for path in adopted.paths:
        door.say(f"  {path}")
    door.findings(adopted.findings)
    door.say(_("Sections adopted: {count}. Next: assembler update").format(count=len(adopted.paths)))
    door.close(adopted.findings)
