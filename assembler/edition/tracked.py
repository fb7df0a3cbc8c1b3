"""One document out of two versions of it: the later one, with what changed since the earlier marked in it.

Blocks are known by their IDs, and what has none by its place among its like. What only one version has is taken out or
put in as a whole, what both have is compared word by word, and what stands in another order is taken out there and put
in here. The law: without what was taken out it is the later version, without what was put in the earlier one.

Numbers are not compared: they are the later version's, and what was taken out bears its own old one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import zip_longest

from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import (
    Block,
    Blocks,
    Cell,
    Comment,
    CoverField,
    Div,
    Document,
    Figure,
    Heading,
    Item,
    List,
    Note,
    NoteMark,
    Paragraph,
    Quote,
    RawBlock,
    RawInline,
    Row,
    Table,
    Text,
    Words,
)
from assembler.edition.alignment import aligned, ids, item_keys, keys, row_keys
from assembler.edition.tracked_words import Notes, changed, earlier_only, kept_marks, with_added_marks
from assembler.language import load as languages


def tracked(before: Document[Words], after: Document[Words], moved: Comment | None = None) -> Document[Words]:
    """`after` with what changed in it since `before`; `moved` is said of what stood elsewhere."""
    return _Comparison(before, after, moved).document()


class _Comparison:
    """Two versions: which IDs each of them has, and the notes that only words taken out call."""

    def __init__(self, before: Document[Words], after: Document[Words], moved: Comment | None) -> None:
        self.before, self.after, self.moved = before, after, moved
        self.earlier = frozenset(ids(before))
        self.present = frozenset(ids(after))
        self.notes = Notes({note.id for note in before.notes}, {note.id for note in after.notes})

    def document(self) -> Document[Words]:
        before, after = self.before, self.after
        title = self.words(before.title, after.title)
        cover = tuple(self.cover())
        blocks = self.blocks(before.blocks, after.blocks)
        earlier = {note.id: note for note in before.notes}
        notes = [self.note(earlier.get(note.id), note) for note in after.notes]
        notes += [
            replace(earlier[id], id=self.notes.named(id), blocks=self.plain(earlier[id].blocks))
            for id in self.notes.called
        ]
        early, blocks = self.early(blocks)
        notes += [replace(each, id=named, blocks=self.plain(each.blocks)) for named, each in early.items()]
        return replace(after, title=title, subtitle=self.subtitle(), cover=cover, blocks=blocks, notes=tuple(notes))

    def early(self, blocks: Blocks[Words]) -> tuple[dict[str, Note[Words]], Blocks[Words]]:
        """Notes that words put in call before words do that were always there: they are printed for each of the two,
        or the second would have none once the first is rejected."""
        here = {note.id: note for note in self.after.notes}
        kept: set[str] = set()
        waiting = Counter(mark for words in walk.every_words(blocks) for mark in kept_marks(words))
        early: dict[str, Note[Words]] = {}

        def renamed(mark: NoteMark) -> NoteMark:
            if mark.id in kept or mark.id not in here or not waiting[mark.id]:
                return mark
            named = f"{mark.id}+"
            early[named] = here[mark.id]
            return replace(mark, id=named)

        def words(_: str | None, leaf: Words) -> Words:
            found = with_added_marks(leaf, renamed)
            kept.update(kept_marks(leaf))
            return found

        revised = walk.revise(blocks, words) if waiting else blocks
        return early, revised

    def subtitle(self) -> Words | None:
        match self.before.subtitle, self.after.subtitle:
            case None, None:
                return None
            case None, Words() as new:
                return replace(new, change="added")
            case Words() as old, None:
                return self.taken_out(None, old)
            case Words() as old, Words() as new:
                return self.words(old, new)
            case both:
                raise AssertionError(both)

    def cover(self) -> Iterator[CoverField[Words]]:
        old, new = self.before.cover, self.after.cover
        for earlier, later in aligned(old, new, [each.key for each in old], [each.key for each in new]):
            match earlier, later:
                case CoverField(), CoverField():
                    yield replace(later, words=self.words(earlier.words, later.words))
                case CoverField(), None:
                    yield replace(earlier, words=self.taken_out(None, earlier.words))
                case None, CoverField():
                    yield replace(later, words=replace(later.words, change="added"))

    def note(self, old: Note[Words] | None, new: Note[Words]) -> Note[Words]:
        return new if old is None else replace(new, blocks=self.blocks(old.blocks, new.blocks))

    def plain(self, blocks: Blocks[Words]) -> Blocks[Words]:
        """The blocks of a note that goes with its mark: nothing in them is tracked, and nothing leads to them."""
        return walk.revise(blocks, lambda _, words: words, lambda block: _without_ids(block, lambda _: True))

    # --- blocks

    def blocks(self, old: Blocks[Words], new: Blocks[Words]) -> Blocks[Words]:
        """Two runs of blocks as one."""
        found: list[Block[Words]] = []
        for earlier, later in aligned(old, new, *keys(old, new)):
            if earlier is not None and later is not None:
                found.append(self.block(earlier, later))
            elif earlier is not None:
                found.append(self.removed(earlier))
            elif later is not None:
                found.append(self.added(later))
        return tuple(found)

    def block(self, old: Block[Words], new: Block[Words]) -> Block[Words]:
        """Two blocks of one kind that are the same one."""
        match old, new:
            case Paragraph(), Paragraph():
                return replace(new, words=self.words(old.words, new.words))
            case Heading(), Heading():
                return replace(new, words=self.words(old.words, new.words))
            case List(), List():
                return replace(new, items=tuple(self.items(old, new)))
            case Quote(), Quote():
                return replace(new, blocks=self.blocks(old.blocks, new.blocks))
            case Div(), Div():
                return replace(new, blocks=self.blocks(old.blocks, new.blocks))
            case Table(), Table():
                return self.table(old, new)
            case Figure(), Figure():
                return replace(new, caption=self.caption(old.caption, new.caption))
            case _:
                return new

    def items(self, old: List[Words], new: List[Words]) -> Iterator[Item[Words]]:
        for earlier, later in aligned(old.items, new.items, *item_keys(old.items, new.items)):
            match earlier, later:
                case Item(), Item():
                    yield replace(later, blocks=self.blocks(earlier.blocks, later.blocks))
                case Item(), None:
                    yield replace(earlier, id=None, blocks=tuple(map(self.removed, earlier.blocks)))
                case None, Item():
                    yield replace(later, blocks=tuple(map(self.added, later.blocks)))

    def table(self, old: Table[Words], new: Table[Words]) -> Table[Words]:
        """Where rows were added or taken out no cell can span any: it would lie over rows that it does not know."""
        rows = list(aligned(old.rows, new.rows, row_keys(old.rows), row_keys(new.rows)))
        made = replace(
            new,
            caption=self.caption(old.caption, new.caption),
            head=self.row(old.head, new.head),
            rows=tuple(self.row(*each) for each in rows),
        )
        return made if all(before and after for before, after in rows) else _without_spans(made)

    def caption(self, old: Paragraph[Words] | None, new: Paragraph[Words] | None) -> Paragraph[Words] | None:
        if old is None or new is None:
            only = self.removed(old) if old is not None else self.added(new) if new is not None else None
            return only if isinstance(only, Paragraph) else None
        return replace(new, words=self.words(old.words, new.words))

    def row(self, old: Row[Words] | None, new: Row[Words] | None) -> Row[Words]:
        if old is not None and new is not None:
            return replace(new, cells=tuple(self.cell(*each) for each in zip_longest(old.cells, new.cells)))
        if new is not None:
            cells = (replace(cell, words=replace(cell.words, change="added")) for cell in new.cells)
            return replace(new, cells=tuple(cells))
        assert old is not None
        return replace(old, cells=tuple(self.cell_taken_out(cell) for cell in old.cells))

    def cell(self, old: Cell[Words] | None, new: Cell[Words] | None) -> Cell[Words]:
        """Cells at one place of a row; one that is not there is an empty one."""
        here = new or old
        assert here is not None
        nothing = replace(here.words, content=())
        earlier, later = (old.words if old else nothing), (new.words if new else nothing)
        return replace(here, words=self.words(earlier, later))

    def cell_taken_out(self, cell: Cell[Words]) -> Cell[Words]:
        id = None if cell.id in self.present else cell.id
        return replace(cell, id=id, words=self.taken_out(cell.id, cell.words))

    # --- what only one version has

    def removed(self, block: Block[Words]) -> Block[Words]:
        """A block that was taken out. What stands elsewhere now leaves its IDs there."""
        (found,) = walk.revise((_worded(block, self.before.language),), self.taken_out, self.without_ids)
        return _captioned(found, self.before.language) if isinstance(found, Table) else found

    def without_ids(self, block: Block[Words]) -> Block[Words]:
        return _without_ids(block, lambda id: id in self.present)

    def taken_out(self, _: str | None, words: Words) -> Words:
        content = earlier_only(words.content, self.notes)
        return Words(content, words.language, change="removed")

    def added(self, block: Block[Words]) -> Block[Words]:
        """A block that was put in; the first of its words that stood elsewhere say so."""
        said = self.moved is None

        def put_in(id: str | None, words: Words) -> Words:
            nonlocal said
            if said or self.moved is None or id not in self.earlier:
                return replace(words, change="added")
            said = True
            return replace(words, change="added", comments=(*words.comments, self.moved))

        (found,) = walk.revise((block if isinstance(block, Figure) else _worded(block, self.after.language),), put_in)
        return found

    def words(self, old: Words, new: Words) -> Words:
        is_same = old.content == new.content and old.language == new.language
        if is_same and not self.notes.are_unlike(new.content):
            return new
        return replace(new, content=changed(old, new, self.notes))


# --- what was taken out


def _worded(block: Block[Words], language: str) -> Block[Words]:
    """Markup that the dialect does not have can only be tracked as words, and a picture as its description."""
    if isinstance(block, Figure):
        said = (block.words, *((block.caption.words,) if block.caption is not None else ()))
        shown = ". ".join(walk.plain_text(words.content) for words in said if words.content)
        return Paragraph(id=block.id, words=Words((Text(f"[{shown or block.target}]"),), language))
    if isinstance(block, RawBlock):
        return Paragraph(words=Words((RawInline(block.text.rstrip("\n")),), language))
    return block


def _without_ids(block: Block[Words], gone: Callable[[str | None], bool]) -> Block[Words]:
    """The block without IDs for which `gone` holds; references cannot lead to what has none."""
    if isinstance(block, Table):
        caption = block.caption
        return replace(
            block,
            id=None if gone(block.id) else block.id,
            caption=replace(caption, id=None) if caption is not None and gone(caption.id) else caption,
            head=_row_without_ids(block.head, gone),
            rows=tuple(_row_without_ids(row, gone) for row in block.rows),
        )
    return replace(block, id=None) if gone(block.id) else block


def _row_without_ids(row: Row[Words], gone: Callable[[str | None], bool]) -> Row[Words]:
    return replace(row, cells=tuple(replace(cell, id=None if gone(cell.id) else cell.id) for cell in row.cells))


def _without_spans(table: Table[Words]) -> Table[Words]:
    def plain(row: Row[Words]) -> Row[Words]:
        return replace(row, cells=tuple(replace(cell, across=1, down=1, covered="") for cell in row.cells))

    return replace(table, rows=tuple(map(plain, table.rows)), head=plain(table.head))


def _captioned(table: Table[Words], language: str) -> Table[Words]:
    """A table that was taken out is not counted; its old number is a part of its caption."""
    if table.number is None or table.caption is None:
        return replace(table, number=None)
    label = languages.load(language).labels.table.replace("{n}", str(table.number))
    words = table.caption.words
    content = (Text(f"{label}. "), *words.content)
    return replace(table, number=None, caption=replace(table.caption, words=replace(words, content=content)))
