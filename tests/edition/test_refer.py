"""References say what they point to, in the words, the order and the case of the edition's language."""

from __future__ import annotations

import re

import pytest

from assembler.document.model import Paragraph, Reference, TargetNumber
from assembler.document.walk import every_inline, plain_text
from assembler.edition.compose import Composed
from assembler.language.load import known, load
from tests.edition.specimen import edition, section

TEXT = """\
{{#art07 ref="article 7"}}
# Статья 7

{{#p-aa}}
Раз[^n-aa].

{{#p-bb}}
См. {reference}.

{{#p-cc}}
Три.

{{.letters}}
1. {{#i-aa}}
   подпункт

{{#t1-cap .caption}}
Таблица

{{#t1}}
| [A]{{#c1}} |
|---|
| [B]{{#r1}} |

{{#plain}}
## Без номера

[^n-aa]: Сноска.
"""


def said(reference: str, language: str) -> str:
    composed = edition(
        section(TEXT.format(reference=reference)), language=language, texts={"p-bb": f"См. {reference}."}
    )
    paragraph = next(b for b in composed.document.blocks if isinstance(b, Paragraph) and b.id == "p-bb")
    text = plain_text(paragraph.words.content).removeprefix("См. ").removesuffix(".")
    assert re.search("[0-9]-", text) is None, "a hyphen beside a number is unbroken"
    return text.replace("\u00a0", " ").replace("\u2011", "-").replace("\u2060", "")


@pytest.mark.parametrize(
    ("reference", "language", "text"),
    [
        ("[](#p-aa)", "en", "paragraph 1"),
        ("[](#p-aa)", "ru", "пункт 1"),
        ("[](#p-aa){form=gen}", "ru", "пункта 1"),
        ("[](#p-aa){form=ins}", "ru", "пунктом 1"),
        ("[](#p-aa)", "kk", "1-тармақ"),
        ("[](#p-aa){form=poss-dat}", "kk", "1-тармағына"),
        ("[](#p-aa){form=abl}", "kk", "1-тармақтан"),
        ("[](#p-aa){form=short}", "en", "para. 1"),
        ("[](#p-aa){form=number}", "en", "1"),
        ("[](#p-aa){to=p-cc}", "en", "paragraphs 1 to 3"),
        ("[](#p-aa){to=p-cc form=prp}", "ru", "пунктах 1–3"),
        ("[](#p-aa){to=p-cc form=loc}", "kk", "1–3-тармақтарда"),
        ("[](#art07){form=acc}", "ru", "статью 7"),
        ("[](#art07){form=poss-gen}", "kk", "7-бабының"),
        ("[](#art07)", "en", "article 7"),
        ("[](#t1){form=prp}", "ru", "таблице 1"),
        ("[](#t1)", "kk", "1-кесте"),
        ("[](#n-aa)", "en", "footnote 1"),
        ("[](#i-aa)", "en", "subparagraph (a)"),
        ("[](#i-aa){form=acc}", "ru", "подпункт a)"),
        ("[](#plain)", "ru", "«Без номера»"),
        ("[](#plain)", "en", "“Без номера”"),
    ],
)
def test_a_reference_is_said_in_the_language_and_form(reference: str, language: str, text: str) -> None:
    assert said(reference, language) == text


def findings(reference: str, language: str) -> list[str]:
    composed = edition(section(TEXT.format(reference=reference)), language=language)
    return [finding.code for finding in composed.findings]


def test_a_case_that_the_source_asks_for_means_nothing_where_words_do_not_inflect() -> None:
    assert said("[](#p-aa){form=acc}", "en") == "paragraph 1"
    assert findings("[](#p-aa){form=acc}", "ru") == []


def test_an_unknown_form_and_a_target_that_is_not_printed_are_findings() -> None:
    assert findings("[](#p-aa){form=locative}", "ru") == ["unknown-form"]
    assert findings("[](#p-aa){form=locative}", "en") == ["unknown-form"]
    assert findings("[](#nowhere)", "ru") == ["target-not-here"]
    assert said("[](#nowhere)", "ru") == "[nowhere]"


def test_what_is_no_range_is_said_and_both_ends_are_named() -> None:
    assert said("[](#p-cc){to=p-aa}", "ru") == "пункт 3 – пункт 1"
    assert said("[](#p-aa){to=t1}", "ru") == "пункт 1 – таблица 1"
    assert said("[](#p-aa){to=i-aa}", "en") == "paragraph 1 – subparagraph (a)"
    for wrong in ("[](#p-cc){to=p-aa}", "[](#p-aa){to=t1}", "[](#art07){to=p-aa}"):
        assert findings(wrong, "ru") == ["no-such-range"]


def test_a_cell_is_named_by_its_table() -> None:
    assert said("[](#t1.r1.c1)", "ru") == "таблица 1"


def test_a_number_of_another_run_is_named_by_the_first_heading_of_its_section() -> None:
    composed = restarted("См. [](#a-aa){form=acc}.", under="## Рекомендации\n\n", ref="")
    assert "раздела «Статья 7»" in last_words(composed)


def test_where_numbers_start_again_by_part_a_number_is_named_by_its_own_section_not_the_first_of_the_part() -> None:
    """Only the first and the third section begin a run; the target stands in the second."""
    texts = ("Раз.", "Два.", "См. [](#p2){form=acc}.")
    sections = [
        section(f"{{#h{n}}}\n# Глава {n}\n\n{{#p{n}}}\n{text}\n", id=f"0{n}") for n, text in enumerate(texts, 1)
    ]
    composed = edition(*sections, restarts=("01", "03"))
    assert last_words(composed) == "См. пункт 2 раздела «Глава 2»."


def test_the_number_inside_a_reference_is_marked_as_live() -> None:
    composed = edition(section(TEXT.format(reference="[](#p-aa) и [](#t1)")))
    paragraph = next(b for b in composed.document.blocks if isinstance(b, Paragraph) and b.id == "p-bb")
    live = [each for each in every_inline(paragraph.words.content) if isinstance(each, TargetNumber)]
    assert live == [TargetNumber("p-aa", "1", True), TargetNumber("t1", "1", False)]


def restarted(
    text: str, under: str = "", *, ref: str = ' ref="article 7"', language: str = "ru", restart: bool = True
) -> Composed:
    first = (
        f"{{#art7{ref}}}\n# Статья 7\n\n{under}{{#a-aa}}\nПервый[^a-n1].\n\n{{#a-bb}}\nВторой.\n\n[^a-n1]: Сноска.\n"
    )
    second = f'{{#art9 ref="article 9"}}\n# Статья 9\n\n{{#b-aa}}\n{text}\n'
    return edition(
        section(first, id="07"),
        section(second, id="09"),
        language=language,
        texts={"b-aa": text},
        restart=restart,
        notes_restart=restart,
    )


def last_words(composed: Composed) -> str:
    last = composed.document.blocks[-1]
    assert isinstance(last, Paragraph)
    return plain_text(last.words.content).replace("\u00a0", " ").replace("\u2011", "-").replace("\u2060", "")


@pytest.mark.parametrize(
    ("reference", "language", "said"),
    [
        ("[](#a-aa)", "ru", "пункт 1 статьи 7"),
        ("[](#a-aa){form=gen}", "ru", "пункта 1 статьи 7"),
        ("[](#a-aa){to=a-bb form=prp}", "ru", "пунктах 1–2 статьи 7"),
        ("[](#a-aa)", "en", "paragraph 1 of article 7"),
        ("[](#a-aa){to=a-bb form=dat}", "en", "paragraphs 1 to 2 of article 7"),
        ("[](#a-aa)", "kk", "7-баптың 1-тармағы"),
        ("[](#a-aa){form=dat}", "kk", "7-баптың 1-тармағына"),
        ("[](#a-aa){form=poss-loc}", "kk", "7-баптың 1-тармағында"),
        ("[](#a-aa){to=a-bb form=acc}", "kk", "7-баптың 1–2-тармақтарын"),
        ("[](#a-aa){form=number}", "ru", "1 статьи 7"),
        ("[](#a-n1){form=acc}", "ru", "сноску 1 статьи 7"),
        ("[](#a-n1)", "kk", "7-баптың 1-сілтемесі"),
        ("[](#b-aa){form=dat}", "kk", "1-тармаққа"),
    ],
)
def test_a_number_of_another_section_is_said_to_be_of_the_article_that_the_section_is(
    reference: str, language: str, said: str
) -> None:
    assert last_words(restarted(reference, language=language)) == said


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_where_numbers_run_through_nothing_is_said_of_the_section(language: str) -> None:
    composed = restarted("[](#a-aa) [](#a-n1)", language=language, restart=False)
    assert "7" not in last_words(composed)


def test_a_note_in_another_section_is_named_with_the_section_and_in_its_own_alone() -> None:
    text = "{#a-aa}\nРаз[^a-n1] и [](#a-n1).\n\n[^a-n1]: Сноска; см. [](#a-n1).\n"
    composed = edition(section(text, id="07"), section("{#b-aa}\nДва.\n", id="09"), notes_restart=True)
    first = composed.document.blocks[0]
    assert isinstance(first, Paragraph)
    assert plain_text(first.words.content) == "Раз и сноска\u00a01."
    (inside,) = composed.document.notes[0].blocks
    assert isinstance(inside, Paragraph)
    assert plain_text(inside.words.content) == "Сноска; см. сноска\u00a01."


def test_a_number_of_another_run_is_named_with_its_section() -> None:
    composed = restarted("См. [](#a-aa){form=acc} и [](#b-aa){form=acc}.", ref="")
    last = composed.document.blocks[-1]
    assert isinstance(last, Paragraph)
    texts = [plain_text(each.content) for each in last.words.content if isinstance(each, Reference)]
    assert [text.replace("\u00a0", " ") for text in texts] == ["пункт 1 раздела «Статья 7»", "пункт 1"]


def test_where_there_is_one_run_of_numbers_the_bare_number_is_clear_from_everywhere() -> None:
    summary = "{#s-aa .unnumbered}\nСм. [](#a-aa){form=acc}.\n"
    article = "{#art7}\n# Статья 7\n\n{#a-aa}\nПервый.\n"
    first = edition(section(summary, id="00"), section(article)).document.blocks[0]
    assert isinstance(first, Paragraph)
    assert plain_text(first.words.content) == "См. пункт\u00a01."


def test_a_reference_in_a_note_is_said_too() -> None:
    text = "{#p-aa}\nРаз[^n-aa].\n\n[^n-aa]: См. [](#p-aa){form=short}.\n"
    (note,) = edition(section(text)).document.notes
    (block,) = note.blocks
    assert isinstance(block, Paragraph)
    assert plain_text(block.words.content) == "См. п.\u00a01."


@pytest.mark.parametrize("code", known())
def test_no_line_ends_between_the_dash_of_a_range_and_the_number_behind_it(code: str) -> None:
    ranges = [form for words in load(code).references.values() for form in words.range.values()]
    assert any("–" in form for form in ranges)
    assert all("–" not in form.replace("–\u2060{m}", "") for form in ranges)
