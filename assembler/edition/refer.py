"""The text of references: generated in the edition's language from what the target is, in the form asked for.

`[](#art07-k3fa){form=gen}` becomes «пункта 12», with the number as a live field. Languages differ in the order and in
the endings, so the whole phrase is a pattern of the language's data; nothing here knows a language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import (
    Block,
    Blocks,
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
from assembler.language.model import Language

TARGET_NOT_HERE = Kind(
    "target-not-here",
    Severity.ERROR,
    "The reference points to “{target}”, which this edition does not print.",
    "Point it elsewhere, or print the target.",
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


class Phrased(Struct, frozen=True):
    """What a reference says, and what is to be said about it."""

    content: Inlines
    findings: tuple[Finding, ...] = ()


def refer(numbered: Numbered, language: str) -> tuple[Numbered, list[Finding]]:
    """The same blocks and notes with every reference's text in place."""
    findings: list[Finding] = []
    series = _Series(numbered.targets)

    def said(id: str | None, words: Words) -> Words:
        here = series.at(id, numbered.targets)

        def resolved(inline: Inline) -> Inlines:
            if not isinstance(inline, Reference):
                return (inline,)
            phrased = phrase(inline, numbered.targets, _language(words.language, language), here)
            findings.extend(replace(each, place=Place(id=id, language=language)) for each in phrased.findings)
            return (replace(inline, content=phrased.content),)

        return replace(words, content=walk.map_inlines(words.content, resolved))

    def block(each: Block[Words]) -> Block[Words]:
        if isinstance(each, Paragraph) and each.number is not None:
            series.current = each.number.series
        return walk.map_block(each, said)

    blocks: Blocks[Words] = tuple(block(each) for each in numbered.blocks)
    notes: tuple[Note[Words], ...] = tuple(walk.map_note(note, said) for note in numbered.notes)
    return Numbered(blocks, notes, numbered.targets), findings


class _Series:
    """The run of numbers that the text just passed belongs to: a bare number is clear only inside its own run."""

    def __init__(self, targets: Mapping[str, Target]) -> None:
        runs = {target.series for target in targets.values() if target.kind == "paragraph"}
        self.only = runs.pop() if len(runs) == 1 else 0
        self.current = 0

    def at(self, id: str | None, targets: Mapping[str, Target]) -> int:
        """The run that the leaf `id` stands in; where there is only one run, everything is clear in it."""
        target = targets.get(id) if id is not None else None
        return self.only or (target.series if target is not None and target.series else self.current)


def _language(own: str, edition: str) -> Language:
    """The words around a reference decide, for its form is theirs; an unknown language falls back to the edition's."""
    return languages.load(own if own in languages.known() else edition)


def phrase(reference: Reference, targets: Mapping[str, Target], language: Language, here: int) -> Phrased:
    """The text of a reference standing in run of numbers `here`."""
    target = targets.get(reference.target)
    end = targets.get(reference.to) if reference.to else None
    for id, missing in ((reference.target, target is None), (reference.to, bool(reference.to) and end is None)):
        if missing:
            return Phrased((Text(f"[{id}]"),), (TARGET_NOT_HERE.at(Place(), target=id),))
    assert target is not None
    kind, first, last = _kind(target, reference.target, end, reference.to)
    if not kind:
        return _title(target, reference, language)
    words = language.references.get(kind)
    if words is None:
        return _title(target, reference, language)
    form, findings = _form(reference.form, kind, language)
    if last is None:
        content = _filled(words.one[form], {"n": first})
    elif form in words.range:
        content = _filled(words.range[form], {"n": first, "m": last})
    else:
        findings += (NO_RANGE.at(Place(), language=language.code, kind=kind, form=form),)
        content = (*_filled(words.one[form], {"n": first}), Text("–"), *_filled(words.one[form], {"n": last}))
    return Phrased(_within(content, target, language, here), findings)


def _kind(target: Target, id: str, end: Target | None, to: str) -> tuple[str, Inline, Inline | None]:
    """Kind of target, its number, and the number at the end of a range. No kind: it bears no number."""
    if target.ref:
        kind, _, number = target.ref.partition(" ")
        last = Text(end.ref.partition(" ")[2]) if end is not None and end.ref else None
        return kind, Text(number), last
    if not target.number:
        return "", Text(""), None
    last_number = None if end is None or not end.number else _number(end, to)
    return target.kind, _number(target, id), last_number


def _number(target: Target, id: str) -> TargetNumber:
    return TargetNumber(id, target.number, target.kind in ("paragraph", "item"))


def _form(asked: str, kind: str, language: Language) -> tuple[str, tuple[Finding, ...]]:
    """The form to use. A case that another language asks for means nothing where words do not inflect."""
    words = language.references[kind]
    if not asked or asked in words.one:
        return asked or words.default, ()
    if not language.inflects and asked in known_forms():
        return words.default, ()
    known = ", ".join(words.one)
    finding = UNKNOWN_FORM.at(
        Place(), form=asked, kind=kind, language=language.code, default=words.default, known=known
    )
    return words.default, (finding,)


def known_forms() -> frozenset[str]:
    """Every form of a reference in any language."""
    everything = (languages.load(code) for code in languages.known())
    return frozenset(form for each in everything for words in each.references.values() for form in words.one)


def _filled(pattern: str, gaps: Mapping[str, Inline]) -> Inlines:
    """`пункт {n}` with inlines in its gaps."""
    pieces: list[Inline] = []
    for piece in re.split(r"(\{\w+\})", pattern):
        if piece[:1] == "{" and piece[1:-1] in gaps:
            pieces.append(gaps[piece[1:-1]])
        elif piece:
            pieces.append(Text(piece))
    return tuple(pieces)


def _within(content: Inlines, target: Target, language: Language, here: int) -> Inlines:
    """Where numbers start again, a number of another run is named with its section."""
    if not target.number or not target.series or target.series == here or not target.title:
        return content
    pieces: list[Inline] = []
    for piece in re.split(r"(\{\w+\})", language.within):
        if piece == "{target}":
            pieces.extend(content)
        elif piece == "{section}":
            pieces.append(Text(target.title))
        elif piece:
            pieces.append(Text(piece))
    return tuple(pieces)


def _title(target: Target, reference: Reference, language: Language) -> Phrased:
    """What bears no number is called by its heading, in quotation marks."""
    opening, closing = language.quotes.outer
    findings = () if target.kind == "heading" else (NO_NUMBER.at(Place(), target=reference.target),)
    return Phrased((Text(f"{opening}{target.title or reference.target}{closing}"),), findings)
