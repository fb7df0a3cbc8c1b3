"""The usual markup, read by a few regular expressions: several times faster than the parser, with the same result.

Text with note marks, references, links, spans, emphasis, escapes and breaks, nested once at most, is nearly all that
authors and translators write. A line with anything else in it is left to the parser (`inline`), which alone decides
what the dialect is; that both agree is a law of the tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from assembler.document.attributes import Attributes, whole
from assembler.document.inline_tree import carrying, reference, span
from assembler.document.model import Break, Code, Emphasis, Inline, Inlines, Link, NoteMark, Span, Strong, Text

_TEXT = r"[^\n!&*<\[\\\]_`{]"
_TARGET = r"\([\w#%/:.,;=?@+~$'\-]+\)"
_BRACES = r"\{[\w#.=:/+\- ]+\}"
_FLAT = rf"\[\^[^\s\[\]]+\]|\[{_TEXT}*\](?:{_TARGET})?(?:{_BRACES})?(?!\{{)"
"""Brackets that hold nothing but text."""
_WORDS = rf"{_TEXT}*(?:(?:{_FLAT}){_TEXT}*)*"
_LABEL = _WORDS.replace(r"!&*<", r"!&<")
"""Here emphasis may stand too."""
_SIGN = re.compile(r"[\n!&*<\[\\_`{]")
_BRACKETS = re.compile(
    rf"\[\^(?P<note>[^\s\[\]]+)\]"
    rf"|\[(?P<label>{_LABEL})\](?P<target>{_TARGET})?(?P<braces>{_BRACES})?(?!\{{)"
)
_ADDRESS = re.compile(r"<(https?://[\w#%/:.,;=?@+~$'&()!*\-]*)>")
_STRESS = re.compile(
    rf"(?<![^\s(«“„—–\-/])(\*\*?)((?:[^\W_]|[«“„(]|{_FLAT})(?:{_WORDS}(?:[^\W_]|[.,;:?…»”)]|{_FLAT}))?)\1"
    r"(?![^\s).,;:?»”“…—–\-/\[])"
)
_CODE = re.compile(rf"`([^\s`](?:[^\n`]*[^\s`])?)`(?!`)({_BRACES})?(?!\{{)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_BREAK = re.compile(r"(?<![\s\\])\n(?!\s)")
_NO_SIGN = re.compile(r"&(?!#?\w+;)|!(?!\[)")
_NEVER = re.compile(r"(?!)")


def usual(markup: str) -> Inlines | None:
    """The tree of a line of markup; None if only the parser can tell."""
    found: list[Inline] = []
    text = ""
    position = 0
    while sign := _SIGN.search(markup, position):
        start = sign.start()
        pattern, made = _READERS[sign[0]]
        match = pattern.match(markup, start)
        inline = made(match) if match else None
        if match is None or inline is None:
            return None
        text += markup[position:start]
        position = match.end()
        if isinstance(inline, str):
            text += inline
            continue
        if text:
            found.append(Text(text))
            text = ""
        found.append(inline)
    if rest := text + markup[position:]:
        found.append(Text(rest))
    return tuple(found)


def _stressed(match: re.Match[str]) -> Inline | None:
    content = usual(match[2])
    if content is None:
        return None
    return Emphasis(content) if len(match[1]) == 1 else Strong(content)


def _bracketed(match: re.Match[str]) -> Inline | None:
    note, label, target, braces = match.groups()
    if note:
        return NoteMark(note)
    attributes = _attributes(braces) if braces else None
    if attributes is None and (braces or target is None):
        return None
    content = usual(label)
    if content is None or (target and any(isinstance(each, Link | Span) for each in content)):
        return None
    if target is None:
        assert attributes is not None
        return span(content, attributes)
    address = target[1:-1]
    if not content and len(address) > 1 and address.startswith("#"):
        return reference(address[1:], attributes)
    return carrying(Link(address, content), attributes)


def _code(match: re.Match[str]) -> Inline | None:
    attributes = _attributes(match[2]) if match[2] else None
    return None if match[2] and attributes is None else carrying(Code(match[1]), attributes)


@cache
def _attributes(braces: str) -> Attributes | None:
    return whole(braces)


def _addressed(match: re.Match[str]) -> Inline:
    return Link(match[1], (Text(match[1]),))


_READERS: Mapping[str, tuple[re.Pattern[str], Callable[[re.Match[str]], Inline | str | None]]] = {
    "[": (_BRACKETS, _bracketed),
    "<": (_ADDRESS, _addressed),
    "*": (_STRESS, _stressed),
    "\\": (_ESCAPE, lambda match: match[1]),
    "\n": (_BREAK, lambda _: Break()),
    "`": (_CODE, _code),
    "&": (_NO_SIGN, lambda match: match[0]),
    "!": (_NO_SIGN, lambda match: match[0]),
    "_": (_NEVER, lambda _: None),
    "{": (_NEVER, lambda _: None),
    "]": (_NEVER, lambda _: None),
}
"""What may begin with a sign, and what is made of it."""
