"""What one writing collects while it walks the tree: anchors, notes, headings, findings.

The names of anchors are the IDs of units, so that an address `…#art07-k3fab` stays good in every edition. In a draft
each unit bears its own; in a final edition only what is referred to. Names of the writer's own (`n_3`, `h_2`) have an
underscore, which no ID has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from msgspec import Struct

from assembler.document.anchors import anchors
from assembler.document.direction import runs_right_to_left
from assembler.document.model import Document, Note, Version, Words
from assembler.findings import Finding, Kind, Place, Severity
from assembler.formats.html import text
from assembler.formats.pictures.picture import NO_PICTURES, Picture
from assembler.formats.written import ID_TWICE, NO_STAMP, Stamp
from assembler.language import load as languages
from assembler.style.model import StyleSheet

ILLEGAL_CHARACTER = Kind(
    "html-illegal-character",
    Severity.WARNING,
    "The text holds a character that no document may hold ({codes}); it is left out.",
    "Remove it from the text; it is a control character and shows nothing.",
)


class Entry(Struct, frozen=True):
    """A line of the contents: the heading's level, its words as HTML, the anchor that it leads to."""

    level: int
    words: str
    anchor: str


class Ledger:
    """What all parts of one page share. `out` is the stream of HTML; it lives as long as one call of `write`."""

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
        self.targets = frozenset(anchors(document, draft=True).referred)
        self.notes: Mapping[str, Note[Words]] = {note.id: note for note in document.notes}
        self.called: dict[str, int] = {}
        self.pictures = pictures
        self.shows_pictures = False
        """Whether one has been written, so that the page's policy must allow them."""
        self.shares: dict[int, None] = {}
        """The shares of the room, in percent, that pictures and columns are as wide as; the style sheet has a class
        for each, for the page's policy allows no style in an element."""
        self.marks: dict[str, list[str]] = {}
        """The anchors of each note's marks."""
        self.contents: list[Entry] = []
        self.findings: list[Finding] = []
        self.unit: str | None = None
        self.in_notes = False
        self.out: list[str] = []
        self.series: dict[int, int] = {}
        self._tags: dict[str, str] = {}
        self._anchors: set[str] = set()

    def tag(self, code: str) -> str:
        """The BCP 47 tag of a language, empty for the one around; an unknown code is its own tag."""
        if code == self.language.code:
            return ""
        if code not in self._tags:
            self._tags[code] = languages.load(code).tag if code in languages.known() else code
        return self._tags[code]

    @contextmanager
    def inside(self, version: Version[Words]) -> Iterator[None]:
        """While a version is written, labels and markers are its own."""
        around = self.language, self.version, self.outlined
        self.language, self.version = languages.load(version.language), version.language
        self.outlined = version.outlined
        yield
        self.language, self.version, self.outlined = around

    def turned(self, words: Words) -> str:
        """The direction of a paragraph, as an attribute with the blank before it, where it is not the document's."""
        rtl = runs_right_to_left(words)
        return "" if rtl == self.right_to_left else f' dir="{"rtl" if rtl else "ltr"}"'

    def as_wide_as(self, share: float) -> str:
        """The class of what takes this share of the room, as an attribute with the blank before it."""
        percent = min(max(round(share * 100), 1), 100)
        self.shares.setdefault(percent)
        return f' class="share-{percent}"'

    def say(self, kind: Kind, **values: str) -> None:
        """Make a finding about the unit that is being written."""
        self.findings.append(kind.at(Place(id=self.unit, language=self.document.language), **values))

    def text(self, words: str) -> str:
        """`words` as the content of an element; what HTML forbids is left out and reported, line feeds are breaks."""
        if text.ILLEGAL.search(words):
            codes = ", ".join(sorted({f"U+{ord(character):04X}" for character in text.ILLEGAL.findall(words)}))
            self.say(ILLEGAL_CHARACTER, codes=codes)
            words = text.ILLEGAL.sub("", words)
        return text.escape(words).replace("\n", "<br>")

    def anchor(self, id: str | None) -> str:
        """The anchor of a unit, empty where it has none: in a final edition nothing leads there."""
        if not id or not (self.draft or id in self.targets):
            return ""
        name = "".join(id.split())
        if name in self._anchors:
            self.findings.append(ID_TWICE.at(Place(id=id, language=self.document.language), id=id))
            return ""
        self._anchors.add(name)
        return name

    def own_anchor(self, prefix: str, number: int) -> str:
        """An anchor of the writer's own: `h_2`; where numbers begin again, a letter tells the second from the first."""
        other = self.version and self.version != self.document.language
        name = f"{prefix}_{self.version}_{number}" if other else f"{prefix}_{number}"
        while name in self._anchors:
            name += "_"
        self._anchors.add(name)
        return name


def identified(anchor: str) -> str:
    """An anchor as an attribute with the blank before it, or nothing."""
    return f' id="{text.attribute(anchor)}"' if anchor else ""
