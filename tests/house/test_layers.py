"""The house keeps its floors: what `lint-imports` checks, as a test."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import assembler
from assembler.findings import Kind, Severity

ROOT = Path(__file__).parent.parent.parent


def test_each_room_knows_only_the_rooms_below_it() -> None:
    from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


def modules() -> list[str]:
    found = pkgutil.walk_packages(assembler.__path__, "assembler.")
    return [each.name for each in found if not each.name.endswith("__main__")]


def kinds() -> dict[int, tuple[str, Kind]]:
    """Every kind of finding that a module defines, once: importing it elsewhere makes no second one."""
    found: dict[int, tuple[str, Kind]] = {}
    for name in modules():
        for value in vars(importlib.import_module(name)).values():
            if isinstance(value, Kind):
                found.setdefault(id(value), (name, value))
    return found


def test_every_kind_of_finding_has_a_code_of_its_own() -> None:
    codes = [kind.code for _, kind in kinds().values()]
    assert sorted(codes) == sorted(set(codes))


def test_every_error_and_warning_says_what_to_do() -> None:
    silent = [kind.code for _, kind in kinds().values() if not kind.hint and kind.severity is not Severity.INFO]
    assert silent == []


def test_every_module_says_what_lives_in_it() -> None:
    assert [name for name in modules() if not importlib.import_module(name).__doc__] == []
