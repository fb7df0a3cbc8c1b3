"""The generator of benchmark submissions, at small size: what it writes is what it says, and the toolkit has nothing
against it."""

from __future__ import annotations

import re
import shutil
import statistics
from pathlib import Path

import pytest

from assembler.catalog import po
from assembler.catalog.model import Entry
from assembler.document import inline, walk
from assembler.document.model import Div, List, Quote, Reference, Section, Table
from assembler.document.units import State
from assembler.findings import Severity
from assembler.formats.markdown.read import read
from assembler.jobs.build import Wish, build
from assembler.jobs.status import status
from assembler.jobs.update import update
from benchmarks import generate, prepare, translate
from benchmarks.prepare import Prepared

SIZE = 480


@pytest.fixture(scope="module")
def submission(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    return prepare.prepared(tmp_path_factory.mktemp("cache"), SIZE)


def sections() -> list[Section[str]]:
    texts = (generate.section(number) for number in range(1, generate.sections_of(SIZE) + 1))
    return [read(text, id="x", language="ru", path="x.md").section for text in texts]


def files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def entries(folder: Path) -> list[Entry]:
    found: list[Entry] = []
    for file in folder.glob("locales/*/LC_MESSAGES/*.po"):
        catalog, _ = po.read(file.read_bytes(), path=file.name, name=file.stem)
        found += (entry for entry in catalog.entries if entry.is_unit)
    return found


def test_a_submission_has_the_paragraphs_asked_for_in_whole_sections(submission: Prepared) -> None:
    texts = [file.read_text(encoding="utf-8") for file in submission.current.glob("sources/ru/*.md")]
    assert [len(translate.paragraphs(text)) for text in texts] == [48] * 10
    assert [generate.sections_of(size) for size in (1, 48, 49, 1200, 12_000, 120_000)] == [1, 1, 2, 25, 250, 2500]


def test_the_same_size_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        generate.generate(tmp_path / name, SIZE)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_sections_hold_every_element_that_the_commands_have_to_deal_with() -> None:
    blocks = [block for section in sections() for block in walk.every_block(section.blocks)]
    kinds = {type(block) for block in blocks}
    assert kinds >= {List, Quote, Div, Table}
    leaves = [leaf for section in sections() for leaf in walk.leaves(section)]
    marked = [each for leaf in leaves for each in walk.every_inline(inline.parse(leaf.words))]
    assert any(isinstance(each, Reference) for each in marked)


def test_fifteen_of_a_hundred_paragraphs_have_a_note() -> None:
    notes = sum(len(section.notes) for section in sections())
    assert 0.11 * SIZE < notes < 0.19 * SIZE


def test_half_of_the_paragraphs_are_longer_than_fifty_six_words_and_some_much_longer() -> None:
    leaves = [leaf for section in sections() for leaf in walk.leaves(section)]
    lengths = [len(leaf.words.split()) for leaf in leaves if re.search(r"-p\d+$", leaf.id or "")]
    assert 48 < statistics.median(lengths) < 64
    assert max(lengths) > 150


def test_the_toolkit_has_nothing_against_the_submission_but_what_is_not_translated(
    submission: Prepared, tmp_path: Path
) -> None:
    built = build(submission.current, tmp_path, Wish())
    assert {finding.code for finding in built.findings} == {"not-current"}
    assert all(finding.severity is not Severity.ERROR for finding in built.findings)


def test_eighty_of_a_hundred_entries_are_translated_and_ten_fuzzy(submission: Prepared) -> None:
    for language in generate.TARGETS:
        units = status(submission.current, [language]).languages[language].units
        assert units.translated == pytest.approx(0.8 * units.to_translate, rel=0.06)
        assert units.fuzzy == pytest.approx(0.1 * units.to_translate, rel=0.3)
        assert units.untranslated > 0


def test_a_translation_keeps_notes_dates_and_targets_and_has_no_russian_word(submission: Prepared) -> None:
    translated = [entry for entry in entries(submission.current) if entry.translation and "[" in entry.source]
    kept = re.compile(r"\[\^[^\]]+\]|\{\.\w+\}|\]\([^)]*\)|\d+")
    assert all(kept.findall(entry.source) == kept.findall(entry.translation) for entry in translated)
    assert "[^" in "".join(entry.translation for entry in translated)
    sample = translate.translation("Право на *жизнь*[^a] (см. [](#b){form=acc})", "en")
    assert re.fullmatch(r"[A-Z]\w* \w+ \*\w+\*\[\^a\] \(\w+\. \[\]\(#b\)\)", sample)


def test_an_update_of_the_current_submission_writes_nothing(submission: Prepared) -> None:
    assert update(submission.current, dry_run=True).written == ()


def test_an_edit_changes_one_in_twenty_paragraphs_and_about_a_twelfth_of_their_words(
    submission: Prepared, tmp_path: Path
) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(submission.current, folder)
    edited = translate.edit(folder, share=0.05)
    assert len(edited) == 0.05 * SIZE
    before = {entry.id: entry for entry in entries(folder)}
    update(folder)
    changed = {entry.id: entry for entry in entries(folder) if entry.source != before[entry.id].source}
    assert set(changed) == set(edited)
    words = sum(len(before[id].source.split()) for id in edited)
    pairs = [zip(before[id].source.split(), changed[id].source.split(), strict=True) for id in edited]
    replaced = sum(old != new for pair in pairs for old, new in pair)
    assert 0.06 * words < replaced < 0.1 * words


def test_after_the_edit_no_translation_is_lost(submission: Prepared, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(submission.edited, folder)
    before = {(entry.id, entry.translation) for entry in entries(folder)}
    update(folder)
    assert {(entry.id, entry.translation) for entry in entries(folder)} == before
    assert len(status(folder, ["en"], listing=[State.FUZZY]).entries["en"]) > len(
        status(submission.current, ["en"], listing=[State.FUZZY]).entries["en"]
    )


def test_a_submission_is_written_once_and_then_taken_from_the_cache(tmp_path: Path) -> None:
    first = prepare.prepared(tmp_path, 48)
    made = (first.edited / "submission.toml").stat().st_mtime_ns
    second = prepare.prepared(tmp_path, 48)
    assert second == first
    assert (second.edited / "submission.toml").stat().st_mtime_ns == made
