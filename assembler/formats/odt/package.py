"""The package: properties, settings, manifest. The media type is its first entry and not compressed, as the standard
demands."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO

from assembler.formats import markup
from assembler.formats.archive import zipped
from assembler.formats.odt import xml

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"

LAYOUT = {
    "AddParaTableSpacing": False,  # the greater of two distances counts, as in Word and in browsers
    "AddParaTableSpacingAtStart": True,
    "AddParaSpacingToTableCells": True,
    "AddParaLineSpacingToTableCells": True,
    "AddExternalLeading": True,
    "ConsiderTextWrapOnObjPos": False,
    "DoNotJustifyLinesWithManualBreak": True,
    "DoNotResetParaAttrsForNumFont": False,
    "IgnoreFirstLineIndentInNumbering": False,
    "PropLineSpacingShrinksFirstLine": True,
    "TableRowKeep": True,
    "TabOverMargin": True,
    "TabOverSpacing": True,
    "TabsRelativeToIndent": True,
    "UnbreakableNumberings": True,
    "UseFormerLineSpacing": False,
    "UseFormerObjectPositioning": False,
    "UseFormerTextWrapping": False,
}
"""LibreOffice's switches of layout. It takes a file that is silent on them for one of an older version."""


def package(parts: Mapping[str, str | list[str] | bytes]) -> bytes:
    """The file; `parts` are XML by name, long ones in pieces, and pictures as bytes."""
    return zipped({"mimetype": MEDIA_TYPE, **parts, "META-INF/manifest.xml": _manifest(parts)}, stored=("mimetype",))


def _manifest(names: Iterable[str]) -> str:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{_media_type(name)}"/>'
        for name in names
    )
    return (
        f'{xml.DECLARATION}<manifest:manifest xmlns:manifest="{xml.MANIFEST}" manifest:version="{xml.VERSION}">'
        f'<manifest:file-entry manifest:full-path="/" manifest:version="{xml.VERSION}"'
        f' manifest:media-type="{MEDIA_TYPE}"/>{entries}</manifest:manifest>'
    )


PICTURES = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "svg": "image/svg+xml",
    "bmp": "image/bmp", "tif": "image/tiff", "tiff": "image/tiff",
}  # fmt: skip


def _media_type(name: str) -> str:
    ending = name.rpartition(".")[2]
    return "text/xml" if ending == "xml" else PICTURES.get(ending, "")


def meta_part(title: str, language: str, properties: Iterable[tuple[str, str]]) -> str:
    """`meta.xml`: title and language, no person and no date; what tells a draft from others, by name."""
    said = "".join(
        f'<meta:user-defined meta:name="{markup.attribute(name)}">{markup.clean(value)}</meta:user-defined>'
        for name, value in properties
    )
    return xml.part(
        "document-meta",
        f"<office:meta><dc:title>{markup.clean(title)}</dc:title>"
        f"<dc:language>{language}</dc:language>{said}</office:meta>",
    )


def settings_part() -> str:
    """`settings.xml`: how pages are laid out."""
    items = "".join(
        f'<config:config-item config:name="{name}" config:type="boolean">{str(on).lower()}</config:config-item>'
        for name, on in LAYOUT.items()
    )
    return xml.part(
        "document-settings",
        '<office:settings><config:config-item-set config:name="ooo:configuration-settings">'
        f"{items}</config:config-item-set></office:settings>",
    )


def measured_apart(data: bytes) -> bytes:
    """The same file, its lines measured as for paper of the finest sort and not as for a printer: they break elsewhere
    by a hair, and so do pages."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    end = b"</config:config-item-set>"
    parts["settings.xml"] = parts["settings.xml"].replace(end, FINEST + end, 1)
    return zipped(parts, stored=("mimetype",))


def rows(data: bytes) -> int:
    """How many rows the tables of a file have."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        return file.read("content.xml").count(b"<table:table-row ")


FINEST = (
    b'<config:config-item config:name="PrinterIndependentLayout" config:type="string">high-resolution'
    b"</config:config-item>"
)
"""Editions themselves are silent on it: with it LibreOffice 7.4 crashes on some long tables with notes."""
