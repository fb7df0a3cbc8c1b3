"""The text of references: generated in the edition's language from what the target is, in the form asked for.

`[](#art07-k3fa){form=gen}` becomes «пункта 12», with the number as a live field. Languages differ in the order and in
the endings, so the whole phrase is a pattern of the language's data; nothing here knows a language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import (
    Block,
    Inline,
    Inlines,
    Note,
    Paragraph,
    Reference,
    TargetNumber,
    Text,
    Words,
)
from assembler.edition.number import Numbered, Target
from assembler.findings import Finding, Kind, Place, Severity
from assembler.language import load as languages
from assembler.language.model import Language, ReferenceWords

TARGET_NOT_HERE = Kind(
    "target-not-here",
    Severity.ERROR,
    "The reference points to “{target}”, which this edition does not print.",
    "Let it point to another ID, or take the text with this ID into the document.",
)
NO_NUMBER = Kind(
    "target-without-number",
    Severity.WARNING,
    "The reference points to “{target}”, which bears no number; the heading above it is named instead.",
    "Point it to a numbered paragraph, an item, a table, a note or a heading.",
)
UNKNOWN_FORM = Kind(
    "unknown-form",
    Severity.WARNING,
    "“{form}” is no form of a reference to {kind} in “{language}”; “{default}” is used.",
    "Forms: {known}.",
)
NO_RANGE = Kind(
    "no-range",
    Severity.WARNING,
    "“{language}” has no words for a range of kind {kind} in form “{form}”; both ends are named.",
    "Write two references, or add the range to the language's data file.",
)


BAD_RANGE = Kind(
    "no-such-range",
    Severity.WARNING,
    "“{first}” and “{last}” are not the ends of a range: they differ in kind, belong to different runs of numbers, or "
    "stand in the wrong order. Both are named.",
    "Write two references, or exchange the ends.",
)


class Phrased(Struct, frozen=True):
    """What a reference says, and what is to be said about it."""

    content: Inlines
    findings: tuple[Finding, ...] = ()


Resolve = Callable[[str | None, Words], Words]
"""From a leaf's ID and its words to the words with the text of every reference in them."""


class Here(Struct, frozen=True):
    """Where a reference stands: in which run of paragraph numbers, and in which section (0: none)."""

    series: int = 0
    section: int = 0


def resolver(targets: Mapping[str, Target], language: str, findings: list[Finding]) -> tuple[Resolve, _Places]:
    """How references are resolved in an edition; what is to be said of them is added to `findings`."""
    places = _Places(targets)

    def resolve(id: str | None, words: Words) -> Words:
        if not walk.holds(words.content, Reference):
            return words
        here = places.at(id, targets)

        def resolved(inline: Inline) -> Inlines:
            if not isinstance(inline, Reference) or inline.content:
                return (inline,)
            phrased = phrase(inline, targets, _language(words.language, language), here)
            findings.extend(replace(each, place=Place(id=id, language=language)) for each in phrased.findings)
            return (replace(inline, content=phrased.content),)

        return replace(words, content=walk.map_inlines(words.content, resolved))

    return resolve, places


def refer(numbered: Numbered, resolve: Resolve, places: _Places) -> Numbered:
    """The same blocks and notes with every reference's text in place."""
    blocks: list[Block[Words]] = []
    for block in numbered.blocks:
        places.pass_by(block, numbered.targets)
        blocks += walk.revise((block,), resolve)
    notes: list[Note[Words]] = []
    for note in numbered.notes:
        places.pass_note(note, numbered.targets)
        notes.append(replace(note, blocks=walk.revise(note.blocks, resolve)))
    return replace(numbered, blocks=tuple(blocks), notes=tuple(notes))


class _Places:
    """Where the text just passed stands: a bare number is clear only inside its own run."""

    def __init__(self, targets: Mapping[str, Target]) -> None:
        runs = {target.series for target in targets.values() if target.kind == "paragraph"}
        self.only = runs.pop() if len(runs) == 1 else 0
        self.current = Here()

    def pass_by(self, block: Block[Words], targets: Mapping[str, Target]) -> None:
        """What follows stands where `block` does."""
        if isinstance(block, Paragraph) and block.number is not None:
            self.current = replace(self.current, series=block.number.series)
        if block.id is not None and block.id in targets:
            self.current = replace(self.current, section=targets[block.id].section)

    def pass_note(self, note: Note[Words], targets: Mapping[str, Target]) -> None:
        """What follows stands in `note`."""
        if note.id in targets:
            self.current = replace(self.current, section=targets[note.id].section)

    def at(self, id: str | None, targets: Mapping[str, Target]) -> Here:
        """Where the leaf `id` stands; where there is only one run of paragraph numbers, everything is clear in it."""
        target = targets.get(id) if id is not None else None
        series, section = self.current.series, self.current.section
        if target is not None and target.series and target.kind != "note":
            series = target.series
        if target is not None and target.section:
            section = target.section
        return Here(self.only or series, section)


def _language(own: str, edition: str) -> Language:
    """The words around a reference decide, for its form is theirs; an unknown language falls back to the edition's."""
    return languages.load(own if own in languages.known() else edition)


def phrase(reference: Reference, targets: Mapping[str, Target], language: Language, here: Here) -> Phrased:
    """The text of a reference that stands `here`."""
    for id in (reference.target, reference.to):
        if id and id not in targets:
            return Phrased((Text(f"[{id}]"),), (TARGET_NOT_HERE.at(Place(), target=id),))
    target = targets[reference.target]
    if not reference.to:
        return _one(target, reference.target, reference.form, language, here)
    return _range(reference, target, targets[reference.to], language, here)


def _one(target: Target, id: str, asked: str, language: Language, here: Here) -> Phrased:
    kind, number = _kind(target, id)
    if kind not in language.references:
        return _title(target, id, language)
    section = _section(target, language, here)
    form, findings = _form(asked, kind, language, of_section=section is not None)
    content = _filled(language.references[kind].one[form], {"n": number})
    return Phrased(_within(content, section, target, language, here), findings)


def _range(reference: Reference, target: Target, end: Target, language: Language, here: Here) -> Phrased:
    """From one target to another, which must be of one kind and one run of numbers, the smaller first."""
    (kind, first), (end_kind, last) = _kind(target, reference.target), _kind(end, reference.to)
    words = language.references.get(kind)
    if words is None or kind != end_kind or target.series != end.series or not _rising(first, last):
        problem = BAD_RANGE.at(Place(), first=reference.target, last=reference.to)
        return _both(reference, target, end, language, here, problem)
    section = _section(target, language, here) if target.section == end.section else None
    form, findings = _form(reference.form, kind, language, of_section=section is not None)
    if form not in words.range:
        problem = NO_RANGE.at(Place(), language=language.code, kind=kind, form=form)
        return _both(reference, target, end, language, here, problem)
    content = _filled(words.range[form], {"n": first, "m": last})
    return Phrased(_within(content, section, target, language, here), findings)


def _rising(first: Inline, last: Inline) -> bool:
    """Whether the second number is the greater; markers that are no numbers are taken as they come."""
    low, high = walk.plain_text((first,)), walk.plain_text((last,))
    return int(low) < int(high) if low.isdecimal() and high.isdecimal() else low != high


def _both(
    reference: Reference, target: Target, end: Target, language: Language, here: Here, problem: Finding
) -> Phrased:
    one = _one(target, reference.target, reference.form, language, here)
    other = _one(end, reference.to, reference.form, language, here)
    return Phrased((*one.content, Text(" – "), *other.content), (problem, *one.findings, *other.findings))


def _kind(target: Target, id: str) -> tuple[str, Inline]:
    """The kind of a target and its number. No kind: it bears none."""
    if target.ref:
        kind, _, number = target.ref.partition(" ")
        return kind, Text(number)
    return (target.kind, _number(target, id)) if target.number else ("", Text(""))


def _number(target: Target, id: str) -> TargetNumber:
    return TargetNumber(id, target.number, target.kind in ("paragraph", "item"))


def _form(asked: str, kind: str, language: Language, *, of_section: bool) -> tuple[str, tuple[Finding, ...]]:
    """The form to use. A case that another language asks for means nothing where words do not inflect; what is said to
    belong to a section may take other forms than what stands alone."""
    words = language.references[kind]
    form, findings = asked or words.default, ()
    if asked and asked not in words.one:
        form = words.default
        if language.inflects or asked not in known_forms():
            known = ", ".join(words.one)
            finding = UNKNOWN_FORM.at(
                Place(), form=asked, kind=kind, language=language.code, default=words.default, known=known
            )
            return _owned(form, words, language, of_section=of_section), (finding,)
    return _owned(form, words, language, of_section=of_section), findings


def _owned(form: str, words: ReferenceWords, language: Language, *, of_section: bool) -> str:
    """The form for what belongs to a section, where the language has one: «тармақ» becomes «тармағы»."""
    owned = language.of_section.forms.get(form, form) if of_section else form
    return owned if owned in words.one else form


def known_forms() -> frozenset[str]:
    """Every form of a reference in any language."""
    everything = (languages.load(code) for code in languages.known())
    return frozenset(form for each in everything for words in each.references.values() for form in words.one)


UNBROKEN_HYPHEN = "\u2011"
NO_BREAK_SPACE = "\u00a0"


def _are_figures(numbers: Iterable[Inline]) -> bool:
    return all(walk.plain_text((number,)).isdecimal() for number in numbers)


def _filled(pattern: str, gaps: Mapping[str, Inline]) -> Inlines:
    """`пункт {n}` with inlines in its gaps. No line ends beside a number: at the hyphen of «13-тармақ», or where there
    is none because the number is no figure, «II қосымша»."""
    pieces: list[Inline] = []
    joint = UNBROKEN_HYPHEN if _are_figures(gaps.values()) else NO_BREAK_SPACE
    for piece in re.split(r"(\{\w+\})", pattern.replace("}-", "}" + joint)):
        if piece[:1] == "{" and piece[1:-1] in gaps:
            pieces.append(gaps[piece[1:-1]])
        elif piece:
            pieces.append(Text(piece))
    return tuple(pieces)


def _is_clear(target: Target, here: Here) -> bool:
    """Whether a bare number says which target is meant: it has none of its own, or belongs to the run `here`."""
    run = here.section if target.kind == "note" else here.series
    return not target.number or not target.series or target.series == run


def _section(target: Target, language: Language, here: Here) -> Inlines | None:
    """What an unclear target's section is called by its `ref`: «статьи 7»; None where it has none that the language
    knows, or where the number is clear without."""
    kind, _, number = target.section_ref.partition(" ")
    words = language.references.get(kind)
    if _is_clear(target, here) or words is None or not number:
        return None
    pattern = words.one.get(language.of_section.section, words.one[words.default])
    return _filled(pattern, {"n": Text(number)})


def _within(content: Inlines, section: Inlines | None, target: Target, language: Language, here: Here) -> Inlines:
    """Where numbers start again, a number of another run is named with its section: by its `ref`, else its heading."""
    if section is not None:
        return _put(language.of_section.pattern, content, section)
    if _is_clear(target, here) or not target.title:
        return content
    return _put(language.within, content, (Text(target.title),))


def _put(pattern: str, target: Inlines, section: Inlines) -> Inlines:
    """`{target} of {section}` with inlines in its gaps."""
    gaps = {"{target}": target, "{section}": section}
    pieces = (gaps.get(piece, (Text(piece),)) for piece in re.split(r"(\{\w+\})", pattern) if piece)
    return tuple(inline for piece in pieces for inline in piece)


def _title(target: Target, id: str, language: Language) -> Phrased:
    """What bears no number is called by its heading, in quotation marks."""
    opening, closing = language.quotes.outer
    findings = () if target.kind == "heading" else (NO_NUMBER.at(Place(), target=id),)
    return Phrased((Text(f"{opening}{target.title or id}{closing}"),), findings)
