"""What the styles of a DOCX file say of paragraphs and runs, along the styles that they are based on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from assembler.formats.foreign.docx.parts import W, child, number, switch, value

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST = 30
"""Styles that are based on each other; a circle is cut there."""
NO_OUTLINE = 9
TWIPS = 1440 / 25.4
_HEADING = re.compile(r"heading\s*([1-9])", re.IGNORECASE)
TOGGLES = {"b": "bold", "i": "italic", "caps": "capitals", "smallCaps": "small", "strike": "struck",
           "dstrike": "struck", "vanish": "hidden"}  # fmt: skip


class Run(Struct, frozen=True, gc=False):
    """How letters look; None where nothing is said. `raised` is `superscript`, `subscript` or empty."""

    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    small: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None
    underlined: bool | None = None
    raised: str | None = None
    size: float | None = None
    language: str | None = None

    def under(self, other: Run) -> Run:
        """With what `other`, which is nearer to the text, says in place of it."""
        said = {name: found for name in self.__struct_fields__ if (found := getattr(other, name)) is not None}
        return replace(self, **said) if said else self


class Look(Struct, frozen=True, gc=False):
    """What a paragraph's style makes of it. `numbering` is a list's id (empty: none said, `0`: none)."""

    name: str = ""
    outline: int | None = None
    numbering: str = ""
    level: int | None = None
    alignment: str = ""
    left: int | None = None
    run: Run = Run()

    def under(self, other: Look) -> Look:
        """With what a style that is based on this one, or the paragraph itself, says in place of it."""
        return Look(
            name=other.name or self.name,
            outline=self.outline if other.outline is None else other.outline,
            numbering=other.numbering or self.numbering,
            level=self.level if other.level is None else other.level,
            alignment=other.alignment or self.alignment,
            left=self.left if other.left is None else other.left,
            run=self.run.under(other.run),
        )


class Styles:
    """The styles by id. `paragraph("")` is that of paragraphs that name none."""

    def __init__(self, root: _Element | None) -> None:
        self._elements = {value(each, "styleId"): each for each in _styles(root)}
        self._looks: dict[str, Look] = {}
        defaults = child(root, "docDefaults", "rPrDefault", "rPr")
        self._basis = Look(run=run(defaults))
        named = (id for id, each in self._elements.items() if value(each, "default") in ("1", "true", "on"))
        self._default = next((id for id in named if value(self._elements[id], "type") == "paragraph"), "")

    def paragraph(self, id: str) -> Look:
        """What a paragraph of this style looks like."""
        return self._basis.under(self._own(id if id in self._elements else self._default))

    def character(self, id: str) -> Run:
        """What a character style says."""
        return self._own(id).run if id in self._elements else Run()

    def name(self, id: str) -> str:
        return value(child(self._elements.get(id), "name"))

    def _own(self, id: str, depth: int = 0) -> Look:
        if id not in self._looks:
            element = self._elements.get(id)
            if element is None or depth > DEEPEST:
                return Look()
            basis = self._own(value(child(element, "basedOn")), depth + 1)
            name = value(child(element, "name"))
            said = look(child(element, "pPr"), run(child(element, "rPr")))
            if said.outline is None and (found := _HEADING.fullmatch(name)):
                said = replace(said, outline=int(found[1]) - 1)
            self._looks[id] = basis.under(replace(said, name=name))
        return self._looks[id]


def _styles(root: _Element | None) -> Iterator[_Element]:
    return iter(()) if root is None else root.iter(f"{W}style")


NOTHING = Run()


def look(properties: _Element | None, own: Run = NOTHING) -> Look:
    """What a paragraph's properties say."""
    if properties is None:
        return Look(run=own)
    outline = child(properties, "outlineLvl")
    numbering = child(properties, "numPr")
    level = value(child(numbering, "ilvl"))
    indent = child(properties, "ind")
    left = value(indent, "left") or value(indent, "start")
    return Look(
        outline=number(value(outline), NO_OUTLINE) if outline is not None else None,
        numbering=value(child(numbering, "numId")),
        level=number(level) if level else None,
        alignment=value(child(properties, "jc")),
        left=number(left) if left else None,
        run=own,
    )


def run(properties: _Element | None) -> Run:
    """What a run's properties say."""
    if properties is None:
        return Run()
    said: dict[str, bool | str | float | None] = {}
    for tag, name in TOGGLES.items():
        if (on := switch(child(properties, tag))) is not None:
            said[name] = on or bool(said.get(name))
    underline = child(properties, "u")
    if underline is not None:
        said["underlined"] = value(underline) not in ("", "none")
    raised = child(properties, "vertAlign")
    if raised is not None:
        said["raised"] = value(raised) if value(raised) in ("superscript", "subscript") else ""
    if size := value(child(properties, "sz")):
        said["size"] = number(size) / 2
    if language := value(child(properties, "lang")):
        said["language"] = language
    return Run(**said)  # type: ignore[arg-type]
