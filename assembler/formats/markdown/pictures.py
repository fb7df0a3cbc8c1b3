"""Pictures as they stand in a section: one that is a paragraph of its own, and what is wrong with any of them.

What is wrong with the file itself is found when an edition takes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from assembler.document import inline
from assembler.document.attributes import NONE, Attributes, whole
from assembler.document.names import DECORATIVE
from assembler.findings import Finding, Place
from assembler.formats.markdown import kinds
from assembler.style.pictures import width

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]+:|//")
"""How an address begins that is no path. One letter and a colon are a drive, which lies outside in any case."""


_USUAL = re.compile(r"!\[([^\n!&*<\[\\\]_`{]*)\]\(([\w#%/:.,;=?@+~$'\-]+)\)(\{[\w#.=:/+%\- ]+\})?")
"""A picture that holds nothing which only the parser can tell."""


class SourcePicture(Struct, frozen=True):
    """A paragraph that is only a picture. `words` are its description as markup, as they stand between the brackets."""

    target: str
    words: str
    title: str
    attributes: Attributes


def picture_alone(words: str) -> SourcePicture | None:
    """The picture that a paragraph consists of; None where it holds anything else."""
    if not words.startswith("!["):
        return None
    usual = _USUAL.fullmatch(words)
    attributes = whole(usual[3]) if usual and usual[3] else NONE
    if usual and attributes is not None:
        return SourcePicture(usual[2], usual[1], "", attributes)
    return _parsed(words)


def _parsed(words: str) -> SourcePicture | None:
    from assembler.document.inline_rules import ATTRIBUTES, tokens  # which import the library

    found, _ = tokens(words)
    if len(found) != 1 or found[0].type != "image":
        return None
    [token] = found
    attributes: Attributes | None = token.meta.get(ATTRIBUTES)
    target, title = (str(token.attrs.get(name, "")) for name in ("src", "title"))
    return SourcePicture(target, token.content, title, attributes or NONE)


def about(target: str, words: str, named: Attributes, place: Place) -> Iterator[Finding]:
    """What is wrong with a picture before its file is looked at; `words` are its description."""
    if not target:
        yield kinds.PICTURE_WITHOUT_FILE.at(place)
    elif is_elsewhere(target):
        yield kinds.PICTURE_ELSEWHERE.at(place, target=target)
    is_decorative = DECORATIVE in named.classes
    if not words.strip() and not is_decorative:
        yield kinds.PICTURE_UNDESCRIBED.at(place, target=target)
    elif words.strip() and is_decorative:
        yield kinds.DECORATION_DESCRIBED.at(place, target=target)
    wanted = dict(named.pairs).get("width")
    if wanted is not None and width(wanted) is None:
        yield kinds.BAD_WIDTH.at(place, width=wanted)
    for note in inline.note_marks(words):
        yield kinds.NOTE_IN_PICTURE.at(place, id=note)


def is_elsewhere(target: str) -> bool:
    """Whether the target is an address in the network, or otherwise no path of a file."""
    return _ELSEWHERE.match(target) is not None
