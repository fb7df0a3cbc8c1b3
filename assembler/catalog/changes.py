"""What changed between two states of a submission, unit by unit: for coordinators who ask what is new since Monday.

Both states are given as the standings of one language, merged with the sources of their time. A unit is known by its
ID: what was moved or re-wrapped has not changed. A change of the source comes before one of the state, which it
explains, and that before one of the words alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from assembler.catalog.status import Standing, source_language, source_text

CHANGES = ("new", "source-changed", "removed", "state-changed", "translation-changed")


class Changed(Struct, frozen=True):
    """One unit that changed in a language; as JSON an element of `changes`.

    `change` is one of `CHANGES`. `state_before` and `state` are states, or `reviewed`; with the texts they are empty
    on the side where there was no such unit. Sources are what this language is translated from, `source_language`
    says which that is.
    """

    id: str
    section: str
    change: str
    state_before: str
    state: str
    source_before: str
    source: str
    source_language: str
    translation_before: str
    translation: str


def changes(before: Iterable[Standing], after: Iterable[Standing], pivot: str | None = None) -> Iterator[Changed]:
    """What changed in one language: in the order of the present sources, and at the end what was removed."""
    earlier = {standing.unit.id: standing for standing in before}
    for standing in after:
        old = earlier.pop(standing.unit.id, None)
        if change := _change(old, standing):
            yield _changed(change, old, standing, pivot)
    for old in earlier.values():
        yield _changed("removed", old, None, pivot)


def _change(before: Standing | None, after: Standing) -> str:
    """Which of `CHANGES` it is; empty where nothing changed."""
    if before is None:
        return "new"
    if _source_changed(before, after):
        return "source-changed"
    if _state(before) != _state(after):
        return "state-changed"
    return "translation-changed" if _translation(before) != _translation(after) else ""


def _source_changed(before: Standing, after: Standing) -> bool:
    """Whether the original or the pivot's text is another; that a pivot came or went is a change of state."""
    if before.unit.text != after.unit.text:
        return True
    one, other = (standing.source and standing.source.text for standing in (before, after))
    return one is not None and other is not None and one != other


def _state(standing: Standing | None) -> str:
    if standing is None:
        return ""
    return "reviewed" if standing.is_reviewed else standing.state.value


def _translation(standing: Standing | None) -> str:
    return standing.entry.translation if standing is not None and standing.entry is not None else ""


def _changed(change: str, before: Standing | None, after: Standing | None, pivot: str | None) -> Changed:
    present = after or before
    assert present is not None
    return Changed(
        id=present.unit.id,
        section=present.unit.section,
        change=change,
        state_before=_state(before),
        state=_state(after),
        source_before=source_text(before) if before else "",
        source=source_text(after) if after else "",
        source_language=source_language(present, pivot),
        translation_before=_translation(before),
        translation=_translation(after),
    )
