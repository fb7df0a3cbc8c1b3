"""`assembler new DIR`."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from assembler.cli.door import Command, Door, common
from assembler.cli.messages import gettext as _
from assembler.cli.messages import language


@click.command(
    "new",
    cls=Command,
    help=_("Make a small submission in DIR that builds at once, or with --empty one without sections."),
    next_step=_("Next: cd DIR, then assembler build"),
)
@click.argument("folder_to_make", metavar=_("DIR"), type=click.Path(path_type=Path))
@click.option("--empty", is_flag=True, help=_("Without sections."))
@click.option(
    "--languages",
    default="ru,kk,en",
    show_default=True,
    metavar=_("LANGUAGES"),
    help=_("Codes with commas; the first is the original language."),
)
@common
def command(door: Door, folder_to_make: Path, empty: bool, languages: str) -> None:
    from assembler.jobs.new import new

    codes = [code.strip() for code in languages.split(",") if code.strip()]
    made = new(door.folder / folder_to_make, codes, empty=empty, speaking=language())
    door.json({"paths": list(made.paths), "findings": []})
    for path in made.paths:
        door.say(f"  {folder_to_make / path}")
    door.findings(made.findings)
    folder = shlex.quote(str(folder_to_make))
    if empty:
        door.say(
            _(
                "Next: put sections into {folder}/sources/{lang}/, or: cd {folder} && assembler adopt FILE --lang LANG"
            ).format(folder=folder, lang=codes[0])
        )
    else:
        door.say(_("Next: cd {folder} && assembler build"), folder=folder)
