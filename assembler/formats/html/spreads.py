"""Versions side by side: a table whose columns are headed by the names of their languages. Where there is no room for
columns the cells stand below each other, each under the name of its language."""

from __future__ import annotations

from collections.abc import Callable

from assembler.document import walk
from assembler.document.model import Blocks, Spread, Version, Words
from assembler.formats.html import text
from assembler.formats.html.ledger import Ledger
from assembler.language import load as languages
from assembler.language.direction import is_right_to_left
from assembler.style.spreads import box_of, ground, room_above

Write = Callable[[Blocks[Words]], None]
"""Writes the blocks of a cell."""


def spoken(ledger: Ledger, version: Version[Words]) -> str:
    """The language of a version, and its direction where that is not the page's, as attributes with the blank before
    them; nothing where the language is that around it."""
    tag = ledger.tag(version.language)
    rtl = is_right_to_left(version.language)
    turned = "" if rtl == ledger.right_to_left else f' dir="{"rtl" if rtl else "ltr"}"'
    return f' lang="{text.attribute(tag)}"{turned}' if tag else ""


def language_mark(version: Version[Words]) -> str:
    """What says which language follows; empty for none."""
    return f'<span class="language-mark">{text.escape(version.mark)} </span>' if version.mark else ""


def write_spread(ledger: Ledger, spread: Spread[Words], write: Write) -> None:
    """The names of the languages, then a row for each place in the text."""
    ledger.out.append('<table class="spread">\n<thead>\n<tr>')
    for words in spread.head:
        tag = ledger.tag(words.language)
        language = f' lang="{text.attribute(tag)}"' if tag else ""
        said = ledger.text(walk.plain_text(words.content))
        ledger.out.append(f'<th scope="col"{language}{ledger.turned(words)}>{said}</th>')
    ledger.out.append("</tr>\n</thead>\n<tbody>\n")
    for position, row in enumerate(spread.rows):
        follows_box = room_above(ledger.sheet, spread.rows, position) > 0
        ledger.out.append('<tr class="below-box">\n' if follows_box else "<tr>\n")
        for version in row:
            _write_cell(ledger, version, write)
        ledger.out.append("</tr>\n")
    ledger.out.append("</tbody>\n</table>\n")


def _write_cell(ledger: Ledger, version: Version[Words], write: Write) -> None:
    """A cell in its language; an empty one says nothing, not even the name of its language."""
    name = text.attribute(languages.load(version.language).name)
    named = f' data-language="{name}"' if version.blocks else ""
    box = f' class="{box_of(version)}-ground"' if ground(ledger.sheet, version) else ""
    ledger.out.append(f"<td{box}{spoken(ledger, version)}{named}>\n")
    with ledger.inside(version):
        write(version.blocks)
    ledger.out.append("</td>\n")
