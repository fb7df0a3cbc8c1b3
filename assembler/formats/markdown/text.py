"""What is wrong inside the words of one leaf, and which notes they call.

Words are parsed only where a brace, a tag or a bracket says that there may be something to find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assembler.document import inline, walk
from assembler.document.attributes import NONE, Attributes
from assembler.document.inline_tree import picture_of
from assembler.document.model import Image, RawInline, Reference, Span
from assembler.document.names import PICTURE_KEYS, REFERENCE_KEYS, SPAN_CLASSES, SPAN_KEYS
from assembler.findings import Finding, Place, phrase
from assembler.formats.markdown import kinds
from assembler.formats.markdown.pictures import about
from assembler.nearest import among

_TAME = re.compile(
    r"\[[^\[\]{}<>\\`]*\](?:\([^()\[\]{}<>\\`\s]*\))?"
    rf"\{{(?:\.(?:{'|'.join(sorted(SPAN_CLASSES))})|form=\w+)\}}|<https?://[^\[\]<>\\`\s]+>"
)
"""A span with one known class, a reference with a form, an address: nothing can be wrong with them."""

QUOTED = 60
"""How many characters of a text a finding quotes."""


def quoted(text: str) -> str:
    """The beginning of a text as findings quote it, with a mark where it was cut."""
    return text if len(text) <= QUOTED else f"{text[:QUOTED].rstrip()}…"


def marks(words: str) -> tuple[str, ...]:
    """The notes that the words call."""
    return inline.note_marks(words)


def mistakes(words: str, place: Place, *, heading: bool = False) -> Iterator[Finding]:
    """Attributes that nothing carries, classes and keys of spans that are not known, HTML, pictures in a line."""
    if ("{" not in words and "<" not in words and "![" not in words) or _is_tame(words):
        return
    inspection = inline.inspect(words)
    for position, attributes in enumerate(inspection.loose):
        last = heading and position == len(inspection.loose) - 1 and words.endswith(attributes)
        kind = kinds.HEADING_ATTRIBUTES if last else kinds.MISPLACED_ATTRIBUTES
        yield kind.at(place, quote=quoted(words), attributes=attributes)
    within: Span | None = None
    for found in walk.every_inline(inspection.inlines):
        match found:
            case Image():
                named = NONE if within is None else Attributes((), within.classes, within.pairs)
                yield from about(found.target, found.alt, named, place)
            case RawInline():
                yield kinds.UNSUPPORTED_MARKUP.at(place, quote=quoted(words), text=found.text)
            case Span():
                yield from _span_mistakes(found, place)
            case Reference():
                yield from _unknown_keys(found.pairs, REFERENCE_KEYS, place)
        within = found if isinstance(found, Span) and picture_of(found) else None


def _is_tame(words: str) -> bool:
    rest = _TAME.sub("", words)
    return not any(sign in rest for sign in ("{", "<", "\\", "!["))


def _span_mistakes(span: Span, place: Place) -> Iterator[Finding]:
    for name in span.classes:
        if name not in SPAN_CLASSES:
            classes = phrase("Classes of spans are: {known}.", known=", ".join(sorted(SPAN_CLASSES)))
            yield kinds.UNKNOWN_SPAN_CLASS.at(place, name=name, suggestion=among(name, sorted(SPAN_CLASSES), classes))
    yield from _unknown_keys(span.pairs, SPAN_KEYS | PICTURE_KEYS if picture_of(span) else SPAN_KEYS, place)


def _unknown_keys(pairs: tuple[tuple[str, str], ...], known: frozenset[str], place: Place) -> Iterator[Finding]:
    for key, _ in pairs:
        if key not in known:
            yield kinds.UNKNOWN_ATTRIBUTE.at(place, name=key, known=", ".join(sorted(known)))
