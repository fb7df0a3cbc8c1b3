"""The page of the status: everything that is not done, safely, without a network, in the reader's language."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote

import pytest
from lxml import html
from msgspec.structs import replace

from assembler.catalog.status import Count, LanguageTally, Listed, Part, Tally
from assembler.report.html.about import Page
from assembler.report.html.page import page
from tests.report.test_standing import ENGLISH, voice

EVIL = "</script><script>document.title = 'taken'</script><img src=x onerror=alert(1)>"


def unit(id: str, state: str, **others: str | int | None) -> Listed:
    usual = Listed(
        id, "07", state, "", "Исходный текст", None, "", "ru", "ru", "", "", "locales/kk/LC_MESSAGES/07.po", 7
    )
    return Listed(**{name: others.get(name, getattr(usual, name)) for name in usual.__struct_fields__})


ENTRIES = [
    unit("p1", "fuzzy", reason="source-changed", previous="Прежний текст", translation=f"Мәтін {EVIL}"),
    unit("p2", "untranslated", source=EVIL, section="08 & <b>", file="locales/kk/LC_MESSAGES/08 & <b>.po"),
    unit("p3", "waiting", source="English words", original="en", source_language="en", waits_for="ru", section="09"),
]
COUNT = Count(translated=6, reviewed=2, fuzzy=1, untranslated=2, waiting=1)
KAZAKH = LanguageTally(
    COUNT,
    COUNT,
    sections={each.section: Tally(COUNT, COUNT) for each in ENTRIES},
    parts={"one": Tally(COUNT, COUNT)},
    originals={"ru": Tally(COUNT, COUNT), "en": Tally(COUNT, COUNT)},
)
ABOUT = Page(f"Доклад {EVIL}", "ru", {"kk": KAZAKH}, {"kk": ENTRIES}, [Part("one", "Часть", ("07",))])


def read(about: Page = ABOUT, language: str = "en") -> html.HtmlElement:
    return html.document_fromstring(page(about, voice(language)))


def articles(tree: html.HtmlElement) -> dict[str, html.HtmlElement]:
    return {each.findtext(".//h5/code"): each for each in tree.iter("article")}


def test_what_is_not_done_is_there_with_id_place_and_texts() -> None:
    found = articles(read())
    assert list(found) == ["p1", "p2", "p3"]
    assert found["p3"].xpath(".//dd[@lang='en-GB']/text()") == ["English words"]
    assert "waits for the translation into: ru" in found["p3"].text_content()
    assert "line 7" in found["p1"].text_content()


def test_units_are_grouped_by_section_under_the_name_of_their_catalog() -> None:
    groups = read().xpath("//section[@class='group']")
    assert [group.xpath("string(.//h4/text())").strip() for group in groups] == ["07", "08 & <b>", "09"]
    assert groups[1].findtext("./header/p/code") == "locales/kk/LC_MESSAGES/08 & <b>.po"


def test_a_part_without_a_title_is_put_in_words_of_the_interface() -> None:
    tree = read(replace(ABOUT, parts=[Part("one", "", ("07",), annexes=True)]), "kk")
    assert [each.text_content() for each in tree.xpath("//tr[@class='part']/th")] == ["Қосымшалар"]


def test_a_changed_source_shows_what_went_and_what_came() -> None:
    source = articles(read())["p1"].xpath(".//dd")[0]
    assert (source.findtext("del"), source.findtext("ins")) == ("Прежний", "Исходный")
    assert source.get("lang") == "ru-RU"


def test_words_of_a_catalog_are_never_markup() -> None:
    tree = read()
    assert len(list(tree.iter("script"))) == 1
    assert list(tree.iter("img")) == []
    assert articles(tree)["p1"].xpath(".//dd")[1].text_content() == f"Мәтін {EVIL}"
    assert tree.findtext(".//title") == f"State of the translations: Доклад {EVIL}"


def test_only_the_pages_own_script_may_run_and_nothing_is_fetched() -> None:
    tree = read()
    (script,) = tree.iter("script")
    digest = base64.b64encode(hashlib.sha256(script.text.encode("utf-8")).digest()).decode("ascii")
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    assert tree.xpath("//@src | //@action | //link") == []
    assert all(address.startswith("#") for address in tree.xpath("//@href"))
    assert not re.search(r"url\(|@import", "".join(tree.xpath("//style/text()")))


def test_texts_without_an_id_are_named_and_not_called_done() -> None:
    said = read(replace(ABOUT, entries={}, without_id=2)).text_content()
    assert "Texts without an ID, not counted: 2." in said
    assert "every text has a current translation" not in said


def test_links_lead_to_places_in_the_page() -> None:
    tree = read()
    places = tree.xpath("//@id")
    assert len(places) == len(set(places))
    links = [address.removeprefix("#") for address in tree.xpath("//@href")]
    assert links
    assert set(links) <= set(places)


def test_headings_descend_without_a_gap_and_fields_have_labels() -> None:
    tree = read()
    levels = [int(each.tag[1]) for each in tree.iter("h1", "h2", "h3", "h4", "h5")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(field.getparent().tag == "label" for field in tree.iter("select", "input"))
    assert all(bar.get("aria-hidden") == "true" for bar in tree.iter("svg"))


@pytest.mark.parametrize(
    ("language", "words"), [("en", "What is to be done"), ("ru", "Что нужно сделать"), ("kk", "Не істеу керек")]
)
def test_the_page_speaks_the_interfaces_language(language: str, words: str) -> None:
    tree = read(language=language)
    assert tree.get("lang", "")[:2] == language
    assert words in tree.text_content()
    assert ("60.0%" if language == "en" else "60,0\u00a0%") in tree.text_content()


def test_the_shares_of_a_bar_add_up() -> None:
    bar = read().xpath("//section[@class='card']//*[@class='bar']")[0]
    assert [(rect.get("class"), rect.get("x"), rect.get("width")) for rect in bar] == [
        ("reviewed", "0.00", "20.00"),
        ("translated", "20.00", "40.00"),
        ("fuzzy", "60.00", "10.00"),
        ("waiting", "70.00", "10.00"),
        ("untranslated", "80.00", "20.00"),
    ]


def test_the_same_state_gives_the_same_page() -> None:
    assert page(ABOUT, ENGLISH) == page(ABOUT, ENGLISH)


def test_when_all_is_done_it_says_so() -> None:
    done = Count(translated=3)
    tree = read(Page("T", "ru", {"kk": LanguageTally(done, done)}, {"kk": []}))
    assert "Nothing: every text has a current translation." in tree.text_content()
    assert list(tree.iter("form")) == []


def test_when_nothing_of_what_changed_is_left_it_does_not_say_that_all_is_done() -> None:
    tree = read(Page("T", "ru", {"kk": KAZAKH}, {"kk": []}, revision="v1"))
    assert "Only what changed since v1 is listed." in tree.text_content()
    assert "Nothing of it is left to do." in tree.text_content()
    assert "every text" not in tree.text_content()


def browsed(chromium: str, folder: Path, address: str) -> html.HtmlElement:
    """The page as it is after a browser has run its script."""
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    run = subprocess.run(
        [*command, "--dump-dom", address], capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
    )
    return html.document_fromstring(run.stdout)


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        ("", ["p1", "p2", "p3"]),
        ("#?state=fuzzy", ["p1"]),
        ("#?original=en", ["p3"]),
        ("#?section=" + quote("08 & <b>"), ["p2"]),
        ("#?text=" + quote("ПРЕЖНИЙ"), ["p1"]),
        ("#?state=fuzzy&text=p3", []),
    ],
)
def test_a_browser_filters_by_what_the_address_says(
    wanted: str, left: list[str], tool: Callable[[str], str], tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    file.write_text(page(ABOUT, ENGLISH), encoding="utf-8")
    tree = browsed(tool("chromium"), tmp_path, file.as_uri() + wanted)
    assert [id for id, each in articles(tree).items() if each.get("hidden") is None] == left
    assert tree.xpath("string(//p[@role='status'])") == f"Shown: {len(left)} of 3."
    assert len(tree.xpath("//section[@class='group'][not(@hidden)]")) == len(left)
    assert tree.xpath("//form")[0].get("hidden") is None
    assert tree.findtext(".//title").startswith("State")


@pytest.mark.parametrize(("code", "figure"), [("en", "1,200"), ("ru", "1200"), ("kk", "1200")])
def test_the_script_writes_numbers_as_the_page_does(
    code: str, figure: str, tool: Callable[[str], str], tmp_path: Path
) -> None:
    many = [unit(f"p{number}", "untranslated") for number in range(1200)]
    file = tmp_path / "page.html"
    file.write_text(page(replace(ABOUT, entries={"kk": many}), voice(code)), encoding="utf-8")
    still = html.document_fromstring(file.read_text(encoding="utf-8"))
    tree = browsed(tool("chromium"), tmp_path, file.as_uri())
    assert tree.xpath("string(//p[@role='status'])").count(figure) == 2
    assert counts(tree) == counts(still) == {figure}


def counts(tree: html.HtmlElement) -> set[str]:
    """The figures behind headings."""
    said = (each.text_content() for each in tree.iter("span") if each.get("class") == "count")
    return {each for each in said if "/" not in each}
