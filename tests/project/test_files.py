"""Files that cannot be read as text say why."""

from __future__ import annotations

from pathlib import Path

import pytest

from assembler.errors import UnreadableFileError
from assembler.project import files


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Слово\n".encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + "Слово\n".encode("utf-16-be"), "UTF-16"),
        ("Слово\n".encode("cp1251"), "byte 0xd1 at position 0"),
    ],
)
def test_a_text_in_another_encoding_is_named_as_far_as_it_can_be(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "a.md").write_bytes(data)
    with pytest.raises(UnreadableFileError) as stopped:
        files.read_text(tmp_path, "a.md")
    assert stopped.value.finding.code == "not-utf-8"
    assert words in stopped.value.finding.message()
