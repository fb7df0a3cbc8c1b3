"""Looks of the style sheet as Word's paragraph and run properties, in the order that the schema demands."""

from __future__ import annotations

from msgspec.structs import replace

from assembler.formats.docx.measures import eighths, half_points, hexadecimal, twips, twips_in
from assembler.style.model import CharacterLook, ParagraphLook, Rule, StyleSheet

WIDEST_GAP = 31
"""Points; Word draws no rule further from its text."""

UNDERLINES = {
    "none": "none",
    "single": "single",
    "double": "double",
    "dotted": "dotted",
    "dashed": "dash",
    "wavy": "wave",
}
ALIGNMENTS = {"left": "left", "right": "right", "center": "center", "justify": "both"}


def run_properties(look: CharacterLook, sheet: StyleSheet, language: str = "", *, right_to_left: bool = False) -> str:
    """`<w:rPr>` of a look, empty when the look says nothing; `language` is a BCP 47 tag. Bold and italics are said for
    all scripts, as sizes are: Word has a property of its own for what runs from right to left."""
    inner = "".join(
        (
            _font(sheet.family(look.font)) if look.font is not None else "",
            _switch("b", look.bold),
            _switch("bCs", look.bold),
            _switch("i", look.italic),
            _switch("iCs", look.italic),
            f'<w:color w:val="{hexadecimal(look.colour)}"/>' if look.colour else "",
            f'<w:sz w:val="{half_points(look.size)}"/><w:szCs w:val="{half_points(look.size)}"/>' if look.size else "",
            f'<w:u w:val="{UNDERLINES[look.underline]}"/>' if look.underline else "",
            _shading(look.background),
            _raised(look.superscript),
            _language(language, right_to_left=right_to_left) if language else "",
        )
    )
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def _language(tag: str, *, right_to_left: bool) -> str:
    """The language of a document, for each of the three kinds of scripts that Word tells apart."""
    return f'<w:lang w:val="{tag}" w:eastAsia="{tag}" w:bidi="{tag if right_to_left else "ar-SA"}"/>'


def paragraph_properties(
    look: ParagraphLook,
    *,
    numbering: str = "",
    tabs: str = "",
    outline: int | None = None,
    mirrored: bool = False,
    bidi: str = "",
) -> str:
    """`<w:pPr>` of a look; `numbering` is a whole `w:numPr`, `tabs` a whole `w:tabs`, `outline` the level in the
    navigation pane from 0, `bidi` a `w:bidi`. `mirrored` puts rules to the other side: Word turns only indents."""
    inner = "".join(
        (
            _switch("keepNext", look.keep_with_next),
            _switch("keepLines", look.keep_together),
            _switch("pageBreakBefore", look.page_break_before),
            _switch("widowControl", look.widow_control),
            numbering,
            rules(look, mirrored=mirrored),
            _shading(look.shading),
            tabs,
            _switch("suppressAutoHyphens", None if look.hyphenate is None else not look.hyphenate),
            bidi,
            _spacing(look),
            _indents(look),
            f'<w:jc w:val="{ALIGNMENTS[look.align]}"/>' if look.align else "",
            f'<w:outlineLvl w:val="{outline}"/>' if outline is not None else "",
        )
    )
    return f"<w:pPr>{inner}</w:pPr>" if inner else ""


def indent(left: int, first: int = 0, right: int | None = None) -> str:
    """`<w:ind>` in twips; a negative `first` hangs."""
    hanging = f'w:hanging="{-first}"' if first < 0 else f'w:firstLine="{first}"'
    end = f' w:right="{right}"' if right is not None else ""
    return f'<w:ind w:left="{left}"{end} {hanging}/>'


def _font(family: str) -> str:
    return f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}" w:eastAsia="{family}" w:cs="{family}"/>'


def _switch(name: str, on: bool | None) -> str:
    match on:
        case None:
            return ""
        case True:
            return f"<w:{name}/>"
        case False:
            return f'<w:{name} w:val="0"/>'


def _raised(superscript: bool | None) -> str:
    if superscript is None:
        return ""
    return f'<w:vertAlign w:val="{"superscript" if superscript else "baseline"}"/>'


def _shading(colour: str | None) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{hexadecimal(colour)}"/>' if colour else ""


def rules(look: ParagraphLook, *, mirrored: bool = False, alone: bool = False) -> str:
    """`<w:pBdr>` of a look, in the order of the schema: above, left, below, right. `alone` says that the other side has
    none, whatever the style has there."""
    found = "" if look.rule_left is None else _rule("right" if mirrored else "left", look.rule_left)
    none = f'<w:{"left" if mirrored else "right"} w:val="nil"/>' if alone else ""
    left, right = (none, found) if mirrored else (found, none)
    above, below = (
        "" if rule is None else _rule(side, rule)
        for side, rule in (("top", look.rule_above), ("bottom", look.rule_below))
    )
    inner = above + left + below + right
    return f"<w:pBdr>{inner}</w:pBdr>" if inner else ""


def further_out(look: ParagraphLook, twips: int) -> ParagraphLook:
    """A look of rules with the left one where it stood before its paragraph moved in by so many twips."""
    left = look.rule_left
    return replace(look, rule_left=left and replace(left, gap=min(left.gap + twips / 20, WIDEST_GAP)))


def _rule(side: str, rule: Rule) -> str:
    weight, gap, colour = eighths(rule.weight), round(rule.gap), hexadecimal(rule.colour)
    return f'<w:{side} w:val="single" w:sz="{weight}" w:space="{gap}" w:color="{colour}"/>'


def _spacing(look: ParagraphLook) -> str:
    attributes = "".join(
        (
            f' w:before="{twips_in(look.before)}"' if look.before is not None else "",
            f' w:after="{twips_in(look.after)}"' if look.after is not None else "",
            f' w:line="{round(look.line * 240)}" w:lineRule="auto"' if look.line is not None else "",
        )
    )
    return f"<w:spacing{attributes}/>" if attributes else ""


def _indents(look: ParagraphLook) -> str:
    if look.left is None and look.right is None and look.first is None:
        return ""
    right = None if look.right is None else twips(look.right)
    return indent(twips(look.left), twips(look.first), right)
