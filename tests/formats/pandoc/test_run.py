"""Running pandoc: what it gives, what it warns of, and what happens where it is absent or refuses."""

from __future__ import annotations

import sys

import pytest

from assembler.errors import ConfigurationError, UnreadableFileError
from assembler.findings import Place
from assembler.formats.pandoc.run import ast, parse, parse_many


def test_headings_get_no_invented_ids() -> None:
    [heading] = ast("# A title")["blocks"]
    assert heading["c"][1][0] == ""


def test_quotes_dashes_and_dots_stay_as_they_were_typed() -> None:
    [paragraph] = ast('"a"--b...')["blocks"]
    assert paragraph["c"] == [{"t": "Str", "c": '"a"--b...'}]


def test_windows_line_endings_and_a_byte_order_mark_are_no_text() -> None:
    assert ast("\ufeff# A\r\n\r\nb\r\n")["blocks"] == ast("# A\n\nb\n")["blocks"]


def test_what_pandoc_leaves_out_comes_as_a_warning() -> None:
    [warning] = parse("Words.\n\n[^1]: A note that nothing calls.\n").warnings
    assert "not used" in warning


def test_several_texts_come_back_in_their_order() -> None:
    parsed = parse_many([(f"text{n}", Place(f"{n}.md")) for n in range(5)])
    assert [each.ast["blocks"][0]["c"][0]["c"] for each in parsed] == [f"text{n}" for n in range(5)]


def test_a_text_that_pandoc_refuses_is_named_with_its_place() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        parse("words", reader="no-such-format", place=Place("a.md"))
    assert caught.value.finding.place.file == "a.md"
    assert "Unknown input format" in caught.value.finding.message()


def test_without_pandoc_the_answer_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    with pytest.raises(ConfigurationError) as caught:
        parse("words")
    assert "pip install '.[adopt]'" in caught.value.finding.hint()
    assert "pipx inject assembler pypandoc_binary" in caught.value.finding.hint()
