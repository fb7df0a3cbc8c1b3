"""The organization's letterhead is named in submission.toml; what it does not serve is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.command import assembler
from tests.docx_parts import found, part
from tests.letterheads import docx_letterhead


@pytest.fixture
def submission(tmp_path: Path) -> Path:
    assert assembler("new", "ours", folder=tmp_path).code == 0
    return tmp_path / "ours"


def with_letterhead(submission: Path, value: str) -> None:
    file = submission / "submission.toml"
    file.write_text(f"letterhead = {value}\n" + file.read_text(encoding="utf-8"), encoding="utf-8")


def test_the_docx_bears_it_and_the_odt_is_said_to_do_without(submission: Path) -> None:
    (submission / "styles/letterhead.docx").write_bytes(docx_letterhead())
    with_letterhead(submission, '"styles/letterhead.docx"')
    built = assembler("build", "ru", "--format", "docx,odt", "--json", folder=submission)
    assert built.code == 0
    assert [each["code"] for each in built.json["findings"]] == ["letterhead-not-in-format"]
    data = (submission / "out/submission-ru.docx").read_bytes()
    assert found(part(data, "word/document.xml"), ".//w:pgSz/@w:w") == ["12240"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("letterhead.doc", "letterhead-unfit"),
        ("letterhead.docx", "letterhead-unreadable"),
        ("none.docx", "unreadable-file"),
    ],
)
def test_what_is_none_stops_the_build(submission: Path, name: str, code: str) -> None:
    if name != "none.docx":
        (submission / "styles" / name).write_bytes(b"\xd0\xcf\x11\xe0 old")
    with_letterhead(submission, f'["styles/{name}"]')
    refused = assembler("build", "ru", "--json", folder=submission)
    assert refused.code == 2
    assert code in refused.err or code in refused.out
    assert assembler("check", folder=submission).code == 2


def test_a_letterhead_is_a_name_or_a_list_of_names(submission: Path) -> None:
    with_letterhead(submission, "7")
    refused = assembler("check", folder=submission)
    assert refused.code == 2
    assert "letterhead" in refused.err


def test_tables_have_room_for_the_letters_of_its_font(submission: Path) -> None:
    """Which may be wider than those of the sheet; figures would be broken in two."""
    (submission / "styles/letterhead.docx").write_bytes(docx_letterhead())
    section = next(submission.glob("sources/*/07-article-07.md"))
    text = section.read_text(encoding="utf-8")
    section.write_text(text.replace("{#r1}", "{#r1}" + " длинные слова" * 9), encoding="utf-8")
    own = figures(submission)
    with_letterhead(submission, '"styles/letterhead.docx"')
    assert figures(submission) > own + 20


def figures(submission: Path) -> int:
    """How wide the last column of the narrow table is beside the same in two other languages, in twips."""
    assert assembler("build", "--parallel", "ru,kk,en", folder=submission).code == 0
    data = (submission / "out/submission-ru-kk-en-columns.docx").read_bytes()
    return int(found(part(data, "word/document.xml"), ".//w:tc/w:tbl/w:tblGrid/w:gridCol/@w:w")[2])
