"""From the lines of a file to the one line of a unit.

The lines of a paragraph are joined by blanks; where a line ends in two blanks or a backslash the break is the
author's and stays, as a line feed. In code such an end is no break.
"""

from __future__ import annotations

import re

_NEWLINE = re.compile(r"\r\n|\r")
_BREAK = re.compile(r"(?: {2,}|(?<!\\)(?:\\\\)*\\)\n")
_CODE = re.compile(r"\\.|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|`+|<[^<>]*>", re.DOTALL)
_BOM = "\ufeff"


def normalized(text: str) -> str:
    """The text with line feeds only, without a byte order mark, and with no NUL."""
    return _NEWLINE.sub("\n", text.removeprefix(_BOM)).replace("\0", "\ufffd")


def split_lines(text: str) -> list[str]:
    """The lines of a file as they stand, each with its ending; their numbers are those of `normalized` text."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)


def folded(content: str) -> str:
    """The lines of a paragraph as one line of markup."""
    if "\n" not in content:
        return content
    protected = _code_ranges(content) if _BREAK.search(content) and ("`" in content or "<" in content) else ()
    lines = content.split("\n")
    parts: list[str] = []
    end = -1
    for line in lines[:-1]:
        end += len(line) + 1
        inside = any(start < end < stop for start, stop in protected)
        parts.append(_ended(line.lstrip(" \t"), inside))
    return "".join(parts) + lines[-1].lstrip(" \t")


def _ended(line: str, inside_code: bool) -> str:
    """One line that another follows, with the blank or the line feed that joins them."""
    if inside_code:
        return line + " "
    stripped = line.rstrip(" \t")
    backslash = "\\" if (len(stripped) - len(stripped.rstrip("\\"))) % 2 else ""
    if line.endswith("  "):
        return stripped + backslash + "\n"
    if backslash and line == stripped:
        return line[:-1].rstrip(" \t") + "\n"
    return stripped + " "


def _code_ranges(content: str) -> tuple[tuple[int, int], ...]:
    """Where code and tags stand: from the position of their first character to that behind their last."""
    return tuple(found.span() for found in _CODE.finditer(content) if found[0][0] in "`<" and len(found[0]) > 1)
