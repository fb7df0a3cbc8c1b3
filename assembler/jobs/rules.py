"""The codes that findings can have: what `check --rule` and `[check.severity]` may name, families among them."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module

import assembler
from assembler.check.rule import Family, Rule
from assembler.check.weights import Weight, by_rule
from assembler.errors import ConfigurationError
from assembler.findings import Kind, Place, Severity, phrase
from assembler.nearest import nearest

NO_SUCH_RULE = Kind("no-such-rule", Severity.ERROR, "There is no rule “{code}”.", "{suggestion}")
LOOK_IT_UP = phrase(
    "A rule is the code of a finding, in brackets behind it, or a family: {families}.",
    families=", ".join(family.value for family in Family),
)
SEVERITY_OF_FAULT = Kind(
    "severity-of-fault",
    Severity.ERROR,
    "“{code}” is an error of the files themselves, and no setting makes it less.",
    "Take the line out, and mend what the error names. What rules say of words can be set here.",
)
DOORS = ("assembler.cli", "assembler.__main__")
"""They have nothing to say of content, and to import them is to run them."""


def codes(names: Iterable[str], rules: Sequence[Rule] = (), place: Place | None = None) -> frozenset[str]:
    """The codes that are meant: those named, and of each family named those of its rules.

    Raises ConfigurationError, at `place`, for a name that is neither of these nor the code of another finding.
    """
    families = {family.value: {rule.code for rule in rules if rule.family is family} for family in Family}
    own = {rule.code for rule in rules}
    meant: set[str] = set()
    for name in names:
        if name not in own and name not in families and name not in known_kinds():
            known = (*own, *families, *known_kinds())
            suggestion = nearest(name, known, LOOK_IT_UP)
            raise ConfigurationError(NO_SUCH_RULE.at(place or Place(), code=name, suggestion=suggestion))
        meant |= families.get(name, {name})
    return frozenset(meant)


def weights(choice: Mapping[str, Weight], rules: Sequence[Rule], place: Callable[[str], Place]) -> dict[str, Weight]:
    """What the configuration says of severities, by code. `place` is where it says so of a name.

    Raises ConfigurationError for a name that means nothing, and for an error that is no rule's.
    """
    own = {rule.code for rule in rules}
    for name, weight in choice.items():
        for code in codes([name], rules, place(name)) - own:
            if known_kinds()[code].severity is Severity.ERROR and weight != "error":
                raise ConfigurationError(SEVERITY_OF_FAULT.at(place(name), code=code))
    return by_rule(rules, choice)


@cache
def known_kinds() -> dict[str, Kind]:
    """All kinds that any room declares by their codes, sorted."""
    names = (each.name for each in pkgutil.walk_packages(assembler.__path__, "assembler."))
    rooms = (import_module(name) for name in names if not name.startswith(DOORS))
    kinds = (value for room in rooms for value in vars(room).values() if isinstance(value, Kind))
    return {kind.code: kind for kind in sorted(kinds, key=lambda kind: kind.code)}
