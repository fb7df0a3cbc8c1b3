"""One line of markup and its tree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assembler.document import inline, walk
from assembler.document.inline_parsed import parsed
from assembler.document.inline_usual import usual
from assembler.document.model import (
    Break,
    Code,
    Emphasis,
    Image,
    Inlines,
    Link,
    NoteMark,
    RawInline,
    Reference,
    Span,
    Strong,
    Text,
)


@pytest.mark.parametrize(
    ("markup", "tree"),
    [
        ("", ()),
        ("plain words", (Text("plain words"),)),
        (
            "a *b* **c** _d_",
            (Text("a "), Emphasis((Text("b"),)), Text(" "), Strong((Text("c"),)), Text(" "), Emphasis((Text("d"),))),
        ),
        ("***x***", (Emphasis((Strong((Text("x"),)),)),)),
        ("snake_case_name 2 * 3 * 4", (Text("snake_case_name 2 * 3 * 4"),)),
        ('~~no~~ "no" -- ... www.un.org', (Text('~~no~~ "no" -- ... www.un.org'),)),
        (r"\*\_\`\[\]\{\$ &amp; &#1040;&nbsp;", (Text("*_`[]{$ & А\u00a0"),)),
        ("жалоб[^a-n1][^a-n2].", (Text("жалоб"), NoteMark("a-n1"), NoteMark("a-n2"), Text("."))),
        ("[^not a mark] [^]", (Text("[^not a mark] [^]"),)),
        ("`[^code]` \\[^text]", (Code("[^code]"), Text(" [^text]"))),
        ("[](#art17){form=acc}", (Reference("art17", "acc"),)),
        ("[](#a){to=b form=gen x=y}", (Reference("a", "gen", "b", (("x", "y"),)),)),
        ("[](#a){.x}", (Span((Reference("a"),), None, ("x",)),)),
        ("[text](#a)", (Link("#a", (Text("text"),)),)),
        (
            "[2014-07-05]{.date} [10000]{.number}",
            (Span((Text("2014-07-05"),), None, ("date",)), Text(" "), Span((Text("10000"),), None, ("number",))),
        ),
        (
            "[*ru* [^n]]{lang=ru}",
            (Span((Emphasis((Text("ru"),)), Text(" "), NoteMark("n")), None, (), (("lang", "ru"),)),),
        ),
        ("[a [b]{.x}]{.y}", (Span((Text("a "), Span((Text("b"),), None, ("x",))), None, ("y",)),)),
        ("[no span] {.x}", (Text("[no span] {.x}"),)),
        ("word{.x} *em*{.x}", (Text("word{.x} "), Emphasis((Text("em"),)), Text("{.x}"))),
        ("`c`{.x} ``a`b``", (Span((Code("c"),), None, ("x",)), Text(" "), Code("a`b"))),
        ('[l](http://x.y/ж "t")', (Link("http://x.y/ж", (Text("l"),), "t"),)),
        ("[l](<a b>){.x}", (Span((Link("a b", (Text("l"),)),), None, ("x",)),)),
        ("[a[^n]](u)", (Link("u", (Text("a"), NoteMark("n"))),)),
        ("[a [b](u)](v)", (Text("[a "), Link("u", (Text("b"),)), Text("](v)"))),
        (
            "<https://un.org/ж?a=b&c> <a@b.org>",
            (
                Link("https://un.org/ж?a=b&c", (Text("https://un.org/ж?a=b&c"),)),
                Text(" "),
                Link("mailto:a@b.org", (Text("a@b.org"),)),
            ),
        ),
        ('![a *b*](p.png "t")', (Image("p.png", "a b", "t"),)),
        ("a<br>b <!-- c -->", (Text("a"), RawInline("<br>"), Text("b "), RawInline("<!-- c -->"))),
        ("one\ntwo \\\n three", (Text("one"), Break(), Text("two "), Break(), Text("three"))),
        ("a < b > c & d", (Text("a < b > c & d"),)),
    ],
)
def test_markup_is_read(markup: str, tree: Inlines) -> None:
    assert inline.parse(markup) == tree
    assert inline.parse(inline.render(tree)) == tree


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("10 $ 5 % #1 (a) {x}", "10 $ 5 % #1 (a) {x}"),
        ("snake_case", "snake_case"),
        ("2 * 3", "2 * 3"),
        ("*a* _b_", r"\*a\* \_b\_"),
        ("текст [sic] дальше", "текст [sic] дальше"),
        ("[x](y)", r"\[x\](y)"),
        ("[^1]", r"\[^1\]"),
        ("{.x}", r"\{.x}"),
        ("a <b> < c", r"a \<b> < c"),
        ("AT&T &amp;", r"AT&T \&amp;"),
        (r"c:\temp \*", r"c:\temp \\\*"),
        ("`", r"\`"),
    ],
)
def test_text_is_escaped_where_it_would_be_read_as_something_else(text: str, markup: str) -> None:
    assert inline.escape(text) == markup
    assert inline.parse(markup) == (Text(text),)


def test_emphasis_side_by_side_is_told_apart() -> None:
    for tree in (
        (Emphasis((Text("a"),)), Emphasis((Text("b"),))),
        (Emphasis((Emphasis((Text("a"),)),)),),
        (Strong((Text("a"),)), Emphasis((Text("b"),))),
    ):
        assert inline.parse(inline.render(tree)) == tree


PIECES = st.sampled_from(
    [
        "*",
        "_",
        "**",
        "__",
        "`",
        "``",
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        "{.x}",
        "{#a .b k=v}",
        '{k="v"}',
        "[^n]",
        "](#q)",
        "](u)",
        '](<u v> "t")',
        "<",
        ">",
        "<b>",
        "<http://x.y>",
        "<a@b.c>",
        "<!-- c -->",
        "&amp;",
        "&#32;",
        "&nbsp;",
        "&",
        "\\",
        "\n",
        "\t",
        "a",
        "b c",
        " ",
        "!",
        "![",
        "é",
        "«",
        '"',
        "'",
        "^",
        ":",
        "-",
        "1",
        "#",
        ".",
    ]
)
MARKUP = st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=30)


@settings(max_examples=1500)
@given(MARKUP)
def test_what_is_rendered_parses_to_the_same_tree(markup: str) -> None:
    tree = inline.parse(markup)
    assert inline.parse(inline.render(tree)) == tree


@settings(max_examples=500)
@given(MARKUP)
def test_escaped_text_is_that_text(text: str) -> None:
    assert inline.parse(inline.escape(text)) == ((Text(text),) if text else ())


@settings(max_examples=500)
@given(MARKUP)
def test_the_scanners_find_what_the_tree_holds(markup: str) -> None:
    found = list(walk.every_inline(inline.parse(markup)))
    assert inline.note_marks(markup) == tuple(each.id for each in found if isinstance(each, NoteMark))
    assert inline.references(markup) == tuple(each for each in found if isinstance(each, Reference))


@given(MARKUP)
def test_no_text_is_lost(markup: str) -> None:
    letters = "".join(character for character in markup if character in "éж«")
    shown = inline.render(inline.parse(markup))
    assert "".join(character for character in shown if character in "éж«") == letters


@pytest.mark.parametrize(
    "pattern",
    ["[", "[a ", "![", "*a ", "*a **b ", "[a](b", "{.a ", "` `` ", "<a ", "&a", "[a](u) ", "a_", "\\", "]{.x}"],
)
def test_deep_and_broken_markup_is_read(pattern: str) -> None:
    tree = inline.parse(pattern * 400)
    assert inline.parse(inline.render(tree)) == tree


def test_deeply_nested_spans_are_read() -> None:
    tree = inline.parse("[" * 300 + "x" + "]{.y}" * 300)
    assert "x" in walk.plain_text(tree)


USUAL = st.sampled_from(
    [
        "Слово",
        "слово",
        "word",
        "5",
        " ",
        ", ",
        ". ",
        "«",
        "»",
        "(",
        ")",
        "–",
        "!",
        "_",
        "&",
        "&amp;",
        "*",
        "*слово*",
        "**слово.**",
        "*«слово»*",
        "[^art07-n1]",
        "[](#art07)",
        "[](#art07){form=acc}",
        "[](#a){to=b}",
        "[слово](https://www.example.org/a_b?c=d&e)",
        "[слово]{.date}",
        "[word]{lang=en}",
        "[слово](#a){.notranslate}",
        "{.x}",
        "<https://www.example.org/a_b(c)>",
        "\u0306",
        "$",
        "[",
        "]",
        "\\$",
        "\\[",
        "\\*",
        "\n",
        "`1-М`",
        "`a`{.notranslate}",
        "*[слово]{.date}*",
        "*[слово]{.date} слово*",
        "**слово [^n1]**",
        "[слово [5]{.number} слово]{#r1}",
        "[слово [x](u)](v)",
        "[a [^n] b](v)",
        "[*слово* слово]{#c2}",
        "[*«слово»*]{#c}",
        "[a *b]{.date} c*",
        "[**a** [5]{.number}*](v)",
        "[слово *[5]{.number} слово* слово]{#r3}",
        "\\",
    ]
)


@settings(max_examples=3000)
@given(st.lists(USUAL, max_size=10).map("".join) | MARKUP)
def test_the_quick_reading_of_usual_markup_is_that_of_the_parser(markup: str) -> None:
    quick = usual(markup)
    assert quick is None or (quick, ()) == parsed(markup)
