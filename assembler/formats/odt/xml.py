"""The little of XML that writing strings needs: escaping, namespaces, and what a part begins with."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import quote

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

VERSION = "1.3"
"""Of OpenDocument."""

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"

MANIFEST = f"{_OASIS}:manifest:1.0"
CONFIG = f"{_OASIS}:config:1.0"

NAMESPACES = {
    "office": f"{_OASIS}:office:1.0",
    "style": f"{_OASIS}:style:1.0",
    "text": f"{_OASIS}:text:1.0",
    "table": f"{_OASIS}:table:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}:svg-compatible:1.0",
    "meta": f"{_OASIS}:meta:1.0",
    "config": CONFIG,
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
    "ooow": "http://openoffice.org/2004/writer",
    "ooo": "http://openoffice.org/2004/office",
}

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML document may hold, escaped or not."""


def part(root: str, inner: str) -> str:
    """A whole part of the package: `inner` inside `office:<root>`."""
    namespaces = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
    return f'{DECLARATION}<office:{root}{namespaces} office:version="{VERSION}">{inner}</office:{root}>'


_MARKUP = re.compile(f'[&<>"\n\t{ILLEGAL.pattern[1:]}')


def escape(text: str) -> str:
    """`text` as the content of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """`text` as the value of an attribute in double quotes; characters that XML forbids are left out."""
    if not _MARKUP.search(text):
        return text
    return escape(ILLEGAL.sub("", text)).replace('"', "&quot;").replace("\n", " ").replace("\t", " ")


def address(target: str) -> str:
    """An address outside as the value of `xlink:href`: what no address may hold is percent-encoded."""
    return attribute(quote(target, safe="%/:?#@!$&'()*+,;=~-._"))


@cache
def name(display: str) -> str:
    """A style's display name as the name that OpenDocument files know it by: `Text body` is `Text_20_body`."""
    return re.sub(r"[^\w.\-]", lambda found: f"_{ord(found[0]):x}_", display, flags=re.ASCII)
