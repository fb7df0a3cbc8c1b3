"""What only some installations have: the libraries behind the extras that rules name.

Without its library a rule is left out, and said to be; nothing else changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.util import find_spec

from assembler.check.rule import Rule
from assembler.findings import Finding, Kind, Place, Severity

RULES_LEFT_OUT = Kind(
    "rules-left-out",
    Severity.INFO,
    "Not checked: {rules}. They need the extra “{extra}”, which is not installed.",
    'pip install "assembler[{extra}]"',
)

LIBRARIES: Mapping[str, str] = {"checks": "lingua", "spelling": "hunspell"}
"""By extra the module without which its rules cannot run."""


def is_installed(module: str) -> bool:
    return find_spec(module) is not None


def runnable(rules: Iterable[Rule]) -> tuple[list[Rule], list[Finding]]:
    """The rules that can run here, and for each extra that is missing what is left out."""
    can: list[Rule] = []
    cannot: dict[str, list[str]] = {}
    for rule in rules:
        if not rule.extra or is_installed(LIBRARIES[rule.extra]):
            can.append(rule)
        else:
            cannot.setdefault(rule.extra, []).append(rule.code)
    return can, [RULES_LEFT_OUT.at(Place(), rules=", ".join(codes), extra=extra) for extra, codes in cannot.items()]
