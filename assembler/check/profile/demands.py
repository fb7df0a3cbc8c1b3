"""How a demand of a committee that is not met is told: with its source, its date and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping

from assembler.check.draft import Demand, Draft, Status
from assembler.check.rule import Example, Hit
from assembler.findings import Phrase, phrase

STATUSES: Mapping[Status, Phrase] = {
    "verified": Phrase("read there"),
    "old": Phrase("an old text; ask whether it still holds"),
    "practice": Phrase("no rule, but what others do"),
    "own-knowledge": Phrase("not confirmed by a document"),
    "unconfirmed": Phrase("a number that goes round; confirm it before you rely on it"),
}


def unmet(draft: Draft, demand: Demand, **values: str | int | Phrase) -> Hit:
    """What is told of a demand: `{profile}` and `{source}` are gaps of every message and hint of this family."""
    source = phrase(
        "“{document}”, seen {date}: {status}.",
        document=demand.source,
        date=demand.seen or "–",
        status=STATUSES[demand.status],
    )
    return Hit(0, 0, {"profile": draft.profile.id, "source": source, **values}, severity=demand.weight)


def example(draft: str, *texts: str, language: str = "en") -> Example:
    """An edition of these paragraphs; `draft` is TOML: tables of a profile, and in `[draft]` what else is known."""
    return Example(language, texts or ("Text.",), draft=draft)
