"""A table fits the width that it is given: names are shortened, and columns that do not fit stand below."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assembler.report.terminal import table

WORDS = st.text("abc ", min_size=1, max_size=40).filter(str.strip)


def rows_of(header: list[str], rows: list[list[str]], width: int | None) -> list[str]:
    return ["".join(piece.text for piece in line) for line in table(header, rows, width=width)]


def test_the_first_column_stands_at_the_left_and_the_others_at_the_right() -> None:
    assert rows_of(["", "ru", "kk"], [["name", "1", "20"], ["n", "300", "4"]], 80) == [
        "       ru  kk",
        "name    1  20",
        "n     300   4",
    ]


def test_a_long_name_is_shortened_only_where_there_is_no_room() -> None:
    name = "a name of more than thirty letters"
    assert rows_of(["", "ru"], [[name, "1 / 2"]], 80)[1] == f"{name}  1 / 2"
    assert rows_of(["", "ru"], [[name, "1 / 2"]], 31)[1] == "a name of more than thi…  1 / 2"


def test_columns_that_do_not_fit_stand_below_with_the_names_again() -> None:
    found = rows_of(["", *"abcdef"], [["a section's name, quite long", *["10 / 1000"] * 6]], 60)
    assert [line.split() for line in found if line and not line.startswith("a section")] == [list("abc"), list("def")]
    assert found.count("") == 1


@given(
    st.integers(1, 8).flatmap(
        lambda n: st.lists(st.lists(st.text("12/", min_size=1, max_size=12), min_size=n, max_size=n), min_size=1)
    ),
    WORDS,
    st.integers(40, 100),
)
def test_no_line_is_too_long_and_no_cell_is_lost(cells: list[list[str]], name: str, width: int) -> None:
    rows = [[name.strip(), *row] for row in cells]
    found = rows_of(["", *["x"] * len(cells[0])], rows, width)
    assert all(len(line) <= width for line in found)
    assert sorted(cell for row in cells for cell in row) == sorted(
        word for line in found for word in line.split() if set(word) <= set("12/")
    )
