"""The codes that findings can have: what `check --rule` may name."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable
from importlib import import_module

import assembler
from assembler.errors import ConfigurationError
from assembler.findings import Kind, Phrase, Place, Severity
from assembler.nearest import nearest

NO_SUCH_RULE = Kind("no-such-rule", Severity.ERROR, "There is no rule “{code}”.", "{suggestion}")
LOOK_IT_UP = Phrase("A rule is the code of a finding: assembler check --json prints it.")
DOORS = ("assembler.cli", "assembler.__main__")
"""They have nothing to say of content, and to import them is to run them."""


def check_rules(codes: Iterable[str]) -> None:
    """Raises ConfigurationError for a code that no finding can have."""
    wanted = list(codes)
    known = known_codes() if wanted else ()
    for code in wanted:
        if code not in known:
            raise ConfigurationError(NO_SUCH_RULE.at(Place(), code=code, suggestion=nearest(code, known, LOOK_IT_UP)))


def known_codes() -> tuple[str, ...]:
    """The codes of all kinds that any room declares, sorted."""
    names = (each.name for each in pkgutil.walk_packages(assembler.__path__, "assembler."))
    rooms = (import_module(name) for name in names if not name.startswith(DOORS))
    return tuple(sorted({value.code for room in rooms for value in vars(room).values() if isinstance(value, Kind)}))
