"""A file of any format becomes chapters: pandoc's blocks, ready to be read as sections.

Word processors' files are read by ourselves, all others by pandoc; from here on they are alike. Nothing is written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct

from assembler.findings import Finding, Place
from assembler.formats.foreign import refusal
from assembler.formats.foreign.choice import Account, Brought, Changes
from assembler.formats.foreign.kind import MACROS_LEFT_OUT, Format, kind, wrong_name
from assembler.formats.foreign.nodes import ROLE, Node
from assembler.formats.foreign.package import Package
from assembler.formats.foreign.pieces import text_of
from assembler.formats.foreign.refusal import refused
from assembler.formats.foreign.split import By, Chapter, divided
from assembler.formats.foreign.structure import structured
from assembler.formats.pandoc.read import has_numbered_paragraphs
from assembler.formats.pandoc.run import MARKDOWN, PANDOC_WARNED, parse
from assembler.language import load as languages
from assembler.language.letters import fitting, may_be
from assembler.language.model import Language

READERS: Mapping[Format, str] = {"rtf": "rtf", "html": "html", "epub": "epub"}
"""What pandoc calls the formats that it reads for us."""
FEWEST_WORDS = 2
"""In another language, for them to be marked: names and abbreviations are tagged by chance."""


class Way(Struct, frozen=True):
    """How a file is to be read. `split` says where its sections begin; `whole` that it is one section."""

    changes: Changes = "accept"
    split: By = None
    whole: bool = False


AS_IT_IS = Way()
"""Changes accepted, divided at the highest headings; Markdown is one section."""


class Taken(Struct, frozen=True):
    """A file as chapters, in their order. `numbered` says that it has numbered paragraphs, `parts` are the titles of
    its parts, `pictures` those that it holds; title and subtitle are those that stood above the text."""

    origin: str
    format: Format
    chapters: tuple[Chapter, ...]
    parts: tuple[str, ...] = ()
    title: str = ""
    subtitle: str = ""
    numbered: bool = False
    pictures: Mapping[str, bytes] | None = None
    findings: tuple[Finding, ...] = ()


def take(data: bytes, origin: str, language: str, way: Way) -> Taken:
    """The file as chapters; `origin` is how messages name it.

    Raises UnreadableFileError, with the reason, where it cannot be read.
    """
    format = kind(data, origin)
    known = languages.load(language)
    account = Account(way.changes, _marking(known))
    brought, said = _read(data, origin, format, account)
    title, subtitle, flat = _headed(brought.blocks)
    blocks = flat if format == "markdown" else structured(flat, known, account.remarks)
    parted = divided(blocks, way.split, has_title=bool(title)) if not way.whole else None
    wrong = wrong_name(origin, format)
    return Taken(
        origin,
        format,
        (Chapter("", blocks),) if parted is None else parted.chapters,
        parts=() if parted is None else parted.parts,
        title=title or ("" if parted is None else parted.title),
        subtitle=subtitle,
        numbered=has_numbered_paragraphs(blocks, language),
        pictures=None if format in ("html", "markdown") else brought.pictures,
        findings=(*([wrong] if wrong else []), *said, *account.findings(Place(origin))),
    )


def _read(data: bytes, origin: str, format: Format, account: Account) -> tuple[Brought, list[Finding]]:
    """The blocks of a file, and what is said of it as a whole."""
    try:
        if format == "docx":
            from assembler.formats.foreign.docx import body

            package = Package(data, origin)
            return body.read(package, account), _macros(package, "vbaproject")
        if format in ("odt", "fodt"):
            from assembler.formats.foreign.odt import body as text

            if format == "fodt":
                return text.read_flat(data, origin, account), []
            package = Package(data, origin)
            return text.read(package, account), _macros(package, "basic/", "scripts/")
    except RecursionError as error:
        raise refused(origin, refusal.TOO_DEEP) from error
    except MemoryError as error:
        raise refused(origin, refusal.TOO_LONG) from error
    parsed = parse(data, reader=READERS.get(format, MARKDOWN), place=Place(origin))
    warnings = [PANDOC_WARNED.at(Place(origin), warning=each) for each in parsed.warnings]
    return Brought(parsed.ast["blocks"]), warnings


def _macros(package: Package, *signs: str) -> list[Finding]:
    holds = any(sign in name.lower() for name in package.names for sign in signs if not name.lower().endswith(".xlb"))
    return [MACROS_LEFT_OUT.at(Place(package.path))] if holds else []


def _headed(flat: list[Node]) -> tuple[str, str, list[Node]]:
    """The title and subtitle that their styles make out, each the first of its kind, and all else."""
    found: dict[str, str] = {}
    rest: list[Node] = []
    for node in flat:
        role: Any = node.get(ROLE)
        if role in ("title", "subtitle") and role not in found:
            found[role] = " ".join(text_of(node["c"]).split())
        else:
            rest.append({key: value for key, value in node.items() if key != ROLE} if role in found else node)
    return found.get("title", ""), found.get("subtitle", ""), rest


def _marking(own: Language) -> Callable[[str, str], str]:
    """Says of a text and the tag that a word processor gave it in which language it is to be marked.

    Tags are those of spelling checks and wrong as often as not, so the letters must agree with them.
    """

    def foreign(text: str, tag: str) -> str:
        code = tag.replace("_", "-").partition("-")[0].lower()
        words = [each for each in text.split() if sum(map(str.isalpha, each)) > 1]
        if code in ("", own.code) or len(words) < FEWEST_WORDS or not (code.isalpha() and code.isascii()):
            return ""
        if code in languages.known():
            return code if fitting(text, [own, languages.load(code)]) == [languages.load(code)] else ""
        return "" if may_be(text, own) else code

    return foreign


def stem(origin: str) -> str:
    """The name of a file without its suffix."""
    return PurePosixPath(origin).stem
