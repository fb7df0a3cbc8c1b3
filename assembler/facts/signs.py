"""What is written alike in every language: web addresses, e-mail addresses, symbols of documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assembler.facts.model import Fact

_URL = re.compile(r"(?:https?://|(?<![\w.@])www\.)[^\s<>«»“”„\"{}|\\^`\x00\ue000-\uf8ff]+", re.IGNORECASE)
_EMAIL = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_SYMBOL = re.compile(r"(?<![\w/.])[A-ZАСЕНКОРТМВХІ]{1,8}(?:\.\d+)?(?:/[\w.()‑-]+){2,}")
_LATIN = str.maketrans("АСЕНКОРТМВХІ‑", "ACEHKOPTMBXI-")
_STOPS = ".,;:!?'’"


def addresses(text: str, languages: frozenset[str]) -> Iterator[Fact]:
    """URLs and e-mail addresses. `languages` are the parts of a path that only say in which language a page is."""
    if "@" in text:
        for found in _EMAIL.finditer(text):
            yield Fact("email", found[0].lower(), found.start(), found.end())
    if "://" in text or "www." in text.lower():
        for found in _URL.finditer(text):
            written = trimmed(found[0])
            yield Fact("url", address(written, languages), found.start(), found.start() + len(written))


def trimmed(url: str) -> str:
    """An address without the stop of the sentence around it, and without a bracket that it did not open."""
    while url and (
        url[-1] in _STOPS or (url[-1] in ")]" and url.count(url[-1]) > url.count("(["[")]".index(url[-1])]))
    ):
        url = url[:-1]
    return url


def address(url: str, languages: frozenset[str]) -> str:
    """An address as it is compared: without scheme, `www.`, last slash; `*` for what says only the language: a part of
    the path, or what stands before the domain (`en.example.org`, not `example.en`)."""
    rest = re.sub(r"^(?:https?://)?(?:www\.)?", "", url, flags=re.IGNORECASE).rstrip("/")
    host, slash, path = rest.partition("/")
    first, dot, domain = host.partition(".")
    parts = (*((first, dot, domain) if "." in domain else (host,)), slash, *re.split(r"([/.=?&])", path))
    return "".join("*" if part.lower() in languages else part for part in parts)


def symbols(text: str) -> Iterator[Fact]:
    """Symbols of United Nations documents: `CCPR/C/KAZ/CO/2`."""
    if text.count("/") < 2:
        return
    for found in _SYMBOL.finditer(text):
        written = trimmed(found[0])
        if written.count("/") >= 2 and any(each.isdigit() for each in written):
            yield Fact("symbol", written.translate(_LATIN).upper(), found.start(), found.start() + len(written))
