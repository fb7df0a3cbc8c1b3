"""Pages in a real browser: no complaints, nothing too wide, notes where the pointer is, legible in the dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from assembler.document.model import NoteMark
from assembler.formats.html import colours
from assembler.style.load import shipped, shipped_names
from tests.chromium import Browser, browser
from tests.editions import document, note, paragraph
from tests.pages import written
from tests.specimens import SAMPLES, specimen, torture, wide
from tests.tools import pdf_text

PHONE = 390

MARK = "document.querySelectorAll('a[role=doc-noteref]')[1]"
BOX = "document.querySelector('.note-box')"


@pytest.fixture(scope="module")
def chromium(tool: Callable[[str], str]) -> Iterator[Browser]:
    with browser(tool("chromium")) as running:
        yield running


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The specimens as files, and everything inside everything."""
    folder = tmp_path_factory.mktemp("pages")
    own = {"torture": torture, "wide": wide}
    files = {name: folder / f"{name}.html" for name in (*SAMPLES, "torture", "wide")}
    for name, file in files.items():
        file.write_bytes(written(own[name]() if name in own else specimen(name)).data)
    return files


ENDS = ("word", "word.", "слово»", "word?", "word!", "word —", "word…", "word)", "п.\u00a09")


def test_no_line_begins_with_a_note_mark(chromium: Browser, tmp_path: Path) -> None:
    blocks, notes = [], []
    for k, end in enumerate(ENDS):
        for n in range(1, 40):
            id = f"n-{k}-{n}"
            blocks.append(paragraph("i" * n + " word" * 14 + " " + end, NoteMark(id), " and more words" * 4))
            notes.append(note(id, "Note."))
    file = tmp_path / "marks.html"
    file.write_bytes(written(document(*blocks, notes=tuple(notes))).data)
    chromium.open(file, width=700)
    first = chromium.ask(
        "[...document.querySelectorAll('main p sup.note-mark')].filter(mark => "
        "mark.getBoundingClientRect().left - mark.closest('p').getBoundingClientRect().left < 8).length"
    )
    assert first == 0


def middle(chromium: Browser, element: str) -> tuple[float, float]:
    """The middle of an element, brought into view."""
    chromium.ask(f"{element}.scrollIntoView({{block: 'center'}})")
    chromium.settle()
    x, y = chromium.ask(f"(r => [r.left + r.width / 2, r.top + r.height / 2])({element}.getBoundingClientRect())")
    return x, y


def shown_note(chromium: Browser, *, wanted: bool = True) -> str | None:
    """The words of the note over the text, after time to appear or go; None where there is none."""
    chromium.ask(
        f"new Promise(done => {{ let tries = 60; const look = () => (!{BOX}.hidden === {str(wanted).lower()} "
        "|| tries-- === 0) ? done(true) : setTimeout(look, 25); look(); })"
    )
    text: str | None = chromium.ask(f"{BOX}.hidden ? null : {BOX}.innerText")
    return text


@pytest.mark.parametrize("width", [PHONE, 1280])
@pytest.mark.parametrize("name", [*SAMPLES, "torture", "wide"])
def test_a_page_has_no_errors_asks_for_nothing_and_is_not_too_wide(
    chromium: Browser, pages: dict[str, Path], name: str, width: int
) -> None:
    chromium.open(pages[name], width=width, touch=width == PHONE)
    assert chromium.complaints == []
    if name != "torture":  # there lists stand in boxes in lists, and a phone is not wide enough for that
        assert chromium.ask("document.documentElement.scrollWidth") <= width


def test_columns_are_as_wide_as_the_author_says(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["wide"])
    columns = "[...document.querySelectorAll('#wide-1 col')].map(column => Math.round(100 * column.offsetWidth"
    assert chromium.ask(f"{columns} / column.closest('table').offsetWidth))") == [10, 40, 25, 25]


def test_a_table_that_is_too_wide_scrolls_by_itself(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["ru"], width=250)
    assert chromium.ask("document.documentElement.scrollWidth") <= 250
    scroller = "document.querySelector('.scroller')"
    assert chromium.ask(f"{scroller}.scrollWidth > {scroller}.clientWidth")


def test_contents_stand_beside_the_text_where_there_is_room_and_are_folded_on_a_phone(
    chromium: Browser, pages: dict[str, Path]
) -> None:
    ends = "[['nav', 'right'], ['main', 'left']].map(([e, s]) => document.querySelector(e).getBoundingClientRect()[s])"
    seen = "document.querySelector('nav a').checkVisibility({contentVisibilityAuto: true})"
    chromium.open(pages["kk"])
    right, left = chromium.ask(ends)
    assert right < left
    assert chromium.ask(seen)
    chromium.open(pages["kk"], width=PHONE, touch=True)
    assert not chromium.ask(seen)
    chromium.tap(*middle(chromium, "document.querySelector('summary')"))
    chromium.settle()
    assert chromium.ask(seen)


def test_the_contents_lead_to_their_headings_and_show_where_one_is(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["en"])
    chromium.ask("document.querySelectorAll('nav a')[4].click()")
    chromium.ask("new Promise(done => setTimeout(done, 300))")
    id = chromium.ask("location.hash.slice(1)")
    assert 0 <= chromium.ask(f"document.getElementById('{id}').getBoundingClientRect().top") < 100
    assert chromium.ask("document.querySelector('nav a[aria-current]').hash") == f"#{id}"


def test_a_note_shows_over_the_text_while_the_pointer_is_on_its_mark(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["en"])
    chromium.move(*middle(chromium, MARK))
    note = shown_note(chromium)
    assert note is not None
    assert note.startswith("2")
    assert "specimen observatory" in note
    chromium.move(*middle(chromium, BOX))
    assert shown_note(chromium) == note
    chromium.press("Escape")
    assert shown_note(chromium, wanted=False) is None


def test_a_tap_opens_a_note_at_the_foot_and_another_one_elsewhere_closes_it(
    chromium: Browser, pages: dict[str, Path]
) -> None:
    chromium.open(pages["ru"], width=PHONE, height=844, touch=True)
    chromium.tap(*middle(chromium, MARK))
    assert "образцовой обсерватории" in (shown_note(chromium) or "")
    bottom = chromium.ask(f"{BOX}.getBoundingClientRect().bottom")
    assert bottom == chromium.ask("innerHeight")
    assert chromium.ask("location.hash") == ""
    chromium.tap(20, 40)
    assert shown_note(chromium, wanted=False) is None


def test_without_scripts_contents_are_open_and_notes_are_links(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.scripts(run=False)
    try:
        chromium.open(pages["en"])
        assert chromium.complaints == []
        assert chromium.ask("document.querySelector('nav a').checkVisibility({contentVisibilityAuto: true})")
        target = chromium.ask(f"{MARK}.hash.slice(1)")
        assert chromium.ask(f"document.getElementById('{target}').tagName") == "LI"
    finally:
        chromium.scripts(run=True)


CONTRASTS = """
[...document.querySelectorAll('main *, header *, nav *')].filter(e =>
    [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.checkVisibility()
).map(e => {
    const behind = element => getComputedStyle(element).backgroundColor;
    let ground = e;
    while (behind(ground) === 'rgba(0, 0, 0, 0)' && ground !== document.body) ground = ground.parentElement;
    return [e.textContent.slice(0, 40), getComputedStyle(e).color, behind(ground)];
})
"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("sheet", shipped_names())
def test_all_words_are_legible(chromium: Browser, tmp_path: Path, sheet: str, dark: bool) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(written(torture(), sheet=shipped(sheet)).data)
    chromium.open(file, dark=dark)
    pairs: list[list[str]] = chromium.ask(CONTRASTS)
    assert len({tuple(each[1:]) for each in pairs}) > 4
    for words, colour, ground in pairs:
        assert colours.contrast(_hex(colour), _hex(ground)) >= colours.READABLE, (words, colour, ground)


def _hex(css: str) -> str:
    channels: list[Any] = css[css.index("(") + 1 : -1].split(",")
    return "#" + "".join(f"{int(channel):02X}" for channel in channels[:3])


def test_on_paper_there_are_page_numbers_and_notes_but_no_contents(
    chromium: Browser, pages: dict[str, Path], tool: Callable[[str], str], tmp_path: Path
) -> None:
    chromium.open(pages["en"], dark=True)
    chromium.paper(tmp_path / "paper.pdf")
    sheets = pdf_text(tool("pdftotext"), tmp_path / "paper.pdf").rstrip("\f").split("\f")
    assert "Contents" not in "".join(sheets)
    assert "specimen observatory" in sheets[-1]
    assert f"2 of {len(sheets)}" in sheets[1]
    assert " of " not in sheets[0].split("\n")[-2]


def test_copied_text_has_its_numbers(chromium: Browser, pages: dict[str, Path]) -> None:
    chromium.open(pages["en"])
    copied = chromium.ask(
        "(() => { const range = document.createRange(); range.selectNode(document.getElementById('s1-p2'));"
        "getSelection().removeAllRanges(); getSelection().addRange(range); return getSelection().toString(); })()"
    )
    assert copied.strip().startswith("2. The investigation")
    assert "¶" not in copied
