"""Translations of a benchmark submission, and the edits that come after them.

A translation puts a word of the target language for each Russian word and leaves all markup where it is, so that the
catalogs hold what a translator's would: 80 of 100 entries translated, 10 fuzzy with their previous source, 10 empty.
"""

from __future__ import annotations

import re
from pathlib import Path
from random import Random
from zlib import crc32

from msgspec.structs import replace

from assembler.catalog import po
from assembler.catalog.model import Catalog, Entry, Reason, revised
from benchmarks.generate import ORIGINAL
from benchmarks.prose import WORD
from benchmarks.vocabulary import RUSSIAN, TARGETS

TRANSLATED = 0.8
FUZZY = 0.1

EDITED_WORDS = 0.08
"""The share of a paragraph's words that an edit replaces; one word at least."""

FORM = re.compile(r"\{form=\w+\}")
PARAGRAPH = re.compile(r"\{#(?P<id>s\d+-[pi]\d+)\}\n[> ]*(?P<text>.+)")
"""A paragraph or list item as it stands in a section: its ID, and its words on the next line."""


def translate(folder: Path) -> None:
    """Fill the catalogs in `folder`, which an update has just written and nobody has filled."""
    for file in sorted(folder.glob("locales/*/LC_MESSAGES/*.po")):
        language = file.parent.parent.name
        catalog, _ = po.read(file.read_bytes(), path=file.name, name=file.stem, language=language)
        file.write_bytes(po.write(_filled(catalog, Random(f"{language} {file.stem}"))))


def _filled(catalog: Catalog, random: Random) -> Catalog:
    entries = (_entry(entry, catalog.language, random) if entry.is_unit else entry for entry in catalog.entries)
    return replace(catalog, entries=tuple(entries))


def _entry(entry: Entry, language: str, random: Random) -> Entry:
    chance = random.random()
    if chance >= TRANSLATED + FUZZY:
        return entry
    text = translation(entry.source, language)
    if chance < TRANSLATED:
        return revised(entry, translation=text)
    earlier = edit_words(entry.source, random)
    return revised(entry, translation=text, fuzzy=True, previous=earlier, reason=Reason.SOURCE_CHANGED)


def translation(text: str, language: str) -> str:
    """`text` with every word replaced by one of the language, capital letters kept; forms of references go."""
    vocabulary = TARGETS[language]

    def word(found: re.Match[str]) -> str:
        other = vocabulary[crc32(found[0].lower().encode()) % len(vocabulary)]
        return other.capitalize() if found[0][0].isupper() else other

    return WORD.sub(word, FORM.sub("", text))


def edit(folder: Path, share: float = 0.05) -> tuple[str, ...]:
    """Change some words in this share of the paragraphs of all sources; the IDs of those that were edited."""
    random = Random("edit")
    files = sorted(folder.glob(f"sources/{ORIGINAL}/*.md"))
    present = [id for file in files for id in paragraphs(file.read_text(encoding="utf-8"))]
    chosen = frozenset(random.sample(present, round(share * len(present))))
    for file in files:
        text = file.read_text(encoding="utf-8")
        if changed := edit_section(text, chosen, random):
            file.write_text(changed, encoding="utf-8")
    return tuple(id for id in present if id in chosen)


def paragraphs(text: str) -> list[str]:
    """The IDs of the paragraphs and items of a section file, in order."""
    return [found["id"] for found in PARAGRAPH.finditer(text)]


def edit_section(text: str, chosen: frozenset[str], random: Random) -> str:
    """The section file with words of the chosen paragraphs replaced; empty when it has none of them."""
    places = [found.span("text") for found in PARAGRAPH.finditer(text) if found["id"] in chosen]
    if not places:
        return ""
    for start, end in reversed(places):
        text = text[:start] + edit_words(text[start:end], random) + text[end:]
    return text


def edit_words(text: str, random: Random) -> str:
    """`text` with about `EDITED_WORDS` of its words replaced by others; as it is when it has no word."""
    places = [found.span() for found in WORD.finditer(text)]
    if not places:
        return text
    for start, end in sorted(random.sample(places, max(1, round(EDITED_WORDS * len(places)))), reverse=True):
        other = random.choice([word for word in RUSSIAN if word != text[start:end].lower()])
        text = text[:start] + (other.capitalize() if text[start].isupper() else other) + text[end:]
    return text
