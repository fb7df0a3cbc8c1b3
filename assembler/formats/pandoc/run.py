"""Run pandoc: from the text of a file to its AST, and what pandoc warned of.

The program is the one that pypandoc brings along. It is started directly, once a file, because pypandoc asks it for
its version and formats before every conversion. It reads what others have written, so it may open no file and no
address, take no more memory and time than a document needs, and is ended with all that it has started.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
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


SECONDS = 60
"""For one file; a thousand pages of Markdown take pandoc twenty on a slow machine."""
ATTEMPTS = 2
"""A machine that was put to sleep makes a hang of a good file."""
MEGABYTES = 1024
ROOM = 2
"""How many times that may be reserved: the program asks for more than it uses."""

PANDOC_HANGS = Kind(
    "pandoc-hangs",
    Severity.ERROR,
    "pandoc did not end in {seconds} seconds.",
    "Save the text as .docx or as plain Markdown, or divide it into several files.",
)


class Parsed(Struct, frozen=True):
    """pandoc's document as JSON gives it (`blocks`, `meta`), and its warnings."""

    ast: dict[str, Any]
    warnings: tuple[str, ...] = ()


def parse(text: str | bytes, *, reader: str = MARKDOWN, place: Place = NOWHERE) -> Parsed:
    """`text` read by pandoc. `place` is named where that fails.

    Raises ConfigurationError where pandoc is not installed, UnreadableFileError where it refuses the text.
    """
    limits = ["+RTS", f"-M{MEGABYTES}m", "-RTS"]
    command = [_program(), *limits, "--sandbox", "--from", _without_invented_ids(reader), "--to", "json"]
    code, output, errors = _run(command, text.encode("utf-8") if isinstance(text, str) else text, place)
    messages = errors.decode("utf-8", "replace")
    if code:
        raise UnreadableFileError(PANDOC_REFUSED.at(place, reason=" ".join(messages.split())))
    return Parsed(json.loads(output), _warnings(messages))


def _run(command: Sequence[str], data: bytes, place: Place) -> tuple[int, bytes, bytes]:
    """Code, output and messages of the program. Raises UnreadableFileError where it does not end, tried again."""
    for _ in range(ATTEMPTS):
        process = subprocess.Popen(
            _limited(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        try:
            output, errors = process.communicate(data, timeout=SECONDS)
            return process.returncode, output, errors
        except subprocess.TimeoutExpired:
            continue
        finally:
            _end(process)
    raise UnreadableFileError(PANDOC_HANGS.at(place, seconds=SECONDS))


def _limited(command: Sequence[str]) -> list[str]:
    """The command where the system refuses it memory beyond the limit, where there is a system that can.

    The limit must stand before the program begins, which reserves all that it may ever need.
    """
    if sys.platform != "linux":
        return list(command)
    kilobytes = MEGABYTES * 1024 * ROOM
    return ["/bin/sh", "-c", 'ulimit -v "$0" && exec "$@"', str(kilobytes), *command]


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program with all that it has started, if it has not ended."""
    if process.poll() is None:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


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
