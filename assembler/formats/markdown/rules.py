"""The block parser: markdown-it's CommonMark rules with the dialect's own beside them.

Attribute lines, fenced divs and note definitions are rules of this module, pipe tables of `tables`. What the dialect
does not have (code, HTML, rules, link definitions) becomes one token `raw` with its text. Inlines are not parsed here:
the content of a paragraph stays as it was written.

Tokens of this module: `attributes` (meta: `attributes`), `division_open` (meta: `opening`, `closed`), `note_open`
(content: the label), `table` (meta: `table`), `raw` (meta: `construct`, content: the text). `column` in the meta of
what can carry an ID is the column of the line, counted from 0, at which the block begins; `margin` is the number of
blanks with which lines of its container begin, counted from the innermost quotation.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import (
    StateBlock,
    code,
    fence,
    heading,
    hr,
    html_block,
    lheading,
    paragraph,
    reference,
)
from markdown_it.token import Token

from assembler.document.attributes import whole
from assembler.formats.markdown.fences import Fences, opening, pair_fences
from assembler.formats.markdown.kinds import COMMENT, DEFINITION
from assembler.formats.markdown.tables import table_rule

Rule = Callable[[StateBlock, int, int, bool], bool]

DEEPEST = 60
"""How deep containers nest (a list counts twice: itself and its item); beyond it text is kept raw."""

TOO_DEEP = "too deeply nested text"

_LABEL = re.compile(r"\[\^([^\s\[\]]+)\]:[ \t]*")
_CODE_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_ONE_COMMENT = re.compile(r"<!--(?:(?!-->).)*-->\s*", re.DOTALL)
_NOTE_INDENT = 4
_INTERRUPTS: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
_INTERRUPTS_NO_LIST: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote"]}


def tokens(text: str) -> tuple[list[Token], Fences]:
    """The block tokens of a section whose lines end in line feeds, and its fences."""
    fences = pair_fences(text.split("\n"))
    found: list[Token] = []
    markdown = _parser()
    markdown.block.parse(text, markdown, {"fences": fences.closing}, found)
    return found, fences


@cache
def _parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"maxNesting": DEEPEST * 2})
    rules = markdown.block.ruler
    rules.at("paragraph", _located(paragraph))
    rules.at("lheading", _located(lheading))
    rules.at("heading", _located(heading), _INTERRUPTS_NO_LIST)
    rules.at("code", _raw(code, "code block"))
    rules.at("reference", _raw(reference, DEFINITION))
    rules.at("fence", _raw(fence, "code block"), _INTERRUPTS)
    rules.at("hr", _raw(hr, "horizontal rule"), _INTERRUPTS)
    rules.at("html_block", _raw(html_block, "HTML"), _INTERRUPTS_NO_LIST)
    rules.before("fence", "division", _division, _INTERRUPTS)
    rules.before("reference", "note", _note, _INTERRUPTS)
    rules.before("code", "pipe_table", table_rule)
    rules.before("pipe_table", "one_line", _located(_one_line))
    rules.before("one_line", "attributes", _attribute_line, _INTERRUPTS)
    rules.before("attributes", "too_deep", _too_deep)
    return markdown


def _first(state: StateBlock, line: int) -> int:
    """The position of the first character of a line that is not a blank or a container's marker."""
    return state.bMarks[line] + state.tShift[line]


def _column(state: StateBlock, line: int) -> int:
    first = _first(state, line)
    return first - (state.src.rfind("\n", 0, first) + 1)


def _located(rule: Rule) -> Rule:
    """The rule, with the column in the meta of the token it makes; only blanks are trimmed from its content."""

    def run(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        made = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        if not silent:
            block, inline = state.tokens[made : made + 2]
            block.meta |= {"column": _column(state, start), "margin": state.blkIndent}
            if block.markup[:1] != "#" and inline.map:
                content = state.getLines(start, inline.map[1], state.blkIndent, False)
                inline.content = content.strip(" \t\n")
        return True

    return run


def _raw(rule: Rule, construct: str) -> Rule:
    """The rule, with what it makes replaced by one token that keeps the text."""

    def run(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        made = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        if not silent:
            del state.tokens[made:]
            _push_raw(state, start, construct)
        return True

    return run


def _push_raw(state: StateBlock, start: int, construct: str) -> None:
    token = state.push("raw", "", 0)
    token.map = [start, state.line]
    token.content = _closed(state.getLines(start, state.line, state.blkIndent, False).rstrip("\n"))
    remark = construct == "HTML" and _ONE_COMMENT.fullmatch(token.content.strip())
    token.meta["construct"] = COMMENT if remark else construct


def _closed(text: str) -> str:
    """Code whose fence is open to the end of its container gets the closing fence."""
    lines = text.split("\n")
    fence = _CODE_FENCE.match(lines[0])
    if fence is None or (len(lines) > 1 and re.fullmatch(rf"[ \t]*{fence[1]}{fence[1][0]}*[ \t]*", lines[-1])):
        return text
    return f"{text}\n{fence[1]}"


def _too_deep(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if silent or state.level < DEEPEST:
        return False
    line = start + 1
    while line < end and (state.isEmpty(line) or state.sCount[line] >= state.blkIndent):
        line += 1
    state.line = line
    _push_raw(state, start, TOO_DEEP)
    return True


def _one_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line that begins with a letter and stands alone is a paragraph: no other rule needs to be asked."""
    first = _first(state, start)
    if silent or not state.src[first : first + 1].isalpha() or state.is_code_block(start) or state.level >= DEEPEST:
        return False
    if start + 1 < state.lineMax and not state.isEmpty(start + 1):
        return False
    return paragraph(state, start, end, silent)


def _attribute_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001 - a rule's shape
    first = _first(state, start)
    if not state.src.startswith("{", first) or state.is_code_block(start):
        return False
    if silent and state.parentType not in ("blockquote", "list") and state.sCount[start] >= state.blkIndent:
        return False
    found = whole(state.src[first : state.eMarks[start]])
    if found is None:
        return False
    if not silent:
        token = state.push("attributes", "", 0)
        token.map = [start, start + 1]
        token.meta = {"attributes": found, "column": _column(state, start)}
        state.line = start + 1
    return True


def _division(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    first = _first(state, start)
    if not state.src.startswith(":::", first) or state.is_code_block(start):
        return False
    found = opening(state.src[first : state.eMarks[start]].lstrip(":"))
    if found is None:
        return False
    if not silent:
        closing: int = state.env["fences"].get(start, end)
        last = min(closing, end)
        token = state.push("division_open", "", 1)
        _inside(state, start + 1, last)
        closed = closing < end and state.line >= last
        token.map = [start, state.line]
        token.meta = {"opening": found, "closed": closed}
        state.push("division_close", "", -1)
        state.line = last + 1 if closed else state.line
    return True


def _inside(state: StateBlock, start: int, end: int) -> None:
    """Read the lines of a div; `lineMax` keeps paragraphs from running over its end."""
    parent, limit = state.parentType, state.lineMax
    state.parentType, state.lineMax = "division", end
    state.line = start
    state.md.block.tokenize(state, start, end)
    state.parentType, state.lineMax = parent, limit


def _note(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    first = _first(state, start)
    if not state.src.startswith("[^", first) or state.is_code_block(start):
        return False
    label = _LABEL.match(state.src, first, state.eMarks[start])
    if label is None:
        return False
    if not silent:
        token = state.push("note_open", "", 1)
        token.content = label[1]
        _note_blocks(state, start, end, label.end())
        token.map = [start, state.line]
        state.push("note_close", "", -1)
    return True


def _note_blocks(state: StateBlock, start: int, end: int, after_label: int) -> None:
    """Read what stands behind the label, and below it where it is indented by four."""
    parent = state.parentType
    marks = (state.bMarks[start], state.tShift[start], state.sCount[start])
    state.parentType = "note"
    state.blkIndent += _NOTE_INDENT
    state.bMarks[start], state.tShift[start], state.sCount[start] = after_label, 0, state.blkIndent
    state.md.block.tokenize(state, start, end)
    state.blkIndent -= _NOTE_INDENT
    state.parentType = parent
    state.bMarks[start], state.tShift[start], state.sCount[start] = marks
