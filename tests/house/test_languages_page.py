"""docs/languages.md describes every key of a language's file, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec.structs import fields

from assembler.language.load import known
from assembler.language.model import Language

GUIDE = (Path(__file__).parents[2] / "docs" / "languages.md").read_text(encoding="utf-8")


def test_every_key_of_a_language_is_described_and_no_other() -> None:
    rows = re.findall(r"^\| (`.+?) \|", GUIDE, re.MULTILINE)
    described = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    assert sorted(described) == sorted(field.encode_name for field in fields(Language))


def test_the_files_that_are_named_are_there() -> None:
    assert set(re.findall(r"`(\w\w)\.toml`", GUIDE)) <= set(known())
