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


@pytest.mark.parametrize(
    ("text", "line", "key", "meant"),
    [
        ("[roles.body]\nsizes = 13\n", 3, "roles.body.sizes", "size"),
        ("[roles.headings-1]\nsize = 13\n", 2, "roles.headings-1", "heading-1"),
        ("[roles.quote]\nrule-left = { wieght = 1 }\n", 3, "roles.quote.rule-left.wieght", "weight"),
        ("[pages]\nwidth = 200\n", 2, "pages", "page"),
        ("other-font = true\n", 2, "other-font", "fonts"),
        ("[language.kz.text]\nsize = 13\n", 2, "language.kz", "kk"),
        ("[language.kk.roles.body]\nsizes = 13\n", 3, "language.kk.roles.body.sizes", "size"),
        ("[edition.drafts.text]\nsize = 13\n", 2, "edition.drafts", "draft"),
        ("[edition.final.page]\nfoter = ''\n", 3, "edition.final.page.foter", "footer"),
        ("[edition.draft.language.ru.text]\nsises = 3\n", 3, "edition.draft.language.ru.text.sises", "size"),
        ("[edition.draft.language.xx.text]\nsize = 3\n", 2, "edition.draft.language.xx", "en, kk, ru"),
    ],
)
def test_an_unknown_key_is_an_error_with_file_and_line_that_names_the_nearest(
    text: str, line: int, key: str, meant: str
) -> None:
    finding = refused(f'extends = "un"\n{text}').finding
    assert finding.code == "style-sheet-unknown-key"
    assert (finding.place.file, finding.place.line) == ("styles/ours.toml", line)
    assert f"“{key}”" in finding.message()
    assert meant in finding.hint()


OURS = b"""extends = "un"
[edition.draft.page]
header = "draft"
[edition.parallel.text]
size = 9
[edition.parallel.language.kk.text]
size = 8.5
[language.kk.text]
size = 11.5
"""


def test_an_edition_changes_the_sheet_for_its_kind_alone() -> None:
    assert load(OURS, "o.toml").page.header == ""
    assert load(OURS, "o.toml", ("single", "final")).page.header == ""
    assert load(OURS, "o.toml", ("single", "draft")).page.header == "draft"
    both = load(OURS, "o.toml", ("draft", "parallel"))
    assert (both.page.header, both.text.size) == ("draft", 9)


def test_a_language_changes_what_an_edition_says_and_an_edition_may_say_it_for_a_language() -> None:
    assert load(OURS, "o.toml").in_language("kk").text.size == 11.5
    assert load(OURS, "o.toml", ("single", "draft")).in_language("kk").page.header == "draft"
    parallel = load(OURS, "o.toml", ("parallel",))
    assert [parallel.in_language(code).text.size for code in ("ru", "kk")] == [9, 8.5]


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ('extends = "un"\n[roles.body]\nsize = "big"\n', 3, "roles.body.size"),
        ('extends = "un"\n[roles]\nbody = { size = "big" }\n', 3, "roles.body.size"),
        ('extends = "un"\n[roles]\nbody.colour = "red"\n', 3, "roles.body.colour"),
        ('extends = "un"\n[page]\nheader = "{pagee}"\n', 3, "page.header"),
        ('extends = "un"\n[page]\ncover-footer = "a\\tb\\tc\\td"\n', 3, "page.cover-footer"),
        ('extends = "un"\nedition = "draft"\n', 2, "edition"),
        ('extends = "un"\n[edition.draft.page]\nfooter = 3\n', 3, "edition.draft.page.footer"),
        (
            'extends = "un"\n[edition.final.language.kk.roles.body]\nfont = "no"\n',
            3,
            "edition.final.language.kk.roles.body.font",
        ),
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
