"""Text as XML can hold it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from assembler.formats import markup

ANY = st.text(st.characters(exclude_categories=[]))


@given(ANY)
def test_plain_text_is_what_needs_no_escape_and_holds_nothing_that_a_paragraph_must_write_otherwise(text: str) -> None:
    if markup.is_plain(text):
        assert markup.clean(text) == text
        assert not set("\t\n\r").intersection(text)


@pytest.mark.parametrize("text", ["", "Статья 7. Қазақстан", "a 'b' \"c\" §–“”", "ә" * 300])
def test_usual_text_is_plain(text: str) -> None:
    assert markup.is_plain(text)


@given(ANY)
def test_an_attribute_gives_back_its_text_on_one_line_without_what_xml_forbids(text: str) -> None:
    element = etree.fromstring(f'<a b="{markup.attribute(text)}"/>'.encode())
    expected = markup.ILLEGAL.sub("", text).replace("\n", " ").replace("\t", " ")
    assert element.get("b") == expected.replace("\r", " ")


@given(ANY)
def test_an_element_gives_back_its_text_without_what_xml_forbids(text: str) -> None:
    element = etree.fromstring(f"<a>{markup.clean(text)}</a>".encode())
    assert (element.text or "") == markup.ILLEGAL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
