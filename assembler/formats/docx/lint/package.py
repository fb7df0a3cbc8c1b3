"""The package: parts that are named and absent, or present and unnamed; relationships that are used and not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assembler.findings import Finding
from assembler.formats.docx.lint.opened import Docx, R
from assembler.formats.finished.faults import DANGLING_RELATIONSHIP, MISSING_PART, UNDECLARED_PART

TYPES = "[Content_Types].xml"
TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONS = ".rels"


def package(file: Docx) -> Iterator[Finding]:
    """Everything about parts and the relationships between them."""
    yield from _types(file)
    if not file.main:
        yield file.at(MISSING_PART, part="word/document.xml")
    for part in ("", *(name for name in file.names if not name.endswith(RELATIONS))):
        yield from _relationships(file, part)


def _types(file: Docx) -> Iterator[Finding]:
    tree = file.tree(TYPES)
    if tree is None:
        return
    suffixes = {each.get("Extension", "").lower() for each in tree.all(f"{TYPE}Default")}
    named = {each.get("PartName", "").lstrip("/") for each in tree.all(f"{TYPE}Override")}
    for name in file.names:
        suffix = name.rpartition(".")[2].lower()
        if name != TYPES and name not in named and (suffix not in suffixes or suffix == "xml"):
            yield file.at(UNDECLARED_PART, part=name)
    for name in sorted(named - set(file.names)):
        yield file.at(MISSING_PART, part=name)


def _relationships(file: Docx, part: str) -> Iterator[Finding]:
    related = file.relationships(part)
    for each in related:
        if not each.external and each.target not in file.names and each.type != "hyperlink":
            yield file.at(MISSING_PART, part=each.target)
    if part.endswith(".xml"):
        known = {each.id for each in related}
        for id in dict.fromkeys(_used(file, part)):
            if id not in known:
                yield file.at(DANGLING_RELATIONSHIP, part=part, id=id)


def _used(file: Docx, part: str) -> Iterator[str]:
    """The relationships that a part names. Few elements do, so that their tags are asked for in the bytes."""
    tree = file.tree(part)
    if tree is None:
        return
    data = file.data(part)
    for prefix in set(re.findall(rb'xmlns:(\w+)="' + re.escape(R[1:-1].encode()) + rb'"', data)):
        names = set(re.findall(rb"<(?:\w+:)?(\w+)(?:\s[^<>]*)?\s" + prefix + rb':\w+="', data))
        for tag in tree.tags():
            if tag.rpartition("}")[2].encode() in names:
                yield from (
                    value for each in tree.all(tag) for name, value in each.items() if name.startswith(R) and value
                )
