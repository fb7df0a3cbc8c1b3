"""Drafts say which state they show; final editions do not. Both sheets, by the command line alone."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acceptance.command import Result, assembler
from tests.acceptance.sample import copy_sample
from tests.odf import rng_errors
from tests.tools import ooxml_validator, sdk_errors

ROOT = Path(__file__).parent.parent.parent
LANGUAGES = pytest.mark.parametrize("language", ["ru", "kk", "en"])


@pytest.fixture
def submission(tmp_path: Path) -> Path:
    """A new submission with a version of its own."""
    folder = tmp_path / "ours"
    assert assembler("new", folder, folder=tmp_path).code == 0
    settings = folder / "submission.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("# version = ", "version = "), encoding="utf-8")
    return folder


def build(submission: Path, *options: str) -> Result:
    return assembler("build", "en", "kk", "--format", "docx,odt", "--missing", "source", *options, folder=submission)


def texts(file: Path) -> dict[str, str]:
    """The words of every part of an office file."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}
    return {name: re.sub("<[^>]+>", "", part).replace("\u00a0", " ") for name, part in parts.items()}


def test_a_draft_is_stamped_with_version_date_and_revision_in_its_language(submission: Path) -> None:
    assert build(submission, "--date", "2026-11-22", "--revision", "4de10c4").code == 0
    english, kazakh = (submission / "out" / f"submission-{code}.docx" for code in ("en", "kk"))
    assert "Draft, version 1, 22 November 2026, source texts 4de10c4" in texts(english)["word/footer1.xml"]
    assert "2026 жылғы 22 қараша" in texts(kazakh)["word/footer2.xml"]
    assert texts(english)["docProps/custom.xml"].split("4de10c4")[0].endswith("12026-11-22")
    odt = texts(submission / "out" / "submission-en.odt")
    assert "Draft, version 1, 22 November 2026, source texts 4de10c4" in odt["styles.xml"]
    assert "4de10c4" in odt["meta.xml"]


def test_a_final_edition_bears_no_stamp(submission: Path) -> None:
    assert build(submission, "--final", "--date", "2026-11-22", "--revision", "4de10c4").code == 0
    for file in (submission / "out").iterdir():
        everything = "".join(texts(file).values())
        assert "4de10c4" not in everything
        assert "Draft" not in everything
        assert "22 November" not in everything


def test_the_same_wish_gives_the_same_bytes(submission: Path) -> None:
    contents = []
    for out in ("one", "two"):
        build(submission, "--date", "2026-11-22", "--revision", "4de10c4", "--out", out)
        contents.append([file.read_bytes() for file in sorted((submission / out).iterdir())])
    assert contents[0] == contents[1]


def test_git_is_asked_for_the_revision(submission: Path, tool: Callable[[str], str]) -> None:
    def git(*arguments: str) -> str:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        command = [tool("git"), "-C", str(submission), *who, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    refused = build(submission, "--revision", "auto")
    assert refused.code == 2
    assert "no-revision" in refused.err
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message", "First")
    short = git("rev-parse", "--short", "HEAD")
    assert build(submission, "--revision", "auto").code == 0
    assert texts(submission / "out" / "submission-en.docx")["word/footer1.xml"].endswith(f"source texts {short}")
    with (submission / "submission.toml").open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    build(submission, "--revision", "auto")
    assert texts(submission / "out" / "submission-en.docx")["word/footer1.xml"].endswith(f"source texts {short}+")


def test_what_is_no_date_is_refused(submission: Path) -> None:
    refused = build(submission, "--date", "22.11.2026")
    assert refused.code == 2
    assert "2026-11-22" in refused.err


def test_a_sheet_may_change_drafts_alone(submission: Path) -> None:
    (submission / "styles" / "ours.toml").write_text(
        'extends = "report"\n[edition.draft.page]\nheader = "READ ME"\n', encoding="utf-8"
    )
    settings = submission / "submission.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('"un"  ', '"ours"'), encoding="utf-8")
    build(submission, "--out", "draft")
    build(submission, "--final", "--out", "final")
    assert texts(submission / "draft" / "submission-en.docx")["word/header1.xml"].endswith("READ ME")
    assert "READ ME" not in "".join(texts(submission / "final" / "submission-en.docx").values())


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The drafts of the sample in the sheet `report`."""
    folder = tmp_path_factory.mktemp("report")
    copy_sample(folder)
    shutil.rmtree(folder / "styles")
    settings = (ROOT / "submission.toml").read_text(encoding="utf-8").replace('style = "un"', 'style = "report"')
    (folder / "submission.toml").write_text(settings, encoding="utf-8")
    assert assembler("build", "--format", "docx,odt", "--date", "2026-11-22", folder=folder).code == 0
    return folder / "out"


@LANGUAGES
def test_the_open_xml_sdk_finds_nothing_in_the_sample_as_a_report(
    language: str, report: Path, tool: Callable[[str], str]
) -> None:
    validator = ooxml_validator() or tool("ooxml-validator")
    assert sdk_errors(validator, report / f"submission-{language}.docx") == []


@LANGUAGES
def test_the_schema_of_opendocument_finds_nothing_in_the_sample_as_a_report(
    language: str, report: Path, shared: Path
) -> None:
    assert rng_errors(shared / "schemas" / "odf1.3", (report / f"submission-{language}.odt").read_bytes()) == []


@LANGUAGES
@pytest.mark.parametrize("format", ["docx", "odt"])
def test_our_lint_finds_nothing_in_the_sample_as_a_report(language: str, format: str, report: Path) -> None:
    checked = assembler("check", "--file", f"submission-{language}.{format}", "--severity", "info", folder=report)
    assert checked.code == 0, checked.err
