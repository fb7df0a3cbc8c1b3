"""ODT read, one construct a test."""

from __future__ import annotations

import pytest

from assembler.jobs.documents import Way
from tests.formats.foreign.made import ODF, OTHERS, odt
from tests.formats.foreign.outline import codes, read, taken

NUMBERS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" '
    'style:num-suffix=")"/></text:list-style><text:list-style style:name="B"><text:list-level-style-bullet '
    'text:level="1" text:bullet-char="•"/></text:list-style>'
)
BOLD = (
    '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="T3" style:family="text"><style:text-properties fo:language="en" fo:country="GB"/>'
    '</style:style><style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>'
)


def lines(text: str, language: str = "en", way: Way | None = None) -> list[str]:
    return read(odt(text, NUMBERS + BOLD), language, "a.odt", way)


def p(words: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def a_list(*items: str, more: str = "", style: str = "L") -> str:
    inner = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="{style}" {more}>{inner}</text:list>'


def test_headings_have_their_level() -> None:
    assert lines('<text:h text:outline-level="2">Two</text:h>' + p("Text.")) == ["## Two", "Text."]


def test_blanks_tabs_and_breaks() -> None:
    assert lines(p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d\n  e')) == ["a b c⏎d e"]


def test_bold_and_words_of_another_language() -> None:
    assert lines(p('a <text:span text:style-name="T1">b</text:span>')) == ["a **b**"]
    assert lines(p('Это <text:span text:style-name="T3">rule of law</text:span>'), "ru") == [
        "Это [rule of law]{lang=en}"
    ]


def test_a_style_based_on_quotations_makes_one() -> None:
    assert lines(p("Words.", "P1") + p("After.")) == ["> Words.", "After."]


def test_numbers_are_counted_through_lists_that_continue_and_begin_again_in_others() -> None:
    text = (
        a_list(p("one"), p("two") + p("more"), more='xml:id="a"')
        + p("between")
        + a_list(p("three"), more='text:continue-list="a"')
        + a_list(p("anew"))
    )
    assert lines(text) == ["1. one", "2. two", "2. more", "between", "3. three", "1. anew"]


def test_lists_stand_inside_each_other_and_items_may_say_their_number() -> None:
    inner = "<text:list><text:list-item><text:p>letter</text:p></text:list-item></text:list>"
    item = f'<text:list-item text:start-value="5">{p("five")}{inner}</text:list-item>'
    assert lines(f'<text:list text:style-name="L">{item}</text:list>') == ["5. five", "5. LowerAlpha(1) letter"]


def test_bullets() -> None:
    assert lines(a_list(p("one"), p("two"), style="B")) == ["• one", "• two"]


def test_notes() -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>A note.</text:p></text:note-body></text:note>"
    )
    assert lines(p(f"Words{note}.")) == ["Words[note: A note.]."]


def test_cells_over_others_and_header_rows() -> None:
    def cell(words: str, more: str = "") -> str:
        return f"<table:table-cell {more}>{p(words)}</table:table-cell>"

    covered = "<table:covered-table-cell/>"
    wide, high = 'table:number-columns-spanned="2"', 'table:number-rows-spanned="2"'
    text = (
        "<table:table><table:table-header-rows><table:table-row>"
        f"{cell('wide', wide)}{covered}</table:table-row></table:table-header-rows>"
        f"<table:table-row>{cell('high', high)}{cell('1')}</table:table-row>"
        f"<table:table-row>{covered}{cell('2')}</table:table-row></table:table>"
    )
    assert lines(text) == ["| wide 2×1  (header)", "| high 1×2 | 1", "| 2"]


def test_contents_and_hidden_words_are_left_out_and_said() -> None:
    text = (
        "<text:table-of-content><text:index-body><text:p>Entry 1</text:p></text:index-body></text:table-of-content>"
        + p('open<text:span text:style-name="T2"> secret</text:span>')
    )
    assert lines(text) == ["open"]
    assert sorted(codes(taken(odt(text, BOLD), name="a.odt"))) == ["import-contents", "import-hidden"]


CHANGED = (
    "<text:tracked-changes>"
    '<text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>A</dc:creator>'
    "</office:change-info><text:p>may</text:p></text:deletion></text:changed-region>"
    '<text:changed-region text:id="c2"><text:insertion><office:change-info><dc:creator>B</dc:creator>'
    "</office:change-info></text:insertion></text:changed-region></text:tracked-changes>"
    '<text:p>The State <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>must'
    '<text:change-end text:change-id="c2"/> act.</text:p>'
)


@pytest.mark.parametrize(
    ("changes", "words"),
    [("accept", "The State must act."), ("reject", "The State may act."), ("list", "The State must act.")],
)
def test_tracked_changes_are_accepted_rejected_or_listed(changes: str, words: str) -> None:
    way = Way(changes=changes, whole=True)  # type: ignore[arg-type]
    assert lines(CHANGED, way=way) == [words]
    said = [finding.message() for finding in taken(odt(CHANGED), name="a.odt", way=way).findings]
    assert any("2×" in each for each in said)
    assert ("B put in: must" in said) == (changes == "list")


def test_a_text_box_and_a_picture() -> None:
    box = "<draw:frame><draw:text-box><text:p>In the box.</text:p></draw:text-box></draw:frame>"
    picture = '<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>A chart</svg:desc></draw:frame>'
    data = odt(p(f"Beside.{box}") + p(picture), parts={"Pictures/a.png": b"picture"})
    assert read(data, name="a.odt") == ["Beside.", "In the box.", "![A chart](a.png)"]
    assert taken(data, name="a.odt").pictures == {"a.png": b"picture"}


def test_a_document_that_is_one_xml() -> None:
    flat = (
        f'<?xml version="1.0"?><office:document {ODF} {OTHERS}><office:body><office:text><text:p>Words.</text:p>'
        "</office:text></office:body></office:document>"
    )
    found = taken(flat.encode(), name="a.fodt")
    assert found.format == "fodt"
    assert read(flat.encode(), name="a.fodt") == ["Words."]
