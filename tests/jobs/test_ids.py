"""IDs are given where that is safe, labels of notes become IDs, and renaming minds its own business."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from assembler.document import ids as paragraph_ids
from assembler.errors import ConfigurationError
from assembler.jobs import ids
from assembler.project import store

CONFIGURATION = """\
title = "T"
original = "en"
[languages.en]
[languages.ru]
[sections.07]
original = "en"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "submission.toml").write_text(CONFIGURATION, encoding="utf-8")
    write(tmp_path, "sources/en/07.md", "{#art07}\n# Article 7\n\nText.[^1] More.[^2]\n\n[^1]: One.\n\n[^2]: Two.\n")
    return tmp_path


def write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def text(root: Path, path: str) -> str:
    return (root / path).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "hiding", ["# Title {#t-aa}", "Text\n{#t-aa}\nmore", "{#t-aa}\n\n[^n]: Note.", "{#t-aa .b.c}\nText", "{#t-aa\nText"]
)
def test_a_section_with_errors_that_hide_ids_is_left_alone_and_the_others_are_not(root: Path, hiding: str) -> None:
    written = f"{hiding}\n\nWithout.\n"
    write(root, "sources/en/08.md", written)
    done = ids.assign(root, Random(1))
    assert text(root, "sources/en/08.md") == written
    assert done.changed == ("sources/en/07.md",)
    assert [each.place.file for each in done.findings if each.code == "section-left-alone"] == ["sources/en/08.md"]


def test_labels_of_notes_that_are_no_ids_become_ids_with_their_marks(root: Path) -> None:
    done = ids.assign(root, Random(1))
    [section] = store.load(root).sections
    assert done.findings == ()
    assert done.added == 3
    assert all(paragraph_ids.is_valid(note.id) and note.id.startswith("art07-") for note in section.notes)
    one, two = (note.id for note in section.notes)
    assert f"Text.[^{one}] More.[^{two}]" in text(root, "sources/en/07.md")


def test_versions_of_a_section_keep_their_notes_together(root: Path) -> None:
    write(root, "sources/ru/07.md", "{#art07}\n# Статья 7\n\n{#art07-aa}\nСлова.[^2]\n\n[^2]: Два.\n")
    ids.assign(root, Random(1))
    submission = store.load(root)
    assert submission.parallels[0].notes[0].id == submission.sections[0].notes[1].id


def test_ids_given_once_stay(root: Path) -> None:
    ids.assign(root, Random(1))
    assert ids.assign(root, Random(2)).changed == ()


def test_renaming_says_nothing_of_what_else_is_wrong(root: Path) -> None:
    done = ids.rename_id(root, "art07", "article-7")
    assert done.changed == ("sources/en/07.md",)
    assert done.findings == ()
    assert "{#article-7}" in text(root, "sources/en/07.md")


def test_names_of_the_configuration_are_not_renamed(root: Path) -> None:
    with pytest.raises(ConfigurationError) as stopped:
        ids.rename_id(root, "title", "name")
    assert stopped.value.finding.code == "no-such-id"


TABLE = """\
{#t}
| [Year]{#c1} | [Court]{#c2} |
|---|---|
| [a]{#r1} | b[](#t.r1.c2) |
| [c]{#r2} | d |
"""


def test_a_cell_is_renamed_by_its_row_and_column_in_all_sections(root: Path) -> None:
    write(root, "sources/en/08.md", TABLE)
    write(root, "sources/en/09.md", "{#p}\nSee [](#t.r1.c1) and [](#t.r2.c1).\n")
    ids.rename_id(root, "t.r1.c1", "t.r5.c3")
    renamed = TABLE.replace("{#r1}", "{#r5}").replace("{#c1}", "{#c3}").replace("t.r1.c2", "t.r5.c2")
    assert text(root, "sources/en/08.md") == renamed
    assert text(root, "sources/en/09.md") == "{#p}\nSee [](#t.r5.c3) and [](#t.r2.c3).\n"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("t.r1.c1", "cell", "id-malformed"),
        ("t.r1.c1", "u.r1.c1", "id-malformed"),
        ("t.h.c1", "t.r9.c1", "id-malformed"),
        ("t.r1.c1", "t.h.c1", "id-malformed"),
        ("art07", "t.r9.c9", "id-malformed"),
        ("t.r1.c1", "t.r2.c1", "id-taken"),
        ("t.r1.c1", "t.r2.c9", "id-taken"),
        ("t.r1.c1", "t.r9.c2", "id-taken"),
    ],
)
def test_a_cell_gets_no_id_that_its_table_cannot_give(root: Path, old: str, new: str, code: str) -> None:
    write(root, "sources/en/08.md", TABLE)
    with pytest.raises(ConfigurationError) as refused:
        ids.rename_id(root, old, new)
    assert refused.value.finding.code == code
    assert text(root, "sources/en/08.md") == TABLE
