"""Fields of a DOCX file: what they show stays; links and contents are told by their codes.

A field begins, says its code, separates it from what it shows, and ends; the signs may stand in any runs, and a table
of contents goes over many paragraphs. Fields that do not end are closed where it does no harm.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assembler.formats.foreign import nodes
from assembler.formats.foreign.choice import Account
from assembler.formats.foreign.docx.parts import child, value
from assembler.formats.foreign.pieces import Piece, inlines, words
from assembler.formats.foreign.remarks import CONTENTS_LEFT_OUT, REFERENCE

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTENTS = frozenset({"TOC", "INDEX", "TOA"})
SILENT = frozenset({"XE", "TC", "TA", "RD", "SET", "PRIVATE"})
"""Marks for indexes, which show nothing."""
REFERENCES = frozenset({"REF", "PAGEREF", "NOTEREF"})
_ADDRESS = re.compile(r'HYPERLINK\s+(?:"(?P<address>[^"]*)"|(?P<bare>[^\s"\\]\S*))?(?:.*?\\l\s+"(?P<anchor>[^"]*)")?')


class _Field:
    def __init__(self, start: int) -> None:
        self.code = ""
        self.in_code = True
        self.start = start

    @property
    def name(self) -> str:
        found = self.code.split(maxsplit=1)
        return found[0].upper() if found else ""


class Fields:
    """The fields that are open while a part is read."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._open: list[_Field] = []

    @property
    def in_code(self) -> bool:
        """Whether what comes now is code, and not to be shown."""
        return any(each.in_code for each in self._open)

    @property
    def in_contents(self) -> bool:
        return any(not each.in_code and each.name in CONTENTS for each in self._open)

    def code(self, text: str) -> None:
        if self._open and self._open[-1].in_code:
            self._open[-1].code += text

    def sign(self, element: _Element, pieces: list[Piece]) -> None:
        match value(element, "fldCharType"):
            case "begin":
                self._open.append(_Field(len(pieces)))
                if (box := child(element, "ffData", "checkBox")) is not None:
                    pieces.append(Piece("☒" if _checked(box) else "☐"))
            case "separate" if self._open:
                self._open[-1].in_code = False
                self._open[-1].start = len(pieces)
            case "end" if self._open:
                field = self._open.pop()
                if not field.in_code:
                    pieces[field.start :] = self.shown(field.code, pieces[field.start :])

    def begin_paragraph(self) -> None:
        for each in self._open:
            each.start = 0

    def end_paragraph(self, pieces: list[Piece]) -> list[Piece]:
        """What is left of a paragraph's pieces when contents are taken out; codes that have not ended are given up."""
        self._open = [each for each in self._open if not each.in_code]
        contents = next((each for each in self._open if each.name in CONTENTS), None)
        return pieces if contents is None else pieces[: contents.start]

    def shown(self, code: str, pieces: list[Piece]) -> list[Piece]:
        """What a field with this code shows."""
        name = (code.split(maxsplit=1) or [""])[0].upper()
        if name in CONTENTS:
            self._account.remarks.add(CONTENTS_LEFT_OUT)
            return []
        if name in SILENT:
            return []
        if name in REFERENCES and words(pieces).strip():
            self._account.remarks.add(REFERENCE, words(pieces))
        if name == "HYPERLINK" and words(pieces).strip() and (target := _target(code)):
            return [Piece(node=nodes.link(inlines(pieces, without=frozenset({"Underline"})), target))]
        return pieces


def _target(code: str) -> str:
    found = _ADDRESS.match(code.strip())
    if found is None:
        return ""
    address = found["address"] or found["bare"] or ""
    anchor = found["anchor"] or ""
    return f"{address}#{anchor}" if anchor else address


def _checked(box: _Element) -> bool:
    checked, default = child(box, "checked"), child(box, "default")
    said = checked if checked is not None else default
    return said is not None and value(said) not in ("0", "false", "off")
