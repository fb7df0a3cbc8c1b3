"""An abbreviation is used where it stands as a word of its own, with any ending."""

from __future__ import annotations

import pytest

from assembler.document.terms import Concept, Term, usage

CONCEPTS = (
    Concept("un", {"ru": Term("…", "ООН"), "kk": Term("…", "БҰҰ"), "en": Term("…", "UN")}),
    Concept("ngo", {"ru": Term("…", "НПО"), "kk": Term("…", "ҮЕҰ"), "en": Term("…", "NGO")}),
    Concept("mfa", {"ru": Term("…", "МИД"), "en": Term("…", "MFA")}),
    Concept("co", {"en": Term("…", "CO")}),
    Concept("college", {"ru": Term("…", "вуз", ("вуза", "вузов"))}),
    Concept("unhcr", {"en": Term("…", "UNHCR")}),
    Concept("plain", {"ru": Term("без сокращения")}),
)

CASES = [
    ("ru", "Доклад ООН и отчет НПО.", {"un", "ngo"}),
    ("ru", "В МИДе и с МИДом; «НПО»", {"mfa", "ngo"}),
    ("ru", "НПО-партнер (ООН)", {"ngo", "un"}),
    ("ru", "ООНовцы, АНПО, НПОСТ", set()),
    ("ru", "нпо и оон маленькими буквами", set()),
    ("ru", "ни одного вуза", {"college"}),
    ("ru", "вузы и вузовский", set()),
    ("kk", "БҰҰ-ның және ҮЕҰ‑лардың", {"un", "ngo"}),
    ("kk", "АБҰҰ", set()),
    ("en", "NGOs, UN’s and UN-led", {"ngo", "un"}),
    ("en", "UNHCR alone", {"unhcr"}),
    ("en", "CCPR/C/KAZ/CO/1 is a symbol", set()),
    ("en", "the CO of 2011", {"co"}),
    ("ru", "", set()),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_what_a_text_uses(language: str, text: str, expected: set[str]) -> None:
    assert usage(CONCEPTS, language)(text) == expected


def test_where_a_language_has_no_abbreviations_nothing_is_used() -> None:
    assert usage(CONCEPTS, "fr")("UN NGO") == set()
