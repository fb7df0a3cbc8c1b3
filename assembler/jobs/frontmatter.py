"""What stands above a document's text goes where a submission has it: title, subtitle and parts into submission.toml.

Only what nobody has written there yet is written; all else is a finding.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from assembler.errors import ConfigurationError
from assembler.findings import Finding, Kind, Place, Severity
from assembler.keypaths import line_of
from assembler.project import config as configuration
from assembler.project.config import Config

TITLE_TAKEN = Kind("title-taken", Severity.INFO, "“{title}” is “{key}” in submission.toml now.")
TITLE_FOUND = Kind(
    "title-found",
    Severity.WARNING,
    "The file says “{title}” above its text, which is not in submission.toml.",
    "Titles stand there in the submission's original language, and in others in the catalog “submission”.",
)
FRONT_MATTER = Kind(
    "front-matter",
    Severity.WARNING,
    "What stood above the first heading is the section “{section}”.",
    "Move titles, names and dates from it to submission.toml, and remove it if nothing else is in it.",
)
PARTS_FOUND = Kind(
    "parts-found",
    Severity.WARNING,
    "The file has parts ({parts}), and submission.toml has parts already.",
    "List the new sections there in the parts that they belong to.",
)


class Part(Struct, frozen=True):
    """A part with the sections in it."""

    title: str
    sections: tuple[str, ...]


def titled(
    text: str, config: Config, words: Mapping[str, str], blank: Iterable[str], origin: str
) -> tuple[str, list[Finding]]:
    """The text of submission.toml with title and subtitle (`words`, by key) where it has none, or one of `blank`."""
    said: list[Finding] = []
    unsaid = {"", *blank}
    present = {"title": config.title, "subtitle": config.subtitle}
    for key, found in words.items():
        if not found or present[key] == found:
            continue
        longer = _set(text, key, found) if present[key] in unsaid else text
        kind = TITLE_TAKEN if longer != text else TITLE_FOUND
        said.append(kind.at(Place(origin), title=found, **({"key": key} if kind is TITLE_TAKEN else {})))
        text = longer
    return text, said


def _set(text: str, key: str, words: str) -> str:
    """With a key at the top of the file; unchanged where that cannot be done."""
    line = line_of(text, [key])
    lines = text.split("\n")
    written = f"{key} = {quoted(words)}"
    if line is not None:
        lines[line - 1] = written
    else:
        above = line_of(text, ["title"])
        lines.insert(above if above is not None else 0, written)
    longer = "\n".join(lines)
    return longer if _is_good(longer) else text


def parted(text: str, config: Config, parts: Sequence[Part], origin: str) -> tuple[str, list[Finding]]:
    """The text of submission.toml with the parts, where it has none."""
    if not any(part.title for part in parts):
        return text, []
    tables = "".join(_part(number, part) for number, part in enumerate(parts) if part.sections)
    longer = text.rstrip("\n") + "\n" + tables
    if config.parts or not _is_good(longer):
        titles = ", ".join(part.title for part in parts if part.title)
        return text, [PARTS_FOUND.at(Place(origin), parts=titles)]
    return longer, []


def _part(number: int, part: Part) -> str:
    sections = ", ".join(quoted(section) for section in part.sections)
    title = f"title = {quoted(part.title)}\n" if part.title else ""
    return f'\n[[parts]]\nid = "part-{number}"\n{title}sections = [{sections}]\n'


def _is_good(text: str) -> bool:
    try:
        configuration.read(text)
    except ConfigurationError:
        return False
    return True


def quoted(words: str) -> str:
    """Words as a string of TOML."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007F")
