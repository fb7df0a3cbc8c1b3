"""`assembler ids`."""

from __future__ import annotations

import click

from assembler.cli.door import Command, Door, common
from assembler.cli.messages import gettext as _


@click.command(
    "ids",
    cls=Command,
    help=_("Give an ID to every paragraph, item, table and note without one. No other byte of a file changes."),
    next_step=_("Next: assembler update"),
)
@click.option("--check", is_flag=True, help=_("Only say what is missing or wrong."))
@click.option(
    "--rename", nargs=2, metavar=_("OLD NEW"), help=_("Rename one ID everywhere in the sources and catalogs.")
)
@common
def command(door: Door, check: bool, rename: tuple[str, str] | None) -> None:
    from random import SystemRandom

    from assembler.jobs import ids
    from assembler.report import data

    if rename:
        done = ids.rename_id(door.root, *rename)
    elif check:
        done = ids.check(door.root, door.track)
    else:
        done = ids.assign(door.root, SystemRandom(), door.track)
    door.json({"changed": list(done.changed), "added": done.added, "findings": data.findings(done.findings)})
    for path in done.changed:
        door.say(f"  {path}")
    door.findings(done.findings)
    if rename:
        old, new = rename
        door.say(_("{old} is now {new}. Files changed: {files}."), old=old, new=new, files=len(done.changed))
    elif not check:
        door.say(_("IDs added: {added}. Files changed: {files}."), added=done.added, files=len(done.changed))
    missing = [each for each in done.findings if each.code == "missing-id"]
    if check and missing:
        raise SystemExit(1)
    door.close(done.findings)
