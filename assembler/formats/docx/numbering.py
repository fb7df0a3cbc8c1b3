"""The numbering part: lists as they are met, and Word's two layers to describe them.

An abstract numbering says how levels look and stand; a numbering is one list that counts by it. Paragraphs of one
series share a numbering; wherever numbers do not simply go on (a new series, a gap left by an omitted paragraph) a
new one starts at the number wanted. Every ordered list has its own, so that it begins again; bullets have nothing
to count and share one.
"""

from __future__ import annotations

from msgspec import Struct

from assembler.document.model import List, ParagraphNumber, W
from assembler.formats import markup
from assembler.formats.docx import xml
from assembler.formats.docx.looks import indent
from assembler.formats.docx.measures import twips
from assembler.formats.docx.styles import NUMBERED
from assembler.language import markers
from assembler.language.direction import is_right_to_left
from assembler.language.model import Lists
from assembler.style.model import StyleSheet

LEVELS = 9
"""Word's lists have so many levels."""

FORMATS = {
    "decimal": "decimal",
    "lower-letter": "lowerLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cyrillic-letter": "russianLower",
}

PARAGRAPHS = 0
"""The abstract numbering of numbered paragraphs; the first numbering counts by it and belongs to their style."""


class Family(Struct, frozen=True):
    """One look of lists: `markers` is `ordered`, `letters`, `bullets`, or `paragraphs`; level 0 stands `edge` twips in.

    Versions in several languages have families of their own (`version`): their counts must not go on with each other.
    """

    markers: str
    edge: int
    version: str = ""
    lists: Lists | None = None


class Numbering:
    """The lists of one document, collected while its paragraphs go by."""

    def __init__(self, sheet: StyleSheet, lists: Lists, *, right_to_left: bool = False) -> None:
        self._sheet = sheet
        self._lists = lists
        self._rtl = right_to_left
        self._step = twips(sheet.lists.step)
        self._families: dict[Family, int] = {}
        self._numberings: list[str] = [_numbering(1, PARAGRAPHS)]
        self._shared: dict[int, int] = {}
        self._series: dict[tuple[str, int], tuple[str, int]] = {}
        self._version = ""

    def enter(self, version: str, lists: Lists) -> None:
        """What is counted from now on belongs to a version (empty: to none), whose language marks lists so."""
        self._version, self._lists = version, lists

    def of_paragraph(self, number: ParagraphNumber) -> str:
        """The `w:numPr` that shows `number`."""
        run = (self._version, number.series)
        shown, last = self._series.get(run, ("", 0))
        if not shown or number.value != last + 1:
            abstract = self._abstract(Family("paragraphs", 0, self._version)) if self._version else PARAGRAPHS
            shown = properties(self._start(abstract, 0, number.value), 0)
        self._series[run] = (shown, number.value)
        return shown

    def of_removed(self, number: ParagraphNumber) -> str:
        """The same for a paragraph that was taken out: it bears its old number and takes no part in the count."""
        return properties(self._start(PARAGRAPHS, 0, number.value), 0)

    def of_list(self, block: List[W], level: int, edge: int) -> str:
        """The `w:numPr` of a list's items at a `level` from 0, where level 0 stands `edge` twips in."""
        level = min(level, LEVELS - 1)
        if not block.ordered:
            return properties(self._bullets(edge), level)
        abstract = self._abstract(self._family("letters" if "letters" in block.classes else "ordered", edge))
        return properties(self._start(abstract, level, block.start), level)

    def part(self) -> str:
        """`word/numbering.xml`."""
        abstracts = "".join(self._abstract_xml(family, number) for family, number in self._families.items())
        numberings = "".join(self._numberings)
        paragraphs = _abstract_xml(PARAGRAPHS, "singleLevel", self._paragraph_level("", NUMBERED))
        return f"{xml.DECLARATION}<w:numbering {xml.NAMESPACES}>{paragraphs}{abstracts}{numberings}</w:numbering>"

    def _abstract(self, family: Family) -> int:
        return self._families.setdefault(family, len(self._families) + 1)

    def _family(self, markers: str, edge: int) -> Family:
        return Family(markers, edge, self._version, self._lists if self._version else None)

    def _bullets(self, edge: int) -> int:
        abstract = self._abstract(self._family("bullets", edge))
        if abstract not in self._shared:
            self._shared[abstract] = len(self._numberings) + 1
            self._numberings.append(_numbering(self._shared[abstract], abstract))
        return self._shared[abstract]

    def _start(self, abstract: int, level: int, start: int) -> int:
        number = len(self._numberings) + 1
        override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        self._numberings.append(_numbering(number, abstract, override))
        return number

    def _direction(self, version: str) -> str:
        """What makes markers run from right to left: as the version does that they stand in, or the document."""
        rtl = is_right_to_left(version) if version else self._rtl
        return "<w:rtl/>" if rtl else ""

    def _paragraph_level(self, version: str, style: str = "") -> str:
        look = self._sheet.roles.numbered
        text = markup.attribute(self._sheet.numbering.paragraph.replace("{n}", "%1"))
        place = indent(twips(look.left), twips(look.first))
        return _level(0, "decimal", text, place, style=style, direction=self._direction(version))

    def _abstract_xml(self, family: Family, number: int) -> str:
        if family.markers == "paragraphs":
            return _abstract_xml(number, "singleLevel", self._paragraph_level(family.version))
        return _abstract_xml(number, "multilevel", "".join(self._list_level(family, n) for n in range(LEVELS)))

    def _list_level(self, family: Family, level: int) -> str:
        place = indent(family.edge + (level + 1) * self._step, -self._step)
        lists = family.lists or self._lists
        if family.markers == "bullets":
            bullet = markup.attribute(markers.bullet(lists, level))
            return _level(level, "bullet", bullet, place, direction=self._direction(family.version))
        marker = markers.marker(lists, letters=family.markers == "letters", level=level)
        text = markup.attribute(marker.pattern.replace("{n}", f"%{level + 1}"))
        return _level(level, FORMATS[marker.digits], text, place, direction=self._direction(family.version))


def properties(number: int, level: int) -> str:
    """`w:numPr`: the paragraph belongs to numbering `number` at `level` from 0."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _numbering(number: int, abstract: int, override: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


def _abstract_xml(number: int, kind: str, levels: str) -> str:
    nsid = f"{0x1A000001 + number:08X}"
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{nsid}"/><w:multiLevelType w:val="{kind}"/>'
        f'<w:tmpl w:val="{nsid}"/>{levels}</w:abstractNum>'
    )


def _level(level: int, format: str, text: str, place: str, style: str = "", direction: str = "") -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{linked}<w:suff w:val="tab"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>{place}</w:pPr>'
        f'<w:rPr><w:b w:val="0"/><w:bCs w:val="0"/><w:i w:val="0"/><w:iCs w:val="0"/>{direction}</w:rPr></w:lvl>'
    )
