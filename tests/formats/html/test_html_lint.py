"""The lint of pages: silent over what the writer makes, and each fault found in a page that was damaged by it."""

from __future__ import annotations

import pytest

from assembler.formats.finished.opened import format_of
from assembler.formats.html.lint.lint import lint
from tests.arabic import arabic_document
from tests.pages import written
from tests.specimens import specimen, torture

PAGE = written(specimen("en")).data


def codes(page: bytes) -> set[str]:
    return {each.code for each in lint(page, "page.html")}


@pytest.mark.parametrize("purpose", ["draft", "final"])
def test_nothing_is_found_in_what_the_writer_makes(purpose: str) -> None:
    editions = (specimen("en"), specimen("ru"), specimen("kk"), arabic_document())
    assert [lint(written(each, purpose).data, "page.html", final=purpose == "final") for each in editions] == [[]] * 4  # type: ignore[arg-type]


def test_of_everything_in_everything_only_what_the_author_did_is_found() -> None:
    assert codes(written(torture()).data) <= {"heading-jump", "table-without-header", "first-heading-low"}


BODY = "<html lang='en'><head><title>A</title></head><body><h1>A</h1>{}</body></html>"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("<p id='a'>x</p><p id='a'>y</p>", "duplicate-file-id"),
        ("<p><a href='#nowhere'>x</a></p>", "dangling-reference"),
        ("<section aria-labelledby='gone'>x</section>", "dangling-reference"),
        ("<h3>x</h3>", "heading-jump"),
        ("<h2>x</h2><h6 aria-level='7'>y</h6>", "heading-jump"),
        ("<table><tr><td>1</td></tr></table>", "table-without-header"),
        ("<p><img src='data:,'></p>", "picture-without-text"),
        ("<p><svg></svg></p>", "picture-without-text"),
        ("<p> </p>", "empty-paragraph"),
        ("<img alt='' src='https://example.org/a.png'>", "page-loads"),
        ("<p style='color: #999'>x</p>", "low-contrast"),
        ("<style>p { color: #999 }</style><p>x</p>", "low-contrast"),
        ("<style>.a > b { background: #333 }</style><p class='a'><b>x</b></p>", "low-contrast"),
        ("<style>p { color: light-dark(#111, #222) }</style><p>x</p>", "low-contrast"),
        ("<style>:root { --a: #999 } body { color: var(--a) }</style><p>x</p>", "low-contrast"),
        ("<style>p#a { color: #999 } .b { color: #000 }</style><p id='a' class='b'>x</p>", "low-contrast"),
    ],
)
def test_a_fault_is_found(content: str, code: str) -> None:
    assert codes(BODY.format(content).encode()) == {code}


@pytest.mark.parametrize(
    "content",
    [
        "<p id='a'>x <a href='#a'>y</a></p>",
        "<table><tr><th scope='col'>A</th></tr></table>",
        "<p><img src='data:,' alt=''></p>",
        "<svg aria-hidden='true'></svg>",
        "<p role='status'></p>",
        "<h2>x</h2><h3>y</h3><h2>z</h2>",
        "<style>p { color: #999; background: black }</style><p>x</p>",
        "<style>p { color: #999 } p.a { color: #555 }</style><p class='a'>x</p>",
        "<style>p { color: #999 }</style><p><b style='color: black'>x</b></p>",
        "<style>p:hover, p::before, .a p { color: #999 } @media print { p { color: #999 } }</style><p>x</p>",
        "<style>p { color: oklch(0.9 0 0) } b { background: url(data:,) }</style><p>x <b>y</b></p>",
        "<style>p { color: light-dark(#111, #eee) }</style><p>x</p>",
    ],
)
def test_what_is_right_is_no_fault(content: str) -> None:
    assert codes(BODY.format(content).encode()) == set()


def test_faint_words_of_a_page_are_found_once_for_each_kind_of_element_in_each_mode() -> None:
    faint = PAGE.replace(b"--faint: light-dark(#5c5f66, #a3a6ad)", b"--faint: light-dark(#c0c0c0, #303030)")
    assert faint != PAGE
    found = [each for each in lint(faint, "page.html") if each.code == "low-contrast"]
    assert {each.message().split(" has ")[1] for each in found} == {
        "#C0C0C0 on #FFFFFF, a contrast of 1.8 to 1.",
        "#303030 on #15171B, a contrast of 1.3 to 1.",
    }
    assert any("cover-field" in each.message() for each in found)
    assert len(found) == len(set(found))


def test_a_page_without_title_and_language_is_found() -> None:
    assert codes(b"<html><head><title> </title></head><body><h1>A</h1></body></html>") == {
        "document-without-title",
        "document-without-language",
    }
    assert codes(b"<html lang='en'><head><title>A</title></head><body><h2>A</h2></body></html>") == {
        "first-heading-low"
    }


def test_a_finding_names_the_place_and_the_words() -> None:
    (found,) = lint(BODY.format("<p id='art07-k3fa'>See <a href='#gone'>there</a></p>").encode(), "page.html")
    assert (found.place.file, found.place.id, found.quote) == ("page.html", "art07-k3fa", "there")


def test_a_page_is_told_from_the_other_formats_by_what_it_holds() -> None:
    assert format_of(PAGE, "page.html") == "html"
    assert format_of(b"\xef\xbb\xbf\n<HTML>", "page.html") == "html"
