"""docs/editors.md, as someone does it who has three Word files and an empty folder."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.acceptance.command import Result, assembler

GUIDES = Path(__file__).parent.parent.parent / "docs"


@pytest.fixture
def folder(shared: Path, tmp_path: Path) -> Path:
    """A folder with that of the toolkit and three files: report-ru.docx, report-kk.docx, report-en.docx."""
    (tmp_path / "assembler").mkdir()
    for language in ("ru", "kk", "en"):
        source = shared / "data" / "derived-docs" / "udhr" / f"udhr.{language}.lo.docx"
        shutil.copy(source, tmp_path / f"report-{language}.docx")
    return tmp_path


def commands(guide: str) -> list[str]:
    """The commands of a guide, in their order."""
    return re.findall(r"^    assembler (.+)$", (GUIDES / guide).read_text(encoding="utf-8"), re.MULTILINE)


def run(line: str, folder: Path) -> Result:
    return assembler(*line.replace("'", "").split(), folder=folder)


def test_three_word_files_become_a_submission_in_three_languages(folder: Path) -> None:
    new, adopt, adopt_again, status, build, renew = commands("editors.md")
    assert run(new, folder / "assembler").code == 0
    root = folder / "submission"
    adopted = run(adopt, root)
    assert adopted.code == 0, adopted.err
    assert "out/alignment-kk.html" in adopted.out
    assert (root / "out" / "alignment-en.html").is_file()
    told = run(f"{status} --json", root).json["languages"]
    for language in ("kk", "en"):
        units = told[language]["units"]
        assert units["translated"] >= 80
        assert units["fuzzy"] <= 6
    again = run(adopt_again, root)
    assert again.code == 0, again.err
    assert run(f"{status} --json", root).json["languages"] == told
    built = run(build, root)
    assert built.code == 0, built.err
    assert {path.name for path in (root / "out").glob("*.docx")} == {
        f"submission-{language}.docx" for language in ("ru", "kk", "en")
    }
    shutil.copy(folder / "report-ru.docx", folder / "report-ru-2.docx")
    listed = run(f"{renew} --json", root)
    assert listed.code == 0, listed.err
    assert listed.json["sections"] == listed.json["changed"] == listed.json["new"] == listed.json["gone"] == []


def test_the_russian_guide_has_the_same_commands() -> None:
    assert commands("editors.ru.md") == commands("editors.md")


def test_a_correction_from_the_page_is_honoured(folder: Path) -> None:
    for line in ("new submission --empty --languages ru,en -q",):
        assert run(line, folder).code == 0
    root = folder / "submission"
    run("adopt ../report-ru.docx ../report-en.docx --lang ru,en", root)
    page = (root / "out" / "alignment-en.html").read_text(encoding="utf-8")
    doubtful = page[: page.index('id="all"')]
    pins = re.findall(r"\[\[pin\]\]\n.*?\n.*?\ntext = [^<]*", doubtful)
    assert pins
    (root / "alignment.toml").write_text("\n\n".join(pins).replace("&quot;", '"'), encoding="utf-8")
    result = run("adopt ../report-en.docx --lang en --with * --json", root)
    assert result.code == 0, result.err
    [english] = result.json["aligned"]
    assert english["doubtful"] == 0 or all(len(link["ids"]) > 1 for link in english["links"] if not link["certain"])
    assert not [each for each in result.json["findings"] if each["code"].startswith("correction")]


def test_json_tells_every_link_and_what_has_none(folder: Path) -> None:
    run("new submission --empty --languages ru,en -q", folder)
    root = folder / "submission"
    adopted = run("adopt ../report-ru.docx ../report-en.docx --lang ru,en --json", root)
    [english] = adopted.json["aligned"]
    assert english["certain"] + english["doubtful"] == len(english["links"])
    assert {"ids", "texts", "confidence", "certain"} == set(english["links"][0])
    assert english["unmatched"].keys() == {"original", "document"}
