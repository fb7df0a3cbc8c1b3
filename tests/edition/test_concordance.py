"""The concordance: every number beside the same number in other editions, and what makes them differ."""

from __future__ import annotations

from assembler.edition.concordance import Concordance, concordance, shortened
from tests.edition.specimen import edition, section

ARTICLE = """\
{#art07 ref="article 7"}
# Статья 7

{#art07-aa}
Первый пункт[^art07-n1], и второй раз[^art07-n2].

{.letters}
1. {#art07-bb}
   подпункт
2. {#art07-cc}
   другой:

   1. {#art07-dd}
      внутри

{#art07-ee .unnumbered}
Без номера.

{#art07-ff}
::: recommendation
1. {#art07-gg}
   Следует.
:::

{#art07-t1-cap .caption}
Жалобы

{#art07-t1}
| [А]{#c1} | [Б]{#c2} |
|---|---|
| [в]{#r1} | 1 |

[^art07-n1]: Первая.

[^art07-n2]: Вторая.
"""

IN_ENGLISH = {"art07": "Article 7", "art07-aa": "First[^art07-n1] and again[^art07-n2].", "art07-bb": "a subparagraph"}


def of(text: str, texts: dict[str, str] | None = None) -> Concordance:
    """The Russian and the English edition of one section side by side."""
    source = section(text)
    return concordance({code: edition(source, language=code, texts=texts) for code in ("ru", "en")})


def test_rows_stand_in_the_order_of_the_document_with_what_each_edition_prints_and_notes_last() -> None:
    rows = of(ARTICLE, IN_ENGLISH).rows
    assert [(row.id, row.kind, row.numbers) for row in rows] == [
        ("art07", "article", {"ru": "7", "en": "7"}),
        ("art07-aa", "paragraph", {"ru": "1", "en": "1"}),
        ("art07-bb", "item", {"ru": "1 a)", "en": "1 (a)"}),
        ("art07-cc", "item", {"ru": "1 b)", "en": "1 (b)"}),
        ("art07-dd", "item", {"ru": "1 b) a)", "en": "1 (b) (a)"}),
        ("art07-gg", "item", {"ru": "1)", "en": "(1)"}),
        ("art07-t1", "table", {"ru": "1", "en": "1"}),
        ("art07-n1", "note", {"ru": "1", "en": "1"}),
        ("art07-n2", "note", {"ru": "2", "en": "2"}),
    ]


def test_markers_of_another_language_are_no_difference() -> None:
    found = of(ARTICLE, IN_ENGLISH)
    assert found.findings == ()
    assert not any(row.differs for row in found.rows)


def test_words_are_those_that_the_edition_prints() -> None:
    texts = {row.id: row.texts for row in of(ARTICLE, IN_ENGLISH).rows}
    assert texts["art07-bb"] == {"ru": "подпункт", "en": "a subparagraph"}
    assert texts["art07-cc"] == {"ru": "другой:", "en": "[not translated] другой:"}
    assert texts["art07-aa"]["en"] == "First and again."


def test_words_have_plain_blanks_and_hyphens_so_that_they_can_be_searched_for() -> None:
    (row,) = of("{#p-aa}\nСм. ст.\u00a07,\u202fи\u20112.\n").rows
    assert row.texts["ru"] == "См. ст. 7, и-2."


def test_an_item_that_only_one_edition_prints_moves_the_numbers_below_it_and_is_an_error() -> None:
    found = of("{#p-aa}\nПеречень:\n\n1. ::: {.only lang=ru}\n   Только здесь.\n   :::\n2. {#p-bb}\n   второй\n")
    (finding,) = found.findings
    assert (finding.code, finding.severity.value, finding.place.id) == ("numbers-differ", "error", "p-bb")
    assert "1 2)" in finding.message()
    assert "1 (1)" in finding.message()
    assert [row.id for row in found.rows if row.differs] == ["p-bb"]


TABLE = "{#%s-cap .caption}\nЖалобы\n\n{#%s}\n| [А]{#c1} |\n|---|\n| [в]{#r1} |\n"


def test_a_table_of_one_edition_alone_moves_the_numbers_of_those_below_it() -> None:
    own = TABLE % ("t1", "t1")
    found = of(f"::: {{.only lang=en}}\n{own}:::\n\n{TABLE % ('t2', 't2')}")
    assert [(each.code, each.place.id) for each in found.findings] == [("numbers-differ", "t2")]
    assert [(row.id, row.numbers) for row in found.rows] == [("t1", {"en": "1"}), ("t2", {"ru": "1", "en": "2"})]


def test_what_only_a_later_edition_has_stands_where_that_edition_has_it() -> None:
    own = "::: {.only lang=en}\n{#own}\n## A heading\n:::\n"
    found = of(f"{{#p-aa}}\nРаз.\n\n{own}\n{{#p-bb}}\nДва.\n")
    assert [(row.id, list(row.texts)) for row in found.rows] == [
        ("p-aa", ["ru", "en"]),
        ("own", ["en"]),
        ("p-bb", ["ru", "en"]),
    ]
    assert found.findings == ()


def test_notes_in_another_order_are_a_warning_that_names_both_numbers() -> None:
    found = of(ARTICLE, {**IN_ENGLISH, "art07-aa": "Again[^art07-n2], first[^art07-n1]."})
    assert [(each.code, each.place.id) for each in found.findings] == [
        ("notes-in-another-order", "art07-n1"),
        ("notes-in-another-order", "art07-n2"),
    ]
    assert "number 1 in the edition “ru” and 2 in “en”" in found.findings[0].message()
    assert {each.severity.value for each in found.findings} == {"warning"}


def test_a_note_of_one_edition_alone_shifts_numbers_and_is_nothing_to_be_said() -> None:
    own = "::: {.only lang=en}\nOwn text[^own].\n:::\n"
    found = of(f"{own}\n{{#p-aa}}\nРаз[^p-n].\n\n[^own]: Own.\n\n[^p-n]: Общая.\n")
    notes = [(row.id, row.numbers) for row in found.rows if row.kind == "note"]
    assert notes == [("own", {"en": "1"}), ("p-n", {"ru": "1", "en": "2"})]
    assert found.findings == ()


def test_numbers_that_start_again_are_compared_within_their_run() -> None:
    sections = [section(f"{{#p-{n}{n}}}\nРаз.\n", id=n) for n in "ab"]
    found = concordance({code: edition(*sections, language=code, restart=True) for code in ("ru", "en")})
    assert [row.number for row in found.rows] == ["1", "1"]
    assert found.findings == ()


def test_long_texts_are_cut_between_words() -> None:
    assert shortened("one two three", 13) == "one two three"
    assert shortened("one two three four", 13) == "one two…"
    assert shortened("antidisestablishment", 8) == "antidis…"
