"""A style sheet: roles mapped to properties.

A role is what a paragraph or a stretch of words is in the document (`heading-1`, `quote`, `note-mark`); a look is
how it is set. A look says only what differs from `text`, the look of plain text, so that a writer can let its
format's own inheritance do the rest; `StyleSheet.paragraph` gives the whole.

Sizes of type, spacing above and below and the weight of rules are in points; indents, margins and widths in
millimetres; colours are `#RRGGBB`.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct, field
from msgspec.structs import asdict, replace

Colour: TypeAlias = Annotated[str, Meta(pattern="^#[0-9A-Fa-f]{6}$")]
TypeSize: TypeAlias = Annotated[float, Meta(ge=1, le=400)]
Points: TypeAlias = Annotated[float, Meta(ge=0, le=400)]
Millimetres: TypeAlias = Annotated[float, Meta(ge=0, le=500)]
Offset: TypeAlias = Annotated[float, Meta(ge=-200, le=200)]
LineHeight: TypeAlias = Annotated[float, Meta(ge=0.5, le=5)]
Alignment: TypeAlias = Literal["left", "right", "center", "justify"]
Underline: TypeAlias = Literal["none", "single", "double", "dotted", "dashed", "wavy"]


class _Typed(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """Decoded from TOML, keys in kebab-case, unknown keys refused."""


class CharacterLook(_Typed, frozen=True, kw_only=True):
    """How a stretch of words is set. `font` is a key of the sheet's fonts; None is inherited."""

    font: str | None = None
    size: TypeSize | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: Underline | None = None
    superscript: bool | None = None
    colour: Colour | None = None
    background: Colour | None = None


class Rule(_Typed, frozen=True, kw_only=True):
    """A line beside a paragraph: `weight` points thick, `gap` points away from the text."""

    weight: Annotated[float, Meta(gt=0, le=12)]
    colour: Colour = "#000000"
    gap: Annotated[float, Meta(ge=0, le=31)] = 4


class ParagraphLook(CharacterLook, frozen=True, kw_only=True):
    """How a paragraph is set. `first` is the first line's indent beyond `left`; negative, it hangs."""

    before: Points | None = None
    after: Points | None = None
    line: LineHeight | None = None
    left: Millimetres | None = None
    right: Millimetres | None = None
    first: Offset | None = None
    align: Alignment | None = None
    keep_with_next: bool | None = None
    keep_together: bool | None = None
    page_break_before: bool | None = None
    widow_control: bool | None = None
    hyphenate: bool | None = None
    shading: Colour | None = None
    rule_left: Rule | None = None
    rule_above: Rule | None = None
    rule_below: Rule | None = None


class Roles(_Typed, frozen=True, kw_only=True):
    """Every role that a document has. `stamp` and what follows are looks of words inside a paragraph."""

    title: ParagraphLook = ParagraphLook()
    subtitle: ParagraphLook = ParagraphLook()
    cover: ParagraphLook = ParagraphLook()
    cover_group: ParagraphLook = ParagraphLook()
    contents_heading: ParagraphLook = ParagraphLook()
    contents_1: ParagraphLook = field(name="contents-1", default=ParagraphLook())
    contents_2: ParagraphLook = field(name="contents-2", default=ParagraphLook())
    contents_3: ParagraphLook = field(name="contents-3", default=ParagraphLook())
    entry: ParagraphLook = ParagraphLook()
    """A line of a list of tables or figures."""
    heading_1: ParagraphLook = field(name="heading-1", default=ParagraphLook())
    heading_2: ParagraphLook = field(name="heading-2", default=ParagraphLook())
    heading_3: ParagraphLook = field(name="heading-3", default=ParagraphLook())
    heading_4: ParagraphLook = field(name="heading-4", default=ParagraphLook())
    heading_5: ParagraphLook = field(name="heading-5", default=ParagraphLook())
    heading_6: ParagraphLook = field(name="heading-6", default=ParagraphLook())
    version_heading: ParagraphLook = ParagraphLook()
    body: ParagraphLook = ParagraphLook()
    numbered: ParagraphLook = ParagraphLook()
    item: ParagraphLook = ParagraphLook()
    continuation: ParagraphLook = ParagraphLook()
    quote: ParagraphLook = ParagraphLook()
    recommendation: ParagraphLook = ParagraphLook()
    recommendation_label: ParagraphLook = ParagraphLook()
    example: ParagraphLook = ParagraphLook()
    example_label: ParagraphLook = ParagraphLook()
    summary: ParagraphLook = ParagraphLook()
    annex: ParagraphLook = ParagraphLook()
    caption: ParagraphLook = ParagraphLook()
    figure: ParagraphLook = ParagraphLook(line=1)
    figure_caption: ParagraphLook = ParagraphLook()
    cell: ParagraphLook = ParagraphLook()
    header_cell: ParagraphLook = ParagraphLook()
    column_head: ParagraphLook = ParagraphLook()
    note: ParagraphLook = ParagraphLook()
    header: ParagraphLook = ParagraphLook()
    footer: ParagraphLook = ParagraphLook()
    stamp: CharacterLook = CharacterLook()
    language_mark: CharacterLook = CharacterLook()
    note_mark: CharacterLook = CharacterLook()
    link: CharacterLook = CharacterLook()
    code: CharacterLook = CharacterLook()
    raw: CharacterLook = CharacterLook()
    mark_fuzzy: CharacterLook = CharacterLook()
    mark_untranslated: CharacterLook = CharacterLook()
    mark_waiting: CharacterLook = CharacterLook()

    @property
    def headings(self) -> tuple[ParagraphLook, ...]:
        """The looks of headings, levels 1 to 6; one of which the sheet says nothing looks as the one above."""
        own = (self.heading_1, self.heading_2, self.heading_3, self.heading_4, self.heading_5, self.heading_6)
        return tuple(accumulate(own, lambda above, look: above if look == ParagraphLook() else look))


class Page(_Typed, frozen=True, kw_only=True):
    """The sheet of paper: its size, the margins around the text, how far header and footer stand from the edge."""

    width: Annotated[float, Meta(ge=50, le=558)] = 210
    height: Annotated[float, Meta(ge=50, le=558)] = 297
    top: Millimetres = 25
    bottom: Millimetres = 25
    left: Millimetres = 25
    right: Millimetres = 25
    header_distance: Millimetres = 12
    footer_distance: Millimetres = 12
    header: str = ""
    """What stands at the head of every page but the cover; empty for none. Gaps: the document's `{title}`, `{page}` in
    the language's words, the number of `{pages}`, the `{stamp}` of a draft. `\\n` begins a line, `\\t` a zone."""
    footer: str = "{page}\n{stamp}"
    """The same at the foot."""
    cover_header: str = ""
    """The same at the head of the cover."""
    cover_footer: str = "{stamp}"
    hyphenation: bool = True

    @property
    def text_width(self) -> float:
        """Millimetres between the margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """Millimetres between the margins above and below."""
        return self.height - self.top - self.bottom

    @property
    def is_landscape(self) -> bool:
        return self.width > self.height

    @property
    def turned(self) -> Page:
        """The sheet turned on its side, with the same margins, header and footer; one that lies already stays so."""
        return self if self.is_landscape else replace(self, width=self.height, height=self.width)


class Numbering(_Typed, frozen=True, kw_only=True):
    """How the number of a paragraph is shown, as `{n}`. Markers of lists are the language's."""

    paragraph: Annotated[str, Meta(pattern=r"^[^{}]*\{n\}[^{}]*$")] = "{n}."


class Lists(_Typed, frozen=True, kw_only=True):
    """Each level of a list stands `step` millimetres further in; its marker hangs in that space."""

    step: Annotated[float, Meta(gt=0, le=50)] = 8


class Tables(_Typed, frozen=True, kw_only=True):
    """Rules above, below and between rows, `inner` ones thinner; `vertical` rules too; space in and after."""

    rule: Annotated[float, Meta(ge=0, le=12)] = 1
    inner_rule: Annotated[float, Meta(ge=0, le=12)] = 0.5
    rule_colour: Colour = "#000000"
    vertical: bool = False
    padding: Millimetres = 1.5
    after: Points = 10
    header_shading: Colour | None = None
    label_end: str = ". "
    """Between a table's number and its caption."""
    whole_rows: Annotated[int, Meta(ge=0, le=100)] = 12
    """A table with so many rows or fewer is kept on one page, if it takes no more than a quarter of it."""


class Figures(_Typed, frozen=True, kw_only=True):
    """Pictures that are paragraphs of their own. The caption stands below, or above as a table's."""

    caption: Literal["below", "above"] = "below"
    label_end: str = ". "
    """Between a figure's number and its caption."""


class Boxes(_Typed, frozen=True, kw_only=True):
    """Recommendations and examples: room above the first paragraph and below the last."""

    before: Points = 6
    after: Points = 10


class Versions(_Typed, frozen=True, kw_only=True):
    """Editions in several languages: columns with a `gutter` between them, rules between rows and between columns;
    so many columns need a landscape page. One below the other, what belongs together stands `apart` points from the
    rest. In a column, boxes have a ground and no rules."""

    gutter: Millimetres = 8
    row_rule: Annotated[float, Meta(ge=0, le=12)] = 0
    column_rule: Annotated[float, Meta(ge=0, le=12)] = 0
    rule_colour: Colour = "#404040"
    landscape_from: Annotated[int, Meta(ge=2, le=10)] = 3
    apart: Points = 8
    recommendation_shading: Colour | None = None
    example_shading: Colour | None = None


class StyleSheet(_Typed, frozen=True, kw_only=True):
    """A whole sheet. `fonts` maps a key to the font and its fallbacks, the first choice first."""

    fonts: dict[str, Annotated[tuple[str, ...], Meta(min_length=1)]]
    text: ParagraphLook
    roles: Roles
    page: Page = Page()
    numbering: Numbering = Numbering()
    lists: Lists = Lists()
    tables: Tables = Tables()
    figures: Figures = Figures()
    boxes: Boxes = Boxes()
    versions: Versions = Versions()
    languages: Mapping[str, StyleSheet] = {}
    """The sheet as it is for languages that it treats differently."""
    other_font: bool = False
    """Whether plain text is printed in a font that the sheet does not name: a letterhead's."""

    def in_other_font(self) -> StyleSheet:
        """The sheet for print in a font that it does not name, in every language."""
        languages = {code: replace(sheet, other_font=True) for code, sheet in self.languages.items()}
        return replace(self, other_font=True, languages=languages)

    def in_language(self, code: str) -> StyleSheet:
        """The sheet for a language."""
        return self.languages.get(code, self)

    def family(self, font: str) -> str:
        """The first choice of a font key."""
        return self.fonts[font][0]

    @property
    def figure_caption(self) -> ParagraphLook:
        """The look of a figure's caption: a table's, with what its own role changes. It stays with its figure."""
        own = {name: value for name, value in asdict(self.roles.figure_caption).items() if value is not None}
        return replace(self.roles.caption, **{"keep_with_next": self.figures.caption == "above", **own})

    def paragraph(self, look: ParagraphLook) -> ParagraphLook:
        """`look` with everything that it inherits from plain text filled in."""
        own = {name: value for name, value in asdict(look).items() if value is not None}
        return replace(self.text, **own)
