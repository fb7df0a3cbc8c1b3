"""The zip around the parts of an office document.

Entries stand in the order given under a fixed date, and nothing here asks a clock, so that the same parts give the
same bytes. Long parts come in pieces, which are put together, encoded and compressed a stretch at a time, so that no
document stands in memory whole more often than it must.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Iterator, Mapping

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip can say."""

LEVEL = 5
"""Of compression. The usual 6 takes a third longer, for files that are 3 % smaller."""

STRETCH = 4096
"""How many pieces of a part are put together at once."""


def zipped(parts: Mapping[str, str | list[str] | bytes], *, stored: Collection[str] = ()) -> bytes:
    """The file. `parts` are texts by name, long ones as lists of pieces, or bytes; `stored` are not compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry._compresslevel = LEVEL  # type: ignore[attr-defined]  # no other name before Python 3.13
            with archive.open(entry, "w") as file:
                for stretch in _stretches(content):
                    file.write(stretch)
    return buffer.getvalue()


def _stretches(content: str | list[str] | bytes) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
        return
    pieces = [content] if isinstance(content, str) else content
    for start in range(0, len(pieces), STRETCH):
        yield "".join(pieces[start : start + STRETCH]).encode()
