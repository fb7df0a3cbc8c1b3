"""What is text stays text, whatever it holds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from assembler.report.html.elements import element, joined

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=40)


def test_tags_hold_text_and_tags() -> None:
    inner = element("em", "a < b & c")
    assert element("p", "x", inner, class_="note", hidden=True, lang=None, data_state="fuzzy") == (
        '<p class="note" hidden data-state="fuzzy">x<em>a &lt; b &amp; c</em></p>'
    )
    assert element("input", type="search") == '<input type="search">'
    assert joined([inner, "<b>"]) == "<em>a &lt; b &amp; c</em>&lt;b&gt;"


@given(TEXTS, TEXTS)
def test_a_browser_reads_the_text_that_was_put_in(content: str, value: str) -> None:
    read = html.fromstring(element("p", "·", content, title=value))
    assert "".join(map(str, read.itertext())) == "·" + content
    assert read.get("title") == value
    assert len(read) == 0
