"""`build --review`: what a reviewer gets, from the command line."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import docx_parts, odf
from tests.acceptance.command import assembler
from tests.acceptance.place import Place, translated
from tests.conftest import ROOT
from tests.settling import of_docx, of_odt
from tests.tools import ooxml_validator, sdk_errors


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Two sections in git, translated into English; then one text is changed, one taken out and one put in."""
    made = translated(tmp_path)
    _git(tmp_path, "init", "--quiet")
    _git(tmp_path, "add", "--all")
    _git(tmp_path, "commit", "--quiet", "--message", "signed")
    _git(tmp_path, "tag", "signed")
    made.section("ru", "01", a="Первый абзац изменён.", d="Новый абзац.")
    return made


def _git(folder: Path, *arguments: str) -> None:
    author = ("-c", "user.name=Author", "-c", "user.email=author@example.org")
    subprocess.run(["git", *author, *arguments], cwd=folder, check=True, capture_output=True)


def comments(file: Path) -> list[str]:
    root = docx_parts.part(file.read_bytes(), "word/comments.xml")
    return [docx_parts.text_of(each) for each in root]


def test_each_text_that_is_not_done_has_its_state_and_source_beside_it(place: Place) -> None:
    done = assembler("build", "--review", "en", "--json", folder=place.root)
    (edition,) = done.json["editions"]
    assert (done.code, edition["kind"], edition["languages"]) == (0, "review", ["en"])
    assert edition["path"].endswith("submission-en-review.docx")
    found = comments(Path(edition["path"]))
    changed = next(each for each in found if "fuzzy (source changed)" in each)
    assert "Source (Русский): Первый абзац изменён." in changed
    assert any("untranslated" in each and "Новый абзац." in each for each in found)
    assert not any("Третий абзац." in each for each in found)


def test_comments_speak_the_language_of_the_interface(place: Place) -> None:
    assembler("build", "--review", "en", "--ui-lang", "kk", folder=place.root)
    found = comments(place.root / "out" / "submission-en-review.docx")
    assert any("Бастапқы мәтін (Русский): Новый абзац." in each for each in found)


def test_the_first_page_has_the_figures_of_each_section(place: Place) -> None:
    assembler("build", "--review", "en", "--format", "odt", folder=place.root)
    text = of_odt((place.root / "out" / "submission-en-review.odt").read_bytes(), accepted=True)
    start = text.index("Section")
    head = ["Section", "Texts", "translated", "fuzzy", "untranslated", "Words to do"]
    assert text[start : start + 6] == head
    assert text[text.index("01", start) : text.index("02", start)] == ["01", "2", "–", "1", "1", "5"]


@pytest.mark.parametrize("format", ["docx", "odt"])
def test_changes_since_a_revision_are_tracked(format: str, place: Place) -> None:
    done = assembler("build", "--review", "ru", "--changed-since", "signed", "--format", format, folder=place.root)
    assert done.code == 0
    read = {"docx": of_docx, "odt": of_odt}[format]
    data = (place.root / "out" / f"submission-ru-review.{format}").read_bytes()
    assert read(data, accepted=True)[-3:] == ["Первый абзац изменён.", "Новый абзац.", "Третий абзац."]
    assert read(data, accepted=False)[-3:] == ["Первый абзац.", "Второй абзац.", "Третий абзац."]


def test_a_language_that_was_not_there_yet_has_no_changes_and_says_so(place: Place) -> None:
    config = (place.root / "submission.toml").read_text(encoding="utf-8").replace("[languages.kk]\n", "")
    (place.root / "submission.toml").write_text(config, encoding="utf-8")
    _git(place.root, "commit", "--all", "--quiet", "--message", "without Kazakh")
    place.configure("")
    done = assembler("build", "--review", "kk", "--changed-since", "HEAD", "--json", folder=place.root)
    assert [each["code"] for each in done.json["findings"] if each["code"] == "language-not-there-yet"] != []
    assert done.json["editions"] != []


def test_a_date_is_that_of_comments_and_changes(place: Place) -> None:
    options = ("--review", "en", "--changed-since", "signed", "--date", "2026-11-22", "--format", "docx,odt")
    assembler("build", *options, folder=place.root)
    body = docx_parts.part((place.root / "out" / "submission-en-review.docx").read_bytes(), "word/document.xml")
    assert set(docx_parts.found(body, ".//w:ins/@w:date | .//w:del/@w:date")) == {"2026-11-22T00:00:00Z"}
    content = odf.part((place.root / "out" / "submission-en-review.odt").read_bytes())
    assert {each.text for each in content.iter("{http://purl.org/dc/elements/1.1/}date")} == {"2026-11-22T00:00:00"}


def test_the_same_submission_gives_the_same_review(place: Place) -> None:
    files = [place.root / "out" / f"submission-en-review.{format}" for format in ("docx", "odt", "html")]
    options = ("--review", "en", "--changed-since", "signed", "--format", "docx,odt,html")
    assembler("build", *options, folder=place.root)
    first = [file.read_bytes() for file in files]
    assembler("build", *options, folder=place.root)
    assert [file.read_bytes() for file in files] == first


@pytest.mark.parametrize(
    "options",
    [
        ("--review", "en", "--final"),
        ("ru", "--review", "en"),
        ("--changed-since", "signed"),
        ("--review", "en", "--bilingual", "en"),
        ("--list", "fuzzy"),
        ("--words", "100"),
        ("--bilingual", "en", "--format", "pdf"),
        ("--bilingual", "en", "--list", "gone"),
        ("--review", "xx"),
        ("--review", "en", "--changed-since", "nowhere"),
    ],
    ids=" ".join,
)
def test_what_does_not_go_together_is_refused(options: tuple[str, ...], place: Place) -> None:
    done = assembler("build", *options, folder=place.root)
    assert done.code == 2
    assert done.err != ""
    assert not (place.root / "out").exists()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample submission, by itself."""
    folder = tmp_path_factory.mktemp("sample") / "submission"
    folder.mkdir()
    for name in ("sources", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "submission.toml", folder)
    return folder


UNDONE = ("fuzzy", "untranslated", "waiting")


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_the_sample_has_a_comment_for_each_text_that_is_not_done(language: str, sample: Path, shared: Path) -> None:
    options = ("--review", language, "--format", "docx,odt", "--ui-lang", language, "--json")
    done = assembler("build", *options, folder=sample)
    editions = {each["format"]: each for each in done.json["editions"]}
    expected = sum(editions["docx"]["units"].get(state, 0) for state in UNDONE)
    shown = len(comments(Path(editions["docx"]["path"]))) if expected else 0
    assert shown >= expected, "what a check finds has a comment too"
    odt = Path(editions["odt"]["path"]).read_bytes()
    assert len(list(odf.part(odt).iter(f"{odf.OFFICE}annotation"))) >= shown
    assert odf.rng_errors(shared / "schemas" / "odf1.3", odt) == []
    validator = ooxml_validator()
    if validator is not None:
        assert sdk_errors(validator, Path(editions["docx"]["path"])) == []


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_the_states_of_each_section_add_up_to_its_texts(language: str, sample: Path) -> None:
    assembler("build", "--review", "kk", "--ui-lang", language, "--quiet", folder=sample)
    body = docx_parts.part((sample / "out" / "submission-kk-review.docx").read_bytes(), "word/document.xml")
    table = next(body.iter(f"{{{docx_parts.W}}}tbl"))
    rows = [list(map(docx_parts.text_of, row.iter(f"{{{docx_parts.W}}}tc"))) for row in table]
    rows = [row for row in rows if row]
    figures = [[int(re.sub(r"\D", "", cell) or 0) for cell in row[1:-1]] for row in rows[1:]]
    assert len(figures) > 10
    assert all(texts == sum(states) for texts, *states in figures)
    assert any(original for _, original, *_ in figures)


def test_the_table_of_the_sample_has_a_row_for_each_text_that_is_not_done(sample: Path) -> None:
    done = assembler("build", "--bilingual", "kk", "--list", ",".join(UNDONE), "--json", folder=sample)
    (table,) = done.json["editions"]
    body = docx_parts.part(Path(table["path"]).read_bytes(), "word/document.xml")
    rows = [name for name in docx_parts.found(body, ".//w:bookmarkStart/@w:name") if name.startswith("_B_")]
    assert len(rows) == sum(table["units"].values()) > 0


@pytest.mark.parametrize("format", ["docx", "odt"])
def test_what_a_check_finds_stands_beside_the_words_that_it_is_about(format: str, place: Place) -> None:
    place.section("ru", "01", a="Первый  абзац.", d="Новый абзац.")
    done = assembler("build", "--review", "ru", "--format", format, "--json", folder=place.root)
    data = Path(done.json["editions"][0]["path"]).read_bytes()
    if format == "odt":
        (annotation,) = odf.part(data).iter(f"{odf.OFFICE}annotation")
        assert "There are two spaces or more between words." in "".join(map(str, annotation.itertext()))
        return
    (found,) = comments(Path(done.json["editions"][0]["path"]))
    assert found.startswith("warning: Первый  абзац.")
    assert "There are two spaces or more between words." in found
    assert "findings: 1." in " ".join(of_docx(data, accepted=True))
