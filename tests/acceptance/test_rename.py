"""A renamed ID takes its translations along, and everything that names it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.acceptance.command import assembler
from tests.acceptance.place import Place, translated


@pytest.mark.parametrize(
    ("old", "new"), [("art07-zd8fk", "art07-other"), ("art07-nv5c", "art07-note"), ("art07-t1", "art07-t9")]
)
def test_a_renamed_id_keeps_every_translation_and_every_mention(tmp_path: Path, old: str, new: str) -> None:
    assembler("new", "ours", folder=tmp_path)
    folder = tmp_path / "ours"
    before = assembler("status", "--json", folder=folder).json["languages"]
    assert assembler("ids", "--rename", old, new, folder=folder).code == 0
    assert assembler("status", "--json", folder=folder).json["languages"] == before
    updated = assembler("update", "--json", folder=folder).json["accounts"]
    assert set(updated["en"]) == set(updated["ru"]) == {"kept"}
    assert assembler("check", "--severity", "warning", folder=folder).code == 0
    everything = [
        file.read_text(encoding="utf-8") for file in folder.rglob("*") if file.suffix in (".md", ".po", ".pot")
    ]
    assert not any(re.search(rf"{old}(?![\w-])", text) for text in everything)


def test_an_id_of_an_obsolete_translation_is_refused(tmp_path: Path) -> None:
    place = translated(tmp_path)
    place.section("ru", "01", a="Первый абзац.")
    place.update()
    before = place.everything()
    refused = assembler("ids", "--rename", "a", "b", folder=tmp_path)
    assert refused.code == 2
    assert "obsolete translation" in refused.err
    assert place.everything() == before


@pytest.mark.parametrize(
    ("old", "new", "row"), [("t", "tt", "r2"), ("t.r1.c1", "t.r1.c9", "r2"), ("t.r1.c1", "t.r9.c1", "r2")]
)
def test_obsolete_rows_of_a_table_are_renamed_with_it(tmp_path: Path, old: str, new: str, row: str) -> None:
    place = Place(tmp_path)
    head = "{#t}\n| [Статья]{#c1} | [Много]{#c2} |\n|---|---|\n| [Убийство]{#r1} | 1 |\n"
    place.section("ru", "01")
    section = tmp_path / "sources/ru/01.md"
    section.write_text(f"{head}| [Кража]{{#{row}}} | 2 |\n", encoding="utf-8")
    place.update()
    place.translate("en", "01", f"t.{row}.c1", "Theft")
    section.write_text(head, encoding="utf-8")
    place.update()
    assert assembler("ids", "--rename", old, new, folder=tmp_path).code == 0
    table, column = new.split(".")[0], new.split(".")[-1] if "." in new else "c1"
    [obsolete] = [entry for entry in place.catalogs("en")[0].entries if entry.obsolete]
    assert (obsolete.id, obsolete.translation) == (f"{table}.{row}.{column}", "Theft")
