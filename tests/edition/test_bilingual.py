"""What of a text is shown as markup in a bilingual table: all of it, and the text stays what it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.document.model import Code, Text
from assembler.edition.bilingual import marked

CASES = {
    "Seven *new* complaints[^n1].": ("*", "*", "[^n1]"),
    "см. [](#art07-k3fa){form=acc}": ("[](#art07-k3fa){form=acc}",),
    "see [the report](https://example.org/a_(b)) there": ("[", "](https://example.org/a_(b))"),
    "[2014-07-05]{.date} and [forum]{lang=la}": ("[", "]{.date}", "[", "]{lang=la}"),
    r"\$1 cost \[about\] 330": (r"\$", r"\[", r"\]"),
    "<https://example.org/>": ("<https://example.org/>",),
    "A plain sentence, with (brackets) and 5 < 6.": (),
    "`code` and **strong**": ("`", "`", "**", "**"),
}


@pytest.mark.parametrize(("text", "signs"), CASES.items(), ids=CASES)
def test_markup_is_told_from_words(text: str, signs: tuple[str, ...]) -> None:
    assert tuple(each.text for each in marked(text) if isinstance(each, Code)) == signs


@given(st.text(alphabet="ab *[]^(){}#.<>\\`_!қ\n", max_size=40))
def test_every_letter_of_a_text_is_shown_once(text: str) -> None:
    assert "".join(each.text for each in marked(text) if isinstance(each, Text | Code)) == text
