"""What libraries and the system say in English is known by its form, and said in the interface's language."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import msgspec
import pytest

from assembler.reasons import MEANT, reason
from tools import messages

KNOWN = {message.id for message in messages.read(messages.TEMPLATE)}

BROKEN_TOML = [
    "[languages",
    "a = ",
    "a = 1 b",
    "a = [1, 2",
    "a = {b = 1",
    'a = "text',
    "a = 'te\nxt'",
    "a = 1\na = 2",
    "[a]\n[a]",
    "a = 2014-13-45",
    "= 1",
    "a 1",
    'a = "\\q"',
    "a = {b = 1, b = 2}",
    'a = "\\uD800"',
    "a = \x01",
]


@pytest.mark.parametrize("text", BROKEN_TOML)
def test_what_the_toml_reader_says_is_known(text: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as wrong:
        tomllib.loads(text)
    said = str(wrong.value).partition(" (at ")[0]
    assert reason(said) in MEANT.values() or str(reason(said)) == said[:1].lower() + said[1:]
    assert reason(said).template in KNOWN, said


@pytest.mark.parametrize(("value", "type"), [(1, str), ("x", list[str]), (None, bool), ("x", int)])
def test_what_msgspec_says_of_a_value_is_known(value: object, type: object) -> None:
    with pytest.raises(msgspec.ValidationError) as wrong:
        msgspec.convert(value, type)
    assert reason(str(wrong.value)).template == "expected {wanted}, got {found}"


def test_what_the_system_says_of_a_file_is_known(tmp_path: Path) -> None:
    for path in (tmp_path / "absent", tmp_path, tmp_path / ("x" * 300)):
        with pytest.raises(OSError, match=r"\w") as wrong:
            path.read_bytes()
        assert reason(os.strerror(wrong.value.errno or 0)).template in KNOWN


def test_what_is_not_known_stays_as_it_is() -> None:
    assert str(reason("The {moon} is full")) == "the {moon} is full"
