"""A real submission of 70 pages goes the whole way, through the command line only.

39 Markdown files in English become sections; catalogs are written for two languages; the English DOCX is built and
taken apart again. What is expected was counted in the files by other means (their README.md says how).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.acceptance.command import Result, assembler
from tests.tools import all_converted, converted, pdf_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NUMBERED_PARAGRAPHS = 504
NUMBERED_SECTIONS = 36
NOTES = 179
ABSENT_NOTES = 118
PARTIAL_NOTES = 10
BULLETS = 191
RECOMMENDATIONS = 18
GAPS = {"25-article-07": (18, 17), "26-article-08": (16, 13), "35-article-19": (70, 69)}
"""Where a typed number jumps: the paragraph's number in print, and the one that is computed."""


def call(folder: Path, *arguments: str | Path) -> Result:
    """Run the program, which must have nothing to complain of."""
    done = assembler(*arguments, folder=folder)
    assert done.code == 0, done.out + done.err
    return done


@pytest.fixture(scope="module")
def files(shared: Path) -> list[Path]:
    folder = shared / "real" / "iccpr-2016-en"
    if not folder.is_dir():
        pytest.skip("the real submission is absent")
    return sorted(folder.glob("[0-9]*.md"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty submission whose numbers begin again in each section."""
    root = tmp_path_factory.mktemp("real") / "submission"
    call(root.parent, "new", root, "--empty", "--languages", "en,ru,kk")
    configuration = root / "submission.toml"
    text = configuration.read_text(encoding="utf-8")
    configuration.write_text(re.sub(r'restart = "\w+"', 'restart = "section"', text), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def adopted(folder: Path, files: list[Path]) -> dict[str, Any]:
    result: dict[str, Any] = call(folder, "adopt", *files, "--lang", "en", "--json").json
    return result


@pytest.fixture(scope="module")
def built(folder: Path, adopted: dict[str, Any]) -> Document:
    assert adopted["sections"]
    call(folder, "update")
    result = call(folder, "build", "en", "--json").json
    [edition] = result["editions"]
    return Document(folder / edition["path"])


class Document:
    """A DOCX taken apart: its paragraphs with the numbers that a word processor counts for them."""

    def __init__(self, path: Path) -> None:
        with ZipFile(path) as package:
            self.body = etree.fromstring(package.read("word/document.xml"))
            self.notes = etree.fromstring(package.read("word/footnotes.xml"))
            self._numbering = etree.fromstring(package.read("word/numbering.xml"))

    def paragraphs(self, style: str) -> Iterator[etree._Element]:
        for paragraph in self.body.iter(f"{W}p"):
            if paragraph.find(f"{W}pPr/{W}pStyle[@{W}val='{style}']") is not None:
                yield paragraph

    def numbered(self) -> list[tuple[str, int]]:
        """The numbered paragraphs: the run that each belongs to, and its number in that run."""
        counts: Counter[str] = Counter()
        found = []
        for paragraph in self.paragraphs("NumberedParagraph"):
            run = self._numbering_of(paragraph)
            counts[run] += 1
            found.append((run, self._start(run) + counts[run] - 1))
        return found

    def bullets(self) -> int:
        return sum(1 for paragraph in self.body.iter(f"{W}p") if self._format(paragraph) == "bullet")

    def _numbering_of(self, paragraph: etree._Element) -> str:
        return value(paragraph, f"{W}pPr/{W}numPr/{W}numId")

    def _start(self, run: str) -> int:
        return int(value(self._numbering, f"{W}num[@{W}numId='{run}']/{W}lvlOverride/{W}startOverride") or 1)

    def _format(self, paragraph: etree._Element) -> str:
        run = self._numbering_of(paragraph)
        level = value(paragraph, f"{W}pPr/{W}numPr/{W}ilvl")
        abstract = value(self._numbering, f"{W}num[@{W}numId='{run}']/{W}abstractNumId")
        place = f"{W}abstractNum[@{W}abstractNumId='{abstract}']/{W}lvl[@{W}ilvl='{level}']/{W}numFmt"
        return value(self._numbering, place) if run else ""


def value(element: etree._Element, path: str) -> str:
    """The `w:val` of what stands at `path`; empty where nothing does."""
    found = element.find(path)
    return "" if found is None else str(found.get(f"{W}val"))


def words(paragraph: etree._Element) -> str:
    return "".join(str(text.text or "") for text in paragraph.iter(f"{W}t"))


def printed_numbers(file: Path) -> list[int]:
    """The numbers typed at the beginning of top-level paragraphs."""
    text = file.read_text(encoding="utf-8")
    return [int(number) for number in re.findall(r"^(\d+)\. ", text, re.MULTILINE)]


def test_every_file_becomes_a_section(adopted: dict[str, Any], files: list[Path]) -> None:
    assert adopted["sections"] == [f"sources/en/{file.name}" for file in files]


def test_every_id_is_in_order(folder: Path, adopted: dict[str, Any]) -> None:
    checked = call(folder, "ids", "--check", "--json").json
    assert adopted["sections"]
    assert checked["findings"] == []


def test_the_gaps_of_the_original_are_reported_and_no_other_difference(adopted: dict[str, Any]) -> None:
    differences = [each for each in adopted["findings"] if each["code"] == "number-differs"]
    assert [each["section"] for each in differences] == list(GAPS)
    for each, (typed, computed) in zip(differences, GAPS.values(), strict=True):
        assert f"{typed}, the computed one is {computed}" in each["message"]
        assert each["id"]
        assert each["line"]


def test_what_could_not_come_along_is_reported_with_its_line(adopted: dict[str, Any]) -> None:
    codes = Counter(each["code"] for each in adopted["findings"])
    spans = [each for each in adopted["findings"] if each["code"] == "import-attributes"]
    assert codes["import-div"] == 15
    assert sum(int(re.findall(r"\((\d+)×\)", each["message"])[0]) for each in spans) == ABSENT_NOTES + PARTIAL_NOTES
    assert all(each["line"] for each in spans)
    assert not [each for each in adopted["findings"] if each["severity"] == "error"]


def test_all_words_wait_for_translation(folder: Path, built: Document) -> None:
    assert built.body is not None
    languages = call(folder, "status", "--json").json["languages"]
    units = languages["en"]["units"]["original"]
    assert units > NUMBERED_PARAGRAPHS + NOTES + BULLETS
    for code in ("ru", "kk"):
        assert languages[code]["units"]["untranslated"] == units
        assert len(languages[code]["sections"]) >= 39


def test_numbered_paragraphs_restart_in_each_section_and_are_as_printed_but_for_the_gaps(
    built: Document, files: list[Path]
) -> None:
    numbered = built.numbered()
    assert len(numbered) == NUMBERED_PARAGRAPHS
    assert len({run for run, _ in numbered}) == NUMBERED_SECTIONS
    computed = iter(number for _, number in numbered)
    for file in files:
        shift = 0
        for printed in printed_numbers(file):
            gap = GAPS.get(file.stem)
            shift = gap[0] - gap[1] if gap and printed == gap[0] else shift
            assert next(computed) == printed - shift, file.name
    assert list(computed) == []


def test_notes_bullets_and_recommendations_are_all_there(built: Document) -> None:
    marks = [mark.get(f"{W}id") for mark in built.body.iter(f"{W}footnoteReference")]
    texts = [note for note in built.notes.iter(f"{W}footnote") if note.get(f"{W}type") is None]
    labels = list(built.paragraphs("RecommendationLabel"))
    assert len(marks) == len(set(marks)) == len(texts) == NOTES
    assert built.bullets() == BULLETS
    assert len(labels) == RECOMMENDATIONS


def test_nothing_is_wrong_with_the_final_files(folder: Path, built: Document) -> None:
    assert built.body is not None
    final = call(folder, "build", "en", "--format", "docx,odt", "--final", "--out", "final", "--json").json
    files = [argument for edition in final["editions"] for argument in ("--file", edition["path"])]
    assert len(files) == 4
    assert call(folder, "check", *files, "--final", "--json").json["findings"] == []


@pytest.fixture(scope="module")
def final(folder: Path, built: Document) -> list[Path]:
    assert built.body is not None
    out = folder / "submitted"
    call(folder, "build", "en", "--format", "docx,odt", "--final", "--no-page-numbers", "--out", out)
    return sorted(out.iterdir())


def test_libreoffice_shows_every_computed_number(
    folder: Path, final: list[Path], tool: Callable[[str], str], tmp_path: Path
) -> None:
    rows = [row for row in call(folder, "concordance", "en", "--json").json if row["number"]]
    kinds = Counter(row["kind"] for row in rows)
    assert (kinds["paragraph"], kinds["note"], kinds["table"]) == (NUMBERED_PARAGRAPHS, NOTES, 1)
    for format in (".docx", ".odt"):
        files = [file for file in final if file.suffix == format]
        [pdf] = all_converted(tool("soffice"), files, "pdf", tmp_path)
        shown = bare(pdf_text(tool("pdftotext"), pdf))
        assert [row["id"] for row in rows if not is_shown(row, shown)] == []


def is_shown(row: dict[str, Any], text: str) -> bool:
    """Whether a number stands before the first words; of an item its marker alone, and not its paragraph's number."""
    number = re.escape(row["number"].split()[-1])
    opening = re.escape(bare(row["texts"]["en"].rstrip("…"))[:14])
    return re.search(rf"{number}[.:]?{opening}", text) is not None


def bare(text: str) -> str:
    """Letters and digits in order; breaking lines changes only what is between them."""
    return re.sub(r"[\s\u00ad\u2010\u2011\u200b\u2060-]+", "", text)


def test_libreoffice_gives_back_every_bookmark_every_note_and_every_word(
    folder: Path, built: Document, tool: Callable[[str], str], tmp_path: Path
) -> None:
    draft = folder / "out" / "submission-en.docx"
    returned = converted(tool("soffice"), converted(tool("soffice"), draft, "odt", tmp_path), "docx", tmp_path)
    after = Document(returned).body
    names = {str(mark.get(f"{W}name")) for mark in built.body.iter(f"{W}bookmarkStart")}
    assert len([name for name in names if name.startswith("_P_")]) > NUMBERED_PARAGRAPHS
    assert names <= {mark.get(f"{W}name") for mark in after.iter(f"{W}bookmarkStart")}
    assert len(list(after.iter(f"{W}footnoteReference"))) == NOTES
    assert re.sub(r"\s", "", words(after)) == re.sub(r"\s", "", words(built.body))


def test_the_table_has_its_caption_and_a_note_in_it(built: Document) -> None:
    [table] = built.body.iter(f"{W}tbl")
    [caption] = built.paragraphs("Caption")
    assert len(list(table.iter(f"{W}tr"))) == 5
    assert "The number of privacy related crimes recorded" in words(caption)
    assert len(list(caption.iter(f"{W}footnoteReference"))) == 1


def test_every_word_of_the_files_stands_in_the_document_in_order(built: Document, folder: Path) -> None:
    """Against the sections, paragraph by paragraph; that those have every word of the files is tested with them."""
    text = iter("".join(words(paragraph).split()) for paragraph in built.body.iter(f"{W}p"))
    for section in sorted((folder / "sources" / "en").glob("*.md")):
        for sought in plain_paragraphs(section.read_text(encoding="utf-8")):
            assert any(sought in paragraph for paragraph in text), (section.name, sought)


def plain_paragraphs(markdown: str) -> Iterator[str]:
    """Paragraphs that hold no markup at all, without blanks."""
    body = re.split(r"^\[\^", markdown, maxsplit=1, flags=re.MULTILINE)[0]
    for line in body.splitlines():
        if re.fullmatch(r"[^\\\[\]{}<>*_`|#&]{40,}", line):
            yield "".join(line.split())
