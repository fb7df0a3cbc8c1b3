"""A letterhead's headers, footers, styles and pictures among the parts of an edition."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from msgspec import Struct

from assembler.formats import markup
from assembler.formats.docx import xml
from assembler.formats.docx.inlines import Look, run_look
from assembler.formats.docx.ledger import Ledger
from assembler.formats.docx.letterhead import clean
from assembler.formats.docx.letterhead.read import Letterhead, Strip
from assembler.formats.docx.letterhead.styles import Merging, merged, renamed
from assembler.formats.docx.package import Part, Relation

if TYPE_CHECKING:
    from lxml.etree import _Element

W = f"{{{xml.W}}}"


class Added(Struct, frozen=True):
    """What comes to the parts of the package: parts by name, those among them with their relationships, references of
    the section to headers and footers."""

    parts: dict[str, bytes]
    related: dict[str, tuple[Relation, ...]]
    """By part: id, type, target, whether it lies outside."""
    references: str


def lay_under(parts: dict[str, Part], ledger: Ledger, letterhead: Letterhead) -> Added:
    """Change the styles among `parts` to the letterhead's, and give what it adds."""
    styles = parts["word/styles.xml"]
    assert isinstance(styles, str)
    several = bool(ledger.document.front)
    merging = merged(styles, letterhead.styles, ledger.sheet, ledger.language.tag, several=several)
    pictures = {
        name: f"word/media/letterhead{position}{posixpath.splitext(name)[1].lower()}"
        for position, name in enumerate(letterhead.pictures, 1)
    }
    added: dict[str, bytes] = {pictures[name]: data for name, data in letterhead.pictures.items()}
    related: dict[str, tuple[Relation, ...]] = {}
    references: list[str] = []
    for position, ((element, which), strip) in enumerate(letterhead.strips.items(), 3):
        name = f"word/{element}{position}.xml"
        added[name] = _part(strip, merging, ledger)
        related[name] = (
            *((id, "image", pictures[target].removeprefix("word/"), False) for id, target in strip.pictures.items()),
            *((id, "hyperlink", target, True) for id, target in strip.links.items()),
        )
        references.append(f'<w:{element}Reference w:type="{which}" r:id="rId{element}{position}"/>')
    if letterhead.theme:
        added["word/theme/theme1.xml"] = letterhead.theme
    parts["word/styles.xml"] = merging.written()
    return Added(added, related, "".join(references) + _other_even_pages(letterhead, parts))


def _other_even_pages(letterhead: Letterhead, parts: dict[str, Part]) -> str:
    """Where even pages differ, those strips that do not are referred to once more."""
    if not letterhead.even:
        return ""
    positions = {key: position for position, key in enumerate(letterhead.strips, 3)}
    said = []
    for element in ("header", "footer"):
        if (element, "even") in positions:
            continue
        if (element, "default") in positions:
            said.append(f'<w:{element}Reference w:type="even" r:id="rId{element}{positions[element, "default"]}"/>')
        elif f"word/{element}1.xml" in parts:
            said.append(f'<w:{element}Reference w:type="even" r:id="rId{element}1"/>')
    return "".join(said)


def _part(strip: Strip, merging: Merging, ledger: Ledger) -> bytes:
    from lxml import etree

    tree = etree.fromstring(strip.tree)
    renamed(tree, merging)
    if strip.element == "footer" and ledger.stamp.text:
        tree.append(_stamp(ledger))
    return clean.written(tree)


def _stamp(ledger: Ledger) -> _Element:
    """A draft says which one it is on every page, also below a letterhead's own footer."""
    from lxml import etree

    text = (
        f'<w:p {xml.NAMESPACES}><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r>{run_look(Look(style="Stamp"))}'
        f'<w:t xml:space="preserve">{markup.clean(ledger.stamp.text)}</w:t></w:r></w:p>'
    )
    return etree.fromstring(text)
