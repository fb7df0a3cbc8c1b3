"""From the tree of inlines to one line of markup.

Text is escaped only where it would be read as something else. Emphasis can be written with `*` or `_`, and which of
them reads back as meant depends on what stands around it; asterisks serve nearly always, and where they do not, the
other ways are tried until one reads back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice, product
from typing import assert_never

from assembler.document import attributes
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
)

Parse = Callable[[str], Inlines]

_SPECIAL = re.compile(r"[\\`*_\[\]<&{\n\r]")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\n")
_ENTITY = re.compile(r"&#?\w+;")
_TAG = re.compile(r"<[A-Za-z/!?]")
_ASIDE = re.compile(r"\[(?!\^)[^\[\]\\`*_<&{\n]*\](?=[^({\[:])")
_AUTOLINK = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]{1,31}:[^<>\x00-\x20]*")
_EMAIL = re.compile(r"[a-zA-Z0-9.+_\-]+@[a-zA-Z0-9]+(?:-[a-zA-Z0-9]+)*(?:\.[a-zA-Z0-9]+(?:-[a-zA-Z0-9]+)*)*")
_BARE_TARGET = re.compile(r"[\w#%/:.,;=?@+~$!*'\-][\w#%/:.,;=?@+~$!*'\-&]*")
_BLANK = " \t"
_TRIES = 2048


def escape(text: str) -> str:
    """Markup that parses to `text` and nothing else."""
    return _escaped(text, bracketed=False)


def rendered(inlines: Inlines, parse: Parse) -> str:
    """Markup for `inlines`; `parse` is asked where more than one way of writing emphasis may be meant."""
    first = _Writer(()).all(inlines)
    if "*" not in first or parse(first) == inlines:
        return first
    for markers in _choices(_count(inlines)):
        markup = _Writer(markers).all(inlines)
        if parse(markup) == inlines:
            return markup
    return first


def _choices(count: int) -> Iterator[tuple[str, ...]]:
    """Ways to write `count` emphases; those that use many underscores last."""
    return islice((tuple(reversed(choice)) for choice in product("*_", repeat=count)), _TRIES)


def _count(inlines: Inlines) -> int:
    total = 0
    for inline in inlines:
        match inline:
            case Emphasis() | Strong():
                total += 1 + _count(inline.content)
            case Link() | Span() | Reference():
                total += _count(inline.content)
    return total


class _Writer:
    """Writes a tree; `markers` say for the first emphases which character they take, the others take asterisks."""

    def __init__(self, markers: tuple[str, ...]) -> None:
        self._markers = iter(markers)

    def all(self, inlines: Inlines, *, bracketed: bool = False, enclosed: bool = False) -> str:
        """`bracketed` is inside `[…]`, `enclosed` directly inside emphasis."""
        parts: list[str] = []
        for position, inline in enumerate(inlines):
            if isinstance(inline, Text):
                before = inlines[position - 1] if position else None
                after = inlines[position + 1] if position + 1 < len(inlines) else None
                parts.append(_text(inline.text, before, after, bracketed=bracketed, enclosed=enclosed))
            elif isinstance(inline, Break) and enclosed and position == 0:
                parts.append("\\\n")
            else:
                parts.append(self._one(inline, bracketed))
        return "".join(parts)

    def _one(self, inline: Inline, bracketed: bool) -> str:
        match inline:
            case Emphasis():
                return self._emphasis(inline.content, 1, bracketed)
            case Strong():
                return self._emphasis(inline.content, 2, bracketed)
            case Link():
                return self._link(inline)
            case Span():
                return self._span(inline)
            case _:
                return _leaf(inline)

    def _emphasis(self, content: Inlines, length: int, bracketed: bool) -> str:
        marker = next(self._markers, "*") * length
        return marker + self.all(content, bracketed=bracketed, enclosed=True) + marker

    def _link(self, link: Link) -> str:
        if not link.title and _is_autolink(link):
            return f"<{link.target.removeprefix('mailto:') if '@' in link.target else link.target}>"
        return f"[{self.all(link.content, bracketed=True)}]({_destination(link.target, link.title)})"

    def _span(self, span: Span) -> str:
        carried = attributes.render(span.id, span.classes, span.pairs)
        match span.content:
            case (Code() | Image() as inner,):
                return self._one(inner, False) + carried
            case (Link() as inner,) if not _is_autolink(inner):
                return self._link(inner) + carried
        return f"[{self.all(span.content, bracketed=True)}]{carried}"


def _leaf(inline: Inline) -> str:
    match inline:
        case Text():
            return escape(inline.text)
        case Code():
            return _code(inline.text)
        case Image():
            title = _destination(inline.target, inline.title)
            return f"![{_escaped(inline.alt, bracketed=True)}]({title})"
        case NoteMark():
            return f"[^{inline.id}]"
        case Reference():
            return _reference(inline)
        case TargetNumber():
            return escape(inline.text)
        case Break():
            return "\n"
        case RawInline():
            return inline.text
        case Emphasis() | Strong() | Link() | Span() | PageNumber() | Tracked():
            return ""
        case _:
            assert_never(inline)


def _reference(reference: Reference) -> str:
    named = tuple((key, value) for key, value in (("form", reference.form), ("to", reference.to)) if value)
    return f"[]({_destination('#' + reference.target, '')})" + attributes.render(pairs=named + reference.pairs)


def _is_autolink(link: Link) -> bool:
    match link.content:
        case (Text(text=text),):
            if link.target == text:
                return _AUTOLINK.fullmatch(text) is not None
            return link.target == f"mailto:{text}" and _EMAIL.fullmatch(text) is not None
    return False


def _destination(target: str, title: str) -> str:
    written = target if _BARE_TARGET.fullmatch(target) and not _ENTITY.search(target) else f"<{_inside(target, '<>')}>"
    if not target and not title:
        return ""
    return written if not title else f'{written} "{_inside(title, chr(34))}"'


def _inside(text: str, delimiters: str) -> str:
    """Text between delimiters, where only backslashes, entities and the delimiters themselves mean something."""
    safe = re.sub(rf"[\\&{delimiters}]", lambda found: "&amp;" if found[0] == "&" else "\\" + found[0], text)
    return safe.replace("\n", "&#10;").replace("\r", "&#13;")


def _code(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * next(length for length in range(1, longest + 2) if not re.search(rf"(?<!`)`{{{length}}}(?!`)", text))
    padded = text[:1] == "`" or text[-1:] == "`" or (text[:1] == text[-1:] == " " and text.strip(" ") != "")
    return f"{fence} {text} {fence}" if padded else f"{fence}{text}{fence}"


def _text(text: str, before: Inline | None, after: Inline | None, *, bracketed: bool, enclosed: bool) -> str:
    """Text among its neighbours: blanks at an edge that would be lost there, and what would join with a neighbour."""
    head = tail = ""
    if _is_blank(text[:1]) and (isinstance(before, Break) or (enclosed and before is None)):
        head, text = f"&#{ord(text[0])};", text[1:]
    if _is_blank(text[-1:]) and (isinstance(after, Break) or (enclosed and after is None)):
        tail, text = f"&#{ord(text[-1])};", text[:-1]
    written = _escaped(text, bracketed=bracketed)
    if bracketed and before is None and written.startswith("^"):
        written = "\\" + written
    opens = isinstance(after, Link | Span | NoteMark | Reference)
    if opens and not tail and written.endswith("!"):
        written = written[:-1] + "\\!"
    return head + written + tail


def _escaped(text: str, *, bracketed: bool) -> str:
    asides = () if bracketed else tuple(found.span() for found in _ASIDE.finditer(text))
    literal = {edge for start, end in asides for edge in (start, end - 1)}
    return _SPECIAL.sub(lambda found: found[0] if found.start() in literal else _character(text, found.start()), text)


def _character(text: str, at: int) -> str:
    """One character that may mean something, escaped if it does."""
    character = text[at]
    match character:
        case "\n" | "\r":
            return f"&#{ord(character)};"
        case "\\":
            literal = at + 1 < len(text) and text[at + 1] not in _PUNCTUATION
        case "*":
            literal = _blank_at(text, at - 1) and _blank_at(text, at + 1)
        case "_":
            literal = _is_inside_word(text, at)
        case "<":
            literal = at + 1 < len(text) and not _TAG.match(text, at)
        case "&":
            literal = not _ENTITY.match(text, at)
        case "{":
            literal = at + 1 < len(text) and attributes.match_at(text, at) is None
        case _:
            literal = False
    return character if literal else "\\" + character


def _is_blank(character: str) -> bool:
    """Whether it is a blank that an edge could lose. Control characters have no reference to stand for them."""
    return character.isspace() and (character in " \t\n\f\r" or character >= "\xa0")


def _blank_at(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at] in _BLANK


def _is_inside_word(text: str, at: int) -> bool:
    """Whether the run of underscores around `at` has a letter or digit on both sides."""
    start, end = at, at + 1
    while start > 0 and text[start - 1] == "_":
        start -= 1
    while end < len(text) and text[end] == "_":
        end += 1
    if start == 0 or end == len(text):
        return False
    return bool(_LETTER_OR_DIGIT.match(text, start - 1) and _LETTER_OR_DIGIT.match(text, end))
