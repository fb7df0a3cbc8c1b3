"""`check --fix` mends in sources and catalogs, and no byte around; nothing becomes fuzzy for it."""

from __future__ import annotations

from pathlib import Path

from assembler.jobs.examining import Asked
from assembler.jobs.mending import mend
from assembler.jobs.status import status
from assembler.jobs.update import update
from assembler.project import quiet
from tests.jobs.test_check import submission, translate
from tests.jobs.test_quiet import waive

SPACES = Asked(rules=("double-space",))


def everything(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*.*")) if path.is_file()}


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {path for path in before if before[path] != after[path]}


def test_a_source_is_mended_and_its_translation_stays_current(tmp_path: Path) -> None:
    root = submission(tmp_path)
    translate(root, "Two complaints.")
    before = everything(root)
    assert mend(root, (), SPACES).texts == 1
    after = everything(root)
    assert changed(before, after) == {"sources/ru/07.md", "locales/en/LC_MESSAGES/07.po", "locales/07.pot"}
    assert all(after[path] == before[path].replace("Две  ж".encode(), "Две ж".encode()) for path in after)
    assert status(root, ("en",)).languages["en"].units.translated == 1
    assert update(root, dry_run=True).written == ()


def test_a_translation_is_mended_in_its_catalog_alone(tmp_path: Path) -> None:
    root = submission(tmp_path)
    translate(root, "Two  complaints.")
    before = everything(root)
    mend(root, ("en",), SPACES)
    after = everything(root)
    assert changed(before, after) == {"locales/en/LC_MESSAGES/07.po"}
    path = "locales/en/LC_MESSAGES/07.po"
    assert after[path] == before[path].replace(b"Two  c", b"Two c")


def test_mending_twice_is_mending_once(tmp_path: Path) -> None:
    root = submission(tmp_path, more='subtitle = "Два  слова"')
    mend(root, (), SPACES)
    before = everything(root)
    assert mend(root, (), SPACES).changes == ()
    assert everything(root) == before


def test_words_of_the_configuration_are_mended_in_their_line(tmp_path: Path) -> None:
    root = submission(tmp_path, more='subtitle = "Два  слова" # два  пробела')
    mend(root, (), SPACES)
    assert 'subtitle = "Два слова" # два  пробела\n' in (root / "submission.toml").read_text(encoding="utf-8")


def test_of_a_text_over_several_lines_every_line_stays_in_its_place(tmp_path: Path) -> None:
    root = submission(tmp_path, text="Первая  строка,\nвторая строка,\nтретья  строка  здесь.")
    mend(root, (), SPACES)
    text = (root / "sources" / "ru" / "07.md").read_text(encoding="utf-8")
    assert "Первая строка,\nвторая строка,\nтретья строка здесь.\n" in text


def test_a_dry_run_writes_nothing_and_tells_what_it_would(tmp_path: Path) -> None:
    root = submission(tmp_path)
    before = everything(root)
    told = mend(root, (), SPACES, dry_run=True)
    assert everything(root) == before
    assert told.changes == mend(root, (), SPACES).changes


def test_what_is_waived_or_old_is_left_alone(tmp_path: Path) -> None:
    root = submission(tmp_path)
    waive(root, "art07-aa")
    assert mend(root, (), SPACES).changes == ()
    (root / quiet.WAIVERS).unlink()
    (root / "submission.toml").write_text(
        (root / "submission.toml").read_text(encoding="utf-8") + '\n[check.severity]\ndouble-space = "off"\n', "utf-8"
    )
    assert mend(root).changes == ()
