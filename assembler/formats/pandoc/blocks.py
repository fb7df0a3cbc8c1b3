"""pandoc's blocks → blocks of the dialect: one small function a construct, nothing dropped without a remark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import (
    Block,
    Blocks,
    Break,
    Div,
    Figure,
    Heading,
    Inline,
    Inlines,
    Item,
    List,
    Paragraph,
    Quote,
    RawBlock,
    Strong,
    Table,
    Text,
)
from assembler.document.names import ANNEX, BLOCK_KEYS, CAPTION, DECORATIVE, DIVISIONS, LISTS
from assembler.formats.pandoc import leadins
from assembler.formats.pandoc.inlines import drop_attributes, inlines, trimmed
from assembler.formats.pandoc.intake import Intake
from assembler.formats.pandoc.nodes import Attributes, Node, attributes, excerpt, strings
from assembler.formats.pandoc.remarks import (
    CODE_BLOCK,
    COMMENT_DROPPED,
    DEFINITION_LIST,
    DIV_UNWRAPPED,
    FIGURE,
    HTML_BLOCK,
    LINE_BLOCK,
    OTHER_BLOCK,
    ROMAN_LIST,
    RULE,
)
from assembler.formats.pandoc.tables import table
from assembler.style.pictures import width

CHILD_CLASSES = {"unnumbered": Paragraph, CAPTION: Paragraph, "letters": List}
"""Classes that a section writes above a block and pandoc's Markdown around it."""
LETTERS = frozenset({"LowerAlpha", "UpperAlpha"})
ROMAN = frozenset({"LowerRoman", "UpperRoman"})


def blocks(intake: Intake, nodes: Iterable[Node]) -> Blocks[Inlines]:
    """What stands in a container (or a note)."""
    return captioned(new for node in nodes for new in block(intake, node))


def captioned(new: Iterable[Block[Inlines]]) -> Blocks[Inlines]:
    """A paragraph of class `caption` right before a table or picture belongs to it."""
    joined: list[Block[Inlines]] = []
    for each in new:
        match (joined[-1] if joined else None, each):
            case (Paragraph() as caption, Table(caption=None) | Figure(caption=None)) if CAPTION in caption.classes:
                joined[-1] = replace(each, caption=caption)
            case _:
                joined.append(each)
    return tuple(joined)


ANCHOR = "Anchor"
"""The constructor of a node of our own: an ID that the next block takes."""


def unwrapped(intake: Intake, nodes: Iterable[Node]) -> Iterator[Node]:
    """The nodes of a container with divs that mean nothing here replaced by what they hold, at any depth.

    An anchor stands where such a div had an ID.
    """
    for node in nodes:
        match node:
            case {"t": "Div", "c": [attr, content]} if not _means_something(attributes(attr)):
                yield from _unwrapped(intake, attributes(attr), content)
            case _:
                yield node


def _unwrapped(intake: Intake, attr: Attributes, content: list[Node]) -> Iterator[Node]:
    if attr:
        intake.remarks.add(DIV_UNWRAPPED, excerpt(content), attributes=attr, known=", ".join(sorted(DIVISIONS)))
    if attr.id:
        yield {"t": ANCHOR, "c": attr.id}
    yield from unwrapped(intake, content)


def _means_something(attr: Attributes) -> bool:
    return any(name in DIVISIONS or name in CHILD_CLASSES for name in attr.classes)


def block(intake: Intake, node: Node) -> Iterator[Block[Inlines]]:
    """One node as blocks: mostly one, none where nothing was in it, several where a div was unwrapped."""
    new = tuple(_block(intake, node))
    intake.see(new, node)
    return iter(new)


def _block(intake: Intake, node: Node) -> Iterator[Block[Inlines]]:
    match node:
        case {"t": "Anchor", "c": id}:
            intake.anchor(id)
        case {"t": "Para" | "Plain", "c": [{"t": "Image", "c": [attr, words, [target, title]]}]} if not intake.in_note:
            yield _picture(intake, attributes(attr), words, target, title)
        case {"t": "Para" | "Plain", "c": content}:
            yield from paragraph(intake, content)
        case {"t": "Header", "c": [level, attr, content]}:
            yield from _heading(intake, level, attributes(attr), content)
        case {"t": "BulletList", "c": items}:
            yield from _list(intake, items, List(ordered=False, items=()))
        case {"t": "OrderedList", "c": [[start, style, _], items]}:
            yield from _list(intake, items, _ordered(intake, start, style["t"], items))
        case {"t": "BlockQuote", "c": content}:
            yield Quote(blocks=blocks(intake, content))
        case {"t": "Div", "c": [attr, content]}:
            yield from _div(intake, attributes(attr), content)
        case {"t": "Table", "c": content}:
            yield table(intake, content)
        case {"t": "Figure", "c": [attr, [_, caption], content]}:
            yield from _figure(intake, attributes(attr), caption, content)
        case _:
            yield from _unknown(intake, node)


def paragraph(intake: Intake, content: list[Node]) -> Iterator[Paragraph[Inlines]]:
    """A paragraph with its ID; none where no words are left."""
    words = inlines(intake, content)
    if words:
        yield Paragraph(id=intake.name(), words=words)


def _heading(intake: Intake, level: int, attr: Attributes, content: list[Node]) -> Iterator[Block[Inlines]]:
    words = inlines(intake, content)
    intake.anchor(attr.id)
    pairs = tuple(pair for pair in attr.pairs if pair[0] in BLOCK_KEYS)
    classes = tuple(name for name in attr.classes if name == ANNEX)
    others = tuple(name for name in attr.classes if name != ANNEX)
    drop_attributes(intake, Attributes("", others, tuple(p for p in attr.pairs if p not in pairs)))
    if words:
        yield Heading(id=intake.name(), classes=classes, pairs=pairs, level=level, words=words)


def _ordered(intake: Intake, start: int, style: str, items: list[Any]) -> List[Inlines]:
    """An ordered list without its items: only letters are told apart, other markers are the edition's language's."""
    if style in ROMAN:
        intake.remarks.add(ROMAN_LIST, excerpt(items))
    return List(ordered=True, start=start, classes=("letters",) if style in LETTERS else (), items=())


def _list(intake: Intake, items: list[list[Node]], frame: List[Inlines]) -> Iterator[Block[Inlines]]:
    read = (Item(blocks=blocks(intake, item)) for item in items)
    full = tuple(item for item in read if item.blocks)
    if full:
        yield replace(frame, items=full)


def _div(intake: Intake, attr: Attributes, content: list[Node]) -> Iterator[Block[Inlines]]:
    names = [name for name in attr.classes if name in DIVISIONS]
    classes = tuple(name for name in attr.classes if name in CHILD_CLASSES)
    if not names and not classes:
        for each in _unwrapped(intake, attr, content):
            yield from block(intake, each)
        return
    pairs = tuple(pair for pair in attr.pairs if pair[0] in BLOCK_KEYS) if names else ()
    others = tuple(name for name in attr.classes if name not in names[:1] and name not in classes)
    drop_attributes(intake, Attributes("", others, tuple(p for p in attr.pairs if p not in pairs)))
    intake.anchor(attr.id)
    id = intake.name() if names and intake.anchored else None
    inner = tuple(_with_classes(each, classes) for each in blocks(intake, content))
    if not names:
        yield from inner
        return
    label, inner = leadins.removed(intake, names[0], inner)
    if inner or names[0] in LISTS:
        yield Div(id=id or label, name=names[0], pairs=pairs, blocks=inner)


def _with_classes(each: Block[Inlines], classes: tuple[str, ...]) -> Block[Inlines]:
    """With those of the classes that are for this kind of block."""
    fitting = tuple(name for name in classes if isinstance(each, CHILD_CLASSES[name]) and name not in each.classes)
    return replace(each, classes=(*each.classes, *fitting)) if fitting else each


def _figure(intake: Intake, attr: Attributes, caption: list[Node], content: list[Node]) -> Iterator[Block[Inlines]]:
    """The picture with its caption, unless that only repeats the description; of anything else the caption comes
    behind it."""
    intake.anchor(attr.id)
    drop_attributes(intake, Attributes("", attr.classes, attr.pairs))
    shown = blocks(intake, content)
    own = blocks(intake, caption) if excerpt(caption) and excerpt(caption) != _description(content) else ()
    match shown, own:
        case (Figure() as picture,), (Paragraph() as first, *rest):
            yield replace(picture, caption=replace(first, classes=(CAPTION, *first.classes)))
            yield from rest
        case _:
            if own:
                intake.remarks.add(FIGURE, excerpt(caption))
            yield from (*shown, *own)


def _picture(intake: Intake, attr: Attributes, content: list[Node], target: str, title: str) -> Figure[Inlines]:
    """A picture that is a paragraph of its own."""
    intake.anchor(attr.id)
    pairs = tuple(pair for pair in attr.pairs if pair[0] == "width" and width(pair[1]))
    classes = tuple(name for name in attr.classes if name == DECORATIVE)
    others = tuple(name for name in attr.classes if name not in classes)
    drop_attributes(intake, Attributes("", others, tuple(pair for pair in attr.pairs if pair not in pairs)))
    words = inlines(intake, content)
    plain = (Text(walk.plain_text(words)),) if words else ()
    return Figure(id=intake.name(), classes=classes, pairs=pairs, target=target, title=title, words=plain)


def _description(content: list[Node]) -> str:
    match content:
        case [{"t": "Plain" | "Para", "c": [{"t": "Image", "c": [_, description, _]}]}]:
            return excerpt(description)
        case _:
            return ""


def _unknown(intake: Intake, node: Node) -> Iterator[Block[Inlines]]:
    """Constructs that the dialect does not have: the nearest thing, with a remark."""
    match node:
        case {"t": "LineBlock", "c": lines}:
            yield from _lines(intake, lines)
        case {"t": "DefinitionList", "c": entries}:
            yield from _definitions(intake, entries)
        case {"t": "CodeBlock", "c": [attr, text]}:
            drop_attributes(intake, attributes(attr))
            intake.remarks.add(CODE_BLOCK, _first_line(text))
            yield RawBlock(construct="code block", text=fenced(text))
        case {"t": "HorizontalRule"}:
            intake.remarks.add(RULE)
            yield RawBlock(construct="horizontal rule", text="---")
        case {"t": "RawBlock", "c": [format, text]}:
            yield from _raw(intake, format, text)
        case _:
            intake.remarks.add(OTHER_BLOCK, construct=node["t"])
            yield RawBlock(construct="code block", text=fenced("\n".join(strings(node))))


def _raw(intake: Intake, format: str, text: str) -> Iterator[Block[Inlines]]:
    if text.startswith("<!--"):
        intake.remarks.add(COMMENT_DROPPED, text[4:-3].strip())
    elif format == "html":
        intake.remarks.add(HTML_BLOCK, _first_line(text))
        yield RawBlock(construct="HTML", text=text.strip())
    else:
        intake.remarks.add(OTHER_BLOCK, _first_line(text), construct=format)
        yield RawBlock(construct="code block", text=fenced(text))


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0]


def fenced(text: str) -> str:
    """`text` as a fenced code block, the fence longer than any run of backticks in it."""
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}\n{text}\n{fence}"


def _lines(intake: Intake, lines: list[list[Node]]) -> Iterator[Block[Inlines]]:
    intake.remarks.add(LINE_BLOCK, excerpt(lines))
    joined: list[Inline] = []
    for line in lines:
        joined += [*inlines(intake, line), Break()]
    if words := trimmed(tuple(joined)):
        yield Paragraph(id=intake.name(), words=words)


def _definitions(intake: Intake, entries: list[Any]) -> Iterator[Block[Inlines]]:
    """Each term as a bullet in bold, its definitions below it."""
    intake.remarks.add(DEFINITION_LIST, excerpt(entries))
    items = []
    for term, definitions in entries:
        words = inlines(intake, term)
        first = (Paragraph(id=intake.name(), words=(Strong(words),)),) if words else ()
        items.append(Item(blocks=(*first, *(new for each in definitions for new in blocks(intake, each)))))
    yield List(ordered=False, items=tuple(items))
