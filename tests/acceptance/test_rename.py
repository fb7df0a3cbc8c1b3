"""A renamed ID takes its translations along, and everything that names it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.acceptance.command import assembler


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
