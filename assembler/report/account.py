"""What an update did, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Mapping

from assembler.catalog.account import Account
from assembler.report.terminal import Line, Piece
from assembler.report.voice import Translate, Voice


def lines(accounts: Mapping[str, Account], voice: Voice) -> list[Line]:
    """A line for each language: how many units met each event, in words."""
    return [_line(code, account, voice) for code, account in accounts.items()]


def _line(code: str, account: Account, voice: Voice) -> Line:
    counts = account.counts()
    translate = voice.translate
    words = events(translate)
    said = [f"{words.get(name, name)}: {voice.number(count)}" for name, count in counts.items()]
    return (Piece(f"{code}  ", "strong"), Piece(", ".join(said) or translate("nothing to translate")))


def events(translate: Translate) -> dict[str, str]:
    """The events of a merge in the interface's language; for a fuzzy unit `fuzzy:` and the reason."""
    return {
        "kept": translate("unchanged"),
        "new": translate("new"),
        "renewed": translate("untranslated with a new source"),
        "typography": translate("only typography changed"),
        "minor": translate("declared minor"),
        "returned": translate("source as before"),
        "confirmed": translate("confirmed by a translator"),
        "waiting": translate("waiting for the pivot"),
        "taken": translate("taken from the parallel section"),
        "turned": translate("taken from the former original"),
        "moved": translate("moved"),
        "restored": translate("restored"),
        "retired": translate("obsolete"),
        "aside": translate("a second translation kept as obsolete"),
        "dropped": translate("gone, never translated"),
        "fuzzy:": translate("fuzzy"),
        "fuzzy:source-changed": translate("fuzzy (source changed)"),
        "fuzzy:split": translate("fuzzy (split)"),
        "fuzzy:joined": translate("fuzzy (joined)"),
        "fuzzy:suggested": translate("fuzzy (suggested)"),
        "fuzzy:conflict": translate("fuzzy (conflict)"),
        "fuzzy:marked": translate("fuzzy (marked)"),
        "fuzzy:aligned": translate("fuzzy (aligned)"),
    }
