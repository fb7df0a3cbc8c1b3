"""What lists are made of that is no part of the text: the members of the coalition, the terms of the submission."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec import Struct

from assembler.document.model import Blocks, Inlines, NoteMark, Paragraph, Span, Words
from assembler.document.terms import Concept
from assembler.document.walk import map_inlines
from assembler.edition.number import Chapter, Numbered
from assembler.findings import Finding
from assembler.language.model import Language


class Member(Struct, frozen=True):
    """A member of the coalition, in the edition's words; `site` is an address."""

    name: Words
    city: Words | None = None
    site: str = ""


class Material(Struct, frozen=True):
    """What a submission brings along for its lists. `terms` is None where it has no file of them."""

    members: tuple[Member, ...] = ()
    terms: tuple[Concept, ...] | None = None


class Source(Struct, frozen=True):
    """All that a list is made from: the edition, numbered, with references not resolved yet, and the material."""

    chapters: Sequence[Chapter]
    numbered: Numbered
    material: Material
    language: Language

    def by_chapter(self) -> Iterator[tuple[Chapter, Blocks[Words]]]:
        """Each chapter with its blocks as they are numbered."""
        blocks = iter(self.numbered.blocks)
        for chapter in self.chapters:
            yield chapter, tuple(islice(blocks, len(chapter.blocks)))


class Made(Struct, frozen=True):
    """The blocks of a list, none where there is nothing to list, and what is to be said of them."""

    blocks: Blocks[Words]
    findings: tuple[Finding, ...] = ()


def said(content: Inlines, language: Language, *classes: str) -> Paragraph[Words]:
    """A paragraph in the edition's own words."""
    return Paragraph(classes=classes, words=Words(content, language.code))


def spoken(words: Words, language: Language) -> Inlines:
    """Words of the edition among its own: where they stand in another language, for want of a translation, they say
    so."""
    if words.language == language.code:
        return words.content
    return (Span(words.content, pairs=(("lang", words.language),)),)


def without_notes(words: Words) -> Words:
    """The same words as they are repeated: a note is printed once, where it was called."""
    content = map_inlines(words.content, lambda inline: () if isinstance(inline, NoteMark) else (inline,))
    return Words(content, words.language, words.mark)
