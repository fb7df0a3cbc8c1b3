"""What the rules of consistency say of several texts together, beyond their examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.check import run
from assembler.check.rule import Elsewhere
from assembler.check.run import Corpus
from assembler.check.table import by_code
from tests.check.examples import passage

RULES = by_code()


def found(code: str, language: str, *texts: str, role: str = "paragraph") -> list[Elsewhere]:
    passages = [passage(text, language, f"p{number}", role) for number, text in enumerate(texts)]
    return list(run.hits(RULES[code], Corpus({language: passages})))


def words(hits: list[Elsewhere]) -> list[str]:
    return [each.passage.prose.text[each.hit.start : each.hit.end] for each in hits]


def test_a_word_in_one_spelling_alone_follows_the_other_words_of_its_kind() -> None:
    british = "The labour of neighbours, a favourable defence, and the centre of the programme."
    assert words(found("spelling-variant", "en", british, "An offense was committed.")) == ["offense"]


def test_a_text_without_a_habit_is_left_alone() -> None:
    assert found("spelling-variant", "en", "They recognise it.", "They authorize it.") == []


def test_what_is_common_to_both_spellings_is_neither() -> None:
    british = "The labour of neighbours, a favourable defence, and the centre of the programme."
    assert found("spelling-variant", "en", british, "It was fulfilled, programmed and analysed; analyses.") == []


def test_a_title_inside_a_longer_one_is_said_once() -> None:
    usual = "the Office for Democratic Institutions and Human Rights of the OSCE"
    hits = found("title-variant", "en", f"See {usual}, and {usual}.", usual.replace("Office for", "Office of"))
    assert words(hits) == ["Office of Democratic Institutions and Human Rights of the OSCE"]


def test_part_of_a_title_is_no_title() -> None:
    texts = (
        "the Code on Administrative Offences, the Code on Administrative Offences",
        "the Code of Administrative Law",
    )
    assert found("title-variant", "en", *texts) == []


def test_an_abbreviation_is_said_once_to_be_too_early() -> None:
    late = "The High Commissioner for Refugees (HCR) came."
    assert len(found("abbreviation-before-definition", "en", "The HCR and the HCR.", "The HCR.", late)) == 1


@pytest.mark.parametrize(
    "text", ["Part II of CCPR/C/KAZ/CO/2", "www.ABC.org and a@ABC.kz", "“NOMAD” and THE WHOLE HEADING"]
)
def test_what_only_looks_like_an_abbreviation_needs_no_explanation(text: str) -> None:
    assert found("abbreviation-unexplained", "en", text) == []


def test_the_name_that_is_written_more_rarely_is_the_variant() -> None:
    hits = found("name-variant", "en", "Kabduakasov spoke, Kabduakasov left.", "Kaduakasov returned.")
    assert words(hits) == ["Kaduakasov"]


def test_names_that_differ_by_one_exchanged_letter_may_be_two() -> None:
    assert found("name-variant", "en", "Rosenberg spoke, and Rosenberg left.", "Rotenberg returned.") == []


@pytest.mark.parametrize("role", ["note", "cell", "heading"])
def test_what_has_to_be_repeated_may_be(role: str) -> None:
    text = "The court did not examine whether the statement had been obtained by torture, as the law requires."
    assert found("repeated-words", "en", text, f"Also: {text}", role=role) == []


@given(
    st.lists(st.lists(st.sampled_from(["one", "two", "three", "four", "five"]), min_size=1, max_size=40), max_size=6)
)
def test_what_is_said_to_stand_already_does(texts: list[list[str]]) -> None:
    written = [" ".join(each) for each in texts]
    for each in found("repeated-words", "en", *written):
        before = int(str(each.hit.values["id"]).removeprefix("p"))
        assert each.passage.prose.text[each.hit.start : each.hit.end] in written[before]
