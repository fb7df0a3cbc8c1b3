"""OpenDocument tools for tests: the RelaxNG schemas, the lint, a reader of what a file says."""

from __future__ import annotations

import copy
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

from lxml import etree

from assembler.document.model import Document, Words
from assembler.findings import Severity
from assembler.formats.odt.lint.lint import lint
from assembler.formats.odt.write import write
from assembler.formats.written import Purpose, Written
from assembler.style.load import shipped
from assembler.style.model import StyleSheet

UN = shipped("un")

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE, STYLE, TEXT, TABLE, FO = (
    f"{{{_OASIS}:{name}:1.0}}" for name in ("office", "style", "text", "table", "xsl-fo-compatible")
)
XLINK, XML = "{http://www.w3.org/1999/xlink}", "{http://www.w3.org/XML/1998/namespace}"
NS = {
    **{name: f"{_OASIS}:{name}:1.0" for name in ("office", "style", "text", "table", "meta")},
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
RELAXNG = "{http://relaxng.org/ns/structure/1.0}"

SCHEMA, MANIFEST_SCHEMA = "OpenDocument-v1.3-schema.rng", "OpenDocument-v1.3-manifest-schema.rng"


def part(data: bytes, name: str = "content.xml") -> etree._Element:
    """A part of an ODT file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def rng_errors(schemas: Path, data: bytes) -> list[str]:
    """What the schemas in a folder have against the parts of an ODT file."""
    found: list[str] = []
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                schema = _schema(schemas / (MANIFEST_SCHEMA if name.startswith("META-INF/") else SCHEMA))
                if not schema.validate(etree.fromstring(archive.read(name))):
                    found += [f"{name}: {error}" for error in schema.error_log]
    return found


@cache
def _schema(path: Path) -> etree.RelaxNG:
    """libxml2 misjudges elements that the schema gives two names at once; each gets a definition of its own."""
    tree = etree.parse(str(path))
    for element in list(tree.iter(f"{RELAXNG}element")):
        names = element.find(f"{RELAXNG}choice")
        if element.get("name") is None and names is not None and names is element[0]:
            _parted(element, names)
    return etree.RelaxNG(tree)


def _parted(element: etree._Element, names: etree._Element) -> None:
    choice = etree.Element(f"{RELAXNG}choice")
    for name in names:
        if name.tag != f"{RELAXNG}name":
            return
        one = copy.deepcopy(element)
        one.remove(one[0])
        one.set("name", name.text or "")
        choice.append(one)
    parent = element.getparent()
    assert parent is not None
    parent.replace(element, choice)


def lint_errors(data: bytes) -> list[str]:
    """The codes of what the lint calls errors."""
    return [finding.code for finding in lint(data, "edition.odt") if finding.severity is Severity.ERROR]


_BLANK, _TAB, _LINE, _HERE = "\ue000", "\ue001", "\ue002", "\ue003"
_WRITTEN_OUT = {0xE000: " ", 0xE001: "\t", 0xE002: "\n"}


def shown(element: etree._Element, *, notes: bool = False) -> str:
    """The words of an element as a word processor takes them: blanks collapsed, elements for blanks written out.

    Marks of notes and what stands between them are no words.
    """
    return _collapsed(_raw(element, notes, [])).replace(_HERE, "").translate(_WRITTEN_OUT)


def bookmarked(root: etree._Element) -> dict[str, str]:
    """The words inside each bookmark that begins and ends in one paragraph."""
    found: dict[str, str] = {}
    for paragraph in root.iter(f"{TEXT}p", f"{TEXT}h"):
        places: list[etree._Element] = []
        pieces = _collapsed(_raw(paragraph, False, places)).split(_HERE)
        starts: dict[str, int] = {}
        for position, place in enumerate(places, 1):
            name = str(place.get(f"{TEXT}name"))
            if place.tag == f"{TEXT}bookmark-start":
                starts[name] = position
            elif name in starts:
                found[name] = "".join(pieces[starts[name] : position]).translate(_WRITTEN_OUT)
    return found


def _raw(element: etree._Element, notes: bool, places: list[etree._Element]) -> str:
    """The text in a paragraph as it stands in the file; `places` takes the bookmarks, for each a sign in the text."""
    own = element.text or ""
    match etree.QName(element).localname:
        case "s":
            own = _BLANK * int(element.get(f"{TEXT}c", "1"))
        case "tab":
            own = _TAB
        case "line-break":
            own = _LINE
        case "bookmark-start" | "bookmark-end":
            places.append(element)
            own = _HERE
        case "note" if not notes:
            return ""
        case "span" if element.get(f"{TEXT}style-name") == "Footnote_20_anchor":
            return ""
    return own + "".join(_raw(child, notes, places) + (child.tail or "") for child in element)


def _collapsed(raw: str) -> str:
    """Of blanks in a row only the first, of those at the edges none; signs of places do not part blanks."""
    kept: list[str] = []
    after_blank = True
    for character in raw:
        if character not in " \t\r\n":
            kept.append(character)
            after_blank = after_blank and character == _HERE
        elif not after_blank:
            kept.append(" ")
            after_blank = True
    text = "".join(kept)
    bare = text.rstrip(f" {_HERE}")
    return bare + text[len(bare) :].replace(" ", "")


def written(edition: Document[Words], purpose: Purpose = "draft", sheet: StyleSheet = UN) -> Written:
    """The edition as ODT, in the shipped style unless another is given."""
    return write(edition, sheet, purpose=purpose)


def body(edition: Document[Words], purpose: Purpose = "draft", sheet: StyleSheet = UN) -> etree._Element:
    """The content part of the edition."""
    return part(written(edition, purpose, sheet).data)


def codes(result: Written) -> list[str]:
    return [finding.code for finding in result.findings]


def found(root: etree._Element, path: str) -> list[str]:
    """The strings that an XPath gives."""
    result = root.xpath(path, namespaces=NS)
    assert isinstance(result, list)
    return [str(each) for each in result]


def elements(root: etree._Element, path: str) -> list[etree._Element]:
    """The elements that an XPath gives."""
    result = root.xpath(path, namespaces=NS)
    assert isinstance(result, list)
    return [each for each in result if isinstance(each, etree._Element)]


def styles_of(root: etree._Element) -> list[str]:
    """The named style of each paragraph and heading, in order, notes left out; automatic styles by their parent."""
    automatic = "office:automatic-styles/style:style[@style:family='paragraph']"
    parents = {_get(style, "name"): _get(style, "parent-style-name") for style in elements(root, automatic)}
    used = found(root, ".//text:*[self::text:p or self::text:h][not(ancestor::text:note)]/@text:style-name")
    return [parents.get(name, name) for name in used]


def _get(style: etree._Element, attribute: str) -> str:
    return str(style.get(f"{STYLE}{attribute}"))


def own_properties(root: etree._Element, name: str) -> dict[str, str]:
    """The properties of an automatic style by their local names; empty for a named one."""
    children = elements(root, f"office:automatic-styles/style:style[@style:name='{name}']/*")
    return {etree.QName(str(key)).localname: str(value) for child in children for key, value in child.attrib.items()}


def properties_of(root: etree._Element, words: str) -> dict[str, str]:
    """What the paragraph with just these words says beyond its named style."""
    paragraphs = elements(root, ".//text:p|.//text:h")
    (style,) = (str(each.get(f"{TEXT}style-name")) for each in paragraphs if shown(each) == words)
    return own_properties(root, style)
