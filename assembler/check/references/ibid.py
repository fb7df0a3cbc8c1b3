"""“Ibid.”: the source of the note before, if there is one note before, and one source in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from assembler.check.rule import Elsewhere, Example, Family, Hit, Passage, Rule, Throughout
from assembler.check.tongue import Tongue
from assembler.check.usage import Use, minority
from assembler.findings import Kind, Severity

NONE_BEFORE = Kind(
    "ibid-without-source",
    Severity.ERROR,
    "“{ibid}” stands in a note before which there is none.",
    "Write the source.",
)
SEVERAL = Kind(
    "ibid-with-several-sources",
    Severity.WARNING,
    "“{ibid}” follows a note with several sources: which one is meant cannot be told.",
    "Write the source.",
)
OTHER_FORM = Kind(
    "ibid-form",
    Severity.INFO,
    "The note says “{found}”, others “{usual}”.",
    "Write it in one way.",
)


@cache
def _ibid(tongue: Tongue) -> re.Pattern[str] | None:
    words = tongue.lexicon.references.ibid
    return re.compile(rf"(?:{words})") if words else None


@cache
def _further(tongue: Tongue) -> re.Pattern[str] | None:
    words = tongue.lexicon.references.further
    return re.compile(rf"(?<!^)(?:{words})") if words else None


_ADDRESS = re.compile(r"https?://|www\.")


def _notes(passages: Sequence[Passage]) -> list[list[Passage]]:
    """The notes in the order of their marks, each with all its paragraphs."""
    order = {id: place for place, id in enumerate(id for each in passages for id in each.prose.notes)}
    notes: dict[str, list[Passage]] = {}
    last = ""
    for each in passages:
        if each.role == "note":
            last = each.id if each.id in order or not last else last
            notes.setdefault(last, []).append(each)
    return [notes[id] for id in sorted(notes, key=lambda id: order.get(id, len(order)))]


def _without_source(passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    pattern = _ibid(passages[0].tongue) if passages else None
    notes = _notes(passages)[:1] if pattern is not None else []
    for note in notes:
        found = pattern.match(note[0].prose.text) if pattern is not None else None
        if found is not None:
            yield Elsewhere(note[0], Hit(found.start(), found.end(), {"ibid": found[0]}))


def _with_several(passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    pattern = _ibid(passages[0].tongue) if passages else None
    if pattern is None:
        return
    notes = _notes(passages)
    for before, note in pairwise(notes):
        found = pattern.match(note[0].prose.text)
        if found is not None and pattern.match(before[0].prose.text) is None and _sources(before) > 1:
            yield Elsewhere(note[0], Hit(found.start(), found.end(), {"ibid": found[0]}))


def _sources(note: Sequence[Passage]) -> int:
    """As many as there are addresses or words that begin a further source."""
    further = _further(note[0].tongue)
    text = " ".join(each.prose.text for each in note)
    return max(len(_ADDRESS.findall(text)), 1 + (len(further.findall(text)) if further is not None else 0))


def _forms(passages: Sequence[Passage]) -> Iterator[Elsewhere]:
    pattern = _ibid(passages[0].tongue) if passages else None
    if pattern is None:
        return iter(())
    those = ((each, pattern.match(each.prose.text)) for each in passages if each.role == "note")
    uses = ((found[0].rstrip(","), each, found.start(), found.end()) for each, found in those if found is not None)
    return minority(uses, "", _other_form)


def _other_form(use: Use, norm: str) -> Hit:
    form, _, start, end = use
    return Hit(start, end, {"found": form, "usual": norm})


_ROLES = ("paragraph", "note")
RULES = (
    Rule(
        NONE_BEFORE,
        Family.REFERENCES,
        Throughout(_without_source),
        "When sections move, the note that is meant moves with them, and “Ibid.” stays behind.",
        fires=(
            Example("en", ("A word.[^p1]", "Ibid., para. 3."), roles=_ROLES),
            Example("ru", ("Слово.[^p1]", "Там же."), roles=_ROLES),
        ),
        quiet=(Example("en", ("A word[^p1] and[^p2].", "Report, para. 2.", "Ibid., para. 3."), roles=_ROLES),),
    ),
    Rule(
        SEVERAL,
        Family.REFERENCES,
        Throughout(_with_several),
        "“Ibid.” after two sources may mean either.",
        fires=(
            Example("en", ("A[^p1] b[^p2].", "Report A. See also Report B.", "Ibid."), roles=_ROLES),
            Example("ru", ("А[^p1] б[^p2].", "Доклад А. См. также доклад Б.", "Там же."), roles=_ROLES),
            Example("kk", ("А[^p1] б[^p2].", "http://a.kz және http://b.kz", "Сонда."), roles=_ROLES),
        ),
        quiet=(
            Example("en", ("A[^p1] b[^p2].", "See also Report A.", "Ibid."), roles=_ROLES),
            Example("en", ("A[^p1] b[^p2] c[^p3].", "A. See also B.", "Report C.", "Ibid."), roles=_ROLES),
        ),
    ),
    Rule(
        OTHER_FORM,
        Family.REFERENCES,
        Throughout(_forms),
        "One device has one name in a text.",
        fires=(Example("en", ("A[^p1]", "Ibid.", "Ibid., p. 3", "Ibid. p. 4", "ibid., p. 5"), roles=_ROLES),),
        quiet=(Example("en", ("A[^p1]", "Ibid.", "Ibid., p. 3"), roles=_ROLES),),
    ),
)
