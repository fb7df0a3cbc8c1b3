"""Labelled paragraphs one after the other become lists inside each other.

A paragraph goes on with an open list if its label is of that list's run; one of another kind, or of a deeper level, is
a list inside the last item. A number that jumps begins a new list at its place, so that it stays the number it is.
"""

from __future__ import annotations

from assembler.formats.foreign import nodes
from assembler.formats.foreign.labels import Label
from assembler.formats.foreign.nodes import CONTINUES, LABEL, Node
from assembler.formats.foreign.pieces import text_of
from assembler.formats.foreign.remarks import SEVERAL_LEVELS
from assembler.formats.remarks import Remarks
from assembler.formats.seen import seen_at

SLACK = 2.0
"""Millimetres by which the edges of what belongs together may differ."""


class _Open:
    """A list that may go on: the label of its last item, its items so far, how far its labels stand in."""

    def __init__(self, label: Label, indent: float) -> None:
        self.first = self.last = label
        self.indent = indent
        self.items: list[list[Node]] = []

    @property
    def node(self) -> Node:
        if self.first.style == "bullet":
            return nodes.bullets(self.items)
        return nodes.counted(self.first.value, self.first.style, self.first.delimiter, self.items)

    def goes_on(self, label: Label) -> bool:
        """Whether a label is of this list's run, whatever its number."""
        one, other = self.last, label
        if one.typed or other.typed:
            return (one.typed, one.style, one.delimiter, one.parts) == (
                other.typed, other.style, other.delimiter, other.parts,
            )  # fmt: skip
        return (one.series, one.level, one.style) == (other.series, other.level, other.style)

    def is_next(self, label: Label) -> bool:
        return label.style == "bullet" or label.value == self.last.value + 1


class Lists:
    """Makes lists of one run of blocks after another."""

    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks

    def joined(self, flat: list[Node]) -> list[Node]:
        """The blocks with what bears a label in lists."""
        self._done: list[Node] = []
        self._open: list[_Open] = []
        for node in flat:
            label = node.get(LABEL)
            if label is not None and node["t"] in ("Para", "Plain"):
                self._item(node, label)
            elif self._open and self._continues(node):
                self._open[-1].items[-1].append(node)
            else:
                self._close(0)
                self._done.append(node)
        self._close(0)
        return self._done

    def _item(self, node: Node, label: Label) -> None:
        seen = seen_at(node)
        indent = seen.indent if seen is not None else 0
        if label.parts > 1:
            self._remarks.add(SEVERAL_LEVELS, text_of(node["c"]), number=label.text)
        depth = self._depth(label, indent)
        self._close(depth + 1)
        if len(self._open) > depth and not (self._open[depth].goes_on(label) and self._open[depth].is_next(label)):
            self._close(depth)
        if len(self._open) == depth:
            self._open.append(_Open(label, indent))
        self._open[depth].items.append([{key: value for key, value in node.items() if key != LABEL}])
        self._open[depth].last = label

    def _depth(self, label: Label, indent: float) -> int:
        """How many lists are around the one that a label belongs to."""
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].goes_on(label):
                return depth
        depth = len(self._open)
        while depth and not self._is_inside(self._open[depth - 1], label, indent):
            depth -= 1
        return depth

    def _is_inside(self, around: _Open, label: Label, indent: float) -> bool:
        """Whether a list that begins with this label stands inside the last item of another."""
        if around.last.series == label.series and not label.typed:
            return label.level > around.last.level
        if indent > around.indent + SLACK or (label.style != around.last.style and around.last.style == "Decimal"):
            return True
        return label.value == 1 and _announces(around.items[-1])

    def _continues(self, node: Node) -> bool:
        """Whether a paragraph without a label belongs to the last item."""
        if node.get(CONTINUES):
            return True
        seen = seen_at(node)
        if node["t"] not in ("Para", "Plain") or seen is None or seen.indent <= SLACK:
            return False
        while len(self._open) > 1 and seen.indent < self._open[-1].indent - SLACK:
            self._close(len(self._open) - 1)
        return seen.indent >= self._open[-1].indent - SLACK

    def _close(self, depth: int) -> None:
        """Put the lists from `depth` on where they belong."""
        while len(self._open) > depth:
            made = self._open.pop().node
            if self._open:
                self._open[-1].items[-1].append(made)
            else:
                self._done.append(made)


def _announces(item: list[Node]) -> bool:
    return item[-1]["t"] in ("Para", "Plain") and text_of(item[-1]["c"]).rstrip().endswith(":")
