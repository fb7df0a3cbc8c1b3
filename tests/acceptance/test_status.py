"""Status from outside: what coordinators and deadline scripts rely on."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from lxml import html

from tests.acceptance.command import Result, assembler
from tests.acceptance.sample import copy_sample
from tests.acceptance.test_interface_language import left_in_english, says

UI = pytest.mark.parametrize("language", ["en", "ru", "kk"])


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample, which no test changes."""
    return copy_sample(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def git(tool: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))

    def run(folder: Path, *arguments: str) -> None:
        command = [tool("git"), "-C", str(folder), "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
        subprocess.run(command, capture_output=True, check=True)

    return run


@UI
def test_the_table_of_the_sample_fits_80_columns(language: str, sample: Path) -> None:
    said = assembler("status", "--ui-lang", language, folder=sample).out
    assert max(map(len, said.splitlines())) <= 80
    assert ("95.5%" if language == "en" else "95,5\u00a0%") in said


def test_a_part_of_annexes_alone_is_called_so(sample: Path) -> None:
    said = [line.split("  ")[0] for line in assembler("status", folder=sample).out.splitlines()]
    assert "Annexes" in said
    assert "part-annexes" not in said


def test_sums_by_section_part_and_original_language_agree(sample: Path) -> None:
    for tally in assembler("status", "--json", folder=sample).json["languages"].values():
        for words in ("units", "words"):
            assert tally[words] == added(each[words] for each in tally["originals"].values())
            assert tally[words] == added(each[words] for each in tally["sections"].values())
            listed = added([tally["sections"]["submission"][words], *(each[words] for each in tally["parts"].values())])
            assert tally[words] == listed


def added(counts: Iterable[dict[str, int]]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for each in counts:
        for state, count in each.items():
            sums[state] = sums.get(state, 0) + count
    return sums


def test_listed_entries_stand_where_the_list_says(sample: Path) -> None:
    entries = assembler("status", "kk", "--list", "fuzzy", "--json", folder=sample).json["entries"]
    assert len(entries) == 8
    for each in entries:
        line = (sample / each["file"]).read_text(encoding="utf-8").splitlines()[each["line"] - 1]
        assert line == f'msgctxt "{each["id"]}"'
        assert each["previous"] != each["source"]
    said = assembler("status", "kk", "--list", "fuzzy", folder=sample).out
    assert f"{entries[0]['file']}:{entries[0]['line']}" in said
    assert re.search(r"\[-Кандидатов-\]\{\+И\s[^{}]+ кандидатов\+\}", said)
    assert "\x1b[" not in said


def test_a_section_has_its_own_obsolete_entries_only(tmp_path: Path) -> None:
    folder = begun(tmp_path)
    section = folder / "sources" / "ru" / "00-introduction.md"
    text = section.read_text(encoding="utf-8")
    section.write_text(re.sub(r"\{#intro-w7kqd\}\n.*?\n\n", "", text, flags=re.DOTALL), encoding="utf-8")

    def count(*which: str) -> int:
        return int(
            assembler("status", "en", *which, "--json", folder=folder).json["languages"]["en"]["units"]["obsolete"]
        )

    assert (count(), count("--section", "00-introduction"), count("--section", "07-article-07")) == (1, 1, 0)


@UI
def test_a_deadline_script_learns_from_the_exit_code(language: str, sample: Path) -> None:
    assert assembler("status", "en", "--fail-under", "100", "--ui-lang", language, folder=sample).code == 0
    late = assembler("status", "kk", "ru", "--fail-under", "95.4", "--ui-lang", language, folder=sample)
    assert late.code == 1
    last = late.out.splitlines()[-1]
    assert last.startswith("kk")
    words = assembler("status", "kk", "--json", folder=sample).json["languages"]["kk"]["words"]
    owed = sum(words[state] for state in ("translated", "fuzzy", "untranslated", "waiting"))
    shares = [str(1000 * words["translated"] // owed / 10), "95.4"]
    printed = [share + "%" if language == "en" else share.replace(".", ",") + "\u00a0%" for share in shares]
    assert [share in last for share in printed] == [True, True]
    assert assembler("status", "kk", "--fail-under", "60", "--json", folder=sample).json["under"] == []
    late = assembler("status", "--fail-under", "99", "--json", folder=sample)
    assert (late.code, late.json["under"]) == (1, ["ru", "kk"])


def test_a_text_without_an_id_is_told_and_nothing_passes_for_done(tmp_path: Path) -> None:
    folder = begun(tmp_path)
    assert assembler("status", "en", "--fail-under", "100", folder=folder).code == 0
    section = folder / "sources" / "ru" / "00-introduction.md"
    section.write_text(section.read_text(encoding="utf-8") + "\nНовый абзац.\n", encoding="utf-8")
    late = assembler("status", "en", "--fail-under", "100", "--html", "page.html", folder=folder)
    assert late.code == 1
    line = "Texts without an ID, not counted: 1. Run: assembler ids"
    assert line in late.out
    assert line in (folder / "page.html").read_text(encoding="utf-8")
    assert assembler("status", "en", "--json", folder=folder).json["without_id"] == 1
    elsewhere = assembler("status", "en", "--section", "07-article-07", "--fail-under", "100", folder=folder)
    assert (elsewhere.code, line in elsewhere.out) == (0, False)


@UI
def test_the_page_holds_every_unit_that_is_not_done(language: str, sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "новая" / "status.html"
    file.parent.mkdir()
    written = assembler("status", "--html", file, "--ui-lang", language, folder=sample)
    assert written.code == 0
    assert str(file) in written.out
    tree: html.HtmlElement = html.document_fromstring(file.read_text(encoding="utf-8"))
    units = [
        (code, each["id"])
        for state in ("fuzzy", "untranslated", "waiting")
        for each in assembler("status", "--list", state, "--json", folder=sample).json["entries"]
        for code in [each["language"]]
    ]
    shown = [(each.get("data-language"), each.findtext(".//h5/code")) for each in tree.iter("article")]
    assert sorted(shown) == sorted(units)
    if language != "en":
        own = tree.xpath("//text()[not(ancestor::script or ancestor::style or ancestor::dd or ancestor::*[@lang][2])]")
        assert "Poedit" in " ".join(own)
        assert left_in_english(" ".join(own), language) == []


def test_the_page_is_the_same_every_time_and_one_that_cannot_be_written_is_an_error(
    sample: Path, tmp_path: Path
) -> None:
    for name in ("one.html", "two.html"):
        assembler("status", "--html", tmp_path / name, folder=sample)
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()
    (tmp_path / "file").write_text("", encoding="utf-8")
    refused = assembler("status", "--html", tmp_path / "file" / "page.html", folder=sample)
    assert refused.code == 2
    assert "page.html" in refused.err


# --- since a revision ------------------------------------------------------------------------------------------


def begun(folder: Path) -> Path:
    assert assembler("new", "ours", "--languages", "ru,en", folder=folder).code == 0
    assert assembler("update", folder=folder / "ours").code == 0
    return folder / "ours"


@pytest.fixture
def edited(git: Callable[..., None], tmp_path: Path) -> Path:
    """A submission that is a repository, whose sources and catalogs changed after the first commit."""
    folder = begun(tmp_path)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "first")
    section = folder / "sources" / "ru" / "00-introduction.md"
    text = section.read_text(encoding="utf-8").replace("Этот небольшой доклад", "Этот совсем другой доклад")
    section.write_text(text + "\n{#intro-new22}\nНовый абзац.\n", encoding="utf-8")
    return folder


def changes(folder: Path, *more: str) -> list[tuple[str, str, str, str, str]]:
    result = assembler("status", "--changed-since", "HEAD", "--json", *more, folder=folder)
    assert result.code == 0, result.out
    keys = ("language", "id", "change", "state_before", "state")
    return [tuple(each[key] for key in keys) for each in result.json["changes"]]


def test_what_changed_since_a_revision_is_listed_by_language(edited: Path) -> None:
    expected = [
        ("ru", "intro-w7kqd", "source-changed", "original", "original"),
        ("ru", "intro-new22", "new", "", "original"),
        ("en", "intro-w7kqd", "source-changed", "translated", "fuzzy"),
        ("en", "intro-new22", "new", "", "untranslated"),
    ]
    assert changes(edited) == expected
    assert changes(edited, "--section", "07-article-07") == []
    assembler("update", folder=edited)
    assert changes(edited) == expected


def test_work_of_translators_since_a_revision_is_seen(edited: Path) -> None:
    assembler("update", folder=edited)
    catalog = edited / "locales" / "en" / "LC_MESSAGES" / "00-introduction.po"
    text = catalog.read_text(encoding="utf-8")
    catalog.write_text(
        text.replace('msgid "Новый абзац."\nmsgstr ""', 'msgid "Новый абзац."\nmsgstr "New."'), encoding="utf-8"
    )
    assert ("en", "intro-new22", "new", "", "translated") in changes(edited)


def test_the_list_and_the_page_hold_only_what_changed(edited: Path) -> None:
    listed = assembler("status", "--changed-since", "HEAD", "--list", "untranslated", "--json", folder=edited).json
    assert [each["id"] for each in listed["entries"]] == ["intro-new22"]
    assert re.fullmatch("[0-9a-f]{40}", listed["since"]["commit"])
    assembler("status", "--changed-since", "HEAD", "--html", "page.html", folder=edited)
    tree: html.HtmlElement = html.document_fromstring((edited / "page.html").read_text(encoding="utf-8"))
    assert sorted(each.findtext(".//h5/code") or "" for each in tree.iter("article")) == ["intro-new22", "intro-w7kqd"]


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_changes_are_told_in_the_language(language: str, edited: Path) -> None:
    result = assembler("status", "--changed-since", "HEAD", "--ui-lang", language, folder=edited)
    assert (result.code, left_in_english(result.out, language)) == (0, [])
    assert re.search(r"\[-небольшой-\]\{\+совсем другой\+\}", result.out)
    for name, code in (("nothing", "unknown-revision"), ("HEAD~1", "unknown-revision")):
        assert f"({code})" in told(
            assembler("status", "--changed-since", name, "--ui-lang", language, folder=edited), language
        )


def told(result: Result, language: str) -> str:
    return says(result, language, 2)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_without_a_repository_it_is_told_in_the_language(
    language: str, git: Callable[..., None], tmp_path: Path
) -> None:
    folder = begun(tmp_path)
    git(folder, "--version")
    result = assembler("status", "--changed-since", "HEAD", "--ui-lang", language, folder=folder)
    assert result.code == 2
    assert "(no-repository)" in result.err
    assert left_in_english(result.err, language) == []


def test_a_damaged_catalog_of_that_time_is_not_said_of_todays_file(edited: Path, git: Callable[..., None]) -> None:
    catalog = edited / "locales" / "en" / "LC_MESSAGES" / "00-introduction.po"
    text = catalog.read_text(encoding="utf-8")
    catalog.write_text(text + "\nmsgid broken\n", encoding="utf-8")
    git(edited, "commit", "--all", "--quiet", "--message", "broken")
    catalog.write_text(text, encoding="utf-8")
    result = assembler("status", "--changed-since", "HEAD", "--json", folder=edited)
    assert (result.code, result.json["findings"][0]["code"]) == (2, "unreadable-then")
