"""One line of inline markup and its tree: `parse` and `render`, and fast scanners for what others look for.

A unit's text is markup on one line; a line feed in it is a hard break. Everything that the dialect does not know is
plain text, and HTML stays as it was written. `parse(render(parse(text))) == parse(text)` for any text.
"""

from __future__ import annotations

import re

from msgspec import Struct

from assembler.document import walk
from assembler.document.inline_render import escape, rendered
from assembler.document.inline_usual import usual
from assembler.document.model import Inlines, NoteMark, Reference

__all__ = ["Inspection", "escape", "inspect", "note_marks", "parse", "references", "render"]

_PLAIN_MARK = re.compile(r"\[\^([^\s\[\]]+)\]")
_HIDES_MARKS = re.compile(r"[\\`<{]|\]\(")
_HOLDS_NO_MARK = re.compile(r"\](?:\([^()\[\]{}<>\\`\s]*\))?(?:\{[\w.#=\- ]*\})?|<https?://[^\[\]<>\\`\s]*>")
"""What stands behind a label without hiding a note mark, and addresses: neither has a bracket in it."""
_REFERENCE = re.compile(r"\]\(\s*<?[#&\\]")


def parse(markup: str) -> Inlines:
    """The tree of one line of markup; never fails."""
    found = usual(markup)
    return _parsed(markup)[0] if found is None else found


def render(inlines: Inlines) -> str:
    """Markup that parses to `inlines`, with no more escapes than it needs."""
    return rendered(inlines, parse)


class Inspection(Struct, frozen=True):
    """A line of markup with what is wrong in it: `loose` are attributes that nothing carries."""

    inlines: Inlines
    loose: tuple[str, ...]


def inspect(markup: str) -> Inspection:
    """As `parse`, together with the attributes that stand where none count."""
    found = usual(markup)
    return Inspection(*_parsed(markup)) if found is None else Inspection(found, ())


def _parsed(markup: str) -> tuple[Inlines, tuple[str, ...]]:
    """The library is imported, which takes a while, for a line only that needs it."""
    from assembler.document.inline_parsed import parsed

    return parsed(markup)


def note_marks(markup: str) -> tuple[str, ...]:
    """The IDs of the notes that are called in the text, in order."""
    if "[^" not in markup:
        return ()
    plain = _HOLDS_NO_MARK.sub("]", markup)
    if not _HIDES_MARKS.search(plain):
        return tuple(_PLAIN_MARK.findall(plain))
    return tuple(inline.id for inline in walk.every_inline(parse(markup)) if isinstance(inline, NoteMark))


def references(markup: str) -> tuple[Reference, ...]:
    """The references in the text, in order."""
    if not _REFERENCE.search(markup):
        return ()
    return tuple(inline for inline in walk.every_inline(parse(markup)) if isinstance(inline, Reference))
