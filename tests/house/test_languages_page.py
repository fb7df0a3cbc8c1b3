"""docs/languages.md describes every key of a language's file, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec.structs import fields

from assembler.check.tongue import Lexicon
from assembler.language.load import known
from assembler.language.model import Language

GUIDE = (Path(__file__).parents[2] / "docs" / "languages.md").read_text(encoding="utf-8")
ABOUT_DOCUMENTS, _, ABOUT_RULES = GUIDE.partition("## What the rules know of it")


def described(part: str) -> list[str]:
    rows = re.findall(r"^\| (`.+?) \|", part, re.MULTILINE)
    return sorted(name for row in rows for name in re.findall(r"`(\w+)`", row))


def test_every_key_of_a_language_is_described_and_no_other() -> None:
    assert described(ABOUT_DOCUMENTS) == sorted(field.encode_name for field in fields(Language))


def test_every_table_that_rules_read_is_described_and_no_other() -> None:
    assert described(ABOUT_RULES) == sorted(field.encode_name for field in fields(Lexicon))


def test_the_files_that_are_named_are_there() -> None:
    assert set(re.findall(r"`(\w\w)\.toml`", GUIDE)) <= set(known())
