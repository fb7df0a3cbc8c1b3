"""The sample submission: complete where it should be, and every word of it in its files."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pypandoc
import pytest
from lxml import etree

from assembler.document import walk
from assembler.document.bookmarks import bookmark
from assembler.document.model import Document, Figure, Heading, Paragraph, Table, Words
from assembler.edition.localize import Policy
from assembler.jobs.editions import single
from assembler.jobs.translations import translations
from assembler.language import load as languages
from assembler.project import store
from tests.acceptance.command import assembler
from tests.acceptance.sample import copy_sample
from tests.docx_parts import bookmarked, part
from tests.readback import collapsed, pandoc_blocks, units
from tests.tools import converted, ooxml_validator, pdf_text, sdk_errors

LANGUAGES = ("ru", "kk", "en")
LABELS = [languages.load(code).labels for code in LANGUAGES]
MARKS = {mark for each in LABELS for mark in (each.untranslated, each.fuzzy, each.waiting)}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample with its editions built by the command line."""
    folder = tmp_path_factory.mktemp("sample")
    copy_sample(folder)
    built = assembler("build", "--json", folder=folder)
    assert built.code == 0, built.err
    return folder


@pytest.fixture(scope="module")
def editions(sample: Path) -> dict[str, Document[Words]]:
    """What the files ought to say: the editions as values."""
    submission = store.load(sample)
    present = translations(sample, submission)
    return {code: single(submission, present, code, Policy.MARK).composed.document for code in LANGUAGES}


def file(sample: Path, language: str) -> Path:
    return sample / "out" / f"submission-{language}.docx"


def test_nothing_is_wrong_with_it(sample: Path) -> None:
    checked = assembler("check", "--severity", "warning", "--json", folder=sample)
    assert [each["code"] for each in checked.json["findings"]] == ["profile-length"], "how many words it has"
    assert checked.code == 0


def test_its_catalogs_are_up_to_date(sample: Path) -> None:
    updated = assembler("update", "--dry-run", "--json", folder=sample).json
    assert (updated["written"], updated["removed"]) == ([], [])


def test_english_is_complete_and_kazakh_has_something_in_every_state(sample: Path) -> None:
    status = assembler("status", "--json", folder=sample).json["languages"]
    assert [status["en"]["units"][state] for state in ("fuzzy", "untranslated", "waiting")] == [0, 0, 0]
    assert [status["ru"]["units"][state] for state in ("fuzzy", "untranslated", "waiting")] == [2, 0, 0]
    assert all(status["kk"]["units"][state] > 0 for state in ("translated", "fuzzy", "untranslated", "waiting"))
    assert sum(status["en"]["units"][state] for state in ("original", "translated")) >= 180
    assert len(status["en"]["sections"]) >= 10


def test_all_three_languages_are_originals_of_some_section(sample: Path) -> None:
    status = assembler("status", "--json", folder=sample).json["languages"]
    assert all(status[code]["units"]["original"] > 0 for code in LANGUAGES)


def test_the_same_paragraph_bears_the_same_number_in_every_edition(editions: dict[str, Document[Words]]) -> None:
    def numbers(document: Document[Words]) -> dict[str | None, tuple[int, int]]:
        blocks = (block for block in document.blocks if isinstance(block, Paragraph) and block.number)
        return {block.id: (block.number.series, block.number.value) for block in blocks if block.number}

    russian, kazakh, english = (numbers(editions[code]) for code in LANGUAGES)
    assert russian == kazakh == english
    of_text = [value for series, value in russian.values() if series == 1]
    assert of_text == list(range(1, len(of_text) + 1))
    assert [value for series, value in russian.values() if series > 1] == [1, 2, 3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_python_docx_reads_every_unit_between_its_bookmarks(
    sample: Path, editions: dict[str, Document[Words]], language: str
) -> None:
    data = file(sample, language).read_bytes()
    read = bookmarked(part(data, "word/document.xml")) | bookmarked(part(data, "word/footnotes.xml"))
    expected = {bookmark(id): in_word(walk.plain_text(words.content)) for id, words in units(editions[language])}
    assert len(expected) > 250
    assert {name: read.get(name) for name in expected} == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_pandoc_reads_every_unit_and_every_note(
    sample: Path, editions: dict[str, Document[Words]], language: str
) -> None:
    tree = json.loads(pypandoc.convert_file(str(file(sample, language)), "json"))
    read = list(pandoc_blocks(tree["blocks"]))
    marks = {"", *(f"{mark} " for mark in MARKS)}
    every = list(walk.every_block(editions[language].blocks))
    labelled = {each.caption.id for each in every if isinstance(each, Table | Figure) and each.caption}
    labelled |= {each.id for each in every if isinstance(each, Heading) and each.label}
    for id, words in units(editions[language]):
        text = collapsed(in_word(walk.plain_text(words.content)))
        known = any(f"{mark}{text}" in read for mark in marks)
        assert known or (id in labelled and any(line.endswith(text) for line in read)), text
    assert json.dumps(tree).count('"Note"') == len(editions[language].notes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_open_xml_sdk_finds_nothing(sample: Path, language: str, tool: Callable[[str], str]) -> None:
    validator = ooxml_validator() or tool("ooxml-validator")
    assert sdk_errors(validator, file(sample, language)) == []


def test_the_lint_finds_nothing_in_drafts_and_final_editions_of_either_format(sample: Path) -> None:
    for options in ([], ["--final", "--missing", "mark"]):
        out = sample / f"linted{len(options)}"
        assert assembler("build", "--format", "docx,odt", "--out", out, *options, folder=sample).code == 0
        files = [argument for file in sorted(out.iterdir()) for argument in ("--file", file)]
        checked = assembler("check", *files, *options[:1], "--severity", "info", "--json", folder=sample)
        assert checked.json["findings"] == []


def in_word(text: str) -> str:
    """A text as DOCX has it: Word does not see the sign that joins the ends of a range."""
    return text.replace("\u2060", "")


def plain(text: str) -> str:
    """Without blanks; fonts show a hyphen that does not break as any other."""
    return "".join(text.split()).replace("\u2011", "-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_libreoffice_shows_the_computed_numbers(
    sample: Path, editions: dict[str, Document[Words]], language: str, tool: Callable[[str], str], tmp_path: Path
) -> None:
    pdf = converted(tool("soffice"), file(sample, language), "pdf", tmp_path)
    shown = plain(pdf_text(tool("pdftotext"), pdf))
    numbered = [b for b in editions[language].blocks if isinstance(b, Paragraph) and b.number]
    for block in numbered:
        assert block.number is not None
        opening = plain(walk.plain_text(block.words.content))[:12]
        marks = {"", *("".join(mark.split()) for mark in MARKS)}
        assert any(f"{block.number.value}.{mark}{opening}" in shown for mark in marks), (block.number, opening)


def test_final_english_has_no_id_in_it(sample: Path) -> None:
    built = assembler("build", "en", "--final", "--out", "final", "--json", folder=sample)
    assert built.code == 0, built.err
    data = (sample / "final" / "submission-en.docx").read_bytes()
    text = etree.tostring(part(data, "word/document.xml"), encoding="unicode")
    assert "_P_" not in text
    assert "art07" not in text
