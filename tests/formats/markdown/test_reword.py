"""The words of one unit are replaced in the author's file, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assembler.catalog import po
from assembler.catalog.model import by_id
from assembler.document import inline, walk
from assembler.formats.markdown.read import Reading, read
from assembler.formats.markdown.reword import Reworded, reword
from tests.conftest import ROOT
from tests.formats.markdown.oracle import pandoc_reads, we_read

SECTION = """\
{#art07 ref="article 7"}
## Article 7 ##

{#two}
Two lines
=====

{#p1}
A paragraph over\u0020\u0020\u0020
three lines, with a note[^n1] and
an end.\u0020\u0020

{#p2 .unnumbered}
Broken\\
in two.

> {#q1}
> A quotation over
> two lines
lazily.

::: recommendation
{#r1}
The State should act.

{.letters}
1. {#i1}
   first, over
   two lines

   {#i1b}
   its second paragraph
2. {#i2}
   second; see [](#t1){form=acc}
:::

{#cap .caption}
The caption

{#t1}
|[Article]{#c1}|[2012 \\| 2013]{ #c2 }| [Third]{#c3} |
|---|--:|:-|
| [Torture]{#r1}   |   some a\\|b |x|
| [142. Violation]{#r2} | 4 |[![A picture](map.png) of it](https://example.org)

{#img}
![A map of the country](map.png) and [a link](https://example.org "its title")

{#fig width=80%}
![A chart of *what* grew](../../pictures/chart.png "Title")

> ![A second chart](chart.png){#fig2}

[^n1]: The note,
    going on.

    {#n1b}
    Its second paragraph.

- {#b1}
  - {#b2}
    deep
"""

Words = dict[str, str]


def reading(text: str) -> Reading:
    return read(text, id="07", language="en", path="sources/en/07.md")


def said(text: str) -> Words:
    return {leaf.id: leaf.words for leaf in walk.leaves(reading(text).section) if leaf.id}


def reworded(text: str, **words: str) -> Reworded:
    return reword(text, reading(text), words)


FORMS = {
    "lf": SECTION,
    "crlf": SECTION.replace("\n", "\r\n"),
    "cr": SECTION.replace("\n", "\r"),
    "bom": "\ufeff" + SECTION,
    "bom-crlf": "\ufeff" + SECTION.replace("\n", "\r\n"),
    "no-end": SECTION.rstrip("\n"),
    "tabs": SECTION.replace("lines, with", "lines,\twith").replace("\n   ", "\n\t"),
}
IDS = sorted(said(SECTION))


def test_the_specimen_has_units_of_every_kind() -> None:
    roles = {leaf.role for leaf in walk.leaves(reading(SECTION).section) if leaf.id}
    assert roles == {"heading", "paragraph", "item", "caption", "cell", "picture"}
    assert {"n1", "n1b", "q1", "t1.h.c2", "t1.r1.c2", "i1b"} <= set(IDS)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("id", IDS)
def test_each_unit_gets_its_new_words_and_every_other_byte_stays(form: str, id: str) -> None:
    text = FORMS[form]
    before = said(text)
    done = reword(text, reading(text), {id: "Новый текст"})
    assert done.words == {id: "Новый текст"}
    assert said(done.text) == {**before, id: "Новый текст"}
    head, new, tail = done.text.partition("Новый текст")
    assert new
    assert text.startswith(head)
    assert text.endswith(tail)
    replaced = text[len(head) : len(text) - len(tail)]
    assert replaced.replace("\\|", "|").startswith(before[id].split()[0].split("[")[0])


def test_all_at_once_is_the_same_as_one_after_the_other() -> None:
    text, words = SECTION, {id: f"New words of {id}" for id in IDS}
    for id, each in words.items():
        text = reworded(text, **{id: each}).text
    done = reworded(SECTION, **words)
    assert done.text == text
    assert done.words == said(text) == words


def test_a_name_with_a_class_beside_it_stays_the_name() -> None:
    text = "{#t}\n| [One]{#c1 .notranslate} |\n|---|\n"
    assert said(text) == {"t.h.c1": "[One]{.notranslate}"}
    done = reword(text, reading(text), {"t.h.c1": "[Two]{.notranslate} three"})
    assert said(done.text) == {"t.h.c1": "[Two]{.notranslate} three"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("One two\nthree four\nfive six", "One two three 4 five six", "One two\nthree 4\nfive six"),
        ("One two\nthree four\nfive six", "1 two three four five six", "1 two\nthree four\nfive six"),
        ("One two\nthree four\nfive six", "One two three four five 6", "One two\nthree four\nfive 6"),
        ("One two\nthree four\nfive six", "One two five six", "One two\nfive six"),
        ("One two\nthree four\nfive six", "One two", "One two"),
        ("One two\nthree four\nfive six", "One two three four and five six", "One two\nthree four\nand five six"),
        ("a\na\na", "a a", "a\na"),
        ("a\na\na", "a a a a", "a\na\na a"),
        ("a\nb", "a - b", "a - b"),
        ("One\ntwo\nthree", "One - two three", "One - two three"),
        ("One\ntwo\nthree", "One # three", None),
        ("One\\\ntwo", "One two", "One two"),
        ("One\ntwo", "One\ntwo", "One\\\ntwo"),
    ],
)
def test_of_several_lines_those_that_differ_are_replaced(old: str, new: str, expected: str | None) -> None:
    done = reworded(f"{{#a}}\n{old}\n", a=new)
    assert said(done.text) == {"a": new}
    assert expected is None or done.text == f"{{#a}}\n{expected}\n"


@pytest.mark.parametrize(
    "words", ["# no heading", "- no item", "12. no number", "{#no}", "::: no", "> no", "| no |", "==="]
)
@pytest.mark.parametrize("id", ["p1", "i1", "q1", "r1", "n1", "n1b", "cap", "b2", "two"])
def test_what_could_begin_another_block_is_escaped(id: str, words: str) -> None:
    done = reworded(SECTION, **{id: words})
    assert inline.parse(done.words[id]) == inline.parse(words)
    assert said(done.text) == {**said(SECTION), id: done.words[id]}


@pytest.mark.parametrize("id", ["p1", "p2", "q1", "i1", "i2", "n1", "n1b", "two", "cap"])
def test_a_hard_break_keeps_to_its_container(id: str) -> None:
    done = reworded(SECTION.replace("\n", "\r\n"), **{id: "first\nsecond"})
    assert said(done.text) == {**said(SECTION), id: "first\nsecond"}
    assert "first\\\r\n" in done.text


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("art07", "one\ntwo"),
        ("t1.r1.c2", "one\ntwo"),
        ("t1.r1.c1", "odd [bracket"),
        ("t1.h.c1", "odd ] bracket"),
        ("p1", ""),
    ],
)
def test_what_cannot_stand_there_is_left_out_and_the_others_are_written(id: str, words: str) -> None:
    done = reworded(SECTION, **{id: words, "p2": "New", "nobody": "x"})
    assert done.words == {"p2": "New"}
    assert said(done.text) == {**said(SECTION), "p2": "New"}


def test_an_id_that_stands_twice_is_not_touched() -> None:
    text = "{#a}\nOne.\n\n{#a}\nTwo.\n"
    assert reworded(text, a="New") == Reworded(text, {})


def test_nothing_asked_is_nothing_changed() -> None:
    assert reworded(SECTION) == Reworded(SECTION, {})
    assert reworded(SECTION, **said(SECTION)) == Reworded(SECTION, said(SECTION))


PIECES = st.sampled_from(
    ["word", "слово", " ", "  ", "\n", "*", "**", "_", "[", "]", "(#p1)", "{#x}", "{.date}", "|", "\\", "`", "#", "-",
     "1.", ">", ":::", "[^n1]", "<br>", "<!--", "-->", "&amp;", "\t", "=", "~~~", "+", "!", "\u00a0", "«", "](",
     "https://a.b/c", "\r"]
)  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=12).map("".join)


@settings(max_examples=400)
@given(st.dictionaries(st.sampled_from(IDS), TEXTS, min_size=1, max_size=4), st.sampled_from(sorted(FORMS)))
def test_whatever_is_written_is_what_is_read_and_all_else_is_as_before(words: Words, form: str) -> None:
    text = FORMS[form]
    before, old = said(text), reading(text).section
    done = reword(text, reading(text), words)
    after = said(done.text)
    assert after == {**before, **done.words}
    for id, each in done.words.items():
        trimmed = "\n".join(line.strip(" \t") for line in words[id].strip(" \t\n").split("\n"))
        assert inline.parse(each) == inline.parse(trimmed)
    new = reading(done.text).section
    assert [note.id for note in new.notes] == [note.id for note in old.notes]
    assert list(walk.every_id(new)) == list(walk.every_id(old))


@settings(max_examples=200)
@given(
    st.sampled_from(IDS),
    st.lists(st.sampled_from(["one", "two", "«three»", "*four*", "5", "[^n1]", "six,"]), min_size=1, max_size=30),
)
def test_ordinary_words_are_always_written_exactly(id: str, words: list[str]) -> None:
    text = " ".join(words)
    done = reworded(SECTION, **{id: text})
    assert done.words == {id: text}
    assert said(done.text)[id] == text


SOURCES = sorted((ROOT / "sources").glob("*/*.md"))


def translations(section: str) -> Iterator[Words]:
    """What the sample's catalogs have for a section, language by language."""
    for path in sorted((ROOT / "locales").glob(f"*/LC_MESSAGES/{section}.po")):
        catalog, _ = po.read(path.read_bytes(), path=path.name, name=section)
        yield {id: entry.translation for id, entry in by_id([catalog]).items() if entry.is_translated}


@pytest.mark.parametrize("path", SOURCES, ids=[path.stem for path in SOURCES])
def test_the_samples_sections_take_all_their_translations_and_both_parsers_read_them(path: Path) -> None:
    """All but those of rows that come from a file of data."""
    text = path.read_text(encoding="utf-8")
    before = said(text)
    for every in translations(path.stem):
        words = {id: translation for id, translation in every.items() if not id.startswith("art14-t1.y")}
        done = reword(text, reading(text), words)
        assert said(done.text) == {**before, **words}
        assert [line for line in done.text.split("\n") if line.startswith(("{", ":::", "|--"))] == [
            line for line in text.split("\n") if line.startswith(("{", ":::", "|--"))
        ]
        [theirs] = pandoc_reads([done.text])
        assert theirs is None or we_read(reading(done.text).section) == theirs
