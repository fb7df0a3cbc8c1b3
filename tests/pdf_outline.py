"""A small PDF as LibreOffice writes it, with an outline and tagged headings on pages of one's choice."""

from __future__ import annotations

from collections.abc import Sequence

_FIRST_PAGE = 100
_PAGES = 5


def pdf(entries: Sequence[tuple[str, int, int | None]], rows: int = 0) -> bytes:
    """Each entry: its title, the page that the outline shows, and the page whose heading is tagged, if it is; so many
    rows of tables."""
    pages = range(_FIRST_PAGE + 1, _FIRST_PAGE + _PAGES + 1)
    objects = [(number, "<</Type/Page>>") for number in pages]
    objects.append((1, f"<</Type/Pages/Kids[{' '.join(f'{number} 0 R' for number in pages)}]>>"))
    objects.append((2, "<</Type/Catalog/Pages 1 0 R>>"))
    for position, (title, shown, stands) in enumerate(entries):
        words = title.encode("utf-16-be").hex().upper()
        objects.append(
            (200 + position, f"<</Count 0/Title<FEFF{words}>\n/Dest[{_FIRST_PAGE + shown} 0 R/XYZ 56.7 488.3 0]>>")
        )
        if stands is not None:
            objects.append((300 + position, f"<</Type/StructElem\n/S/H1\n/P 3 0 R\n/Pg {_FIRST_PAGE + stands} 0 R\n>>"))
    objects += [(400 + row, "<</Type/StructElem\n/S/TR\n/P 3 0 R\n/Pg 101 0 R\n>>") for row in range(rows)]
    return b"%PDF-1.6\n" + b"".join(f"{number} 0 obj\n{body}\nendobj\n\n".encode("ascii") for number, body in objects)
