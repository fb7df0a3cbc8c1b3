"""`assembler update`."""

from __future__ import annotations

import click

from assembler.cli.door import Command, Door, common
from assembler.cli.messages import gettext as _


@click.command(
    "update",
    cls=Command,
    help=_("Write templates and catalogs: new texts come in, changed ones keep their translation as fuzzy."),
    next_step=_("Next: assembler status"),
)
@click.option(
    "--minor",
    "minor",
    multiple=True,
    metavar="ID",
    help=_("The change of this unit does not concern its translations."),
)
@click.option(
    "--write-sources",
    is_flag=True,
    help=_("Carry translations that were changed in catalogs into the parallel versions of their sections."),
)
@click.option("--dry-run", is_flag=True, help=_("Show what would happen, and write nothing."))
@common
def command(door: Door, minor: tuple[str, ...], write_sources: bool, dry_run: bool) -> None:
    from assembler.jobs.update import update
    from assembler.report import account, data

    updated = update(door.root, minor=frozenset(minor), dry_run=dry_run, write_sources=write_sources, track=door.track)
    door.json(
        {
            "accounts": {code: each.counts() for code, each in updated.accounts.items()},
            "changes": {code: each.changes() for code, each in updated.accounts.items()},
            "written": list(updated.written),
            "removed": list(updated.removed),
            "taken_into": {path: list(heirs) for path, heirs in updated.taken_into.items()},
            "carried": {code: list(ids) for code, ids in updated.carried.items()},
            "findings": data.findings(updated.findings),
        }
    )
    door.findings(updated.findings)
    door.show(account.lines(updated.accounts, door.voice))
    carried = _("{language}: carried into the section: {ids}.")
    if dry_run:
        carried = _("{language}: would be carried into the section: {ids}.")
    for code, ids in updated.carried.items():
        door.say(carried, language=code, ids=", ".join(ids))
    if dry_run:
        door.say(_("Files that would be written: {count}."), count=len(updated.written))
        removed = _("Would be removed, as nothing is left in it: {file}.")
        taken = _("Would be taken into {files} and removed: {file}.")
    else:
        door.say(_("Files written: {count}."), count=len(updated.written))
        removed = _("Removed, as nothing was left in it: {file}.")
        taken = _("Taken into {files} and removed: {file}.")
    for path in updated.removed:
        heirs = updated.taken_into.get(path, ())
        door.say((taken if heirs else removed), file=path, files=", ".join(heirs))
    door.close(updated.findings)
