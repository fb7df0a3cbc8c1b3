"""The inline parser: markdown-it's CommonMark rules, with the dialect's own in place of its rule for links.

One rule reads everything that begins with `[`: note marks (whether or not the note is known), links, references and
spans. Braces count as attributes directly after `]`, `)` or code; where they stand elsewhere they stay text, and are
noted in the environment under `LOOSE`, so that the reader can report them. Addresses stay as the author wrote them.
"""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import backtick as backtick_rule
from markdown_it.rules_inline import image as image_rule
from markdown_it.token import Token
from msgspec import Struct

from assembler.document.attributes import match_at

ATTRIBUTES = "attributes"
"""The key in a token's `meta` under which the attributes after it stand."""

LOOSE = "loose"
"""The key in the parser's environment of the list of attributes that nothing carries."""

LINKS = "links"
"""The key in the parser's environment of the positions at which a link, or a span that holds one, begins."""

DEEPEST = 60
"""How deep inlines nest; beyond it markup is text."""

_NOTE_MARK = re.compile(r"\[\^([^\s\[\]]+)\]")
_BACKTICKS = re.compile("`+")
_BLANKS = re.compile(r"[ \t\n]*")


class _Parser(MarkdownIt):
    """markdown-it as it comes re-codes addresses for browsers; here every address is kept."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the library's name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the library's name
        return link

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - the library's name
        return True


class _Destination(Struct, frozen=True):
    target: str
    title: str
    end: int


@cache
def parser() -> MarkdownIt:
    """The one instance, made at the first use."""
    markdown = _Parser("commonmark", {"maxNesting": DEEPEST})
    rules = markdown.inline.ruler
    rules.at("link", _bracket)
    rules.at("backticks", _code)
    rules.at("image", _image)
    rules.push("loose_attributes", _loose)
    return markdown


def tokens(markup: str) -> tuple[list[Token], list[str]]:
    """The tokens of one line of markup, and the attributes in it that nothing carries."""
    loose: list[str] = []
    markdown = parser()
    return markdown.inline.parse(markup, markdown, {LOOSE: loose, LINKS: set()}, []), loose


def _bracket(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    if mark := _NOTE_MARK.match(state.src, state.pos, state.posMax):
        if not silent:
            state.push("note_mark", "", 0).content = mark[1]
        state.pos = mark.end()
        return True
    return _labelled(state, silent)


def _labelled(state: StateInline, silent: bool) -> bool:
    """A link, a reference or a span: a label in brackets with a destination, attributes or both behind it."""
    start, limit = state.pos + 1, state.posMax
    close, holds_link = _label(state, state.pos)
    if close < 0:
        return False
    destination = None if holds_link else _destination(state, close + 1)
    end = destination.end if destination else close + 1
    carried = match_at(state.src, end, limit)
    if destination is None and carried is None:
        return False
    if destination or holds_link:
        state.env[LINKS].add(state.pos)
    if not silent:
        opening = state.push("link_open" if destination else "span_open", "", 1)
        opening.meta = {ATTRIBUTES: carried[0] if carried else None, "destination": destination}
        state.pos, state.posMax = start, close
        state.md.inline.tokenize(state)
        state.push("link_close" if destination else "span_close", "", -1)
        state.posMax = limit
    state.pos = carried[1] if carried else end
    return True


def _label(state: StateInline, start: int) -> tuple[int, bool]:
    """The position of the `]` that closes the `[` at `start` (-1: none), and whether a link stands between them."""
    before = state.pos
    state.pos = start + 1
    depth = 1
    holds_link = False
    while state.pos < state.posMax:
        position = state.pos
        character = state.src[position]
        if character == "]":
            depth -= 1
            if depth == 0:
                break
        state.md.inline.skipToken(state)
        state.pos = min(state.pos, state.posMax)
        if character == "[":
            if state.pos == position + 1:
                depth += 1
            else:
                holds_link = holds_link or position in state.env[LINKS]
    close = state.pos if depth == 0 else -1
    state.pos = before
    return close, holds_link


def _destination(state: StateInline, start: int) -> _Destination | None:
    """`(target "title")` at `start`."""
    source, limit = state.src, state.posMax
    if start >= limit or source[start] != "(":
        return None
    position = _after_blanks(source, start + 1, limit)
    found = parseLinkDestination(source, position, limit)
    if found.ok:
        position = found.pos
    after = _after_blanks(source, position, limit)
    title = parseLinkTitle(source, after, limit) if after > position else None
    if title is not None and title.ok:
        after = _after_blanks(source, title.pos, limit)
    if after >= limit or source[after] != ")":
        return None
    return _Destination(found.str, title.str if title is not None and title.ok else "", after + 1)


def _after_blanks(source: str, position: int, limit: int) -> int:
    blanks = _BLANKS.match(source, position, limit)
    return blanks.end() if blanks else position


def _code(state: StateInline, silent: bool) -> bool:
    ticks = _BACKTICKS.match(state.src, state.pos, state.posMax)
    if ticks is None or not backtick_rule(state, silent):
        return False
    if state.pos > ticks.end():
        _carry(state, silent)
    return True


def _image(state: StateInline, silent: bool) -> bool:
    """A picture's description is parsed as a text of its own, so that its positions are not those of this text."""
    links: set[int] = state.env[LINKS]
    state.env[LINKS] = set()
    is_image = image_rule(state, silent)
    found, state.env[LINKS] = state.env[LINKS], links
    if is_image:
        _carry(state, silent)
    else:
        links |= found
    return is_image


def _carry(state: StateInline, silent: bool) -> None:
    """Attributes directly behind the token that was just read."""
    carried = match_at(state.src, state.pos, state.posMax)
    if carried is None:
        return
    if not silent:
        state.tokens[-1].meta[ATTRIBUTES] = carried[0]
    state.pos = carried[1]


def _loose(state: StateInline, silent: bool) -> bool:
    if not silent and state.src[state.pos] == "{" and (found := match_at(state.src, state.pos, state.posMax)):
        state.env[LOOSE].append(state.src[state.pos : found[1]])
    return False
