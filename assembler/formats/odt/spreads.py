"""Versions side by side: a table without rules at its sides, a row for each place in the text, a column for each
language, whose name heads it on every page.

Rows break across pages, for the versions of a long paragraph would leave half a page blank otherwise; those that hold a
table do not, for a table in a cell is torn apart.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from assembler.document.model import Blocks, Spread, Version, Words
from assembler.formats import markup
from assembler.formats.odt import xml
from assembler.formats.odt.inlines import write_words
from assembler.formats.odt.ledger import Ledger, Part
from assembler.formats.odt.looks import line
from assembler.formats.odt.measures import mm, pt
from assembler.formats.odt.paragraphs import AS_STYLED, close_paragraph, open_paragraph, turned
from assembler.formats.odt.styles import COLUMN_HEAD, LANGUAGE_MARK
from assembler.formats.odt.text import span_tag
from assembler.style.model import Versions
from assembler.style.spreads import column_width, ground, is_whole, paddings

Write = Callable[[Blocks[Words]], None]
"""Writes the blocks of a cell."""


def language_mark(mark: str) -> str:
    """The words that say which language follows; empty for none."""
    return f"{span_tag(xml.name(LANGUAGE_MARK))}{markup.escape(mark)}\u2002</text:span>" if mark else ""


def write_spread(part: Part, spread: Spread[Words], write: Write) -> None:
    """A spread across the page. Between two tables stands a paragraph: word processors join them otherwise."""
    ledger, columns = part.ledger, len(spread.head)
    if part.after_table:
        part.out.append(separator(ledger, max(part.room, ledger.sheet.versions.apart)))
    measure, part.measure = part.measure, column_width(ledger.sheet, columns)
    part.out.append(_table_start(part, columns, new_page=spread.new_page))
    _write_head(part, spread)
    for position, row in enumerate(spread.rows):
        last = position == len(spread.rows) - 1
        _write_row(part, row, write, keeps=position in spread.keeps, last=last)
    part.out.append("</table:table>")
    part.measure, part.row_keeps = measure, None
    part.after_table, part.room = True, 0


def separator(ledger: Ledger, room: float = 0) -> str:
    """The lowest paragraph that there can be, so many points below what is above it."""
    low = (
        f'<style:paragraph-properties fo:margin-top="{pt(room)}" fo:margin-bottom="0pt" fo:line-height="0.4mm"/>'
        '<style:text-properties fo:font-size="2pt"/>'
    )
    style = ledger.automatic.style("paragraph", low, parent="Table Contents")
    return f'<text:p text:style-name="{style}"/>'


def _table_start(part: Part, columns: int, *, new_page: bool) -> str:
    """The start tag with the columns; a new kind of page that is due here is the table's own."""
    automatic, sheet = part.ledger.automatic, part.ledger.sheet
    master, part.master_next = part.master_next, ""
    broken = ' fo:break-before="page"' if new_page and not master else ""
    properties = (
        f'<style:table-properties style:width="{mm(sheet.page.text_width)}" table:align="margins"'
        f' table:border-model="collapsing"{broken}/>'
    )
    part.ledger.tables += 1
    style = automatic.style("table", properties, master=master)
    text, gutter = column_width(sheet, columns), sheet.versions.gutter
    widths = (text + sum(paddings(gutter, position, columns)) for position in range(columns))
    styles = (f'<style:table-column-properties style:column-width="{mm(width)}"/>' for width in widths)
    listed = (automatic.style("table-column", each) for each in styles)
    return f'<table:table table:name="Versions{part.ledger.tables}" table:style-name="{style}">' + "".join(
        f'<table:table-column table:style-name="{each}"/>' for each in listed
    )


def _write_head(part: Part, spread: Spread[Words]) -> None:
    """The names of the languages, again on every page, never at the foot of one."""
    part.out.append(f"<table:table-header-rows>{_row_start(part, whole=True)}")
    for position, words in enumerate(spread.head):
        _open_cell(part, position, len(spread.head), "", last=True)
        part.row_keeps, part.room = True, 0
        open_paragraph(part, COLUMN_HEAD, turned(part, words, AS_STYLED))
        write_words(part, words, None)
        close_paragraph(part)
        part.out.append("</table:table-cell>")
    part.out.append("</table:table-row></table:table-header-rows>")


def _write_row(part: Part, row: tuple[Version[Words], ...], write: Write, *, keeps: bool, last: bool) -> None:
    part.out.append(_row_start(part, whole=is_whole(row)))
    for position, version in enumerate(row):
        _open_cell(part, position, len(row), ground(part.ledger.sheet, version) or "", last=last)
        part.row_keeps, part.room, part.after_table = keeps, 0, False
        with part.ledger.inside(version):
            write(version.blocks)
            part.close_run()
        if part.after_table:
            part.out.append(separator(part.ledger, part.room))
        elif not version.blocks:
            open_paragraph(part, "Table Contents")
            close_paragraph(part)
        part.out.append("</table:table-cell>")
    part.out.append("</table:table-row>")


def _row_start(part: Part, *, whole: bool) -> str:
    kept = f'<style:table-row-properties fo:keep-together="{"always" if whole else "auto"}"/>'
    return f'<table:table-row table:style-name="{part.ledger.automatic.style("table-row", kept)}">'


def _open_cell(part: Part, position: int, columns: int, fill: str, *, last: bool) -> None:
    properties = _cell_properties(part.ledger.sheet.versions, position, columns, fill, last)
    style = part.ledger.automatic.style("table-cell", properties)
    part.out.append(f'<table:table-cell table:style-name="{style}" office:value-type="string">')


@cache
def _cell_properties(versions: Versions, position: int, columns: int, fill: str, last: bool) -> str:
    """Each cell draws the rule below it and the one to its right, where the sheet wants them."""
    left, right = paddings(versions.gutter, position, columns)
    below = line(0 if last else versions.row_rule, versions.rule_colour)
    beside = line(0 if position == columns - 1 else versions.column_rule, versions.rule_colour)
    drawn = f' fo:background-color="{fill.lower()}"' if fill else ""
    return (
        f'<style:table-cell-properties fo:padding-left="{mm(left)}" fo:padding-right="{mm(right)}" fo:padding-top="0mm"'
        f' fo:padding-bottom="0mm" fo:border-top="none" fo:border-bottom="{below}" fo:border-left="none"'
        f' fo:border-right="{beside}"{drawn}/>'
    )
