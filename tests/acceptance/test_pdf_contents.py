"""The contents of a PDF in several languages: each line shows the page on which its heading stands, and no page is
empty, though LibreOffice moves text from page to page while it exports long tables with notes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assembler.project import office
from tests.acceptance.command import assembler
from tests.acceptance.sample import copy_sample
from tests.printed import Pages, pages_of

EDITIONS = [
    (languages, layout) for languages in ("ru,en", "kk,en", "kk,ru,en") for layout in ("columns", "interleaved")
]


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
    return {edition: pages_of(pdf, pdftotext, folder) for edition, pdf in zip(EDITIONS, made, strict=True)}


@pytest.mark.parametrize("edition", EDITIONS, ids="-".join)
def test_the_contents_show_the_pages_on_which_the_headings_stand(
    edition: tuple[str, str], printed: dict[tuple[str, str], Pages]
) -> None:
    pages = printed[edition]
    assert len(pages.headings) > 20
    assert pages.shown == pages.headings


@pytest.mark.parametrize("edition", EDITIONS, ids="-".join)
def test_something_stands_on_every_page(edition: tuple[str, str], printed: dict[tuple[str, str], Pages]) -> None:
    assert printed[edition].poor() == []
