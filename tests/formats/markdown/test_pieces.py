"""A section's text falls into pieces, and nothing is lost between them."""

from __future__ import annotations

from pathlib import Path

import pytest

from assembler.formats.markdown.pieces import pieces
from assembler.formats.markdown.read import read

ROOT = Path(__file__).parent.parent.parent.parent
SECTIONS = sorted((ROOT / "sources").glob("*/*.md"))


@pytest.mark.parametrize("file", SECTIONS, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_the_pieces_joined_are_the_text_and_every_block_has_one(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    reading = read(text, id=file.stem, language=file.parent.name, path=file.name)
    found = pieces(text, reading)
    assert "".join(each.text for each in found) == text
    assert [each.block for each in found if each.block is not None] == list(range(len(reading.section.blocks)))
    assert {each.note for each in found if each.note} == {note.id for note in reading.section.notes}


def test_a_piece_begins_at_the_attributes_above_its_block() -> None:
    text = "{#a}\nOne.\n\n{#t-cap .caption}\nA caption\n\n{#t}\n| [A]{#c1} |\n|---|\n| [b]{#r1} |\n\n[^n1]: A note.\n"
    found = pieces(text, read(text, id="s", language="en", path="s.md"))
    assert [each.text.split("\n")[0] for each in found] == ["{#a}", "{#t-cap .caption}", "[^n1]: A note."]
