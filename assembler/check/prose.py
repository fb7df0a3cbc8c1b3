"""What a reader sees of a unit: the words without their markup, and the way back to where they stand in it.

Rules look at prose, because markup would hide a doubled word or a space before a note. A note mark, a generated
reference, a picture and HTML are one character each. What is not the author's own text in this language (words of
another one or not to be translated, code, an address) is known by its range, so that a rule can leave it alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import Literal, assert_never

from msgspec import Struct

from assembler.document import inline
from assembler.document.model import (
    Break,
    Code,
    Emphasis,
    Image,
    Inlines,
    Link,
    NoteMark,
    PageNumber,
    RawInline,
    Reference,
    Span,
    Strong,
    TargetNumber,
    Text,
    Tracked,
)

NOTE, REFERENCE, OBJECT = "\ue000", "\ue001", "\ue002"
"""Stand in prose for a note mark, for a reference whose words the edition makes, for a picture or HTML."""

RangeKind = Literal["language", "kept", "code", "address", "date", "number"]
_SPAN_KINDS: dict[str, RangeKind] = {"notranslate": "kept", "date": "date", "number": "number"}


class Range(Struct, frozen=True, gc=False):
    """Part of a prose that is not plain words of its language; `value` is the code of a language, a link's target."""

    start: int
    end: int
    kind: RangeKind
    value: str = ""


Word = tuple[str, int]
"""A word and where it starts in the text."""

_WORD = re.compile(r"([^\W_]+(?:[-\u2010\u2011'\u2019][^\W_]+)*)")


class Prose(Struct, frozen=True, dict=True):
    """The visible `text` of the markup in `source`; `notes` are the IDs of its note marks, in order."""

    source: str
    text: str
    ranges: tuple[Range, ...] = ()
    notes: tuple[str, ...] = ()

    @cached_property
    def own(self) -> str:
        """The text with everything blanked, length kept, that is not plain words of its language."""
        if not self.ranges:
            return self.text
        letters = list(self.text)
        for each in self.ranges:
            if each.kind not in ("date", "number"):
                letters[each.start : each.end] = OBJECT * (each.end - each.start)
        return "".join(letters)

    @cached_property
    def _parts(self) -> list[str]:
        """What stands between words, and the words, by turns: to cut a text is quicker than to find its words."""
        return _WORD.split(self.own)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of its own language: letters and digits, with hyphens and apostrophes inside."""
        return tuple(zip(self.written, self.starts, strict=True))

    @cached_property
    def written(self) -> tuple[str, ...]:
        """The words alone."""
        return tuple(self._parts[1::2])

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each word starts in the text."""
        return tuple(accumulate(map(len, self._parts)))[:-1:2]

    @cached_property
    def signs(self) -> frozenset[str]:
        """Every character of the text: the quickest way to know that what a rule needs is not there."""
        return frozenset(self.text)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The words alone, without regard to capitals: what two texts have in common."""
        return tuple(map(str.casefold, self.written))

    @cached_property
    def offsets(self) -> tuple[int, ...] | None:
        """Where each character of the text stands in the source; None where that cannot be told for certain."""
        return tuple(range(len(self.text))) if self.text == self.source else _offsets(self.source, self.text)

    def in_source(self, start: int, end: int) -> tuple[int, int] | None:
        """The range of the source that shows the text from `start` to `end`; None where markup stands between."""
        if self.offsets is None:
            return None
        if start == end:
            place = self.offsets[start] if start < len(self.offsets) else len(self.source)
            return place, place
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        return (first, last) if last - first == end - start else None


_MARKUP = re.compile(r"[\n!&*<\[\\\]_`{]")


def prose(markup: str) -> Prose:
    """The prose of one line of markup."""
    if not _MARKUP.search(markup):
        return Prose(markup, markup)
    parts: list[str] = []
    ranges: list[Range] = []
    notes: list[str] = []
    _read(inline.parse(markup), parts, ranges, notes)
    return Prose(markup, "".join(parts), tuple(ranges), tuple(notes))


def _read(  # noqa: C901 - a branch for each inline
    inlines: Inlines, parts: list[str], ranges: list[Range], notes: list[str]
) -> None:
    for each in inlines:
        start = sum(map(len, parts)) if isinstance(each, Link | Span | Code) else 0
        match each:
            case Text(text) | TargetNumber(_, text, _):
                parts.append(text)
            case NoteMark(id):
                parts.append(NOTE)
                notes.append(id)
            case Emphasis(content) | Strong(content) | Tracked(_, content):
                _read(content, parts, ranges, notes)
            case Code(text):
                parts.append(text)
                ranges.append(Range(start, start + len(text), "code"))
            case Link(target, content):
                _read(content, parts, ranges, notes)
                if "".join(parts)[start:] in (target, target.removeprefix("mailto:")):
                    ranges.append(Range(start, sum(map(len, parts)), "address", target))
            case Span():
                _read(each.content, parts, ranges, notes)
                ranges.extend(_ranges_of(each, start, sum(map(len, parts))))
            case Reference():
                parts.append(REFERENCE)
            case Image() | RawInline():
                parts.append(OBJECT)
            case Break():
                parts.append("\n")
            case PageNumber():
                pass
            case _:
                assert_never(each)


def _ranges_of(span: Span, start: int, end: int) -> Iterator[Range]:
    for name, value in span.pairs:
        if name == "lang":
            yield Range(start, end, "language", value)
    for name in span.classes:
        if name in _SPAN_KINDS:
            yield Range(start, end, _SPAN_KINDS[name])


_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~\n])"
    r"|(?P<note>\[\^[^\s\[\]]+\])"
    r"|(?P<reference>\[\]\([^()\s]*\)(?:\{[^{}]*\})?)"
    r"|(?P<close>\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)(?:\{[^{}]*\})?|\{[^{}]*\}))"
    r"|(?P<optional>[\[\]*_`<>])"
    r"|(?P<other>.)",
    re.DOTALL,
)


def _offsets(source: str, text: str) -> tuple[int, ...] | None:
    """Characters that may be markup are taken for text where the text goes on with them, and must fit to the end."""
    found: list[int] = []
    for token in _TOKEN.finditer(source):
        wanted = text[len(found)] if len(found) < len(text) else ""
        match token.lastgroup:
            case "escaped":
                candidate, place = token["escaped"], token.end() - 1
            case "note":
                candidate, place = NOTE, token.start()
            case "reference":
                candidate, place = REFERENCE, token.start()
            case "close":
                continue
            case _:
                candidate, place = token[0], token.start()
        if candidate == wanted:
            found.append(place)
        elif token.lastgroup != "optional":
            return None
    return tuple(found) if len(found) == len(text) else None
