"""What the toolkit remembers about an entry, in one translator comment.

Of all places in a PO file only a translator comment survives msgmerge, msgcat, Poedit and Weblate. It reads
`# assembler: reason=source-changed reviewed=1f0c… base="…"`; a value is a word or a JSON string. What else stands in
such a comment is not ours and stays a comment.

It stands directly above the flags, and of a fuzzy entry it seals the source (`shown`). So where one branch takes the
flag away and another changes the source once more, the two changes touch, and git asks instead of showing the old
translation as one of the new source; whichever side is taken, the seal tells which source was confirmed.
"""

from __future__ import annotations

import re

from msgspec import DecodeError
from msgspec.json import decode, encode
from msgspec.structs import replace

from assembler.catalog.model import Entry, Reason, seal

MARK = "# assembler:"
NAMES = ("reason", "made", "offered", "shown", "reviewed", "base")
WORD = re.compile(r'([a-z-]+)=("(?:[^"\\]|\\.)*"|\S+)')


def recalled(entry: Entry) -> Entry:
    """The entry with what its comment says in its fields, and what is left of the comment among its comments."""
    if not any(line.startswith(MARK) for line in entry.comments):
        return entry
    known: dict[str, str] = {}
    comments = [each for line in entry.comments for each in _told(line, known)]
    return replace(
        entry,
        reason=_reason(known.get("reason", "")),
        reviewed=known.get("reviewed", ""),
        made=known.get("made", ""),
        offered=known.get("offered", ""),
        shown=known.get("shown", ""),
        base=_string(known["base"]) if "base" in known else None,
        comments=tuple(comments),
    )


def _told(line: str, known: dict[str, str]) -> list[str]:
    """The line without what was told and is now `known`; no line when nothing else was in it.

    A line that does not begin as ours do is a person's, and stays as it is.
    """
    said = line.removeprefix(MARK).strip()
    if not line.startswith(MARK) or (said and not WORD.match(said)):
        return [line]
    words = WORD.findall(said)
    known.update((name, value) for name, value in words if name in NAMES)
    rest = WORD.sub(lambda found: "" if found[1] in NAMES else found[0], said)
    return [f"{MARK} {' '.join(rest.split())}"] if rest.strip() else []


def comment(entry: Entry) -> list[str]:
    """The comment that says it, as a list of one line; of no line when there is nothing to remember."""
    words = [
        f"reason={entry.reason.value}" if entry.reason is not Reason.UNKNOWN else "",
        f"made={entry.made}" if entry.made else "",
        f"offered={entry.offered}" if entry.offered else "",
        f"reviewed={entry.reviewed}" if entry.reviewed else "",
        f"shown={shown}" if (shown := _shown(entry)) else "",
        "" if entry.base is None else f"base={encode(entry.base).decode()}",
    ]
    said = " ".join(filter(None, words))
    return [f"{MARK} {said}"] if said else []


def _shown(entry: Entry) -> str:
    """A flag that was taken away is judged by what was sealed before; one that stands, stands over this source."""
    if entry.reason is Reason.UNKNOWN:
        return ""
    return seal(entry.source, "") if entry.fuzzy and not entry.obsolete else entry.shown


def _reason(word: str) -> Reason:
    return next((reason for reason in Reason if reason.value == word), Reason.UNKNOWN)


def _string(value: str) -> str:
    """The value of a JSON string; what a hand broke is taken as it stands."""
    try:
        return decode(value, type=str)
    except DecodeError:
        return value
