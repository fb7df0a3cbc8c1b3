"""`submission.toml`: what a coalition decides about its submission, as a typed value.

Wrong input is answered with the key, the file and the line. The titles, parts and cover fields in it are words that
are translated; `units` gives them as units whose IDs are their key paths.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, get_args, get_origin

import msgspec
from msgspec import Struct, field

from assembler import reasons
from assembler.check.weights import Weight
from assembler.document import ids
from assembler.document.units import Unit
from assembler.errors import ConfigurationError
from assembler.findings import Finding, Kind, Phrase, Place, Severity, phrase
from assembler.keypaths import line_of
from assembler.language import load as languages
from assembler.nearest import among, nearest

FILE_NAME = "submission.toml"
PART_ID_LENGTH = 20
"""At most this much of a part's ID, so that `parts.<id>.title` fits a bookmark with a language in it."""

CATALOG = "submission"
"""The name of the catalog that holds the units of `submission.toml`, and of the only one where there is only one."""

BAD_TOML = Kind(
    "bad-toml",
    Severity.ERROR,
    "This is not TOML: {reason}.",
    'Mend this line, or the one above it. A setting is written key = "text", a table begins with [name].',
)
UNKNOWN_KEY = Kind("unknown-key", Severity.ERROR, "The key “{key}” is not known.", "{suggestion}")
MISSING_KEY = Kind("missing-key", Severity.ERROR, "The key “{key}” is missing.", "Add it to submission.toml.")
WRONG_TYPE = Kind(
    "wrong-type",
    Severity.ERROR,
    "The value of “{key}” is wrong: {reason}.",
    "{remedy}",
)
KIND_EXPECTED = Phrase("Write the kind of value that is expected.")
NO_SUCH_LANGUAGE = Kind(
    "language-not-listed",
    Severity.ERROR,
    "“{key}” names the language “{code}”, which is not among the languages of the submission.",
    "Add a table [languages.{code}], or name one of: {known}.",
)
LANGUAGE_ASKED = Kind("no-such-language", Severity.ERROR, "The submission has no language “{code}”.", "{suggestion}")
PIVOT_CYCLE = Kind(
    "pivot-cycle",
    Severity.ERROR,
    "The languages {cycle} are translated from one another in a circle.",
    "Remove one “from” of the circle.",
)
BAD_PART_ID = Kind(
    "bad-part-id",
    Severity.ERROR,
    "“{part}” is not a good ID for a part.",
    "Take small Latin letters, digits and single hyphens, a letter first, at most 20 characters.",
)
BAD_COVER_KEY = Kind(
    "bad-cover-key",
    Severity.ERROR,
    "The key “{key}” of the cover has a dot in it, or is empty.",
    "Take a key without dots: dots stand between the keys of tables.",
)
BAD_MEMBER_KEY = Kind(
    "bad-member-key",
    Severity.ERROR,
    "“{key}” is not a good name for a member's table.",
    "Take small Latin letters, digits and single hyphens, a letter first: [members.bureau]",
)
BAD_SITE = Kind(
    "bad-site", Severity.ERROR, "“{site}” is not an address of a site.", "Write it whole: https://bureau.example"
)
PART_TWICE = Kind("part-twice", Severity.ERROR, "Two parts have the ID “{part}”.", "Give one of them another.")
SECTION_IN_TWO_PARTS = Kind(
    "section-in-two-parts", Severity.ERROR, "The section “{section}” is listed twice.", "Take it out of one place."
)


class LanguageChoice(Struct, frozen=True, forbid_unknown_fields=True):
    """`from` is the pivot: the language that texts of other languages pass through on their way to this one."""

    pivot: str | None = field(name="from", default=None)


class Numbering(Struct, frozen=True, forbid_unknown_fields=True):
    """Whether paragraphs are numbered, and where the numbers start again at 1."""

    paragraphs: bool = True
    restart: Literal["never", "part", "section"] = "never"


class NoteNumbering(Struct, frozen=True, forbid_unknown_fields=True):
    """Whether footnotes are numbered through the document, or from 1 in every section."""

    numbering: Literal["document", "section"] = "document"


class PartChoice(Struct, frozen=True, forbid_unknown_fields=True):
    """Sections in their order, under a heading when there is a `title`."""

    id: str
    title: str = ""
    sections: tuple[str, ...] = ()
    numbered: bool | None = None


class SectionChoice(Struct, frozen=True, forbid_unknown_fields=True):
    """What one section does otherwise than the rest; `original` is needed where two languages have its file. Whether it
    is an `annex` is said by its heading where nothing is said here."""

    original: str | None = None
    numbered: bool | None = None
    restart: bool | None = None
    annex: bool | None = None


class MemberEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """A member of the coalition: name and city are texts that are translated, `site` is an address."""

    name: str
    city: str = ""
    site: str = ""


class CheckChoice(Struct, frozen=True, forbid_unknown_fields=True):
    """What `assembler check` does otherwise: `severity` by rule or family, `rules` a file of Python with further rules,
    `profile` the committee whose rules hold."""

    severity: dict[str, Weight] = {}
    rules: str = ""
    profile: str = ""


class Config(Struct, frozen=True, forbid_unknown_fields=True):
    """A whole `submission.toml`. Texts in it are in the language `original`; drafts are stamped with the `version`.

    `letterhead` are files of the organization from the submission's folder, one for each format.
    """

    title: str
    original: str
    languages: dict[str, LanguageChoice]
    subtitle: str = ""
    style: str = "un"
    letterhead: str | tuple[str, ...] = ()
    version: str = ""
    catalogs: Literal["section", "submission"] = "section"
    contents: bool = True
    cover: dict[str, str | dict[str, str]] = {}
    numbering: Numbering = Numbering()
    notes: NoteNumbering = NoteNumbering()
    parts: tuple[PartChoice, ...] = ()
    sections: dict[str, SectionChoice] = {}
    members: dict[str, MemberEntry] = {}
    check: CheckChoice = CheckChoice()

    @property
    def letterheads(self) -> tuple[str, ...]:
        """The files of the letterhead, however many were named."""
        return (self.letterhead,) if isinstance(self.letterhead, str) else self.letterhead

    @property
    def pivots(self) -> dict[str, str]:
        """From a target language to its pivot, for those that have one."""
        return {code: choice.pivot for code, choice in self.languages.items() if choice.pivot}


def read(text: str) -> Config:
    """The configuration in `text`. Raises ConfigurationError with key, file and line on the first thing wrong."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(bad_toml(str(error), FILE_NAME)) from error
    try:
        config = msgspec.convert(data, Config)
    except msgspec.ValidationError as error:
        raise ConfigurationError(_invalid(str(error), text, data)) from error
    for problem in _contradictions(config, text):
        raise ConfigurationError(problem)
    return config


def no_such_language(config: Config, code: str) -> ConfigurationError:
    """For a language that was asked for and is none of the submission's."""
    these = phrase("It has these: {known}.", known=", ".join(config.languages))
    suggestion = among(code, config.languages, these, likeness=0.5)
    return ConfigurationError(LANGUAGE_ASKED.at(Place(FILE_NAME), code=code, suggestion=suggestion))


def bad_toml(message: str, path: str) -> Finding:
    """What the TOML reader says of the file at `path`, with the line."""
    found = re.search(r" \(at line (\d+), column \d+\)$", message)
    reason = message[: found.start()] if found else message.removesuffix(" (at end of document)")
    return BAD_TOML.at(Place(path, int(found[1]) if found else None), reason=reasons.reason(reason))


def _invalid(message: str, text: str, data: dict[str, Any]) -> Finding:
    """msgspec's `Object contains unknown field `x` - at `$.languages[...]`` as a finding."""
    reason, _, where = message.partition(" - at `$")
    path = _with_key([part for part in re.findall(r"\[\.\.\.\]|[^.\[\]`]+", where) if part], data)
    if found := re.search(r"unknown field `(.*)`", reason):
        key = ".".join([*path, found[1]])
        return UNKNOWN_KEY.at(_place(text, [*path, found[1]]), key=key, suggestion=_suggestion(path, found[1]))
    if found := re.search(r"missing required field `(.*)`", reason):
        return MISSING_KEY.at(_place(text, path), key=".".join([*path, found[1]]))
    remedy = _word(reason, _choices(path))
    return WRONG_TYPE.at(_place(text, path), key=".".join(path), reason=reasons.reason(reason), remedy=remedy)


WEIGHTS: tuple[str, ...] = get_args(Weight)


def _choices(path: Sequence[str]) -> tuple[str, ...]:
    """The words between which the key at `path` chooses; none where it takes any."""
    if path[:2] == ["check", "severity"] and len(path) > 2:
        return WEIGHTS
    table = TABLES.get(path[0], Config) if len(path) > 1 else Config
    field_type = next((each.type for each in msgspec.structs.fields(table) if each.encode_name == path[-1]), None)
    return get_args(field_type) if get_origin(field_type) is Literal else ()


def _word(reason: str, known: Sequence[str]) -> Phrase:
    """What to write instead of the wrong value that msgspec quotes, where it is one of the `known` words."""
    found = re.search("'(.*)'", reason)
    if not found or not known:
        return KIND_EXPECTED
    return among(found[1], known, phrase("Known here: {names}.", names=", ".join(known)))


VALUES: Mapping[str, Any] = {
    "languages": LanguageChoice,
    "sections": SectionChoice,
    "members": MemberEntry,
    "cover": str | dict[str, str],
}
"""The tables whose keys authors choose, and what their values are."""


def _with_key(path: list[str], data: dict[str, Any]) -> list[str]:
    """msgspec writes `[...]` for a key that authors choose: the first whose value is wrong is meant."""
    if path == ["check", "severity", "[...]"]:
        return [*path[:2], next(key for key, value in data["check"]["severity"].items() if value not in WEIGHTS)]
    if path[1:2] != ["[...]"]:
        return path
    for key, value in data[path[0]].items():
        try:
            msgspec.convert(value, VALUES[path[0]])
        except msgspec.ValidationError:
            return [path[0], key, *(part for part in path[2:] if part != "[...]")]
    return path


TABLES: Mapping[str, type[Struct]] = {
    "languages": LanguageChoice,
    "numbering": Numbering,
    "notes": NoteNumbering,
    "parts": PartChoice,
    "sections": SectionChoice,
    "members": MemberEntry,
    "check": CheckChoice,
}


def _suggestion(path: list[str], key: str) -> Phrase:
    known = msgspec.structs.fields(TABLES.get(path[0], Config) if path else Config)
    names = [each.encode_name for each in known]
    return nearest(key, names, phrase("Known here: {names}.", names=", ".join(names)))


def _place(text: str, path: list[str]) -> Place:
    return Place(FILE_NAME, line_of(text, path))


def _contradictions(config: Config, text: str) -> Iterator[Finding]:
    """What is wrong between keys; each alone would be right."""
    for code in config.languages:
        if code not in languages.known():
            yield languages.unknown_language(code, _place(text, ["languages", code]))
    for path, code in _named_languages(config):
        if code not in config.languages:
            known = ", ".join(config.languages)
            yield NO_SUCH_LANGUAGE.at(_place(text, path), key=".".join(path), code=code, known=known)
    if cycle := _cycle(config.pivots):
        yield PIVOT_CYCLE.at(_place(text, ["languages", cycle[0], "from"]), cycle=" → ".join(cycle))
    yield from _bad_parts(config.parts, text)
    for path, _ in cover_fields(config.cover):
        for key in path[1:]:
            if not key or "." in key:
                yield BAD_COVER_KEY.at(_place(text, path), key=key)
    for key, member in config.members.items():
        if not ids.is_valid(key):
            yield BAD_MEMBER_KEY.at(_place(text, ["members", key]), key=key)
        if member.site and not re.fullmatch(r"https?://\S+", member.site):
            yield BAD_SITE.at(_place(text, ["members", key, "site"]), site=member.site)


def _named_languages(config: Config) -> Iterator[tuple[list[str], str]]:
    yield ["original"], config.original
    for code, pivot in config.pivots.items():
        yield ["languages", code, "from"], pivot
    for section, choice in config.sections.items():
        if choice.original is not None:
            yield ["sections", section, "original"], choice.original


def _cycle(pivots: Mapping[str, str]) -> list[str]:
    for start in pivots:
        seen = [start]
        while (pivot := pivots.get(seen[-1])) is not None:
            if pivot in seen:
                return [*seen[seen.index(pivot) :], pivot]
            seen.append(pivot)
    return []


def _bad_parts(parts: tuple[PartChoice, ...], text: str) -> Iterator[Finding]:
    seen: set[str] = set()
    listed: set[str] = set()
    for index, part in enumerate(parts):
        place = _place(text, ["parts", str(index), "id"])
        if not ids.is_valid(part.id) or "." in part.id or len(part.id) > PART_ID_LENGTH:
            yield BAD_PART_ID.at(place, part=part.id)
        if part.id in seen:
            yield PART_TWICE.at(place, part=part.id)
        seen.add(part.id)
        for section in part.sections:
            if section in listed:
                yield SECTION_IN_TWO_PARTS.at(_place(text, ["parts", str(index), "sections"]), section=section)
            listed.add(section)


def units(config: Config, text: str = "") -> tuple[Unit, ...]:
    """The words of the configuration as units of the catalog `submission`; `text` gives them their lines."""
    return tuple(
        Unit(".".join(path), words, CATALOG, config.original, role, path=FILE_NAME, line=line_of(text, lines) or 0)
        for path, lines, words, role in _texts(config)
        if words.strip()
    )


def _texts(config: Config) -> Iterator[tuple[list[str], list[str], str, str]]:
    yield ["title"], ["title"], config.title, "title"
    yield ["subtitle"], ["subtitle"], config.subtitle, "subtitle"
    for path, words in cover_fields(config.cover):
        yield path, path, words, "cover"
    for index, part in enumerate(config.parts):
        yield ["parts", part.id, "title"], ["parts", str(index), "title"], part.title, "part"
    for key, member in config.members.items():
        for name, words in (("name", member.name), ("city", member.city)):
            yield ["members", key, name], ["members", key, name], words, "member"


def cover_fields(cover: Mapping[str, str | dict[str, str]]) -> Iterator[tuple[list[str], str]]:
    """Key path and words of every cover field, in the order of the file."""
    for key, value in cover.items():
        if isinstance(value, str):
            yield ["cover", key], value
        else:
            for inner, words in value.items():
                yield ["cover", key, inner], words
