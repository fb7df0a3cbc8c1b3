"""The parallel page in a real browser: filters, search, links, keys, columns, colours, paper."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from assembler.report.side.cells import state_of
from tests.chromium import Browser, browser
from tests.report.side.specimen import about, sample
from tests.several import LANGUAGES
from tests.tools import pdf_text

SHOWN = """[...document.querySelectorAll('main > table > tbody > tr')].filter(row => !row.hidden && row.checkVisibility(
  { contentVisibilityAuto: false }))"""


@pytest.fixture(scope="module")
def running(tool: Callable[[str], str]) -> Iterator[Browser]:
    with browser(tool("chromium")) as started:
        yield started


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("side")
    found = {code: folder / f"{code}.html" for code in ("en", "ru", "kk")}
    for code, file in found.items():
        file.write_text(sample(code), encoding="utf-8")
    return found


@pytest.fixture
def page(running: Browser, files: dict[str, Path]) -> Iterator[Browser]:
    running.open(files["en"])
    idle(running)
    yield running
    assert running.complaints == []


def idle(page: Browser) -> None:
    """Until all rows are made and the page has not begun anything new for a moment."""
    page.ask(
        "new Promise(done => { let calm = 0; const look = () => { const main = document.querySelector('main');"
        " calm = main.dataset.whole === '' && main.ariaBusy === 'false' ? calm + 1 : 0;"
        " if (calm > 3) done(true); else setTimeout(look, 30); }; look(); })"
    )


def put(page: Browser, field: str, value: str | bool) -> None:
    """A field changed by hand."""
    key = "checked" if isinstance(value, bool) else "value"
    said = str(value).lower() if isinstance(value, bool) else repr(value)
    page.ask(
        f"(() => {{ const field = document.querySelector({field!r}); field.{key} = {said};"
        " field.dispatchEvent(new Event('input', { bubbles: true })); })()"
    )
    idle(page)


def shown(page: Browser) -> list[str]:
    """The IDs of the rows that a reader can come to."""
    found: list[str] = page.ask(f"{SHOWN}.map(row => row.id)")
    return found


def with_state(*states: str, languages: tuple[str, ...] = LANGUAGES) -> set[str]:
    """The units of the sample that are in these states in one of the languages."""
    units = about().units
    return {id for code in languages for id, unit in units[code].items() if state_of(unit) in states}


def is_in(page: Browser, id: str) -> bool:
    """Whether a row lies in the window, below the controls."""
    row = f"document.getElementById({id!r}).closest('main > table > tbody > tr')"
    inside: bool = page.ask(
        "(({ top, height }) => height > 0 && top >= document.querySelector('.bar').offsetHeight - 1"
        f" && top < innerHeight)({row}.getBoundingClientRect())"
    )
    return inside


def status(page: Browser) -> str:
    text: str = page.ask("document.querySelector('[role=status]').textContent")
    return text


def current(page: Browser) -> Any:
    return page.ask("document.querySelector('[aria-current]')?.id")


# --- filters


@pytest.mark.parametrize(("letter", "state"), [("f", "fuzzy"), ("u", "untranslated"), ("w", "waiting")])
def test_a_state_leaves_what_is_in_it(page: Browser, letter: str, state: str) -> None:
    put(page, f"[name=state][value={letter}]", True)
    ids = set(shown(page))
    assert with_state(state) & ids
    hidden = page.ask("[...document.querySelectorAll('main > table > tbody > tr')].map(row => row.id)")
    assert not with_state(state) & (set(hidden) - ids)
    states = page.ask(f"{SHOWN}.filter(row => row.className !== 'note').map(row => row.dataset.s)")
    assert all(letter in each for each in states)


def test_two_states_leave_both(page: Browser) -> None:
    put(page, "[name=state][value=f]", True)
    alone = len(shown(page))
    put(page, "[name=state][value=u]", True)
    assert len(shown(page)) > alone > 0
    assert status(page).startswith("Shown: ")


def test_findings_can_be_asked_for(page: Browser) -> None:
    put(page, "[name=state][value=x]", True)
    assert shown(page)[0] == "art07-k3fb"


def test_the_count_is_that_of_the_languages_that_are_shown(page: Browser) -> None:
    count = "document.querySelector('[name=state][value=f]').parentElement.querySelector('.count').textContent"
    before = int(page.ask(count))
    put(page, "[name=column][value='2']", False)
    assert int(page.ask(count)) < before
    put(page, "[name=state][value=f]", True)
    assert set(shown(page)) & with_state("fuzzy") <= with_state("fuzzy", languages=("ru", "en"))


def test_a_section_leaves_its_rows(page: Browser) -> None:
    put(page, "[name=section]", "07-article-07")
    sections = about().sections
    ids = [id for id in shown(page) if id in sections]
    assert "art07-k3fb" in ids
    assert {sections[id] for id in ids} <= {"07-article-07"}


def test_all_comes_back(page: Browser) -> None:
    before = shown(page)
    put(page, "[name=words]", "nothing has these words")
    assert shown(page) == []
    assert status(page).startswith("Shown: 0 of")
    page.ask("document.querySelector('[type=reset]').click()")
    idle(page)
    assert shown(page) == before


# --- search


def words_of(page: Browser, id: str, column: int) -> str:
    found: str = page.ask(f"document.getElementById({id!r}).querySelector('.c{column}').textContent")
    return found


def found_by(page: Browser, text: str) -> set[str]:
    put(page, "[name=words]", text)
    return set(shown(page))


def test_a_search_asks_for_no_capitals(page: Browser) -> None:
    assert found_by(page, "ПЫТ") == found_by(page, "пыт") != set()


def test_russian_letters_find_kazakh_ones(page: Browser) -> None:
    kazakh = found_by(page, "қазақстан")
    assert kazakh
    assert kazakh <= found_by(page, "казакстан")


def test_kazakh_letters_find_only_themselves(page: Browser) -> None:
    assert "Казахстан" in page.ask("document.querySelector('main').textContent")
    assert found_by(page, "қазахстан") == set()


def test_yo_is_ye_and_no_soft_hyphen_or_hard_space_is_in_the_way(running: Browser, tmp_path: Path) -> None:
    file = tmp_path / "yo.html"
    beginning, row = sample().split('<tr id="art07-k3fb"')
    row = row.replace("<p ", "<p>Ёлка, берёза, зе\u00adлёный\u00a0лес</p><p ", 1)
    file.write_text(f'{beginning}<tr id="art07-k3fb"{row}', encoding="utf-8")
    running.open(file)
    idle(running)
    for text in ("елка", "ёлка", "берёза", "береза", "Зеленый лес", "зелёный лес"):
        assert found_by(running, text) == {"art07-k3fb"}, text


def test_signs_of_the_keyboard_find_those_of_print(running: Browser, tmp_path: Path) -> None:
    file = tmp_path / "signs.html"
    beginning, row = sample().split('<tr id="art07-k3fb"')
    row = row.replace("<p ", "<p>«Зелёный лес» — 1815–1816 “it’s”</p><p ", 1)
    file.write_text(f'{beginning}<tr id="art07-k3fb"{row}', encoding="utf-8")
    running.open(file)
    idle(running)
    for text in ('"Зелёный лес" - 1815', "1815-1816", "1815–1816", "“it's\"", "»\u00a0—"):
        assert found_by(running, text) == {"art07-k3fb"}, text


def test_a_search_ignores_what_is_no_word_of_the_text(page: Browser) -> None:
    """States, note marks and hints are not searched; IDs are."""
    assert with_state("untranslated")
    assert not found_by(page, "untranslated") & with_state("untranslated")
    assert "art07-k3fb" in found_by(page, "art07-k3fb")


def test_words_are_found_on_both_sides_of_a_note_mark(page: Browser) -> None:
    row = "document.querySelector('td a[role=doc-noteref]').closest('main > table > tbody > tr')"
    mark = "document.querySelector('td a[role=doc-noteref]').parentElement"
    before = page.ask(f"{mark}.previousSibling.data").split()[-1]
    after = page.ask(f"{mark}.nextSibling.data")[:6]
    assert page.ask(f"{row}.id") in found_by(page, before + after)


def test_what_was_found_is_marked(page: Browser) -> None:
    put(page, "[name=words]", "казак")
    found = "[...(CSS.highlights.get('found') ?? [])]"
    rows: list[str] = []
    for _ in range(200):  # rows are marked in slices, a frame each
        rows = page.ask(f"{found}.map(range => range.startContainer.parentElement.closest('tr').id)")
        if {*shown(page)[:1]} & {*rows}:
            break
        page.settle()
    assert shown(page)[0] in rows, "what was in view when the page was opened is marked too"
    words = "range => range.startContainer.data.slice(range.startOffset, range.endOffset).toLowerCase()"
    assert set(page.ask(f"{found}.map({words})")) == {"қазақ"}
    put(page, "[name=words]", "")
    page.settle()
    assert not page.ask("CSS.highlights.has('found')")


def test_a_search_looks_only_into_languages_that_are_shown(page: Browser) -> None:
    everywhere = found_by(page, "coalition")
    put(page, "[name=column][value='3']", False)
    assert set(shown(page)) < everywhere


def test_the_search_walks_from_place_to_place(page: Browser) -> None:
    put(page, "[name=words]", "пыт")
    rows = shown(page)
    page.ask("document.querySelector('[name=words]').focus()")
    page.press("Enter")
    idle(page)
    assert current(page) == rows[0]
    page.press("Enter")
    idle(page)
    assert current(page) == rows[1]
    assert page.ask("document.activeElement.name") == "words"


# --- going somewhere


def open_at(running: Browser, file: Path, id: str) -> None:
    running.open(file)
    idle(running)
    running.ask(f"location.hash = {id!r}")
    running.settle()
    running.settle()
    running.settle()


def test_a_link_leads_to_its_row(running: Browser, files: dict[str, Path]) -> None:
    for id in ("art21", "art07-k3fb", "title"):
        open_at(running, files["en"], id)
        assert is_in(running, id)
        assert current(running) == id


def test_a_page_opened_at_an_address_shows_it(running: Browser, files: dict[str, Path]) -> None:
    running.call("Page.navigate", url="about:blank")  # from the page itself only the place in it would change
    running.settle()
    running.call("Page.navigate", url=files["en"].as_uri() + "#art21")
    running.settle()
    idle(running)
    running.settle()
    assert is_in(running, "art21")


@pytest.mark.parametrize("typed", ["%", "%E0%A4%A", "art21-nowhere", "%D0%BF"])
def test_an_address_that_leads_nowhere_shows_the_whole_page(
    typed: str, running: Browser, files: dict[str, Path]
) -> None:
    running.call("Page.navigate", url="about:blank")
    running.settle()
    running.complaints.clear()
    running.call("Page.navigate", url=f"{files['en'].as_uri()}#{typed}")
    running.settle()
    idle(running)
    assert current(running) is None
    assert running.complaints == []


def test_a_link_to_what_is_filtered_out_shows_it(page: Browser) -> None:
    put(page, "[name=state][value=f]", True)
    assert "art07-k3fb" not in shown(page)
    page.ask("location.hash = 'art07-k3fb'")
    page.settle()
    page.settle()
    assert is_in(page, "art07-k3fb")
    assert "Shown beside what the filters let through" in status(page)
    put(page, "[name=state][value=f]", False)
    put(page, "[name=state][value=f]", True)
    assert "art07-k3fb" not in shown(page)
    # What the browser says of its own jump to what is hidden, before the page shows it.
    page.complaints[:] = [each for each in page.complaints if "subtree hidden by content-visibility" not in each]


def test_a_unit_inside_a_row_has_an_address(page: Browser) -> None:
    """A cell of a table, an item of a list in a note."""
    inner = page.ask("document.querySelector('main tr[id] > th > span[id]:not([id^=n_])').id")
    page.ask(f"location.hash = {inner!r}")
    page.settle()
    page.settle()
    assert current(page) == page.ask(f"document.getElementById({inner!r}).closest('tr').id")


@pytest.mark.parametrize("asked", ["12", "art07-k3fb"])
def test_one_jumps_to_a_number_or_an_id(page: Browser, asked: str) -> None:
    put(page, "[name=place]", asked)
    page.ask("document.querySelector('.bar').requestSubmit()")
    page.settle()
    page.settle()
    goal = current(page)
    assert is_in(page, goal)
    assert asked in (goal, page.ask(f"document.getElementById({goal!r}).querySelector('.no')?.textContent"))


def test_a_number_that_is_not_there_is_said(page: Browser) -> None:
    put(page, "[name=place]", "99999")
    page.ask("document.querySelector('.bar').requestSubmit()")
    assert status(page) == "Not found: 99999"


# --- notes


def test_a_note_is_closed_until_its_mark_is_clicked(page: Browser) -> None:
    note = "document.getElementById(document.querySelector('td a[role=doc-noteref]').hash.slice(1)).closest('tr')"
    assert page.ask(f"{note}.hidden") == "until-found"
    page.ask("document.querySelector('td a[role=doc-noteref]').click()")
    assert page.ask(f"{note}.hidden") is False
    assert page.ask(f"{note}.getBoundingClientRect().height") > 10
    assert "note 1: " in status(page)
    page.ask("document.querySelector('td a[role=doc-noteref]').click()")
    assert page.ask(f"{note}.hidden") == "until-found"


def test_all_notes_are_opened_at_once(page: Browser) -> None:
    put(page, "[name=notes]", True)
    assert page.ask("document.querySelectorAll('tr.note[hidden]').length") == 0


def test_the_browsers_own_search_reaches_all_that_is_not_filtered_out(page: Browser) -> None:
    assert page.ask("document.querySelectorAll('main > table > tbody > tr[hidden=\"\"], tbody.out').length") == 0


# --- keys


def key(page: Browser, key: str, code: str = "", shift: bool = False) -> None:
    page.ask(
        "(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', "
        f"{{ key: {key!r}, code: {code!r}, shiftKey: {str(shift).lower()}, bubbles: true, cancelable: true }}))"
    )
    page.settle()


def test_rows_are_walked_by_key(page: Browser) -> None:
    rows = shown(page)
    key(page, "j")
    assert current(page) == rows[0]
    key(page, "j")
    key(page, "ArrowDown")
    assert current(page) == rows[2]
    key(page, "ArrowUp")
    key(page, "k")
    assert current(page) == rows[0]
    assert page.ask("document.activeElement.id") == rows[0]


def test_on_a_russian_keyboard_the_same_keys_work(page: Browser) -> None:
    key(page, "о", "KeyJ")
    assert current(page) == shown(page)[0]
    key(page, ".", "Slash")
    assert page.ask("document.activeElement.name") == "words"


def test_open_texts_are_walked_by_key(page: Browser) -> None:
    key(page, "n")
    first = current(page)
    assert re.search("[fuw]", page.ask("document.querySelector('[aria-current]').dataset.s"))
    key(page, "n")
    assert current(page) != first
    key(page, "p")
    assert current(page) == first


def test_the_search_is_entered_and_left_by_key(page: Browser) -> None:
    key(page, "/")
    assert page.ask("document.activeElement.name") == "words"
    put(page, "[name=words]", "пыт")
    key(page, "j")
    assert current(page) is None, "letters that are typed into a field are no commands"
    key(page, "Escape")
    idle(page)
    assert page.ask("document.querySelector('[name=words]').value") == ""
    key(page, "Escape")
    assert page.ask("document.activeElement === document.body")


def test_help_is_opened_by_key_and_keys_can_be_turned_off(page: Browser) -> None:
    key(page, "?")
    assert page.ask("document.querySelector('dialog').open")
    page.ask("document.querySelector('[name=keys]').click(); document.querySelector('dialog button').click()")
    assert not page.ask("document.querySelector('dialog').open")
    key(page, "j")
    assert current(page) is None
    page.ask("document.querySelector('[name=keys]').click()")


# --- columns


def test_a_column_goes_and_comes(page: Browser) -> None:
    width = "document.querySelector('#title .c1').getBoundingClientRect().width"
    before = page.ask(width)
    put(page, "[name=column][value='2']", False)
    assert page.ask("document.querySelector('#title .c2').checkVisibility()") is False
    assert page.ask(width) > before * 1.3
    put(page, "[name=column][value='2']", True)
    assert page.ask(width) == before


def test_one_column_stays(page: Browser) -> None:
    for column in "123":
        put(page, f"[name=column][value='{column}']", False)
    assert page.ask("document.querySelectorAll('[name=column]:checked').length") == 1


def test_columns_change_places_for_eyes_and_ears(page: Browser) -> None:
    page.ask("document.querySelector('[data-column=\"3\"] [value=sooner]').click()")
    idle(page)
    heads = "[...document.querySelectorAll('main > table > thead > tr')].map(row => row.textContent)"
    assert set(page.ask(heads)) == {"No. and IDРусскийEnglishҚазақша"}
    orders = "[...document.querySelectorAll('main > table > tbody > tr')].map(row => [...row.children].slice(1)"
    assert set(page.ask(f"{orders}.map(cell => cell.lang).join())")) == {"ru-RU,en-GB,kk-KZ"}


# --- looks


BACKGROUND = "getComputedStyle(document.documentElement).backgroundColor"


def test_dark_is_the_systems_or_the_readers_choice(running: Browser, files: dict[str, Path]) -> None:
    running.open(files["en"])
    light = running.ask(BACKGROUND)
    put(running, "[name=colours]", "dark")
    dark = running.ask(BACKGROUND)
    put(running, "[name=colours]", "")
    running.open(files["en"], dark=True)
    assert running.ask(BACKGROUND) == dark != light
    put(running, "[name=colours]", "light")
    assert running.ask(BACKGROUND) == light
    put(running, "[name=colours]", "")


CONTRAST = """(() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const light = (colour) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(v => v / 255)
      .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ground = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if (colour !== "rgba(0, 0, 0, 0)") return colour;
    }
  };
  const poor = new Set();
  for (const element of document.querySelectorAll("body *:not(script)")) {
    if (![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
    const [a, b] = [light(getComputedStyle(element).color), light(ground(element))].sort((x, y) => y - x);
    if ((a + .05) / (b + .05) < 4.5) poor.add(element.tagName + "." + element.className);
  }
  return [...poor];
})()"""


@pytest.mark.parametrize("dark", [False, True])
def test_all_words_can_be_read(running: Browser, files: dict[str, Path], dark: bool) -> None:
    running.open(files["en"], dark=dark)
    idle(running)
    running.ask("document.querySelector('tr[id]').setAttribute('aria-current', 'true')")
    running.ask("document.querySelector('dialog').showModal()")
    assert running.ask(CONTRAST) == []


@pytest.mark.parametrize("width", [360, 800, 1400])
@pytest.mark.parametrize("interface", ["en", "ru", "kk"])
def test_nothing_is_wider_than_the_window(running: Browser, files: dict[str, Path], interface: str, width: int) -> None:
    running.open(files[interface], width=width)
    idle(running)
    assert running.ask("document.documentElement.scrollWidth") <= width
    bar = running.ask("document.querySelector('.bar').offsetHeight")
    assert bar < 330


def test_on_a_phone_each_cell_names_its_language(running: Browser, files: dict[str, Path]) -> None:
    running.open(files["en"], width=390, height=844, touch=True)
    names = "[...document.querySelectorAll('#art07-k3fb > td')].map(cell => getComputedStyle(cell, '::before').content)"
    assert running.ask(names) == ['"Русский"', '"Қазақша"', '"English"']
    assert not running.ask("document.querySelector('.more').open")


def test_without_scripts_it_is_a_table_of_everything(running: Browser, files: dict[str, Path]) -> None:
    running.scripts(run=False)
    try:
        running.call("Page.navigate", url=files["en"].as_uri())
        running.settle()
    finally:
        running.scripts(run=True)
    assert running.ask("document.querySelector('.bar').checkVisibility()") is False
    rows = running.ask("document.querySelectorAll('main table[data-section] > tbody > tr').length")
    seen = "row => !row.hidden && row.checkVisibility()"
    every = "document.querySelectorAll('main table[data-section] > tbody > tr')"
    assert running.ask(f"[...{every}].filter({seen}).length") == rows
    assert rows > 300
    assert running.ask("document.querySelectorAll('noscript > table').length") > 0


# --- rows that are made when they are wanted


def test_all_rows_are_made_in_the_order_of_the_file(page: Browser) -> None:
    written = re.findall('^<tr(?: id="([^"]*)")?', sample(), re.MULTILINE)
    assert "<noscript>" in sample()
    assert page.ask("document.querySelectorAll('main > noscript').length") == 0
    assert page.ask("[...document.querySelectorAll('main > table > tbody > tr')].map(row => row.id)") == written


def test_rows_made_later_are_as_the_browser_would_have_made_them(
    running: Browser, files: dict[str, Path], tmp_path: Path
) -> None:
    """The same page without `noscript`: the browser then reads all rows itself."""
    plain = tmp_path / "plain.html"
    plain.write_text(re.sub("</?noscript>\n", "", sample()), encoding="utf-8")
    rows = "[...document.querySelectorAll('main > table > tbody > tr')].map(row => row.outerHTML)"
    found = []
    for file in (files["en"], plain):
        running.open(file)
        idle(running)
        found.append(running.ask(rows))
    assert found[0] == found[1]


# --- paper


def test_paper_has_every_row_and_no_controls(page: Browser, tmp_path: Path, tool: Callable[[str], str]) -> None:
    paper = tmp_path / "page.pdf"
    page.paper(paper)
    text = pdf_text(tool("pdftotext"), paper)
    flat = re.sub(r"\s+", "", text)
    ids = page.ask("[...document.querySelectorAll('main > table > tbody > tr')].map(row => row.id)")
    short = [id for id in ids if re.fullmatch("[a-z0-9]+-[a-z0-9]{4,6}", id)]  # longer ones are broken into lines
    assert len(short) > 200
    assert [id for id in short if id not in flat] == []
    for control in ("Filters", "open all notes", "Shown:"):
        assert control not in text
    pages = [each for each in text.split("\f") if each.strip()]
    assert len(pages) > 20
    assert all("Русский" in each and "Қазақша" in each and "English" in each for each in pages)


def test_paper_has_what_was_chosen(page: Browser, tmp_path: Path, tool: Callable[[str], str]) -> None:
    put(page, "[name=section]", "07-article-07")
    put(page, "[name=column][value='2']", False)
    paper = tmp_path / "page.pdf"
    page.paper(paper)
    text = pdf_text(tool("pdftotext"), paper)
    assert "art07-k3fb" in text
    assert "art21" not in text
    pages = [each for each in text.split("\f") if each.strip()]
    assert all("English" in each for each in pages)
    assert all("Қазақша" not in each for each in pages[1:])


def digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def test_a_long_page_is_printed_in_pieces(running: Browser, tmp_path: Path, tool: Callable[[str], str]) -> None:
    """The bound is lowered, for a page that is longer than the real one takes minutes on paper."""
    page = tmp_path / "pieces.html"
    (script,) = re.findall("<script>(.*?)</script>", sample(), re.DOTALL)
    shorter = script.replace("MOST_ON_PAPER = 1500", "MOST_ON_PAPER = 40")
    page.write_text(sample().replace(digest(script), digest(shorter)).replace(script, shorter), encoding="utf-8")
    running.open(page)
    idle(running)
    order = shown(running)
    printed: list[str] = []
    for count in (1, 2):
        paper = tmp_path / f"{count}.pdf"
        running.paper(paper)
        said = status(running)
        pages = pdf_text(tool("pdftotext"), paper)
        assert said.split(". ")[0] in " ".join(pages.split())
        (onward,) = re.findall(r"go to (\S+) and print", said)
        flat = re.sub(r"\s+", "", pages).replace(re.sub(r"\s+", "", said), "")
        own = [id for id in order if re.fullmatch("[a-z0-9]+-[a-z0-9]{4,6}", id) and id in flat]
        assert own
        assert not {*own} & {*printed}
        assert onward not in own
        assert max(map(order.index, own)) < order.index(onward)
        printed += own
        put(running, "[name=place]", onward)
        running.ask("document.querySelector('.bar').requestSubmit()")
        running.settle()
    assert shown(running) == order, "on the screen all is as it was"
