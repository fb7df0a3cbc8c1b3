"""Put the words of an edition's language into the tree.

Every leaf becomes `Words`: the translation where there is a current one; where there is none, what the policy says,
and never silently: whatever is not current is counted and reported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

from assembler.catalog.status import Shown
from assembler.document import inline, units, walk
from assembler.document.model import (
    Block,
    Blocks,
    Div,
    Inlines,
    Item,
    List,
    Note,
    NoteMark,
    Quote,
    Section,
    Text,
    Words,
)
from assembler.document.units import State, Unit
from assembler.findings import Finding, Kind, Phrase, Place, Severity, listed, phrase

MISSING = Kind(
    "translation-missing",
    Severity.ERROR,
    "There is no current translation into “{language}” ({state}).",
    "{remedy} A draft, built without --final, shows what is missing.",
)
UPDATE_FIRST = Phrase("Run: assembler update; then its entry is in the catalog.")
REMEDIES = {
    State.UNTRANSLATED.value: Phrase("Translate it in the catalog."),
    State.FUZZY.value: Phrase("Correct the translation in the catalog and take the fuzzy mark away."),
    State.WAITING.value: Phrase("Translate it first into the language that it passes through."),
}
"""What to do about a unit in this state, whose entry is in the catalog."""
WITHOUT_ID = Kind(
    "translation-without-id",
    Severity.ERROR,
    "The text has no ID, so it cannot be translated into “{language}”.",
    "Run: assembler ids, then: assembler update",
)
NOTE_NOT_PRINTED = Kind(
    "note-not-printed",
    Severity.WARNING,
    "The note is not printed in the edition “{language}”: no text of it calls the note.",
    "Put [^{id}] into the translation where the note belongs.",
)
NOT_CURRENT = Kind(
    "not-current",
    Severity.WARNING,
    "Texts without a current translation in the edition “{language}”: {count} ({states}). {shown}",
    "List them with: {commands}",
)
OMITTED = Text("[…]")
"""What stands for words that are left out; a paragraph keeps its number by it."""


class Policy(Enum):
    """What an edition does where there is no current translation."""

    FAIL = "fail"
    MARK = "mark"
    SOURCE = "source"
    OMIT = "omit"


SHOWN = {
    Policy.MARK: Phrase("They are marked in the document."),
    Policy.SOURCE: Phrase("The original stands in their place."),
    Policy.OMIT: Phrase("They are left out."),
}

Shelf = Mapping[str, Shown]
"""What can be shown of every unit in the edition's language, by ID."""


def localize(section: Section[str], shelf: Shelf, language: str, policy: Policy) -> Section[Words]:
    """The section in the words of `language`; `only` blocks of other languages and notes nobody calls are gone."""
    private = units.private_notes(section)

    def own(_: str | None, text: str) -> Words:
        return Words(inline.parse(text), language)

    def translated(id: str | None, text: str) -> Words:
        shown = shelf.get(id) if id is not None else None
        return words_of(shown or _without_id(section, text, language), policy, language)

    called: set[str] = set()

    def calling(rewrite: Rewrite) -> Rewrite:
        def words(id: str | None, text: str) -> Words:
            found = rewrite(id, text)
            called.update(note_marks(found.content))
            return found

        return words

    rewrite = own if section.language == language else translated
    blocks = _localized(section.blocks, calling(rewrite), calling(own), language)
    notes = tuple(
        Note(note.id, _localized(note.blocks, own if note.id in private else rewrite, own, language), note.line)
        for note in section.notes
        if note.id in called
    )
    return Section(id=section.id, language=language, path=section.path, blocks=blocks, notes=notes)


Rewrite = walk.Rewrite[str, Words]


def _localized(blocks: Blocks[str], rewrite: Rewrite, own: Rewrite, language: str) -> Blocks[Words]:
    """`only` blocks, wherever they stand, are kept for their language in their own words."""
    result: list[Block[Words]] = []
    for block in blocks:
        match block:
            case Div(name=name) if name in units.NOT_UNITS:
                if block.pair("lang") == language:
                    result.append(walk.map_block(block, own))
            case Div():
                result.append(_div(block, _localized(block.blocks, rewrite, own, language)))
            case Quote():
                if inner := _localized(block.blocks, rewrite, own, language):
                    result.append(_quote(block, inner))
            case List():
                items = tuple(_item(item, _localized(item.blocks, rewrite, own, language)) for item in block.items)
                if kept := tuple(
                    new for new, old in zip(items, block.items, strict=True) if new.blocks or not old.blocks
                ):
                    result.append(_list(block, kept))
            case _:
                result.append(walk.map_block(block, rewrite))
    return tuple(result)


def _quote(quote: Quote[str], blocks: Blocks[Words]) -> Quote[Words]:
    return Quote(id=quote.id, classes=quote.classes, pairs=quote.pairs, line=quote.line, blocks=blocks)


def _list(block: List[str], items: tuple[Item[Words], ...]) -> List[Words]:
    return List(
        id=block.id, classes=block.classes, pairs=block.pairs, line=block.line,
        ordered=block.ordered, start=block.start, items=items,
    )  # fmt: skip


def _item(item: Item[str], blocks: Blocks[Words]) -> Item[Words]:
    return Item(id=item.id, classes=item.classes, pairs=item.pairs, line=item.line, blocks=blocks)


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


def note_marks(content: Inlines) -> list[str]:
    if len(content) == 1 and isinstance(content[0], Text):
        return []
    return [each.id for each in walk.every_inline(content) if isinstance(each, NoteMark)]


def nameless(section: Section[str], language: str) -> Iterator[Finding]:
    """What cannot be translated because it has no ID, in an edition of another language than the section's."""
    if section.language == language:
        return
    for leaf in walk.leaves(section):
        words = any(character.isalpha() for character in leaf.words)
        if leaf.id is None and words and not units.NOT_UNITS.intersection(leaf.within):
            place = Place(section.path, leaf.line, section.id, None, language)
            yield WITHOUT_ID.at(place, quote=leaf.words, language=language)


def lost_notes(section: Section[str], localized: Section[Words], language: str) -> Iterator[Finding]:
    """Notes that the section calls and its edition does not."""
    printed = {note.id for note in localized.notes}
    if all(note.id in printed for note in section.notes):
        return
    private = units.private_notes(section)
    marked = {mark for leaf in walk.leaves(section) for mark in inline.note_marks(leaf.words)}
    for note in section.notes:
        if note.id in marked and note.id not in private and note.id not in printed:
            place = Place(section.path, note.line, section.id, note.id, language)
            yield NOTE_NOT_PRINTED.at(place, language=language, id=note.id)


def not_current(
    wanted: Iterable[Unit], shelf: Shelf, language: str, policy: Policy, entries: Mapping[str, Place]
) -> list[Finding]:
    """With policy `fail` a finding for each unit without a current translation, else one that counts them.

    `entries` says where the entry of a unit stands in a catalog, by ID; only those that an update would not touch.
    """
    lacking = [(unit, shelf[unit.id].mark) for unit in wanted if unit.id in shelf and shelf[unit.id].mark]
    if policy is Policy.FAIL:
        return [_missing(unit, mark, language, entries.get(unit.id)) for unit, mark in lacking]
    if not lacking:
        return []
    counts = Counter(mark for _, mark in lacking)
    states = listed(phrase("{state}: {count}", state=Phrase(mark), count=n) for mark, n in sorted(counts.items()))
    commands = "; ".join(f"assembler status {language} --list {state}" for state in sorted(counts))
    return [
        NOT_CURRENT.at(
            Place(language=language), language=language, count=len(lacking),
            states=states, shown=SHOWN[policy], commands=commands,
        )
    ]  # fmt: skip


def _missing(unit: Unit, mark: str, language: str, entry: Place | None) -> Finding:
    """At its entry, where there is something to do in it; else at the source."""
    place = entry or Place(unit.path, unit.line, unit.section, unit.id, language)
    remedy = REMEDIES[mark] if entry or mark == State.WAITING.value else UPDATE_FIRST
    return MISSING.at(place, language=language, state=Phrase(mark), remedy=remedy)
