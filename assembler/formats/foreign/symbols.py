"""Signs of symbol fonts as characters: what word processors put in for boxes, arrows and bullets."""

from __future__ import annotations

PRIVATE = range(0xF000, 0xF100)
"""Where Word keeps the signs of a symbol font."""

BOXES = {0x6F: "☐", 0x71: "☐", 0xA8: "☐", 0xFD: "☒", 0x78: "☒", 0xFE: "☑", 0xFC: "✓", 0xFB: "✗", 0xE0: "→",
         0xDF: "←", 0x6C: "•", 0x6E: "■", 0xA7: "▪", 0x76: "❖", 0xD8: "➢", 0x4A: "☺", 0x28: "☎", 0x2A: "✉"}  # fmt: skip
GREEK = dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
SIGNS = {0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xBB: "≈", 0xAE: "→", 0xAC: "←",
         0xA5: "∞", 0xB2: "″", 0xA2: "′", 0x2D: "−", 0xE5: "∑", 0xD6: "√", 0xC5: "⊕", 0xD0: "∠", 0xBC: "…"}  # fmt: skip
UNKNOWN = "□"


def sign(font: str, code: int) -> str:
    """The character of a sign in a font; a box where it is not known."""
    at = code - PRIVATE.start if code in PRIVATE else code
    known = {**GREEK, **{small - 32: letter.upper() for small, letter in GREEK.items()}, **SIGNS}
    if font.casefold() == "symbol":
        return known.get(at, UNKNOWN if at != code else _character(code))
    if at in BOXES:
        return BOXES[at]
    return UNKNOWN if at != code else _character(code)


def _character(code: int) -> str:
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else UNKNOWN
