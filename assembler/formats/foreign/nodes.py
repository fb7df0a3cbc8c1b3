"""pandoc's AST built: one small function for each node that the readers make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assembler.document.bookmarks import place
from assembler.formats.seen import KEY, Seen

Node = dict[str, Any]
"""`{"t": constructor, "c": content}`, with `seen` and `label` beside them where a reader tells."""

LABEL = "label"
"""The key of what numbering says of a paragraph: a `Label`, until lists are made of it."""

ROLE = "role"
"""The key of what the style of a paragraph makes it: `title`, `subtitle`, `quote`, `caption`, or a div's name."""

CONTINUES = "continues"
"""The key of a paragraph that belongs to the list item before it."""


def text(words: str) -> Node:
    return {"t": "Str", "c": words}


def line_break() -> Node:
    return {"t": "LineBreak"}


def marked(constructor: str, content: list[Node]) -> Node:
    """`Strong`, `Emph`, `Underline` and the like around inlines."""
    return {"t": constructor, "c": content}


def span(content: list[Node], *, id: str = "", classes: Sequence[str] = (), language: str = "") -> Node:
    pairs = [["lang", language]] if language else []
    return {"t": "Span", "c": [[id, list(classes), pairs], content]}


def link(content: list[Node], target: str) -> Node:
    """A link; inside the file it leads to what the place is called here."""
    where = f"#{place(target[1:])}" if target.startswith("#") else target
    return {"t": "Link", "c": [["", [], []], content, [where, ""]]}


def image(target: str, description: str, *, decorative: bool = False) -> Node:
    words = [text(description)] if description else []
    return {"t": "Image", "c": [["", ["decorative"] if decorative else [], []], words, [target, ""]]}


def formula(words: str) -> Node:
    return {"t": "Math", "c": [{"t": "InlineMath"}, words]}


def note(blocks: list[Node]) -> Node:
    return {"t": "Note", "c": blocks}


def paragraph(content: list[Node], seen: Seen | None = None) -> Node:
    node: Node = {"t": "Para", "c": content}
    return node if seen is None else {**node, KEY: seen}


def heading(level: int, content: list[Node], seen: Seen | None = None) -> Node:
    node: Node = {"t": "Header", "c": [level, ["", [], []], content]}
    return node if seen is None else {**node, KEY: seen}


def quote(blocks: list[Node]) -> Node:
    return {"t": "BlockQuote", "c": blocks}


def division(name: str, blocks: list[Node]) -> Node:
    return {"t": "Div", "c": [["", [name], []], blocks]}


def bullets(items: list[list[Node]]) -> Node:
    return {"t": "BulletList", "c": items}


def counted(start: int, style: str, delimiter: str, items: list[list[Node]]) -> Node:
    """An ordered list: `style` is `Decimal`, `LowerAlpha` …, `delimiter` `Period`, `OneParen` or `TwoParens`."""
    return {"t": "OrderedList", "c": [[start, {"t": style}, {"t": delimiter}], items]}


def cell(blocks: list[Node], *, across: int = 1, down: int = 1, align: str = "AlignDefault") -> list[Any]:
    return [["", [], []], {"t": align}, down, across, blocks]


def table(width: int, head: list[list[Any]], body: list[list[Any]], aligns: Sequence[str] = ()) -> Node:
    """`head` and `body` are rows of cells; `aligns` one for each of the `width` columns."""
    columns = [[{"t": align}, {"t": "ColWidthDefault"}] for align in aligns or ["AlignDefault"] * width]
    rows = [[["", [], []], row] for row in body]
    above = [["", [], []], [[["", [], []], row] for row in head]]
    content = [["", [], []], [None, []], columns, above, [[["", [], []], 0, [], rows]], [["", [], []], []]]
    return {"t": "Table", "c": content}
