"""Word's units: twentieths of a point for lengths, half points for type, eighths of a point for rules."""

from __future__ import annotations

TWIPS_IN_MILLIMETRE = 1440 / 25.4


def twips(millimetres: float | None) -> int:
    """Twentieths of a point in so many millimetres; nothing is 0."""
    return round((millimetres or 0) * TWIPS_IN_MILLIMETRE)


def twips_in(points: float | None) -> int:
    """Twentieths of a point in so many points; nothing is 0."""
    return round((points or 0) * 20)


def half_points(points: float) -> int:
    return round(points * 2)


def eighths(points: float) -> int:
    return round(points * 8)


def hexadecimal(colour: str) -> str:
    """`#1F3864` as Word writes it."""
    return colour[1:].upper()
