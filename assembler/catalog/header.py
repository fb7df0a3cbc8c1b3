"""The header entry of a catalog: `Name: value` lines in the order in which they stand.

A header is completed, never rewritten: what another tool or a translator put there stays, and no field tells the time
of our own work, so that the same input gives the same bytes.
"""

from __future__ import annotations

import re

from assembler.catalog.model import Entry, revised
from assembler.language.model import Language

CONTENT_TYPE = re.compile(r"^(Content-Type:)[ \t]*([^\n]*)$", re.MULTILINE | re.IGNORECASE)
CHARSET = re.compile(r"charset=([^\s;]+)", re.IGNORECASE)
NO_LANGUAGE = "und"
"""What a template is in: gettext warns of a header without language, and of one that leaves it empty."""
UTF8_TEXT = "text/plain; charset=UTF-8"


def fresh(language: Language | None, project: str) -> Entry:
    """The header of a new catalog, of a template when `language` is None."""
    return completed(Entry(None, ""), language, project)


def completed(header: Entry, language: Language | None, project: str) -> Entry:
    """The header with every field that gettext asks for, in UTF-8; the same entry when it has them already."""
    text = header.translation
    if charset(text).lower() not in ("utf-8", "utf8"):
        text = CONTENT_TYPE.sub(rf"\1 {UTF8_TEXT}", text)
    present = {name.lower() for name in names(text)}
    missing = [(name, value) for name, value in _required(language, project) if name.lower() not in present]
    if missing and text and not text.endswith("\n"):
        text += "\n"
    return revised(header, translation=text + "".join(f"{name}: {value}\n" for name, value in missing), fuzzy=False)


def united(header: Entry, other: Entry) -> Entry:
    """The header with the comments and fields of another one that it has not."""
    comments = dict.fromkeys((*header.comments, *other.comments))
    present = {name.lower() for name in names(header.translation)}
    lines = other.translation.split("\n")
    more = [line for line in lines if ":" in line and line.partition(":")[0].lower() not in present]
    text = header.translation + "\n" * bool(more and header.translation and not header.translation.endswith("\n"))
    return revised(header, comments=tuple(comments), translation=text + "".join(f"{line}\n" for line in more))


def charset(text: str) -> str:
    """The character set that a header names; empty when it names none or has the placeholder of a template."""
    declared = CONTENT_TYPE.search(text)
    found = CHARSET.search(declared[2]) if declared else None
    return found[1] if found and found[1].upper() != "CHARSET" else ""


def names(text: str) -> list[str]:
    """The names of a header's fields, in order."""
    return [line.partition(":")[0] for line in text.split("\n") if ":" in line]


def field(text: str, name: str) -> str:
    """The value of a header's field, empty when it has none of that name."""
    lines = (line.partition(":") for line in text.split("\n"))
    return next((value.strip() for key, _, value in lines if key.lower() == name.lower()), "")


def _required(language: Language | None, project: str) -> list[tuple[str, str]]:
    fields = [
        ("Project-Id-Version", project),
        ("PO-Revision-Date", ""),
        ("Last-Translator", ""),
        ("Language-Team", ""),
        ("MIME-Version", "1.0"),
        ("Content-Type", UTF8_TEXT),
        ("Content-Transfer-Encoding", "8bit"),
    ]
    fields[4:4] = [("Language", language.code if language else NO_LANGUAGE)]
    return [*fields, ("Plural-Forms", language.plural)] if language else fields
