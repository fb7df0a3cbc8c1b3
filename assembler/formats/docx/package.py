"""The package: parts that say nothing of the text, relationships, content types, all in a fixed order."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import TypeAlias

from assembler.formats import markup
from assembler.formats.archive import zipped
from assembler.formats.docx import xml
from assembler.formats.docx.measures import twips
from assembler.style.model import Page, StyleSheet

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PACKAGE = "application/vnd.openxmlformats-package"
OFFICE = "application/vnd.openxmlformats-officedocument"

PACKAGE_METADATA = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
OFFICE_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006"

NO_MEDIA: Mapping[str, Mapping[str, str]] = {}
NOTHING: Mapping[str, Sequence[tuple[str, str, str, bool]]] = {}

CONTENT_TYPES = {
    "word/document.xml": f"{WORD}.document.main+xml",
    "word/styles.xml": f"{WORD}.styles+xml",
    "word/numbering.xml": f"{WORD}.numbering+xml",
    "word/settings.xml": f"{WORD}.settings+xml",
    "word/fontTable.xml": f"{WORD}.fontTable+xml",
    "word/footnotes.xml": f"{WORD}.footnotes+xml",
    "word/comments.xml": f"{WORD}.comments+xml",
    "word/header.xml": f"{WORD}.header+xml",
    "word/footer.xml": f"{WORD}.footer+xml",
    "word/theme/theme.xml": f"{OFFICE}.theme+xml",
    "docProps/core.xml": f"{PACKAGE}.core-properties+xml",
    "docProps/app.xml": f"{OFFICE}.extended-properties+xml",
    "docProps/custom.xml": f"{OFFICE}.custom-properties+xml",
}
"""By part, counted parts without their numbers."""

OF_PACKAGE = {
    "word/document.xml": f"{xml.R}/officeDocument",
    "docProps/core.xml": "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    "docProps/app.xml": f"{xml.R}/extended-properties",
    "docProps/custom.xml": f"{xml.R}/custom-properties",
}


PICTURES = {
    ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".bmp": "image/bmp",
    ".tif": "image/tiff", ".tiff": "image/tiff", ".emf": "image/x-emf", ".wmf": "image/x-wmf", ".svg": "image/svg+xml",
}  # fmt: skip

Part: TypeAlias = str | list[str] | bytes
"""XML as text, long ones in pieces; or the bytes of a file that came from elsewhere."""

Relation: TypeAlias = tuple[str, str, str, bool]
"""Id, type (the last word of its name), target, whether that lies outside."""


def package(
    parts: Mapping[str, Part],
    links: Mapping[str, Mapping[str, str]],
    related: Mapping[str, Sequence[Relation]] = NOTHING,
    media: Mapping[str, Mapping[str, str]] = NO_MEDIA,
) -> bytes:
    """The file. `links` has the addresses, with their ids, of parts that link outside, `media` the pictures of these
    parts by name; `related` the relationships of parts that came from elsewhere."""
    main = [(f"rId{n}", type, name) for n, (name, type) in enumerate(OF_PACKAGE.items(), 1) if name in parts]
    first = {"[Content_Types].xml": _content_types(parts), "_rels/.rels": _relationships(main, {})}
    inner = [
        (f"rId{posixpath.basename(name).removesuffix('.xml')}", f"{xml.R}/{_type_of_relation(name)}", name[5:])
        for name in parts
        if name.startswith("word/") and name.endswith(".xml") and name != "word/document.xml"
    ]
    shown = {part: [(id, f"{xml.R}/image", name) for name, id in names.items()] for part, names in media.items()}
    first["word/_rels/document.xml.rels"] = _relationships(
        [*inner, *shown.get("document.xml", ())], links["document.xml"]
    )
    if links["footnotes.xml"] or shown.get("footnotes.xml"):
        first["word/_rels/footnotes.xml.rels"] = _relationships(shown.get("footnotes.xml", ()), links["footnotes.xml"])
    for name, relations in related.items():
        if relations:
            inside = [(id, f"{xml.R}/{type}", target) for id, type, target, outside in relations if not outside]
            outside = {target: id for id, _, target, outside in relations if outside}
            first[f"word/_rels/{posixpath.basename(name)}.rels"] = _relationships(inside, outside)
    return zipped({**first, **parts})


def _type_of_relation(name: str) -> str:
    """`header` for `word/header12.xml`."""
    return posixpath.basename(name).removesuffix(".xml").rstrip("0123456789")


def _content_types(names: Iterable[str]) -> str:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{CONTENT_TYPES[re.sub(r"[0-9]", "", name)]}"/>'
        for name in names
        if name.endswith(".xml")
    )
    endings = dict.fromkeys(posixpath.splitext(name)[1] for name in names if not name.endswith(".xml"))
    pictures = "".join(f'<Default Extension="{each[1:]}" ContentType="{PICTURES[each]}"/>' for each in endings)
    return (
        f'{xml.DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{PACKAGE}.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{pictures}{overrides}</Types>'
    )


def _relationships(parts: Sequence[tuple[str, str, str]], addresses: Mapping[str, str]) -> str:
    inner = "".join(f'<Relationship Id="{id}" Type="{type}" Target="{file}"/>' for id, type, file in parts)
    outer = "".join(
        f'<Relationship Id="{id}" Type="{xml.R}/hyperlink" Target="{markup.attribute(address)}" TargetMode="External"/>'
        for address, id in addresses.items()
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{xml.DECLARATION}<Relationships xmlns="{namespace}">{inner}{outer}</Relationships>'


def settings_part(sheet: StyleSheet, language: str, *, even: bool = False, right_to_left: bool = False) -> str:
    """`word/settings.xml`: hyphenation, the separators of notes, the version of Word whose layout is meant,
    and lines before a hard break left as they are in justified text."""
    pages = "<w:evenAndOddHeaders/>" if even else ""
    bidi = f' w:bidi="{language}"' if right_to_left else ""
    hyphenation = '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="3"/>' if sheet.page.hyphenation else ""
    return (
        f'{xml.DECLARATION}<w:settings {xml.NAMESPACES}><w:zoom w:percent="100"/>'
        f'<w:defaultTabStop w:val="567"/>{hyphenation}{pages}<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
        f' w:val="15"/></w:compat><w:themeFontLang w:val="{language}"{bidi}/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def fonts_part(sheet: StyleSheet) -> str:
    """`word/fontTable.xml`: for each font of the sheet the ones that may stand in for it."""
    fonts = "".join(
        f'<w:font w:name="{markup.attribute(first)}">'
        + (f'<w:altName w:val="{markup.attribute(",".join(others))}"/>' if others else "")
        + '<w:charset w:val="CC"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>'
        for first, *others in dict.fromkeys(sheet.fonts.values())
    )
    return f"{xml.DECLARATION}<w:fonts {xml.NAMESPACES}>{fonts}</w:fonts>"


def core_part(title: str, language: str) -> str:
    """`docProps/core.xml`: title and language, no person and no date."""
    return (
        f'{xml.DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE_METADATA}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{markup.clean(title)}</dc:title><dc:language>{language}</dc:language>"
        "</cp:coreProperties>"
    )


def app_part() -> str:
    """`docProps/app.xml`: nothing, for Word asks for the part alone."""
    return f'{xml.DECLARATION}<Properties xmlns="{OFFICE_DOCUMENT}/extended-properties"/>'


def custom_part(properties: Sequence[tuple[str, str]]) -> str:
    """`docProps/custom.xml`: what tells a draft from others, by name."""
    said = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{position}" name="{markup.attribute(name)}">'
        f"<vt:lpwstr>{markup.clean(value)}</vt:lpwstr></property>"
        for position, (name, value) in enumerate(properties, 2)
    )
    return (
        f'{xml.DECLARATION}<Properties xmlns="{OFFICE_DOCUMENT}/custom-properties"'
        f' xmlns:vt="{OFFICE_DOCUMENT}/docPropsVTypes">{said}</Properties>'
    )


RUNNING = {
    "word/header1.xml": '<w:headerReference w:type="default" r:id="rIdheader1"/>',
    "word/header2.xml": '<w:headerReference w:type="first" r:id="rIdheader2"/>',
    "word/footer1.xml": '<w:footerReference w:type="default" r:id="rIdfooter1"/>',
    "word/footer2.xml": '<w:footerReference w:type="first" r:id="rIdfooter2"/>',
}
"""How the pages refer to their headers and footers."""


def section_properties(page: Page, parts: Container[str], others: str = "", *, right_to_left: bool = False) -> str:
    """`w:sectPr`: paper, margins, those headers and footers that are among the parts, and references to `others`; the
    first page has its own."""
    bidi = "<w:bidi/>" if right_to_left else ""
    running = "".join(reference for name, reference in RUNNING.items() if name in parts)
    turned = ' w:orient="landscape"' if page.width > page.height else ""
    return (
        f'<w:sectPr>{running}{others}<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{turned}/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" w:bottom="{twips(page.bottom)}"'
        f' w:left="{twips(page.left)}" w:header="{twips(page.header_distance)}"'
        f' w:footer="{twips(page.footer_distance)}" w:gutter="0"/><w:titlePg/>{bidi}</w:sectPr>'
    )
