"""Headings, by style or by look.

A style that is a heading's says so. Where people make headings by hand, they are short, stand alone, do not end as a
sentence in the middle of a text does, and look unlike the text: larger, all bold, in capitals, centred. Equal looks are
one level; the more a look stands out, the higher it is. Levels by look come below those by style.
"""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from assembler.formats.foreign import nodes
from assembler.formats.foreign.beginnings import unmarked
from assembler.formats.foreign.nodes import LABEL, ROLE, Node
from assembler.formats.foreign.pieces import text_of
from assembler.formats.foreign.remarks import HEADING_BY_LOOK
from assembler.formats.remarks import Remarks
from assembler.formats.seen import Seen, seen_at
from assembler.language.model import Language

LONGEST = 150
"""Characters of a heading that is one by its look."""
LARGER = 1.0
"""Points by which letters are larger than those of the text for the eye to see it."""
DEEPEST = 6
MOST_ALIKE = 2
"""Neighbours of one look that may be headings, a title and its second line; more are a list or a cover."""
MOST_SHARE = 0.4
"""Of all paragraphs; where more look like headings, that look is the text's."""

FEW_BY_STYLE = 3
"""Headings by style that may be there by chance."""


class Look(Struct, frozen=True, order=True):
    """How far a heading stands out, the most first in order."""

    size: float
    capitals: int
    centred: int
    bold: int


def with_headings(flat: list[Node], known: Language, remarks: Remarks) -> list[Node]:
    """With paragraphs that are headings as such; what numbering would print before them is in their words."""
    styled = [_by_style(node) for node in flat]
    deepest = max((node["c"][0] for node in styled if node["t"] == "Header"), default=0)
    looks = _looks(styled, known)
    levels = {look: min(deepest + at, DEEPEST) for at, look in enumerate(sorted(set(looks.values())), 1)}
    return [_by_look(node, levels[looks[at]], remarks) if at in looks else node for at, node in enumerate(styled)]


def _by_style(node: Node) -> Node:
    seen = seen_at(node)
    if seen is None or not seen.level or node["t"] != "Para" or not text_of(node["c"]).strip():
        return node
    return _heading(node, min(seen.level, DEEPEST))


def _heading(node: Node, level: int) -> Node:
    label = node.get(LABEL)
    printed = [nodes.text(f"{label.text} ")] if label is not None and label.style != "bullet" else []
    return nodes.heading(level, [*printed, *unmarked(node["c"])], seen_at(node))


def _by_look(node: Node, level: int, remarks: Remarks) -> Node:
    remarks.add(HEADING_BY_LOOK, text_of(node["c"]))
    return _heading(node, level)


def _looks(flat: list[Node], known: Language) -> dict[int, Look]:
    """The look of each paragraph that is a heading by it, by position.

    Where styles make headings, what stands above the first of them is a cover, and bold lines below are only bold.
    """
    body = _body_size(flat)
    styled = [at for at, node in enumerate(flat) if node["t"] == "Header"]
    found = {
        at: look
        for at, node in enumerate(flat)
        if (look := _look(node, body, known)) is not None
        and (len(styled) < FEW_BY_STYLE or (at > styled[0] and look.size))
    }
    alone = {at: look for at, look in found.items() if _run(found, at) <= MOST_ALIKE and at + 1 < len(flat)}
    paragraphs = sum(node["t"] == "Para" for node in flat)
    if len(alone) > MOST_ALIKE and len(alone) > MOST_SHARE * paragraphs:
        return {}
    return alone


def _body_size(flat: list[Node]) -> float:
    """The size of most of the text's letters."""
    sizes: Counter[float] = Counter()
    for node in flat:
        seen = seen_at(node)
        if seen is not None and node["t"] == "Para" and seen.size:
            sizes[seen.size] += len(text_of(node["c"]))
    return sizes.most_common(1)[0][0] if sizes else 0


def _look(node: Node, body: float, known: Language) -> Look | None:
    if node["t"] != "Para" or node.get(ROLE) or _is_in_list(node):
        return None
    text = text_of(node["c"]).strip()
    seen = seen_at(node) or Seen(bold=_is_bold(node["c"]))
    if not 0 < len(text) <= LONGEST or not any(map(str.isalpha, text)) or _is_lead_in(text, known):
        return None
    if text[-1] in ";:," or (text[-1] in ".!?" and not seen.centred and "." in text[:-1].lstrip("0123456789.")):
        return None
    larger = bool(body) and seen.size >= body + LARGER
    if not (seen.bold or (larger and seen.centred) or (seen.capitals and seen.centred and len(text) > 1)):
        return None
    size = -seen.size if larger else 0
    return Look(size, -int(seen.capitals), -int(seen.centred), -int(seen.bold))


def _is_in_list(node: Node) -> bool:
    label = node.get(LABEL)
    return label is not None and label.style == "bullet"


def _is_bold(content: list[Node]) -> bool:
    """Whether all words are bold, in formats whose reader tells no look."""
    words = [node for node in content if node["t"] not in ("Space", "Span", "Note", "LineBreak")]
    return bool(words) and all(node["t"] == "Strong" for node in words)


def _is_lead_in(text: str, known: Language) -> bool:
    labels = (known.labels.recommendation, known.labels.recommendations, known.labels.example)
    return text.rstrip(" .:").casefold() in {label.casefold() for label in labels}


def _run(found: dict[int, Look], at: int) -> int:
    """How many neighbours have this look too, itself with them."""
    first = last = at
    while found.get(first - 1) == found[at]:
        first -= 1
    while found.get(last + 1) == found[at]:
        last += 1
    return last - first + 1
