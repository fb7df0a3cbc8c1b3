"""The list of abbreviations: those of the submission's terms that this edition uses, in the order of its alphabet."""

from __future__ import annotations

from collections.abc import Iterator

from assembler.document import walk
from assembler.document.model import (
    HEADER_ROW,
    Cell,
    Code,
    Column,
    Inline,
    Inlines,
    Link,
    Row,
    Span,
    Table,
    Text,
    Words,
)
from assembler.document.terms import TERMS_FILE, Concept, usage
from assembler.edition.lists.material import Made, Source
from assembler.edition.number import Numbered
from assembler.findings import Finding, Kind, Place, Severity
from assembler.language.alphabet import sort_key
from assembler.language.model import Language

NO_TERMS = Kind(
    "no-terms",
    Severity.ERROR,
    "A list of abbreviations is asked for, and there is no file terms.toml.",
    "Write terms.toml beside submission.toml: [iccpr.en], below it full = … and abbreviation = …",
)
TERM_WITHOUT_LANGUAGE = Kind(
    "term-without-language",
    Severity.WARNING,
    "The term “{term}” has no form in “{language}”: where this edition abbreviates it, its list does not say so.",
    "Add [{term}.{language}] with the full form, and with the abbreviation if the language has one.",
)


def abbreviations(source: Source) -> Made:
    """A table of the abbreviations that are used, with what they mean."""
    concepts, language = source.material.terms, source.language
    if concepts is None:
        return Made((), (NO_TERMS.at(Place(language=language.code)),))
    find = usage(concepts, language.code)
    used: set[str] = set().union(*map(find, _texts(source.numbered, language.code)))
    named = {each.terms[language.code].abbreviation: each.terms[language.code] for each in concepts if each.id in used}
    order = sorted(named, key=sort_key(language))
    rows = tuple(_row(language, abbreviation, named[abbreviation].full) for abbreviation in order)
    abbreviated = [each for each in concepts if any(term.abbreviation for term in each.terms.values())]
    lacking = tuple(_lacking(each, language) for each in abbreviated if language.code not in each.terms)
    return Made((_table(language, rows),) if rows else (), lacking)


def _lacking(concept: Concept, language: Language) -> Finding:
    place = Place(TERMS_FILE, concept.line or None, language=language.code)
    return TERM_WITHOUT_LANGUAGE.at(place, term=concept.id, language=language.code)


def _table(language: Language, rows: tuple[Row[Words], ...]) -> Table[Words]:
    head = _row(language, language.listing.abbreviation, language.listing.meaning, id=HEADER_ROW)
    return Table(columns=(Column(), Column()), head=head, rows=rows)


def _row(language: Language, *texts: str, id: str | None = None) -> Row[Words]:
    return Row(tuple(Cell(Words((Text(text),), language.code)) for text in texts), id)


def _texts(numbered: Numbered, language: str) -> Iterator[str]:
    """All that the edition says in its own language, notes, tables and captions too."""
    bodies = (numbered.blocks, *(note.blocks for note in numbered.notes))
    for words in (words for blocks in bodies for words in walk.every_words(blocks)):
        if words.language == language:
            yield walk.plain_text(walk.map_inlines(words.content, _in_its_language))


def _in_its_language(inline: Inline) -> Inlines:
    """Without words in another language, code, and addresses."""
    match inline:
        case Code():
            return ()
        case Span() if "lang" in dict(inline.pairs):
            return ()
        case Link() if walk.plain_text(inline.content) == inline.target:
            return ()
        case _:
            return (inline,)
