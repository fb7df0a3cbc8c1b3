"""What the page of the status tells, and the names of languages and places in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from msgspec import Struct

from assembler.catalog.status import LanguageTally, Listed, Part
from assembler.language import load as languages
from assembler.report.html.elements import Html, element


class Page(Struct, frozen=True):
    """What the page tells. `title` is the submission's, in the language `original`; all else is by language.

    `revision` is named where the entries are only those that changed since. `without_id` counts the texts that are in no
    number, for want of an ID.
    """

    title: str
    original: str
    tallies: Mapping[str, LanguageTally]
    entries: Mapping[str, Sequence[Listed]]
    parts: Sequence[Part] = ()
    revision: str = ""
    without_id: int = 0


def tag(code: str) -> str | None:
    """The language tag of texts; None where the language is not known."""
    return languages.load(code).tag if code in languages.known() else None


def own_name(code: str) -> Html:
    """A language by its own name."""
    return element("span", languages.load(code).name, lang=tag(code))


def anchor(code: str, section: str) -> str:
    """The name of a group in the page, fit for a link."""
    return quote(f"{code}.{section}", safe="")
