"""Numbers in tables: the language's form, columns grouped alike, units under units."""

from __future__ import annotations

import pytest

from assembler.document.model import NoteMark, Table, Words
from assembler.edition.amounts import amounts
from assembler.language.load import load
from tests.editions import table, words


def column(language: str, *texts: str | Words) -> list[str]:
    """A right-aligned column as it is printed, `_` for each sign of room that is left behind."""
    made = amounts(table(("2012",), *((text,) for text in texts), align=("right",)), load(language))
    return [shown(made, n) for n in range(len(texts))]


def shown(made: Table[Words], row: int) -> str:
    cell = made.rows[row].cells[0]
    text = "".join(getattr(each, "text", "*") for each in cell.words.content)
    return text.replace("\u00a0", "~") + "_" * len(cell.pad)


@pytest.mark.parametrize(
    ("language", "texts", "printed"),
    [
        ("ru", ["1.5", "12", "-3.25", "–", ""], ["1,5_", "12___", "−3,25", "–___", ""]),
        ("en", ["1.5", "12", "-3.25", "–", ""], ["1.5_", "12___", "−3.25", "–___", ""]),
        ("ru", ["1204", "3"], ["1204", "3"]),
        ("kk", ["1204", "10204"], ["1~204", "10~204"]),
        ("en", ["1204", "3"], ["1,204", "3"]),
        ("en", ["2012", "2013", "1950"], ["2012", "2013", "1950"]),
        ("en", ["2012", "2013", "13"], ["2,012", "2,013", "13"]),
        ("ru", ["12.5 %", "7%", "–"], ["12,5~%", "7~%", "–__"]),
        ("en", ["12.5 %", "7%", "–"], ["12.5%", "7%", "–_"]),
        ("kk", ["12.5 %", "7"], ["12,5~%", "7"]),
        ("ru", ["about 5", "1.5 (2)", "5.5"], ["about 5", "1.5 (2)", "5,5"]),
    ],
)
def test_a_column_is_printed_in_the_form_of_its_language(language: str, texts: list[str], printed: list[str]) -> None:
    assert column(language, *texts) == printed


def test_a_number_with_the_mark_of_a_note_is_a_number() -> None:
    assert column("ru", words("1.5", NoteMark("n")), "10") == ["1,5*", "10__"]


def test_only_right_aligned_columns_hold_numbers_and_header_rows_hold_none() -> None:
    left = table(("1.5",), ("1.5",), align=("left",))
    assert amounts(left, load("ru")) is left
    headed = amounts(table(("1.5",), ("2.5",), ("3.5",), align=("right",)), load("ru"))
    assert headed.head.cells[0].words.content == words("1.5").content
