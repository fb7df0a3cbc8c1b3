"""Lengths as OpenDocument writes them, and languages as its attributes."""

from __future__ import annotations

import re

MILLIMETRES_IN_POINT = 25.4 / 72

_TAG = re.compile(
    r"(?P<language>[A-Za-z]{2,8})(?:-(?P<script>[A-Za-z]{4}))?(?:-(?P<country>[A-Za-z]{2}|\d{3}))?"
    r"(?P<more>(?:-[A-Za-z0-9]{1,8})*)"
)


def mm(millimetres: float) -> str:
    """`12.5mm`, to the thousandth."""
    return f"{round(millimetres, 3) + 0:.6g}mm"


def pt(points: float) -> str:
    return f"{round(points, 3) + 0:.6g}pt"


def grid(millimetres: float) -> float:
    """The nearest length that word processors can hold, a whole number of twentieths of a point, in millimetres.

    Sums of such lengths stay exact; two rules meet only where the lengths that place them add up to the same.
    """
    return round(millimetres / MILLIMETRES_IN_POINT * 20) * MILLIMETRES_IN_POINT / 20


def percent(share: float) -> str:
    return f"{round(share * 100)}%"


def language(tag: str, *, right_to_left: bool = False) -> str:
    """The attributes of a BCP 47 tag, each with a blank before it; empty when `tag` is none.

    What has a variant or the like stands whole beside its parts, for these cannot say it. What runs from right to left
    is complex text, whose language word processors keep apart.
    """
    found = _TAG.fullmatch(tag)
    if not found:
        return ""
    whole = f' style:rfc-language-tag="{tag}"' if found["more"] else ""
    script = f' fo:script="{found["script"]}"' if found["script"] else ""
    spoken = f' fo:language="{found["language"]}"{script} fo:country="{found["country"] or "none"}"'
    return whole + spoken + (_complex(found) if right_to_left else "")


def _complex(found: re.Match[str]) -> str:
    script = f' style:script-complex="{found["script"]}"' if found["script"] else ""
    return f' style:language-complex="{found["language"]}"{script} style:country-complex="{found["country"] or "none"}"'


def writing_mode(*, right_to_left: bool) -> str:
    """The attribute that says which way something runs, with a blank before it."""
    return f' style:writing-mode="{"rl-tb" if right_to_left else "lr-tb"}"'
