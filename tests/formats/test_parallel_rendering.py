"""Parallel editions in LibreOffice: long beside short, a list beside none, many notes in a row, notes in a table in a
cell, headings at the foot of a page. What is asked is what is printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from assembler.document.model import Document, Words
from assembler.edition.layout import Layout
from assembler.edition.parallel import Plan, parallel
from assembler.formats.docx import write as docx
from assembler.formats.odt import write as odt
from assembler.style.load import shipped
from assembler.style.spreads import side_by_side
from tests.docx_parts import found, part
from tests.edition.specimen import edition, section
from tests.tools import converted, pdf_text

Tool = Callable[[str], str]
LANGUAGES = ("ru", "kk", "en")
WORDS = {"ru": "слово", "kk": "сөз", "en": "word"}
NOTES = 8

HARD = f"""{{#s1}}
# Раздел

{{#long}}
Начало {"слово " * 393}конец

{{#noted}}
Сноски{"".join(f" раз[^n{n}]" for n in range(1, NOTES + 1))}.

::: {{.only lang=en}}
- only one
- only two
:::

{{#t1}}
| [Год]{{#c1}} | Число |
|---|---|
| [Ячейка[^tn]]{{#r1}} | 1 |

{{#last}}
Последний абзац.

{"".join(f"[^n{n}]: Сноска{n}ru.{chr(10)}{chr(10)}" for n in range(1, NOTES + 1))}[^tn]: Вячейкеru.
"""


def _texts(code: str) -> dict[str, str]:
    word = WORDS[code]
    called = "".join(f" {word}[^n{n}]" for n in range(1, NOTES + 1))
    return {
        "s1": f"Section{code}",
        "long": f"Short {(word + ' ') * 38}end",
        "noted": f"Notes{called}.",
        "t1.r1.c1": f"Cell{code}[^tn]",
        "last": f"Last{code}.",
        "tn": f"Incell{code}.",
        **{f"n{n}": f"Note{n}{code}." for n in range(1, NOTES + 1)},
    }


def made(source: str, texts: Mapping[str, Mapping[str, str]], layout: Layout = Layout.COLUMNS) -> Document[Words]:
    editions = {
        code: edition(section(source), language=code, texts=dict(texts.get(code, {}))) for code in ("ru", *texts)
    }
    return replace(parallel(editions, Plan(layout, "ru")), contents=False)


def pages(document: Document[Words], format: str, tool: Tool, folder: Path) -> list[str]:
    """The text of every page as LibreOffice prints it."""
    sheet = side_by_side(shipped("un", ("parallel", "columns", "final")), len(LANGUAGES))
    writer = docx.write if format == "docx" else odt.write
    file = folder / f"edition.{format}"
    file.write_bytes(writer(document, sheet, purpose="final").data)
    return pdf_text(tool("pdftotext"), converted(tool("soffice"), file, "pdf", folder)).removesuffix("\f").split("\f")


@pytest.mark.parametrize("format", ["docx", "odt"])
@pytest.mark.parametrize("layout", Layout, ids=[each.value for each in Layout])
def test_everything_is_printed_with_its_numbers_and_all_notes(
    format: str, layout: Layout, tool: Tool, tmp_path: Path
) -> None:
    printed = pages(made(HARD, {code: _texts(code) for code in ("kk", "en")}, layout), format, tool, tmp_path)
    text = "\n".join(printed)
    assert (text.count("слово"), text.count("конец")) == (393, 1)
    for number in (1, 2, 3):
        assert len(re.findall(rf"(?:^| ){number}\. ", text, re.MULTILINE)) == len(LANGUAGES)
    notes = [f"{word}{n}{code}" for n in range(1, NOTES + 1) for word, code in
             (("Сноска", "ru"), ("Note", "kk"), ("Note", "en"))]  # fmt: skip
    assert [text.count(f"{each}.") for each in notes] == [1] * len(notes)
    assert re.findall(r"(\d+)\s+RU\s+Сноска(\d)ru", text) == [(str(n), str(n)) for n in range(1, NOTES + 1)]
    assert all(text.count(each) == 1 for each in ("Вячейкеru.", "Incellkk.", "Incellen.", "only one"))
    if layout is Layout.COLUMNS:
        body = [page for page in printed if re.search("слово|Раздел|Последний", page)]
        assert len(body) > 1
        assert all("Русский" in page and "English" in page for page in body)


@pytest.mark.parametrize("format", ["docx", "odt"])
def test_no_heading_stands_at_the_foot_of_a_page(format: str, tool: Tool, tmp_path: Path) -> None:
    """Sections of one to five lines bring headings to every height of a page."""
    pieces = [f"{{#h{n}}}\n## Заголовок{n}.\n\n{{#p{n}}}\nАбзац{n}. {'слово ' * (n * 7 % 40)}\n" for n in range(60)]
    texts = {f"h{n}": f"Heading{n}." for n in range(60)} | {f"p{n}": f"Text{n}." for n in range(60)}
    printed = pages(made("{#s1}\n# Раздел\n\n" + "\n".join(pieces), {"en": texts}), format, tool, tmp_path)
    assert len(printed) > 5
    for n in range(60):
        page = next(page for page in printed if f"Заголовок{n}." in page)
        assert f"Абзац{n}." in page


SECTION = "{{#s{n}}}\n# Заголовок{n}. О том, что занимает больше строки\n"
BOX = "{{#r{n}}}\n::: recommendation\n{{#q{n}}}\nСовет{n}. {many}\n:::\n\n{{#p{n}}}\nКонец{n}. {few}\n"


@pytest.mark.parametrize("format", ["docx", "odt"])
def test_a_section_that_is_only_its_heading_stays_with_the_next(format: str, tool: Tool, tmp_path: Path) -> None:
    """Headings come to every height of a page, each in a section before that of its text."""
    sections = [
        section(source.format(n=n, few="слово " * (n * 7 % 40), many="слово " * 60), id=f"{kind}{n:02}")
        for n in range(30)
        for kind, source in (("h", SECTION), ("t", BOX))
    ]
    editions = {code: edition(*sections, language=code) for code in ("ru", "en")}
    printed = pages(replace(parallel(editions, Plan(Layout.COLUMNS, "ru")), contents=False), format, tool, tmp_path)
    assert len(printed) > 5
    for n in range(30):
        page = next(page for page in printed if f"Заголовок{n}." in page)
        assert f"Совет{n}." in page


def test_what_word_wants_after_a_table_in_a_cell_takes_no_line_and_contents_end_in_their_last_entry() -> None:
    document = replace(made(HARD, {"en": _texts("en")}), contents=True)
    sheet = side_by_side(shipped("un", ("parallel", "columns", "final")), 2)
    body = part(docx.write(document, sheet, purpose="final").data, "word/document.xml")
    after_tables = found(body, ".//w:tc/w:tbl/following-sibling::w:p/w:pPr/w:spacing/@w:line")
    assert after_tables == ["20", "20"]
    room = str(round(sheet.tables.after * 20))
    assert found(body, ".//w:tc/w:tbl/parent::w:tc/w:tcPr/w:tcMar/w:bottom/@w:w") == [room, room]
    last = ".//w:sdtContent/w:p[last()]"
    assert found(body, f"{last}/w:r/w:fldChar/@w:fldCharType")[-1] == "end"
    assert found(body, f"{last}/w:hyperlink/@w:anchor")
