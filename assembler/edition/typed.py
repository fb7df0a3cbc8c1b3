"""References that were typed by hand, where a link should be: “see paragraph 14”, «12-тармақта».

A typed number stays when numbers move. How people type them is data of the language, and so is what tells a paragraph
of another document. Quotations and notes are left alone: what they cite is nearly always elsewhere. So are the lists
that the edition makes: what is typed in them was typed elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from assembler.document import walk
from assembler.document.model import (
    Block,
    Blocks,
    Div,
    Document,
    Emphasis,
    Figure,
    Inlines,
    List,
    Paragraph,
    Strong,
    Table,
    Text,
    Words,
)
from assembler.document.names import LISTS
from assembler.findings import Finding, Kind, Phrase, Place, Severity, phrase
from assembler.language import load as languages

TYPED_REFERENCE = Kind(
    "typed-reference",
    Severity.INFO,
    "The number in “{text}” is typed by hand. If this submission is meant, it will be wrong as soon as numbers move.",
    "{suggestion}",
)
NOBODY = Phrase("Write a reference, [](#ID). At present nothing in this edition bears that number.")

AROUND = 5
"""How many words a quote has on each side of what was typed."""

_FIGURE = re.compile(r"\d")

Bearers = Mapping[tuple[str, int], list[tuple[int, str]]]
"""By kind and number the IDs that bear it in an edition, each with its run of numbers."""


def typed_references(document: Document[Words]) -> Iterator[Finding]:
    """What looks like a typed reference in the text of an edition, with the reference to write instead."""
    bearers = _bearers(document)
    run = 0
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.number is not None:
            run = block.number.series
        for id, words in _of_block(block):
            if words.mark or words.language != document.language:
                continue
            for kind, found in _found(words.content, document.language):
                place = Place(id=id, language=document.language)
                suggestion = _suggestion(kind, found, bearers, run)
                yield TYPED_REFERENCE.at(place, quote=_quote(found), text=found[0], suggestion=suggestion)


def _found(content: Inlines, language: str) -> Iterator[tuple[str, re.Match[str]]]:
    """By kind what was typed. What is generated is no finding, but it may say that another document is meant."""
    text, generated = _text(content)
    if not _FIGURE.search(text):
        return
    for kind, pattern in _patterns(language).items():
        for found in pattern.finditer(text):
            of_author = all(end <= found.start() or found.end() <= start for start, end in generated)
            if of_author and _ascends(found) and not _elsewhere(language, text[: found.start()], text[found.end() :]):
                yield kind, found


def _ascends(found: re.Match[str]) -> bool:
    """Whether a range goes up; “paragraph 3-1” is one paragraph that was put into a law later."""
    return not found["m"] or int(found["n"]) < int(found["m"])


def _quote(found: re.Match[str]) -> str:
    """What was typed with some words around it, by which an editor sees whose paragraph it is."""
    before, after = found.string[: found.start()].split(" "), found.string[found.end() :].split(" ")
    words = " ".join(before[-AROUND - 1 :]) + found[0] + " ".join(after[: AROUND + 1])
    return ("…" if len(before) > AROUND + 1 else "") + words.strip() + ("…" if len(after) > AROUND + 1 else "")


def _suggestion(kind: str, found: re.Match[str], bearers: Bearers, run: int) -> Phrase:
    """What to write instead. Where numbers begin again, the bearer in the same run of them is meant."""
    first = _bearer(bearers, kind, found["n"], run)
    last = _bearer(bearers, kind, found["m"], run) if found["m"] else first
    if not first or not last:
        return NOBODY
    to = f"{{to={last}}}" if found["m"] else ""
    return phrase("Write {reference} in its place, which is that number now.", reference=f"[](#{first}){to}")


def _bearer(bearers: Bearers, kind: str, number: str, run: int) -> str:
    those = bearers.get((kind, int(number)), [])
    return next((id for series, id in those if series == run), those[0][1] if those else "")


def _elsewhere(language: str, before: str, after: str) -> bool:
    """Whether the words around say that another document is meant."""
    typed = languages.load(language).typed
    return bool(re.search(typed.before, before) or re.match(typed.after, after))


@cache
def _patterns(language: str) -> Mapping[str, re.Pattern[str]]:
    typed = languages.load(language).typed
    number = rf"(?P<n>\d{{1,4}})(?:(?:\s*[–—-]\s*|\s+(?:{typed.to})\s+)(?P<m>\d{{1,4}}))?(?!\.?\d|/)"
    return {
        kind: re.compile(r"(?<![\w/.])" + pattern.replace(" ", r"\s+").replace("{n}", number), re.IGNORECASE)
        for kind, pattern in typed.kinds.items()
    }


def _bearers(document: Document[Words]) -> dict[tuple[str, int], list[tuple[int, str]]]:
    found: dict[tuple[str, int], list[tuple[int, str]]] = {}
    for block in walk.every_block(document.blocks):
        match block:
            case Paragraph(id=str(id), number=number) if number is not None:
                found.setdefault(("paragraph", number.value), []).append((number.series, id))
            case Table(id=str(id), number=int(value)):
                found.setdefault(("table", value), []).append((0, id))
            case Figure(id=str(id), number=int(value)):
                found.setdefault(("figure", value), []).append((0, id))
    for position, note in enumerate(document.notes, 1):
        found.setdefault(("note", position), []).append((0, note.id))
    return found


def _prose(blocks: Blocks[Words]) -> Iterator[tuple[str | None, Words]]:
    """The leaves of running text, without quotations."""
    for block in blocks:
        yield from _of_block(block)


def _of_block(block: Block[Words]) -> Iterator[tuple[str | None, Words]]:
    match block:
        case Paragraph():
            yield block.id, block.words
        case List():
            for item in block.items:
                yield from _prose(item.blocks)
        case Div() if block.name not in LISTS:
            yield from _prose(block.blocks)
        case Table():
            for row in block.rows:
                yield from ((cell.id, cell.words) for cell in row.cells)
        case _:
            return


def _text(content: Inlines) -> tuple[str, list[tuple[int, int]]]:
    """The whole text, and the stretches of it that are not the author's running words."""
    text, others = "", []
    for inline in content:
        piece = walk.plain_text((inline,))
        if not isinstance(inline, (Text, Emphasis, Strong)):
            others.append((len(text), len(text) + len(piece)))
        text += piece
    return text, others
