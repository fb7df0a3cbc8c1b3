"""Writing DOCX in tests, and looking into its parts."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from assembler.document.model import Document, Words
from assembler.formats.docx.write import write
from assembler.formats.written import Purpose, Written
from assembler.style.load import shipped
from assembler.style.model import StyleSheet

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {"w": W}

UN = shipped("un")


def written(edition: Document[Words], purpose: Purpose = "draft", sheet: StyleSheet = UN) -> Written:
    """The edition as DOCX, in the shipped style unless another is given."""
    return write(edition, sheet, purpose=purpose)


def body(edition: Document[Words], purpose: Purpose = "draft", sheet: StyleSheet = UN) -> etree._Element:
    """The document part of the edition."""
    return part(written(edition, purpose, sheet).data, "word/document.xml")


def codes(result: Written) -> list[str]:
    return [finding.code for finding in result.findings]


def found(root: etree._Element, path: str) -> list[str]:
    """The strings that an XPath gives."""
    result = root.xpath(path, namespaces=NS)
    assert isinstance(result, list)
    return [str(each) for each in result]


def text_of(root: etree._Element) -> str:
    """All text of runs."""
    return "".join(found(root, ".//w:t/text()"))


def fields(root: etree._Element) -> list[str]:
    """The instructions of all fields."""
    return [text.strip() for text in found(root, ".//w:instrText/text()")]


def styles_of(root: etree._Element) -> list[str]:
    """The styles of all paragraphs."""
    return found(root, ".//w:pStyle/@w:val")


def list_starts(data: bytes) -> dict[str, tuple[str, str]]:
    """For each numbering its abstract numbering and the number that it starts with."""
    root = part(data, "word/numbering.xml")
    return {
        number: (
            found(root, f".//w:num[@w:numId='{number}']/w:abstractNumId/@w:val")[0],
            "".join(found(root, f".//w:num[@w:numId='{number}']//w:startOverride/@w:val")),
        )
        for number in found(root, ".//w:num/@w:numId")
    }


def numberings(root: etree._Element) -> list[str]:
    """The lists that paragraphs belong to, in order."""
    return found(root, ".//w:body//w:numId/@w:val")


def part(data: bytes, name: str) -> etree._Element:
    """One part of a DOCX file, parsed."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def bookmarked(root: etree._Element) -> dict[str, str]:
    """The words inside each bookmark of a part: what a reader sees, no note marks, a line break as a line feed."""
    texts: dict[str, str] = {}
    open_names: dict[str, str] = {}
    for element in root.iter("*"):
        match etree.QName(element).localname:
            case "bookmarkStart":
                name = open_names[_attribute(element, "id")] = _attribute(element, "name")
                texts[name] = ""
            case "bookmarkEnd":
                del open_names[_attribute(element, "id")]
            case "r":
                for name in open_names.values():
                    texts[name] += _seen(element)
    return texts


def _attribute(element: etree._Element, name: str) -> str:
    return str(element.attrib[f"{{{W}}}{name}"])


def _seen(run: etree._Element) -> str:
    if run.find(f"{{{W}}}rPr/{{{W}}}rStyle[@{{{W}}}val='FootnoteReference']") is not None:
        return ""
    signs = {"br": "\n", "tab": "\t", "noBreakHyphen": "\u2011"}
    kinds = ((etree.QName(child).localname, child.text or "") for child in run)
    return "".join(text if kind == "t" else signs.get(kind, "") for kind, text in kinds)


def word_parts(data: bytes) -> Iterator[tuple[str, etree._Element]]:
    """Every part of a DOCX file whose root is WordprocessingML, with its name."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                root = etree.fromstring(archive.read(name))
                if etree.QName(root).namespace == W:
                    yield name, root
