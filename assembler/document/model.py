"""The document tree: shape, with words in its leaves.

Every block that holds words is generic in what its words are: `Section[str]` is a section as it was written (one
line of inline markup a leaf), `Document[Words]` an edition (parsed inlines, their language and state). One tree,
one set of walkers, and filling in a translation is mapping a function over the leaves.

Values only: nothing here knows files, catalogs or formats. `Block` and `Inline` are closed unions; a `match` over
them ends in `assert_never`. Frozen values hold only what was there before them, so no cycle can run through them:
`gc=False` spares the collector a tree of a hundred thousand nodes, which it would walk again and again for nothing.
"""

from __future__ import annotations

from typing import Generic, Literal, TypeAlias, TypeVar, Union

from msgspec import Struct

W = TypeVar("W")

# --- inlines ---------------------------------------------------------------------------------------------------


class Text(Struct, frozen=True, gc=False):
    """Plain text, no markup."""

    text: str


class Emphasis(Struct, frozen=True, gc=False):
    content: Inlines


class Strong(Struct, frozen=True, gc=False):
    content: Inlines


class Code(Struct, frozen=True, gc=False):
    text: str


class Link(Struct, frozen=True, gc=False):
    """A link to an address outside. `<https://…>` is a link whose content is its own target."""

    target: str
    content: Inlines
    title: str = ""


class Image(Struct, frozen=True, gc=False):
    """A picture in a line; `alt` is plain text. `target` is as a `Figure`'s."""

    target: str
    alt: str
    title: str = ""


class Span(Struct, frozen=True, gc=False):
    """`[…]{#id .class key=value}`: a language, a date, a number, words not to be translated, a cell's name."""

    content: Inlines
    id: str | None = None
    classes: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()


class NoteMark(Struct, frozen=True, gc=False):
    """`[^id]`: the place in the text where a note is called. `repeats` says that the note stands at another mark, in
    another version of the text, and that its number alone is printed here."""

    id: str
    repeats: bool = False


class Reference(Struct, frozen=True, gc=False):
    """`[](#target){form=gen to=other}`. `content` is empty until the edition is numbered, then the generated
    text; a list that the edition makes gives it words of its own."""

    target: str
    form: str = ""
    to: str = ""
    pairs: tuple[tuple[str, str], ...] = ()
    content: Inlines = ()


class TargetNumber(Struct, frozen=True, gc=False):
    """Inside a numbered `Reference`: the number of `target`, which a writer makes a live field.

    `automatic` says that the target bears its number by automatic numbering (paragraphs, list items); otherwise the
    number is text beside the target (tables).
    """

    target: str
    text: str
    automatic: bool


class PageNumber(Struct, frozen=True, gc=False):
    """In a list that an edition makes: the page of `target`, behind a tab. Only a word processor knows it."""

    target: str


class Break(Struct, frozen=True, gc=False):
    """A hard line break."""


class RawInline(Struct, frozen=True, gc=False):
    """Markup that the dialect does not have (HTML), kept as it was written."""

    text: str


class Tracked(Struct, frozen=True, gc=False):
    """In an edition that shows its changes: words that an earlier version had, or that it did not have yet."""

    kind: Literal["removed", "added"]
    content: Inlines


Inline: TypeAlias = Union[
    Text,
    Emphasis,
    Strong,
    Code,
    Link,
    Image,
    Span,
    NoteMark,
    Reference,
    TargetNumber,
    PageNumber,
    Break,
    RawInline,
    Tracked,
]
Inlines: TypeAlias = tuple[Inline, ...]

# --- blocks ----------------------------------------------------------------------------------------------------


class Node(Struct, frozen=True, gc=False, kw_only=True):
    """What all blocks have: what the attribute line above them said, and the line of the file where they begin."""

    id: str | None = None
    classes: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    line: int = 0

    def pair(self, key: str) -> str | None:
        """The value of attribute `key`, None when it is absent."""
        return dict(self.pairs).get(key)


class ParagraphNumber(Struct, frozen=True, gc=False):
    """A paragraph's number in an edition: the `value` that is printed, counted in run number `series` (from 1)."""

    series: int
    value: int


class Heading(Node, Generic[W], frozen=True, gc=False, kw_only=True):
    """`label` is what an edition prints before the words of an annex's heading (`Annex I. `); `new_page` says that a
    page begins with it."""

    level: int
    words: W
    label: str = ""
    new_page: bool = False


class Paragraph(Node, Generic[W], frozen=True, gc=False, kw_only=True):
    """Also the first paragraph of a list item or a note, whose ID is then the item's or the note's label."""

    words: W
    number: ParagraphNumber | None = None


class Item(Node, Generic[W], frozen=True, gc=False, kw_only=True):
    """A list item. Its ID, if any, is that of its first paragraph and stands there, not here."""

    blocks: tuple[Block[W], ...]


class List(Node, Generic[W], frozen=True, gc=False, kw_only=True):
    """`start` is what the author typed first; bullets have 1."""

    ordered: bool
    items: tuple[Item[W], ...]
    start: int = 1


class Quote(Node, Generic[W], frozen=True, gc=False, kw_only=True):
    blocks: tuple[Block[W], ...]


class Div(Node, Generic[W], frozen=True, gc=False, kw_only=True):
    """A fenced div; `name` is its first class (`recommendation`, `example`, `only` …), `classes` are the others."""

    name: str
    blocks: tuple[Block[W], ...]


class Column(Struct, frozen=True, gc=False):
    """`id` is what names the column in a cell's ID; `align` is "", "left", "center" or "right". `share` is its part of
    the width beside those of the others; 0, as everywhere in sources: what its words ask for."""

    id: str | None = None
    align: str = ""
    share: float = 0


class Cell(Struct, Generic[W], frozen=True, gc=False):
    """`id` is `<table>.<row>.<column>`, None when one of the three has no name or the cell is no unit."""

    words: W
    id: str | None = None


class Row(Struct, Generic[W], frozen=True, gc=False):
    """`id` is the name of the row inside its table; the header row's is `HEADER_ROW`."""

    cells: tuple[Cell[W], ...]
    id: str | None = None
    line: int = 0


class Table(Node, Generic[W], frozen=True, gc=False, kw_only=True):
    """`caption` is the paragraph with class `caption` that stood above; `number` is given by the edition."""

    columns: tuple[Column, ...]
    head: Row[W]
    rows: tuple[Row[W], ...]
    caption: Paragraph[W] | None = None
    number: int | None = None


class Figure(Node, Generic[W], frozen=True, gc=False, kw_only=True):
    """A paragraph that is only a picture. `words` describe it for those who do not see it (empty: mere decoration).

    `target` is the file as the author names it, seen from the section's file; in an edition its place in the
    submission, empty where it cannot be shown. `caption` and `number` are as a table's.
    """

    target: str
    words: W
    title: str = ""
    caption: Paragraph[W] | None = None
    number: int | None = None


class RawBlock(Node, frozen=True, gc=False, kw_only=True):
    """A construct that the dialect does not have (HTML, code block, rule, link definition), kept as written."""

    construct: str
    text: str


class Version(Node, Generic[W], frozen=True, gc=False, kw_only=True):
    """What one of several languages says in its place. Its paragraphs and lists are counted apart from those of other
    versions, its labels and markers are its language's.

    Headings are in the contents only where the version is `outlined`. `mark`, if there is one, is printed before its
    first words and says which language follows; `first` says that other versions of the same follow it.
    """

    language: str
    blocks: tuple[Block[W], ...]
    outlined: bool = True
    mark: str = ""
    first: bool = False


class Spread(Node, Generic[W], frozen=True, gc=False, kw_only=True):
    """Versions side by side: columns under the names of their languages (`head`), and rows of one version for each.

    A cell may be empty. `keeps` are the rows, from 0, that stay on one page with the row below them; `new_page` says
    that a page begins with the first.
    """

    head: tuple[W, ...]
    rows: tuple[tuple[Version[W], ...], ...]
    keeps: tuple[int, ...] = ()
    new_page: bool = False


Block: TypeAlias = Union[
    Heading[W], Paragraph[W], List[W], Quote[W], Div[W], Table[W], Figure[W], RawBlock, Version[W], Spread[W]
]
"""`Version` and `Spread` stand in no source: they are how an edition in several languages is one document."""
Blocks: TypeAlias = tuple[Block[W], ...]

CONTINUED, UNFINISHED = "continued", "unfinished"
"""The classes of a container's piece: it began in a piece above, it goes on in one below. They stand in no source."""

HEADER_ROW = "h"
"""The name of a table's header row in the IDs of its cells: `art07-t1.h.c1`."""

# --- what blocks stand in --------------------------------------------------------------------------------------


class Note(Struct, Generic[W], frozen=True, gc=False):
    """A footnote. Its first block, when it is a paragraph, carries the label as ID; `number` is given by the edition
    (0: not numbered yet)."""

    id: str
    blocks: tuple[Block[W], ...]
    line: int = 0
    number: int = 0


class Section(Struct, Generic[W], frozen=True, gc=False, kw_only=True):
    """One source file. `id` is the file's name without suffix, `path` its place in the submission (POSIX)."""

    id: str
    language: str
    path: str
    blocks: tuple[Block[W], ...] = ()
    notes: tuple[Note[W], ...] = ()


class Words(Struct, frozen=True, gc=False):
    """The words of a leaf in an edition.

    `language` is that of the text as it stands, which is not the edition's where a translation is missing; `mark`
    is empty for current text, else the state that must be visible (`fuzzy`, `untranslated`, `waiting`). In a review
    edition `comments` stand beside the words, and `change` says that the leaf as a whole was taken out or put in.
    """

    content: Inlines
    language: str
    mark: str = ""
    comments: tuple[Comment, ...] = ()
    change: Literal["", "removed", "added"] = ""


class Comment(Struct, frozen=True, gc=False):
    """What is said about a leaf beside the text, in paragraphs. `Tracked` words in it are a difference to be shown."""

    paragraphs: tuple[Words, ...]


class Author(Struct, frozen=True, gc=False):
    """Whose comments and tracked changes these are, and of which date (`2026-11-22`; empty: of none)."""

    name: str
    date: str = ""


COVER = ("title", "subtitle", "cover", "cover-group")
"""The classes of paragraphs on a cover: what the cover page says, the first line of each group of fields apart."""


class CoverField(Struct, Generic[W], frozen=True, gc=False):
    """A line of the cover page; `key` is its key path in the configuration, which is its unit's ID."""

    key: str
    words: W

    @property
    def group(self) -> str:
        """The table of the configuration that it stands in: fields of one table belong together."""
        return self.key.rpartition(".")[0]


class Document(Struct, Generic[W], frozen=True, gc=False, kw_only=True):
    """An edition, ready for a writer: cover, then one run of blocks, and the notes that they call.

    `contents` asks for a table of contents after the cover, in `contents_language` if not in the document's. `notes`
    are in the order of their marks; with `notes_restart` their numbers begin again at 1 in every section, so that no
    counting through gives them. `author` is that of comments and tracked changes, which only a review edition has.
    `has_units_on_cover` says whether title, subtitle and fields of the cover are units, which bear their IDs. `front`
    is what stands on the cover of an edition in several languages, in place of title, subtitle and fields: paragraphs
    whose class says which of these they are (`COVER`).
    """

    language: str
    title: W
    subtitle: W | None = None
    cover: tuple[CoverField[W], ...] = ()
    front: tuple[Block[W], ...] = ()
    contents: bool = True
    contents_language: str = ""
    blocks: tuple[Block[W], ...] = ()
    notes: tuple[Note[W], ...] = ()
    notes_restart: bool = False
    author: Author = Author("")
    has_units_on_cover: bool = True
