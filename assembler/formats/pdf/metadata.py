"""The marks that a PDF bears of the machine on which it was made, and their removal.

LibreOffice writes its name and version, the moment and the time zone of the export into the file, and an identifier
that changes with them. They are overwritten in place, byte for byte, because everything else in a PDF is found by its
distance from the beginning. What is left says what the document is: its title, its language, that it is tagged. Two
exports of one edition by one version of LibreOffice are then the same file.
"""

from __future__ import annotations

import hashlib
import re

MARKS = re.compile(
    rb"/(?:Creator|Producer|CreationDate|ModDate|Author) ?(?:<[0-9A-Fa-f\s]*>|\((?:[^()\\]|\\.)*\))"
    rb"|<(?P<name>pdf:Producer|xmp:CreatorTool|xmp:(?:Create|Modify|Metadata)Date|dc:date)>.*?</(?P=name)>",
    re.DOTALL,
)
"""In the dictionary of information, and as XML in the metadata."""

IDENTIFIERS = re.compile(rb"/ID ?\[ ?<([0-9A-Fa-f]{32})>\s*<([0-9A-Fa-f]{32})>|/DocChecksum ?/([0-9A-Fa-f]{32})")


def without_marks(pdf: bytes) -> bytes:
    """The same file without the marks, of the same length; its identifier is made of its content."""
    plain = MARKS.sub(lambda found: _blank(found[0]), pdf)
    neutral = IDENTIFIERS.sub(lambda found: _identified(found, b"0" * 32), plain)
    identifier = hashlib.md5(neutral, usedforsecurity=False).hexdigest().upper().encode("ascii")
    return IDENTIFIERS.sub(lambda found: _identified(found, identifier), neutral)


def _blank(mark: bytes) -> bytes:
    return re.sub(rb"[^\n]", b" ", mark)


def _identified(found: re.Match[bytes], identifier: bytes) -> bytes:
    return re.sub(rb"[0-9A-Fa-f]{32}", identifier, found[0])
