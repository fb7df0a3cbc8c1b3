"""Annexes are counted by themselves, begin a page, and are named in each language's own way."""

from __future__ import annotations

from assembler.document import walk
from assembler.document.model import Heading, Paragraph, Text, Words
from assembler.edition.compose import Composed, Frame, PlannedPart, PlannedSection, compose
from assembler.edition.concordance import concordance
from assembler.language import load as languages
from tests.edition.specimen import edition, section

BODY = """\
{#con}
# Выводы

{#con-a}
Один; см. [](#ann){form=prp}, [](#ann-b){form=acc}.

{#con-b}
Два; см. [](#con-a){form=acc} и [](#ann){to=bnn}.
"""
FIRST = """\
{#ann .annex}
# Законы

{#ann-a}
Первый пункт приложения; см. [](#con-b){form=acc}.

{#ann-b}
Второй; см. [](#ann-a){form=acc} и [](#bnn-a){form=acc}.
"""
SECOND = """\
{#bnn .annex}
# Методы

{#bnn-a}
Снова первый.

{#bnn-h}
## Подзаголовок
"""
AFTER = "{#end}\n# После\n\n{#end-a}\nТри.\n"

PLAIN = str.maketrans({"\u00a0": " ", "\u2011": "-", "\u2060": None})
ALL = [section(text, id=id) for id, text in (("90", BODY), ("91", FIRST), ("92", SECOND), ("93", AFTER))]


def texts(composed: Composed) -> dict[str, str]:
    found = {}
    for block in composed.document.blocks:
        if isinstance(block, Paragraph | Heading) and block.id is not None:
            label = block.label if isinstance(block, Heading) else ""
            found[block.id] = (label + walk.plain_text(block.words.content)).translate(PLAIN)
    return found


def headings(composed: Composed) -> list[Heading[Words]]:
    return [block for block in composed.document.blocks if isinstance(block, Heading)]


def test_each_annex_has_paragraph_numbers_of_its_own_and_the_text_goes_on_after_them() -> None:
    composed = edition(*ALL)
    assert composed.numbers == {
        "con-a": "1", "con-b": "2", "ann-a": "1", "ann-b": "2", "bnn-a": "1", "end-a": "3",
    }  # fmt: skip
    numbers = [block.number for block in composed.document.blocks if isinstance(block, Paragraph) and block.number]
    assert [(each.series, each.value) for each in numbers] == [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (1, 3)]


def test_the_first_heading_bears_the_number_and_begins_a_page() -> None:
    found = [(each.id, each.label, each.new_page) for each in headings(edition(*ALL))]
    assert found == [
        ("con", "", False), ("ann", "Приложение\u00a0I. ", True), ("bnn", "Приложение\u00a0II. ", True),
        ("bnn-h", "", False), ("end", "", False),
    ]  # fmt: skip


def test_references_name_annexes_in_the_language_of_the_edition() -> None:
    russian, kazakh, english = (texts(edition(*ALL, language=code)) for code in ("ru", "kk", "en"))
    assert russian["con-a"].endswith("см. приложении I, пункт 2 приложения I.")
    assert russian["con-b"].endswith("см. пункт 1 и приложения I–II.")
    assert russian["ann-a"].endswith("см. пункт 2.")
    assert russian["ann-b"].endswith("см. пункт 1 и пункт 1 приложения II.")
    assert english["ann"] == "Annex I. Законы"
    assert kazakh["ann"] == "I қосымша. Законы"


def test_kazakh_joins_no_ending_to_a_roman_number_by_a_hyphen() -> None:
    text = BODY.replace("{form=prp}", "{form=loc}").replace("{form=acc}", "{form=loc}")
    own = [section(text, id="90", language="kk"), *(section(t, id=i, language="kk") for i, t in (("91", FIRST),))]
    assert texts(edition(*own, language="kk"))["con-a"].startswith("Один; см. I қосымшада, I қосымшаның 2-тармағында")


def test_with_the_title_of_a_part_above_it_the_page_begins_with_the_title() -> None:
    composed = edition(section(FIRST, id="91"), section(SECOND, id="92"), part="Приложения")
    assert [(each.level, each.new_page) for each in headings(composed)] == [
        (1, True),
        (2, False),
        (2, True),
        (3, False),
    ]


def planned(annex: bool | None, text: str) -> Composed:
    localized = walk.map_words(section(text), lambda _, words: Words((Text(words),), "ru"))
    frame = Frame(Words((), "ru"), None, (), (PlannedPart("a", None, (PlannedSection("07", True, False, annex),)),))
    return compose([localized], frame, languages.load("ru"))


def test_the_configuration_makes_a_section_an_annex_and_has_the_last_word() -> None:
    assert headings(planned(True, "{#a}\n# T\n"))[0].label == "Приложение\u00a0I. "
    assert headings(planned(False, "{#a .annex}\n# T\n"))[0].label == ""
    assert headings(planned(None, "{#a .annex}\n# T\n"))[0].label == "Приложение\u00a0I. "


def test_an_annex_without_a_heading_and_a_typed_number_are_reported() -> None:
    assert [each.code for each in planned(True, "{#a}\nText.\n").findings] == ["annex-without-heading"]
    typed = planned(None, '{#a .annex ref="annex 7"}\n# T\n')
    assert [(each.code, each.place.line) for each in typed.findings] == [("annex-number-typed", 2)]
    assert headings(typed)[0].pair("ref") == "annex I"


def test_the_concordance_shows_annexes_by_their_number_and_finds_no_difference() -> None:
    found = concordance({code: edition(*ALL, language=code) for code in ("ru", "kk", "en")})
    assert [(row.id, row.kind, row.number) for row in found.rows if row.kind == "annex"] == [
        ("ann", "annex", "I"), ("bnn", "annex", "II"),
    ]  # fmt: skip
    assert found.findings == ()


def test_lists_are_no_part_of_the_concordance() -> None:
    text = BODY + "\n{#r}\n::: recommendation\n1. {#r-a}\n   Принять.\n:::\n\n::: list-of-recommendations\n:::\n"
    found = concordance({"ru": edition(section(text), section(FIRST, id="91"), section(SECOND, id="92"))})
    assert [row.id for row in found.rows].count("r-a") == 1
