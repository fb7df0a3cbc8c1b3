"""Numbers and markers that were typed before paragraphs are told from words that only look like them.

A number counts where it begins a run or goes on with one: 1, or one more (or a few more, for what was taken out) than
the one before it. So a year at the beginning of a sentence stays a word, as does the letter of a name.
"""

from __future__ import annotations

from collections.abc import Iterator

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
LONGEST_LABEL = 24

Found = dict[int, tuple[Label, int]]
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
    last: dict[tuple[str, str, int], int] = {}
    for at, (label, _) in found.items():
        if label.style == "bullet":
            if label.text in MARKERS or any(_same_marker(found, each, label) for each in (at - 1, at + 1)):
                accepted[at] = label
            continue
        for reading in _readings(label):
            key = (reading.style, reading.delimiter, reading.parts)
            before = last.get(key)
            follows = before is not None and 0 < reading.value - before <= LARGEST_GAP
            begins = reading.value == 1 or after.get(at) == reading.value + 1
            if follows or (begins and not is_year(reading)):
                accepted[at] = reading
                last[key] = reading.value
                break
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


def _following(found: Found) -> dict[int, int]:
    """By position the number of the next label of the same kind: a run may begin later than at 1."""
    following: dict[int, int] = {}
    nearest: dict[tuple[str, str, int], int] = {}
    for at, (label, _) in reversed(found.items()):
        key = (label.style, label.delimiter, label.parts)
        if key in nearest:
            following[at] = nearest[key]
        nearest[key] = label.value
    return following


def _labelled(node: Node, label: Label, length: int) -> Node:
    seen = replace(seen_at(node) or Seen(), label=label.text, typed=True)
    return {**node, "c": without_start(node["c"], length), LABEL: label, KEY: seen}
