"""What pofilter of the translate-toolkit says of the same texts, by those of its tests that ask the same questions."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.checks.corpora import Pair

TESTS = (
    "blank",
    "brackets",
    "dialogsizes",
    "emails",
    "endpunc",
    "long",
    "numbers",
    "sentencecount",
    "short",
    "urls",
    "xmltags",
)


def said(those: Sequence[Pair]) -> dict[str, set[str]]:
    """The tests that a unit fails, by its ID. Raises ImportError where the toolkit is not installed."""
    from translate.filters.checks import CheckerConfig, StandardChecker
    from translate.storage.pypo import pounit

    found: dict[str, set[str]] = {}
    for translation, source in those:
        checker = StandardChecker(CheckerConfig(targetlanguage=translation.language), limitfilters=list(TESTS))
        unit = pounit(source.prose.source)
        unit.target = translation.prose.source
        found[translation.id] = set(checker.run_filters(unit))
    return found
