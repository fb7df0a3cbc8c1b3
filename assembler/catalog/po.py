"""Catalogs as files: bytes into a `Catalog` and back.

What was not changed is written as it was read, byte for byte. Files of other tools may come with a byte order mark,
with CRLF or in another character set; they are read as they are, and said to be so.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from assembler.catalog import header, syntax
from assembler.catalog.model import Catalog, Entry, Reason
from assembler.errors import UnreadableFileError
from assembler.findings import Finding, Kind, Place, Severity

DAMAGED_CATALOG = Kind(
    "damaged-catalog",
    Severity.ERROR,
    "The catalog cannot be read: {reason}.",
    "Correct the line, or take the file from before the change. Nothing of it was used, nothing was written.",
)
EMPTY_FILE = Kind(
    "empty-catalog-file",
    Severity.ERROR,
    "There is nothing in the catalog's file, not even a header.",
    "Take the file from before. If there was nothing in it, remove it: the next update makes it anew.",
)
NO_CATALOG = Kind(
    "no-catalog",
    Severity.ERROR,
    "The file is a document or an archive, and no catalog.",
    "Put the catalog back as it was before. A document with a translation comes in with: "
    "assembler adopt FILE --lang LANG",
)
UNDECODABLE_CATALOG = Kind(
    "undecodable-catalog",
    Severity.ERROR,
    "The catalog is not written in {encoding}.",
    "Save it as UTF-8 and say so in its header: Content-Type: text/plain; charset=UTF-8.",
)
UNKNOWN_CHARSET = Kind(
    "unknown-charset",
    Severity.ERROR,
    "The catalog's header names the character set “{encoding}”, which is not known.",
    "Save it as UTF-8 and say so in its header: Content-Type: text/plain; charset=UTF-8.",
)
OTHER_CHARSET = Kind(
    "catalog-not-utf-8",
    Severity.INFO,
    "The catalog is written in {encoding}.",
    "The next update writes it in UTF-8.",
)
MISNAMED_CHARSET = Kind(
    "charset-misnamed",
    Severity.WARNING,
    "The catalog's header says {claimed}, but the catalog is in UTF-8 and was read so.",
    "The next update corrects the header.",
)
BYTE_ORDER_MARK = Kind(
    "byte-order-mark",
    Severity.INFO,
    "The catalog begins with a byte order mark; gettext's programs do not read it so.",
    "The next update takes the mark away.",
)
WRONG_LANGUAGE = Kind(
    "catalog-of-other-language",
    Severity.WARNING,
    "The catalog's header says that it is in “{found}”, its folder says “{language}”.",
    "Correct the header's Language field, or move the file to where it belongs.",
)
FOREIGN_LANGUAGE = Kind(
    "catalog-in-other-folder",
    Severity.ERROR,
    "The catalog's header is for “{found}”, another language of the submission; its folder says “{language}”.",
    "Move the file to where it belongs. If its words are in “{language}”, correct the header's Language field.",
)
DUPLICATE_ENTRY = Kind(
    "duplicate-entry",
    Severity.WARNING,
    "The entry stands twice in the catalog, first in line {first}.",
    "The next update keeps one; a second translation is kept at the end of the file, and the entry becomes fuzzy.",
)
EMPTIED_TRANSLATION = Kind(
    "translation-emptied",
    Severity.WARNING,
    "The entry had a translation, which was emptied.",
    "If nobody meant it, take the words from the file before: OmegaT empties fuzzy translations that nobody worked on.",
)
JOINED_VERSIONS = Kind(
    "versions-in-one-translation",
    Severity.WARNING,
    "Two versions of the translation stand in one, as msgcat joins files that differ.",
    "Keep one of them, and take out the lines with {mark}.",
)
JOINT = "#-#-#-#-#"
"""What msgcat puts before each version of a translation."""

STRING = rb'"((?:[^"\\\n]|\\.)*)"'
HEADER = re.compile(rb'^[ \t]*msgid[ \t]*""\s*msgstr\s*((?:' + STRING + rb"\s*)+)", re.MULTILINE)
DOCUMENTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf")
"""How files of word processors, archives and PDF begin."""
ASCII = bytes(range(32, 127))
WITH_MARK = "utf-8-sig"
"""UTF-8 with a byte order mark before it."""
UTF8 = ("utf-8", "ascii", WITH_MARK)


def read(data: bytes, *, path: str, name: str, language: str = "") -> tuple[Catalog, list[Finding]]:
    """The catalog that a file holds. `path` is for messages; without `language` it is a template.

    Raises UnreadableFileError, with the line, when the file is no PO file or not in the encoding it claims.
    """
    place = Place(file=path, language=language or None)
    if language and not data.strip(b" \t\r\n\0"):
        raise UnreadableFileError(EMPTY_FILE.at(place))
    if data.startswith(DOCUMENTS):
        raise UnreadableFileError(NO_CATALOG.at(place))
    text, encoding = _decoded(data, place)
    try:
        entries, tail = syntax.parse(text)
    except syntax.DamagedError as damage:
        at = Place(file=path, line=damage.line, language=language or None)
        raise UnreadableFileError(DAMAGED_CATALOG.at(at, reason=damage.reason)) from None
    newline = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
    catalog = Catalog(language, name, entries, tail, encoding, newline)
    return catalog, list(_findings(catalog, place))


def write(catalog: Catalog) -> bytes:
    """The file that holds the catalog; no byte order mark is written."""
    pieces: list[str] = []
    for entry in catalog.entries:
        pieces.append(entry.raw or _new_lines(entry, first=not pieces, newline=catalog.newline))
        if not pieces[-1].endswith("\n") and entry is not catalog.entries[-1]:
            pieces.append(catalog.newline)
    return ("".join(pieces) + catalog.tail).encode(catalog.encoding.removesuffix("-sig"))


def _new_lines(entry: Entry, *, first: bool, newline: str) -> str:
    text = syntax.printed(entry)
    text = text if first else "\n" + text
    return text if newline == "\n" else text.replace("\n", newline)


def _decoded(data: bytes, place: Place) -> tuple[str, str]:
    """The text and the Python name of its encoding: what the header says, UTF-8 when it does not say.

    Letters of another set are UTF-8 by chance in no text of a few words; where they are, the header is wrong.
    """
    if data.startswith(codecs.BOM_UTF8):
        text, encoding = _decoded(data.removeprefix(codecs.BOM_UTF8), place)
        return text, WITH_MARK if encoding == "utf-8" else encoding
    claimed = _claimed(data) or "utf-8"
    try:
        encoding = codecs.lookup(claimed).name
        if ASCII.decode(encoding) != ASCII.decode("ascii"):
            raise UnreadableFileError(UNDECODABLE_CATALOG.at(place, encoding=claimed))
        if encoding != "utf-8" and not data.isascii() and _is_utf8(data):
            encoding = "utf-8"
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        at = Place(file=place.file, line=line, language=place.language)
        raise UnreadableFileError(UNDECODABLE_CATALOG.at(at, encoding=claimed)) from None
    except (LookupError, ValueError):
        raise UnreadableFileError(UNKNOWN_CHARSET.at(place, encoding=claimed)) from None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _known(charset: str) -> str:
    """Python's name of a character set; empty where it has none."""
    try:
        return codecs.lookup(charset).name
    except (LookupError, ValueError):
        return ""


def _claimed(data: bytes) -> str:
    """The character set that the header names. Its own signs are ASCII in each that can be meant."""
    found = HEADER.search(data)
    said = b"".join(re.findall(STRING, found[1])) if found else b""
    return header.charset(said.replace(b"\\n", b"\n").decode("ascii", "replace"))


def _findings(catalog: Catalog, place: Place) -> Iterator[Finding]:
    fields = catalog.header.translation if catalog.header else ""
    claimed = header.charset(fields)
    if catalog.encoding not in UTF8:
        yield OTHER_CHARSET.at(place, encoding=catalog.encoding)
    elif _known(claimed) not in ("", catalog.encoding.removesuffix("-sig")):
        yield MISNAMED_CHARSET.at(place, claimed=claimed)
    if catalog.encoding == WITH_MARK:
        yield BYTE_ORDER_MARK.at(place)
    found = header.field(fields, "Language")
    if catalog.language and found and code_of(found) != catalog.language:
        yield WRONG_LANGUAGE.at(place, found=found, language=catalog.language)
    yield from _duplicates(catalog, place)
    for entry in catalog.entries:
        if not entry.translation.strip() and _was_emptied(entry):
            yield EMPTIED_TRANSLATION.at(_at(entry, place))
        if JOINT in entry.translation:
            yield JOINED_VERSIONS.at(_at(entry, place), mark=JOINT)


def _duplicates(catalog: Catalog, place: Place) -> Iterator[Finding]:
    if len({entry.id for entry in catalog.entries}) == len(catalog.entries):
        return
    seen: dict[tuple[str | None, str], int] = {}
    for entry in catalog.entries:
        first = seen.setdefault((entry.id, entry.source), entry.line)
        if first != entry.line:
            yield DUPLICATE_ENTRY.at(_at(entry, place), first=str(first))


def code_of(field: str) -> str:
    """The language that a header's Language field names, without country, script and character set."""
    return re.split("[_@.-]", field)[0].lower()


def _was_emptied(entry: Entry) -> bool:
    """Whether something is remembered that is said of translations only; what was offered was nobody's work here."""
    is_remembered = entry.reason is not Reason.UNKNOWN or bool(entry.reviewed)
    return is_remembered and not entry.offered and entry.is_unit and not entry.obsolete


def _at(entry: Entry, place: Place) -> Place:
    return Place(file=place.file, line=entry.line, id=entry.id, language=place.language)
