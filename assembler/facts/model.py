"""A fact and what a language's file says of how facts are written."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

FactKind = Literal["number", "percent", "money", "date", "provision", "symbol", "url", "email", "case"]


class Fact(Struct, frozen=True, gc=False):
    """What stands in a text from `start` to `end`. The same thing said in two languages has the same `value`:

    | kind | value |
    |---|---|
    | number, percent | `1204`, `2.5`; `4.2.1`, `68/268` and `19:30` stay as they are; a year alone is a number |
    | money | `USD 500000` |
    | date | `2006-05-18`; `2006-05` without a day, `--05-18` without a year |
    | provision | `article 17`, `paragraph 3` |
    | symbol, email | as written, in one case |
    | url | without scheme, `www.` and what only says the language |
    | case | the name of the first party, folded for comparing (`names.folded`) |

    `spelled`: a number in words («три», “third”); such words are often left out or added by a good translation.
    `vague`: one that is said only by the way (“both”, “thousands”).
    """

    kind: FactKind
    value: str
    start: int
    end: int
    spelled: bool = False
    vague: bool = False


class NumberWords(Struct, frozen=True, forbid_unknown_fields=True):
    """Words for numbers: a regular expression for whole words by value. They add up as they follow each other, `scales`
    multiply what stands before them, an ordinal ends a number. `hints` say a number only by the way (“both”); `joins`
    may stand between words of one number.
    """

    words: dict[str, str] = {}
    ordinals: dict[str, str] = {}
    scales: dict[str, str] = {}
    hints: dict[str, str] = {}
    joins: str = ""


class DateWords(Struct, frozen=True, forbid_unknown_fields=True):
    """`months`: a regular expression for each, in order. `patterns` have `{day}`, `{month}` (`{months}`: one or two),
    `{year}`, the longest first; a day may be a range or a list. `to` stands between the ends of a range."""

    months: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    to: str = ""


class ProvisionWords(Struct, frozen=True, forbid_unknown_fields=True):
    """What stands `before` or `after` the number of an article, a paragraph …: a regular expression."""

    before: str = ""
    after: str = ""


class CaseWords(Struct, frozen=True, forbid_unknown_fields=True):
    """What stands `between` the parties in the name of a case, and, where that alone does not tell, `before` it."""

    between: str = ""
    before: str = ""


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """How a language writes facts. All of it are regular expressions without groups; small letters stand for capitals
    too, but words that are written with a capital here are looked for with one."""

    numbers: NumberWords = NumberWords()
    dates: DateWords = DateWords()
    provisions: dict[str, ProvisionWords] = {}
    """By the English name of the kind: `article`, `part`, `paragraph`, `subparagraph`, `chapter`, `section`."""
    percent: str = ""
    """After a number, beside the sign %."""
    scales: dict[str, str] = {}
    """Abbreviations that multiply digits before them: «млн»; the words of `numbers.scales` do so too."""
    money_scales: dict[str, str] = {}
    """The same where the digits are known for money: “$5m”."""
    money: dict[str, str] = {}
    """Names of currencies by code, after a number."""
    to: str = ""
    """Between the ends of a range, beside a dash: “to”."""
    list: str = ""
    """Between the last two of a list: “and”, “or”."""
    cases: CaseWords = CaseWords()
    in_addresses: tuple[str, ...] = ()
    """What says in an address that a page is in this language: `en`."""
    afternoon: str = ""
    """After a time of twelve hours: “p.m.”."""
    forenoon: str = ""
