"""Regular expressions out of a language's data."""

from __future__ import annotations

import re
from collections.abc import Iterable


def cased(pattern: str) -> str:
    """The pattern as a group that takes capitals for small letters, unless it has capitals of its own."""
    has_capitals = any(letter.isupper() for letter in re.sub(r"\\.", "", pattern))
    return f"(?:{pattern})" if has_capitals else f"(?i:{pattern})"


def either(patterns: Iterable[str]) -> str:
    """One of the patterns; nothing can match where there is none."""
    several = [each for each in patterns if each]
    return "(?:" + "|".join(several) + ")" if several else r"(?!)"


def blanked(text: str, start: int, end: int) -> str:
    """The text with what stands from `start` to `end` hidden; places stay."""
    return text[:start] + "\x00" * (end - start) + text[end:]


def begins_number(text: str, start: int) -> bool:
    """Whether digits that start here are no part of others."""
    return start == 0 or not (text[start - 1].isalnum() or text[start - 1] in ".,/:")
