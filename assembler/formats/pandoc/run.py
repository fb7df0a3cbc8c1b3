"""Run pandoc: from the text of a file to its AST, and what pandoc warned of.

The program is the one that pypandoc brings along. It is started directly, once a file, because pypandoc asks it for
its version and formats before every conversion.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from msgspec import Struct

from assembler.errors import ConfigurationError, UnreadableFileError
from assembler.findings import Kind, Place, Severity

PANDOC_ABSENT = Kind(
    "pandoc-absent",
    Severity.ERROR,
    "pandoc, which reads the file, is not installed.",
    "Install it: in the folder of the toolkit, run pip install '.[adopt]'; where pipx installed the toolkit: "
    "pipx inject assembler pypandoc_binary",
)
PANDOC_REFUSED = Kind(
    "pandoc-refused",
    Severity.ERROR,
    "pandoc cannot read the file: {reason}",
    "Mend what it names, or save the text as plain Markdown.",
)
PANDOC_WARNED = Kind(
    "pandoc-warned",
    Severity.WARNING,
    "pandoc says: {warning}",
    "Look at the place in the file that was adopted; what pandoc leaves out is not in the section.",
)

NOWHERE = Place()

MARKDOWN = "markdown-smart"
"""pandoc's own Markdown, with quotes, dashes and dots left as they were typed."""

READERS_WITH_IDENTIFIERS = ("markdown", "commonmark", "gfm", "docx", "html", "mediawiki")
"""Readers that would make up IDs of headings from their words."""


class Parsed(Struct, frozen=True):
    """pandoc's document as JSON gives it (`blocks`, `meta`), and its warnings."""

    ast: dict[str, Any]
    warnings: tuple[str, ...] = ()


def parse(text: str, *, reader: str = MARKDOWN, place: Place = NOWHERE) -> Parsed:
    """`text` read by pandoc. `place` is named where that fails.

    Raises ConfigurationError where pandoc is not installed, UnreadableFileError where it refuses the text.
    """
    command = [_program(), "--from", _without_invented_ids(reader), "--to", "json"]
    done = subprocess.run(command, input=text.encode("utf-8"), capture_output=True, check=False)
    messages = done.stderr.decode("utf-8", "replace")
    if done.returncode:
        raise UnreadableFileError(PANDOC_REFUSED.at(place, reason=" ".join(messages.split())))
    return Parsed(json.loads(done.stdout), _warnings(messages))


def ast(text: str, *, reader: str = MARKDOWN) -> dict[str, Any]:
    """The AST alone; as `parse`."""
    return parse(text, reader=reader).ast


def parse_many(texts: Sequence[tuple[str, Place]], *, reader: str = MARKDOWN) -> list[Parsed]:
    """Several texts with their places, as many at a time as there are processors. Raises as `parse`."""
    _program()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(lambda each: parse(each[0], reader=reader, place=each[1]), texts))


def _program() -> str:
    try:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError) as error:
        raise ConfigurationError(PANDOC_ABSENT.at(NOWHERE)) from error


def _without_invented_ids(reader: str) -> str:
    if not reader.startswith(READERS_WITH_IDENTIFIERS) or "auto_identifiers" in reader:
        return reader
    return f"{reader}-auto_identifiers"


def _warnings(messages: str) -> tuple[str, ...]:
    """`[WARNING] …` with its continuation lines, one string each."""
    found = ("\n" + messages).split("\n[WARNING] ")[1:]
    return tuple(" ".join(each.split()) for each in found)
