"""Findings that are to be quiet: waived with a reason, old, or in texts that have not changed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from assembler.jobs.check import checked, write_baseline
from assembler.jobs.examining import Asked, Checked
from assembler.project import quiet
from tests.jobs.test_check import submission, translate

SPACES = Asked(rules=("double-space", "waiver-unused", "bad-waiver", "waiver-without-reason", "bad-baseline"))
WAIVER = """\
[[waivers]]
rule = "double-space"
unit = "{unit}"
reason = "{reason}"
"""


def told(root: Path, asked: Asked = SPACES) -> list[str]:
    return [f"{each.code} {each.place.id or each.place}" for each in checked(root, (), asked).findings]


def waive(root: Path, unit: str, reason: str = "It is meant so.", more: str = "") -> None:
    (root / quiet.WAIVERS).write_text(WAIVER.format(unit=unit, reason=reason) + more, encoding="utf-8")


def counts(done: Checked) -> tuple[int, int]:
    return done.waived, done.old


def test_a_waiver_makes_one_rule_quiet_in_one_unit(tmp_path: Path) -> None:
    root = submission(tmp_path)
    waive(root, "art07-aa")
    assert told(root) == ["double-space sources/ru/07.md:8"]
    assert counts(checked(root, (), SPACES)) == (1, 0)


def test_a_waiver_may_be_for_one_language(tmp_path: Path) -> None:
    root = submission(tmp_path)
    translate(root, "Two  complaints.")
    waive(root, "art07-aa", more='language = "en"\n')
    assert told(root) == ["double-space art07-aa", "double-space sources/ru/07.md:8"]


def test_a_waiver_with_nothing_to_do_is_told_where_its_rule_was_asked(tmp_path: Path) -> None:
    root = submission(tmp_path)
    waive(root, "art08-aa")
    assert "waiver-unused waivers.toml:1" in told(root)
    assert told(root, Asked(rules=("waiver-unused", "missing-id"))) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (WAIVER.format(unit="art07-aa", reason=" "), "waiver-without-reason waivers.toml:1"),
        ('[[waivers]]\nrule = "double-space"\nunit = "a"\n', "bad-waiver waivers.toml:1"),
        ('[[waivers]]\nrule = "double-space"\nunit = "a"\nreason = "b"\nreson = "c"\n', "bad-waiver waivers.toml:1"),
        ("[waiver]\nrule = 1\n", "bad-waiver waivers.toml:1"),
    ],
)
def test_a_waiver_that_cannot_be_read_is_told(tmp_path: Path, text: str, code: str) -> None:
    root = submission(tmp_path)
    (root / quiet.WAIVERS).write_text(text, encoding="utf-8")
    assert code in told(root)


def test_what_is_in_the_baseline_is_quiet_until_a_word_of_the_text_changes(tmp_path: Path) -> None:
    root = submission(tmp_path)
    assert write_baseline(root) == 1
    assert told(root) == ["double-space sources/ru/07.md:8"]
    assert counts(checked(root, (), SPACES)) == (0, 1)
    section = root / "sources" / "ru" / "07.md"
    section.write_text(section.read_text(encoding="utf-8").replace("жалобы.", "жалобы!"), encoding="utf-8")
    assert "double-space art07-aa" not in told(root)
    section.write_text(section.read_text(encoding="utf-8").replace("жалобы!", "просьбы!"), encoding="utf-8")
    assert "double-space art07-aa" in told(root)


def test_of_an_old_text_with_more_faults_than_it_had_all_are_told(tmp_path: Path) -> None:
    root = submission(tmp_path, text="Две  жалобы поступило.")
    write_baseline(root)
    section = root / "sources" / "ru" / "07.md"
    section.write_text(section.read_text(encoding="utf-8").replace("ы посту", "ы  посту"), encoding="utf-8")
    assert told(root).count("double-space art07-aa") == 2


def test_the_baseline_is_written_the_same_twice_and_keeps_what_it_had(tmp_path: Path) -> None:
    root = submission(tmp_path)
    write_baseline(root)
    first = (root / quiet.BASELINE).read_text(encoding="utf-8")
    write_baseline(root)
    assert (root / quiet.BASELINE).read_text(encoding="utf-8") == first
    assert first.startswith("#")


def test_a_line_of_the_baseline_that_is_none_is_told(tmp_path: Path) -> None:
    root = submission(tmp_path)
    (root / quiet.BASELINE).write_text("double-space ru art07-aa many abc\n", encoding="utf-8")
    assert "bad-baseline check-baseline.txt:1" in told(root)


def test_of_texts_that_have_not_changed_since_a_revision_nothing_is_said(tmp_path: Path) -> None:
    root = submission(tmp_path)
    git = ["git", "-C", str(root), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "one"]):
        subprocess.run([*git, *command], check=True)
    since = Asked(rules=("double-space",), since="HEAD")
    assert told(root, since) == []
    translate(root, "Two  complaints.")
    assert told(root, since) == ["double-space art07-aa", "double-space art07-aa"]
