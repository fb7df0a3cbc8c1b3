"""What readers find in an ODT file: the words of every unit between its bookmarks, and by pandoc."""

from __future__ import annotations

import json
from pathlib import Path

import pypandoc
import pytest

from assembler.document import walk
from assembler.document.bookmarks import bookmark
from assembler.document.model import Table
from tests.odf import body, bookmarked, written
from tests.readback import collapsed, pandoc_blocks, units
from tests.specimens import SAMPLES, specimen, torture

LANGUAGES = pytest.mark.parametrize("language", SAMPLES)


@LANGUAGES
def test_the_words_of_every_unit_stand_between_its_bookmarks(language: str) -> None:
    edition = specimen(language)
    expected = {bookmark(id): walk.plain_text(words.content) for id, words in units(edition)}
    assert len(expected) > 50
    assert expected.items() <= bookmarked(body(edition)).items()


def test_the_words_of_every_unit_stand_between_their_bookmarks_however_deep_they_are_nested() -> None:
    edition = torture()
    read = bookmarked(body(edition))
    for id, words in units(edition):
        assert read[bookmark(id)] == walk.plain_text(words.content).replace("A picture", "[A picture]")


@LANGUAGES
def test_pandoc_reads_the_words_of_every_unit_and_every_note(language: str, tmp_path: Path) -> None:
    edition = specimen(language)
    file = tmp_path / "edition.odt"
    file.write_bytes(written(edition, "final").data)
    tree = json.loads(pypandoc.convert_file(str(file), "json"))
    read = list(pandoc_blocks(tree["blocks"]))
    captions = {block.caption.id for block in edition.blocks if isinstance(block, Table) and block.caption is not None}
    for id, words in units(edition):
        text = collapsed(walk.plain_text(words.content))
        assert text in read or (id in captions and any(line.endswith(text) for line in read)), text
    # A repeated mark is a field, not a note of its own.
    assert json.dumps(tree).count('"Note"') == len(edition.notes)
