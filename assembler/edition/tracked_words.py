"""The words of a leaf in two versions as one run of inlines, with what was taken out and put in marked.

The inlines of both are laid out as text, with a sign of its own for each that is not text, and the texts are compared
word by word; then the inlines are built up again. Words whose markup alone changed have changed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import groupby
from typing import Literal, TypeAlias, assert_never

from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import (
    Break,
    Code,
    Emphasis,
    Image,
    Inline,
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
    Words,
)
from assembler.edition.alignment import picture_name
from assembler.worddiff import word_diff

FIRST_SIGN = 0xF0000
"""The first of the signs that stand for what is not text: characters that no text has."""

Shell: TypeAlias = Emphasis | Strong | Link | Span | Code | RawInline
"""What is around a character, without its content."""
Kind: TypeAlias = Literal["same", "removed", "added"]
Letter: TypeAlias = tuple[str, tuple[Shell, ...]]
"""A character, or the sign of what is none, and what is around it, the outermost first."""


class Notes:
    """The notes of both versions, and those of the earlier one that words taken out call: each is printed once more,
    under another name, for its mark may stand in the later version too."""

    def __init__(self, known: Collection[str], present: Collection[str]) -> None:
        self.known, self.present = known, present
        self.unlike = frozenset(known) ^ frozenset(present)
        self.called: dict[str, None] = {}

    def mark(self, mark: NoteMark) -> Inline:
        """A mark that was taken out; one that had no note was printed as it was written."""
        if mark.id not in self.known:
            return Text(f"[^{mark.id}]")
        self.called.setdefault(mark.id)
        return replace(mark, id=self.named(mark.id))

    def are_unlike(self, content: Inlines) -> bool:
        """Whether words that say the same call a note that only one of the versions has."""
        return bool(self.unlike) and any(
            isinstance(each, NoteMark) and each.id in self.unlike for each in walk.every_inline(content)
        )

    def named(self, id: str) -> str:
        """The name of the earlier version's note; no ID has such a sign in it."""
        return f"{id}~"


def changed(old: Words, new: Words, notes: Notes) -> Inlines:
    """The content of a leaf that both versions have, in which not all is the same."""
    signs = _Signs()
    before = list(signs.letters(old.content, (), notes.known))
    after = list(signs.letters(new.content, (), notes.present))
    if old.language != new.language:
        spoken = Span(content=(), pairs=(("lang", old.language),))
        before = [(character, (spoken, *around)) for character, around in before]
    found: list[Inline] = []
    for kind, letters in _stretches(before, after):
        inlines = signs.inlines(letters)
        if kind == "same":
            found += inlines
        elif letters:
            content = earlier_only(inlines, notes) if kind == "removed" else inlines
            found.append(Tracked(kind, content))
    return tuple(found)


def earlier_only(content: Inlines, notes: Notes) -> Inlines:
    """Inlines of the earlier version, where the later one has its own: references lead nowhere any more."""

    def rewrite(inline: Inline) -> Inlines:
        match inline:
            case Reference() | TargetNumber():
                return (Text(walk.plain_text((inline,))),)
            case Link() if inline.target.startswith("#"):
                return inline.content
            case NoteMark():
                return (notes.mark(inline),)
            case PageNumber():
                return ()
            case _:
                return (inline,)

    return walk.map_inlines(content, rewrite)


def kept_marks(words: Words) -> list[str]:
    """The notes that words call which both versions have."""
    if words.change:
        return []
    plain = tuple(inline for inline in words.content if not isinstance(inline, Tracked))
    return [each.id for each in walk.every_inline(plain) if isinstance(each, NoteMark)]


def with_added_marks(words: Words, rename: Callable[[NoteMark], NoteMark]) -> Words:
    """The words with what `rename` makes of the marks that only the later version has."""

    def marks(inline: Inline) -> Inlines:
        return (rename(inline),) if isinstance(inline, NoteMark) else (inline,)

    if words.change:
        is_added = words.change == "added" and walk.holds(words.content, NoteMark)
        return replace(words, content=walk.map_inlines(words.content, marks)) if is_added else words
    if not walk.holds(words.content, Tracked):
        return words
    return replace(words, content=tuple(_with_marks(each, marks) for each in words.content))


def _with_marks(inline: Inline, marks: walk.Rewriter) -> Inline:
    match inline:
        case Tracked(kind="added"):
            return replace(inline, content=walk.map_inlines(inline.content, marks))
        case _:
            return inline


def _stretches(before: Sequence[Letter], after: Sequence[Letter]) -> Iterator[tuple[Kind, Sequence[Letter]]]:
    """The way from one to the other; what is the same text in other markup is taken out and put in."""
    old = new = 0
    for change in word_diff(_text(before), _text(after)):
        length = len(change.text)
        match change.kind:
            case "same":
                pairs = zip(before[old : old + length], after[new : new + length], strict=True)
                yield from _same(list(pairs))
                old, new = old + length, new + length
            case "removed":
                yield "removed", before[old : old + length]
                old += length
            case "added":
                yield "added", after[new : new + length]
                new += length
            case _:
                assert_never(change.kind)


def _same(pairs: Sequence[tuple[Letter, Letter]]) -> Iterator[tuple[Kind, Sequence[Letter]]]:
    for alike, run in groupby(pairs, lambda pair: pair[0] == pair[1]):
        earlier, later = zip(*run, strict=True)
        if alike:
            yield "same", later
        else:
            yield "removed", earlier
            yield "added", later


def _text(letters: Sequence[Letter]) -> str:
    return "".join(character for character, _ in letters)


class _Signs:
    """The signs for what is not text, the same ones in both versions."""

    def __init__(self) -> None:
        self._of: dict[object, str] = {}
        self._inlines: dict[str, Inline] = {}

    def letters(self, content: Inlines, around: tuple[Shell, ...], notes: Collection[str]) -> Iterator[Letter]:
        """The inlines, character by character. A mark with a note and one without are not the same."""
        for inline in content:
            match inline:
                case Text():
                    yield from ((self._character(each), around) for each in inline.text)
                case Code() | RawInline():
                    yield from ((each, (*around, replace(inline, text=""))) for each in inline.text)
                case Emphasis() | Strong() | Link() | Span():
                    yield from self.letters(inline.content, (*around, replace(inline, content=())), notes)
                case Tracked():
                    yield from self.letters(inline.content, around, notes)
                case Reference():
                    yield self._sign((inline.target, walk.plain_text((inline,))), inline), around
                case Image():
                    yield self._sign((Image, picture_name(inline.target), inline.alt), inline), around
                case NoteMark():
                    yield self._sign((inline, inline.id in notes), inline), around
                case TargetNumber() | PageNumber() | Break():
                    yield self._sign(inline, inline), around
                case _:
                    assert_never(inline)

    def _character(self, character: str) -> str:
        """A character of a text; one that is like a sign has a sign."""
        return character if ord(character) < FIRST_SIGN else self._sign(character, Text(character))

    def _sign(self, key: object, inline: Inline) -> str:
        sign = self._of.setdefault(key, chr(FIRST_SIGN + len(self._of)))
        self._inlines[sign] = inline
        return sign

    def inlines(self, letters: Sequence[Letter]) -> Inlines:
        """The inlines that these characters are."""
        found: list[Inline] = []
        for shell, run in groupby(letters, lambda letter: letter[1][0] if letter[1] else None):
            inner = [(character, around[1:]) for character, around in run]
            match shell:
                case None:
                    found += self._plain(_text(inner))
                case Code() | RawInline():
                    found.append(replace(shell, text=_text(inner)))
                case _:
                    found.append(replace(shell, content=self.inlines(inner)))
        return tuple(found)

    def _plain(self, text: str) -> Iterator[Inline]:
        for is_sign, run in groupby(text, lambda character: ord(character) >= FIRST_SIGN):
            if is_sign:
                yield from (self._inlines[sign] for sign in run)
            else:
                yield Text("".join(run))
