"""`assembler new`: a small submission that builds at once, or an empty one.

The specimen is written in several languages under the same IDs. Its sections go out in turn in the languages asked
for, so that originals differ as in life; what the others say comes into the catalogs as their translations.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from assembler.document.units import Unit, extract
from assembler.errors import ConfigurationError, RefusedError
from assembler.findings import Finding, Kind, Place, Severity
from assembler.formats.markdown.read import read
from assembler.jobs import update
from assembler.language import load as languages
from assembler.project import discover, files
from assembler.project.config import FILE_NAME
from assembler.style import load as styles

NOT_EMPTY = Kind(
    "not-empty",
    Severity.ERROR,
    "The folder “{folder}” is not empty.",
    "Name a new folder: the files that stand here are left alone.",
)
NO_LANGUAGE = Kind("no-language", Severity.ERROR, "No language is named.", "Write for example: --languages ru,kk,en")
LANGUAGE_TWICE = Kind("language-twice", Severity.ERROR, "The language “{code}” is named twice.", "Name it once.")

UNREPLACED = Kind(
    "specimen-words",
    Severity.WARNING,
    "“{words}” stands on the cover as `assembler new` wrote it.",
    "Write your own words into submission.toml before you send the document.",
)

STYLE = "un"
SPECIMEN = ("title", "subtitle", "cover.organisation")
"""What of the configuration only shows how it looks; the committee may well be the one that is named."""
FALLBACK = "en"
"""The specimen's words for languages that it is not written in."""


_TEMPLATE = Path(discover.__file__).with_name("template")


class Made(Struct, frozen=True):
    """The files that were written, relative to the new folder."""

    paths: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


def new(folder: Path, codes: Sequence[str], *, empty: bool, speaking: str = FALLBACK) -> Made:
    """Write a submission into `folder`, which must be absent or empty. The first language is the original one.

    `speaking` is the language of the comments in its configuration.
    """
    _check(folder, codes)
    paths = [_write(folder, FILE_NAME, _configuration(codes, _comments(speaking), empty=empty))]
    paths.append(_write(folder, f"styles/{STYLE}.toml", styles.shipped_data(STYLE).decode("utf-8")))
    paths.append(_write(folder, ".gitignore", "out/\n.assembler.*\n.*.part\n"))
    if empty:
        for place in (discover.SOURCES, discover.LOCALES):
            paths.append(_write(folder, f"{place}/.gitkeep", ""))
        return Made(tuple(paths))
    paths += [_write(folder, path, text) for path, text in _sections(codes)]
    updated = update.update(folder, known={code: _translations(code) for code in codes})
    return Made((*paths, *updated.written), updated.findings)


def _check(folder: Path, codes: Sequence[str]) -> None:
    if not codes:
        raise ConfigurationError(NO_LANGUAGE.at(Place()))
    for code in codes:
        if codes.count(code) > 1:
            raise ConfigurationError(LANGUAGE_TWICE.at(Place(), code=code))
        languages.load(code)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise RefusedError(NOT_EMPTY.at(Place(), folder=folder.name))


def _write(folder: Path, path: str, text: str) -> str:
    files.write_text(folder, path, text)
    return path


def placeholders(code: str) -> tuple[str, ...]:
    """What an empty submission says as its title and subtitle until its authors do."""
    words = _words(code)
    return words["title"], words["subtitle"]


def unreplaced(units: Iterable[Unit], code: str) -> Iterator[Finding]:
    """Which of a submission's own units, in their original language, nobody has put other words in the place of: these
    must not go out."""
    words = _words(code)
    for unit in units:
        if unit.id in SPECIMEN and unit.text == words[unit.id]:
            yield UNREPLACED.at(Place(unit.path, unit.line, id=unit.id), words=unit.text)


def _words(code: str) -> dict[str, str]:
    return _in_language("words.toml", code)


def _comments(code: str) -> dict[str, str]:
    return {f"comment.{place}": words for place, words in _in_language("comments.toml", code).items()}


def _in_language(name: str, code: str) -> dict[str, str]:
    tables = tomllib.loads((_TEMPLATE / name).read_text(encoding="utf-8"))
    return tables.get(code, tables[FALLBACK])  # type: ignore[no-any-return]


def _written_in(code: str) -> str:
    return code if (_TEMPLATE / code).is_dir() else FALLBACK


def _configuration(codes: Sequence[str], comments: Mapping[str, str], *, empty: bool) -> str:
    text = (_TEMPLATE / FILE_NAME).read_text(encoding="utf-8")
    gaps = {**comments, **_words(codes[0]), "original": codes[0]}
    gaps["languages"] = "\n".join(f"[languages.{code}]" for code in codes)
    gaps["sections"] = "" if empty else '[sections."00-introduction"]\nnumbered = false'
    for gap, words in gaps.items():
        text = text.replace(f"{{{gap}}}", words)
    return text.rstrip() + "\n"


def _sections(codes: Sequence[str]) -> list[tuple[str, str]]:
    """Path and text of every section of the specimen, the languages taking turns."""
    names = sorted(file.name for file in (_TEMPLATE / FALLBACK).iterdir())
    sections = []
    for position, name in enumerate(names):
        code = codes[position % len(codes)]
        text = (_TEMPLATE / _written_in(code) / name).read_text(encoding="utf-8")
        sections.append((f"{discover.SOURCES}/{code}/{name}", text))
    return sections


def _translations(code: str) -> dict[str, str]:
    """What the specimen says in a language, by ID; nothing where it is not written in it."""
    if _written_in(code) != code:
        return {}
    texts = dict(_words(code))
    for file in (_TEMPLATE / code).iterdir():
        section = read(file.read_text(encoding="utf-8"), id=file.name, language=code, path=file.name).section
        texts |= {unit.id: unit.text for unit in extract(section)}
    return texts
