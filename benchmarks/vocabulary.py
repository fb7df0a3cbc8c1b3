"""The words that benchmark texts are made of: forms as they stand in running text, no grammar.

The more often a word stands in `words/<language>.txt`, the more often it is drawn.
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "words"


def words(language: str) -> list[str]:
    """Every word of a language, in the order of its file."""
    return (FOLDER / f"{language}.txt").read_text(encoding="utf-8").split()


RUSSIAN = words("ru")

TARGETS = {code: words(code) for code in ("kk", "en")}
"""What a Russian word becomes in each target language: some word, always the same one."""

CASES = (
    "Akhmetov v. Kazakhstan",
    "Serikbayeva v. Kazakhstan",
    "Dzhumanov v. Kazakhstan",
    "Kim v. Kazakhstan",
    "Ospanova and Others v. Kazakhstan",
)
"""Names of cases; they stand in Latin letters in every language."""

SYMBOLS = ("CCPR/C/KAZ/CO/1", "CAT/C/KAZ/CO/3", "CERD/C/KAZ/CO/6-7", "A/HRC/28/10", "CEDAW/C/KAZ/CO/3-4")
