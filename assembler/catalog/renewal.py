"""What becomes of one entry when it meets its source again.

The rules of DESIGN's table for a single unit. Whatever the source does, the translation stays; the question is only
whether it may still be shown as current, and which source is named as the one that it was made from.
"""

from __future__ import annotations

from assembler.catalog.account import Event
from assembler.catalog.model import Entry, Reason, Source, revised, seal
from assembler.catalog.typography import same_words


def renewed(entry: Entry, source: Source, *, minor: bool = False) -> tuple[Entry, Event]:
    """The entry as it stands under its present source, and what happened. `minor`: the change was declared so.

    The very same entry comes back when there is nothing to change.
    """
    placed = _placed(_tidied(entry), source)
    text = source.text
    if text is None:
        return placed, Event.WAITING
    if text != placed.source:
        placed = revised(placed, context=source.context)
    if not placed.is_translated:
        return _untranslated(placed, source, text)
    if text == placed.source:
        return _unchanged(entry, placed, minor=minor)
    if _is_return(placed, text):
        return _still_current(placed, text), Event.RETURNED
    if minor or same_words(text, placed.source):
        return _carried_over(placed, text), Event.MINOR if minor else Event.TYPOGRAPHY
    return _outdated(placed, text), Event.FUZZY


def is_settled(entry: Entry, source: Source) -> bool:
    """Whether it is plain to see that `renewed` would give back the very same entry as kept. Few others are."""
    if entry.source != source.text or entry.section != source.section or entry.obsolete:
        return False
    if entry.fuzzy:
        return entry.is_translated
    return entry.previous is None and entry.reason is Reason.UNKNOWN and not entry.reviewed


def _placed(entry: Entry, source: Source) -> Entry:
    """The entry where its source stands. Its context alone is no reason to touch it: a heading's edit would touch all
    that is below the heading.
    """
    if (entry.section, entry.obsolete) == (source.section, False):
        return entry
    return revised(entry, section=source.section, context=source.context, obsolete=False)


def _tidied(entry: Entry) -> Entry:
    """Without what says nothing any more: reason and previous source of a current entry, a seal that is broken."""
    if entry.fuzzy:
        return entry
    if _is_of_another_source(entry):
        return revised(entry, fuzzy=True)
    has_history = entry.is_translated and entry.previous is not None
    if has_history or entry.reason is not Reason.UNKNOWN:
        entry = revised(entry, previous=None, reason=Reason.UNKNOWN, made="", offered="", shown="")
    if entry.reviewed and entry.reviewed != seal(entry.source, entry.translation):
        entry = revised(entry, reviewed="")
    return entry


def _is_of_another_source(entry: Entry) -> bool:
    """Whether the flag was taken away under a source that this is no more: on one branch, and the source changed on
    another.
    """
    is_told = entry.reason is not Reason.UNKNOWN and entry.is_translated and bool(entry.shown)
    return is_told and entry.shown != seal(entry.source, "")


def _untranslated(entry: Entry, source: Source, text: str) -> tuple[Entry, Event]:
    """A previous source without a flag is what somebody may have typed over the source: it stays (`overwritten`)."""
    if entry.source == text and not entry.fuzzy and entry.reason is Reason.UNKNOWN and not entry.reviewed:
        return entry, Event.KEPT
    event = Event.KEPT if entry.source == text else Event.RENEWED
    made = "" if source.is_original else seal(text, "")
    previous = None if entry.fuzzy else entry.previous
    nothing = {"fuzzy": False, "reason": Reason.UNKNOWN, "reviewed": "", "offered": ""}
    return revised(entry, source=text, made=made, previous=previous, **nothing), event


def _unchanged(before: Entry, entry: Entry, *, minor: bool) -> tuple[Entry, Event]:
    """The source is the one of the last update. Declared minor now, it is the last change that is meant."""
    if minor and entry.fuzzy and entry.reason is Reason.SOURCE_CHANGED:
        return _still_current(entry, entry.source), Event.MINOR
    if before.fuzzy or before.reason is Reason.UNKNOWN:
        return entry, Event.KEPT
    return entry, Event.FUZZY if entry.fuzzy else Event.CONFIRMED


def _is_return(entry: Entry, text: str) -> bool:
    """Whether `text` is what the translation was made from, and only a change of source, a split too, made it fuzzy.

    The seal of that day proves it: the previous source may have been dropped by another tool, the translation
    rewritten by a person who left it fuzzy.
    """
    if not entry.fuzzy or entry.reason not in (Reason.SOURCE_CHANGED, Reason.SPLIT) or not entry.made:
        return False
    made_from = entry.previous if entry.previous is not None and same_words(text, entry.previous) else text
    return entry.made == seal(made_from, entry.translation)


def _still_current(entry: Entry, text: str) -> Entry:
    """The translation of `text`, not fuzzy any more; what was reviewed stays so."""
    sealed = _resealed(entry, text)
    return revised(entry, source=text, fuzzy=False, previous=None, reason=Reason.UNKNOWN, reviewed=sealed, made="")


def _carried_over(entry: Entry, text: str) -> Entry:
    """The new source, everything else as it was: a fuzzy entry stays fuzzy for its old reason."""
    if entry.fuzzy:
        return revised(entry, source=text)
    return revised(entry, source=text, reviewed=_resealed(entry, text), made="")


def _outdated(entry: Entry, text: str) -> Entry:
    """Fuzzy, under the new source. The source that the translation was made from stays over several edits.

    A flag that a person set never goes away by itself, so it must not pass for one that the change of source set.
    """
    if not entry.fuzzy:
        made = seal(entry.source, entry.translation)
        return revised(entry, source=text, fuzzy=True, previous=entry.source, reason=Reason.SOURCE_CHANGED, made=made)
    if entry.reason in (Reason.UNKNOWN, Reason.MARKED):
        return revised(entry, source=text, previous=_made_from(entry), reason=Reason.MARKED)
    if entry.reason is Reason.CONFLICT:
        return revised(entry, source=text, previous=_made_from(entry))
    if entry.reason in (Reason.SUGGESTED, Reason.ALIGNED):  # without a previous source it is meant for this very text
        return revised(entry, source=text, previous=_made_from(entry))
    return revised(entry, source=text)


def _made_from(entry: Entry) -> str:
    return entry.source if entry.previous is None or not entry.fuzzy else entry.previous


def _resealed(entry: Entry, text: str) -> str:
    approved = entry.reviewed == seal(_made_from(entry), entry.translation)
    return seal(text, entry.translation) if approved and entry.reviewed else ""
