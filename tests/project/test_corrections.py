"""`alignment.toml` is read, and what is wrong in it is told."""

from __future__ import annotations

from assembler.project.corrections import Correction, read

LANGUAGES = ("ru", "kk", "en")


def test_pins_and_cuts_are_read_with_one_value_or_several() -> None:
    text = """\
[[pin]]
language = "en"
id = ["a-1", "a-2"]
text = "In 2013"

[[cut]]
language = "kk"
id = "a-3"
"""
    found, findings = read(text, LANGUAGES)
    assert findings == []
    assert found == (
        Correction("pin", "en", ("a-1", "a-2"), ("In 2013",), 1),
        Correction("cut", "kk", ("a-3",), (), 6),
    )


def test_what_cannot_be_read_is_told_with_its_line_and_the_rest_counts() -> None:
    text = """\
[[pin]]
language = "en"
id = "a-1"

[[cut]]
language = "en"
id = "a-2"

[[cut]]
language = "de"
id = "a-3"

[[cut]]
language = "en"
id = 7
"""
    found, findings = read(text, LANGUAGES)
    assert [each.ids for each in found] == [("a-2",)]
    assert [(each.code, each.place.line) for each in findings] == [
        ("bad-correction", 1),
        ("correction-in-unknown-language", 9),
        ("bad-correction", 13),
    ]


def test_a_file_that_is_no_toml_is_told() -> None:
    assert [each.code for each in read("[[pin", LANGUAGES)[1]] == ["bad-toml"]
