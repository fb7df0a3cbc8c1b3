"""Why others could not do it: what the TOML reader, msgspec and the operating system say, as phrases.

They speak English only. Their sentences are known here by their form, so that the interface can say them in its
language; one that is not known stays as it is.
"""

from __future__ import annotations

import re

from assembler.findings import Phrase, phrase

TOML = (
    Phrase("invalid statement"),
    Phrase("expected newline or end of document after a statement"),
    Phrase("expected {wanted}"),
    Phrase("found invalid character {sign}"),
    Phrase("cannot declare {key} twice"),
    Phrase("cannot overwrite a value"),
    Phrase("expected ']' at the end of a table declaration"),
    Phrase("expected ']]' at the end of an array declaration"),
    Phrase("cannot mutate immutable namespace {key}"),
    Phrase("cannot redefine namespace {key}"),
    Phrase("expected '=' after a key in a key/value pair"),
    Phrase("invalid initial character for a key part"),
    Phrase("unclosed array"),
    Phrase("unclosed inline table"),
    Phrase("duplicate inline table key {key}"),
    Phrase("unescaped '\\' in a string"),
    Phrase("invalid hex value"),
    Phrase("escaped character is not a Unicode scalar value"),
    Phrase("illegal character {sign}"),
    Phrase("invalid date or datetime"),
    Phrase("invalid value"),
)
UNCLOSED = Phrase("a quotation mark is missing at the end of the text")
MEANT = {"illegal character '\\n'": UNCLOSED, "unterminated string": UNCLOSED}
"""What authors did where TOML's own words do not say it."""

VALUES = (
    Phrase("expected {wanted}, got {found}"),
    Phrase("expected `str` matching regex {pattern}"),
    Phrase("invalid enum value {value}"),
)
SYSTEM = (
    Phrase("no such file or directory"),
    Phrase("permission denied"),
    Phrase("operation not permitted"),
    Phrase("is a directory"),
    Phrase("not a directory"),
    Phrase("file exists"),
    Phrase("file name too long"),
    Phrase("no space left on device"),
    Phrase("disk quota exceeded"),
    Phrase("file too large"),
    Phrase("read-only file system"),
    Phrase("input/output error"),
)


def _form(template: str) -> re.Pattern[str]:
    """The sentences that a template can become."""
    pieces = re.split(r"\{(\w+)\}", template)
    return re.compile("".join(f"(?P<{each}>.+)" if odd % 2 else re.escape(each) for odd, each in enumerate(pieces)))


def reason(message: str) -> Phrase:
    """What was said, beginning with a small letter, as the phrase that it is one occasion of."""
    said = message[:1].lower() + message[1:]
    if said in MEANT:
        return MEANT[said]
    plain = [each for each in (*TOML, *VALUES, *SYSTEM) if each.template == said]
    if plain:
        return plain[0]
    for each in (*VALUES, *TOML):
        if found := _form(each.template).fullmatch(said):
            return phrase(each.template, **found.groupdict())
    return phrase("{words}", words=said)
