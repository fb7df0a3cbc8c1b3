"""A term is found in every form of its words, with a morphological analyser and without."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assembler.check.prose import prose
from assembler.check.terms import inflection
from assembler.check.terms.matching import finder
from assembler.check.tongue import tongue

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent.parent / "cases" / "forms.toml").read_text("utf-8"))[
    "case"
]
NAMES = [f"{case['language']}-{case['term']}-{case.get('gap', 0)}" for case in CASES]


def found(case: dict[str, Any], text: str) -> str:
    """The text with what was found between brackets."""
    find = finder([("it", case["term"])], tongue(case["language"]), case.get("gap", 0))
    for each in reversed(find(prose(text))):
        text = f"{text[: each.start]}[{text[each.start : each.end]}]{text[each.end :]}"
    return text


def check(case: dict[str, Any]) -> None:
    for text in case["found"]:
        assert found(case, re.sub(r"[\[\]]", "", text)) == text
    for text in case["absent"]:
        assert found(case, text) == text


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_term_is_found_in_its_forms(case: dict[str, Any]) -> None:
    check(case)


def forget() -> None:
    """Forms are made once for all; here they are made anew."""
    inflection._of_part.cache_clear()
    inflection._analysed.cache_clear()


@pytest.fixture
def no_analyser(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(inflection, "is_installed", lambda _: False)
    forget()
    yield
    forget()


@pytest.mark.usefixtures("no_analyser")
@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_endings_alone_serve_where_there_is_no_analyser(case: dict[str, Any]) -> None:
    check(case)
