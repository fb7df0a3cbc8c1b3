"""The lists that an edition makes, as files: what an author writes, and what the edition prints in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assembler.document import inline, walk
from assembler.document.model import Block, Div, List, Paragraph, Span, Table, Words
from assembler.document.names import LISTS
from assembler.document.terms import Concept, Term
from assembler.edition.compose import Composed
from assembler.edition.lists.generate import MAKERS
from assembler.edition.lists.material import Material, Member
from assembler.edition.typed import typed_references
from tests.edition.specimen import edition, section

CASES = Path(__file__).parent / "cases"


def plain(words: Words) -> str:
    return walk.plain_text(words.content).replace("\u00a0", " ").replace("\u2011", "-").replace("\u2060", "")


def lines(block: Block[Words]) -> Iterator[str]:
    """What a list prints, a line for each paragraph and each row."""
    match block:
        case Paragraph():
            name = "".join(f"{each}: " for each in block.classes)
            yield f"{name}{plain(block.words)}"
        case List():
            for item in block.items:
                yield from (f"- {line}" for child in item.blocks for line in lines(child))
        case Table():
            if block.caption is not None:
                yield f"caption: {plain(block.caption.words)}"
            for row in (block.head, *block.rows):
                yield " | ".join(plain(cell.words) for cell in row.cells)
        case Div():
            yield from (line for child in block.blocks for line in lines(child))
        case _:
            yield f"{type(block).__name__}"


def lists(composed: Composed) -> list[str]:
    """All lists of an edition, each with its name, and what is said of them."""
    found: list[str] = []
    for block in walk.every_block(composed.document.blocks):
        if isinstance(block, Div) and block.name in LISTS:
            found += [f"[{block.name}]", *lines(block)]
    said = [f"{each.place} {each.code}: {each.message()}" for each in composed.findings]
    return [*found, *(f"! {each}" for each in said)]


CONCEPTS = (
    Concept("un", {"ru": Term("Организация Объединенных Наций", "ООН"), "en": Term("United Nations", "UN")}, 1),
    Concept("mass", {"ru": Term("средства массовой информации", "СМИ"), "en": Term("the media")}, 5),
    Concept("hrc", {"ru": Term("Human Rights Committee", "HRC"), "en": Term("Human Rights Committee", "HRC")}, 9),
    Concept("npo", {"ru": Term("неправительственная организация", "НПО")}, 13),
    Concept("unused", {"ru": Term("нигде не названное", "ННН"), "en": Term("named nowhere", "NN")}, 17),
)


def member(name: str, city: str = "", site: str = "", language: str = "ru") -> Member:
    return Member(Words(inline.parse(name), language), Words(inline.parse(city), language) if city else None, site)


MEMBERS = (
    member("Фонд «Ярмак»", "Алматы"),
    member("«Азаматтық» орталығы", site="https://azamat.example"),
    member("«Әділет» қоры", "Астана", "https://adilet.example"),
    member("[Open Doors]{lang=en}"),
)
MATERIAL = Material(MEMBERS, CONCEPTS)


def cases() -> list[tuple[str, str, str, str]]:
    found = []
    for file in sorted(CASES.glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        source, *expected = re.split(r"^== (\w\w)$\n", text, flags=re.MULTILINE)
        found += [(file.stem, source, code, lines) for code, lines in zip(expected[::2], expected[1::2], strict=True)]
    return found


@pytest.mark.parametrize(("name", "source", "language", "expected"), cases(), ids=lambda value: str(value)[:30])
def test_what_an_edition_prints(name: str, source: str, language: str, expected: str) -> None:
    _, *parts = re.split(r"^-- (\S+)$\n", source, flags=re.MULTILINE)
    sections = [section(text, id=id, language=language) for id, text in zip(parts[::2], parts[1::2], strict=True)]
    composed = edition(*sections, language=language, material=MATERIAL)
    assert "\n".join(lists(composed)) + "\n" == expected.rstrip("\n") + "\n", name


def test_every_name_of_a_list_has_its_maker() -> None:
    assert set(MAKERS) == LISTS


def test_what_is_made_has_no_ids_and_calls_no_notes() -> None:
    text = (CASES / "recommendations.txt").read_text(encoding="utf-8").partition("== ")[0]
    _, *parts = re.split(r"^-- (\S+)$\n", text, flags=re.MULTILINE)
    composed = edition(*(section(text, id=id) for id, text in zip(parts[::2], parts[1::2], strict=True)))
    blocks = composed.document.blocks
    (made,) = (each for each in blocks if isinstance(each, Div) and each.name == "list-of-recommendations")
    assert [each.id for each in walk.every_block(made.blocks) if each.id is not None] == []
    assert len(composed.document.notes) == 1
    marks = [each for words in walk.every_words(blocks) for each in walk.every_inline(words.content)]
    assert [type(each).__name__ for each in marks].count("NoteMark") == 1


def test_a_list_of_abbreviations_without_a_file_of_terms_is_an_error() -> None:
    composed = edition(section("{#a}\n# T\n\n::: list-of-abbreviations\n:::\n"), material=Material())
    assert [(each.code, each.place.line) for each in composed.findings] == [("no-terms", 4)]


def test_abbreviations_are_looked_for_in_the_words_of_the_edition_alone() -> None:
    text = "{#a}\n# T\n\n{#p-a}\nДоклад ООН.\n\n::: list-of-abbreviations\n:::\n"
    waiting = edition(section(text), language="en", material=MATERIAL)
    assert "[list-of-abbreviations]" in lists(waiting)
    assert lists(waiting)[1] == "There are none."
    done = edition(section(text), language="en", texts={"p-a": "A UN report."}, material=MATERIAL)
    assert "UN | United Nations" in lists(done)


def test_what_is_typed_in_a_recommendation_is_remarked_on_at_its_place_alone() -> None:
    text = "{#a}\n# T\n\n::: recommendation\n{#r}\nСм. пункт 3.\n:::\n\n::: list-of-recommendations\n:::\n"
    found = typed_references(edition(section(text)).document)
    assert [each.place.id for each in found] == ["r"]


def test_words_that_are_not_translated_say_so_where_they_are_listed() -> None:
    captioned = "{#c .caption}\nПодпись\n\n{#t}\n| [A]{#k} |\n|---|\n| [B]{#l} |\n"
    text = "{#a}\n# Заголовок\n\n" + captioned + "\n::: list-of-tables\n:::\n"
    composed = edition(section(text), language="en")
    (entry,) = (each for each in walk.every_block(composed.document.blocks) if "entry" in each.classes)
    assert isinstance(entry, Paragraph)
    assert (entry.words.language, entry.words.mark, plain(entry.words)) == ("en", "untranslated", "Table 1. Подпись")
    spans = [dict(each.pairs) for each in walk.every_inline(entry.words.content) if isinstance(each, Span)]
    assert spans == [{"lang": "ru"}]


def test_where_numbers_begin_again_the_title_is_enough_to_say_whose_they_are() -> None:
    first = "{#a}\n# Один\n\n{#p}\nТекст.\n\n::: recommendation\n{#r}\nСледует.\n:::\n"
    second = "{#b}\n# Два\n\n{#q}\nТекст.\n\n::: list-of-recommendations\n:::\n"
    composed = edition(section(first, id="01"), section(second, id="02"), restart=True)
    assert "label: Один (пункт 1)" in lists(composed)
