"""What a part begins with, and the names of styles and addresses as they stand in it."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import quote

from assembler.formats import markup

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
    "draw": f"{_OASIS}:drawing:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "ooow": "http://openoffice.org/2004/writer",
    "ooo": "http://openoffice.org/2004/office",
}


def part(root: str, inner: str) -> str:
    """A whole part of the package: `inner` inside `office:<root>`."""
    return "".join(long_part(root, [inner]))


def long_part(root: str, inner: list[str]) -> list[str]:
    """The same in pieces."""
    namespaces = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
    begin = f'{DECLARATION}<office:{root}{namespaces} office:version="{VERSION}">'
    return [begin, *inner, f"</office:{root}>"]


def address(target: str) -> str:
    """An address outside as the value of `xlink:href`: what no address may hold is percent-encoded."""
    return markup.attribute(quote(target, safe="%/:?#@!$&'()*+,;=~-._"))


@cache
def name(display: str) -> str:
    """A style's display name as the name that OpenDocument files know it by: `Text body` is `Text_20_body`."""
    return re.sub(r"[^\w.\-]", lambda found: f"_{ord(found[0]):x}_", display, flags=re.ASCII)
