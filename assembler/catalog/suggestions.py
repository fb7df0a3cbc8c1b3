"""The translation of the same text elsewhere, for units that are new and have none.

Same means equal, or equal but for typography. What is current counts first, then what was: obsolete entries, and the
old pair of an entry whose source has changed since. Of several translations the most frequent one is offered, the
first of equals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from assembler.catalog.model import Entry, Reason, copied, seal
from assembler.catalog.typography import ends, plain

Pair = tuple[str, str]
"""A source and its translation."""


def suggested(new: Iterable[Entry], known: Iterable[Entry]) -> Iterator[Entry | None]:
    """For each new entry the entry with an offer, or None. `known` are all entries of the language, obsolete ones last.

    It takes one walk through what is known, two where a text is not found as it stands.
    """
    entries = list(new)
    worded = [entry for entry in known if entry.translation and not entry.is_offer]
    exact = _found({entry.source for entry in entries}, worded)
    missing = [entry.source for entry in entries if entry.source not in exact]
    alike = _alike(missing, worded) if worded else {}
    for entry in entries:
        pair = exact.get(entry.source) or alike.get(entry.source)
        yield None if pair is None else _offered(entry, *pair)


def _offered(entry: Entry, source: str, translation: str) -> Entry:
    return copied(entry, None if source == entry.source else source, translation, Reason.SUGGESTED)


def _found(texts: set[str], entries: Iterable[Entry]) -> dict[str, Pair]:
    """The best pair of every text that has one."""
    current: dict[str, Counter[Pair]] = {}
    former: dict[str, Counter[Pair]] = {}
    for entry in entries:
        if entry.source in texts or entry.previous in texts:
            for source, is_current in _sources(entry):
                tally = (current if is_current else former).setdefault(source, Counter())
                tally[source, entry.translation] += 1
    return {text: tally.most_common(1)[0][0] for text, tally in (former | current).items() if text in texts}


def _sources(entry: Entry) -> Iterator[tuple[str, bool]]:
    """The source that the entry's words are known to translate, and whether they do so now."""
    if entry.plural or not entry.is_translated:
        return
    if not entry.fuzzy:
        yield entry.source, not entry.obsolete
    elif entry.previous is not None and entry.made == seal(entry.previous, entry.translation):
        yield entry.previous, False


def _alike(texts: list[str], entries: Iterable[Entry]) -> dict[str, Pair]:
    """The pairs of texts that differ in typography alone, looked for among those that begin and end alike."""
    sought = {ends(text) for text in texts}
    found: dict[str, Counter[Pair]] = {plain(text): Counter() for text in texts}
    for entry in entries:
        for source, is_current in _sources(entry):
            if ends(source) in sought and (tally := found.get(plain(source))) is not None:
                tally[source, entry.translation] += is_current
    return {text: tally.most_common(1)[0][0] for text in texts if (tally := found[plain(text)])}
