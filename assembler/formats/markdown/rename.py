"""An ID is renamed in the text of a section: where it is given, and where notes and references name it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assembler.formats.markdown.lines import normalized, split_lines
from assembler.formats.markdown.rules import tokens

_HIDDEN = r"\\.|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|`+|<!--.*?-->"
_REFERENCE = r"\]\(<?\#(?P<target>[^\s()<>]+)>?\)(?P<attributes>\{[^{}]*\})?"


def rename(text: str, old: str, new: str) -> str:
    """`text` with the ID `old` renamed wherever it names a block, a note or the target of a reference."""
    lines = split_lines(text)
    giving, raw = _lines_that_give_ids(text)
    given = re.compile(rf"(?<=[{{\s])#{re.escape(old)}(?=[\s}}])")
    for line in giving:
        lines[line] = given.sub(f"#{new}", lines[line])
    for start, end in _runs(lines, raw):
        changed = split_lines(_mentions_renamed("".join(lines[start:end]), old, new))
        lines[start:end] = changed
    return "".join(lines)


def _lines_that_give_ids(text: str) -> tuple[set[int], set[int]]:
    """The lines, from 0, of attributes and fences, and those whose text is not of the dialect."""
    giving: set[int] = set()
    raw: set[int] = set()
    for token in tokens(normalized(text))[0]:
        start, end = token.map or (0, 0)
        if token.type in ("attributes", "division_open"):
            giving.add(start)
        elif token.type == "raw":
            raw.update(range(start, end))
    return giving, raw


def _runs(lines: list[str], raw: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of lines that no blank line and nothing raw separates: a mention never reaches beyond one."""
    start = 0
    for number in range(len(lines) + 1):
        if number == len(lines) or number in raw or not lines[number].strip("> \t\r\n"):
            if number > start:
                yield start, number
            start = number + 1


def _mentions_renamed(text: str, old: str, new: str) -> str:
    pattern = re.compile(rf"{_HIDDEN}|\[\^(?P<note>{re.escape(old)})\]|{_REFERENCE}", re.DOTALL)

    def renamed(found: re.Match[str]) -> str:
        if found["note"]:
            return f"[^{new}]"
        if not found["target"]:
            return found[0]
        target = new if found["target"] == old else found["target"]
        attributes = found["attributes"] or ""
        before = found[0][: len(found[0]) - len(attributes)]
        ranges = re.sub(rf'(?<=[{{\s])to=("?){re.escape(old)}\1(?=[\s}}])', rf"to=\g<1>{new}\g<1>", attributes)
        return before.replace(f"#{found['target']}", f"#{target}") + ranges

    return pattern.sub(renamed, text)
