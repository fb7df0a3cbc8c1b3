"""The guides that stand in several languages, `docs/<name>[.<language>].md`: all versions of one show the same.

Words differ, and what is not words does not: the order of headings, tables and lists, the markup and options in
examples, commands, names of keys and rules. The version without a language, where there is one, is English.
"""

from __future__ import annotations

import re
import shlex
from collections import defaultdict
from pathlib import Path

import click
import pytest

from assembler.cli.main import main
from tests.house.test_translators import blocks, commands, tables

ROOT = Path(__file__).parents[2]
PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md"))}
LANGUAGE = re.compile(r"\b(?:en|ru|kk)\b")
WORD = re.compile(r"[^\W\d_]+")
MARKUP = re.compile(
    r"""--[a-z][a-z-]*                                # options
    | [.#]?[a-z][a-z0-9]*(?:[-=][a-z0-9]+)+           # IDs, rules, attributes
    | (?:^|(?<=[ {]))\.[a-z][a-z-]*                   # classes
    | \b[a-z_-]+\.(?:toml|svg|png|csv|py)\b           # files
    | "[a-z0-9-]+" | ^\w+\ = | ^\[+[a-z][\w.-]*\]+$   # TOML
    | :::\ *[a-z-]* | ^\#+\  | \|                     # blocks, headings, cells
    | \[\^[^\]]+\] | \]\(\#[^)]*\)                    # notes, references
    """,
    re.MULTILINE | re.VERBOSE,
)


def families() -> dict[str, list[str]]:
    """The names of the pages by guide, English first, of those guides that stand in several languages."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(PAGES, key=lambda name: (name.count("."), name)):
        found[name.partition(".")[0]].append(name)
    return {guide: names for guide, names in found.items() if len(names) > 1}


PAIRS = [(names[0], other) for names in families().values() for other in names[1:]]
TRANSLATIONS = [name for name in PAGES if name.count(".") == 2]
EACH_PAIR = pytest.mark.parametrize(("first", "other"), PAIRS, ids=[other for _, other in PAIRS])
EACH_NAME = pytest.mark.parametrize("name", [name for names in families().values() for name in names])


def prose(text: str) -> str:
    """A page without its examples."""
    return re.sub(r"^    .*$", "", text, flags=re.MULTILINE)


def links(text: str) -> list[str]:
    return re.findall(r"\]\(([^)]+)\)", re.sub(r"`[^`]*`", "", prose(text)))


def shape(text: str) -> list[str]:
    """Headings by their level, items of lists, tables by the number of their rows, pictures."""
    lines = re.findall(r"^(#+|\*|\d+\.|!)[ \[]", prose(text), re.MULTILINE)
    return [*lines, *(str(len(rows)) for rows in tables(text))]


def examples(text: str) -> list[list[str]]:
    """What is markup in each example; remarks behind commands and values of TOML are words."""
    return [marks(re.sub(r"(?<=\S) +# .*|(?<= = )\".*", "", each)) for each in blocks(text)]


def marks(text: str) -> list[str]:
    """What is no words in a text; of which language it is an example does not matter."""
    return MARKUP.findall(LANGUAGE.sub("xx", text))


def named(text: str) -> set[str]:
    """What is named in the running text: keys, options, classes, rules, files."""
    return {mark for code in re.findall(r"`([^`]+)`", prose(text)) for mark in marks(code)} - {"|"}


def test_there_are_guides_in_several_languages() -> None:
    assert {"translators.kk.md", "editors.kk.md", "writing.ru.md", "editions.ru.md"} <= set(TRANSLATIONS)


@EACH_PAIR
def test_both_pages_have_the_same_shape(first: str, other: str) -> None:
    assert shape(PAGES[other]) == shape(PAGES[first])


@EACH_PAIR
def test_both_pages_show_the_same_examples(first: str, other: str) -> None:
    assert examples(PAGES[other]) == examples(PAGES[first])


@EACH_PAIR
def test_both_pages_name_the_same_things(first: str, other: str) -> None:
    here, there = named(PAGES[other]), named(PAGES[first])
    assert here - there - set(marks(PAGES[first])) == set()
    assert there - here == set()


@EACH_NAME
def test_a_page_leads_to_its_other_languages_at_its_head(name: str) -> None:
    head = "\n".join(PAGES[name].splitlines()[:6])
    siblings = {other for other in families()[name.partition(".")[0]] if other != name}
    assert siblings <= set(links(head))


@pytest.mark.parametrize("name", TRANSLATIONS)
def test_a_page_leads_to_pages_in_its_own_language(name: str) -> None:
    body = "\n".join(PAGES[name].splitlines()[6:])
    guide, language, _ = name.split(".")
    shown = {link.partition("#")[0] for link in links(body)} - {f"{guide}.md"}
    assert {page for page in shown if page.count(".") == 1 and f"{page[:-3]}.{language}.md" in PAGES} == set()


@pytest.mark.parametrize("name", [*PAGES, "../README.md", "../ARCHITECTURE.md"])
def test_links_lead_somewhere(name: str) -> None:
    page = (ROOT / "docs" / name).resolve()
    for link in links(page.read_text(encoding="utf-8")):
        if not link.startswith("https://"):
            file, _, heading = link.partition("#")
            target = (page.parent / file).resolve() if file else page
            assert target.exists(), link
            assert not heading or heading in headings(target.read_text(encoding="utf-8")), link


def headings(text: str) -> set[str]:
    """The addresses of headings within their page."""
    lines = (line.lstrip("# ").lower() for line in prose(text).splitlines() if line.startswith("#"))
    return {re.sub(r"[^\w -]", "", line).replace(" ", "-") for line in lines}


@EACH_NAME
def test_every_command_exists_and_has_the_options_that_are_shown(name: str) -> None:
    for line in sorted(commands(PAGES[name])):
        _, typed, *rest = shlex.split(line, comments=True)
        command = main.get_command(click.Context(main), typed)
        assert command is not None, line
        known = {option for parameter in command.params for option in parameter.opts}
        assert {each for each in rest if each.startswith("-")} <= known, line


@pytest.mark.parametrize("name", TRANSLATIONS)
def test_no_word_mixes_two_alphabets(name: str) -> None:
    for word in WORD.findall(PAGES[name]):
        assert len({"latin" if letter.isascii() else "other" for letter in word}) == 1, word
