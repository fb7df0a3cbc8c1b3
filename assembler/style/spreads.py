"""A style sheet for versions side by side: the page turned where there are many, boxes that fill their cell, and how
wide columns are. The same for every format."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from msgspec.structs import asdict, replace

from assembler.document import walk
from assembler.document.model import Div, Figure, Table, Version, Words
from assembler.style.model import Colour, Page, ParagraphLook, Roles, StyleSheet

INSIDE = 2
"""Millimetres that the words of a box keep from the edge of its ground."""

LOW = 0.5
"""How much of the room between the parts of a cover is left on a page that lies."""


def side_by_side(sheet: StyleSheet, columns: int) -> StyleSheet:
    """The sheet for so many columns, in every language."""
    variants = {code: _side_by_side(variant, columns) for code, variant in sheet.languages.items()}
    return replace(_side_by_side(sheet, columns), languages=variants)


def _side_by_side(sheet: StyleSheet, columns: int) -> StyleSheet:
    roles = _without_rules(sheet.roles)
    if columns < sheet.versions.landscape_from:
        return replace(sheet, roles=roles)
    return replace(sheet, page=turned(sheet.page), roles=_low_cover(roles))


def turned(page: Page) -> Page:
    """A page as landscape; its margins turn with it, but header and footer stay above and below the text."""
    if page.width > page.height:
        return page
    return replace(page, width=page.height, height=page.width)


def _low_cover(roles: Roles) -> Roles:
    """A cover for a page that is wider than high: less room between its parts, so that it stays one page."""

    def low(look: ParagraphLook) -> ParagraphLook:
        return replace(look, before=_share(look.before), after=_share(look.after))

    return replace(
        roles, title=low(roles.title), subtitle=low(roles.subtitle), cover_group=low(roles.cover_group)
    )  # fmt: skip


def _share(points: float | None) -> float | None:
    return None if points is None else points * LOW


def _without_rules(roles: Roles) -> Roles:
    """Boxes whose paragraphs stand as plain text does: their cell has the ground."""
    left = roles.body.left

    def plain(look: ParagraphLook) -> ParagraphLook:
        return replace(
            look,
            left=left,
            right=max(look.right or 0, INSIDE),
            shading=None,
            rule_left=None,
            rule_above=None,
            rule_below=None,
        )

    return replace(
        roles,
        recommendation=plain(roles.recommendation),
        recommendation_label=plain(roles.recommendation_label),
        example=plain(roles.example),
        example_label=plain(roles.example_label),
    )


def grounds(sheet: StyleSheet) -> dict[str, Colour]:
    """The colour behind a cell that a box has for itself, by the name of the box."""
    versions = sheet.versions
    wanted = {"recommendation": versions.recommendation_shading, "example": versions.example_shading}
    return {box: colour for box, colour in wanted.items() if colour is not None}


def box_of(version: Version[Words]) -> str:
    """The name of the container that is all there is in a version; empty where there is none."""
    match version.blocks:
        case (Div() as box,):
            return box.name
        case _:
            return ""


def ground(sheet: StyleSheet, version: Version[Words]) -> Colour | None:
    """The colour behind a cell."""
    return grounds(sheet).get(box_of(version))


Rows: TypeAlias = Sequence[tuple[Version[Words], ...]]


def room_above(sheet: StyleSheet, rows: Rows, position: int) -> float:
    """Points above the words of a row: below a box its room, for the ground ends only where the row does."""
    follows_box = position > 0 and _has_ground(sheet, rows[position - 1])
    return sheet.boxes.after if follows_box and not _has_ground(sheet, rows[position]) else 0


def _has_ground(sheet: StyleSheet, row: tuple[Version[Words], ...]) -> bool:
    return any(ground(sheet, version) for version in row)


def is_whole(row: tuple[Version[Words], ...]) -> bool:
    """Whether a row must not break across pages: a table in a cell would be torn apart, a figure from its caption."""
    return any(isinstance(block, Table | Figure) for version in row for block in walk.every_block(version.blocks))


def begins_with_table(version: Version[Words]) -> bool:
    """Whether a table without a caption comes first: what marks the language cannot stand in its header, which may have
    a ground in the same colour."""
    match version.blocks:
        case (Table(caption=None, number=None), *_):
            return True
        case (Div(blocks=(Table(caption=None, number=None), *_)), *_):
            return True
        case _:
            return False


def version_heading(roles: Roles, heading: ParagraphLook) -> ParagraphLook:
    """The look of a heading of this level in a version that is not in the contents."""
    own = {name: value for name, value in asdict(roles.version_heading).items() if value is not None}
    return replace(heading, **own)


def column_width(sheet: StyleSheet, columns: int) -> float:
    """Millimetres of text in each of so many columns."""
    return (sheet.page.text_width - sheet.versions.gutter * (columns - 1)) / columns


def paddings(gutter: float, position: int, columns: int) -> tuple[float, float]:
    """Millimetres at the left and the right of a column's text: half a gutter, nothing at the margins of the page."""
    return (gutter / 2 if position else 0), (gutter / 2 if position < columns - 1 else 0)
