"""What the toolkit knows of a language: a typed value, read from one data file.

A new language is one file `data/<code>.toml` with the keys below; nothing in the code names a language.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field


class Quotes(Struct, frozen=True, forbid_unknown_fields=True):
    """Opening and closing mark, outside and inside another quotation."""

    outer: tuple[str, str]
    inner: tuple[str, str]


class NumberFormat(Struct, frozen=True, forbid_unknown_fields=True):
    """How numbers are written. `group_from` is the least count of digits that is grouped (5: 1234 but 10 000),
    `percent` shows a share with its number as `{n}`."""

    decimal: str
    group: str
    group_from: int = 4
    percent: str = "{n}%"


class Marker(Struct, frozen=True, forbid_unknown_fields=True):
    """A list marker; `pattern` shows the count as `{n}`.

    `digits` is `decimal`, `lower-letter`, `lower-roman`, `upper-roman` or `cyrillic-letter`.
    """

    digits: str
    pattern: str


class Lists(Struct, frozen=True, forbid_unknown_fields=True):
    """Markers by nesting level; the last one serves all deeper levels. `letters` is for lists with class `letters`."""

    ordered: tuple[Marker, ...]
    letters: tuple[Marker, ...]
    bullets: tuple[str, ...]
    annexes: Marker
    """How annexes are counted."""


class Labels(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that the toolkit itself prints into an edition."""

    contents: str
    recommendation: str
    recommendations: str
    example: str
    summary: str
    annex: str
    """Before the heading of an annex, with its number as `{n}`."""
    table: str
    """Before a table's caption, with the number as `{n}`."""
    figure: str
    """The same with a figure's."""
    page: str
    """In the footer, with the page as `{page}` and the number of pages as `{pages}`."""
    draft: str
    """Begins the stamp of a draft; then come, as far as they are known, `version`, a date and `revision`."""
    version: str
    """The version that a coalition gave its draft, as `{n}`."""
    revision: str
    """The revision of the source texts, as `{n}`."""
    untranslated: str
    """Before words that stand in another language for want of a translation."""
    fuzzy: str
    """Before a translation of an earlier text."""
    waiting: str
    """Before words whose pivot is not translated yet."""


class Listing(Struct, frozen=True, forbid_unknown_fields=True):
    """Words in the lists that the toolkit itself makes."""

    abbreviation: str
    meaning: str
    """Heads the column beside the abbreviations."""
    recommendation: str
    """Heads the column of what a committee has recommended."""
    paragraphs: str
    """Heads the column of the paragraphs that answer it."""
    by_recommendation: str
    """Among these paragraphs: a recommendation of the submission itself."""
    empty: str
    """Stands in a list with nothing in it."""


class Screen(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that only a page on a screen needs."""

    text: str
    """The link past the contents, straight to the text."""
    notes: str
    """The heading of the notes at the end."""
    note: str
    """A note by its number `{n}`."""
    back: str
    """From a note to where it is called."""
    place: str
    """The link of a paragraph to itself."""
    close: str
    """Takes away a note that was opened over the text."""


class Dates(Struct, frozen=True, forbid_unknown_fields=True):
    """Patterns with `{day}`, `{month}`, `{year}`, and the twelve names of the months by form.

    `names` are those beside a day, `lone` those of a month without one (where a form is absent, `names` serve). A form
    that `lone` alone has does not change the month beside a day, which is then written as by `default`.
    """

    default: str
    day: str
    month: str
    names: dict[str, tuple[str, ...]]
    lone: dict[str, tuple[str, ...]] = field(default_factory=dict)


class ReferenceWords(Struct, frozen=True, forbid_unknown_fields=True):
    """How a kind of target is named, by form: patterns with `{n}`, and with `{n}` and `{m}` for a range."""

    default: str
    one: dict[str, str]
    range: dict[str, str] = field(default_factory=dict)


class OfSection(Struct, frozen=True, forbid_unknown_fields=True):
    """How what bears a number is said to belong to a section that its `ref` names: “paragraph 3 of article 7”.

    `pattern` has `{target}` and `{section}`; `section` is the form that the section's words take, `forms` lead from the
    form asked for to the one that the target takes here, where it is another.
    """

    pattern: str
    section: str
    forms: dict[str, str] = field(default_factory=dict)


class TypedReferences(Struct, frozen=True, forbid_unknown_fields=True):
    """How people type what should be a reference: regular expressions, with `{n}` for a number or a range.

    `kinds` are patterns by kind of target; `to` what stands between the ends of a range; `before` and `after` what
    stands beside a number that belongs to another document: the article of a treaty, the title of a resolution.
    """

    kinds: dict[str, str]
    to: str
    before: str
    after: str


class Language(Struct, frozen=True, forbid_unknown_fields=True):
    """One language. `code` is ISO 639 (`ru`), `tag` the BCP 47 tag of documents (`ru-RU`), `name` its own name."""

    code: str
    tag: str
    name: str
    alphabet: str
    """Its lower-case letters in the order of the alphabet."""
    plural: str
    """gettext's Plural-Forms."""
    quotes: Quotes
    numbers: NumberFormat
    lists: Lists
    labels: Labels
    listing: Listing
    screen: Screen
    dates: Dates
    references: dict[str, ReferenceWords]
    """By kind of target: `paragraph`, `table`, `figure`, `note`, and what a section's `ref` names (`article` …)."""
    of_section: OfSection
    typed: TypedReferences
    direction: Literal["ltr", "rtl"] = "ltr"
    """Which way it is written: from left to right, or from right to left."""
    inflects: bool = True
    """Whether references take cases; where they do not, a case asked for by a source text means nothing."""
    sorted_as: dict[str, str] = field(default_factory=dict)
    """Letters that an alphabetical list takes for others: «ё» for «е»."""
    typed_as: dict[str, str] = field(default_factory=dict)
    """What people type for letters that their keyboard lacks: «к» for «қ». A search for the one finds the other too."""
    within: str = "{target} ({section})"
    """A numbered target seen from where its number alone is ambiguous."""
