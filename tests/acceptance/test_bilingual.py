"""`build --bilingual`: the table that a translator gets in Word, and what of it survives the way there and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from assembler.document.bookmarks import BASE, base_digest, digest, unit_id
from tests import docx_parts, odf
from tests.acceptance.command import assembler
from tests.acceptance.place import Place, translated
from tests.tools import converted, ooxml_validator, sdk_errors

SOURCES = {"a": "Первый *важный* абзац[^n].", "b": "Второй абзац, см. [](#a){form=acc}.", "c": "Третий\\\nабзац."}


class Line(NamedTuple):
    """A row as a reader of the file finds it."""

    id: str
    base: str
    cells: tuple[str, ...]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A section with one text translated, one fuzzy, one not translated; and a note."""
    made = translated(tmp_path)
    path = tmp_path / "sources" / "ru" / "01.md"
    texts = "\n".join(f"{{#{id}}}\n{text}\n" for id, text in SOURCES.items())
    path.write_text(f"{texts}\n[^n]: Сноска.\n", encoding="utf-8")
    (tmp_path / "sources" / "ru" / "02.md").write_text("{#d}\nЧетвертый.\n", encoding="utf-8")
    made.update()
    return made


def build(place: Place, *options: str) -> Path:
    done = assembler("build", "--bilingual", "en", "--format", "docx,odt", *options, folder=place.root)
    assert done.code == 0, done.err
    return place.root / "out"


def lines(file: Path) -> list[Line]:
    return _docx_lines(file) if file.suffix == ".docx" else _odt_lines(file)


def _docx_lines(file: Path) -> list[Line]:
    body = docx_parts.part(file.read_bytes(), "word/document.xml")
    w = f"{{{docx_parts.W}}}"
    return [
        _line([str(each.get(f"{w}name")) for each in row.iter(f"{w}bookmarkStart")],
              [_text(cell, f"{w}t", f"{w}br") for cell in row.iter(f"{w}tc")])
        for row in body.iter(f"{w}tr")
        if row.find(f"{w}trPr/{w}tblHeader") is None
    ]  # fmt: skip


def _odt_lines(file: Path) -> list[Line]:
    found = []
    for table in odf.part(file.read_bytes()).iter(f"{odf.TABLE}table"):
        for row in table.findall(f"{odf.TABLE}table-row"):
            names = [str(each.get(f"{odf.TEXT}name")) for each in row.iter(f"{odf.TEXT}bookmark-start")]
            cells = ["".join(_odt_text(cell)) for cell in row.iter(f"{odf.TABLE}table-cell")]
            found.append(_line(names, cells))
    return found


def _odt_text(cell: etree._Element) -> list[str]:
    for each in list(cell.iter(f"{odf.OFFICE}annotation")):
        for child in list(each):
            each.remove(child)
    for each in cell.iter(f"{odf.TEXT}line-break"):
        each.text = "\n"
    return ["".join(map(str, paragraph.itertext())) for paragraph in cell.iter(f"{odf.TEXT}p")]


def _text(cell: etree._Element, text: str, line: str) -> str:
    return "".join("\n" if each.tag == line else each.text or "" for each in cell.iter(text, line))


def _line(names: list[str], cells: list[str]) -> Line:
    id = next(unit_id(name) for name in names if unit_id(name))
    base = next(base_digest(name) for name in names if name.startswith(BASE))
    return Line(id, base, tuple(cells))


@pytest.mark.parametrize("format", ["docx", "odt"])
def test_a_row_has_id_base_source_and_translation_with_their_markup(format: str, place: Place) -> None:
    found = {line.id: line for line in lines(build(place) / f"submission-en-bilingual.{format}")}
    assert list(found) == ["title", "a", "b", "c", "n", "d"]
    for id, text in {"a": SOURCES["a"], "b": SOURCES["b"], "c": "Третий\nабзац."}.items():
        assert found[id].cells[1] == text
        assert found[id].base == digest(text)
    assert found["a"].cells[2] == "Words of a"
    assert [found[id].cells[3] for id in ("a", "d")] == ["fuzzy (source changed)", "untranslated"]
    assert (found["a"].cells[0], found["d"].cells[2:]) == ("1\na", ("", "untranslated", ""))


def test_the_base_changes_with_the_source(place: Place) -> None:
    before = {line.id: line.base for line in lines(build(place) / "submission-en-bilingual.docx")}
    path = place.root / "sources" / "ru" / "02.md"
    path.write_text("{#d}\nЧетвертый, иначе.\n", encoding="utf-8")
    after = {line.id: line.base for line in lines(build(place) / "submission-en-bilingual.docx")}
    assert {id for id in before if before[id] != after[id]} == {"d"}


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (("--list", "untranslated"), ["title", "n", "d"]),
        (("--list", "fuzzy"), ["a", "b", "c"]),
        (("--list", "fuzzy,untranslated", "--section", "02"), ["d"]),
        (("--section", "01"), ["a", "b", "c", "n"]),
        (("--words", "3"), ["title", "a"]),
        (("--words", "3", "--list", "untranslated"), ["title", "n", "d"]),
        (("--words", "1", "--section", "02"), ["d"]),
    ],
    ids=lambda each: " ".join(each),
)
def test_a_table_has_the_texts_that_were_asked_for(options: tuple[str, ...], ids: list[str], place: Place) -> None:
    assert [line.id for line in lines(build(place, *options) / "submission-en-bilingual.docx")] == ids


def test_where_nothing_is_to_be_done_no_table_is_written(place: Place) -> None:
    done = assembler("build", "--bilingual", "en", "--list", "waiting", "--json", folder=place.root)
    assert (done.code, done.json["editions"]) == (0, [])
    assert [each["code"] for each in done.json["findings"]] == ["nothing-to-translate"]


def test_a_program_learns_which_table_was_written(place: Place) -> None:
    done = assembler("build", "--bilingual", "en", "--list", "fuzzy", "--json", folder=place.root)
    (edition,) = done.json["editions"]
    assert (edition["kind"], edition["format"], edition["units"]) == ("bilingual", "docx", {"fuzzy": 3})


def test_the_page_lies_on_its_side_and_the_header_row_is_repeated(place: Place) -> None:
    folder = build(place)
    body = docx_parts.part((folder / "submission-en-bilingual.docx").read_bytes(), "word/document.xml")
    assert docx_parts.found(body, ".//w:pgSz/@w:orient") == ["landscape"]
    assert len(list(body.iter(f"{{{docx_parts.W}}}tbl"))) == 3
    assert len(list(body.iter(f"{{{docx_parts.W}}}tblHeader"))) == 3
    content = odf.part((folder / "submission-en-bilingual.odt").read_bytes())
    assert len(list(content.iter(f"{odf.TABLE}table-header-rows"))) == 3


def test_the_files_are_valid(place: Place, shared: Path) -> None:
    folder = build(place)
    assert odf.rng_errors(shared / "schemas" / "odf1.3", (folder / "submission-en-bilingual.odt").read_bytes()) == []
    validator = ooxml_validator()
    if validator is not None:
        assert sdk_errors(validator, folder / "submission-en-bilingual.docx") == []


WAYS = (("docx", "odt", "docx"), ("docx", "docx"), ("odt", "docx", "odt"), ("odt", "odt"))


@pytest.mark.parametrize("way", WAYS, ids="-".join)
def test_id_base_and_texts_survive_libreoffice(
    way: tuple[str, ...], place: Place, tool: Callable[[str], str], tmp_path: Path
) -> None:
    file = build(place) / f"submission-en-bilingual.{way[0]}"
    before = lines(file)
    for step, format in enumerate(way[1:]):
        folder = tmp_path / f"step{step}"
        folder.mkdir()
        file = converted(tool("soffice"), file, format, folder)
    assert lines(file) == before


@pytest.mark.parametrize("suffix", ["docx", "odt"])
def test_a_table_is_not_adopted_as_if_it_were_a_document(place: Place, suffix: str) -> None:
    file = build(place) / f"submission-en-bilingual.{suffix}"
    done = assembler("adopt", str(file), "--lang", "en", folder=place.root)
    assert done.code == 2
    assert "table for translators" in done.err
    assert not list((place.root / "sources" / "en").glob("*"))
