"""One document out of localized sections: parts, headings at their level, labels, data in the language's form.

What the toolkit itself prints (labels of recommendations and examples, dates and numbers written as data) comes in
here, so that writers print what they are given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import (
    Block,
    Blocks,
    CoverField,
    Div,
    Document,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    List,
    NoteMark,
    Paragraph,
    Section,
    Span,
    Strong,
    Table,
    Text,
    Words,
)
from assembler.document.names import LANDSCAPE
from assembler.edition import annexes
from assembler.edition.amounts import amounts
from assembler.edition.landscape import gathered
from assembler.edition.lists.material import Material
from assembler.edition.number import Chapter, number
from assembler.edition.refer import refer, resolver
from assembler.findings import Finding, Kind, Place, Severity
from assembler.language import load as languages
from assembler.language import numbers
from assembler.language.model import Language

BAD_DATE = Kind(
    "bad-date",
    Severity.WARNING,
    "“{text}” is not a date as data; it stands as it is.",
    "A date as data is [2014-07-05]{{.date}} or [2014-07]{{.date}}.",
)
UNKNOWN_DATE_FORM = Kind(
    "unknown-date-form",
    Severity.WARNING,
    "“{form}” is no form of a date in “{language}”; “{default}” is used.",
    "Forms: {known}.",
)
BAD_NUMBER = Kind(
    "bad-number",
    Severity.WARNING,
    "“{text}” is not a number as data; it stands as it is.",
    "A number as data has digits and at most one point: [10000.5]{{.number}}.",
)


class PlannedSection(Struct, frozen=True):
    """What the configuration says of a section in its place. `annex` is None where its heading decides."""

    id: str
    numbered: bool
    restart: bool
    annex: bool | None = None


class PlannedPart(Struct, frozen=True):
    """Sections under a heading; `title` is None where the part has no heading of its own."""

    id: str
    title: Words | None
    sections: tuple[PlannedSection, ...]


class Frame(Struct, frozen=True):
    """What stands around the sections, in the edition's words."""

    title: Words
    subtitle: Words | None
    cover: tuple[CoverField[Words], ...]
    parts: tuple[PlannedPart, ...]
    contents: bool = True
    material: Material = Material()
    notes_restart: bool = False


class Composed(Struct, frozen=True):
    """An edition's document, every reference target with its number, and what is to be said.

    `chapters` are the blocks of each part's heading and of each section, in their order, under its name, which is the
    part's or the section's ID; no page is turned in them yet.
    """

    document: Document[Words]
    numbers: Mapping[str, str]
    findings: tuple[Finding, ...]
    chapters: tuple[tuple[str, Blocks[Words]], ...] = ()


def compose(sections: Iterable[Section[Words]], frame: Frame, language: Language) -> Composed:
    """The document of one language, numbered, with its references resolved."""
    by_id = {section.id: section for section in sections}
    findings: list[Finding] = []
    chapters = [chapter for part in frame.parts for chapter in _part(part, by_id, language, findings)]
    counted = number(chapters, language, notes_restart=frame.notes_restart)
    findings += counted.findings
    if counted.has_lists:
        from assembler.edition.lists.generate import generate

        counted = generate(chapters, counted, frame.material, language, findings)
    resolve, places = resolver(counted.targets, language.code, findings)

    def finished(key: str, words: Words) -> Words:
        return resolve(key, _with_data(words, key, Place(language=language.code), language, findings))

    numbered = refer(counted, resolve, places)
    document = Document(
        language=language.code,
        title=finished("title", frame.title),
        subtitle=None if frame.subtitle is None else finished("subtitle", frame.subtitle),
        cover=tuple(CoverField(each.key, finished(each.key, each.words)) for each in frame.cover),
        contents=frame.contents,
        blocks=gathered(numbered.blocks),
        notes=numbered.notes,
        notes_restart=frame.notes_restart,
    )
    numbers_by_id = {id: target.number for id, target in numbered.targets.items() if target.number}
    blocks = iter(numbered.blocks)
    finished_chapters = tuple((each.section, tuple(islice(blocks, len(each.blocks)))) for each in chapters)
    return Composed(document, numbers_by_id, tuple(findings), finished_chapters)


def _part(
    part: PlannedPart, sections: Mapping[str, Section[Words]], language: Language, findings: list[Finding]
) -> list[Chapter]:
    chapters: list[Chapter] = []
    if part.title is not None:
        key = f"parts.{part.id}.title"
        words = _with_data(part.title, key, Place(language=language.code), language, findings)
        heading = Heading(id=key, classes=("part",), level=1, words=words)
        chapters.append(Chapter(part.id, (heading,), numbered=False))
    for planned in part.sections:
        section = _typeset(sections[planned.id], language, findings)
        blocks = section.blocks if part.title is None else _lowered(section.blocks)
        is_annex = annexes.is_annex(section, planned.annex)
        if is_annex:
            findings += annexes.mistakes(section, language.code)
            chapters, blocks = annexes.on_new_page(chapters, blocks)
        chapters.append(
            Chapter(planned.id, blocks, section.notes, planned.numbered, planned.restart, is_annex, section.path)
        )
    return chapters


def _lowered(blocks: Blocks[Words]) -> Blocks[Words]:
    """Under a part's heading, a section's headings are one level down, on landscape pages too."""
    return tuple(map(_lowered_block, blocks))


def _lowered_block(block: Block[Words]) -> Block[Words]:
    match block:
        case Heading():
            return replace(block, level=block.level + 1)
        case Div() if block.name == LANDSCAPE:
            return replace(block, blocks=_lowered(block.blocks))
        case _:
            return block


LABELLED: Mapping[str, tuple[str, str]] = {
    "recommendation": ("recommendation", "recommendations"),
    "example": ("example", "example"),
}
"""Divs that the toolkit labels: the label's key for one unit inside, and for several."""


def _completed(block: Block[Words], language: Language) -> Block[Words]:
    """A block with what the toolkit itself says in it."""
    match block:
        case Paragraph():
            return block
        case Div() if block.name in LABELLED:
            return _labelled(block, language)
        case Table():
            return amounts(block, language)
        case _:
            return block


def _labelled(block: Div[Words], language: Language) -> Div[Words]:
    """A div with its label as a first paragraph of class `label`, which has no ID for it is nobody's words."""
    several = len(block.blocks) > 1 or any(isinstance(child, List) for child in block.blocks)
    text = getattr(language.labels, LABELLED[block.name][several])
    label = Paragraph(classes=("label",), words=Words((Text(text),), language.code), line=block.line)
    return replace(block, blocks=(label, *block.blocks))


def _typeset(section: Section[Words], language: Language, findings: list[Finding]) -> Section[Words]:
    """Dates and numbers written as data, in the form of the language of the words around them; and labels."""
    here = Place(section.path, section=section.id, language=language.code)

    def words(id: str | None, leaf: Words) -> Words:
        return _with_data(_marks_joined(leaf), id, here, language, findings)

    return replace(
        section,
        blocks=walk.revise(section.blocks, words, lambda block: _completed(block, language)),
        notes=tuple(replace(note, blocks=walk.revise(note.blocks, words)) for note in section.notes),
    )


def _marks_joined(words: Words) -> Words:
    """The same words, no line of which can begin with a note mark: a blank before it does not break. Whether there is
    one, and on which side of a full stop the mark stands, is the author's. Marks that follow each other are neighbours,
    also where emphasis ends between them."""
    content = words.content
    marks = [at for at in range(1, len(content)) if isinstance(content[at], NoteMark)]
    loose = [at for at in marks if _ends_blank(content[at - 1])]
    parted = [at for at in marks if isinstance(content[at - 1], Emphasis | Strong)]
    if not loose and not parted:
        return words
    joined = list(content)
    for at in loose:
        before = content[at - 1]
        assert isinstance(before, Text)
        joined[at - 1] = Text(f"{before.text[:-1]}\u00a0")
    for at in reversed(parted):
        emphasised, ending = _marks_apart((content[at - 1],))
        joined[at - 1 : at] = (*emphasised, *ending)
    return replace(words, content=tuple(joined))


def _marks_apart(content: Inlines) -> tuple[Inlines, Inlines]:
    """Content without the marks that end it, inside emphasis too, and these."""
    if content and isinstance(content[-1], NoteMark):
        rest, marks = _marks_apart(content[:-1])
        return rest, (*marks, content[-1])
    if content and isinstance(content[-1], Emphasis | Strong):
        rest, marks = _marks_apart(content[-1].content)
        if marks and not rest:  # no words were emphasised
            rest, before = _marks_apart(content[:-1])
            return rest, (*before, *marks)
        if marks:
            return (*content[:-1], replace(content[-1], content=rest)), marks
    return content, ()


def _ends_blank(inline: Inline) -> bool:
    return isinstance(inline, Text) and inline.text.endswith(" ")


def _with_data(words: Words, id: str | None, here: Place, language: Language, findings: list[Finding]) -> Words:
    if not walk.holds(words.content, Span):
        return words
    own = languages.load(words.language) if words.language in languages.known() else language
    place = replace(here, id=id)
    return replace(words, content=walk.map_inlines(words.content, lambda inline: _data(inline, own, place, findings)))


def _data(inline: Inline, language: Language, place: Place, findings: list[Finding]) -> Inlines:
    if not isinstance(inline, Span) or not {"date", "number"}.intersection(inline.classes):
        return (inline,)
    text = walk.plain_text(inline.content)
    if "number" in inline.classes:
        if not numbers.is_number(text):
            findings.append(BAD_NUMBER.at(place, text=text))
        return (Text(numbers.number(language, text)),)
    return (Text(_day(text, dict(inline.pairs).get("form", ""), language, place, findings)),)


def _day(text: str, form: str, language: Language, place: Place, findings: list[Finding]) -> str:
    """A date as the language writes it. A form that another language asks for means nothing where words do not
    inflect."""
    written = numbers.day(language, text, form)
    if written is None:
        findings.append(BAD_DATE.at(place, text=text))
        return text
    known = numbers.date_forms(language)
    if form and form not in known and (language.inflects or not numbers.is_date_form(form)):
        findings.append(
            UNKNOWN_DATE_FORM.at(
                place, form=form, language=language.code, default=language.dates.default, known=", ".join(known)
            )
        )
    return written
