"""Documents without styles: headings by look, numbers that were typed."""

from __future__ import annotations

from tests.formats.foreign.made import docx, paragraph
from tests.formats.foreign.outline import codes, read, taken

SENTENCE = "The State party should take all measures that are needed to put an end to this practice. "


def text(words: str = SENTENCE) -> str:
    return paragraph(words)


def bold(words: str, more: str = "", properties: str = "") -> str:
    return paragraph(words, properties, f"<w:b/>{more}")


def lines(*paragraphs: str) -> list[str]:
    return [line[:40] for line in read(docx("".join(paragraphs)))]


def test_bold_lines_that_stand_alone_are_headings_and_the_larger_ones_higher() -> None:
    large = '<w:sz w:val="32"/>'
    found = lines(bold("PART", large), text(), bold("Article 7"), text(), text(), bold("Article 8"), text(), text())
    assert found == [
        "# PART",
        SENTENCE[:40],
        "## Article 7",
        *[SENTENCE[:40]] * 2,
        "## Article 8",
        *[SENTENCE[:40]] * 2,
    ]
    body = bold("PART", large) + text() + bold("Article 7") + text() * 4
    assert "import-heading-by-look" in codes(taken(docx(body)))


def test_a_line_in_the_middle_and_in_capitals_is_a_heading() -> None:
    centred = paragraph("INTRODUCTION", '<w:jc w:val="center"/>')
    assert lines(centred, text(), text()) == ["# INTRODUCTION", SENTENCE[:40], SENTENCE[:40]]


def test_a_bold_lead_in_or_sentence_is_no_heading() -> None:
    assert lines(bold("Recommendation:"), text(), bold("Look: it ends, and goes on,"), text()) == [
        "**Recommendation:**", SENTENCE[:40], "**Look: it ends, and goes on,**", SENTENCE[:40],
    ]  # fmt: skip


def test_a_cover_of_bold_lines_is_no_run_of_headings() -> None:
    cover = [bold(words) for words in ("Committee", "Coalition", "Report", "Geneva 2016")]
    assert not any(line.startswith("#") for line in lines(*cover, text(), text(), text()))


def test_typed_numbers_are_numbers_where_they_run() -> None:
    assert lines(text("1. One."), text("2.\u00a0Two."), text("5. Five."), text("Between."), text("6. Six.")) == [
        "1. One.", "2. Two.", "5. Five.", "Between.", "6. Six.",
    ]  # fmt: skip
    assert lines(text("1) One."), text("2) Two.")) == ["1) One.", "2) Two."]


def test_a_year_a_name_and_a_lone_number_are_words() -> None:
    for words in ("2014. A year.", "A. Smith wrote.", "17. A lone number."):
        assert lines(text(words), text()) == [words, SENTENCE[:40]]


def test_typed_letters_stand_inside_the_numbered_paragraph() -> None:
    found = lines(text("1. The State should:"), text("(a) act;"), text("(b) report."), text("2. Two."))
    assert found == ["1. The State should:", "1. LowerAlpha(1) act;", "1. LowerAlpha(2) report.", "2. Two."]


def test_cyrillic_letters_and_roman_numerals_are_told_apart() -> None:
    assert lines(text("а) первый;"), text("б) второй;")) == ["LowerAlpha1) первый;", "LowerAlpha2) второй;"]
    assert lines(text("i. one"), text("ii. two"), text("iii. three")) == [
        "LowerRoman1. one", "LowerRoman2. two", "LowerRoman3. three",
    ]  # fmt: skip
    assert lines(text("h) eighth"), text("i) ninth")) == ["LowerAlpha8) eighth", "LowerAlpha9) ninth"]


def test_a_dash_is_a_marker_beside_another_one() -> None:
    assert lines(text("— one;"), text("— two.")) == ["• one;", "• two."]
    assert lines(text("— He said so."), text("Words.")) == ["— He said so.", "Words."]


def test_the_label_is_taken_out_of_bold_too() -> None:
    body = '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>1.</w:t></w:r><w:r><w:t xml:space="preserve"> One.</w:t></w:r></w:p>'
    assert read(docx(body + text("2. Two."))) == ["1. One.", "2. Two."]


def test_numbers_of_several_levels_are_said() -> None:
    body = text("1.1. One.") + text("1.2. Two.")
    assert "import-number-levels" in codes(taken(docx(body)))
