"""The interface speaks three languages: every message of the code is in the catalogs, translated and well written."""

from __future__ import annotations

import ast
import gettext
import re
import subprocess
from collections.abc import Callable
from functools import cache
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message

from assembler.document.units import State
from assembler.language import load as languages
from tools import messages

LANGUAGES = pytest.mark.parametrize("language", messages.LANGUAGES)

PASSED_ON = {
    "assembler/cli/door.py",
    "assembler/edition/localize.py",
    "assembler/edition/refer.py",  # a `phrase` of another kind
    "assembler/findings.py",
    "assembler/reasons.py",
}
"""Where templates, states and the words of others are handed on; everywhere else the words stand in the call."""

GAP = re.compile(r"\{\{|\}\}|\{[^{}]*\}|%\(\w+\)s")
WORD = re.compile(r"[^\W\d_]+")
LATIN = {"ID"}
"""Words in Latin letters that a translation may have of its own: English says “IDs” for several."""


@cache
def template() -> Catalog:
    return messages.template()


@cache
def catalog(language: str) -> Catalog:
    return messages.read(messages.catalog_path(language), language)


def translations(language: str) -> list[tuple[str, str]]:
    """Every message with its translation; of a plural, each form with the words for many."""
    found: list[tuple[str, str]] = []
    for message in catalog(language):
        if message.id:
            source = message.id if isinstance(message.id, str) else message.id[-1]
            found += [(source, string) for string in messages.strings(message)]
    return found


def ids(of: Catalog) -> set[object]:
    return {message.id for message in of if message.id}


def gaps(text: str) -> set[str]:
    named = {f"{name}!{conversion}:{form}" for _, name, form, conversion in Formatter().parse(text) if name is not None}
    return named | set(re.findall(r"%\(\w+\)s", text))


def latin(text: str) -> set[str]:
    """The words in Latin letters outside gaps."""
    return {word for word in WORD.findall(GAP.sub(" ", text)) if word.isascii()}


def test_the_template_holds_what_the_code_says() -> None:
    assert ids(messages.read(messages.TEMPLATE)) == ids(template()), "run: make messages"


@LANGUAGES
def test_a_catalog_holds_what_the_code_says(language: str) -> None:
    assert ids(catalog(language)) == ids(template()), "run: make messages"


@LANGUAGES
def test_every_message_is_translated_and_none_is_fuzzy(language: str) -> None:
    def lacks(message: Message) -> bool:
        return bool(message.id) and (message.fuzzy or not all(messages.strings(message)))

    assert [message.id for message in catalog(language) if lacks(message)] == []


@LANGUAGES
def test_a_translation_has_the_gaps_of_its_message(language: str) -> None:
    wrong = []
    for message in catalog(language):
        forms = (message.id,) if isinstance(message.id, str) else message.id
        expected = [gaps(str(form)) for form in forms]
        wrong += [string for string in messages.strings(message) if message.id and gaps(string) not in expected]
    assert wrong == []


@LANGUAGES
def test_msgfmt_has_nothing_against_a_catalog(language: str, tool: Callable[[str], str]) -> None:
    command = [tool("msgfmt"), "--check", "--output-file=/dev/null", str(messages.catalog_path(language))]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (said.returncode, said.stderr) == (0, "")


@LANGUAGES
def test_a_translation_is_written_in_the_letters_of_its_language(language: str) -> None:
    alphabet = set(languages.load(language).alphabet)
    foreign = [
        (word, string)
        for source, string in translations(language)
        for word in WORD.findall(GAP.sub(" ", string))
        if not set(word.lower()) <= alphabet and word not in latin(source) | LATIN
    ]
    assert foreign == []


@LANGUAGES
def test_a_translation_has_the_quotes_and_dashes_of_its_language(language: str) -> None:
    wrong = [string for _, string in translations(language) if re.search(r"[“”]|(?<!^)(?<!\u00a0)—| - ", string)]
    assert wrong == []


def test_russian_does_without_yo() -> None:
    assert [string for _, string in translations("ru") if "ё" in string.lower()] == []


@LANGUAGES
def test_a_sentence_ends_with_a_full_stop_as_its_message_does(language: str) -> None:
    said = translations(language)
    sentences = [(source, string) for source, string in said if " " in source and source.endswith(".")]
    assert [string for _, string in sentences if not string.endswith(".")] == []


@LANGUAGES
def test_states_that_fill_gaps_are_translated(language: str) -> None:
    known = ids(catalog(language))
    assert {State.FUZZY.value, State.UNTRANSLATED.value, State.WAITING.value} <= known


@LANGUAGES
def test_the_compiled_catalog_says_what_the_catalog_says(language: str) -> None:
    compiled = messages.catalog_path(language).with_suffix(".mo")
    assert compiled.is_file(), "run: make messages"
    with compiled.open("rb") as file:
        said = gettext.GNUTranslations(file)
    singular = [message for message in catalog(language) if message.id and isinstance(message.id, str)]
    stale = [message.id for message in singular if said.gettext(str(message.id)) != message.string]
    assert stale == [], "run: make messages"


def test_words_stand_in_the_call_that_translates_them() -> None:
    silent = set()
    for path in (messages.ROOT / "assembler").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if any(name != "Kind" and not isinstance(call.args[0], ast.Constant) for call, name in messages.calls(tree)):
            silent.add(path.relative_to(messages.ROOT).as_posix())
    assert silent == PASSED_ON


def test_messages_are_found_in_every_form_in_which_code_says_them() -> None:
    source = """
LOOK = "Look there."
A = Kind("a-b", Severity.ERROR, "Wrong: {what}.", LOOK)
B = Kind("c-d", Severity.ERROR, "Other.", "{suggestion}")
_("One") + translate("Two") + phrase("Three {n}", n=Phrase("four")) + ngettext("page", "pages", 2)
_(variable)
"""
    found = [(each.words, each.line, each.remark) for each in messages.found_in(source, "x.py")]
    assert found == [
        ("Wrong: {what}.", 3, "a-b, message"),
        ("Look there.", 3, "a-b, hint"),
        ("Other.", 4, "c-d, message"),
        ("One", 5, ""),
        ("Two", 5, ""),
        ("Three {n}", 5, ""),
        ("four", 5, ""),
        (("page", "pages"), 5, ""),
    ]
