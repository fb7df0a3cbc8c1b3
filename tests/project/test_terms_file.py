"""terms.toml: what is wrong is a finding with file and line, and the other terms stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from assembler.document.terms import Term
from assembler.project import config, terms

CASES = Path(__file__).parent / "cases" / "terms"
LANGUAGES = ("ru", "kk", "en")


@pytest.mark.parametrize("case", sorted(CASES.glob("*.toml")), ids=lambda path: path.stem)
def test_a_wrong_term_is_answered_with_what_and_where(case: Path) -> None:
    text = case.read_text(encoding="utf-8")
    expected = [line.removeprefix("#: ") for line in text.splitlines() if line.startswith("#: ")]
    _, found = terms.read(text, LANGUAGES)
    said = [line for each in found for line in (f"{each.place} {each.code}", each.message(), each.hint())]
    assert said == expected


def test_terms_are_read_by_concept_and_language() -> None:
    text = '[un.ru]\nfull = "Организация"\nabbreviation = "ООН"\n[un.kk]\nfull = "Ұйым"\nforms = ["Ұйымы"]\n'
    concepts, found = terms.read(text, LANGUAGES)
    assert (concepts[0].id, concepts[0].line, found) == ("un", 1, [])
    assert concepts[0].terms == {"ru": Term("Организация", "ООН"), "kk": Term("Ұйым", forms=("Ұйымы",))}


def test_a_term_has_names_that_are_allowed_and_others_that_are_not() -> None:
    text = '[c.en]\nfull = "Human Rights Committee"\nallowed = ["Committee"]\nforbidden = ["Committee on Rights"]\n'
    concepts, found = terms.read(text, LANGUAGES)
    wanted = Term("Human Rights Committee", allowed=("Committee",), forbidden=("Committee on Rights",))
    assert (concepts[0].terms["en"], found) == (wanted, [])


def test_what_is_right_stays_beside_what_is_wrong() -> None:
    concepts, found = terms.read('[un.ru]\nabbreviation = "ООН"\n[un.en]\nfull = "United Nations"\n', LANGUAGES)
    assert len(found) == 1
    assert concepts[0].terms == {"en": Term("United Nations")}


def test_a_submission_without_the_file_has_none(tmp_path: Path) -> None:
    settings = config.read('title = "T"\noriginal = "en"\n[languages.en]\n')
    assert terms.load(tmp_path, settings) == (None, [])
