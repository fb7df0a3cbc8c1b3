"""What others take for the same work: pandoc, translate-toolkit's pot2po, and the floor that no writer can go below.

Each is measured where it is installed and left out with a remark where it is not. pandoc gets all sections as one
Markdown file and writes a document without catalogs, numbering or styles; pot2po, with the package that makes its
comparisons quick, gets the toolkit's own templates and the catalogs of before the edit; the floor is compressing the
very parts that a DOCX of the toolkit holds.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

from benchmarks.generate import ORIGINAL, TARGETS
from benchmarks.measure import Command, Measured, in_process, measure
from benchmarks.prepare import Prepared, run
from benchmarks.writing import zip_again

READER = "commonmark+attributes+bracketed_spans+fenced_divs+footnotes+pipe_tables"

LARGEST = 12_000
"""Paragraphs. Above, pandoc needs some twenty gigabytes."""


Clock = Callable[[Prepared, Path, int], Measured]
"""Measures on a submission, with an empty folder to write into, so many runs."""


class Peer(Struct, frozen=True):
    """Someone else's way to do `work`. `program` finds what it needs, empty where that is not installed."""

    name: str
    work: str
    program: Callable[[], str]
    clock: Clock


def measured(work: str, prepared: Prepared, scratch: Path, runs: int) -> Iterator[Measured | str]:
    """The figures of every peer of this work, or a remark why there are none. `scratch` is an empty folder."""
    for peer in PEERS:
        if peer.work != work:
            continue
        if prepared.paragraphs > LARGEST:
            yield f"{peer.name} is not measured above {LARGEST:,} paragraphs"
        elif not peer.program():
            yield f"{peer.name} is not installed"
        else:
            folder = scratch / peer.name.replace(" ", "-")
            folder.mkdir()
            yield peer.clock(prepared, folder, runs)


def _pandoc() -> str:
    try:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError):
        return shutil.which("pandoc") or ""


def _pot2po() -> str:
    """Beside this Python, where the extra `dev` puts it, or on the path."""
    return shutil.which("pot2po", path=str(Path(sys.executable).parent)) or shutil.which("pot2po") or ""


def _always() -> str:
    return "zipfile"


def _pandoc_to(format: str) -> Clock:
    def clock(prepared: Prepared, folder: Path, runs: int) -> Measured:
        text = folder / "text.md"
        sections = sorted(prepared.current.glob(f"sources/{ORIGINAL}/*.md"))
        text.write_text("\n".join(section.read_text(encoding="utf-8") for section in sections), encoding="utf-8")
        command = Command((_pandoc(), "--from", READER, "--output", f"{{out}}/text.{format}", str(text)))
        return measure(f"pandoc {format}", prepared.paragraphs, [command], prepared.current, runs)

    return clock


def _clock_pot2po(prepared: Prepared, folder: Path, runs: int) -> Measured:
    """New templates and old catalogs, in folders as pot2po wants them; both languages."""
    shutil.copytree(prepared.edited, folder / "edited")
    run("update", folder / "edited")
    templates = folder / "templates"
    templates.mkdir()
    for template in (folder / "edited" / "locales").glob("*.pot"):
        shutil.copy(template, templates)
    commands = []
    for code in TARGETS:
        before = prepared.current / "locales" / code / "LC_MESSAGES"
        arguments = (_pot2po(), "--progress", "none", "-t", str(before), "-i", str(templates), "-o", f"{{out}}/{code}")
        commands.append(Command(arguments))
    return measure("pot2po", prepared.paragraphs, commands, prepared.current, runs)


def _clock_zip(prepared: Prepared, folder: Path, runs: int) -> Measured:
    run("build", prepared.current, "en", "--format", "docx", "--out", str(folder))
    data = next(folder.glob("*.docx")).read_bytes()
    return in_process("zip the DOCX's parts", prepared.paragraphs, lambda: zip_again(data), runs)


PEERS = (
    Peer("pot2po", "update", _pot2po, _clock_pot2po),
    Peer("pandoc docx", "docx", _pandoc, _pandoc_to("docx")),
    Peer("zip the DOCX's parts", "docx", _always, _clock_zip),
    Peer("pandoc odt", "odt", _pandoc, _pandoc_to("odt")),
)
