"""The real submission, printed by us and by pandoc, comes back: the same units, notes, numbers and table.

What may differ is said here: blanks before the marks of notes, which our editions make firm, and numbers in tables,
which editions group as their language does.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from msgspec import Struct

from assembler.document import walk
from assembler.document.model import Div, Heading, List, Paragraph, Quote, Section, Table
from assembler.jobs.documents import Way
from assembler.jobs.incoming import read_in
from assembler.jobs.typed_numbers import computed_numbers
from assembler.project import store
from tests.acceptance.command import assembler

FORMATS = ("draft.docx", "final.docx", "draft.odt", "final.odt")
FRONT = ("00-draft", "00-final")
"""What our editions print on the cover, which is no part of the sections."""


class Said(Struct, frozen=True):
    """What a submission says: numbered paragraphs, other texts, notes, and the rows of its tables, in their order."""

    numbered: tuple[str, ...]
    others: tuple[str, ...]
    notes: tuple[str, ...]
    rows: tuple[str, ...]


def call(folder: Path, *arguments: str | Path) -> Any:
    done = assembler(*arguments, folder=folder)
    assert done.code in (0, 1), done.out + done.err
    return done


def fresh(root: Path) -> Path:
    call(root.parent, "new", root, "--empty", "--languages", "en,ru,kk")
    configuration = root / "submission.toml"
    text = configuration.read_text(encoding="utf-8")
    configuration.write_text(re.sub(r'restart = "\w+"', 'restart = "section"', text), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def sources(shared: Path) -> list[Path]:
    folder = shared / "real" / "iccpr-2016-en"
    if not folder.is_dir():
        pytest.skip("the real submission is absent")
    return sorted(folder.glob("[0-9]*.md"))


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory, sources: list[Path]) -> Path:
    root = fresh(tmp_path_factory.mktemp("original") / "submission")
    call(root, "adopt", *sources, "--lang", "en")
    call(root, "update")
    return root


@pytest.fixture(scope="module")
def printed(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The four editions in one folder."""
    folder = tmp_path_factory.mktemp("printed")
    call(original, "build", "en", "--format", "docx,odt", "--out", folder / "drafts")
    call(original, "build", "en", "--format", "docx,odt", "--out", folder / "finals", "--final", "--missing", "mark")
    for kind in ("draft", "final"):
        for file in (folder / f"{kind}s").iterdir():
            file.rename(folder / f"{kind}{file.suffix}")
    return folder


def said(root: Path) -> Said:
    submission = store.load(root)
    sections = {section.id: section for section in submission.sections}
    texts: list[tuple[str, str]] = []
    for id in submission.printed:
        if id not in FRONT:
            texts += _of_section(sections[id])
    texts += [("other", part.title) for part in submission.config.parts if part.title]

    def of(kind: str) -> tuple[str, ...]:
        return tuple(_plain(text) for each, text in texts if each == kind)

    return Said(of("numbered"), of("other"), of("note"), of("row"))


def _plain(words: str) -> str:
    """Without what editions may change: blanks at notes' marks, digits' groups, bold of headers."""
    marked = re.sub(r"\s*\[\^[^\]]*\]", "[^]", words)
    return re.sub(r"(?<=\d),(?=\d{3})", "", marked).replace("\u00a0", " ").replace("*", "")


def _of_section(section: Section[str]) -> Iterator[tuple[str, str]]:
    yield from _of_blocks(section.blocks, "numbered")
    for note in section.notes:
        yield "note", " / ".join(walk.every_words(note.blocks))


def _of_blocks(blocks: Any, kind: str) -> Iterator[tuple[str, str]]:
    for block in blocks:
        match block:
            case Paragraph():
                yield ("other" if "unnumbered" in block.classes else kind), block.words
            case Heading():
                yield "other", block.words
            case List():
                for item in block.items:
                    yield from _of_blocks(item.blocks, "other")
            case Quote() | Div():
                yield from _of_blocks(block.blocks, "other")
            case Table():
                if block.caption is not None:
                    yield "other", block.caption.words
                for row in (block.head, *block.rows):
                    yield "row", " | ".join(cell.words for cell in row.cells)


@pytest.fixture(scope="module")
def expected(original: Path) -> Said:
    return said(original)


def counted(root: Path) -> list[int]:
    """The numbers of the paragraphs in print, in their order."""
    return list(computed_numbers(store.load(root)).values())


def read_before(root: Path, file: Path) -> list[int]:
    """The numbers that stand before paragraphs in a file, in their order."""
    submission = store.load(root)
    read = read_in(root, submission, [file], "en", Random(1), new=False, way=Way(split=2))
    return [number.value for each in read.imported for number in each.numbers]


@pytest.mark.parametrize("name", FORMATS)
def test_our_own_editions_come_back(name: str, printed: Path, original: Path, expected: Said, tmp_path: Path) -> None:
    root = fresh(tmp_path / "submission")
    call(root, "adopt", printed / name, "--lang", "en", "--split", "2")
    back = said(root)
    assert back.notes == expected.notes
    assert back.rows == expected.rows
    assert sorted(back.others) == sorted(expected.others)
    assert back.numbered == expected.numbered
    assert read_before(root, printed / name) == counted(original)


@pytest.mark.parametrize("name", ["draft.docx", "draft.odt"])
def test_drafts_bring_their_ids_back(name: str, printed: Path, original: Path, tmp_path: Path) -> None:
    root = fresh(tmp_path / "submission")
    call(root, "adopt", printed / name, "--lang", "en", "--split", "2")
    before = {unit.id for unit in store.load(original).units if "." not in unit.id}
    after = {unit.id for unit in store.load(root).units}
    assert len(before - after) <= 3, before - after


def test_what_pandoc_prints_comes_back(sources: list[Path], expected: Said, tmp_path: Path) -> None:
    pypandoc = pytest.importorskip("pypandoc")
    text = "\n\n".join(source.read_text(encoding="utf-8") for source in sources)
    together = _with_notes_of_their_own(sources)
    assert len(together) > len(text) / 2
    (tmp_path / "all.md").write_text(together, encoding="utf-8")
    document = tmp_path / "all.docx"
    program = pypandoc.get_pandoc_path()
    subprocess.run([program, "--from", "markdown-smart", tmp_path / "all.md", "-o", document], check=True)
    root = fresh(tmp_path / "submission")
    call(root, "adopt", document, "--lang", "en", "--split", "2")
    back = said(root)
    assert back.notes == expected.notes
    assert back.rows == expected.rows
    assert back.numbered == expected.numbered


def _with_notes_of_their_own(sources: list[Path]) -> str:
    """The files in one: their notes have the same labels."""
    return "\n\n".join(
        re.sub(r"\[\^(\w+)\]", rf"[^f{number}\1]", source.read_text(encoding="utf-8"))
        for number, source in enumerate(sources)
    )
