"""What one writing collects while it walks the tree: numberings, notes, bookmarks, relationships, findings.

A `Part` is a stream of XML with relationships of its own (body, notes); the `Ledger` is what all parts share. They
are the only mutable things of the writer and live as long as one call of `write`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import quote

from msgspec import Struct

from assembler.document.anchors import Anchor, anchors
from assembler.document.bookmarks import LONGEST, bookmark
from assembler.document.model import Author, Comment, Document, Note, Version, Words
from assembler.findings import Finding, Kind, Phrase, Place, Severity, phrase
from assembler.formats import markup
from assembler.formats.docx.measures import twips
from assembler.formats.docx.numbering import Numbering
from assembler.formats.docx.styles import definitions
from assembler.formats.pictures.picture import NO_PICTURES, Picture, PictureFormat
from assembler.formats.written import ID_TWICE, NO_STAMP, Stamp
from assembler.language import load as languages
from assembler.style.model import Page, ParagraphLook, StyleSheet

ILLEGAL_CHARACTER = Kind(
    "docx-illegal-character",
    Severity.WARNING,
    "The text holds a character that no document may hold ({codes}); it is left out.",
    "Remove it from the text; it is a control character and shows nothing.",
)
BOOKMARK_UNFIT = Kind(
    "docx-id-without-bookmark",
    Severity.WARNING,
    "“{id}” cannot be a bookmark in Word: {problem}. The paragraph is printed, but cannot be found again by its ID.",
    "IDs have at most 30 characters, small Latin letters, digits and hyphens.",
)

NAMED = re.compile(r"\w+")


class Shape(Struct, frozen=True):
    """What the writer must know of a paragraph style: its indents in twips, italics, space above, whether it stays with
    what follows, rules."""

    left: int
    first: int
    italic: bool
    before: float
    keeps: bool
    rules: ParagraphLook
    """A look of rules alone."""


class Entry(Struct, frozen=True):
    """A line of the table of contents: heading level, its words as runs, the bookmark that it leads to, its look
    where that is not all its style's."""

    level: int
    runs: str
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
        self.version = ""
        """The language of the version that is being written; empty where there is one language."""
        self.spoken = ""
        """The tag of the language in which labels are printed, empty for the document's own."""
        self.outlined = True
        """Whether headings enter the contents."""
        wanted = anchors(document, draft=draft)
        self.anchors: Mapping[str, Anchor] = {**wanted.called_again, **wanted.referred}
        self.numbering = Numbering(sheet, self.language.lists, right_to_left=self.language.direction == "rtl")
        self.notes: Mapping[str, Note[Words]] = {note.id: note for note in document.notes}
        self.called: dict[str, int] = {}
        self.pictures = pictures
        self.media: dict[bytes, str] = {}
        """The names of the pictures that are printed, each once."""
        self._drawings = 0
        self.contents: list[Entry] = []
        self.comments: list[Comment] = []
        self.authored = _authored(document.author)
        """Whose comments and tracked changes these are, as attributes."""
        self.pages: Mapping[str, int] | None = None
        """The page of each bookmark, for lists; None where they bear no page numbers."""
        self.findings: list[Finding] = []
        self.unit: str | None = None
        self.shapes = {
            style.id: _shape(style.look) for style in definitions(sheet) if isinstance(style.look, ParagraphLook)
        }
        self.beginnings: dict[tuple[object, ...], str] = {}
        self.right_to_left = self.language.direction == "rtl"
        self._tags = {document.language: ""}
        self._bookmarks: set[str] = set()
        self._bookmark = 0

    def next_drawing(self) -> int:
        """A number that no other drawing of the document has."""
        self._drawings += 1
        return self._drawings

    def note_label(self, id: str) -> str:
        """The number of a note that is written out, because no counting gives it: Word could count by section, but
        LibreOffice counts by headings of the first level. Empty where the word processor counts."""
        return str(self.notes[id].number) if self.document.notes_restart else ""

    def tag(self, code: str) -> str:
        """The BCP 47 tag of a language, empty for the document's own; an unknown code is its own tag."""
        if code not in self._tags:
            self._tags[code] = languages.load(code).tag if code in languages.known() else code
        return self._tags[code]

    def say(self, kind: Kind, *, excerpt: str = "", **values: object) -> None:
        """Make a finding about the unit that is being written."""
        self.findings.append(kind.at(Place(id=self.unit, language=self.document.language), quote=excerpt, **values))

    def text(self, text: str) -> str:
        """`text` as the content of an element; what XML forbids is left out and reported."""
        if markup.ILLEGAL.search(text):
            codes = ", ".join(sorted({f"U+{ord(character):04X}" for character in markup.ILLEGAL.findall(text)}))
            self.say(ILLEGAL_CHARACTER, codes=codes)
            text = markup.ILLEGAL.sub("", text)
        return markup.escape(text)

    def around(self, id: str | None) -> tuple[str, str]:
        """The bookmark of a unit, start and end; empty where it has none."""
        if id is None:
            return "", ""
        if self.draft:
            return self._unit_bookmark(id)
        anchor = self.anchors.get(id)
        return ("", "") if anchor is None or anchor.kind in ("caption", "note") else self.bookmark(anchor.bookmark)

    def point(self, id: str | None) -> str:
        """The bookmark at the beginning of a container: LibreOffice loses one that ends behind a table."""
        return "".join(self.around(id))

    def bookmark(self, name: str) -> tuple[str, str]:
        """Start and end of a bookmark with this name, under the next free number; empty where the name is taken."""
        if name in self._bookmarks:
            return "", ""
        number = self.next_number()
        self._bookmarks.add(name)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'

    @property
    def against(self) -> bool:
        """Whether the version that is being written runs the other way than the document."""
        return (self.language.direction == "rtl") is not self.right_to_left

    @contextmanager
    def inside(self, version: Version[Words]) -> Iterator[None]:
        """While a version is written, labels, markers and counts are its own."""
        around = self.language, self.version, self.spoken, self.outlined
        self.language, self.version = languages.load(version.language), version.language
        self.spoken, self.outlined = self.tag(version.language), version.outlined
        self.numbering.enter(version.language, self.language.lists)
        yield
        self.language, self.version, self.spoken, self.outlined = around
        self.numbering.enter(self.version, self.language.lists)

    def next_number(self) -> int:
        """The next free number of a bookmark or a tracked change."""
        number, self._bookmark = self._bookmark, self._bookmark + 1
        return number

    def commented(self, comments: tuple[Comment, ...]) -> tuple[str, str]:
        """What stands before and after the words that comments are about."""
        numbers = range(len(self.comments), len(self.comments) + len(comments))
        self.comments += comments
        return (
            "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers),
            "".join(
                f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
                for number in numbers
            ),
        )

    def _unit_bookmark(self, id: str) -> tuple[str, str]:
        name, place = bookmark(id), Place(id=id, language=self.document.language)
        if len(name) > LONGEST:
            problem = phrase("it has more than {limit} characters", limit=LONGEST - len(bookmark("")))
        elif not NAMED.fullmatch(name):
            problem = Phrase("it holds other characters than letters and digits")
        elif name in self._bookmarks:
            self.findings.append(ID_TWICE.at(place, id=id))
            return "", ""
        else:
            return self.bookmark(name)
        self.findings.append(BOOKMARK_UNFIT.at(place, id=id, problem=problem))
        return "", ""


def _authored(author: Author) -> str:
    date = f' w:date="{author.date}T00:00:00Z"' if author.date else ""
    return f' w:author="{markup.attribute(author.name)}"{date}'


def _shape(look: ParagraphLook) -> Shape:
    rules = ParagraphLook(rule_left=look.rule_left, rule_above=look.rule_above, rule_below=look.rule_below)
    keeps = bool(look.keep_with_next)
    return Shape(twips(look.left), twips(look.first), bool(look.italic), look.before or 0, keeps, rules)


class Part:
    """One stream of the package, and what the next paragraph in it must begin with."""

    def __init__(self, ledger: Ledger, *, notes: bool = False, comments: bool = False) -> None:
        self.ledger = ledger
        self.is_notes = notes
        self.is_comments = comments
        self.out: list[str] = []
        self.opened = 0
        """The piece of `out` with which the paragraph that is written now begins."""
        self.break_next = False
        self.after_table = False
        self.room = 0.0
        """Points that the next paragraph stands off from what is above it."""
        self.kept: tuple[bool, ...] = ()
        """Of the paragraphs from the next one, which stay on one page with the one after them."""
        self.page = ledger.sheet.page
        """The pages that it is on, and which they are to be before anything else is written."""
        self.page_next = self.page
        self.breaks: list[tuple[int, Page]] = []
        """Where sections end, as places in `out` of their last paragraphs, and the pages of each."""
        self.note_number = ""
        self.starts = ""
        """The bookmarks of containers that begin with it."""
        self.measure = twips(ledger.sheet.page.text_width)
        """How wide text is here, in twips."""
        self.row_keeps: bool | None = None
        """In a cell, whether its row stays on one page with the next: that is what its paragraphs say there."""
        self._addresses: dict[str, str] = {}
        self.pictures: dict[str, str] = {}
        """Relationship ids by the names of pictures."""

    def relation(self, address: str) -> str:
        """The relationship id of an address outside."""
        target = quote(address, safe="%/:?#[]@!$&'()*+,;=~-._")
        return self._addresses.setdefault(target, f"rIdLink{len(self._addresses) + 1}")

    def media(self, data: bytes, format: PictureFormat) -> str:
        """The relationship id of a picture, which the package has once."""
        names = self.ledger.media
        name = names.setdefault(data, f"media/picture{len(names) + 1}.{format}")
        return self.pictures.setdefault(name, f"rIdPicture{len(self.pictures) + 1}")

    @property
    def addresses(self) -> Mapping[str, str]:
        """Every address outside that the part links to, with its relationship id."""
        return self._addresses
