"""docs/styles.md names every role, property and key that there is, and no other; its example is a style sheet."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import fields

from assembler.style import faults
from assembler.style.load import EDITIONS, load, shipped_names
from assembler.style.model import (
    Boxes,
    Figures,
    Lists,
    Numbering,
    Page,
    ParagraphLook,
    Roles,
    StyleSheet,
    Tables,
    Versions,
)  # fmt: skip

GUIDE = (Path(__file__).parents[2] / "docs" / "styles.md").read_text(encoding="utf-8")


def named(after: str) -> list[str]:
    """The first cells of the table that comes next after a line that begins so."""
    (beginning,) = re.findall(rf"^{re.escape(after)}.*$", GUIDE, re.MULTILINE)
    table = GUIDE[GUIDE.index(f"\n{beginning}\n") :].split("\n\n|", 1)[1].split("\n\n", 1)[0]
    return re.findall(r"^\| `(.+?)` \|", table, re.MULTILINE)


@pytest.mark.parametrize(
    ("place", "struct"),
    [
        ("## Roles", Roles),
        ("## Properties of a role", ParagraphLook),
        ("`[page]`", Page),
        ("`[numbering]`", Numbering),
        ("`[lists]`", Lists),
        ("`[tables]`", Tables),
        ("`[figures]`", Figures),
        ("`[boxes]`", Boxes),
        ("`[versions]`", Versions),
    ],
)
def test_every_key_is_described_in_the_order_of_the_model(place: str, struct: type[Struct]) -> None:
    assert named(place) == [field.encode_name for field in fields(struct)]


def test_every_gap_of_headers_and_footers_is_described() -> None:
    assert named("## Headers and footers") == list(faults.GAPS)


def test_every_table_of_a_sheet_is_named() -> None:
    for field in fields(StyleSheet):
        assert field.encode_name in faults.COMPUTED or f"[{field.encode_name}" in GUIDE, field.name


def test_shipped_sheets_and_kinds_of_editions_are_named() -> None:
    assert all(f"`{name}` –" in GUIDE for name in shipped_names())
    assert all(name in GUIDE for name in EDITIONS)


def test_the_example_is_a_sheet() -> None:
    (example,) = (each for each in re.findall(r"(?:^(?:    .*)?\n)+", GUIDE, re.MULTILINE) if "extends" in each)
    data = textwrap.dedent(example).encode()
    draft = load(data, "ours.toml", ("single", "draft"))
    assert draft.page.header == "{title}\t{stamp}"
    assert (draft.in_language("kk").text.size, draft.in_language("kk").page.hyphenation) == (11.5, False)
    assert load(data, "ours.toml", ("single", "final")).page.header == "{title}"
