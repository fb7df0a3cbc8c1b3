"""`assembler concordance`."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assembler.cli.door import Command, Door, common
from assembler.cli.messages import gettext as _
from assembler.cli.messages import language

if TYPE_CHECKING:
    from assembler.edition.concordance import Row


@click.command(
    "concordance",
    cls=Command,
    help=_(
        "Show what every edition prints at each ID: the number and the first words. Leaves with 1 if a number of a "
        "paragraph, subparagraph or table differs between editions. Notes come last; their numbers follow each edition."
    ),
    next_step=_("Next: assembler build"),
)
@click.argument("languages", metavar=_("[LANG]…"), nargs=-1)
@click.option(
    "--csv",
    "csv_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=_("FILE"),
    help=_("Write it into FILE for Excel or LibreOffice, instead of showing it."),
)
@common
def command(door: Door, languages: tuple[str, ...], csv_file: Path | None) -> None:
    from assembler.jobs.concordance import concordance
    from assembler.report import listing

    found = concordance(door.root, languages, door.track)
    codes = languages or tuple(dict.fromkeys(code for row in found.rows for code in row.texts))
    if csv_file is not None:
        _write(csv_file, codes, found.rows)
        door.say(f"  {csv_file}")
    else:
        header = (_("number"), _("ID"), *codes)
        cells = [(_number(row, codes), row.id, *(row.texts.get(code, "–") for code in codes)) for row in found.rows]
        door.show(listing.fitted(header, cells, [_look(row) for row in found.rows], whole=2, width=_width()))
    door.json([_value(row) for row in found.rows])
    door.findings(found.findings, always=True)
    door.close(found.findings)


def _value(row: Row) -> dict[str, object]:
    return {"id": row.id, "kind": row.kind, "number": row.number, "numbers": row.numbers, "texts": row.texts}


def _number(row: Row, codes: Sequence[str]) -> str:
    """The number, or where editions print different ones, all of them in the order of the languages."""
    printed = [row.numbers.get(code, "–") for code in codes if code in row.texts]
    return printed[0] if len(set(printed)) == 1 and printed[0] != "–" else " / ".join(printed) if row.numbers else ""


def _look(row: Row) -> str:
    return "strong" if row.kind not in ("paragraph", "item", "table", "note") else ""


def _width() -> int:
    return shutil.get_terminal_size((80, 24)).columns


def _write(file: Path, codes: Sequence[str], rows: Sequence[Row]) -> None:
    """A column for the number and one for the words of each language; the interface's language tells Excel's."""
    from assembler.language import load
    from assembler.project import files
    from assembler.report import listing

    numbers = (_("number ({language})").format(language=code) for code in codes)
    header = (_("ID"), _("kind"), *numbers, *codes)
    cells = (
        (row.id, row.kind, *(row.numbers.get(code, "") for code in codes), *(row.texts.get(code, "") for code in codes))
        for row in rows
    )
    data = listing.spreadsheet(header, cells, decimal=load.load(language()).numbers.decimal)
    files.write_bytes(file.parent.absolute(), file.name, data)
