"""`alignment.toml`: where a person corrects how versions of a text were aligned.

    [[pin]]
    language = "en"
    id = "art07-k3fa"
    text = "In 2013 seven complaints"

    [[cut]]
    language = "en"
    id = "art07-m2xq"

A pin says that the unit `id` of the original is the paragraph of the other version that begins with `text`; a cut says
that it is not, without `text` that it has no counterpart, without `id` that the paragraph has none. Both may be lists.
What is wrong in one entry is a finding with its line, and the others stay.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from assembler.findings import Finding, Kind, Place, Severity, phrase
from assembler.nearest import among
from assembler.project import files
from assembler.project.config import bad_toml

CORRECTIONS_FILE = "alignment.toml"

BAD_CORRECTION = Kind(
    "bad-correction",
    Severity.ERROR,
    "This correction of the alignment cannot be read, and has no effect.",
    'A correction is [[pin]] or [[cut]] with language = "en", id = "…" and text = "…", each once or as a list.',
)
CORRECTION_LANGUAGE = Kind(
    "correction-in-unknown-language",
    Severity.ERROR,
    "The correction is for “{language}”, which is no language of the submission.",
    "{suggestion}",
)

Sort = Literal["pin", "cut"]
KEYS = ("language", "id", "text")


class Correction(Struct, frozen=True):
    """One of them: the IDs of units of the original, how paragraphs of the version in `language` begin."""

    sort: Sort
    language: str
    ids: tuple[str, ...]
    texts: tuple[str, ...]
    line: int


def load(root: Path, languages: Collection[str]) -> tuple[tuple[Correction, ...], list[Finding]]:
    """The corrections of the submission in `root`, none where it has no file of them, and what is wrong with them."""
    if not (root / CORRECTIONS_FILE).is_file():
        return (), []
    return read(files.read_text(root, CORRECTIONS_FILE), languages)


def read(text: str, languages: Collection[str]) -> tuple[tuple[Correction, ...], list[Finding]]:
    """The corrections in `text`, in its order. `languages` are those of the submission."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return (), [bad_toml(str(error), CORRECTIONS_FILE)]
    findings: list[Finding] = []
    found: list[Correction] = []
    lines = {sort: _lines(text, sort) for sort in data}
    for sort, entries in data.items():
        for number, entry in enumerate(entries if isinstance(entries, list) else [entries]):
            place = Place(CORRECTIONS_FILE, lines[sort][number] if number < len(lines[sort]) else None)
            read = _correction(sort, entry, place.line or 0)
            if read is None:
                findings.append(BAD_CORRECTION.at(place))
            elif read.language not in languages:
                known = phrase("Languages of the submission: {known}.", known=", ".join(languages))
                suggestion = among(read.language, languages, known, likeness=0.5)
                findings.append(CORRECTION_LANGUAGE.at(place, language=read.language, suggestion=suggestion))
            else:
                found.append(read)
    return tuple(found), findings


def _lines(text: str, sort: str) -> list[int]:
    """The lines on which the entries of a sort begin."""
    heads = enumerate(text.splitlines(), 1)
    return [number for number, line in heads if line.replace(" ", "").startswith(f"[[{sort}]]")]


def _correction(sort: str, entry: Any, line: int) -> Correction | None:
    """None where a key is missing, unknown, or no text."""
    if sort not in ("pin", "cut") or not isinstance(entry, dict) or not entry.keys() <= set(KEYS):
        return None
    ids, texts = _strings(entry.get("id")), _strings(entry.get("text"))
    language = entry.get("language")
    if ids is None or texts is None or not isinstance(language, str) or not (ids or texts):
        return None
    if sort == "pin" and not (ids and texts):
        return None
    return Correction("pin" if sort == "pin" else "cut", language, ids, texts, line)


def _strings(value: Any) -> tuple[str, ...] | None:
    """A text or a list of them; None where it is neither."""
    values = [] if value is None else value if isinstance(value, list) else [value]
    return tuple(values) if all(isinstance(each, str) and each.strip() for each in values) else None
