"""Style sheets: what is read, inherited and overridden, and how mistakes are answered."""

from __future__ import annotations

import pytest
from msgspec.structs import fields

from assembler.errors import ConfigurationError
from assembler.style.load import load, shipped, shipped_data, shipped_names


def refused(text: str) -> ConfigurationError:
    with pytest.raises(ConfigurationError) as caught:
        load(text.encode(), "styles/ours.toml")
    return caught.value


@pytest.mark.parametrize("name", shipped_names())
def test_every_shipped_sheet_gives_every_role_a_look_or_leaves_it_to_plain_text(name: str) -> None:
    sheet = shipped(name)
    assert sheet.family(sheet.text.font or "")
    for role in fields(sheet.roles):
        assert getattr(sheet.roles, role.name) is not None


def test_the_un_sheet_is_shipped_and_hangs_paragraph_numbers_in_a_margin_of_their_own() -> None:
    numbered = shipped("un").roles.numbered
    assert numbered.left is not None
    assert numbered.first == -numbered.left


def test_a_sheet_takes_from_what_it_extends_whatever_it_does_not_say() -> None:
    sheet = load(b'extends = "un"\n[roles.body]\nsize = 13\n', "ours.toml")
    un = shipped("un")
    assert sheet.roles.body.size == 13
    assert sheet.roles.body.left == un.roles.body.left
    assert sheet.roles.quote == un.roles.quote


def test_a_language_changes_its_own_sheet_and_no_other() -> None:
    sheet = load(
        b'extends = "un"\n[language.kk.roles.body]\nsize = 13\n[language.kk.page]\nhyphenation = false\n', "o.toml"
    )
    assert sheet.in_language("kk").roles.body.size == 13
    assert not sheet.in_language("kk").page.hyphenation
    assert sheet.in_language("ru") == sheet
    assert sheet.roles.body.size is None


def test_a_look_is_completed_from_the_look_of_plain_text() -> None:
    sheet = shipped("un")
    whole = sheet.paragraph(sheet.roles.quote)
    assert (whole.font, whole.size, whole.left) == (sheet.text.font, sheet.roles.quote.size, sheet.roles.quote.left)


def test_a_sheet_of_its_own_needs_fonts_plain_text_and_roles() -> None:
    sheet = load(b'[fonts]\nsans = ["Arial"]\n[text]\nfont = "sans"\nsize = 11\n[roles]\n', "ours.toml")
    assert sheet.family("sans") == "Arial"
    assert "fonts" in str(refused("[text]\n[roles]\n"))
    assert "plain text" in str(refused('[fonts]\na = ["A"]\n[text]\nsize = 3\n[roles]\n'))


def test_an_unknown_key_is_an_error_that_names_key_file_and_line() -> None:
    error = refused('extends = "un"\n\n[roles.body]\nsizes = 13\n')
    assert error.finding.code == "style-sheet-wrong-value"
    assert (error.finding.place.file, error.finding.place.line) == ("styles/ours.toml", 4)
    assert "roles.body.sizes" in str(error)


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ('extends = "un"\n[roles.body]\nsize = "big"\n', 3, "roles.body.size"),
        ('extends = "un"\n[roles]\nbody = { size = "big" }\n', 3, "roles.body.size"),
        ('extends = "un"\n[roles]\nbody.colour = "red"\n', 3, "roles.body.colour"),
        ('extends = "un"\n[roles.headings]\nsize = 3\n', 2, "roles.headings"),
        ('extends = "un"\n[page]\nwidth = 3\n', 3, "page.width"),
        ('extends = "un"\n[roles.quote]\nfont = "sans"\n', 3, "roles.quote.font"),
        ('extends = "un"\n[language.kk.roles.body]\nalign = "middle"\n', 3, "language.kk.roles.body.align"),
        ('extends = "un"\n[numbering]\nparagraph = "n."\n', 3, "numbering.paragraph"),
        ("extends = 3\n", 1, "extends"),
        ('extends = "un"\nlanguage = "kk"\n', 2, "language"),
        ('extends = "un"\n[languages.kk.text]\nsize = 3\n', 2, "languages"),
    ],
)
def test_a_wrong_value_is_an_error_at_its_line(text: str, line: int, key: str) -> None:
    error = refused(text)
    assert error.finding.place.line == line
    assert f"“{key}”" in str(error)


def test_broken_toml_and_wrong_encoding_are_errors_with_a_line() -> None:
    assert refused("a = 1\nb =\n").finding.place.line == 2
    with pytest.raises(ConfigurationError) as caught:
        load(b"# fine\n# \xff\n", "o.toml")
    assert (caught.value.finding.code, caught.value.finding.place.line) == ("style-sheet-not-toml", 2)


def test_an_unknown_shipped_sheet_is_an_error_that_lists_the_known_ones() -> None:
    assert refused('# ours\nextends = "nu"\n').finding.place.line == 2
    with pytest.raises(ConfigurationError) as caught:
        shipped_data("nu")
    assert "un" in caught.value.finding.hint()
