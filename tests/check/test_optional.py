"""What an extra brings is left out without it, and that is said."""

from __future__ import annotations

import pytest

from assembler.check import optional
from assembler.check.rule import Family
from assembler.check.spelling import dictionaries
from assembler.check.table import RULES
from assembler.check.tongue import tongue


def test_every_extra_of_a_rule_has_a_library() -> None:
    assert {rule.extra for rule in RULES} - {""} == set(optional.LIBRARIES)


def test_without_its_library_a_rule_is_left_out_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(optional, "is_installed", lambda _: False)
    rules, said = optional.runnable(RULES)
    assert [rule for rule in rules if rule.extra] == []
    assert {rule.code for rule in RULES} - {rule.code for rule in rules} == {"foreign-sentence", "unknown-word"}
    assert sorted(str(dict(each.values)["extra"]) for each in said) == ["checks", "spelling"]


def test_with_everything_installed_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(optional, "is_installed", lambda _: True)
    rules, said = optional.runnable(RULES)
    assert (len(rules), said) == (len(RULES), [])


def test_a_language_without_a_dictionary_is_said_to_be_unchecked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionaries, "folder_of", lambda _: None)
    spelling = [rule for rule in RULES if rule.family is Family.SPELLING]
    said = dictionaries.lacking(spelling, ["kk", "ar"])
    assert [dict(each.values) for each in said] == [
        {"language": "kk", "dictionary": "kk_KZ"},
        {"language": "ar", "dictionary": tongue("ar").language.tag},
    ]
    assert dictionaries.lacking([rule for rule in RULES if rule not in spelling], ["kk"]) == []
