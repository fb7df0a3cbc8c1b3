"""Parts of an entry's texts are written otherwise, and every other byte of the entry stays.

A mended space or quotation mark is no new text: what was translated stays translated, what was reviewed stays reviewed.
The seals that prove it are made anew, and where they stand in the entry's lines the new ones are put there.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from assembler.catalog import syntax
from assembler.catalog.model import Entry, seal

Edit = tuple[int, int, str]
"""The characters from a start to an end become others."""

_SIGN = re.compile(r"\\.|[^\\]", re.DOTALL)
_TOKEN = re.compile(r"\w+|\s|[^\w\s]")


def edits(before: str, after: str) -> list[Edit]:
    """What makes one text of the other, in their order: whole words, single signs."""
    from difflib import SequenceMatcher  # few updates change but spelling

    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    at = [0]
    for token in old:
        at.append(at[-1] + len(token))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [
        (at[start], at[end], "".join(new[first:last]))
        for tag, start, end, first, last in matcher.get_opcodes()
        if tag != "equal"
    ]


def respelled(entry: Entry, source: str, translation: str) -> Entry:
    """The entry with these texts, which say the same as its own; the very same entry if they are."""
    if (source, translation) == (entry.source, entry.translation):
        return entry
    new = replace(
        entry,
        source=source,
        translation=translation,
        reviewed=seal(source, translation) if entry.is_reviewed else entry.reviewed,
        made=_again(entry.made, entry.source, source),
        shown=_again(entry.shown, entry.source, source),
        base=translation if entry.base == entry.translation else entry.base,
        raw="",
    )
    raw = _lines(entry, new) if entry.raw else ""
    return replace(new, raw=raw) if raw and _says(raw, new) else new


def _again(old: str, before: str, after: str) -> str:
    """A seal of the source alone, made anew where it was one."""
    return seal(after, "") if old and old == seal(before, "") else old


def _lines(before: Entry, after: Entry) -> str:
    """The lines of the entry with the changed parts in them; empty where that cannot be done."""
    found = syntax.ENTRY.fullmatch(before.raw)
    if found is None or found["translation"] is None:
        return ""
    above = found.string[: found.end("above")]
    for name in ("reviewed", "made", "shown"):
        old, new = getattr(before, name), getattr(after, name)
        above = above.replace(f"{name}={old}", f"{name}={new}", 1) if old != new else above
    source = _strings(found["source"], edits(before.source, after.source))
    translation = _strings(found["translation"], edits(before.translation, after.translation))
    between = found.string[found.end("source") : found.start("translation")]
    begin = found.string[found.end("above") : found.start("source")]
    return "".join((above, begin, source, between, translation, found.string[found.end("translation") :]))


def _strings(quoted: str, changes: list[Edit]) -> str:
    """Quoted strings with edits of what they say together; their breaks stay where they are."""
    places = [
        (body.start(1) + sign.start(), body.start(1) + sign.end())
        for body in syntax.BODY.finditer(quoted)
        for sign in _SIGN.finditer(body[1])
    ]
    signs = [quoted[start:end] for start, end in places]
    for start, end, new in reversed(changes):
        written = syntax.SPECIAL.sub(lambda found: syntax.SIGNS[found[0]], new)
        if start < end:
            signs[start:end] = [written, *[""] * (end - start - 1)]
        elif start < len(signs):
            signs[start] = written + signs[start]
        elif signs:
            signs[-1] += written
    parts: list[str] = []
    done = 0
    for (start, end), sign in zip(places, signs, strict=True):
        parts += (quoted[done:start], sign)
        done = end
    return "".join((*parts, quoted[done:]))


def _says(raw: str, entry: Entry) -> bool:
    """Whether the lines are those of this entry: read again, they give it."""
    try:
        (read,), rest = syntax.parse(raw)
    except (syntax.DamagedError, ValueError):
        return False
    return not rest and replace(read, raw="", line=entry.line) == entry
