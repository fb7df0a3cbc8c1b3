"""The zip around an office document."""

from __future__ import annotations

import io
import zipfile

from assembler.formats.archive import STRETCH, zipped


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def test_a_part_in_pieces_is_the_part_that_they_make_together() -> None:
    pieces = [f"кусок {number} 😀\n" for number in range(2 * STRETCH + 7)]
    with opened(zipped({"long.xml": pieces, "short.xml": "".join(pieces)})) as archive:
        assert archive.read("long.xml") == archive.read("short.xml") == "".join(pieces).encode()


def test_entries_stand_in_their_order_without_a_date_and_only_those_named_are_not_compressed() -> None:
    with opened(zipped({"b": "words " * 100, "a": "words " * 100}, stored=("b",))) as archive:
        first, second = archive.infolist()
    assert (first.filename, second.filename) == ("b", "a")
    assert first.date_time == second.date_time == (1980, 1, 1, 0, 0, 0)
    assert first.compress_size == first.file_size == 600
    assert second.compress_size < 60


def test_a_document_without_words_in_a_part_still_has_the_part() -> None:
    with opened(zipped({"empty.xml": []})) as archive:
        assert archive.read("empty.xml") == b""
