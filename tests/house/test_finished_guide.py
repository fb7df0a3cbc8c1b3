"""What `docs/finished.md` says of the lint is what the lint says."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from assembler.findings import Kind
from assembler.formats.finished import accessibility, faults, opened, traces

GUIDE = (Path(__file__).parents[2] / "docs" / "finished.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("module", [accessibility, faults, opened, traces], ids=lambda module: module.__name__)
def test_every_kind_of_finding_is_named(module: ModuleType) -> None:
    codes = {value.code for value in vars(module).values() if isinstance(value, Kind)}
    assert codes - set(re.findall(r"`([a-z-]+)`", GUIDE)) == set()


def test_every_code_in_the_tables_is_one() -> None:
    modules = (accessibility, faults, traces)
    known = {value.code for module in modules for value in vars(module).values() if isinstance(value, Kind)}
    rows = "".join(line.split("|")[1] for line in GUIDE.splitlines() if line.startswith("| `"))
    assert set(re.findall(r"`([a-z-]+)`", rows)) == known
