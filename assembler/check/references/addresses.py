"""Addresses in the web that lead nowhere: broken by spaces, shortened, mistyped, without what a browser needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assembler.check.rule import Example, Family, Hit, InText, Passage, Rule
from assembler.findings import Kind, Severity

SPACED = Kind(
    "url-with-space",
    Severity.WARNING,
    "The address “{address}” goes on after a space.",
    "Take the space out; if the line must break there, the edition sees to it.",
)
NO_SCHEME = Kind(
    "url-without-scheme",
    Severity.INFO,
    "The address “{address}” does not begin with https:// or http://.",
    "Write it as the browser shows it when it is copied.",
)
SHORTENED = Kind(
    "url-shortened",
    Severity.WARNING,
    "The address “{address}” is shortened.",
    "Write all of it; nobody can follow this one.",
)
LETTERS = Kind(
    "url-letters",
    Severity.WARNING,
    "The address “{address}” has letters that addresses are not written in.",
    "Copy it anew from the browser: is a letter mistyped, or is it to be written with %?",
)
BROKEN = Kind(
    "url-broken",
    Severity.WARNING,
    "“{address}” is no address that can be followed.",
    "Copy it anew from the browser.",
)
_LETTERS = r"[^\s<>“”«»\"\ue000-\ue002]"
_ADDRESS = re.compile(rf"(?:https?://|(?<![\w@./-])www\d?\.){_LETTERS}*")
_TOKEN = re.compile(rf"[ \u00a0]+({_LETTERS}+)")
_GOES_ON = re.compile(r"[=&?#%][\w%]|-[a-z]+-|/[\w%]|[\w%]+&\w+=")
_PIECE = re.compile(
    r"(?=[^(]*[A-Za-z])[\w%.~-]*(?:\d\w*|_\w+|/\S*|\?\S*|=\S*|\w-\w+-\w+|\.(?:html?|php|pdf|docx?|aspx?|jsp)\b\S*)\W*$"
)
_NAME_GOES_ON = re.compile(r"[a-z]{2,5}/|(?:html?|php|pdf|docx?|aspx?|jsp)\b")
_SUFFIXES = "org|com|net|int|info|gov|edu|eu|kz|ru|su|ua|kg|uz|by"
_BARE = re.compile(
    rf"(?<![\w@./:-])(?:www\d?\.[\w-]+(?:\.[\w-]+)+(?:/{_LETTERS}*)?|[\w-]+(?:\.[\w-]+)*\.(?:{_SUFFIXES})/{_LETTERS}+)"
)
_CUT = re.compile(rf"(?:https?://|www\d?\.){_LETTERS}*?(?:\.\.\.|…){_LETTERS}*")
_MISTYPED = re.compile(
    rf"(?<!\S)/https?://{_LETTERS}+|https?:[/\\]{{2}}https?:{_LETTERS}*|\b(?:htpp|htttp|http//){_LETTERS}+"
    rf"|https?:/(?!/){_LETTERS}+|https?:\s+//\s*{_LETTERS}+|https?://[ \u00a0]+{_LETTERS}+|www\.[ \u00a0]+\w{_LETTERS}*"
)


def _has_address(text: str) -> bool:
    return "http" in text or "www" in text


def _spaced(passage: Passage) -> Iterator[Hit]:
    text = passage.prose.text
    if not _has_address(text):
        return
    for found in _ADDRESS.finditer(text):
        end = found.end()
        while (token := _TOKEN.match(text, end)) and _belongs(text[found.start() : end], token[1]):
            end = token.end()
        if end > found.end():
            address = text[found.start() : end].rstrip(".,;)")
            yield Hit(found.start(), found.start() + len(address), {"address": address})


def _belongs(address: str, piece: str) -> bool:
    """Whether a piece after a space is the rest of the address before it."""
    last = address[-1]
    if last in ",;)]":
        return False
    if _GOES_ON.match(piece):
        return True
    match last:
        case "/" | "_" | "?" | "=" | "&":
            return _PIECE.match(piece) is not None
        case ".":
            return _NAME_GOES_ON.match(piece) is not None
        case "-":
            return piece[0].islower()
        case "%":
            return re.match(r"[0-9a-fA-F]{2}", piece) is not None
        case _:
            return False


def _bare(passage: Passage) -> Iterator[Hit]:
    """In running text a site is often called by its name, and needs no scheme there."""
    text = passage.prose.text
    if "/" not in text and "www" not in text:
        return
    for found in _BARE.finditer(text):
        address = found[0].rstrip(".,;)")
        cited = passage.role == "note" or "/" in address or text[: found.start()].rstrip().endswith(("URL:", "URL"))
        if cited:
            yield Hit(found.start(), found.start() + len(address), {"address": address})


def _shortened(passage: Passage) -> Iterator[Hit]:
    if _has_address(passage.prose.text):
        for found in _CUT.finditer(passage.prose.text):
            yield Hit(found.start(), found.end(), {"address": found[0]})


_FOREIGN_WORD = re.compile(r"(?<![A-Za-z])(?![A-Za-z])[^\W\d_]+(?![A-Za-z])")


def _letters(passage: Passage) -> Iterator[Hit]:
    """A name that is in another script as a whole is one that somebody registered; of a letter in a word of another
    script `mixed-scripts` speaks."""
    text = passage.prose.text
    if not _has_address(text) or text.isascii():
        return
    for found in _ADDRESS.finditer(text):
        address = found[0].rstrip(".,;)…")
        host, _, path = address.removeprefix("https://").removeprefix("http://").partition("/")
        if host.isascii() and _FOREIGN_WORD.search(path):
            yield Hit(found.start(), found.start() + len(address), {"address": address})


def _broken(passage: Passage) -> Iterator[Hit]:
    if any(sign in passage.prose.text for sign in ("htt", "htp", "www")):
        for found in _MISTYPED.finditer(passage.prose.text):
            yield Hit(found.start(), found.end(), {"address": found[0]})


RULES = (
    Rule(
        SPACED,
        Family.REFERENCES,
        InText(_spaced, frozenset("/w")),
        "Word processors and PDF files break long addresses with spaces, and the link ends there.",
        fires=(
            Example(
                "en", ("URL: http://adilet.zan.kz/rus/docs/ K950001000", "http://adilet.zan. kz/ rus/ docs/Z07\\_")
            ),
            Example("en", ("https://a.org/Download.aspx?Symbolno =CERD%2fC% 2fKAZ&Lang=en",)),
            Example("ru", ("https://a.kz/wp-content/reform-RU\\_ reduced.pdf",)),
        ),
        quiet=(
            Example(
                "en", ("See http://a.org/docs/K95 Before 2007, and https://b.org/ The court; http://c.org. See 12/13",)
            ),
            Example("ru", ("<https://a.kz/docs/Z07_> (дата обращения: 5 мая 2014 года) // Әділет",)),
        ),
    ),
    Rule(
        NO_SCHEME,
        Family.REFERENCES,
        InText(_bare, frozenset("/w")),
        "Without its beginning a program does not make a link of it.",
        fires=(
            Example("en", ("URL: www.bureau.kz", "See www2.ohchr.org/english/bodies/x.doc")),
            Example("ru", ("www.bureau.kz",), roles=("note",)),
        ),
        quiet=(Example("en", ("the sites www.itau.kz and Tengrinews.kz, http://www.a.kz/b, a@b.org, CCPR/C/KAZ",)),),
    ),
    Rule(
        SHORTENED,
        Family.REFERENCES,
        InText(_shortened, frozenset("/w")),
        "Programs shorten addresses for show; what is copied from there leads nowhere.",
        fires=(Example("en", ("www2.ohchr.org/bodies/cerd/.../CERD.doc", "https://a.org/b…")),),
        quiet=(Example("en", ("https://a.org/b, and so on ...",)),),
    ),
    Rule(
        LETTERS,
        Family.REFERENCES,
        InText(_letters, frozenset("/w")),
        "A Cyrillic letter in an address that looks Latin leads nowhere; others are lost in e-mail.",
        fires=(Example("en", ("http://a.org/docs/право.doc",)), Example("ru", ("http://a.org/317-право",))),
        quiet=(
            Example(
                "ru", ("http://президент.рф/право и http://a.org/x", "http://a.org, право", "http://a.org/x\\_ru.doс")
            ),
        ),
    ),
    Rule(
        BROKEN,
        Family.REFERENCES,
        InText(_broken, frozenset("/w")),
        "A slash or letter too many is not seen, and the link fails.",
        fires=(Example("en", ("URL: /http://www.nomad.su/?a=3", "http:/a.org", "http:// www.a.org", "www. a.org")),),
        quiet=(Example("en", ("URL: http://www.nomad.su/?a=3, https://a.org",)),),
    ),
)
