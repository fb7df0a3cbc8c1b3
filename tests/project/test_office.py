"""LibreOffice as the maker of PDF: what it makes, what is said when it is absent, fails or hangs, and what stays."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

from assembler.document.model import Document, Words
from assembler.errors import AssemblerError, ConfigurationError, ProgramError
from assembler.findings import Phrase
from assembler.formats.odt.write import write
from assembler.project import office
from assembler.style.load import shipped
from tests.specimens import SAMPLES, specimen

Tool = Callable[[str], str]
T = TypeVar("T")


def odt(edition: Document[Words]) -> bytes:
    return write(edition, shipped("un"), purpose="final").data


@pytest.fixture(scope="module")
def made(tool: Tool) -> dict[str, bytes]:
    """The specimens as PDF, made in one start."""
    pdfs = office.pdfs([odt(specimen(code)) for code in SAMPLES], Path(tool("soffice")))
    return dict(zip(SAMPLES, pdfs, strict=True))


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files are made."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def program(folder: Path, script: str) -> Path:
    """A program that is not LibreOffice."""
    file = folder / "soffice"
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)
    return file


def stopped(error: type[AssemblerError], soffice: Path | None, seconds: float = 20) -> str:
    """The code of what stopped the work."""
    with pytest.raises(error) as caught:
        office.pdfs([b"an edition"], soffice, seconds)
    return caught.value.finding.code


def told(tool: str, *arguments: str) -> str:
    return subprocess.run([tool, *arguments], capture_output=True, text=True, check=True, timeout=60).stdout


@pytest.mark.parametrize("language", SAMPLES)
def test_a_pdf_has_tags_title_and_fonts_and_no_marks_of_the_machine(
    made: dict[str, bytes], language: str, tool: Tool, tmp_path: Path
) -> None:
    file = tmp_path / "edition.pdf"
    file.write_bytes(made[language])
    info = told(tool("pdfinfo"), str(file))
    assert re.search(r"^Tagged: +yes$", info, re.MULTILINE)
    assert SAMPLES[language].title in info
    assert not re.search(r"^(Creator|Producer|CreationDate|ModDate|Author)", info, re.MULTILINE)
    fonts = [line.split() for line in told(tool("pdffonts"), str(file)).splitlines()[2:]]
    assert len(fonts) > 1
    assert {line[-5] for line in fonts} == {"yes"}, "not embedded"
    tags = told(tool("pdfinfo"), "-struct", str(file))
    assert {"H1", "H2", "Table", "Note", "L"} <= set(re.findall(r"^ *(\w+)", tags, re.MULTILINE))


@pytest.mark.parametrize("language", SAMPLES)
def test_a_pdf_has_an_outline_and_says_its_language_and_that_it_is_accessible(
    made: dict[str, bytes], language: str
) -> None:
    tag = {"en": b"en-GB", "ru": b"ru-RU", "kk": b"kk-KZ"}[language]
    (catalog,) = re.findall(rb"<</Type/Catalog.*?endobj", made[language], re.DOTALL)
    assert b"/Outlines" in catalog
    assert b"/Lang(" + tag + b")" in catalog
    assert b"/DisplayDocTitle true" in catalog
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made[language]
    assert made[language].count(b"/Title<FEFF") >= 7, "six headings and the document"


def test_the_same_edition_gives_the_same_pdf(made: dict[str, bytes], tool: Tool, temporary: Path) -> None:
    (again,) = office.pdfs([odt(specimen("kk"))], Path(tool("soffice")))
    assert again == made["kk"]
    assert list(temporary.iterdir()) == []


def test_editions_are_watched_as_they_are_made(tmp_path: Path) -> None:
    makes = "for each in 0 1; do echo made > $each.pdf; sleep 0.3; done"
    seen: list[str] = []

    def track(label: Phrase, things: Sequence[T], /) -> Iterable[T]:
        assert "LibreOffice" in label.template
        for thing in things:
            yield thing
            seen.append(Path(str(thing)).stem)

    assert office.pdfs([b"one", b"two"], program(tmp_path, makes), track=track) == [b"made\n"] * 2
    assert seen == ["0", "1"]


def test_without_libreoffice_it_is_said_how_to_get_it() -> None:
    assert stopped(ConfigurationError, None) == "libreoffice-absent"
    assert all(system in office.OFFICE_ABSENT.hint for system in ("Debian", "Windows", "macOS"))


def test_a_program_that_does_not_start_is_named(tmp_path: Path) -> None:
    assert stopped(ConfigurationError, tmp_path / "absent") == "libreoffice-does-not-start"


def test_a_program_that_makes_nothing_is_asked_why(tmp_path: Path) -> None:
    with pytest.raises(ProgramError) as caught:
        office.pdfs([b"an edition"], program(tmp_path, "echo 'Error: source file could not be loaded' >&2"))
    assert "source file could not be loaded" in caught.value.finding.message()


def test_a_program_that_hangs_is_tried_twice_and_ended_with_all_that_it_started(
    tmp_path: Path, temporary: Path
) -> None:
    pids = tmp_path / "pids"
    hanging = program(tmp_path, f"sleep 300 & echo $! >> {pids}; wait")
    began = time.monotonic()
    assert stopped(ProgramError, hanging, seconds=1) == "libreoffice-hangs"
    assert time.monotonic() - began < 20
    children = [int(line) for line in pids.read_text().split()]
    assert len(children) == 2
    assert [child for child in children if is_alive(child)] == []
    assert list(temporary.iterdir()) == []


def is_alive(process: int) -> bool:
    """Whether it runs; one that has ended and that nobody has asked about yet does not."""
    for _ in range(40):
        try:
            os.kill(process, 0)
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except (ProcessLookupError, FileNotFoundError):
            return False
        if state == "Z":
            return False
        time.sleep(0.05)
    return True


def test_where_macros_are_forbidden_it_exports_plainly(made: dict[str, bytes], tool: Tool, tmp_path: Path) -> None:
    refuses = f'for last; do :; done; case "$last" in macro:*) exit 0;; esac; exec {tool("soffice")} "$@"'
    (plain,) = office.pdfs([odt(specimen("kk"))], program(tmp_path, refuses))
    assert plain == made["kk"], "in so short an edition nothing moves"


def test_who_exports_until_the_pages_are_at_rest_has_time_for_several_exports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "START_SECONDS", 1)
    monkeypatch.setattr(office, "EDITION_SECONDS", 1)
    settles = (
        'for last; do :; done; made=plain; case "$last" in macro:*) sleep 3; made=settled; esac; echo $made > 0.pdf'
    )
    assert office.pdfs([b"an edition"], program(tmp_path, settles)) == [b"settled\n"]


def test_what_a_second_try_makes_is_taken(tmp_path: Path) -> None:
    hangs_once = f"test -e {tmp_path}/tried || {{ touch {tmp_path}/tried; sleep 300; }}"
    makes = 'for last; do :; done; echo made > "${last%.odt}.pdf"'
    assert office.pdfs([b"an edition"], program(tmp_path, f"{hangs_once}\n{makes}"), seconds=2) == [b"made\n"]


def test_a_signal_that_this_command_was_told_to_take_no_notice_of_does_not_end_the_export(tmp_path: Path) -> None:
    makes = 'kill -INT $PPID; sleep 0.5; for last; do :; done; echo made > "${last%.odt}.pdf"'
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # as a shell does for what it starts in the background
    try:
        assert office.pdfs([b"an edition"], program(tmp_path, makes)) == [b"made\n"]
    finally:
        signal.signal(signal.SIGINT, before)
