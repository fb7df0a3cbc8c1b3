"""Renaming an ID changes its name where it is given and meant, and no other byte."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from assembler.document import integrity, walk
from assembler.document.model import Section
from assembler.formats.markdown.read import read
from assembler.formats.markdown.rename import rename
from tests.conftest import ROOT

FILE = Path(__file__).parent / "cases" / "rename" / "rename.txt"
PARTING = "\n" + "=" * 80 + "\n"
SOURCES = sorted((ROOT / "sources").glob("*/*.md"))


class Case(Struct, frozen=True):
    position: int
    prose: str
    old: str
    new: str
    text: str
    renamed: str


def cases() -> Iterator[Case]:
    for position, case in enumerate(FILE.read_text(encoding="utf-8").split(PARTING)):
        prose, names, text, renamed = re.split(r"^-- (?:rename|input|output)\n", case, flags=re.MULTILINE)
        old, new = names.strip().split(" → ")
        yield Case(position, prose, old, new, text, renamed)


CASES = pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.position}-{case.old}")


@CASES
def test_an_id_is_renamed_as_its_case_shows(case: Case, update_golden: bool) -> None:
    renamed = rename(case.text, case.old, case.new)
    if update_golden:
        whole = FILE.read_text(encoding="utf-8").split(PARTING)
        names = f"{case.old} → {case.new}"
        whole[case.position] = f"{case.prose}-- rename\n{names}\n-- input\n{case.text}-- output\n{renamed}"
        FILE.write_text(PARTING.join(whole), encoding="utf-8")
    else:
        assert renamed == case.renamed


@CASES
def test_renaming_back_gives_the_old_bytes(case: Case) -> None:
    for text in (case.text, "\ufeff" + case.text.replace("\n", "\r\n"), case.text.rstrip("\n")):
        there = rename(text, case.old, case.new)
        assert there != text
        assert rename(there, case.new, case.old) == text


def reading(path: Path, text: str) -> Section[str]:
    return read(text, id=path.stem, language=path.parent.name, path=path.name).section


@pytest.mark.skipif(not SOURCES, reason="there is no sample submission yet")
def test_in_the_sample_every_id_that_is_renamed_is_renamed_everywhere() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in SOURCES}
    before = integrity.check([reading(path, text) for path, text in texts.items()], {})
    ids = [id for path, text in texts.items() for id in walk.every_id(reading(path, text)) if "." not in id]
    for number, id in enumerate(ids[::10]):
        texts = {path: rename(text, id, f"new-{number}") for path, text in texts.items()}
    sections = [reading(path, text) for path, text in texts.items()]
    after = [id for section in sections for id in walk.every_id(section)]
    assert not set(ids[::10]) & set(after)
    assert len(after) == len(set(after))
    assert integrity.check(sections, {}) == before


@given(st.text('{}#ab.[]^()`\\|-\n >:="', max_size=60))
def test_what_does_not_name_the_id_stays(text: str) -> None:
    assert rename(text, "never", "new") == text


@given(st.text('{}#ab.[]^()`\\|-\n\r\t >:="\ufeff', max_size=60))
def test_only_the_name_itself_is_replaced(text: str) -> None:
    assert rename(text, "ab", "xyz").replace("xyz", "ab") == text
