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
    Phrase("invalid enum value '{word}'"),
)
NO_SUCH_WORD = Phrase("“{word}” is none of the words that are known here")
KINDS = {
    "str": Phrase("text in quotation marks"),
    "bool": Phrase("true or false without quotation marks"),
    "int": Phrase("a whole number"),
    "float": Phrase("a number"),
    "array": Phrase("a list in square brackets"),
    "object": Phrase("a table"),
    "null": Phrase("nothing"),
}
"""What msgspec calls the kinds of values, as people write them in TOML."""
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


def _kind(said: str) -> str | Phrase:
    """`str | object` in words; anything else as it is."""
    names = said.strip("`").split(" | ")
    if not all(name in KINDS for name in names):
        return said
    first, *others = [KINDS[name] for name in names]
    for each in others:
        first = phrase("{one} or {other}", one=first, other=each)
    return first


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
            gaps = {name: _kind(value) for name, value in found.groupdict().items()}
            return phrase(NO_SUCH_WORD.template if "word" in gaps else each.template, **gaps)
    return phrase("{words}", words=said)
