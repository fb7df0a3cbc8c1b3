"""What a translation must have in common with its source, whatever the words: note marks and references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from assembler.document import inline
from assembler.findings import Finding, Kind, Place, Severity

MARK_LOST = Kind(
    "note-mark-lost",
    Severity.ERROR,
    "The translation has lost the note mark [^{id}].",
    "Put [^{id}] where the note is called; without it the note is not printed.",
)
MARK_FOREIGN = Kind(
    "note-mark-foreign",
    Severity.ERROR,
    "The translation calls a note [^{id}] that its source does not call.",
    "Take it out, or correct its name.",
)
REFERENCE_LOST = Kind(
    "reference-lost",
    Severity.WARNING,
    "The translation has lost the reference to “{id}”.",
    "Write [](#{id}) where it belongs, with the form that the sentence needs.",
)
REFERENCE_FOREIGN = Kind(
    "reference-foreign",
    Severity.WARNING,
    "The translation refers to “{id}”, its source does not.",
    "Take it out, or correct the ID.",
)


def is_plain(markup: str) -> bool:
    """Whether there can be neither marks nor references in the text: there is no bracket."""
    return "[" not in markup


def compare(source: str, translation: str, place: Place) -> Iterator[Finding]:
    """The marks and references that one text has and the other has not; forms of references may differ."""
    for ids, lost, foreign in (
        (inline.note_marks, MARK_LOST, MARK_FOREIGN),
        (_targets, REFERENCE_LOST, REFERENCE_FOREIGN),
    ):
        if (in_source := ids(source)) == (in_translation := ids(translation)):
            continue
        before, after = Counter(in_source), Counter(in_translation)
        yield from (lost.at(place, quote=translation, id=id) for id in before - after)
        yield from (foreign.at(place, quote=translation, id=id) for id in after - before)


def _targets(markup: str) -> tuple[str, ...]:
    if "](" not in markup:
        return ()
    return tuple(target for each in inline.references(markup) for target in (each.target, each.to) if target)
