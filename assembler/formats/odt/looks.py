"""Looks of the style sheet as OpenDocument's text and paragraph properties.

A rule at the side pushes the text in, so its room is taken off the margin: text stands where the sheet says, rule or
not. LibreOffice keeps margins of one direction, and the rules of a paragraph, as one value each: where a style says
one of them it must say all, or the others are gone.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from assembler.formats import markup
from assembler.formats.odt.measures import MILLIMETRES_IN_POINT, grid, mm, percent, pt
from assembler.style.model import CharacterLook, ParagraphLook, StyleSheet

UNDERLINES = {
    "none": ("none", ""),
    "single": ("solid", ""),
    "double": ("solid", "double"),
    "dotted": ("dotted", ""),
    "dashed": ("dash", ""),
    "wavy": ("wave", ""),
}
ALIGNMENTS = {"left": "start", "right": "end", "center": "center", "justify": "justify"}
SIDES = {"left": "right", "right": "left"}


def alignment(align: str, *, right_to_left: bool) -> str:
    """Where lines stand. Left is where a line begins; LibreOffice takes that for the left of the page always, so the
    side is named where it is the other."""
    return SIDES.get(align, align) if right_to_left else ALIGNMENTS[align]


class Box(Struct, frozen=True):
    """A container that is seen: the whole look of its paragraphs, and where its text begins, in millimetres."""

    look: ParagraphLook
    left: float
    mirrored: bool = False
    """Whether the document runs from right to left: LibreOffice turns margins then, but no rules."""

    @property
    def edge(self) -> float:
        """Where its rule stands, in millimetres."""
        return grid(self.left - self.gap - self.weight)

    @property
    def gap(self) -> float:
        """Millimetres between the rule and the text."""
        return self.look.rule_left.gap * MILLIMETRES_IN_POINT if self.look.rule_left is not None else 0

    @property
    def weight(self) -> float:
        """How thick the rule is, in millimetres."""
        return self.look.rule_left.weight * MILLIMETRES_IN_POINT if self.look.rule_left is not None else 0


def is_boxed(look: ParagraphLook) -> bool:
    return look.rule_left is not None or look.shading is not None


def text_properties(look: CharacterLook, sheet: StyleSheet, more: str = "") -> str:
    """`<style:text-properties>` of a look, empty when it says nothing; `more` are further attributes."""
    attributes = "".join(_text_attributes(look, sheet)) + more
    return f"<style:text-properties{attributes}/>" if attributes else ""


def _text_attributes(look: CharacterLook, sheet: StyleSheet) -> Iterator[str]:
    if look.font is not None:
        name = markup.attribute(sheet.family(look.font))
        yield f' style:font-name="{name}" style:font-name-complex="{name}"'
    if look.size is not None:
        yield f' fo:font-size="{pt(look.size)}" style:font-size-complex="{pt(look.size)}"'
    if look.bold is not None:
        weight = "bold" if look.bold else "normal"
        yield f' fo:font-weight="{weight}" style:font-weight-complex="{weight}"'
    if look.italic is not None:
        slant = "italic" if look.italic else "normal"
        yield f' fo:font-style="{slant}" style:font-style-complex="{slant}"'
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


def paragraph_properties(
    look: ParagraphLook, sheet: StyleSheet, *, box: Box | None = None, inner: str = "", right_to_left: bool = False
) -> str:
    """`<style:paragraph-properties>` of a look, `inner` inside; `box` is the one it stands in, if not its own."""
    whole = sheet.paragraph(look)
    box = replace(box or Box(whole, whole.left or 0), mirrored=right_to_left)
    attributes = "".join((_room(look, whole), _standing(look, whole, box), *_paragraph_attributes(look, right_to_left)))
    if not attributes + inner:
        return ""
    return f"<style:paragraph-properties{attributes}>{inner}</style:paragraph-properties>"


def _paragraph_attributes(look: ParagraphLook, right_to_left: bool) -> Iterator[str]:
    if look.line is not None:
        yield f' fo:line-height="{percent(look.line)}"'
    if look.align is not None:
        yield f' fo:text-align="{alignment(look.align, right_to_left=right_to_left)}"'
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


def _room(look: ParagraphLook, whole: ParagraphLook) -> str:
    return "" if look.before is None and look.after is None else room(whole.before or 0, whole.after or 0)


def _standing(look: ParagraphLook, whole: ParagraphLook, box: Box) -> str:
    left, first, right = whole.left or 0, whole.first or 0, whole.right or 0
    if is_boxed(look):
        return box_place(box, left, first, right)
    placed = "" if look.left is None and look.first is None and look.right is None else place(left, first, right)
    return placed + rules(look, 0)


def room(before: float, after: float) -> str:
    """The room above and below a paragraph, in points."""
    return f' fo:margin-top="{pt(before)}" fo:margin-bottom="{pt(after)}"'


def place(left: float, first: float, right: float) -> str:
    """Where a paragraph stands: its indents, and its first line's beyond the left one, in millimetres."""
    return f' fo:margin-left="{mm(left)}" fo:margin-right="{mm(right)}" fo:text-indent="{mm(first)}"'


def box_place(box: Box, left: float, first: float, right: float) -> str:
    """The same for a paragraph in a box: its rule where the box has it, its text at `left`."""
    hang = min(first, 0)
    return place(box.edge - hang, first, right) + box_rules(box, left + hang - box.edge - box.weight)


def box_rules(box: Box, padding: float) -> str:
    """The rules of a paragraph in a box; `padding` is the room between the one at its side and the text."""
    return rules(box.look, padding, side="right" if box.mirrored else "left")


def no_rule(box: Box) -> str:
    """Nothing where the box has its rule otherwise."""
    side = "right" if box.mirrored else "left"
    return f' fo:padding-{side}="0mm" fo:border-{side}="none"'


def rules(look: ParagraphLook, padding: float, *, side: str = "left") -> str:
    """The rules of a paragraph; `padding` is the room between the one at the `side` and the text, in millimetres."""
    said = [f' fo:padding-{side}="{mm(max(padding, 0))}"'] if is_boxed(look) else []
    if look.rule_left is not None:
        said.append(f' fo:border-{side}="{line(look.rule_left.weight, look.rule_left.colour)}"')
    for name, rule in (("top", look.rule_above), ("bottom", look.rule_below)):
        if rule is not None:
            said.append(f' fo:border-{name}="{line(rule.weight, rule.colour)}" fo:padding-{name}="{pt(rule.gap)}"')
    return "".join(said)


def line(weight: float, colour: str) -> str:
    """A rule or border, `none` when it has no weight."""
    return f"{pt(weight)} solid {colour.lower()}" if weight else "none"
