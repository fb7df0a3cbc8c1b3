"""One voice for everything that is said about content.

A `Kind` is what can be said (a stable code, a severity, a sentence with named gaps, a hint); a `Finding` is one
occasion of it at a `Place`. Sentences are templates, so that the interface can translate them; `Finding.message`
fills the gaps. Every room declares the kinds it uses as module constants.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import TypeAlias, Union

from msgspec import Struct
from msgspec.structs import replace


class Severity(Enum):
    """How bad it is; `rank` orders them, the worst highest."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        return list(Severity).index(self)


class Place(Struct, frozen=True):
    """Where something is: as much of it as is known. `file` is relative to the submission, `line` counts from 1."""

    file: str | None = None
    line: int | None = None
    section: str | None = None
    id: str | None = None
    language: str | None = None

    def __str__(self) -> str:
        """`sources/ru/07.md:12 [art07-k3fa]`, and the language of the edition where that is another; what is known."""
        position = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        named = f"[{self.id}]" if self.id else ""
        foreign = self.language if self.id and f"/{self.language}/" not in (self.file or "") else None
        return " ".join(part for part in (position, named, foreign) if part)


Translate = Callable[[str], str]
"""Gives a template of ours in a language."""
Write = Callable[[float], str]
"""Gives a count, or a number with one decimal, as a language writes it."""


def as_written(template: str) -> str:
    """The translation of templates that leaves them in English."""
    return template


def grouped(value: float) -> str:
    """The way to write numbers that is English: `10,700`; a `float` has one decimal."""
    return f"{value:,}" if isinstance(value, int) else f"{value:,.1f}"


class Phrase(Struct, frozen=True):
    """Words of our own that fill a gap of a sentence and are translated with it; `template` as in a `Kind`."""

    template: str
    values: Values = ()

    def said(self, translate: Translate = as_written, number: Write = grouped) -> str:
        """In the language of `translate`, with counts as `number` writes them."""
        return _filled(self.template, self.values, translate, number)

    def __str__(self) -> str:
        return self.said()


Value: TypeAlias = Union[str, float, "Phrase"]
"""What fills a gap. An `int` is a count, a `float` has one decimal; they are written as the interface writes numbers.
A number that only names something (a line, a paragraph, a process) is a text."""
Values = tuple[tuple[str, Value], ...]
"""What fills the gaps of a template, by their names."""


def _filled(template: str, values: Values, translate: Translate, number: Write) -> str:
    return translate(template).format(**{name: _told(value, translate, number) for name, value in values})


def _told(value: Value, translate: Translate, number: Write) -> str:
    match value:
        case Phrase():
            return value.said(translate, number)
        case int() | float():
            return number(value)
        case _:
            return value


def _values(values: Mapping[str, object]) -> Values:
    return tuple(
        (name, value if isinstance(value, int | float | Phrase) else str(value)) for name, value in values.items()
    )


def phrase(template: str, **values: object) -> Phrase:
    """Words for a gap; `values` fill the gaps that they have themselves."""
    return Phrase(template, _values(values))


def listed(phrases: Iterable[Phrase]) -> Phrase:
    """Several phrases as one, with commas between them."""
    values = {f"phrase{position}": each for position, each in enumerate(phrases)}
    return phrase(", ".join(f"{{{name}}}" for name in values), **values)


class Kind(Struct, frozen=True):
    """What can be said. `message` and `hint` are templates in `str.format` syntax with named gaps."""

    code: str
    severity: Severity
    message: str
    hint: str = ""

    def at(self, place: Place, *, quote: str = "", **values: object) -> Finding:
        """A finding of this kind; `values` fill the gaps of message and hint, `quote` is an excerpt of the text."""
        return Finding(self, place, _values(values), quote)


class Finding(Struct, frozen=True):
    """One occasion of a `Kind` at a place."""

    kind: Kind
    place: Place = Place()
    values: Values = ()
    quote: str = ""

    @property
    def code(self) -> str:
        return self.kind.code

    @property
    def severity(self) -> Severity:
        return self.kind.severity

    @property
    def sentence(self) -> Phrase:
        """The message, fit for a gap in another."""
        return Phrase(self.kind.message, self.values)

    def message(self, translate: Translate = as_written, number: Write = grouped) -> str:
        return _filled(self.kind.message, self.values, translate, number)

    def hint(self, translate: Translate = as_written, number: Write = grouped) -> str:
        return _filled(self.kind.hint, self.values, translate, number) if self.kind.hint else ""


def in_reading_order(findings: Iterable[Finding]) -> list[Finding]:
    """By file and line, errors first on one line, without repetitions."""
    return sorted(
        dict.fromkeys(findings),
        key=lambda f: (f.place.file or "", f.place.line or 0, -f.severity.rank, f.code, f.place.id or "", _said(f)),
    )


def _said(finding: Finding) -> list[str]:
    return [str(value) for _, value in finding.values]


def worst(findings: Iterable[Finding]) -> Severity | None:
    """The highest severity among the findings; None when there are none."""
    return max((finding.severity for finding in findings), key=lambda severity: severity.rank, default=None)


def by_unit(findings: Iterable[Finding], language: str) -> dict[str, list[Finding]]:
    """What is said of units in a language, by their IDs, the worst first; what is said of none counts too."""
    found: dict[str, list[Finding]] = {}
    for each in sorted(findings, key=lambda finding: -finding.severity.rank):
        if each.place.id is not None and each.place.language in (None, language):
            found.setdefault(each.place.id, []).append(each)
    return found


def across_languages(findings: Iterable[Finding]) -> list[Finding]:
    """What is said of several languages' editions alike is said once, of none in particular."""
    languages: dict[Finding, set[str | None]] = {}
    first: dict[Finding, Finding] = {}
    for each in findings:
        alike = replace(each, place=replace(each.place, language=None))
        languages.setdefault(alike, set()).add(each.place.language)
        first.setdefault(alike, each)
    return [alike if len(languages[alike]) > 1 else each for alike, each in first.items()]
