"""Sections are read: text in, tree and findings out. Never fails on content.

Blocks (see `usual`, and `rules` for those that are not) become the tree in one walk. Attribute lines
wait for the block below them. What the tree cannot say is reported on the way: what one of the two parsers of the
dialect would swallow, IDs that are missing (with the gap in the file where one would stand), duplicate or malformed,
and notes without mark or text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias, Union

from msgspec import Struct
from msgspec.structs import replace

from assembler.document import walk
from assembler.document.attributes import NONE, Attributes, render, whole
from assembler.document.model import (
    Block,
    Blocks,
    Div,
    Figure,
    Heading,
    Item,
    List,
    Note,
    Paragraph,
    Quote,
    RawBlock,
    Section,
    Table,
)
from assembler.document.names import CAPTION, DIVISIONS, FIGURE_KEYS, LANDSCAPE, ONLY, TABLE_KEYS
from assembler.document.orientation import is_landscape
from assembler.document.supplied import Supply
from assembler.findings import Finding, Kind, Phrase, in_reading_order, phrase
from assembler.formats.markdown import kinds
from assembler.formats.markdown.fences import Fences
from assembler.formats.markdown.gaps import Form, Gap
from assembler.formats.markdown.lines import folded, normalized
from assembler.formats.markdown.pictures import SourcePicture, about, picture_alone
from assembler.formats.markdown.register import Register
from assembler.formats.markdown.table_reading import read_table
from assembler.formats.markdown.tables import SourceTable, is_delimiters
from assembler.formats.markdown.text import mistakes, quoted
from assembler.formats.markdown.usual import Mark, Plain, usual_blocks
from assembler.nearest import among

if TYPE_CHECKING:
    from markdown_it import token

Token: TypeAlias = Union["token.Token", Mark]

CONFLICT, CONFLICT_END = "<<<<<<< ", ">>>>>>> "
"""How the lines begin that git puts above and below two versions of a text."""

_SUSPICIOUS = re.compile(r"[{}|]|:::|\[#")
"""Without any of these there is nothing in a paragraph's lines that was not meant as text."""
_BROKEN_BEGINNING = re.compile(r"\{[#.]\w")
_WORD_IN_BRACES = re.compile(r"\{[\w:.\-]+\}")
_BROKEN_LINE = re.compile(r"\[#[\w:.\-]+[\]}]?|#[\w:.\-]+\}")
"""Attribute lines without a brace, with a wrong one, or without the sign of an ID."""


class Reading(Struct, frozen=True):
    """A section as it was read. `gaps` are the places of the text where an ID is missing; `pictured` says that there
    may be pictures in it."""

    section: Section[str]
    findings: tuple[Finding, ...]
    gaps: tuple[Gap, ...] = ()
    supply: Supply | None = None
    pictured: bool = False


def read(text: str, *, id: str, language: str, path: str, supply: Supply | None = None) -> Reading:
    """Read a section; `id`, `language` and `path` are the section's own and go into the tree and the findings.

    `supply` gives the rows of tables that come from files of data; without it these have none.
    """
    found, fences = _blocks(normalized(text))
    reader = _Reader(found, Register(path, id, language), supply)
    body = reader.blocks("")
    if LANDSCAPE in text:
        _check_landscape(body, reader.register)
    if CONFLICT in text or CONFLICT_END in text:
        _check_conflicts(text, reader.register)
    for line in fences.not_shorter:
        reader.register.report(kinds.INNER_FENCE, line + 1)
    if not body and not reader.notes:
        reader.register.report(kinds.EMPTY_SECTION, 1)
    reader.register.finish(body, reader.notes)
    section = Section(id=id, language=language, path=path, blocks=body, notes=tuple(reader.notes))
    findings = tuple(in_reading_order(_with_remedy(reader.register.findings)))
    return Reading(section, findings, tuple(reader.gaps), supply, "![" in text)


def _blocks(text: str) -> tuple[Sequence[Token | Plain], Fences]:
    """The library's rules are imported, which takes a while, for a text only that needs them."""
    if (usual := usual_blocks(text)) is not None:
        return usual
    from assembler.formats.markdown.rules import tokens

    return tokens(text)


def read_again(text: str, reading: Reading) -> Reading:
    """Read a text in the place of the one that `reading` was read from."""
    old = reading.section
    return read(text, id=old.id, language=old.language, path=old.path, supply=reading.supply)


def _check_landscape(body: Blocks[str], register: Register) -> None:
    """Report what asks for landscape pages where no page can be turned."""
    for block in body:
        around = isinstance(block, Div) and is_landscape(block)
        for each in walk.every_block((block,)):
            turned = is_landscape(each) and not (around and isinstance(each, Table | Figure))
            if turned and not (each is block and isinstance(each, Table | Figure | Div)):
                register.report(kinds.LANDSCAPE_INSIDE, each.line, id=each.id)


def _check_conflicts(text: str, register: Register) -> None:
    """Report every place where git left two versions of the text, also where the line above them was deleted alone."""
    is_open = False
    for number, line in enumerate(normalized(text).split("\n"), 1):
        if line.startswith(CONFLICT) or (line.startswith(CONFLICT_END) and not is_open):
            register.report(kinds.MERGE_CONFLICT, number)
        if line.startswith((CONFLICT, CONFLICT_END)):
            is_open = line.startswith(CONFLICT)


def _with_remedy(findings: Iterable[Finding]) -> list[Finding]:
    """What to do about a missing ID depends on the section: a block whose ID is hidden must not get a second one."""
    found = list(findings)
    hidden = any(each.code in kinds.HIDING_IDS for each in found)
    remedy = kinds.MEND_FIRST if hidden else kinds.IDS_GIVES_ONE
    return [
        replace(each, values=(*each.values, ("remedy", remedy))) if each.kind is kinds.MISSING_ID else each
        for each in found
    ]


class _Pending(Struct, frozen=True):
    """The attribute lines above a block that has not come yet; line and column are those of the last."""

    attributes: Attributes
    line: int
    column: int


class _Reader:
    """Walks through the tokens of one section."""

    def __init__(self, found: Iterable[Token | Plain], register: Register, supply: Supply | None) -> None:
        self._tokens = iter(found)
        self._supply = supply
        self.register = register
        self.notes: list[Note[str]] = []
        self.gaps: list[Gap] = []
        self._label = ""
        self._only = 0

    # --- runs of blocks ---------------------------------------------------------------------------------------

    def blocks(self, end: str, label: str = "") -> Blocks[str]:
        """The blocks up to the token `end`; `label` is that of the note whose first block comes next."""
        found: list[Block[str]] = []
        pending: _Pending | None = None
        paragraph_end = definition_end = -1
        for token in self._tokens:
            if isinstance(token, Plain):
                self._plain(found, token, pending, token.first == paragraph_end)
                pending = None
                paragraph_end = -1 if token.is_note else token.last
                definition_end = -1
                continue
            if token.type == end:
                break
            if token.type == "attributes":
                pending = _joined(pending, token)
                continue
            first, last = token.map or (0, 0)
            if token.type == "note_open":
                self._drop(pending, kinds.ATTRIBUTE_LINE_BEFORE_NOTE)
                self._note(token, first == paragraph_end)
            elif token.type == "raw" and token.meta["construct"] == kinds.COMMENT:
                self._drop(pending, kinds.ATTRIBUTE_LINE_BEFORE_NOTHING)
            else:
                self._label, label = label, ""
                token.meta["apart"] = first in (paragraph_end, definition_end)
                self._append(found, self._block(token, pending))
            pending = None
            paragraph_end = last if token.type == "paragraph_open" else -1
            definition_end = last if token.meta.get("construct") == kinds.DEFINITION else -1
        self._drop(pending, kinds.ATTRIBUTE_LINE_BEFORE_NOTHING)
        self._check_captions(found)
        return tuple(found)

    def _plain(self, found: list[Block[str]], plain: Plain, pending: _Pending | None, in_paragraph: bool) -> None:
        line = plain.first + 1
        if plain.is_note:
            self._drop(pending, kinds.ATTRIBUTE_LINE_BEFORE_NOTE)
            self.register.note(plain.id, line)
            if in_paragraph:
                self.register.report(kinds.NOTE_IN_PARAGRAPH, line, id=plain.id)
            self._check_words(plain.content, line, plain.id)
            self.notes.append(Note(plain.id, (Paragraph(id=plain.id, line=line, words=plain.content),), line))
            return
        carried = (pending.attributes if pending else NONE) + Attributes((plain.id,))
        named = self.register.block(carried, line)
        self._check_words(plain.content, line, named.id)
        found.append(Paragraph(id=named.id, classes=named.classes, pairs=named.pairs, line=line, words=plain.content))

    def _append(self, found: list[Block[str]], block: Block[str]) -> None:
        """A table or figure takes the caption above it."""
        if isinstance(block, Table | Figure) and found and _is_caption(found[-1]):
            caption = found.pop()
            assert isinstance(caption, Paragraph)
            block = replace(block, caption=caption)
        found.append(block)

    def _check_captions(self, found: Iterable[Block[str]]) -> None:
        for block in found:
            if _is_caption(block):
                self.register.report(kinds.CAPTION_WITHOUT_TABLE, block.line, id=block.id)

    def _drop(self, pending: _Pending | None, kind: Kind) -> None:
        if pending is not None:
            self.register.report(kind, pending.line, attributes=_written(pending.attributes))

    # --- blocks -----------------------------------------------------------------------------------------------

    def _block(self, token: Token, pending: _Pending | None) -> Block[str]:
        line = token.map[0] + 1 if token.map else 0
        carried = pending.attributes if pending else NONE
        match token.type:
            case "paragraph_open":
                return self._paragraph(token, line, pending)
            case "heading_open":
                return self._heading(token, line, pending)
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token, line, carried)
            case "blockquote_open":
                named = self.register.block(carried, line)
                return Quote(
                    id=named.id, classes=named.classes, pairs=named.pairs, line=line,
                    blocks=self.blocks("blockquote_close"),
                )  # fmt: skip
            case "division_open":
                return self._division(token, line, carried)
            case "table":
                return self._table(token, line, pending)
            case _:
                return self._raw(token, line, carried)

    def _content(self) -> str:
        """The content of a paragraph or heading, whose opening token was just read."""
        content = next(self._tokens).content
        next(self._tokens)
        return content

    def _paragraph(self, token: Token, line: int, pending: _Pending | None) -> Paragraph[str] | Figure[str]:
        label = self._label
        carried = pending.attributes if pending else NONE
        if label:
            carried = Attributes((label,)) + carried
        content = self._content()
        words = folded(content)
        if not label and (picture := picture_alone(words)) is not None:
            return self._figure(token, line, pending, picture)
        named = self.register.block(carried, line, registered=not label)
        self._check_words(self._check_lines(content, words, line), line, named.id)
        if named.id is None:
            self._gap(line, token, pending, Phrase("A paragraph"), words)
        return Paragraph(id=named.id, classes=named.classes, pairs=named.pairs, line=line, words=words)

    def _figure(self, token: Token, line: int, pending: _Pending | None, picture: SourcePicture) -> Figure[str]:
        carried = (pending.attributes if pending else NONE) + picture.attributes
        named = self.register.block(carried, line, keys=FIGURE_KEYS)
        self.register.findings += about(picture.target, picture.words, named, self.register.place(line, named.id))
        self._check_words(picture.words, line, named.id)
        if named.id is None and not self._only:
            self.gaps.append(_block_gap(line, token, pending))
            self.register.report(kinds.MISSING_ID, line, quote=quoted(picture.words), what=Phrase("A picture"))
        return Figure(
            id=named.id, classes=named.classes, pairs=named.pairs, line=line, target=picture.target,
            title=picture.title, words=picture.words,
        )  # fmt: skip

    def _heading(self, token: Token, line: int, pending: _Pending | None) -> Heading[str]:
        content = self._content()
        words = folded(content)
        named = self.register.block(pending.attributes if pending else NONE, line)
        self._check_words(self._check_lines(content, words, line), line, named.id, heading=True)
        if named.id is None:
            self._gap(line, token, pending, Phrase("A heading"), words)
        return Heading(
            id=named.id, classes=named.classes, pairs=named.pairs, line=line, level=int(token.tag[1]), words=words
        )

    def _list(self, token: Token, line: int, carried: Attributes) -> List[str]:
        ordered = token.type == "ordered_list_open"
        named = self.register.block(carried, line)
        items: list[Item[str]] = []
        for each in self._tokens:
            if isinstance(each, Plain) or each.type != "list_item_open":
                break
            first = each.map[0] + 1 if each.map else 0
            items.append(Item(line=first, blocks=self.blocks("list_item_close")))
        return List(
            id=named.id, classes=named.classes, pairs=named.pairs, line=line, ordered=ordered, items=tuple(items),
            start=int(token.attrs.get("start", 1)),
        )  # fmt: skip

    def _division(self, token: Token, line: int, carried: Attributes) -> Div[str]:
        opening = token.meta["opening"]
        named = self.register.block(carried + opening.attributes, line)
        name: str = opening.name
        self._check_division(name, named, line, closed=token.meta["closed"])
        self._only += name == ONLY
        blocks = self.blocks("division_close")
        self._only -= name == ONLY
        return Div(id=named.id, classes=named.classes, pairs=named.pairs, line=line, name=name, blocks=blocks)

    def _table(self, token: Token, line: int, pending: _Pending | None) -> Table[str]:
        source: SourceTable = token.meta["table"]
        named = self.register.block(pending.attributes if pending else NONE, line, keys=TABLE_KEYS)
        table, gaps = read_table(source, named, line, self.register, self._supply, private=bool(self._only))
        if not self._only:
            if named.id is None:
                self.gaps.append(_block_gap(line, token, pending))
            self.gaps += gaps
            if named.id is None or gaps:
                what = Phrase("A table") if named.id is None else Phrase("A row or column of a table")
                self.register.report(kinds.MISSING_ID, line, id=named.id, what=what)
        return table

    def _raw(self, token: Token, line: int, carried: Attributes) -> RawBlock:
        construct: str = token.meta["construct"]
        named = self.register.block(carried, line)
        self.register.report(
            kinds.UNSUPPORTED_BLOCK,
            line,
            id=named.id,
            quote=quoted(token.content),
            construct=kinds.CONSTRUCTS.get(construct, construct),
        )
        return RawBlock(
            id=named.id, classes=named.classes, pairs=named.pairs, line=line, construct=construct, text=token.content
        )

    def _note(self, token: Token, in_paragraph: bool) -> None:
        line = token.map[0] + 1 if token.map else 0
        position = len(self.notes)
        self.register.note(token.content, line)
        if in_paragraph:
            self.register.report(kinds.NOTE_IN_PARAGRAPH, line, id=token.content)
        blocks = self.blocks("note_close", label=token.content)
        if not blocks:
            self.register.report(kinds.NOTE_WITHOUT_TEXT, line, id=token.content)
        self.notes.insert(position, Note(token.content, blocks, line))

    # --- what is wrong ----------------------------------------------------------------------------------------

    def _gap(self, line: int, token: Token, pending: _Pending | None, what: Phrase, words: str) -> None:
        if self._only or not words:
            return
        self.gaps.append(_block_gap(line, token, pending))
        self.register.report(kinds.MISSING_ID, line, quote=quoted(words), what=what)

    def _check_words(self, words: str, line: int, id: str | None, *, heading: bool = False) -> None:
        self.register.findings += mistakes(words, self.register.place(line, id), heading=heading)

    def _check_division(self, name: str, named: Attributes, line: int, *, closed: bool) -> None:
        known = ", ".join(sorted(DIVISIONS))
        if not closed:
            self.register.report(kinds.UNCLOSED_DIV, line, name=name)
        if not name:
            self.register.report(kinds.DIV_WITHOUT_NAME, line, known=known)
        elif name not in DIVISIONS:
            divisions = phrase("Divs are: {known}.", known=known)
            self.register.report(kinds.UNKNOWN_CLASS, line, name=name, suggestion=among(name, DIVISIONS, divisions))
        elif name == ONLY and "lang" not in dict(named.pairs):
            self.register.report(kinds.ONLY_WITHOUT_LANGUAGE, line)

    def _check_lines(self, content: str, words: str, line: int) -> str:
        """Report what the lines of a paragraph hold that was not meant as text; give back the words without it."""
        if not _SUSPICIOUS.search(content):
            return words
        lines = content.split("\n")
        in_braces: list[int] = []
        for offset, text in enumerate(lines):
            stripped = text.strip(" \t")
            if stripped.startswith("{") and stripped.endswith("}"):
                in_braces += [offset] if self._check_braces(stripped, line + offset) else []
            elif (not offset and _BROKEN_BEGINNING.match(stripped)) or _BROKEN_LINE.fullmatch(stripped):
                self._malformed(stripped, line + offset)
            elif stripped.startswith(":::"):
                self.register.report(kinds.FENCE_WITHOUT_DIV, line + offset)
            elif offset and is_delimiters(stripped) and "|" in lines[offset - 1]:
                kind = kinds.TABLE_COLUMNS if offset == 1 else kinds.TABLE_IN_PARAGRAPH
                self.register.report(kind, line + offset - 1)
        if not in_braces:
            return words
        return folded("\n".join(text for offset, text in enumerate(lines) if offset not in in_braces))

    def _check_braces(self, text: str, line: int) -> bool:
        """Whether a line of a paragraph is an attribute line; if it only looks like one, that is reported too."""
        if whole(text) is not None:
            self.register.report(kinds.ATTRIBUTE_LINE_IN_PARAGRAPH, line, attributes=text)
            return True
        if text[1:2] in ("#", ".") or "=" in text or _WORD_IN_BRACES.fullmatch(text):
            self._malformed(text, line)
        return False

    def _malformed(self, text: str, line: int) -> None:
        self.register.report(kinds.MALFORMED_ATTRIBUTES, line, attributes=quoted(text))


def _joined(pending: _Pending | None, token: Token) -> _Pending:
    line = token.map[0] + 1 if token.map else 0
    attributes: Attributes = token.meta["attributes"]
    before = pending.attributes if pending else NONE
    return _Pending(before + attributes, line, token.meta["column"])


def _is_caption(block: Block[str]) -> bool:
    return isinstance(block, Paragraph) and CAPTION in block.classes


def _block_gap(line: int, token: Token, pending: _Pending | None) -> Gap:
    """Where the ID of the block that begins with `token` goes: into its attribute line, if it has one."""
    if pending is not None:
        return Gap(Form.BRACES, pending.line, pending.column + 1)
    meta = token.meta
    return Gap(Form.LINE, line, meta["column"], margin=meta["margin"], apart=meta["apart"])


def _written(attributes: Attributes) -> str:
    return render(attributes.id, attributes.classes, attributes.pairs)
