"""Every rule has examples, and does with them what it says."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from assembler.check.fix import mended
from assembler.check.optional import LIBRARIES, is_installed
from assembler.check.rule import Rule
from assembler.check.spelling.dictionaries import lacking
from assembler.check.table import RULES
from assembler.findings import Kind
from tests.check.examples import found
from tests.conftest import absent

CODES = [rule.code for rule in RULES]


def need(rule: Rule) -> None:
    """Skips where the rule lacks its library, or a dictionary of one of its examples."""
    if rule.extra and not is_installed(LIBRARIES[rule.extra]):
        absent(LIBRARIES[rule.extra])
    for each in lacking([rule], dict.fromkeys(example.language for example in rule.fires)):
        absent(str(dict(each.values)["dictionary"]))


@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_a_rule_fires_where_its_examples_say(rule: Rule) -> None:
    need(rule)
    assert rule.fires, "a rule without examples is no rule"
    for example in rule.fires:
        assert found(rule, example), example


@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_a_rule_is_quiet_where_its_examples_say(rule: Rule) -> None:
    need(rule)
    assert rule.quiet, "a rule without examples is no rule"
    for example in rule.quiet:
        assert not found(rule, example), example


@pytest.mark.parametrize("rule", RULES, ids=CODES)
def test_a_hit_fills_every_gap_of_the_message(rule: Rule) -> None:
    need(rule)
    gaps = set(re.findall(r"\{(\w+)\}", rule.kind.message + rule.kind.hint))
    for example in rule.fires:
        for each in found(rule, example):
            assert set(each.hit.values) == gaps


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.has_fix], ids=lambda rule: rule.code)
def test_a_fix_makes_what_the_example_says_and_leaves_nothing_to_fix(rule: Rule) -> None:
    mending = [example for example in rule.fires if example.fixed is not None]
    assert mending, "a rule with a fix shows what it makes"
    for example in mending:
        text = mended(example.texts[0], [each.hit for each in found(rule, example) if each.passage.id == "p0"])
        assert text == example.fixed


def test_codes_are_unique_and_kebab_case() -> None:
    assert [code for code, count in Counter(CODES).items() if count > 1] == []
    assert [code for code in CODES if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", code)] == []


def test_a_rule_is_never_said_in_two_voices() -> None:
    assert all(isinstance(rule.kind, Kind) and rule.rationale.endswith(".") for rule in RULES)
