"""Text as XML can hold it, for formats that are written as strings of XML."""

from __future__ import annotations

import re

_FORBIDDEN = "\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"

ILLEGAL = re.compile(f"[{_FORBIDDEN}]")
"""Characters that no XML document may hold, escaped or not."""

_IN_ATTRIBUTE = re.compile(f'[&<>"\t\n{_FORBIDDEN}]')


def is_plain(text: str) -> bool:
    """Whether a text can stand in a paragraph as it is for certain, as most can; the others must be looked at.

    What is printable has no control characters, and to ask that is far quicker than to search for them.
    """
    return text.isprintable() and "&" not in text and "<" not in text and ">" not in text


def escape(text: str) -> str:
    """`text` as the content of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def clean(text: str) -> str:
    """The same for text from elsewhere: characters that XML forbids are left out."""
    return escape(ILLEGAL.sub("", text))


def attribute(text: str) -> str:
    """`text` as the value of an attribute in double quotes; characters that XML forbids are left out."""
    if not _IN_ATTRIBUTE.search(text):
        return text
    return clean(text).replace('"', "&quot;").replace("\n", " ").replace("\t", " ")
