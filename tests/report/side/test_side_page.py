"""The parallel page as a file: every text of every language in its row, with its state and what was found in it."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from msgspec.structs import replace

from assembler.document import walk
from assembler.document.model import Spread, Version
from assembler.findings import Place
from assembler.formats.html.inlines import UNSAFE_ADDRESS
from assembler.formats.html.ledger import ILLEGAL_CHARACTER
from assembler.formats.html.text import is_safe
from assembler.report.side.about import ParallelPage, Unit
from assembler.report.side.cells import LETTERS, state_of
from assembler.report.side.page import page
from assembler.style.load import shipped
from assembler.worddiff import word_diff
from tests.arabic import arabic_document
from tests.editions import paragraph, words
from tests.report.side.specimen import EVIL, about, sample
from tests.report.test_standing import ENGLISH
from tests.several import LANGUAGES, singles

RULES = {"root": True, "extends": ["html-validate:standard", "html-validate:a11y"]}


def read(interface: str = "en", languages: tuple[str, ...] = LANGUAGES) -> html.HtmlElement:
    return html.document_fromstring(sample(interface, languages))


def rows(tree: html.HtmlElement) -> list[html.HtmlElement]:
    return list(tree.xpath("//main//table[@data-section]/tbody/tr"))


def cell(tree: html.HtmlElement, id: str, column: int) -> html.HtmlElement:
    (found,) = tree.xpath(f"//tr[.//@id='{id}']/td[contains(concat(' ', @class, ' '), ' c{column} ')]")
    return found


def first(code: str, state: str, *, changed: bool = False) -> str:
    """A unit of the sample in this state; `changed` asks for one whose source is known as it was."""
    found = ((id, unit.listed) for id, unit in about().units[code].items() if state_of(unit) == state)
    return next(id for id, listed in found if not changed or listed.previous not in (None, listed.source))


def said(element: html.HtmlElement) -> str:
    """The words without spaces, which elements may have around them."""
    return re.sub(r"\s+", "", element.text_content())


def test_every_unit_has_its_place() -> None:
    """All but the names of members, which stand in a list that the edition makes."""
    there = set(read().xpath("//main//@id"))
    assert {id for id in about().units["ru"] if id not in there and not id.startswith("members.")} == set()


def test_no_id_stands_twice() -> None:
    ids = read().xpath("//@id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("column", [1, 2, 3])
def test_each_column_says_what_its_edition_says(column: int) -> None:
    """In each language all words of its own edition, in their order; notes are elsewhere."""
    code = LANGUAGES[column - 1]
    cells = [
        each for row in rows(read()) if row.get("class") != "note"
        for each in row.xpath(f"./td[contains(concat(' ', @class, ' '), ' c{column} ')]")
    ]  # fmt: skip
    for each in cells:
        for gone in each.xpath(".//*[contains(@class, 'about') or @class='marker' or @class='state']"):
            gone.drop_tree()
    shown = "".join(map(said, cells))
    document = singles()[code].composed.document
    for leaf in walk.every_words(document.blocks):
        text = re.sub(r"\s+", "", walk.plain_text(leaf.content))
        assert re.sub(r"\[.*?\]|[\d,]", "", text) in re.sub(r"\[.*?\]|[\d,]", "", shown), text


def test_every_cell_is_in_its_language() -> None:
    tags = {tuple(each.get("lang") for each in row.xpath("./td[@lang]")) for row in rows(read())}
    assert tags == {("ru-RU", "kk-KZ", "en-GB")}


def test_the_number_stands_once_before_the_row() -> None:
    numbers = singles()["ru"].composed.numbers
    tree = read()
    for id, number in numbers.items():
        for head in tree.xpath(f"//tr[@id='{id}' and not(@class)]/th/a/b"):
            assert head.text == number
    assert not tree.xpath("//td//a[@class='number']")


def test_a_list_has_a_row_for_each_item() -> None:
    items = "./td/*[self::ol or self::ul]/li[2]"
    assert not [row for row in rows(read()) if row.get("class") != "note" and row.xpath(items)]


def test_states_are_those_of_the_status() -> None:
    for row in rows(read()):
        states = row.get("data-s").split("/")
        for code, letters in zip(LANGUAGES, states, strict=True):
            if row.get("id") in about().units[code]:
                assert LETTERS[state_of(about().units[code][row.get("id")])] in letters


def test_a_fuzzy_translation_shows_how_its_source_has_changed() -> None:
    id = first("kk", "fuzzy", changed=True)
    listed = about().units["kk"][id].listed
    (was,) = cell(read(), id, 2).xpath(".//p[@class='was']/span[@lang]")
    changes = word_diff(listed.previous or "", listed.source)
    assert was.xpath("./del/text()") == [each.text for each in changes if each.kind == "removed"]
    assert was.xpath("./ins/text()") == [each.text for each in changes if each.kind == "added"]
    assert was.text_content() == "".join(each.text for each in changes)


def test_a_state_is_said_in_the_language_of_the_interface() -> None:
    id = first("kk", "untranslated")
    for interface, word in (("en", "untranslated"), ("ru", "не переведено"), ("kk", "аударылмаған")):
        (state,) = cell(read(interface), id, 2).xpath("./div[@class='about']/p[contains(@class, 'state')]")
        assert state.text_content().startswith(word)


def test_the_stamp_and_the_section_of_the_cover_are_in_the_language_of_the_interface() -> None:
    for interface, draft, cover in (("ru", "Черновик", "Название, обложка и части"), ("kk", "Жоба", "Атауы, мұқабасы")):
        tree = read(interface)
        assert tree.xpath(f"//header/p[starts-with(., '{draft}')]")
        (option,) = tree.xpath("//select[@name='section']/option[@value='submission']")
        assert option.text_content().startswith(cover)


def test_a_finding_stands_at_its_unit_in_its_language() -> None:
    tree = read()
    (own,) = cell(tree, "art07-k3fb", 2).xpath(".//p[contains(@class, 'finding')]")
    assert "warning: The address “" in own.text_content()
    assert own.findtext("q") == "an odd word"
    assert "Write an address" in own.text_content()


def test_a_finding_about_all_languages_stands_at_the_original() -> None:
    (own,) = cell(read(), "art07-k3fb", 1).xpath(".//p[contains(@class, 'finding')]")
    assert "everywhere" in own.text_content()


def test_many_findings_of_one_rule_in_a_text_are_counted() -> None:
    other = ILLEGAL_CHARACTER.at(Place(id="art07-k3fb", language="kk"), codes="U+0001", quote="another rule")
    many = [UNSAFE_ADDRESS.at(Place(id="art07-k3fb", language="kk"), target=f"no. {each}") for each in range(1_240)]
    tree = html.document_fromstring(sample(findings=(*many, other)))
    said = [each.text_content() for each in cell(tree, "art07-k3fb", 2).xpath(".//p[contains(@class, 'finding')]")]
    assert [text for text in said if "more" in text] == ["… and 1,235 more html-unsafe-address"]
    assert len([text for text in said if "no. " in text]) == 5
    assert len([text for text in said if "another rule" in text]) == 1


def test_a_finding_about_no_text_of_the_page_is_not_lost() -> None:
    (elsewhere,) = read().xpath("//details[@class='elsewhere']")
    assert "submission.toml:3" in elsewhere.text_content()
    assert "no row" in elsewhere.text_content()
    assert "Findings that belong to no text of this page: 2" in elsewhere.text_content()


def test_words_are_never_markup() -> None:
    tree = read()
    assert EVIL in tree.text_content()
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//img[@onerror]")


def test_a_note_is_a_row_below_the_one_that_calls_it() -> None:
    tree = read()
    for link in tree.xpath("//td//a[@role='doc-noteref']"):
        (target,) = tree.xpath(f"//*[@id='{link.get('href')[1:]}']")
        row = next(target.iterancestors("tr"))
        assert row.get("class") == "note"
        assert row.xpath("./th//b")[0].text == f"note {link.text}"
    called = {link.get("href") for link in tree.xpath("//td//a[@role='doc-noteref']")}
    assert len(called) == len(tree.xpath("//tr[@class='note']")) > 20


def test_links_inside_lead_somewhere() -> None:
    tree = read()
    ids = set(tree.xpath("//@id"))
    assert {link[1:] for link in tree.xpath("//a/@href") if link.startswith("#")} <= ids


def test_nothing_is_fetched_and_nothing_else_runs() -> None:
    tree = read()
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    allowed = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert allowed["default-src"] == "'none'"
    for kind in ("style", "script"):
        (content,) = re.findall(f"<{kind}>(.*?)</{kind}>", sample(), re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert allowed[f"{kind}-src"] == f"'sha256-{digest}'"
        assert "http" not in content
    assert not tree.xpath("//link | //iframe | //object | //*[@src and not(starts-with(@src, 'data:'))] | //@style")
    assert all(map(is_safe, tree.xpath("//a/@href")))


def test_the_same_values_make_the_same_page() -> None:
    assert page(about(), ENGLISH) == sample()


def test_two_languages_have_two_columns_in_the_order_asked_for() -> None:
    tree = read("en", ("en", "ru"))
    assert tree.xpath("(//thead)[1]//th/span/text()") == ["English", "Русский"]
    assert {len(row.xpath("./td[@lang]")) for row in rows(tree)} == {2}


def test_from_right_to_left_the_columns_begin_at_the_right() -> None:
    """The table runs as its first language does, the page as the interface's."""
    arabic = arabic_document()
    lines = tuple(
        (Version(language="ar", blocks=(block,)), Version(language="en", blocks=(paragraph("English."),)))
        for block in arabic.blocks
    )
    spread = Spread(head=(words("a"), words("b")), rows=lines)
    there = replace(arabic, blocks=(spread,), notes=())
    empty: dict[str, dict[str, Unit]] = {"ar": {}, "en": {}}
    tree = html.document_fromstring(page(ParallelPage("x", there, ("ar", "en"), shipped("un"), empty, {}, {}), ENGLISH))
    assert tree.get("dir") is None
    assert tree.xpath("//main/table/@dir") == ["rtl"]
    assert {each.get("dir") for each in tree.iter("p") if each.text == "English."} == {"ltr"}


@pytest.mark.parametrize("interface", ["en", "ru", "kk"])
def test_the_validator_finds_nothing(interface: str, tool: Callable[[str], str], tmp_path: Path) -> None:
    validator = os.environ.get("HTML_VALIDATE") or shutil.which("html-validate") or tool("html-validate")
    (tmp_path / "rules.json").write_text(json.dumps(RULES))
    (tmp_path / "page.html").write_text(sample(interface), encoding="utf-8")
    command = [validator, "--config", str(tmp_path / "rules.json"), "--formatter", "json", str(tmp_path / "page.html")]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert run.returncode in (0, 1), run.stderr
    assert [(each["line"], each["message"]) for file in json.loads(run.stdout) for each in file["messages"]] == []


def test_an_id_is_broken_only_after_dots_and_hyphens() -> None:
    assert '<a class="to" href="#cover.committee"><code>cover.<wbr>committee</code></a>' in sample()
    assert "<code>art07-<wbr>k3fb</code>" in sample()


def test_each_row_is_a_line_and_a_text_never_ends_what_is_read_later() -> None:
    """The script reads lines; what ends `noscript` must not stand in a word."""
    text = sample(findings=(UNSAFE_ADDRESS.at(Place(id="art21"), target="</noscript>", quote="</noscript></tbody>\n"),))
    parts = re.findall("<noscript>\n(.*?)</noscript>\n", text, re.DOTALL)
    assert len(parts) == text.count("</noscript>") > 2
    for part in parts:
        lines = part.splitlines()
        starts = ("<table ", "<thead>", "<tbody>", "<tr ", "</tbody>", "</table>")
        assert [line[:40] for line in lines if not line.startswith(starts)] == []
        assert len([line for line in lines if line.startswith("<tr ")]) <= 260
