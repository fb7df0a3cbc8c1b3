"""Everything that the reader can say, said of a text that deserves it, with the line."""

from __future__ import annotations

import pytest

from assembler.findings import Kind, Severity
from assembler.formats.markdown import kinds
from assembler.formats.markdown.read import read

NAMED = "{#z}\nText[^n].\n\n[^n]: Note.\n\n"


def test_a_note_with_a_number_for_a_label_is_told_of_ids_and_a_block_of_rename() -> None:
    findings = read("{#A}\nText[^1].\n\n[^1]: Note.\n", id="07", language="ru", path="07.md").findings
    hints = {each.place.id: each.hint() for each in findings if each.code == "invalid-id"}
    assert hints["1"] == "Run: assembler ids, which gives the note an ID as its label."
    assert "ids --rename" in hints["A"]


def said(text: str) -> list[tuple[str, int | None]]:
    findings = read(text, id="07", language="ru", path="sources/ru/07.md").findings
    return [(finding.code, finding.place.line) for finding in findings]


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("{#a}\nText\n{#b}\nmore\n", [("attribute-line-in-paragraph", 3)]),
        (
            "{#b}\nText\n\n<<<<<<< HEAD\n{#a}\nOurs\n=======\n{#a}\nTheirs\n>>>>>>> branch\n",
            [
                ("merge-conflict", 4),
                ("missing-id", 4),
                ("attribute-line-in-paragraph", 5),
                ("missing-id", 10),
            ],
        ),
        (
            "{#a}\nOurs\n=======\n{#b}\nTheirs\n>>>>>>> branch\n",
            [("merge-conflict", 6), ("missing-id", 6)],
        ),
        ("- {#a}\n  Text\n  {#b}\n  more\n", [("attribute-line-in-paragraph", 3)]),
        ("{#a}\nText\n\n{#b}\n", [("attribute-line-before-nothing", 4)]),
        ("> {#b}\n\n{#a}\nText\n", [("attribute-line-before-nothing", 1)]),
        ("{#b}\n<!-- remark -->\n\n{#a}\nText\n", [("attribute-line-before-nothing", 1)]),
        ("{#a}\nText[^n].\n\n{#b}\n[^n]: Note.\n", [("attribute-line-before-note", 4)]),
        ("{#a #b}\nText\n", [("two-ids", 2)]),
        ("{#a}\n{#b}\nText\n", [("two-ids", 3)]),
        ("{#a}\n::: {.example #b}\n:::\n", [("two-ids", 2)]),
        ("{#a}\nText[^n].\n\n[^n]: {#b}\n    Note.\n", [("two-ids", 5)]),
        ("{#a .b.c}\nText\n", [("malformed-attributes", 1), ("missing-id", 1)]),
        ("{#a\nText\n", [("malformed-attributes", 1), ("missing-id", 1)]),
        ("{#a\n# Title\n", [("malformed-attributes", 1), ("missing-id", 1), ("missing-id", 2)]),
        ("{a}\nText\n", [("malformed-attributes", 1), ("missing-id", 1)]),
        ("[#a]\nText\n", [("malformed-attributes", 1), ("missing-id", 1)]),
        ("[#a}\nText\n", [("malformed-attributes", 1), ("missing-id", 1)]),
        ("#a}\nText\n", [("malformed-attributes", 1), ("missing-id", 1)]),
        ("{.letters\n1. {#a}\n   Text\n", [("malformed-attributes", 1), ("missing-id", 1)]),
        ("- {#a\n  Text\n", [("malformed-attributes", 1), ("missing-id", 1)]),
        ("{#a}\n\\{b}\n\n{#c}\n{…}\n\n{#d}\n[#5](http://un.org) and {.x\n", []),
        ("{#a}\nWord{.number} and *emphasis*{lang=ru}.\n", [("misplaced-attributes", 2), ("misplaced-attributes", 2)]),
        ("{#a}\n[word] {.number}\n", [("misplaced-attributes", 2)]),
        ("# Title {#a}\n", [("heading-attributes", 1), ("missing-id", 1)]),
        ("{#a .strange}\nText\n", [("unknown-class", 2)]),
        ("::: strange\n:::\n", [("unknown-class", 1)]),
        ("{#a}\n[Text]{.strange} [`c`]{strange=x}\n", [("unknown-attribute", 2), ("unknown-span-class", 2)]),
        ("{#a strange=x}\nText\n", [("unknown-attribute", 2)]),
        ("Text\n", [("missing-id", 1)]),
        ("# Title\n", [("missing-id", 1)]),
        ("- {#a}\n  Text\n- Text\n", [("missing-id", 3)]),
        ("{.unnumbered}\nText\n", [("missing-id", 2)]),
        ("{#a}\n![](x.png)\n", [("picture-undescribed", 2)]),
        ("{#a}\nText ![](x.png) and ![](y.png){.decorative}.\n", [("picture-undescribed", 2)]),
        ("{#a .decorative}\n![](x.png)\n", []),
        ("{#a .decorative}\n![A chart](x.png)\n", [("decoration-described", 2)]),
        ("{#a}\n![A chart](https://example.org/x.png)\n", [("picture-elsewhere", 2)]),
        ("{#a}\nText ![A chart](//example.org/x.png).\n", [("picture-elsewhere", 2)]),
        ("{#a}\n![A chart]()\n", [("picture-without-file", 2)]),
        ("{#a width=80%}\n![A chart](x.png)\n", []),
        ("![A chart](x.png){#a width=3kg}\n", [("picture-width", 1)]),
        ("{#a}\nText ![A chart](x.png){width=0mm}.\n", [("picture-width", 2)]),
        ("{#a width=80%}\nText\n", [("unknown-attribute", 2)]),
        ("{#a}\nText [word]{width=80%}\n", [("unknown-attribute", 2)]),
        ("{#a}\n![A chart[^n]](x.png)\n\n[^n]: Note.\n", [("note-in-picture", 2)]),
        ("![A chart](x.png)\n", [("missing-id", 1)]),
        ("{#a}\n![A chart](x.png){#b}\n", [("two-ids", 2)]),
        (NAMED + "[^n]: Note.\n", [("duplicate-note", 6)]),
        ("{#a}\nText[^n].\n\n[^n]: Note.\n\n    More.\n", [("missing-id", 6)]),
        ("| a |\n|---|\n", [("missing-id", 1)]),
        ("{#t}\n| 1 |\n|---|\n| a |\n", [("missing-id", 2)]),
        ("{#t}\n| 1 |\n|---|\n| 2 |\n", []),
        ("::: {.only lang=en}\nText\n\n- item\n:::\n", []),
        ("{#Статья}\nText\n", [("invalid-id", 2)]),
        ("{#a--b}\nText\n", [("invalid-id", 2)]),
        ("{#a.b}\nText\n", [("invalid-id", 2)]),
        ("{#a}\nText[^N1].\n\n[^N1]: Note.\n", [("invalid-id", 4)]),
        ("{#" + "a" * 31 + "}\nText\n", [("long-id", 2)]),
        ("{#" + "a" * 25 + "}\n| [a]{#c1} |\n|---|\n| [b]{#r10} |\n", [("long-id", 4)]),
        ("{#a}\nText\n\n{#a}\nMore\n", [("duplicate-id", 5)]),
        ("{#n}\nText[^n].\n\n[^n]: Note.\n", [("duplicate-id", 4)]),
        ("{#t}\n| [a]{#c1} | [b]{#c1} |\n|---|---|\n", [("duplicate-id", 2)]),
        ("{#a}\nText\n:::\n", [("fence-without-div", 3)]),
        ("{#a}\n::: two words\nText\n:::\n", [("fence-without-div", 2), ("fence-without-div", 4)]),
        ("::: {#d lang=en}\n:::\n", [("div-without-name", 1)]),
        ("::: example\n{#a}\nText\n", [("unclosed-div", 1)]),
        ("::: example\n\n::: annex\n{#a}\nText\n:::\n\n:::\n", [("inner-fence", 3)]),
        (":::: example\n\n::: annex\n{#a}\nText\n:::\n\n::::\n", []),
        ("::: only\nText\n:::\n", [("only-without-language", 1)]),
        ("{#a .only lang=en}\nText\n", [("only-without-div", 2)]),
        ("{.only lang=en}\n::: example\n{#a}\nText\n:::\n", [("only-without-div", 2)]),
        ('{#a ref="статья 9"}\n# Title\n', [("unknown-reference-kind", 2)]),
        ('{#a ref="clause 7"}\n# Title\n', [("unknown-reference-kind", 2)]),
        ('{#a ref="article"}\n# Title\n', [("unknown-reference-kind", 2)]),
        ('{#a answers="CCPR/C/KAZ/CO/1"}\nText\n', [("bad-answers", 2)]),
        ("::: list-of-table\n:::\n", [("unknown-class", 1)]),
        ("{#a}\nText\n| a | b |\n|---|---|\n", [("table-in-paragraph", 3)]),
        ("{#a}\n| a | b |\n|---|\n", [("table-columns", 2)]),
        ("{#t}\n| 1 | 2 |\n|---|---|\n| 3 | 4 | lost |\n", [("surplus-cells", 4)]),
        ("{#a .caption}\nCaption\n\n{#b}\nText\n", [("caption-without-table", 2)]),
        ("{#a}\nText[^n]\n[^n]: Note.\n", [("note-without-blank-line", 3)]),
        ("{#a}\nText[^n]\n\n[^n]:\n", [("note-without-text", 4)]),
        ("{#a}\nText\n\n[^n]: Note.\n", [("unused-note", 4)]),
        ("{#a}\nText[^n]\n", [("undefined-note", 2)]),
        ("{#a}\nText[^n]\n\n{#b}\nText[^n]\n\n[^n]: Note.\n", [("note-marked-twice", 5)]),
        (NAMED + "{#y}\nText[^m]\n\n[^m]: Note[^k].\n\n[^k]: Note.\n", [("note-in-note", 9)]),
        ("{#a}\nText<br>text\n", [("unsupported-markup", 2)]),
        ("{#a}\nText\n\n---\n", [("unsupported-block", 4)]),
        ("> > " * 40 + "deep\n", [("unsupported-block", 1)]),
        ("", [("empty-section", 1)]),
        ('{#t widths="50,60"}\n| 1 | 2 |\n|---|---|\n', [("table-widths", 2)]),
        ('{#t widths="100,0"}\n| 1 | 2 |\n|---|---|\n', [("table-widths", 2)]),
        ('{#t widths="40,60"}\n| 1 |\n|---|\n', [("table-widths", 2)]),
        ('{#t widths="a lot, less"}\n| 1 | 2 |\n|---|---|\n', [("table-widths", 2)]),
        ('{#t widths="33, 33.3, 33"}\n| 1 | 2 | 3 |\n|---|---|---|\n', []),
        ("{#t header-rows=3}\n| 1 |\n|---|\n| 2 |\n", [("table-header-rows", 2)]),
        ("{#t header-rows=all}\n| 1 |\n|---|\n| 2 |\n", [("table-header-rows", 2)]),
        ("{#t}\n| 1 | 2 |\n|---|---|\n| [3]{colspan=no} | 4 |\n", [("not-a-span", 4)]),
        ("{#t}\n| 1 | 2 |\n|---|---|\n| [3]{colspan=2} | 4 |\n", [("span-over-words", 4)]),
        ("{#t}\n| 1 | 2 |\n|---|---|\n| [3]{rowspan=2} | 4 |\n| 5 | 6 |\n", [("span-over-words", 4)]),
        ("{#t}\n| 1 | 2 | 3 |\n|---|---|---|\n| [1]{colspan=2} | [2]{colspan=2} | |\n", [("span-over-words", 4)]),
        ("{#t}\n| 1 | 2 |\n|---|---|\n| 3 | [4]{colspan=2} |\n", [("span-too-large", 4)]),
        ("{#t}\n| [1]{rowspan=2} | 2 |\n|---|---|\n| | 4 |\n", [("span-too-large", 2)]),
        ("{#t data=a.csv}\n| 1 |\n|---|\n| 3 |\n", [("rows-beside-data", 4)]),
        ("{#t data=a.csv header-rows=2}\n| 1 |\n|---|\n| 3 |\n", []),
        ("{#a data=a.csv}\nText\n", [("unknown-attribute", 2)]),
        ("{#a .landscape}\nText\n", [("landscape-inside", 2)]),
        ("> {#t .landscape}\n> | 1 |\n> |---|\n", [("landscape-inside", 2)]),
        (":::: landscape\n::: landscape\n{#a}\nText\n:::\n::::\n", [("landscape-inside", 2)]),
        (":::: landscape\n{#t .landscape}\n| 1 |\n|---|\n::::\n", []),
        ("{.landscape}\n::: annex\n{#a}\nText\n:::\n", []),
    ],
)  # fmt: skip
def test_a_mistake_is_reported_with_its_line(text: str, findings: list[tuple[str, int | None]]) -> None:
    assert said(text) == findings


@pytest.mark.parametrize(
    "text",
    [
        NAMED,
        "{#a}\n\\{#b} and \\[^n] and `{.x}` and [^\n",
        "{#a}\n# Title\n{#b}\nText\n",
        "{#a}\nText {in braces} and {1} = x\n",
        "{#a}\n[10]{.number} [x]{lang=kk} [](#b){form=gen to=c} [y](http://un.org){lang=ru}\n",
        "{#q}\n> {#a}\n> Text\n",
        '{#a answers="CCPR/C/KAZ/CO/1, paras 3, 9–11; CAT/C/KAZ/CO/3, para 8"}\nText\n',
        "{#a .annex}\n# Title\n\n{#l}\n::: list-of-tables\n:::\n",
        '{#a ref="articles 3 and 26"}\n# Title\n\n{#b}\n[forum]{lang=la}\n',
    ],
)
def test_what_is_right_is_passed_over(text: str) -> None:
    assert said(text) == []


def every_kind() -> list[Kind]:
    return [value for value in vars(kinds).values() if isinstance(value, Kind)]


def test_every_kind_has_a_code_of_its_own_and_a_hint() -> None:
    codes = [kind.code for kind in every_kind()]
    assert len(set(codes)) == len(codes)
    assert all(kind.hint for kind in every_kind())


def test_every_kind_is_provoked_here() -> None:
    [mark] = test_a_mistake_is_reported_with_its_line.pytestmark  # type: ignore[attr-defined]
    provoked = {code for _, findings in mark.args[1] for code, _ in findings}
    assert {kind.code for kind in every_kind()} == provoked


@pytest.mark.parametrize(
    "text", ["{#a .b.c}\nx\n", "Word{.x}\n", "::: only\nx\n:::\n", "[^n]:\n", "a<br>\n", "{#a .b}\nx\n"]
)
def test_every_sentence_can_be_filled(text: str) -> None:
    for finding in read(text, id="07", language="ru", path="x.md").findings:
        assert "{" not in finding.message().replace("{.", "").replace("{#", "")
        assert finding.hint()


def test_what_would_be_swallowed_is_an_error() -> None:
    [finding] = read("{#a}\nText\n{#b}\nmore\n", id="07", language="ru", path="x.md").findings
    assert finding.severity is Severity.ERROR
    assert finding.message() == (
        "The attribute line {#b} has no blank line above it and belongs to the text of the paragraph."
    )


def test_who_misses_an_id_is_sent_to_the_errors_that_hide_ids_first() -> None:
    alone, hidden = (
        next(each for each in read(text, id="07", language="ru", path="x.md").findings if each.code == "missing-id")
        for text in ("# Title\n", "# Title {#a}\n")
    )
    assert "gives one" in alone.hint()
    assert "Mend the errors" in hidden.hint()


def test_a_quotation_that_was_cut_says_so() -> None:
    quotes = [
        read(f"{text}\n", id="07", language="ru", path="x.md").findings[0].quote for text in ("a " * 30, "word " * 30)
    ]
    assert quotes == ["a " * 29 + "a", "word " * 11 + "word…"]


def test_the_name_of_a_list_that_is_nearest_is_proposed() -> None:
    (finding,) = read("::: list-of-abreviations\n:::\n", id="07", language="ru", path="p").findings
    assert "Did you mean “list-of-abbreviations”?" in finding.hint()
