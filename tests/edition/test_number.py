"""Numbers are computed once, from the tree: what counts, where it starts again, what a reference can name."""

from __future__ import annotations

import pytest

from assembler.document.model import Figure, Heading, List, Paragraph, Table, Text
from assembler.document.walk import every_block, plain_text
from tests.edition.specimen import edition, section

TWO_PARAGRAPHS = """\
{#%(id)s ref="article %(n)s"}
# Статья %(n)s

{#%(id)s-a}
Первый.

{#%(id)s-b}
Второй.
"""


def article(n: int) -> str:
    return TWO_PARAGRAPHS % {"id": f"art{n}", "n": n}


def test_paragraphs_are_numbered_on_through_all_sections() -> None:
    composed = edition(section(article(7), id="07"), section(article(9), id="09"))
    assert [(id, n) for id, n in composed.numbers.items()] == [
        ("art7-a", "1"),
        ("art7-b", "2"),
        ("art9-a", "3"),
        ("art9-b", "4"),
    ]
    series = {b.number.series for b in composed.document.blocks if isinstance(b, Paragraph) and b.number}
    assert series == {1}


def test_numbers_start_again_where_the_section_says() -> None:
    composed = edition(section(article(7), id="07"), section(article(9), id="09"), restart=True)
    numbers = [b.number for b in composed.document.blocks if isinstance(b, Paragraph)]
    assert [(n.series, n.value) for n in numbers if n] == [(1, 1), (1, 2), (2, 1), (2, 2)]


def test_only_plain_paragraphs_that_stand_directly_in_the_section_count() -> None:
    text = """\
{#p-aa}
Раз.

{#p-bb .unnumbered}
Без номера.

> {#p-cc}
> Цитата.

{#p-dd}
::: recommendation
{#p-ee}
Рекомендация.
:::

1. {#p-ff}
   пункт;

   {#p-gg}
   продолжение.

::: {.only lang=ru}
Только по-русски.
:::

{#p-hh}
Два.
"""
    composed = edition(section(text))
    assert composed.numbers == {"p-aa": "1", "p-ff": "1)", "p-hh": "2"}


def test_an_unnumbered_section_takes_no_numbers_and_does_not_stop_the_count() -> None:
    from assembler.edition.number import Chapter, number
    from assembler.language.load import load

    blocks = edition(section(article(7)), numbered=False).document.blocks
    numbered = number([Chapter("a", blocks), Chapter("b", blocks, numbered=False), Chapter("c", blocks)], load("ru"))
    values = [b.number.value for b in numbered.blocks if isinstance(b, Paragraph) and b.number]
    assert values == [1, 2, 3, 4]


def test_a_paragraph_without_translation_still_takes_its_number() -> None:
    composed = edition(section(article(7)), language="en", texts={"art7-b": "Second."})
    assert composed.numbers == {"art7-a": "1", "art7-b": "2"}


def test_list_items_are_counted_by_level_and_class_in_the_marks_of_the_language() -> None:
    text = """\
1. {#i-aa}
   раз

   {.letters}
   1. {#i-bb}
      два
   2. {#i-cc}
      три

{.letters}
3. {#i-dd}
   с трёх
"""
    russian = edition(section(text)).numbers
    english = edition(section(text), language="en").numbers
    assert russian == {"i-aa": "1)", "i-bb": "i)", "i-cc": "ii)", "i-dd": "c)"}
    assert english == {"i-aa": "(1)", "i-bb": "(i)", "i-cc": "(ii)", "i-dd": "(c)"}


def test_tables_with_captions_are_numbered_and_figures_take_the_form_of_the_language() -> None:
    text = """\
{#t1-cap .caption}
Дела

{#t1}
| [Суд]{#c1} | 2012 |
|---|--:|
| [Алматы]{#r1} | 10265 |
"""
    for language, figure in (("ru", "10\u00a0265"), ("en", "10,265")):
        (table,) = edition(section(text), language=language).document.blocks
        assert isinstance(table, Table)
        assert table.number == 1
        assert plain_text(table.rows[0].cells[1].words.content) == figure
        assert plain_text(table.head.cells[1].words.content) == "2012"


def test_numbers_of_one_column_are_grouped_alike() -> None:
    text = "{#t1}\n| [Суд]{#c1} | 2012 |\n|---|--:|\n| [А]{#r1} | 10265 |\n| [Б]{#r2} | 6632 |\n"
    (table,) = edition(section(text)).document.blocks
    assert isinstance(table, Table)
    assert [plain_text(row.cells[1].words.content) for row in table.rows] == ["10\u00a0265", "6\u00a0632"]


def test_numbers_begin_again_at_the_first_numbered_section_after_the_place_that_says_so() -> None:
    from assembler.edition.number import Chapter, number
    from assembler.language.load import load

    blocks = edition(section(article(7)), numbered=False).document.blocks
    chapters = [
        Chapter("a", blocks, restart=True),
        Chapter("b", blocks, numbered=False, restart=True),
        Chapter("c", blocks),
    ]
    values = [b.number for b in number(chapters, load("ru")).blocks if isinstance(b, Paragraph) and b.number]
    assert [(each.series, each.value) for each in values] == [(1, 1), (1, 2), (2, 1), (2, 2)]


def test_notes_are_in_the_order_of_their_marks_and_those_nobody_calls_are_gone() -> None:
    text = """\
{#p-aa}
Сначала вторая[^n-two], потом первая[^n-one].

[^n-one]: Первая.

[^n-two]: Вторая.

::: {.only lang=en}
Only English.[^n-en]
:::

[^n-en]: An English note.
"""
    russian = edition(section(text))
    assert [note.id for note in russian.document.notes] == ["n-two", "n-one"]
    english = edition(section(text), language="en", texts={"p-aa": "First[^n-one], second[^n-two]."})
    assert [note.id for note in english.document.notes] == ["n-one", "n-two", "n-en"]


def test_headings_go_down_one_level_under_the_title_of_a_part() -> None:
    composed = edition(section(article(7)), part="Часть")
    assert [(b.level, b.id) for b in composed.document.blocks if isinstance(b, Heading)] == [
        (1, "parts.all.title"),
        (2, "art7"),
    ]


def test_labels_of_recommendations_are_in_the_language_and_the_number_of_the_edition() -> None:
    text = """\
::: recommendation
{#r-aa}
Одна.
:::

::: recommendation
{#r-bb}
Несколько:

- {#r-cc}
  раз.
:::
"""
    for language, labels in (("ru", ["Рекомендация", "Рекомендации"]), ("kk", ["Ұсыным", "Ұсынымдар"])):
        divs = edition(section(text), language=language).document.blocks
        found = [div.blocks[0] for div in divs if hasattr(div, "blocks")]
        assert [plain_text(each.words.content) for each in found if isinstance(each, Paragraph)] == labels


def test_lists_keep_their_items() -> None:
    (block,) = edition(section("- {#i-aa}\n  раз\n- {#i-bb}\n  два\n")).document.blocks
    assert isinstance(block, List)
    assert len(block.items) == 2


FIGURES = """\
{#t1-cap .caption}
Таблица

{#t1}
| [A]{#c1} |
|---|
| [B]{#r1} |

{#f0}
![Без подписи](a.png)

{#f1-cap .caption}
Первый

{#f1}
![Описание](a.png)

> {#f2-cap .caption}
> Второй, в цитате
>
> {#f2}
> ![Описание](a.png)

{#p-aa}
Абзац.
"""


def test_figures_with_captions_have_numbers_of_their_own_and_are_no_paragraphs() -> None:
    composed = edition(section(FIGURES))
    assert dict(composed.numbers) == {
        "t1": "1", "t1-cap": "1", "t1.h.c1": "1", "t1.r1.c1": "1",
        "f1": "1", "f1-cap": "1", "f2": "2", "f2-cap": "2", "p-aa": "1",
    }  # fmt: skip
    figures = [each for each in every_block(composed.document.blocks) if isinstance(each, Figure)]
    assert [(each.id, each.number) for each in figures] == [("f0", None), ("f1", 1), ("f2", 2)]


NOTED = """\
{#%(id)s-a}
Раз[^%(id)s-n1] и два[^%(id)s-n2]%(more)s.

[^%(id)s-n1]: Первая.

[^%(id)s-n2]: Вторая.
"""


def noted(id: str, more: str = "") -> str:
    return NOTED % {"id": id, "more": more}


@pytest.mark.parametrize(("restart", "numbers"), [(False, [1, 2, 3, 4]), (True, [1, 2, 1, 2])])
def test_notes_are_numbered_through_the_document_or_from_one_in_each_section(restart: bool, numbers: list[int]) -> None:
    composed = edition(section(noted("aa"), id="07"), section(noted("bb"), id="09"), notes_restart=restart)
    assert [note.number for note in composed.document.notes] == numbers
    assert [composed.numbers[note.id] for note in composed.document.notes] == [str(n) for n in numbers]
    assert composed.document.notes_restart is restart
    assert not composed.findings


def test_a_note_called_again_in_another_section_is_a_finding_where_each_section_counts_its_own() -> None:
    sections = section(noted("aa"), id="07"), section(noted("bb", more="[^aa-n2]"), id="09")
    assert [each.code for each in edition(*sections, notes_restart=True).findings] == ["note-of-another-section"]
    assert edition(*sections).findings == ()


def test_a_blank_before_a_note_mark_does_not_break_and_the_marks_stay_where_the_author_put_them() -> None:
    text = "{#p-aa}\nРаз [^n-aa], два.[^n-bb] Три[^n-cc].\n\n[^n-aa]: А.\n\n[^n-bb]: Б.\n\n[^n-cc]: В.\n"
    (first,) = edition(section(text)).document.blocks
    assert isinstance(first, Paragraph)
    texts = [each.text if isinstance(each, Text) else "^" for each in first.words.content]
    assert texts == ["Раз\u00a0", "^", ", два.", "^", " Три", "^", "."]
