"""What a DOCX and an ODT file say, in one form, so that the two can be compared line by line.

A line is a paragraph: its style under one name for both formats, its marker as a word processor counts it, its words
with notes, fields and breaks in place, the words in another language, the bookmarks that begin in it or (those of
containers) just before it. Empty paragraphs, which the
formats need in different places, are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from assembler.language import markers
from tests import docx_parts, odf

DECIMAL = "decimal"


class Line(Struct, frozen=True):
    """A paragraph. `place` is `text`, `note 3` or `cell 1.2.header`; `languages` has words with their language."""

    place: str
    style: str
    marker: str
    text: str
    languages: tuple[tuple[str, str], ...] = ()
    bookmarks: tuple[str, ...] = ()


def kept(lines: Iterator[Line]) -> list[Line]:
    """Lines that say something; entries of the contents without the machinery around them, which differs."""
    bare = (replace(line, text=line.text.strip("‹›\t")) if line.style.startswith("TOC") else line for line in lines)
    return [line for line in bare if line.text.strip() or line.marker]


# --- DOCX ------------------------------------------------------------------------------------------------------

W = f"{{{docx_parts.W}}}"

DOCX_DIGITS = {
    "decimal": DECIMAL, "lowerLetter": "lower-letter", "lowerRoman": "lower-roman", "russianLower": "cyrillic-letter",
}  # fmt: skip


def docx_outline(data: bytes) -> list[Line]:
    """The lines of a DOCX file: body, then notes."""
    return kept(_Docx(data).lines())


class _Docx:
    def __init__(self, data: bytes) -> None:
        self.body = docx_parts.part(data, "word/document.xml").find(f"{W}body")
        self.notes = docx_parts.part(data, "word/footnotes.xml")
        self.numbering = docx_parts.part(data, "word/numbering.xml")
        self.starts = docx_parts.list_starts(data)
        self.counts: dict[tuple[str, str], int] = {}
        self.containers: list[str] = []
        self.tables = 0

    def lines(self) -> Iterator[Line]:
        assert self.body is not None
        yield from self.blocks(self.body, "text")
        for note in self.notes:
            if note.get(f"{W}type") is None:
                yield from self.blocks(note, f"note {note.get(f'{W}id')}")

    def blocks(self, parent: etree._Element, place: str) -> Iterator[Line]:
        for child in parent:
            match etree.QName(child).localname:
                case "p":
                    yield self.paragraph(child, place)
                case "tbl":
                    yield from self.table(child)
                case "bookmarkStart":
                    self.containers.append(str(child.get(f"{W}name")))
                case "sdt":
                    yield from self.blocks(child.find(f"{W}sdtContent"), place)  # type: ignore[arg-type]

    def table(self, table: etree._Element) -> Iterator[Line]:
        self.tables += 1
        for row in table.iterfind(f"{W}tr"):
            header = ".header" if row.find(f"{W}trPr/{W}tblHeader") is not None else ""
            cells = [cell for cell in row.iterfind(f"{W}tc") if not _goes_on(cell)]
            for number, cell in enumerate(cells, 1):
                yield from self.blocks(cell, f"cell {self.tables}.{number}{header}")

    def paragraph(self, paragraph: etree._Element, place: str) -> Line:
        (style,) = docx_parts.found(paragraph, "w:pPr/w:pStyle/@w:val")
        text, languages = self.words(paragraph)
        names = self.containers + docx_parts.found(paragraph, ".//w:bookmarkStart/@w:name")
        self.containers = []
        # Word repeats a note's number by a bookmark around its mark, OpenDocument by the note's own name.
        own = tuple(sorted(name for name in names if not name.startswith("_RefNote")))
        return Line(place, style, self.marker(paragraph), text, languages, own)

    def marker(self, paragraph: etree._Element) -> str:
        for number in docx_parts.found(paragraph, "w:pPr/w:numPr/w:numId/@w:val"):
            level = docx_parts.found(paragraph, "w:pPr/w:numPr/w:ilvl/@w:val")[0]
            abstract, start = self.starts[number]
            self.counts[number, level] = count = self.counts.get((number, level), int(start or 1) - 1) + 1
            path = f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']"
            kind = docx_parts.found(self.numbering, f"{path}/w:numFmt/@w:val")[0]
            pattern = docx_parts.found(self.numbering, f"{path}/w:lvlText/@w:val")[0]
            if kind == "bullet":
                return pattern
            return "" if kind == "none" else re.sub(r"%\d", markers.digits(DOCX_DIGITS[kind], count), pattern)
        return ""

    def words(self, paragraph: etree._Element) -> tuple[str, tuple[tuple[str, str], ...]]:
        text, languages = "", []
        field = ""
        for run in paragraph.iter(f"{W}r"):
            kind = docx_parts.found(run, "w:fldChar/@w:fldCharType")
            instruction = docx_parts.found(run, "w:instrText/text()")
            if kind == ["begin"] or instruction:
                field += "".join(instruction)
                continue
            if kind:
                text += _opened(field) if kind == ["separate"] else "›" if field else ""
                field = field if kind == ["separate"] else ""
                continue
            shown = self.run(run)
            text += shown
            if (tag := docx_parts.found(run, "w:rPr/w:lang/@w:val")) and shown:
                languages.append((shown, tag[0]))
        return text.replace(f"{UNSEEN}›", ""), _joined(languages)

    def run(self, run: etree._Element) -> str:
        text = ""
        for child in run:
            match etree.QName(child).localname:
                case "t":
                    text += child.text or ""
                case "br":
                    text += "\n"
                case "tab":
                    text += "\t"
                case "noBreakHyphen":
                    text += "\u2011"
                case "sym":
                    text += ","
                case "footnoteReference":
                    text += f"[{child.get(f'{W}id')}]"
                case "drawing":
                    text += picture(*docx_parts.found(child, ".//*[local-name()='docPr']/@descr"))
        return text


def picture(description: object = "") -> str:
    """A picture, by what is said in its place."""
    return f"‹picture: {description}›"


UNSEEN = "‹unseen"


def _opened(instruction: str) -> str:
    """The beginning of a field: what it is about, for both formats the same."""
    match instruction.split():
        case ["REF", target, *switches]:
            return f"‹number of {target}=" if {"\\r", "\\n"} & set(switches) else f"‹text of {target}="
        case ["NOTEREF", *_]:
            return "‹note="
        case ["SET", *_]:
            return UNSEEN
        case ["SEQ", name, *_]:
            return f"‹next {name}="
        case _:
            return "‹"


def _joined(pieces: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Neighbouring words of one language as one piece."""
    joined: list[tuple[str, str]] = []
    for text, tag in pieces:
        if joined and joined[-1][1] == tag:
            joined[-1] = (joined[-1][0] + text, tag)
        else:
            joined.append((text, tag))
    return tuple(joined)


# --- ODT -------------------------------------------------------------------------------------------------------

ODT_DIGITS = {"1": DECIMAL, "a": "lower-letter", "i": "lower-roman", "а, б, .., аа, бб, ... (ru)": "cyrillic-letter"}

STYLES = {
    "Text_20_body": "BodyText",
    "Contents_20_Heading": "TOCHeading",
    "Quotations": "Quote",
    "Footnote_20_Quote": "FootnoteTextQuote",
    "Footnote": "FootnoteText",
    "Table": "Caption",
    "Figure": "FigureCaption",
    "Picture": "Figure",
    "Table_20_Contents": "TableText",
    "Table_20_Heading": "TableHeading",
    **{f"Contents_20_{n}": f"TOC{n}" for n in range(1, 4)},
    **{f"List_20_{n}": f"ListBullet{n if n > 1 else ''}" for n in range(1, 6)},
    **{f"Numbering_20_{n}": f"ListNumber{n if n > 1 else ''}" for n in range(1, 6)},
    **{f"List_20_{n}_20_Cont.": f"ListContinue{n if n > 1 else ''}" for n in range(1, 6)},
}
"""LibreOffice's built-in names as Word's."""


def odt_outline(data: bytes) -> list[Line]:
    """The lines of an ODT file: body, then notes."""
    return kept(_Odt(data).lines())


class _Odt:
    def __init__(self, data: bytes) -> None:
        self.content, self.styles = odf.part(data), odf.part(data, "styles.xml")
        own = odf.elements(self.content, "office:automatic-styles/style:style")
        self.parents = {str(s.get(f"{odf.STYLE}name")): s.get(f"{odf.STYLE}parent-style-name") for s in own}
        self.tags = {str(s.get(f"{odf.STYLE}name")): _tag(s) for s in own}
        trees = (self.content, self.styles)
        self.lists = {
            str(each.get(f"{odf.STYLE}name")): each
            for tree in trees
            for each in odf.elements(tree, ".//text:list-style")
        }
        self.counts: dict[tuple[str, int], int] = {}
        self.chains: dict[str, str] = {}
        self.notes: list[etree._Element] = []
        self.tables = 0
        self.pending = ""

    def lines(self) -> Iterator[Line]:
        yield from self.blocks(odf.elements(self.content, "office:body/office:text")[0], "text", ())
        for note in self.notes:
            number = odf.found(note, "text:note-citation/text()")[0]
            yield from self.blocks(odf.elements(note, "text:note-body")[0], f"note {number}", ())

    def blocks(self, parent: etree._Element, place: str, around: tuple[str, ...]) -> Iterator[Line]:
        for child in parent:
            match etree.QName(child).localname:
                case "p" | "h":
                    yield self.paragraph(child, place)
                case "list":
                    yield from self.list(child, place, around)
                case "table":
                    yield from self.table(child)
                case "table-of-content" | "index-body" | "index-title":
                    yield from self.blocks(child, place, around)

    def list(self, element: etree._Element, place: str, around: tuple[str, ...]) -> Iterator[Line]:
        id, continued = str(element.get(f"{odf.XML}id")), element.get(f"{odf.TEXT}continue-list")
        chain = self.chains[id] = self.chains[continued] if continued else id
        for item in element:
            if etree.QName(item).localname == "list-item":
                self.pending = self.marker(element, item, chain, len(around) + 1)
            yield from self.blocks(item, place, (*around, chain))

    def marker(self, element: etree._Element, item: etree._Element, chain: str, level: int) -> str:
        start = item.get(f"{odf.TEXT}start-value")
        count = int(start) if start else self.counts.get((chain, level), 0) + 1
        self.counts[chain, level] = count
        style = self.lists[str(element.get(f"{odf.TEXT}style-name"))]
        (look,) = odf.elements(style, f"*[@text:level='{level}']")
        bullet = look.get(f"{odf.TEXT}bullet-char")
        if bullet is not None:
            return bullet
        prefix, format, suffix = (str(look.get(f"{odf.STYLE}num-{name}")) for name in ("prefix", "format", "suffix"))
        return prefix + markers.digits(ODT_DIGITS[format], count) + suffix

    def table(self, table: etree._Element) -> Iterator[Line]:
        self.tables += 1
        number = self.tables
        for row in odf.elements(table, ".//table:table-row"):
            header = ".header" if row.getparent().tag.endswith("table-header-rows") else ""  # type: ignore[union-attr]
            for position, cell in enumerate(odf.elements(row, "table:table-cell"), 1):
                yield from self.blocks(cell, f"cell {number}.{position}{header}", ())

    def paragraph(self, paragraph: etree._Element, place: str) -> Line:
        marker, self.pending = self.pending, ""
        name = str(paragraph.get(f"{odf.TEXT}style-name"))
        style = str(self.parents.get(name, name))
        pieces = [(text, tag) for text, tag in self.words(paragraph, "") if text]
        names = odf.found(paragraph, ".//text:bookmark-start/@text:name|.//text:bookmark/@text:name")
        own = tuple(sorted(set(names) - self.in_notes(paragraph)))
        plain = STYLES.get(style, style.replace("_20_", ""))
        spoken = _joined([(text, tag) for text, tag in pieces if tag])
        return Line(place, plain, marker, "".join(text for text, _ in pieces), spoken, own)

    def in_notes(self, paragraph: etree._Element) -> set[str]:
        return set(odf.found(paragraph, ".//text:note//*[self::text:bookmark or self::text:bookmark-start]/@text:name"))

    def words(self, element: etree._Element, tag: str) -> Iterator[tuple[str, str]]:
        """The pieces of a paragraph with their languages."""
        yield element.text or "", tag
        for child in element:
            yield from self.inline(child, tag)
            yield child.tail or "", tag

    def inline(self, element: etree._Element, tag: str) -> Iterator[tuple[str, str]]:
        match etree.QName(element).localname:
            case "s":
                yield " " * int(element.get(f"{odf.TEXT}c", "1")), tag
            case "tab":
                yield "\t", tag
            case "line-break":
                yield "\n", tag
            case "note":
                self.notes.append(element)
                yield f"[{odf.found(element, 'text:note-citation/text()')[0]}]", tag
            case "frame":
                yield picture(*odf.found(element, "*[local-name()='desc']/text()")), tag
            case "bookmark-ref" | "note-ref" | "sequence":
                yield _about(element), tag
            case "span":
                style = str(element.get(f"{odf.TEXT}style-name"))
                yield from self.words(element, self.tags.get(style) or tag)
            case _:
                yield from self.words(element, tag)


def _tag(style: etree._Element) -> str:
    properties = style.find(f"{odf.STYLE}text-properties")
    if properties is None or properties.get(f"{odf.FO}language") is None:
        return ""
    country = str(properties.get(f"{odf.FO}country"))
    return str(properties.get(f"{odf.FO}language")) + (f"-{country}" if country != "none" else "")


def _about(field: etree._Element) -> str:
    target, shown = field.get(f"{odf.TEXT}ref-name"), field.text or ""
    match etree.QName(field).localname:
        case "note-ref":
            return f"‹note={shown}›"
        case "sequence":
            return f"‹next {field.get(f'{odf.TEXT}name')}={shown}›"
        case _ if str(field.get(f"{odf.TEXT}reference-format")).startswith("number"):
            return f"‹number of {target}={shown}›"
        case _ if field.get(f"{odf.TEXT}reference-format") == "page":
            return ""
        case _:
            return f"‹text of {target}={shown}›"


def _goes_on(cell: etree._Element) -> bool:
    """Whether a cell is covered by one of a row above."""
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(f"{W}val") != "restart"
