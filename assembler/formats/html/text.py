"""The little of HTML that writing strings needs: escaping, attributes, and which addresses a link may have."""

from __future__ import annotations

import re

ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that no HTML document may hold, escaped or not."""

SPECIAL = re.compile("[\x00-\x1f&<>\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that cannot stand in text as they are; most texts have none."""

SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp"})


def escape(text: str) -> str:
    """`text` as the content of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """`text` as the value of an attribute in double quotes; characters that HTML forbids are left out."""
    return escape(ILLEGAL.sub("", text)).replace('"', "&quot;").replace("\n", " ").replace("\t", " ")


def address(target: str) -> str:
    """An address as a browser takes it: blanks and quotes encoded, other letters as they are."""
    return "".join(f"%{ord(each):02X}" if each in ' "<>\\^`{|}' else each for each in target.strip())


def is_safe(target: str) -> bool:
    """Whether a link may lead there: not to what a browser would run."""
    found = SCHEME.match(ILLEGAL.sub("", target))
    return found is None or found[1].lower() in SAFE_SCHEMES
