"""Put the words of an edition's language into the tree.

Every leaf becomes `Words`: the translation where there is a current one; where there is none, what the policy says,
and never silently: whatever is not current is counted and reported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import Enum

from assembler.catalog.status import Shown
from assembler.document import inline, units, walk
from assembler.document.model import Block, Blocks, Div, Inlines, Note, NoteMark, Section, Text, Words
from assembler.document.units import State, Unit
from assembler.findings import Finding, Kind, Phrase, Place, Severity, listed, phrase

MISSING = Kind(
    "translation-missing",
    Severity.ERROR,
    "There is no current translation into “{language}” ({state}).",
    "Translate it in the catalog, or build with another --missing policy.",
)
NOT_CURRENT = Kind(
    "not-current",
    Severity.WARNING,
    "The edition “{language}” has {count} units without a current translation ({states}); policy: {policy}.",
    "List them with: assembler status {language} --list {first}",
)
OMITTED = Text("[…]")
"""What stands for words that are left out; a paragraph keeps its number by it."""


class Policy(Enum):
    """What an edition does where there is no current translation."""

    FAIL = "fail"
    MARK = "mark"
    SOURCE = "source"
    OMIT = "omit"


Shelf = Mapping[str, Shown]
"""What can be shown of every unit in the edition's language, by ID."""


def localize(section: Section[str], shelf: Shelf, language: str, policy: Policy) -> Section[Words]:
    """The section in the words of `language`; `only` blocks of other languages and notes nobody calls are gone."""
    private = units.private_notes(section)

    def translated(id: str | None, text: str) -> Words:
        shown = shelf.get(id) if id is not None else None
        return words_of(shown or _without_id(section, text, language), policy, language)

    def own(_: str | None, text: str) -> Words:
        return Words(inline.parse(text), language)

    blocks = _localized(section.blocks, translated, own, language)
    notes = tuple(walk.map_note(note, own if note.id in private else translated) for note in section.notes)
    return Section(id=section.id, language=language, path=section.path, blocks=blocks, notes=_called(blocks, notes))


Rewrite = walk.Rewrite[str, Words]


def _localized(blocks: Blocks[str], translated: Rewrite, own: Rewrite, language: str) -> Blocks[Words]:
    """`only` blocks stand at the top of a section or inside divs: kept for their language in their own words."""
    result: list[Block[Words]] = []
    for block in blocks:
        if not isinstance(block, Div):
            result.append(walk.map_block(block, translated))
        elif block.name not in units.NOT_UNITS:
            result.append(_div(block, _localized(block.blocks, translated, own, language)))
        elif block.pair("lang") == language:
            result.append(walk.map_block(block, own))
    return tuple(result)


def _div(div: Div[str], blocks: Blocks[Words]) -> Div[Words]:
    return Div(id=div.id, classes=div.classes, pairs=div.pairs, line=div.line, name=div.name, blocks=blocks)


def _without_id(section: Section[str], text: str, language: str) -> Shown:
    """A leaf that no catalog knows: text of its own language, cells without letters, what has no ID yet."""
    foreign = section.language != language and any(character.isalpha() for character in text)
    own = section.language if foreign else language
    return Shown(text, own, State.UNTRANSLATED.value if foreign else "", text, own)


def words_of(shown: Shown, policy: Policy, language: str) -> Words:
    """The words of a leaf: the translation if it is current, else what the policy says."""
    if not shown.mark or policy in (Policy.MARK, Policy.FAIL):
        return Words(inline.parse(shown.text), shown.language, shown.mark)
    if policy is Policy.OMIT:
        return Words((OMITTED,), language)
    return Words(inline.parse(shown.source), shown.source_language)


def _called(blocks: tuple[Block[Words], ...], notes: tuple[Note[Words], ...]) -> tuple[Note[Words], ...]:
    marks = {mark for words in leaf_words(blocks) for mark in note_marks(words.content)}
    return tuple(note for note in notes if note.id in marks)


def leaf_words(blocks: tuple[Block[Words], ...]) -> list[Words]:
    """The words of every leaf in reading order; a table's caption before its cells."""
    found: list[Words] = []

    def collect(_: str | None, words: Words) -> Words:
        found.append(words)
        return words

    walk.map_blocks(blocks, collect)
    return found


def note_marks(content: Inlines) -> list[str]:
    return [each.id for each in walk.every_inline(content) if isinstance(each, NoteMark)]


def not_current(wanted: Iterable[Unit], shelf: Shelf, language: str, policy: Policy) -> list[Finding]:
    """With policy `fail` a finding for each unit without a current translation, else one that counts them."""
    lacking = [(unit, shelf[unit.id].mark) for unit in wanted if unit.id in shelf and shelf[unit.id].mark]
    if policy is Policy.FAIL:
        return [
            MISSING.at(
                Place(unit.path, unit.line, unit.section, unit.id, language), language=language, state=Phrase(mark)
            )
            for unit, mark in lacking
        ]
    if not lacking:
        return []
    counts = Counter(mark for _, mark in lacking)
    states = listed(phrase("{state}: {count}", state=Phrase(mark), count=n) for mark, n in sorted(counts.items()))
    place = Place(language=language)
    first = counts.most_common(1)[0][0]
    return [
        NOT_CURRENT.at(place, language=language, count=len(lacking), states=states, policy=policy.value, first=first)
    ]
