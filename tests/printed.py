"""A PDF as its reader sees it: what each page says, where headings stand and where the contents say that they do."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from assembler.formats.pdf.destinations import destinations
from tests.tools import pdf_text

LETTERS = 60
"""A page that says less than this is empty but for its head and foot."""

FOOT = 3
"""The lines at the end of a page in which its number stands."""


class Pages(Struct, frozen=True):
    """A PDF: the pages of the headings in the contents, those that the contents show, and what each page says."""

    headings: list[int]
    shown: list[int]
    texts: list[str]

    def poor(self) -> list[int]:
        """Pages after the cover on which nothing stands, or whose foot says another number of pages than there are."""
        return [number for number, text in enumerate(self.texts[1:], 2) if not self._is_good(text)]

    def _is_good(self, text: str) -> bool:
        foot = " ".join(text.splitlines()[-FOOT:])
        return sum(map(str.isalpha, text)) > LETTERS and re.search(rf"\b{len(self.texts)}\b", foot) is not None


def pages_of(pdf: bytes, pdftotext: str, folder: Path) -> Pages:
    """The pages of a PDF with contents; `folder` is for files on the way."""
    places = destinations(pdf)
    entries = sorted((name for name in places if re.fullmatch(r"_Toc\d+", name)), key=lambda name: int(name[4:]))
    (folder / "edition.pdf").write_bytes(pdf)
    texts = pdf_text(pdftotext, folder / "edition.pdf").removesuffix("\f").split("\f")
    contents = "\n".join(texts[: places["_Toc1"] - 1])
    shown = [int(page) for page in re.findall(r"\.{3,} ?(\d+)$", contents, re.MULTILINE)]
    return Pages([places[name] for name in entries], shown, texts)
