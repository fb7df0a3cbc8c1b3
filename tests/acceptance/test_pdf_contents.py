"""The contents of a PDF in several languages: each line shows the page on which its heading stands, and no page is
empty, though LibreOffice moves text from page to page while it exports long tables with notes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import Struct

from assembler.formats.pdf.destinations import destinations
from assembler.project import office
from tests.acceptance.command import assembler
from tests.acceptance.sample import copy_sample
from tests.tools import pdf_text

EDITIONS = [
    (languages, layout) for languages in ("ru,en", "kk,en", "kk,ru,en") for layout in ("columns", "interleaved")
]


class Pages(Struct, frozen=True):
    """A PDF: the pages of the headings in the contents, those that the contents show, and what each page says."""

    headings: list[int]
    shown: list[int]
    texts: list[str]


@pytest.fixture(scope="module")
def printed(tool: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Pages]:
    """Editions of the sample as LibreOffice prints them, in one start."""
    soffice, pdftotext = tool("soffice"), tool("pdftotext")
    folder = tmp_path_factory.mktemp("contents")
    copy_sample(folder / "sample")
    data = []
    for languages, layout in EDITIONS:
        asked = ("build", "--parallel", languages, "--layout", layout, "--format", "odt", "--final")
        built = assembler(*asked, "--missing", "source", "--json", folder=folder / "sample")
        assert built.code == 0, built.err
        data.append((folder / "sample" / built.json["editions"][0]["path"]).read_bytes())
    made = office.pdfs(data, Path(soffice), ways={**office.WAYS, **office.WITH_PLACES})
    return {edition: _pages(pdf, pdftotext, folder) for edition, pdf in zip(EDITIONS, made, strict=True)}


def _pages(pdf: bytes, pdftotext: str, folder: Path) -> Pages:
    places = destinations(pdf)
    entries = sorted((name for name in places if re.fullmatch(r"_Toc\d+", name)), key=lambda name: int(name[4:]))
    (folder / "edition.pdf").write_bytes(pdf)
    texts = pdf_text(pdftotext, folder / "edition.pdf").removesuffix("\f").split("\f")
    contents = "\n".join(texts[: places["_Toc1"] - 1])
    shown = [int(page) for page in re.findall(r"\.{3,} ?(\d+)$", contents, re.MULTILINE)]
    return Pages([places[name] for name in entries], shown, texts)


@pytest.mark.parametrize("edition", EDITIONS, ids="-".join)
def test_the_contents_show_the_pages_on_which_the_headings_stand(
    edition: tuple[str, str], printed: dict[tuple[str, str], Pages]
) -> None:
    pages = printed[edition]
    assert len(pages.headings) > 20
    assert pages.shown == pages.headings


@pytest.mark.parametrize("edition", EDITIONS, ids="-".join)
def test_something_stands_on_every_page(edition: tuple[str, str], printed: dict[tuple[str, str], Pages]) -> None:
    """More than the foot, which says the page and how many there are."""
    texts = printed[edition].texts
    for number, text in enumerate(texts[1:], 2):
        assert re.search(rf"\b{len(texts)}\b", text.splitlines()[-1]), f"page {number} says another number of pages"
        assert sum(map(str.isalpha, text)) > 60, f"page {number} is empty"
