"""OpenDocument tools for tests: the RelaxNG schemas, a lint of references, a reader of what a file says.

The lint finds what no schema can: styles, lists, notes, bookmarks and sequences that are named and not there.
"""

from __future__ import annotations

import copy
import zipfile
from collections import Counter
from functools import cache
from io import BytesIO
from pathlib import Path

from lxml import etree

from assembler.document.model import Document, Words
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


def package_errors(data: bytes) -> list[str]:
    """What is wrong with the package: the media type first and stored, every part in the manifest and no other."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        first = archive.infolist()[0]
        parts = {name for name in archive.namelist() if name not in ("mimetype", "META-INF/manifest.xml")}
    manifest = part(data, "META-INF/manifest.xml")
    listed = {str(entry.get(f"{{{_OASIS}:manifest:1.0}}full-path")) for entry in manifest} - {"/"}
    found = [] if first.filename == "mimetype" and first.compress_type == zipfile.ZIP_STORED else ["mimetype"]
    return found + [f"manifest: {name}" for name in sorted(parts ^ listed)]


def reference_errors(data: bytes) -> list[str]:
    """Names that are used and not defined, or defined twice."""
    content, styles = part(data), part(data, "styles.xml")
    return [
        *_style_errors(content, styles),
        *_bookmark_errors(content),
        *_list_errors(content),
        *_note_errors(content),
        *(f"twice: {name}" for name in _repeated(_values(content, f"{XML}id"))),
        *(f"table twice: {name}" for name in _repeated(_values(content, f"{TABLE}name"))),
    ]


def _style_errors(content: etree._Element, styles: etree._Element) -> list[str]:
    common = _defined(styles.find(f"{OFFICE}styles"))
    masters = {f"master:{each.get(f'{STYLE}name')}" for each in styles.iter(f"{STYLE}master-page")}
    layouts = {f"layout:{each.get(f'{STYLE}name')}" for each in styles.iter(f"{STYLE}page-layout")}
    own = _defined(content.find(f"{OFFICE}automatic-styles"))
    fonts = {f"font:{each.get(f'{STYLE}name')}" for each in styles.iter(f"{STYLE}font-face")}
    known = common | masters | layouts | own | fonts
    return sorted({f"style: {used}" for tree in (content, styles) for used in _used(tree) if used not in known})


def _defined(container: etree._Element | None) -> set[str]:
    assert container is not None
    lists = {f"list:{each.get(f'{STYLE}name')}" for each in container.iter(f"{TEXT}list-style")}
    return lists | {f"{s.get(f'{STYLE}family')}:{s.get(f'{STYLE}name')}" for s in container.iter(f"{STYLE}style")}


_STYLED = {
    "p": "paragraph", "h": "paragraph", "span": "text", "a": "text", "list": "list", "index-entry-link-start": "text",
    "table-of-content-entry-template": "paragraph", "index-title-template": "paragraph",
}  # fmt: skip


def _used(tree: etree._Element) -> list[str]:
    """Every name of a style that an element uses, with its family."""
    found: list[str] = []
    for element in tree.iter("*"):
        name = etree.QName(element).localname
        found += [f"{_STYLED.get(name, name)}:{value}" for value in _attributes(element, f"{TEXT}style-name")]
        found += [f"text:{value}" for value in _attributes(element, f"{TEXT}visited-style-name")]
        found += [f"{name}:{value}" for value in _attributes(element, f"{TABLE}style-name")]
        found += [f"list:{value}" for value in _attributes(element, f"{STYLE}list-style-name")]
        found += [f"font:{value}" for value in _attributes(element, f"{STYLE}font-name")]
        found += [f"layout:{value}" for value in _attributes(element, f"{STYLE}page-layout-name")]
        found += [f"master:{value}" for value in _attributes(element, f"{STYLE}master-page-name")]
        for parent in _attributes(element, f"{STYLE}parent-style-name", f"{STYLE}next-style-name"):
            family = "master" if name == "master-page" else element.get(f"{STYLE}family")
            found.append(f"{family}:{parent}")
    return found


def _attributes(element: etree._Element, *names: str) -> list[str]:
    return [str(element.get(name)) for name in names if element.get(name)]


def _bookmark_errors(content: etree._Element) -> list[str]:
    starts, ends, points = (_values(content, f"{TEXT}name", f"{TEXT}bookmark{kind}") for kind in ("-start", "-end", ""))
    names = {*starts, *points}
    used = _values(content, f"{TEXT}ref-name", f"{TEXT}bookmark-ref")
    used += [href[1:] for href in _values(content, f"{XLINK}href") if href.startswith("#")]
    return [
        *(f"bookmark twice: {name}" for name in _repeated(starts + points)),
        *(f"bookmark not closed: {name}" for name in sorted(set(starts) ^ set(ends))),
        *(f"no bookmark: {name}" for name in sorted({*used} - names)),
    ]


def _list_errors(content: etree._Element) -> list[str]:
    seen: set[str] = set()
    found: list[str] = []
    for each in content.iter(f"{TEXT}list"):
        continued = each.get(f"{TEXT}continue-list")
        if continued is not None and continued not in seen:
            found.append(f"no list before: {continued}")
        seen.add(str(each.get(f"{XML}id")))
    return found


def _note_errors(content: etree._Element) -> list[str]:
    ids = _values(content, f"{TEXT}id", f"{TEXT}note")
    used = _values(content, f"{TEXT}ref-name", f"{TEXT}note-ref")
    inside = [f"note in a note: {note.get(f'{TEXT}id')}" for note in content.iter(f"{TEXT}note") if _in_note(note)]
    sequences = set(_values(content, f"{TEXT}name", f"{TEXT}sequence"))
    declared = set(_values(content, f"{TEXT}name", f"{TEXT}sequence-decl"))
    return [
        *inside,
        *(f"note twice: {id}" for id in _repeated(ids)),
        *(f"no note: {id}" for id in sorted({*used} - {*ids})),
        *(f"no sequence: {name}" for name in sorted(sequences - declared)),
    ]


def _in_note(note: etree._Element) -> bool:
    return next(note.iterancestors(f"{TEXT}note"), None) is not None


def _values(tree: etree._Element, attribute: str, tag: str = "*") -> list[str]:
    return [str(value) for element in tree.iter(tag) if (value := element.get(attribute)) is not None]


def _repeated(values: list[str]) -> list[str]:
    return sorted(value for value, count in Counter(values).items() if count > 1)


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
