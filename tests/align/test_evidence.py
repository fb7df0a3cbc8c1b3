"""What speaks for two pieces: sounds of names, concepts, values."""

from __future__ import annotations

import pytest

from assembler.align.concepts import finder
from assembler.align.names import stems
from assembler.align.values import values
from assembler.document.terms import Concept, Term


@pytest.mark.parametrize(
    "words",
    [
        ("Kazakhstan", "Казахстана", "Қазақстанның"),
        ("Almaty", "Алматы", "Алматыда"),
        ("Zhanaozen", "Жанаозене", "Жаңаөзенде"),
        ("Constitution", "Конституции", "Конституция"),
        ("Chechnya", "Чечни"),
        ("committee", "Комитета", "комитеттің"),
    ],
)
def test_a_name_sounds_alike_in_all_languages(words: tuple[str, ...]) -> None:
    first, *others = (stems(word) for word in words)
    shortest = min(len(stem) for each in (first, *others) for stem in each)
    assert {next(iter(each))[: min(4, shortest)] for each in others} == {next(iter(first))[: min(4, shortest)]}


def test_short_words_are_no_names() -> None:
    assert stems("the and они бұл") == frozenset({"oni"}) - {"oni"} or "the" not in stems("the and")


def test_what_is_said_with_figures_is_equal_by_value() -> None:
    english = values("In 2013 seven complaints, 1,204 pages: https://example.org/a.", "en")
    russian = values("В 2013 году семь жалоб, 1204 страницы: https://example.org/a", "ru")
    assert {"=2013", "=1204"} <= english & russian


def test_concepts_are_found_by_the_beginnings_of_words() -> None:
    assert "torture" in finder("en")("No one shall be tortured.") & finder("ru")("Никто не должен подвергаться пыткам.")
    assert "torture" in finder("kk")("Ешкімді азаптауға болмайды.")


def test_terms_of_the_submission_are_found_by_their_abbreviation_or_full_form() -> None:
    npm = Concept(
        "npm",
        {
            "en": Term("national preventive mechanism", "NPM"),
            "ru": Term("национальный превентивный механизм", "НПМ"),
        },
    )
    assert "term npm" in finder("en", [npm])("The NPM reported it.")
    assert "term npm" in finder("ru", [npm])("Об этом сообщил Национальный превентивный механизм.")
    assert "term npm" not in finder("ru", [npm])("Это национальный вопрос.")


def test_a_language_without_a_file_of_concepts_has_none() -> None:
    assert finder("ar")("كل الناس") == frozenset()
