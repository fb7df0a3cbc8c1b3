"""docs/languages.md describes every key of a language's files, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec.structs import fields

from assembler.check.tongue import Lexicon
from assembler.facts.model import Words
from assembler.language.load import known
from assembler.language.model import Language

GUIDE = (Path(__file__).parents[2] / "docs" / "languages.md").read_text(encoding="utf-8")
OF_LANGUAGE, OF_RULES, OF_FACTS = re.split(
    r"^## (?:What the rules know of it|How facts are written)$", GUIDE, flags=re.M
)


def described(part: str) -> list[str]:
    """The keys in the first column of the tables."""
    rows = re.findall(r"^\| (`.+?) \|", part, re.MULTILINE)
    return sorted(name for row in rows for name in re.findall(r"`(\w+)`", row))


def test_every_key_of_a_language_is_described_and_no_other() -> None:
    assert described(OF_LANGUAGE) == sorted(field.encode_name for field in fields(Language))


def test_every_table_that_rules_read_is_described_and_no_other() -> None:
    assert described(OF_RULES) == sorted(field.encode_name for field in fields(Lexicon))


def test_every_key_of_how_facts_are_written_is_described_and_no_other() -> None:
    assert described(OF_FACTS) == sorted(field.encode_name for field in fields(Words))


def test_the_files_that_are_named_are_there() -> None:
    assert set(re.findall(r"`(\w\w)\.toml`", GUIDE)) <= set(known())
