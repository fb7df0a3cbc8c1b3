"""The bulk of every section, read at a stroke: paragraphs and notes of one line, each with its ID.

A line of attributes with nothing but an ID, then one line that begins like a sentence, then a blank line: nothing else
in the dialect begins so, and no rule has to be asked what it is. What is in any way different is left to the rules.
The rule works at the top level and directly inside divs, where lines begin at the margin, and in the items of a list.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock
from msgspec import Struct

PLAIN = "plain"
"""The key in the parser's environment that asks for this rule."""

_SENTENCE = r"[^\W\d_]|[«“„\"(—–…]"
_PARAGRAPH = re.compile(rf"\{{#([a-z][a-z0-9-]*)\}}\n((?:{_SENTENCE})[^\n]*)(?=\n\n|\n?\Z)")
_ITEM = re.compile(rf"\{{#([a-z][a-z0-9-]*)\}}\n( +)((?:{_SENTENCE})[^\n]*)(?=\n\n|\n(?:[-+*]|\d{{1,9}}[.)]) |\n?\Z)")
_NOTE = re.compile(rf"\[\^([a-z][a-z0-9-]*)\]: ((?:{_SENTENCE})[^\n]*)(?=\n+\[\^|\n\n++(?![ \t])|\n*\Z)")


class Plain(Struct, frozen=True):
    """A paragraph or a note of one line. `first` is the line of its words, `last` the one behind, both from 0.

    `level` is there for the library's rule for lists, which looks for paragraphs of its own.
    """

    id: str
    content: str
    first: int
    last: int
    is_note: bool
    level: int = -1


def plain_blocks(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take as many as follow each other."""
    if silent or PLAIN not in state.env:
        return False
    if state.parentType == "list":
        return _take(state, _item(state, start), end)
    if state.blkIndent or state.parentType not in ("root", "division"):
        return False
    line = start
    while line < end and _take(state, _at(state, line), end):
        line = state.skipEmptyLines(state.line)
    return line > start


def _take(state: StateBlock, found: Plain | None, end: int) -> bool:
    if found is None or found.last > end:
        return False
    state.tokens.append(found)  # type: ignore[arg-type]  # the reader knows it from a token
    state.line = found.last
    return True


def _item(state: StateBlock, line: int) -> Plain | None:
    """The paragraph of an item that begins in this line, if the next one is indented as far, and by blanks alone."""
    found = _ITEM.match(state.src, state.bMarks[line] + state.tShift[line])
    if found is None or len(found[2]) != state.blkIndent or state.bMarks[line + 1] != found.start(2):
        return None
    return Plain(found[1], found[3].strip(" \t"), line + 1, line + 2, is_note=False)


def _at(state: StateBlock, line: int) -> Plain | None:
    """What begins in this line, if its beginning is the line's own: not that of a quotation's content."""
    source, position = state.src, state.bMarks[line]
    sign = source[position : position + 2]
    if position and source[position - 1] != "\n":
        return None
    if sign == "{#":
        if found := _PARAGRAPH.match(source, position):
            return Plain(found[1], found[2].strip(" \t"), line + 1, line + 2, is_note=False)
    elif sign == "[^" and (found := _NOTE.match(source, position)):
        return Plain(found[1], found[2].strip(" \t"), line, line + 1, is_note=True)
    return None
