"""What one writing collects while it walks the tree: lists, notes, bookmarks, automatic styles, findings.

A `Part` is a stream of XML (the body, a note); the `Ledger` is what all of them share. They are the only mutable
things of the writer and live as long as one call of `write`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from msgspec import Struct

from assembler.document.anchors import Anchor, anchors
from assembler.document.bookmarks import bookmark
from assembler.document.model import Document, Note, Version, Words
from assembler.findings import Finding, Kind, Place, Severity
from assembler.formats import markup
from assembler.formats.odt import measures
from assembler.formats.odt.automatic import AutomaticStyles
from assembler.formats.odt.numbering import Numbering
from assembler.formats.odt.styles import definitions
from assembler.formats.pictures.picture import NO_PICTURES, Picture, PictureFormat
from assembler.formats.written import ID_TWICE, NO_STAMP, Stamp
from assembler.language import load as languages
from assembler.language.direction import is_right_to_left
from assembler.style.model import ParagraphLook, StyleSheet

ILLEGAL_CHARACTER = Kind(
    "odt-illegal-character",
    Severity.WARNING,
    "The text holds a character that no document may hold ({codes}); it is left out.",
    "Remove it from the text; it is a control character and shows nothing.",
)
NO_LANGUAGE_TAG = Kind(
    "odt-not-a-language-tag",
    Severity.WARNING,
    "“{code}” is no language tag; the words are printed without a language of their own.",
    "Name languages by their BCP 47 tags: ru, kk, en-GB, kk-Latn.",
)


class Entry(Struct, frozen=True):
    """A line of the table of contents: heading level, its words as XML, the bookmark that it leads to, its look where
    that is not all its style's."""

    level: int
    words: str
    bookmark: str
    look: ParagraphLook | None = None


class Ledger:
    """Shared by all parts of one document."""

    def __init__(
        self,
        document: Document[Words],
        sheet: StyleSheet,
        *,
        draft: bool,
        stamp: Stamp,
        pictures: Mapping[str, Picture] = NO_PICTURES,
    ) -> None:
        self.document = document
        self.sheet = sheet
        self.draft = draft
        self.stamp = stamp if draft else NO_STAMP
        self.language = languages.load(document.language)
        self.right_to_left = self.language.direction == "rtl"
        self.version = ""
        """The language of the version that is being written; empty where there is one language."""
        self.outlined = True
        """Whether headings enter the contents."""
        self.anchors: Mapping[str, Anchor] = anchors(document, draft=draft).referred
        self.automatic = AutomaticStyles()
        self.numbering = Numbering(sheet, self.language.lists, self.automatic, right_to_left=self.right_to_left)
        self.looks = {
            style.name: sheet.paragraph(style.look)
            for style in definitions(sheet)
            if isinstance(style.look, ParagraphLook)
        }
        self.notes: Mapping[str, Note[Words]] = {note.id: note for note in document.notes}
        self.note_names = {id: f"ftn{position}" for position, id in enumerate(self.notes, 1)}
        self.note_bodies: dict[str, str] = {}
        self.called: dict[str, int] = {}
        self.contents: list[Entry] = []
        self.regions: list[str] = []
        """Tracked changes, as XML."""
        self.comments = 0
        self.tracks = bool(document.author.name)
        """Whether there may be tracked changes."""
        self.tables = 0
        self.is_turned = False
        """Whether something stands on landscape pages."""
        self.sequences: dict[str, None] = {"Table": None}
        """The counts that captions belong to."""
        self.pictures = pictures
        self.media: dict[bytes, str] = {}
        """The names of the pictures that are printed, each once."""
        self.drawings = 0
        self.places: dict[tuple[object, ...], str] = {}
        self.findings: list[Finding] = []
        self.unit: str | None = None
        self._languages: dict[str, str] = {}
        self._bookmarks: set[str] = set()

    def medium(self, data: bytes, format: PictureFormat) -> str:
        """The name of a picture in the package, which has it once."""
        return self.media.setdefault(data, f"Pictures/picture{len(self.media) + 1}.{format}")

    def say(self, kind: Kind, **values: str) -> None:
        """Make a finding about the unit that is being written."""
        self.findings.append(kind.at(Place(id=self.unit, language=self.document.language), **values))

    def text(self, text: str) -> str:
        """`text` as the content of an element; what XML forbids is left out and reported."""
        if markup.ILLEGAL.search(text):
            codes = ", ".join(sorted({f"U+{ord(character):04X}" for character in markup.ILLEGAL.findall(text)}))
            self.say(ILLEGAL_CHARACTER, codes=codes)
            text = markup.ILLEGAL.sub("", text)
        return markup.escape(text)

    def language_style(self, code: str) -> str:
        """The text style of words in a language; empty where the code is none."""
        if code not in self._languages:
            tag = languages.load(code).tag if code in languages.known() else code
            attributes = measures.language(tag, right_to_left=is_right_to_left(code))
            if not attributes:
                self.say(NO_LANGUAGE_TAG, code=code)
            style = f"<style:text-properties{attributes}/>"
            self._languages[code] = self.automatic.style("text", style) if attributes else ""
        return self._languages[code]

    @property
    def against(self) -> bool:
        """Whether the version that is being written runs the other way than the document."""
        return (self.language.direction == "rtl") is not self.right_to_left

    @contextmanager
    def inside(self, version: Version[Words]) -> Iterator[None]:
        """While a version is written, labels, markers and counts are its own."""
        around = self.language, self.version, self.outlined
        self.language, self.version = languages.load(version.language), version.language
        self.outlined = version.outlined
        self._count_in_version()
        yield
        self.language, self.version, self.outlined = around
        self._count_in_version()

    def _count_in_version(self) -> None:
        self.numbering.enter(self.version, self.language.lists, right_to_left=self.language.direction == "rtl")

    def around(self, id: str | None) -> tuple[str, str]:
        """The bookmark of a unit, start and end; empty where it has none."""
        return ("", "") if id is None else self.bookmark(self._name(id), id)

    def point(self, id: str | None) -> str:
        """The bookmark at the beginning of a container; empty where it has none."""
        name = self._name(id)
        return f'<text:bookmark text:name="{markup.attribute(name)}"/>' if self._is_new(name, id) else ""

    def bookmark(self, name: str, id: str | None) -> tuple[str, str]:
        """Start and end of the bookmark `name` of what has ID `id`; empty if it has no name, or one that is taken."""
        if not self._is_new(name, id):
            return "", ""
        written = markup.attribute(name)
        return f'<text:bookmark-start text:name="{written}"/>', f'<text:bookmark-end text:name="{written}"/>'

    def _name(self, id: str | None) -> str:
        if id is None or self.draft:
            return bookmark(id) if id is not None else ""
        anchor = self.anchors.get(id)
        return "" if anchor is None or anchor.kind in ("caption", "note") else anchor.bookmark

    def _is_new(self, name: str, id: str | None) -> bool:
        if name in self._bookmarks:
            self.findings.append(ID_TWICE.at(Place(id=id, language=self.document.language), id=id))
            return False
        if name:
            self._bookmarks.add(name)
        return bool(name)


class Frame(Struct, frozen=True):
    """What stands around the words of a paragraph: the tags of its lists and its own."""

    begin: str
    end: str

    @property
    def empty(self) -> str:
        """A paragraph like it without words."""
        return self.begin + self.end


class Whole(Struct, frozen=True):
    """A paragraph that is written: the pieces of the stream with which it begins and ends."""

    opened: int
    closed: int
    frame: Frame


class Removed(Struct, frozen=True):
    """Paragraphs that were taken out, as XML."""

    paragraphs: str


class OpenList(Struct):
    """A list that is being written. `left` is where its items' text stands in millimetres, `item` the element that is
    open in it, `resumed` says that it was interrupted since its last item."""

    id: str
    style: str
    left: float
    item: str = "list-item"
    resumed: bool = False


class Part:
    """One stream of text, the pages that it is on, and what its next paragraph must begin with.

    `master_next` is the kind of page that begins with it, `in_run` the series of the list of numbered paragraphs that
    is open (0: none), `starts` the bookmarks of containers that begin with it, `room` how many points it stands off
    from what is above it, `kept` which paragraphs from there stay on one page with the one after them; `blank` says
    that a blank would be lost where the text is now, `blank_at` which piece of `out` the last text is. `measure` is how
    wide text is here in millimetres; `row_keeps`, in a cell, whether its row stays on one page with the next, which is
    what its paragraphs say there. `words` are the leaf that is written now.

    `opened` is the piece with which the paragraph begins that is written now, `change` whether it is tracked as a
    whole; `run` are those before it that are, `before` is the last one that is not, if there is one in this place.
    `aside` says that what is written now was taken out.
    """

    def __init__(self, ledger: Ledger, *, notes: bool = False, comments: bool = False) -> None:
        self.ledger = ledger
        self.is_notes = notes
        self.page = ledger.sheet.page
        self.is_comments = comments
        self.opened = 0
        self.change = ""
        self.run: list[Whole | Removed] = []
        self.before: Whole | None = None
        self.aside = False
        self.in_cell = False
        self.out: list[str] = []
        self.lists: list[OpenList] = []
        self.in_run = 0
        self.master_next = ""
        self.after_table = False
        self.room = 0.0
        self.kept: tuple[bool, ...] = ()
        self.first_in_note = notes
        self.starts = ""
        self.blank = True
        self.blank_at = -1
        self.measure = ledger.sheet.page.text_width
        self.row_keeps: bool | None = None
        self.words: Words | None = None

    def close_run(self) -> None:
        """End the list of numbered paragraphs, if one is open."""
        if self.in_run:
            self.out.append("</text:list>")
            self.in_run = 0
