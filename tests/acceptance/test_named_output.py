"""Where a person names a file or a folder to write into, a slip of the hand overwrites nobody's work."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.command import Result, assembler
from tests.acceptance.place import Place, translated


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return translated(tmp_path)


def refused(place: Place, *arguments: str) -> Result:
    """Run it, see that it is an error of the call, and that all files are as before."""
    before = place.everything()
    result = assembler(*arguments, folder=place.root)
    assert result.code == 2
    assert place.everything() == before
    return result


@pytest.mark.parametrize(
    "target",
    [
        "submission.toml",
        "sources/ru/01.md",
        "sources/ru/page.html",
        "locales/en/LC_MESSAGES/01.po",
        "out/../locales/01.csv",
        "styles/own.toml",
    ],
)
@pytest.mark.parametrize("call", [("status", "--html"), ("concordance", "--csv")])
def test_nothing_is_written_among_the_submissions_own_files(place: Place, call: tuple[str, str], target: str) -> None:
    (place.root / "out").mkdir()
    assert "among the submission's own files" in refused(place, *call, target).err


@pytest.mark.parametrize("folder", ["sources/en", "locales", "styles/new", "submission.toml"])
def test_editions_are_not_built_among_the_submissions_own_files(place: Place, folder: str) -> None:
    assert refused(place, "build", "en", "--out", folder).code == 2


def test_a_link_into_the_catalogs_is_seen_through(place: Place) -> None:
    (place.root / "page.html").symlink_to(place.catalog("en", "01"))
    refused(place, "status", "--html", "page.html")


@pytest.mark.parametrize(
    ("call", "taken"), [(("status", "--html"), "letter.docx"), (("concordance", "--csv"), "letter.docx")]
)
def test_a_file_of_another_sort_is_not_overwritten(place: Place, call: tuple[str, str], taken: str) -> None:
    (place.root / taken).write_bytes(b"PK\3\4 somebody's letter")
    assert "is something else" in refused(place, *call, taken).err


def test_a_folder_that_is_not_there_is_not_made_for_a_page_or_a_table(place: Place) -> None:
    assert "no folder" in refused(place, "status", "--html", "new/page.html").err
    assert "no folder" in refused(place, "concordance", "--csv", "new/numbers.csv").err


def test_what_was_written_before_is_written_anew(place: Place) -> None:
    (place.root / "empty.txt").touch()
    for file in ("page.html", "empty.txt", "page.html"):
        assert assembler("status", "--html", file, folder=place.root).code == 0
    for _ in range(2):
        assert assembler("concordance", "--csv", "numbers.csv", folder=place.root).code in (0, 1)
        assert assembler("build", "en", "--out", "editions/new", folder=place.root).code == 0
