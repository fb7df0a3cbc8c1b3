"""The dictionaries of the machine, in the places where systems and LibreOffice keep them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from assembler.check.rule import Family, Rule
from assembler.check.tongue import tongue
from assembler.findings import Finding, Kind, Place, Severity

NO_DICTIONARY = Kind(
    "no-dictionary",
    Severity.INFO,
    "The spelling of “{language}” was not checked: there is no dictionary {dictionary} on this machine.",
    "Install one (on Debian hunspell-en-gb, hunspell-kk, hunspell-ru), or LibreOffice with its dictionaries.",
)

FOLDERS = (
    "/usr/share/hunspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
    "/usr/lib/libreoffice/share/extensions",
    "/Applications/LibreOffice.app/Contents/Resources/extensions",
    "C:/Program Files/LibreOffice/share/extensions",
)


@cache
def folder_of(name: str) -> Path | None:
    """The folder with the files of a dictionary, `en_GB.dic` and `en_GB.aff`; None where there is none."""
    for folder in map(Path, FOLDERS):
        for place in (folder, *sorted(folder.glob("dict-*"))):
            if (place / f"{name}.dic").is_file() and (place / f"{name}.aff").is_file():
                return place
    return None


def lacking(rules: Iterable[Rule], languages: Iterable[str]) -> list[Finding]:
    """What to say of languages that rules of spelling cannot check for want of a dictionary."""
    if not any(rule.family is Family.SPELLING for rule in rules):
        return []
    names = ((code, tongue(code).lexicon.spelling.dictionary or tongue(code).language.tag) for code in languages)
    return [NO_DICTIONARY.at(Place(), language=code, dictionary=name) for code, name in names if not folder_of(name)]


@cache
def dictionary(name: str) -> Any:
    """The dictionary with this name, None where the machine has none. Reading it takes a third of a second."""
    folder = folder_of(name) if name else None
    if folder is None:
        return None
    from hunspell import Hunspell  # an extra

    return Hunspell(name, hunspell_data_dir=str(folder))
