"""`assembler concordance`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assembler.cli.door import Command, Door, common
from assembler.cli.language import separated
from assembler.cli.messages import gettext as _

if TYPE_CHECKING:
    from assembler.edition.concordance import Row

KINDS = {
    "paragraph": _("paragraph"),
    "item": _("subparagraph"),
    "table": _("table"),
    "figure": _("figure"),
    "note": _("footnote"),
    "heading": _("heading"),
    "article": _("article"),
    "articles": _("articles"),
    "chapter": _("chapter"),
    "section": _("section"),
    "annex": _("annex"),
}
"""What the kinds of rows are called; one that only a language's data names stands as it is."""

TEXT_KINDS = ("paragraph", "item", "table", "figure", "note")
"""What is no heading."""


@click.command(
    "concordance",
    cls=Command,
    help=_(
        "Show ID, number and first words in every language. Leaves with 1 if the number of a paragraph, subparagraph, "
        "table or figure differs between editions. Notes come last: they are numbered in the order of each edition."
    ),
    next_step=_("Next: read what stands above a paragraph whose number differs, then assembler build"),
)
@click.argument("languages", metavar=_("[LANG]…"), nargs=-1, callback=separated)
@click.option(
    "--csv",
    "csv_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar=_("FILE"),
    help=_("Write it into FILE, for Excel or LibreOffice, instead of showing it."),
)
@common
def command(door: Door, languages: tuple[str, ...], csv_file: Path | None) -> None:
    from assembler.jobs.concordance import concordance
    from assembler.project import output

    if csv_file:
        output.check_file(door.root, csv_file.absolute(), output.Sort.TABLE)
    found = concordance(door.root, languages, door.track)
    codes = tuple(dict.fromkeys(code for row in found.rows for code in row.texts))
    if csv_file is None:
        _show(door, codes, found.rows)
    else:
        _write(door, csv_file, codes, found.rows)
        door.say(f"  {csv_file}")
    door.json([_value(row) for row in found.rows])
    door.findings(found.findings, always=True)
    door.close(found.findings)


def _value(row: Row) -> dict[str, object]:
    return {"id": row.id, "kind": row.kind, "number": row.number, "numbers": row.numbers, "texts": row.texts}


def _show(door: Door, codes: Sequence[str], rows: Sequence[Row]) -> None:
    """IDs of headings, which can be long, are cut to the width of the others."""
    from assembler.report import listing

    widest = max((len(row.id) for row in rows if row.kind in TEXT_KINDS), default=0)
    cells = [
        (_number(door, row), listing.cut(row.id, max(widest, 8)), *(row.texts.get(code, "–") for code in codes))
        for row in rows
    ]
    looks = ["error" if row.differs else "" if row.kind in TEXT_KINDS else "strong" for row in rows]
    door.show(listing.fitted((_("number"), _("ID"), *codes), cells, looks, whole=2, width=door.width))


def _number(door: Door, row: Row) -> str:
    """`12`, `table 3` as the interface's language says it, or where numbers differ all of them."""
    if row.differs:
        return " / ".join(row.numbers.get(code) or "–" for code in row.texts)
    words = door.voice.language.references.get(row.kind)
    if words is None or not row.number or row.kind in ("paragraph", "item"):
        return row.number
    return words.one[words.default].format(n=row.number).replace("\u00a0", " ")


def _write(door: Door, file: Path, codes: Sequence[str], rows: Sequence[Row]) -> None:
    """A column for the number and one for the words of each language, as the Excel of the interface's language asks."""
    from assembler.project import files
    from assembler.report import listing

    numbers = [_("number ({language})").format(language=code) for code in codes]
    header = (_("ID"), _("kind"), *numbers, *codes)
    cells = [
        (
            row.id,
            KINDS.get(row.kind, row.kind),
            *(each.get(code, "") for each in (row.numbers, row.texts) for code in codes),
        )
        for row in rows
    ]
    table = listing.spreadsheet(header, cells, decimal=door.voice.language.numbers.decimal)
    files.write_bytes(file.parent.absolute(), file.name, table)
