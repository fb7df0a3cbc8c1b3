"""DOCX read, one construct a test."""

from __future__ import annotations

import io
import zipfile

import pytest

from assembler.jobs.documents import Way
from tests.formats.foreign.made import W, docx, paragraph, part, styled
from tests.formats.foreign.outline import codes, read, taken

STYLES = part(
    "styles",
    "".join(
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{more}</w:style>'
        for id, name, more in (
            ("H1", "heading 1", ""), ("H2", "heading 2", ""), ("Own", "My heading", '<w:basedOn w:val="H2"/>'),
            ("Q", "Quote", "<w:rPr><w:i/></w:rPr>"), ("C", "caption", ""), ("T", "Title", ""), ("TOC1", "toc 1", ""),
        )
    )
    + '<w:style w:type="character" w:styleId="B"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
)  # fmt: skip
NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>',
)
PARTS = {"word/styles.xml": STYLES, "word/numbering.xml": NUMBERING}
RELATED = (("s", "styles", "styles.xml"), ("n", "numbering", "numbering.xml"))


def lines(body: str, language: str = "en", way: Way | None = None) -> list[str]:
    return read(docx(body, PARTS, RELATED), language, way=way)


def item(words: str, num: int, level: int = 0) -> str:
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def run(words: str, letters: str = "") -> str:
    return f'<w:r><w:rPr>{letters}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def field(code: str, shown: str) -> str:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return f"{sign('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{sign('separate')}{run(shown)}{sign('end')}"


def test_headings_are_told_by_their_style_or_the_one_that_it_is_based_on() -> None:
    assert lines(styled("One", "H1") + styled("Two", "Own") + paragraph("Text.")) == ["# One", "## Two", "Text."]


def test_runs_that_look_alike_are_joined_and_blanks_are_not_bold() -> None:
    body = f"<w:p>{run('see ')}{run('Arti', '<w:b/>')}{run('cle', '<w:b/>')}{run(' ', '<w:b/>')}{run('7')}</w:p>"
    assert lines(body) == ["see **Article** 7"]


def test_bold_of_a_character_style_and_bold_that_is_switched_off() -> None:
    strong, not_bold = '<w:rStyle w:val="B"/>', '<w:rStyle w:val="B"/><w:b w:val="0"/>'
    body = f"<w:p>{run('a', strong)}{run(' b', not_bold)}</w:p>"
    assert lines(body) == ["**a** b"]


def test_the_look_of_a_quotations_style_is_no_emphasis_in_it() -> None:
    assert lines(styled("Words", "Q") + styled("more", "Q") + paragraph("After.")) == ["> Words", "> more", "After."]


def test_numbers_are_counted_as_word_counts_them_with_restarts() -> None:
    body = item("one", 1) + item("two", 1) + item("letter", 1, 1) + item("three", 1) + item("anew", 2)
    assert lines(body) == ["1. one", "2. two", "2. LowerAlpha(1) letter", "3. three", "1. anew"]


def test_a_list_goes_on_behind_a_paragraph_with_the_next_number() -> None:
    assert lines(item("one", 1) + paragraph("between") + item("two", 1)) == ["1. one", "between", "2. two"]


def test_bullets_below_a_numbered_paragraph_stand_in_it() -> None:
    assert lines(item("one:", 1) + item("bullet", 3) + item("two", 1)) == ["1. one:", "1. • bullet", "2. two"]


def test_the_number_before_a_heading_stays_in_its_words() -> None:
    body = paragraph("Scope", '<w:pStyle w:val="H1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    assert lines(body + paragraph("Text.")) == ["# 1. Scope", "Text."]


def test_a_number_in_a_cell_stays_as_words() -> None:
    body = f"<w:tbl><w:tr><w:tc>{item('', 1)}</w:tc><w:tc>{paragraph('words')}</w:tc></w:tr></w:tbl>"
    assert lines(body) == ["| 1.  | words"]


def test_footnotes_and_endnotes_stand_where_they_are_called() -> None:
    parts = {
        "word/footnotes.xml": part("footnotes", f'<w:footnote w:id="2">{paragraph("At the foot.")}</w:footnote>'),
        "word/endnotes.xml": part("endnotes", f'<w:endnote w:id="2">{paragraph("At the end.")}</w:endnote>'),
    }
    call = '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" and") + '<w:r><w:endnoteReference w:id="2"/></w:r>'
    related = (("f", "footnotes", "footnotes.xml"), ("e", "endnotes", "endnotes.xml"))
    found = taken(docx(f"<w:p>{run('Words')}{call}</w:p>", parts, related))
    assert read(docx(f"<w:p>{run('Words')}{call}</w:p>", parts, related)) == [
        "Words[note: At the foot.] and[note: At the end.]"
    ]
    assert codes(found) == ["import-endnotes"]


def test_cells_over_others_and_header_rows_are_kept() -> None:
    def cell(words: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words)}</w:tc>"

    wide, high, low = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = (
        f"<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('wide', wide)}{cell('c')}</w:tr>"
        f"<w:tr>{cell('high', high)}{cell('1')}{cell('2')}</w:tr>"
        f"<w:tr>{cell('', low)}{cell('3')}{cell('4')}</w:tr></w:tbl>"
    )
    assert lines(body) == ["| wide 2×1 | c  (header)", "| high 1×2 | 1 | 2", "| 3 | 4"]


def test_a_caption_stands_above_its_table_without_its_number() -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>"
    caption = (
        f'<w:p><w:pPr><w:pStyle w:val="C"/></w:pPr>{run("Table ")}{field("SEQ Table", "3")}{run(". Figures")}</w:p>'
    )
    assert lines(caption + table) == ["caption: Figures", "| a | b"]


def test_links_lead_where_they_led() -> None:
    underlined = run("there", '<w:u w:val="single"/>')
    link = f'<w:p><w:hyperlink r:id="a">{underlined}</w:hyperlink></w:p>'
    by_field = f"<w:p>{field(' HYPERLINK &quot;https://un.org&quot; ', 'UN')}</w:p>"
    assert read(docx(link + by_field, related=(("a", "hyperlink", "https://ohchr.org"),))) == [
        "[there](https://ohchr.org)", "[UN](https://un.org)",
    ]  # fmt: skip


def test_fields_are_what_they_show_and_contents_are_left_out() -> None:
    contents = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("Entry 1")}</w:p>'
        f'<w:p>{run("Entry 2")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    body = contents + f"<w:p>{run('On page ')}{field('PAGEREF x', '7')}</w:p>"
    found = taken(docx(body))
    assert read(docx(body)) == ["On page 7"]
    assert sorted(codes(found)) == ["import-contents", "import-reference"]


def test_a_field_that_never_ends_swallows_nothing() -> None:
    body = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF</w:instrText></w:r></w:p>'
    assert lines(body + paragraph("All of this stays.")) == ["All of this stays."]


CHANGED = (
    f'<w:p>{run("The State ")}<w:del w:id="1" w:author="A"><w:r><w:delText>may</w:delText></w:r></w:del>'
    f'<w:ins w:id="2" w:author="B">{run("must")}</w:ins>{run(" act.")}</w:p>'
)


@pytest.mark.parametrize(
    ("changes", "words"),
    [("accept", "The State must act."), ("reject", "The State may act."), ("list", "The State must act.")],
)
def test_tracked_changes_are_accepted_rejected_or_listed(changes: str, words: str) -> None:
    way = Way(changes=changes, whole=True)  # type: ignore[arg-type]
    assert lines(CHANGED, way=way) == [words]
    said = [finding.message() for finding in taken(docx(CHANGED), way=way).findings]
    assert any("2×" in each for each in said)
    assert ("B put in: must" in said) == (changes == "list")
    assert ("A took out: may" in said) == (changes == "list")


def test_a_paragraph_whose_end_was_taken_out_joins_the_next() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
    body = f"<w:p><w:pPr>{gone}</w:pPr>{run('One ')}</w:p>{paragraph('line.')}"
    assert lines(body) == ["One line."]
    assert lines(body, way=Way(changes="reject", whole=True)) == ["One ", "line."]


def test_hidden_words_are_left_out_and_said() -> None:
    body = f"<w:p>{run('open')}{run(' secret', '<w:vanish/>')}</w:p>"
    assert lines(body) == ["open"]
    assert codes(taken(docx(body))) == ["import-hidden"]


def test_comments_are_counted_and_shown_where_asked() -> None:
    comments = part("comments", f'<w:comment w:id="1" w:author="A">{paragraph("Source?")}</w:comment>')
    data = docx(
        f'<w:p>{run("Words")}<w:r><w:commentReference w:id="1"/></w:r></w:p>',
        {"word/comments.xml": comments},
        (("c", "comments", "comments.xml"),),
    )
    assert codes(taken(data)) == ["import-comments"]
    shown = taken(data, way=Way(changes="list", whole=True)).findings[-1]
    assert (shown.message(), shown.quote) == ("A commented: Source?", "Words")


def test_a_text_box_stands_behind_its_paragraph_once() -> None:
    box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = f"<w:p>{run('Beside.')}<w:r>{both}</w:r></w:p>{paragraph('After.')}"
    assert lines(body) == ["Beside.", "In the box.", "After."]
    assert codes(taken(docx(body))) == ["import-text-box"]


def test_a_frame_of_one_cell_is_taken_apart() -> None:
    assert lines(f"<w:tbl><w:tr><w:tc>{paragraph('framed')}</w:tc></w:tr></w:tbl>") == ["framed"]


def test_pictures_come_along_with_their_description() -> None:
    drawing = '<w:r><w:drawing><wp:docPr id="1" name="x" descr="A chart"/><a:blip r:embed="p"/></w:drawing></w:r>'
    data = docx(f"<w:p>{drawing}</w:p>", {"word/media/image1.png": b"picture"}, (("p", "image", "media/image1.png"),))
    assert read(data) == ["![A chart](image1.png)"]
    assert taken(data).pictures == {"image1.png": b"picture"}


def test_words_are_marked_with_a_language_where_tag_and_letters_agree() -> None:
    def tagged(words: str, tag: str) -> str:
        marked = run(words, f'<w:lang w:val="{tag}"/>')
        return f"<w:p>{run('Он сказал: ')}{marked}</w:p>"

    assert lines(tagged("rule of law", "en-GB"), "ru") == ["Он сказал: [rule of law]{lang=en}"]
    assert lines(tagged("верховенство права", "en-GB"), "ru") == ["Он сказал: верховенство права"]
    assert lines(tagged("OHCHR", "en-GB"), "ru") == ["Он сказал: OHCHR"]


def test_text_in_controls_and_custom_markup_is_read() -> None:
    inner = f"<w:sdt><w:sdtContent>{paragraph('In a control.')}</w:sdtContent></w:sdt>"
    custom = f'<w:customXml w:uri="x" w:element="y">{paragraph("In a mark.")}</w:customXml>'
    assert lines(inner + custom) == ["In a control.", "In a mark."]


def test_signs_of_symbol_fonts_become_characters() -> None:
    body = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t xml:space="preserve"> yes</w:t></w:r></w:p>'
    assert lines(body) == ["☑ yes"]


def test_formulas_keep_their_letters() -> None:
    assert lines("<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>") == ["$x$"]


def test_a_title_by_its_style_is_no_paragraph() -> None:
    found = taken(docx(styled("The report", "T") + paragraph("Words."), PARTS, RELATED))
    assert found.title == "The report"


def test_ids_of_our_own_drafts_come_back() -> None:
    body = f'<w:p><w:bookmarkStart w:id="1" w:name="_P_art07_k3fa"/>{run("Words")}<w:bookmarkEnd w:id="1"/></w:p>'
    assert lines(body) == ["[]{art07-k3fa}Words"]


def test_the_strict_form_is_read_alike() -> None:
    strict = docx(styled("One", "H1") + paragraph("Text."), PARTS, RELATED)
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(strict)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode().replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
            new.writestr(name, text)
    assert read(buffer.getvalue()) == ["# One", "Text."]


def test_a_raised_comma_between_the_marks_of_notes_is_no_word() -> None:
    def note(id: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{id}"/></w:r>'

    footnotes = part(
        "footnotes", "".join(f'<w:footnote w:id="{id}">{paragraph("Note.")}</w:footnote>' for id in (1, 2))
    )
    raised = run(",", '<w:vertAlign w:val="superscript"/>')
    body = f"<w:p>{run('One')}{note(1)}{raised}{note(2)}{run(', two.')}</w:p>"
    data = docx(body, {"word/footnotes.xml": footnotes}, (("f", "footnotes", "footnotes.xml"),))
    assert "," not in read(data)[0].partition(", two")[0]
