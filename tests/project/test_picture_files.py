"""The file of a picture is found from its section, inside the submission, in the language of the edition."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from assembler.project.pictures import PictureFile, picture_file

LANGUAGES = ("ru", "kk", "en")


def submission(root: Path, *files: str) -> Path:
    for file in ("sources/ru/07.md", *files):
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).touch()
    return root


def meant(root: Path, target: str, language: str = "ru") -> PictureFile:
    return picture_file(root, "sources/ru/07.md", target, language=language, original="ru", languages=LANGUAGES)


def codes(found: PictureFile) -> list[str]:
    return [each.code for each in found.findings]


def test_the_path_is_seen_from_the_section(tmp_path: Path) -> None:
    submission(tmp_path, "sources/ru/a.png", "pictures/b c.png")
    assert meant(tmp_path, "a.png") == PictureFile("sources/ru/a.png")
    assert meant(tmp_path, "../../pictures/b c.png") == PictureFile("pictures/b c.png")
    assert meant(tmp_path, "../../pictures/b%20c.png") == PictureFile("pictures/b c.png")


LANGUAGE_FILES = {
    "its own comes first": (["fig.png", "fig.kk.png"], {"ru": "fig.png", "kk": "fig.kk.png", "en": "fig.png !"}),
    "one for all": (["fig.png"], {"ru": "fig.png", "kk": "fig.png", "en": "fig.png"}),
    "one for each": (["fig.ru.png", "fig.kk.png", "fig.en.png"],
                     {"ru": "fig.ru.png", "kk": "fig.kk.png", "en": "fig.en.png"}),
    "that of the section where there is none for all": (["fig.ru.png"], {"ru": "fig.ru.png", "kk": "fig.ru.png !"}),
    "none for the section": (["fig.kk.png"], {"kk": "fig.kk.png", "ru": "-", "en": "-"}),
}  # fmt: skip


@pytest.mark.parametrize(("files", "expected"), LANGUAGE_FILES.values(), ids=LANGUAGE_FILES.keys())
def test_each_language_takes_its_own_file(tmp_path: Path, files: list[str], expected: dict[str, str]) -> None:
    """`!` is a picture that others have in their language, `-` one that is not there."""
    submission(tmp_path, *(f"pictures/{file}" for file in files))
    for language, file in expected.items():
        found = meant(tmp_path, "../../pictures/fig.png", language)
        name, _, said = file.partition(" ")
        assert found.path == ("" if name == "-" else f"pictures/{name}")
        wanted = ["picture-absent"] if name == "-" else ["picture-not-in-language"] if said else []
        assert codes(found) == wanted


def test_a_version_that_is_lacking_is_named(tmp_path: Path) -> None:
    submission(tmp_path, "pictures/fig.png", "pictures/fig.kk.png")
    (finding,) = meant(tmp_path, "../../pictures/fig.png", "en").findings
    assert "fig.en.png" in finding.hint()


@pytest.mark.parametrize(
    "target", ["../../../fig.png", "/etc/fig.png", "~/fig.png", "C:/fig.png", "C:\\fig.png", "..\\..\\fig.png", "../.."]
)
def test_what_lies_outside_is_refused(tmp_path: Path, target: str) -> None:
    root = submission(tmp_path / "inside", "a.md")
    (tmp_path / "fig.png").touch()
    assert codes(meant(root, target)) == ["picture-outside"]


def test_a_link_that_leads_outside_is_refused(tmp_path: Path) -> None:
    root = submission(tmp_path / "inside")
    (tmp_path / "fig.png").touch()
    (root / "fig.png").symlink_to(tmp_path / "fig.png")
    assert codes(meant(root, "../../fig.png")) == ["picture-outside"]


def test_what_is_not_there_is_told_with_what_may_be_meant(tmp_path: Path) -> None:
    submission(tmp_path, "pictures/Chart.png", "pictures/folder/a.png")
    (finding,) = meant(tmp_path, "../../pictures/chart.png").findings
    assert (finding.code, "Chart.png" in finding.hint()) == ("picture-absent", True)
    assert codes(meant(tmp_path, "../../pictures/folder")) == ["picture-no-file"]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_in_cyrillic_are_found_however_a_system_composes_them(tmp_path: Path, form: str) -> None:
    name = "акимат — районный.png"
    written, stored = unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name)
    if form == "NFD":
        written, stored = stored, written
    submission(tmp_path, f"pictures/{stored}")
    assert meant(tmp_path, f"../../pictures/{written}").path == f"pictures/{stored}"
