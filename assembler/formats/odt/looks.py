"""Looks of the style sheet as OpenDocument's text and paragraph properties.

A rule at the side pushes the text in, so its room is taken off the margin: text stands where the sheet says, rule or
not. In a box (a paragraph with a rule or a ground of its own) the room between paragraphs is padding, not margin, so
that the rule runs through from the first paragraph to the last.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from assembler.formats.odt import xml
from assembler.formats.odt.measures import MILLIMETRES_IN_POINT, mm, percent, pt
from assembler.style.model import CharacterLook, ParagraphLook, Rule, StyleSheet

UNDERLINES = {
    "none": ("none", ""),
    "single": ("solid", ""),
    "double": ("solid", "double"),
    "dotted": ("dotted", ""),
    "dashed": ("dash", ""),
    "wavy": ("wave", ""),
}
ALIGNMENTS = {"left": "start", "right": "end", "center": "center", "justify": "justify"}


class Box(Struct, frozen=True):
    """A container that is seen: the look of its paragraphs, and where its text begins, in millimetres."""

    look: ParagraphLook
    left: float

    @property
    def edge(self) -> float:
        """Where its rule stands, in millimetres."""
        rule = self.look.rule_left
        return self.left - (_room(rule) if rule is not None else 0)


def is_boxed(look: ParagraphLook) -> bool:
    return look.rule_left is not None or look.shading is not None


def text_properties(look: CharacterLook, sheet: StyleSheet, more: str = "") -> str:
    """`<style:text-properties>` of a look, empty when it says nothing; `more` are further attributes."""
    attributes = "".join(_text_attributes(look, sheet)) + more
    return f"<style:text-properties{attributes}/>" if attributes else ""


def _text_attributes(look: CharacterLook, sheet: StyleSheet) -> Iterator[str]:
    if look.font is not None:
        yield f' style:font-name="{xml.attribute(sheet.family(look.font))}"'
    if look.size is not None:
        yield f' fo:font-size="{pt(look.size)}"'
    if look.bold is not None:
        yield f' fo:font-weight="{"bold" if look.bold else "normal"}"'
    if look.italic is not None:
        yield f' fo:font-style="{"italic" if look.italic else "normal"}"'
    if look.underline is not None:
        yield _underline(look.underline)
    if look.superscript is not None:
        yield f' style:text-position="{"super 58%" if look.superscript else "0% 100%"}"'
    if look.colour is not None:
        yield f' fo:color="{look.colour.lower()}"'
    if look.background is not None:
        yield f' fo:background-color="{look.background.lower()}"'
    if isinstance(look, ParagraphLook) and look.hyphenate is not None:
        yield f' fo:hyphenate="{"true" if look.hyphenate and sheet.page.hyphenation else "false"}"'


def _underline(kind: str) -> str:
    style, type = UNDERLINES[kind]
    doubled = f' style:text-underline-type="{type}"' if type else ""
    width = ' style:text-underline-width="auto" style:text-underline-color="font-color"' if style != "none" else ""
    return f' style:text-underline-style="{style}"{doubled}{width}'


def paragraph_properties(look: ParagraphLook, *, box: Box | None = None, inner: str = "") -> str:
    """`<style:paragraph-properties>` of a look, `inner` inside; `box` is the one it stands in, if not its own."""
    boxed = is_boxed(look)
    left, first = look.left or 0, look.first or 0
    standing = box_place(box or Box(look, left), left, first) if boxed else _place(look)
    room = box_room(look.before or 0, look.after or 0) if boxed else _room_around(look)
    attributes = room + standing + "".join(_paragraph_attributes(look))
    return f"<style:paragraph-properties{attributes}>{inner}</style:paragraph-properties>" if attributes + inner else ""


def _paragraph_attributes(look: ParagraphLook) -> Iterator[str]:
    if look.line is not None:
        yield f' fo:line-height="{percent(look.line)}"'
    if look.right is not None:
        yield f' fo:margin-right="{mm(look.right)}"'
    if look.align is not None:
        yield f' fo:text-align="{ALIGNMENTS[look.align]}"'
    if look.keep_with_next is not None:
        yield f' fo:keep-with-next="{"always" if look.keep_with_next else "auto"}"'
    if look.keep_together is not None:
        yield f' fo:keep-together="{"always" if look.keep_together else "auto"}"'
    if look.page_break_before is not None:
        yield f' fo:break-before="{"page" if look.page_break_before else "auto"}"'
    if look.widow_control is not None:
        yield ' fo:widows="2" fo:orphans="2"' if look.widow_control else ' fo:widows="0" fo:orphans="0"'
    if look.shading is not None:
        yield f' fo:background-color="{look.shading.lower()}"'
    yield from _rules(look)


def _rules(look: ParagraphLook) -> Iterator[str]:
    if look.rule_left is not None:
        yield f' fo:border-left="{line(look.rule_left.weight, look.rule_left.colour)}"'
    for side, rule in (("top", look.rule_above), ("bottom", look.rule_below)):
        if rule is not None:
            yield f' fo:border-{side}="{line(rule.weight, rule.colour)}"'
            yield "" if is_boxed(look) else f' fo:padding-{side}="{pt(rule.gap)}"'


def line(weight: float, colour: str) -> str:
    """A rule or border, `none` when it has no weight."""
    return f"{pt(weight)} solid {colour.lower()}" if weight else "none"


def place(left: float, first: float) -> str:
    """Where a paragraph stands: its indent and its first line's beyond that, in millimetres."""
    return f' fo:margin-left="{mm(left)}" fo:text-indent="{mm(first)}"'


def _place(look: ParagraphLook) -> str:
    return "" if look.left is None and look.first is None else place(look.left or 0, look.first or 0)


def box_place(box: Box, left: float, first: float) -> str:
    """The same for a paragraph in a box: its rule where the box has it, its text at `left`."""
    rule, hang = box.look.rule_left, min(first, 0)
    weight = rule.weight * MILLIMETRES_IN_POINT if rule is not None else 0
    padding = max(left + hang - box.edge - weight, 0)
    return f'{place(box.edge - hang, first)} fo:padding-left="{mm(padding)}"'


def _room_around(look: ParagraphLook) -> str:
    above = f' fo:margin-top="{pt(look.before)}"' if look.before is not None else ""
    below = f' fo:margin-bottom="{pt(look.after)}"' if look.after is not None else ""
    return above + below


def box_room(before: float, after: float) -> str:
    """Room above and below inside a box, in points: padding, which the rule passes through."""
    return (
        ' fo:margin-top="0pt" fo:margin-bottom="0pt" style:join-border="false"'
        f' fo:padding-top="{pt(before)}" fo:padding-bottom="{pt(after)}"'
    )


def box_end(after: float) -> str:
    """What the last paragraph in a box changes: its room below is outside."""
    return f' fo:margin-bottom="{pt(after)}" fo:padding-bottom="0pt"'


def _room(rule: Rule) -> float:
    return (rule.gap + rule.weight) * MILLIMETRES_IN_POINT
