"""Numbers and markers that were typed before paragraphs are told from words that only look like them.

A number counts where it begins a run or goes on with one: 1, or one more (or a few more, for what was taken out) than
the one before it. So a year at the beginning of a sentence stays a word, as does the letter of a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from assembler.formats.foreign.beginnings import without_start
from assembler.formats.foreign.labels import Label, is_year, typed_label
from assembler.formats.foreign.nodes import LABEL, ROLE, Node
from assembler.formats.foreign.pieces import text_of
from assembler.formats.seen import KEY, Seen, seen_at

LARGEST_GAP = 10
"""By how much typed numbers may jump."""
MARKERS = "•◦▪■●○·"
"""What is a marker wherever it stands at the beginning; a dash needs another one beside it."""

Kind: TypeAlias = tuple[str, str, int]
"""What labels of one run have in common: style, delimiter, how many numbers they print."""
Found: TypeAlias = dict[int, tuple[Label, int]]
"""By position: the label, and how many characters it takes with the blanks behind it."""


def with_typed_labels(flat: list[Node]) -> list[Node]:
    """With typed numbers and markers as labels, taken out of the words."""
    found = dict(_found(flat))
    accepted = _accepted(found)
    return [_labelled(node, accepted[at], found[at][1]) if at in accepted else node for at, node in enumerate(flat)]


def _found(flat: list[Node]) -> Iterator[tuple[int, tuple[Label, int]]]:
    for at, node in enumerate(flat):
        if node["t"] in ("Para", "Plain") and LABEL not in node and not node.get(ROLE):
            text = text_of(node["c"])
            stripped = text.lstrip()
            if label := typed_label(stripped):
                yield at, (label[0], len(text) - len(label[1]))


def _accepted(found: Found) -> dict[int, Label]:
    accepted: dict[int, Label] = {}
    after = _following(found)
    last: dict[Kind, int] = {}
    for at, (label, _) in found.items():
        if label.style == "bullet":
            if label.text in MARKERS or any(_same_marker(found, each, label) for each in (at - 1, at + 1)):
                accepted[at] = label
            continue
        reading = _going_on(label, last) or _beginning(label, after.get(at, ()))
        if reading is not None:
            accepted[at] = reading
            last[_kind(reading)] = reading.value
    return accepted


def _same_marker(found: Found, at: int, label: Label) -> bool:
    return at in found and found[at][0].text == label.text


def _readings(label: Label) -> list[Label]:
    """A lone `i`, `v` or `x` is the letter where letters run, and the numeral where numerals do."""
    bare = label.text.strip("().")
    if len(bare) != 1 or not label.style.endswith("Roman"):
        return [label]
    upper = bare.isupper()
    letter = replace(label, style="UpperAlpha" if upper else "LowerAlpha", value=ord(bare.lower()) - ord("a") + 1)
    return [letter, label] if bare.lower() != "i" else [label, letter]


def _kind(label: Label) -> Kind:
    return label.style, label.delimiter, label.parts


def _going_on(label: Label, last: dict[Kind, int]) -> Label | None:
    """The reading of a label that goes on with a run: the next number, or one not far from it."""
    for reading in _readings(label):
        before = last.get(_kind(reading))
        if before is not None and 0 < reading.value - before <= LARGEST_GAP:
            return reading
    return None


def _beginning(label: Label, after: Sequence[Label]) -> Label | None:
    """The reading of a label that a run begins with: 1, or what the next label of its kind follows. A letter needs
    one that follows, because names begin with letters too."""
    for reading in _readings(label):
        is_followed = any(_kind(each) == _kind(reading) and each.value == reading.value + 1 for each in after)
        if is_followed or (reading.value == 1 and reading.style == "Decimal"):
            return None if is_year(reading) else reading
    return None


def _following(found: Found) -> dict[int, tuple[Label, ...]]:
    """By position the next label of each kind that it may be of, in all readings: a run may begin later than at 1."""
    following: dict[int, tuple[Label, ...]] = {}
    nearest: dict[Kind, Label] = {}
    for at, (label, _) in reversed(found.items()):
        readings = _readings(label)
        following[at] = tuple(nearest[_kind(each)] for each in readings if _kind(each) in nearest)
        nearest |= {_kind(each): each for each in readings}
    return following


def _labelled(node: Node, label: Label, length: int) -> Node:
    seen = replace(seen_at(node) or Seen(), label=label.text, typed=True)
    return {**node, "c": without_start(node["c"], length), LABEL: label, KEY: seen}
