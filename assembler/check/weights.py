"""How bad a submission finds what a rule says: `[check.severity]` of its configuration, by code or by family."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec.structs import replace

from assembler.findings import Finding, Severity

if TYPE_CHECKING:
    from assembler.check.rule import Rule  # the configuration reads weights, and must not wait for the rules

Weight: TypeAlias = Literal["off", "info", "warning", "error"]


def weight_of(rule: Rule, weights: Mapping[str, Weight]) -> Weight | None:
    """What the submission says of a rule: of its code before its family; None where it says nothing."""
    return weights.get(rule.code, weights.get(rule.family.value))


def by_rule(rules: Iterable[Rule], weights: Mapping[str, Weight]) -> dict[str, Weight]:
    """The weights by code, those of families put down for each of their rules."""
    own = {rule.code: weight for rule in rules if (weight := weight_of(rule, weights)) is not None}
    return {**weights, **own}


def weighed(findings: Iterable[Finding], weights: Mapping[str, Weight]) -> Iterator[Finding]:
    """The findings with the severity that the submission gives to their codes; those that are off are left out."""
    for each in findings:
        match weights.get(each.code):
            case None:
                yield each
            case "off":
                pass
            case weight:
                yield replace(each, kind=replace(each.kind, severity=Severity(weight)))
