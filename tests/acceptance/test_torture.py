"""A submission with every element in every place that allows it, in three languages, with translations missing.

The files in `torture/` go the whole way through the command line. What LibreOffice shows is compared with what the
editions' trees say, and what it saves with what it opened.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assembler.document import walk
from assembler.document.model import Document, Heading, Paragraph, Words
from assembler.edition.localize import Policy
from assembler.jobs.editions import single
from assembler.jobs.translations import translations
from assembler.project import store
from tests.acceptance.command import assembler
from tests.conftest import absent
from tests.docx_parts import fields, found, part
from tests.odf import rng_errors
from tests.tools import all_converted, converted, ooxml_validator, pdf_text, sdk_errors

Tool = Callable[[str], str]

SUBMISSION = Path(__file__).parent / "torture"
LANGUAGES = ("ru", "kk", "en")
FORMATS = ("docx", "odt")
ALL = [(language, format) for language in LANGUAGES for format in FORMATS]
EACH = pytest.mark.parametrize(("language", "format"), ALL)

LEAST_WORDS = 12
"""Letters of a paragraph that are enough to know it by."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy with its drafts in `out` and its final editions in `final`."""
    copy = tmp_path_factory.mktemp("torture") / "submission"
    shutil.copytree(SUBMISSION, copy)
    assert assembler("update", folder=copy).code == 0
    for options in ((), ("--final", "--missing", "mark", "--out", "final")):
        built = assembler("build", "--format", ",".join(FORMATS), *options, "--json", folder=copy)
        assert built.code == 0, built.out
        assert len(built.json["editions"]) == len(ALL)
    return copy


@pytest.fixture(scope="module")
def editions(folder: Path) -> dict[str, Document[Words]]:
    """What the files ought to say."""
    submission = store.load(folder)
    present = translations(folder, submission)
    return {code: single(submission, present, code, Policy.MARK).composed.document for code in LANGUAGES}


@pytest.fixture(scope="module")
def pages(folder: Path, tool: Tool, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], list[str]]:
    """The text of each page of the final editions, without blanks and hyphens, as LibreOffice sets them."""
    soffice, pdftotext = tool("soffice"), tool("pdftotext")
    found: dict[tuple[str, str], list[str]] = {}
    for format in FORMATS:
        target = tmp_path_factory.mktemp(format)
        files = [file(folder, "final", language, format) for language in LANGUAGES]
        for language, pdf in zip(LANGUAGES, all_converted(soffice, files, "pdf", target), strict=True):
            found[language, format] = [bare(page) for page in pdf_text(pdftotext, pdf).split("\f")]
    return found


def file(folder: Path, purpose: str, language: str, format: str) -> Path:
    return folder / purpose / f"submission-{language}.{format}"


def bare(text: str) -> str:
    """Letters and digits in order; breaking lines changes only what is between them."""
    return re.sub(r"[\s\u00ad\u2010\u2011\u200b\u2060-]+", "", text)


def test_it_holds_every_state_of_a_translation(folder: Path) -> None:
    status = assembler("status", "--json", folder=folder).json["languages"]
    for code in LANGUAGES:
        assert all(status[code]["units"][state] for state in ("original", "translated", "fuzzy", "untranslated"))


@pytest.mark.parametrize("purpose", ["out", "final"])
def test_the_lint_finds_nothing(folder: Path, purpose: str) -> None:
    options = [option for pair in ALL for option in ("--file", file(folder, purpose, *pair))]
    final = ["--final"] if purpose == "final" else []
    checked = assembler("check", *options, *final, "--severity", "info", "--json", folder=folder)
    assert checked.json["findings"] == []


def test_the_lint_finds_nothing_in_the_other_style_sheet(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "report"
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("out", "final"))
    settings = (copy / "submission.toml").read_text(encoding="utf-8")
    (copy / "submission.toml").write_text(settings.replace('style = "un"', 'style = "report"'), encoding="utf-8")
    final = ("--final", "--missing", "mark", "--format", ",".join(FORMATS))
    built = assembler("build", *final, "--json", folder=copy).json
    assert len(built["editions"]) == len(ALL)
    assert {each["code"] for each in built["findings"]} <= {
        "not-current",
        "docx-illegal-character",
        "odt-illegal-character",
    }


@pytest.mark.parametrize("purpose", ["out", "final"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_open_xml_sdk_finds_nothing(folder: Path, purpose: str, language: str) -> None:
    validator = ooxml_validator()
    if validator is None:
        absent("ooxml-validator")
    assert sdk_errors(str(validator), file(folder, purpose, language, "docx")) == []


@pytest.mark.parametrize("purpose", ["out", "final"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_schema_of_opendocument_finds_nothing(folder: Path, purpose: str, language: str, shared: Path) -> None:
    assert rng_errors(shared / "schemas" / "odf1.3", file(folder, purpose, language, "odt").read_bytes()) == []


@EACH
def test_paragraphs_show_their_computed_numbers(
    pages: dict[tuple[str, str], list[str]], editions: dict[str, Document[Words]], language: str, format: str
) -> None:
    shown = "".join(pages[language, format])
    numbered = [
        block for block in walk.every_block(editions[language].blocks) if isinstance(block, Paragraph) and block.number
    ]
    assert len(numbered) == 27
    for block in numbered:
        assert block.number is not None
        opening = re.escape(bare(walk.plain_text(block.words.content))[:LEAST_WORDS])
        assert re.search(rf"{block.number.value}\.(\[\w+\])?{opening}", shown), (block.number.value, opening)


@EACH
def test_notes_show_their_computed_numbers(
    pages: dict[tuple[str, str], list[str]], editions: dict[str, Document[Words]], language: str, format: str
) -> None:
    shown = "".join(pages[language, format])
    assert len(editions[language].notes) == 16
    for number, note in enumerate(editions[language].notes, 1):
        first = note.blocks[0]
        assert isinstance(first, Paragraph)
        opening = re.escape(bare(walk.plain_text(first.words.content))[:LEAST_WORDS])
        assert re.search(rf"{number}(\[\w+\])?{opening}", shown), (number, opening)


@EACH
def test_references_dates_and_numbers_are_printed_as_they_were_computed(
    pages: dict[tuple[str, str], list[str]], editions: dict[str, Document[Words]], language: str, format: str
) -> None:
    shown = "".join(pages[language, format])
    wanted = {id: bare(walk.plain_text(words.content)) for id, words in _of_section(editions[language], "rf-")}
    assert len(wanted) > 8
    assert {id: text for id, text in wanted.items() if not _stands(text, shown)} == {}


def _stands(text: str, shown: str) -> bool:
    """Whether a text is shown, whole or parted by the end of a page."""
    return text in shown or any(text[:at] in shown and text[at:] in shown for at in range(40, len(text) - 40))


def _of_section(edition: Document[Words], prefix: str) -> Iterator[tuple[str, Words]]:
    for block in walk.every_block(edition.blocks):
        if isinstance(block, Paragraph | Heading) and (block.id or "").startswith(prefix):
            yield str(block.id), block.words


@EACH
def test_the_contents_name_the_headings_in_order(
    pages: dict[tuple[str, str], list[str]], editions: dict[str, Document[Words]], language: str, format: str
) -> None:
    contents = pages[language, format][1]
    headings = [block for block in walk.every_block(editions[language].blocks) if isinstance(block, Heading)]
    openings = [bare(walk.plain_text(each.words.content))[:LEAST_WORDS] for each in headings if each.level <= 3]
    assert len(openings) > 8
    at = 0
    for opening in openings:
        at = contents.find(opening, at)
        assert at >= 0, opening


def test_the_contents_of_odt_name_the_pages_on_which_the_headings_stand(
    pages: dict[tuple[str, str], list[str]], editions: dict[str, Document[Words]]
) -> None:
    contents, *rest = pages["en", "odt"][1:]
    for heading in (block for block in editions["en"].blocks if isinstance(block, Heading) and block.level == 1):
        words = bare(walk.plain_text(heading.words.content))
        standing = [number for number, page in enumerate(rest, 3) if words in page]
        assert re.search(rf"{re.escape(words)}\.*{standing[0]}(?!\d)", contents), words


def test_libreoffice_gives_back_every_bookmark_note_and_reference(folder: Path, tool: Tool, tmp_path: Path) -> None:
    draft = file(folder, "out", "ru", "docx")
    odt = converted(tool("soffice"), draft, "odt", tmp_path)
    returned = converted(tool("soffice"), odt, "docx", tmp_path)
    before, after = (part(each.read_bytes(), "word/document.xml") for each in (draft, returned))
    names = {name for name in found(before, ".//w:bookmarkStart/@w:name") if name.startswith("_P_")}
    assert len(names) > 150
    assert names <= set(found(after, ".//w:bookmarkStart/@w:name"))
    assert len(found(after, ".//w:footnoteReference")) == len(found(before, ".//w:footnoteReference")) == 16
    assert sorted(_targets(after)) == sorted(_targets(before))
    checked = assembler("check", "--file", returned, "--json", folder=folder).json["findings"]
    assert [finding for finding in checked if finding["severity"] == "error"] == []


def _targets(root: object) -> list[str]:
    """The paragraphs that fields ask for a number."""
    return re.findall(r"REF (_P_\w+) \\[rnw]", "\n".join(fields(root)))  # type: ignore[arg-type]
