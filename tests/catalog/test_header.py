"""Headers are completed and otherwise left alone."""

from __future__ import annotations

from assembler.catalog import header
from assembler.catalog.model import Entry
from assembler.language.load import load

KAZAKH = load("kk")


def completed(text: str) -> str:
    return header.completed(Entry(None, "", text), KAZAKH, "test").translation


def test_a_new_header_has_every_field_that_gettext_asks_for() -> None:
    assert header.fresh(KAZAKH, "un").translation == (
        "Project-Id-Version: un\nPO-Revision-Date: \nLast-Translator: \nLanguage-Team: \nLanguage: kk\n"
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n"
        f"Plural-Forms: {KAZAKH.plural}\n"
    )


def test_a_template_has_no_plural_forms() -> None:
    assert "Plural-Forms" not in header.names(header.fresh(None, "un").translation)


def test_a_complete_header_is_the_very_same_entry() -> None:
    entry = header.fresh(KAZAKH, "un")
    assert header.completed(entry, KAZAKH, "un") is entry


def test_fields_of_others_stay_in_their_order_and_missing_ones_follow() -> None:
    text = completed("X-Generator: Poedit 3\nlanguage: kk_KZ\nPlural-Forms: nplurals=1; plural=0;\n")
    assert text.startswith("X-Generator: Poedit 3\nlanguage: kk_KZ\nPlural-Forms: nplurals=1; plural=0;\n")
    assert header.names(text).count("Plural-Forms") == 1
    assert "Language" not in header.names(text)


def test_a_header_without_line_end_is_not_run_together_with_what_is_added() -> None:
    assert completed("Language: kk").startswith("Language: kk\nProject-Id-Version: test\n")


def test_a_character_set_other_than_utf_8_is_replaced() -> None:
    for value in ("text/plain; charset=CHARSET", "text/plain; charset=KOI8-R", ""):
        assert "Content-Type: text/plain; charset=UTF-8\n" in completed(f"Content-Type: {value}\n")


def test_the_character_set_is_read_from_its_field_only() -> None:
    assert header.charset("X-Note: charset=KOI8-R\nContent-Type: text/plain; charset=utf-8\n") == "utf-8"
    assert header.charset("Content-Type: text/plain; charset=CHARSET\n") == ""


def test_a_fuzzy_flag_on_the_header_goes() -> None:
    entry = header.completed(Entry(None, "", "Language: kk\n", fuzzy=True), KAZAKH, "test")
    assert not entry.fuzzy
