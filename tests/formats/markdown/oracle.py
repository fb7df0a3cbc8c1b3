"""pandoc as oracle: what it reads and what we read, brought to one plain form and compared.

The exceptions of the dialect are smoothed here, each where it is named below:
* pandoc knows no caption paragraph; ours goes back above its table;
* pandoc drops what attribute lines say of paragraphs inside notes; IDs and classes there are left out on both sides;
* a mark inside a note is nothing for pandoc; a mark without note is text;
* pandoc takes the language of a code block for a class; classes and pairs of code blocks are left out;
* tight and loose lists are the same; remarks (HTML comments) are left out; blanks in a row are one.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Sequence
from typing import Any, TypeAlias

import pypandoc

from assembler.document import inline
from assembler.document.model import (
    Block,
    Break,
    Cell,
    Code,
    Div,
    Emphasis,
    Figure,
    Heading,
    Image,
    Inline,
    Link,
    List,
    NoteMark,
    Paragraph,
    Quote,
    RawBlock,
    RawInline,
    Reference,
    Section,
    Span,
    Strong,
    Table,
    Text,
)
from assembler.formats.markdown.write import picture_markup

FORMAT = "commonmark+attributes+bracketed_spans+fenced_divs+footnotes+pipe_tables"
Plain: TypeAlias = Any
"""Nested tuples and strings."""

_NO_ATTRIBUTES = ("", (), ())


def pandoc_reads(texts: Sequence[str]) -> list[Plain | None]:
    """Each text as pandoc reads it, None where pandoc itself gives up; one process for all of them."""
    script = (
        "for _, text in ipairs(pandoc.json.decode(io.read('a'), false)) do "
        f"local done, read = pcall(pandoc.read, text, '{FORMAT}') "
        "print(done and pandoc.write(read, 'json') or 'null') end"
    )
    done = _run([pypandoc.get_pandoc_path(), "lua", "-e", script], json.dumps(list(texts), ensure_ascii=False))
    lines = done.stdout.splitlines()
    assert done.returncode == 0, done.stderr
    assert len(lines) == len(texts)
    return [_blocks(read["blocks"]) if read else None for read in map(json.loads, lines)]


def _run(command: list[str], given: str) -> subprocess.CompletedProcess[str]:
    """pandoc has been seen to hang after its last line of output; then it is ended and asked again."""
    try:
        return subprocess.run(command, input=given, capture_output=True, text=True, check=False, timeout=60)
    except subprocess.TimeoutExpired:
        return subprocess.run(command, input=given, capture_output=True, text=True, check=False, timeout=120)


# --- pandoc --------------------------------------------------------------------------------------------------------


def _attributes(attr: Plain, extra: str = "") -> Plain:
    classes = tuple(sorted(name for name in attr[1] if name != extra))
    return (attr[0], classes, tuple(sorted((key, value) for key, value in attr[2] if key != "wrapper")))


def _blocks(blocks: Plain, carried: Plain = _NO_ATTRIBUTES) -> Plain:
    return tuple(plain for block in blocks for plain in _block(block, carried))


def _block(block: Plain, carried: Plain) -> Plain:
    content = block.get("c")
    match block["t"]:
        case "Para" | "Plain":
            return (_paragraph(carried, _inlines(content)),)
        case "Header":
            return (("heading", _attributes(content[1]), content[0], _inlines(content[2])),)
        case "Div" if ["wrapper", "1"] in content[0][2]:
            return _blocks(content[1], _attributes(content[0]))
        case "Div":
            return (("div", _attributes(content[0]), _blocks(content[1])),)
        case "BulletList":
            return (("list", carried, 0, tuple(_blocks(item) for item in content)),)
        case "OrderedList":
            return (("list", carried, content[0][0], tuple(_blocks(item) for item in content[1])),)
        case "BlockQuote":
            return (("quote", carried, _blocks(content)),)
        case "CodeBlock":
            return (("raw", (content[0][0], (), ()), content[1].strip("\n")),)
        case "RawBlock":
            return () if _is_remark(content[1]) else (("raw", carried, content[1].strip("\n")),)
        case "HorizontalRule":
            return (("raw", carried, "rule"),)
        case "Table":
            return (_table(content),)
        case other:
            raise AssertionError(f"pandoc made a block that the comparison does not know: {other}")


def _paragraph(carried: Plain, words: Plain) -> Plain:
    """Attributes behind a picture that is all of a paragraph are the paragraph's."""
    match words:
        case (("Span", behind, (("Image", *_),) as picture),):
            joined = (carried[0] or behind[0], *(tuple(sorted(carried[n] + behind[n])) for n in (1, 2)))
            return ("para", joined, picture)
        case _:
            return ("para", carried, words)


def _is_remark(text: str) -> bool:
    return re.fullmatch(r"<!--(?:(?!-->).)*-->", text.strip(), re.DOTALL) is not None


def _table(content: Plain) -> Plain:
    attr, _, specs, head, bodies, _ = content
    aligns = tuple(spec[0]["t"].removeprefix("Align").lower().replace("default", "") for spec in specs)
    rows = [*head[1], *(row for body in bodies for row in body[3])]
    cells = tuple(tuple(_cell(cell) for cell in row[1]) for row in rows)
    return ("table", _attributes(attr), aligns, cells)


def _cell(cell: Plain) -> Plain:
    return _inlines(cell[4][0]["c"]) if cell[4] else ()


def _inlines(inlines: Plain) -> Plain:
    return _merged(plain for each in inlines for plain in _inline(each))


def _inline(each: Plain) -> Plain:
    content = each.get("c")
    match each["t"]:
        case "Str":
            return (content,)
        case "Space" | "SoftBreak":
            return (" ",)
        case "LineBreak":
            return ("\n",)
        case "Emph" | "Strong" as kind:
            return ((kind, _inlines(content)),)
        case "Code":
            return _wrapped(content[0], ("Code", content[1]))
        case "Link":
            return _wrapped(content[0], ("Link", content[2][0], content[2][1], _inlines(content[1])))
        case "Image":
            return _wrapped(content[0], ("Image", content[2][0], content[2][1], _text_of(content[1])))
        case "Span":
            return _wrapped(content[0], *_inlines(content[1]))
        case "Note":
            return (("Note", _without_attributes(_blocks(content))),)
        case "RawInline":
            return (("Raw", content[1]),)
        case other:
            raise AssertionError(f"pandoc made an inline that the comparison does not know: {other}")


def _wrapped(attr: Plain, *content: Plain) -> Plain:
    return _span(_attributes(attr), content)


def _span(attributes: Plain, content: Plain) -> Plain:
    """A span around nothing but a span counts as one."""
    if attributes == _NO_ATTRIBUTES:
        return content
    if len(content) == 1 and content[0][0] == "Span":
        (inner,) = content
        joined = (attributes[0] or inner[1][0], *(tuple(sorted(attributes[n] + inner[1][n])) for n in (1, 2)))
        return (("Span", joined, inner[2]),)
    return (("Span", attributes, _merged(content)),)


def _text_of(inlines: Plain) -> str:
    def text(plain: Plain) -> str:
        if isinstance(plain, str):
            return plain
        return "" if plain[0] == "Note" else "".join(text(part) for part in (plain[-1] if plain[-1] else ()))

    return "".join(text(plain) for plain in _inlines(inlines))


def _merged(inlines: Plain) -> Plain:
    """Text directly beside text is one; blanks in a row are one, and none at a hard break."""
    merged: list[Plain] = []
    for each in inlines:
        if isinstance(each, str) and merged and isinstance(merged[-1], str):
            merged[-1] += each
        else:
            merged.append(each)
    tidied = (re.sub(r" *\n *", "\n", re.sub(" +", " ", each)) if isinstance(each, str) else each for each in merged)
    return tuple(each for each in tidied if each != "")


def _without_attributes(plain: Plain) -> Plain:
    if not isinstance(plain, tuple):
        return plain
    if plain and plain[0] in ("para", "heading", "list", "quote", "raw"):
        return (plain[0], _NO_ATTRIBUTES, *map(_without_attributes, plain[2:]))
    return tuple(map(_without_attributes, plain))


# --- our tree ------------------------------------------------------------------------------------------------------


def we_read(section: Section[str]) -> Plain:
    """A section of ours in the same form."""
    return _Ours(section).blocks(section.blocks)


class _Ours:
    def __init__(self, section: Section[str]) -> None:
        self._notes = {note.id: note for note in reversed(section.notes)}
        self._in_note = False

    def blocks(self, blocks: Sequence[Block[str]]) -> Plain:
        return tuple(plain for block in blocks for plain in self._block(block))

    def _block(self, block: Block[str]) -> Plain:
        carried = _plain_attributes(block)
        match block:
            case Paragraph():
                return (_paragraph(carried, self._words(block.words)),)
            case Figure():
                caption = self._block(block.caption) if block.caption else ()
                picture = picture_markup(block.words, block.target, block.title)
                return (*caption, ("para", carried, self._words(picture)))
            case Heading():
                return (("heading", carried, block.level, self._words(block.words)),)
            case List():
                start = block.start if block.ordered else 0
                return (("list", carried, start, tuple(self.blocks(item.blocks) for item in block.items)),)
            case Quote():
                return (("quote", carried, self.blocks(block.blocks)),)
            case Div():
                name = (block.name,) if block.name else ()
                return (("div", _plain_attributes(block, name), self.blocks(block.blocks)),)
            case Table():
                caption = self._block(block.caption) if block.caption else ()
                return (*caption, self._table(block, carried))
            case RawBlock():
                return self._raw(block, carried)

    def _raw(self, block: RawBlock, carried: Plain) -> Plain:
        match block.construct:
            case "link definition":
                return ()
            case "horizontal rule":
                return (("raw", carried, "rule"),)
            case "code block":
                return (("raw", (block.id or "", (), ()), _code_of(block.text)),)
            case _:
                return (("raw", carried, block.text.strip("\n")),)

    def _table(self, table: Table[str], carried: Plain) -> Plain:
        """Names and spans of cells go back around their words."""
        head = tuple(self._cell(cell, column.id) for cell, column in zip(table.head.cells, table.columns, strict=True))
        rows = tuple(
            tuple(self._cell(cell, row.id if number == 0 else None) for number, cell in enumerate(row.cells))
            for row in table.rows
        )
        return ("table", carried, tuple(column.align for column in table.columns), (head, *rows))

    def _cell(self, cell: Cell[str], name: str | None) -> Plain:
        words = self._words(cell.words)
        sizes = (("colspan", cell.across), ("rowspan", cell.down))
        spans = tuple((key, str(size)) for key, size in sizes if size > 1 and not cell.covered)
        return _span((name or "", (), spans), words) if name or spans else words

    def _words(self, words: str) -> Plain:
        return self._inlines(inline.parse(words))

    def _inlines(self, inlines: Sequence[Inline]) -> Plain:
        return _merged(plain for each in inlines for plain in self._inline(each))

    def _inline(self, each: Inline) -> Plain:
        match each:
            case Text():
                return (each.text,)
            case Emphasis() | Strong():
                return (("Emph" if isinstance(each, Emphasis) else "Strong", self._inlines(each.content)),)
            case Code():
                return (("Code", each.text),)
            case Link():
                return (("Link", each.target, each.title, self._inlines(each.content)),)
            case Image():
                return (("Image", each.target, each.title, re.sub(" +", " ", each.alt)),)
            case Span():
                return _span((each.id or "", tuple(sorted(each.classes)), tuple(sorted(each.pairs))),
                             self._inlines(each.content))  # fmt: skip
            case Reference():
                named = [(key, value) for key, value in (("form", each.form), ("to", each.to)) if value]
                return _span(("", (), tuple(sorted([*named, *each.pairs]))), (("Link", "#" + each.target, "", ()),))
            case NoteMark():
                return self._note(each)
            case Break():
                return ("\n",)
            case RawInline():
                return (("Raw", each.text),)
            case _:
                raise AssertionError(each)

    def _note(self, mark: NoteMark) -> Plain:
        if mark.id not in self._notes:
            return (f"[^{mark.id}]",)
        if self._in_note:
            return ()
        self._in_note = True
        blocks = _without_attributes(self.blocks(self._notes[mark.id].blocks))
        self._in_note = False
        return (("Note", blocks),)


def _plain_attributes(block: Block[str], name: tuple[str, ...] = ()) -> Plain:
    return (block.id or "", tuple(sorted(block.classes + name)), tuple(sorted(block.pairs)))


def _code_of(text: str) -> str:
    lines = text.split("\n")
    fence = re.match(r"( {0,3})(`{3,}|~{3,})", lines[0])
    if fence is None:
        return "\n".join(re.sub(r"^(?: {0,3}\t| {4})", "", line) for line in lines).strip("\n")
    closed = len(lines) > 1 and re.fullmatch(rf" {{0,3}}{fence[2][0]}{{{len(fence[2])},}}[ \t]*", lines[-1])
    inside = lines[1:-1] if closed else lines[1:]
    return "\n".join(re.sub(rf"^ {{0,{len(fence[1])}}}", "", line) for line in inside).strip("\n")
