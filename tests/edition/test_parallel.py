"""An edition in several languages is one document: what stands beside what, whose notes, which names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.document import walk
from assembler.document.model import (
    CONTINUED,
    UNFINISHED,
    Block,
    Div,
    Document,
    Heading,
    NoteMark,
    Paragraph,
    Reference,
    Section,
    Spread,
    Table,
    Version,
    Words,
)
from assembler.edition.compose import Composed
from assembler.edition.layout import Layout
from assembler.edition.localize import Policy
from assembler.edition.parallel import Plan, parallel
from tests.edition.specimen import edition, section

TEXT = """{#s1}
# Статья 7

{#p1}
Первый абзац[^n1], см. [](#p2) и [](#n2).

{#p2}
Второй абзац[^n2][^n1].

::: {.only lang=kk}
Тек қазақша[^kkn].
:::

{#r1}
::: recommendation
{#r1-p1}
Принять закон.

{#r1-p2}
Отменить закон.
:::

- {#l1}
  пункт списка

{#t1-cap .caption}
Таблица

{#t1}
| [Год]{#c1} | Число |
|---|--:|
| [Год]{#r1} | 1 |

[^n1]: Сноска один.

[^n2]: Сноска два.

[^kkn]: Қазақша сілтеме.
"""
KK = {
    "s1": "7-бап", "p1": "Бірінші абзац, [](#p2) және [](#n2) қараңыз.", "p2": "Екінші абзац[^n2][^n1].",
    "r1-p1": "Заң қабылдау.", "r1-p2": "Заңды жою.", "l1": "тізім тармағы", "t1-cap": "Кесте",
    "n1": "Бір.", "n2": "Екі.",
}  # fmt: skip


def editions(text: str = TEXT, kk: Mapping[str, str] = KK, policy: Policy = Policy.MARK) -> dict[str, Composed]:
    source: Section[str] = section(text)
    return {
        "ru": edition(source, language="ru"),
        "kk": edition(source, language="kk", texts=dict(kk), policy=policy),
    }


def columns(made: Mapping[str, Composed], contents: str = "ru") -> Document[Words]:
    return parallel(made, Plan(Layout.COLUMNS, contents))


def rows(document: Document[Words]) -> Iterator[tuple[Version[Words], ...]]:
    for block in document.blocks:
        assert isinstance(block, Spread)
        yield from block.rows


def ids(version: Version[Words]) -> list[str]:
    return [each.id or "" for each in walk.every_block(version.blocks) if isinstance(each, Paragraph | Heading | Table)]


def said(version: Version[Words]) -> str:
    return " ".join(walk.plain_text(words.content) for words in walk.every_words(version.blocks))


def numbers(document: Document[Words], language: str) -> dict[str, int]:
    return {
        block.id or "": block.number.value
        for row in rows(document)
        for version in row
        if version.language == language
        for block in walk.every_block(version.blocks)
        if isinstance(block, Paragraph) and block.number is not None
    }


def marks(version: Version[Words]) -> list[tuple[str, bool]]:
    return [
        (inline.id, inline.repeats)
        for words in walk.every_words(version.blocks)
        for inline in walk.every_inline(words.content)
        if isinstance(inline, NoteMark)
    ]


def test_what_stands_at_one_place_of_the_source_stands_in_one_row() -> None:
    beside = [[[id.partition("-")[2] for id in ids(version)] for version in row] for row in rows(columns(editions()))]
    assert beside == [
        [["s1"], ["s1"]],
        [["p1"], ["p1"]],
        [["p2"], ["p2"]],
        [[], [""]],
        [[""], [""]],
        [["r1-p1"], ["r1-p1"]],
        [["r1-p2"], ["r1-p2"]],
        [["l1"], ["l1"]],
        [["t1", "t1-cap"], ["t1", "t1-cap"]],
    ]


def test_every_id_bears_its_language_and_a_reference_stays_in_its_version() -> None:
    document = columns(editions())
    everything = [id for row in rows(document) for version in row for id in ids(version) if id]
    assert len(set(everything)) == len(everything)
    targets = {
        (version.language, inline.target)
        for row in rows(document)
        for version in row
        for words in walk.every_words(version.blocks)
        for inline in walk.every_inline(words.content)
        if isinstance(inline, Reference)
    }
    assert targets == {("ru", "ru-p2"), ("ru", "n2"), ("kk", "kk-p2"), ("kk", "n2")}


def test_paragraphs_have_the_numbers_that_they_have_in_their_own_editions() -> None:
    document = columns(editions())
    assert numbers(document, "ru") == {"ru-p1": 1, "ru-p2": 2}
    assert numbers(document, "kk") == {"kk-p1": 1, "kk-p2": 2}


def test_a_note_stands_in_the_first_language_that_calls_it_and_has_a_paragraph_for_each() -> None:
    document = columns(editions())
    assert [(note.id, note.number) for note in document.notes] == [("n1", 1), ("n2", 2), ("kkn", 3)]
    versions = [[each for each in note.blocks if isinstance(each, Version)] for note in document.notes]
    assert [[(each.language, each.mark) for each in note] for note in versions] == [
        [("ru", "RU"), ("kk", "KK")],
        [("ru", "RU"), ("kk", "KK")],
        [("kk", "KK")],
    ]
    assert [said(each) for each in versions[1]] == ["Сноска два.", "Екі."]
    found = [[marks(version) for version in row] for row in rows(document)]
    assert found[1] == [[("n1", False)], []]
    assert found[2] == [[("n2", False), ("n1", False)], [("n2", True), ("n1", True)]]
    assert found[3] == [[], [("kkn", False)]]


def test_a_reference_to_a_note_shows_the_number_that_the_note_has_here() -> None:
    """In the Kazakh edition alone it is the first, for the mark of the other one is gone from the first paragraph."""
    made = editions()
    assert made["kk"].numbers["n2"] == "1"
    second = list(rows(columns(made)))[1][1]
    assert "2" in said(second)


def test_a_note_that_moved_up_in_another_language_stands_where_the_first_language_has_it() -> None:
    kk = {**KK, "s1": "7-бап[^n2]"}
    document = columns(editions(kk=kk))
    assert [(note.id, note.number) for note in document.notes][:2] == [("n1", 1), ("n2", 2)]
    assert marks(next(rows(document))[1]) == [("n2", True)]


def test_a_box_is_cut_into_rows_and_knows_where_it_goes_on() -> None:
    pieces = [row[0].blocks[0] for row in rows(columns(editions())) if row[0].blocks]
    boxes = [piece for piece in pieces if isinstance(piece, Div)]
    assert [(CONTINUED in box.classes, UNFINISHED in box.classes) for box in boxes] == [
        (False, True), (True, True), (True, False),
    ]  # fmt: skip
    assert [box.id for box in boxes] == ["ru-r1", None, None]


def test_headings_and_labels_stay_with_the_row_below_them() -> None:
    (spread,) = columns(editions()).blocks
    assert isinstance(spread, Spread)
    assert spread.keeps == (0, 4)


LISTED = """{{#s1}}
# Статья 7

{{#r1}}
::: recommendation
{{#p1}}
Государству-участнику следует{note}:

- {{#i1}}
  принять закон.
:::

[^n1]: Сноска.
"""


@pytest.mark.parametrize(("note", "kept"), [("", True), ("[^n1]", False)])
def test_what_introduces_a_list_in_a_box_stays_with_it_unless_it_calls_a_note(note: str, kept: bool) -> None:
    one = section(LISTED.format(note=note))
    document = parallel({code: edition(one, language=code) for code in ("ru", "en")}, Plan(Layout.COLUMNS, "ru"))
    spread = next(block for block in document.blocks if isinstance(block, Spread))
    heading, label, sentence = 0, 1, 2
    assert spread.keeps == ((heading, label, sentence) if kept else (heading, label))


@pytest.mark.parametrize(
    ("heading", "spreads"), [("# Часть", 1), ("# Часть[^h]\n\n[^h]: Сноска.", 2)], ids=["plain", "with a note"]
)
def test_a_section_that_is_only_its_heading_stands_in_one_table_with_the_next(heading: str, spreads: int) -> None:
    first = section(f"{{#h1}}\n{heading}\n", id="06")
    second = section("{#p1}\nАбзац.\n", id="07")
    editions = {code: edition(first, second, language=code) for code in ("ru", "en")}
    document = parallel(editions, Plan(Layout.COLUMNS, "ru"))
    assert sum(isinstance(block, Spread) for block in document.blocks) == spreads


def test_headings_are_outlined_in_the_language_of_the_contents_alone() -> None:
    document = columns(editions(), contents="kk")
    assert {(version.language, version.outlined) for row in rows(document) for version in row} == {
        ("ru", False), ("kk", True),
    }  # fmt: skip
    assert (document.language, document.contents_language) == ("ru", "kk")


def test_a_table_that_does_not_fit_stands_across_the_page_between_two_spreads() -> None:
    text = TEXT.replace("[^n1]: Сноска", "{#p3}\nПосле таблицы.\n\n[^n1]: Сноска")
    document = parallel(editions(text), Plan(Layout.COLUMNS, "ru", lambda _: False))
    assert [type(block) for block in document.blocks] == [Spread, Version, Version, Spread]
    tables = [block for block in document.blocks if isinstance(block, Version)]
    assert [(version.language, version.mark, version.first) for version in tables] == [
        ("ru", "RU", True), ("kk", "KK", False),
    ]  # fmt: skip


@pytest.mark.parametrize("layout", Layout, ids=[each.value for each in Layout])
def test_a_table_for_landscape_pages_turns_the_page_that_stands_upright(layout: Layout) -> None:
    text = TEXT.replace("{#t1}", "{#t1 .landscape}")
    turned = parallel(editions(text), Plan(layout, "ru", turns=True))
    (div,) = [block for block in turned.blocks if isinstance(block, Div)]
    assert div.name == "landscape"
    assert [(each.language, ids(each)) for each in div.blocks if isinstance(each, Version)] == [
        (code, [f"{code}-t1", f"{code}-t1-cap"]) for code in ("ru", "kk")
    ]
    lying = parallel(editions(text), Plan(layout, "ru"))
    assert not [block for block in lying.blocks if isinstance(block, Div)]


@pytest.mark.parametrize("around", ["::: landscape", "{#turned}\n::: landscape"], ids=["unnamed", "named"])
@pytest.mark.parametrize("layout", Layout, ids=[each.value for each in Layout])
def test_what_stands_in_a_landscape_block_turns_the_page_together(layout: Layout, around: str) -> None:
    text = TEXT.replace("{#t1-cap .caption}", f"{around}\n{{#s2}}\n## О таблице\n\n{{#t1-cap .caption}}")
    text = text.replace("| [Год]{#r1} | 1 |", "| [Год]{#r1} | 1 |\n:::")
    turned = parallel(editions(text), Plan(layout, "ru", turns=True))
    (div,) = [block for block in turned.blocks if isinstance(block, Div)]
    inside = [(each.language, ids(each)[0]) for each in div.blocks if isinstance(each, Version)]
    assert inside == [("ru", "ru-s2"), ("kk", "kk-s2"), ("ru", "ru-t1"), ("kk", "kk-t1")]
    lying = parallel(editions(text), Plan(layout, "ru"))
    assert not [block for block in lying.blocks if isinstance(block, Div)]


def test_tables_keep_their_spans_and_the_room_behind_their_numbers() -> None:
    wide = "| [Год]{#c1} | Число |\n|---|--:|\n| [Год]{#r1 colspan=2} | |\n| [2013]{rowspan=2} | 1.5 |\n| | 2 |"
    text = TEXT.replace("| [Год]{#c1} | Число |\n|---|--:|\n| [Год]{#r1} | 1 |", wide)
    tables = [block for row in rows(columns(editions(text))) for version in row for block in version.blocks]
    shapes = [
        [(cell.across, cell.down, cell.covered, cell.pad) for row in block.body for cell in row.cells]
        for block in tables
        if isinstance(block, Table)
    ]
    shape = [(2, 1, "", ""), (1, 1, "left", ""), (1, 2, "", ""), (1, 1, "", ""), (1, 1, "above", ""), (1, 1, "", ",0")]
    assert shapes == [shape, shape]


def test_a_heading_stands_in_one_row_with_the_table_below_it() -> None:
    """Word processors do not keep its row with one that must not break."""
    text = TEXT.replace("{#t1-cap .caption}", "{#s2}\n## О таблице\n\n{#t1-cap .caption}")
    last = list(rows(columns(editions(text))))[-1]
    assert [[type(block) for block in version.blocks] for version in last] == [[Heading, Table]] * 2


def test_interleaved_versions_follow_each_other_under_the_marks_of_their_languages() -> None:
    document = parallel(editions(), Plan(Layout.INTERLEAVED, "ru"))
    shown = [(block.language, block.mark, block.first) for block in document.blocks if isinstance(block, Version)]
    assert len(shown) == len(document.blocks)
    assert shown[:5] == [
        ("ru", "", True), ("kk", "KK", False), ("ru", "RU", True), ("kk", "KK", False), ("ru", "RU", True),
    ]  # fmt: skip
    assert ("kk", "KK", True) in shown


def test_a_unit_without_translation_shows_the_mark_of_the_policy_and_shifts_nothing() -> None:
    without = {id: text for id, text in KK.items() if id != "p2"}
    marked = list(rows(columns(editions(kk=without))))[2][1]
    omitted = list(rows(columns(editions(kk=without, policy=Policy.OMIT))))[2][1]
    assert [words.mark for words in walk.every_words(marked.blocks)] == ["untranslated"]
    assert (ids(omitted), said(omitted)) == (["kk-p2"], "[…]")


PIECES = st.lists(st.sampled_from(["text", "ru", "kk", "list", "quote", "box", "heading", "both"]), max_size=12)


@given(PIECES)
def test_nothing_is_lost_and_nothing_changes_its_place(pieces: Sequence[str]) -> None:
    source = "\n\n".join(_piece(kind, n) for n, kind in enumerate(pieces)) + "\n"
    made = {code: edition(section(source), language=code, texts=_texts(pieces)) for code in ("ru", "kk")}
    document = columns(made)
    for code, own in made.items():
        versions = [version for row in rows(document) for version in row if version.language == code]
        assert [words for version in versions for words in walk.every_words(version.blocks)] == list(
            walk.every_words(own.document.blocks)
        )
    for row in rows(document):
        bare = {tuple(id.partition("-")[2] for id in ids(version)) for version in row if version.blocks}
        assert len(bare) == 1


def _piece(kind: str, n: int) -> str:
    match kind:
        case "ru" | "kk":
            return f"::: {{.only lang={kind}}}\nТолько здесь {n}.\n:::"
        case "list":
            return f"- {{#u{n}}}\n  пункт\n- {{#v{n}}}\n  ещё пункт"
        case "quote":
            return f"> {{#u{n}}}\n> Цитата.\n>\n> {{#v{n}}}\n> Её конец."
        case "box":
            return f"::: recommendation\n{{#u{n}}}\nПринять.\n\n::: {{.only lang=kk}}\nТек қазақша.\n:::\n:::"
        case "heading":
            return f"{{#u{n}}}\n## Раздел"
        case "both":
            return f"::: {{.only lang=ru}}\nРаз {n}.\n:::\n\n::: {{.only lang=kk}}\nБір {n}.\n:::"
        case _:
            return f"{{#u{n}}}\nАбзац."


def _texts(pieces: Sequence[str]) -> dict[str, str]:
    return {f"u{n}": f"Сөз {n}" for n in range(len(pieces))} | {f"v{n}": f"Тағы {n}" for n in range(len(pieces))}


def test_the_cover_has_what_each_language_says_side_by_side() -> None:
    (front,) = columns(editions()).front
    assert isinstance(front, Spread)
    (titles,) = front.rows
    first: list[Block[Words]] = [version.blocks[0] for version in titles]
    assert [block.classes for block in first] == [("title",), ("title",)]
    assert [walk.plain_text(words.content) for words in front.head] == ["Русский", "Қазақша"]
