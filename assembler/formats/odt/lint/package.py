"""The package: the media type first and stored, every part in the manifest and no other."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from assembler.findings import Finding
from assembler.formats.finished.faults import MIMETYPE_NOT_FIRST, MISSING_PART, UNDECLARED_PART
from assembler.formats.odt.lint.opened import DRAW, MANIFEST, XLINK, Odt

ESSENTIAL = ("content.xml", "styles.xml")
UNLISTED = frozenset({"mimetype", "META-INF/manifest.xml"})
"""Parts that the manifest need not name."""


def package(file: Odt) -> Iterator[Finding]:
    """Everything about the zip and its manifest."""
    first = file.entries[0]
    if first.filename != "mimetype" or first.compress_type != zipfile.ZIP_STORED or first.extra:
        yield file.at(MIMETYPE_NOT_FIRST)
    manifest = file.tree("META-INF/manifest.xml")
    entries = manifest.all(f"{MANIFEST}file-entry") if manifest else []
    listed = {entry.get(f"{MANIFEST}full-path", "") for entry in entries}
    parts = {name for name in file.names if not name.startswith("META-INF/")} - UNLISTED
    for name in sorted(parts - listed):
        yield file.at(UNDECLARED_PART, part=name)
    absent = {name for name in listed if not name.endswith("/")} - set(file.names)
    for name in sorted(absent | ({*ESSENTIAL, *_pictures(file)} - set(file.names))):
        yield file.at(MISSING_PART, part=name)


def _pictures(file: Odt) -> Iterator[str]:
    """The files of pictures that the text names, those inside the package."""
    hrefs = (each.get(f"{XLINK}href", "") for tree in file.stories for each in tree.all(f"{DRAW}image"))
    yield from (each.removeprefix("./") for each in hrefs if each.removeprefix("./").startswith("Pictures/"))
