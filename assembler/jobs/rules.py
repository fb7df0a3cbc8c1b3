"""The codes that findings can have: what `check --rule` and `[check.severity]` may name, families among them."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module

import assembler
from assembler.check.rule import Family, Rule
from assembler.errors import ConfigurationError
from assembler.findings import Kind, Phrase, Place, Severity
from assembler.nearest import nearest

NO_SUCH_RULE = Kind("no-such-rule", Severity.ERROR, "There is no rule “{code}”.", "{suggestion}")
LOOK_IT_UP = Phrase("A rule is the code of a finding, or a family of them: assembler check --json prints the codes.")
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
        if name not in own and name not in families and name not in known_codes():
            known = (*own, *families, *known_codes())
            suggestion = nearest(name, known, LOOK_IT_UP)
            raise ConfigurationError(NO_SUCH_RULE.at(place or Place(), code=name, suggestion=suggestion))
        meant |= families.get(name, {name})
    return frozenset(meant)


@cache
def known_codes() -> tuple[str, ...]:
    """The codes of all kinds that any room declares, sorted."""
    names = (each.name for each in pkgutil.walk_packages(assembler.__path__, "assembler."))
    rooms = (import_module(name) for name in names if not name.startswith(DOORS))
    return tuple(sorted({value.code for room in rooms for value in vars(room).values() if isinstance(value, Kind)}))
