"""Sections that a user names: by their name, or by a pattern as the shell has them for files (`07-*`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from assembler.document.model import Section
from assembler.errors import ConfigurationError
from assembler.findings import Kind, Place, Severity, phrase
from assembler.nearest import nearest

NO_SUCH_SECTIONS = Kind("no-such-sections", Severity.ERROR, "There is no section “{name}”.", "{suggestion}")


def named_sections(
    sections: Sequence[Section[str]], names: Iterable[str], *, strict: bool = True
) -> tuple[Section[str], ...]:
    """The sections that are meant, in their own order. Where `strict`, raises ConfigurationError for a name of none."""
    names = list(names)
    known = [section.id for section in sections]
    for name in names:
        if strict and not any(fnmatchcase(each, name) for each in known):
            otherwise = phrase("Sections: {names}.", names=", ".join(sorted(known)))
            suggestion = nearest(name, known, otherwise)
            raise ConfigurationError(NO_SUCH_SECTIONS.at(Place(section=name), name=name, suggestion=suggestion))
    return tuple(each for each in sections if any(fnmatchcase(each.id, name) for name in names))
