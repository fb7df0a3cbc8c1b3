"""The interface's own words: English in the code, other languages from the catalogs in `assembler/locales/`."""

from __future__ import annotations

import gettext as _gettext
import os
import sys
from functools import cache
from importlib.resources import files

DOMAIN = "assembler"
LANGUAGES = ("en", "ru", "kk")

_chosen: list[str] = []


def use_language(code: str) -> None:
    """From now on messages come in this language; one without a catalog gives English."""
    _chosen[:] = [code]


def gettext(message: str) -> str:
    """`message` in the interface's language."""
    return _translations(_chosen[0] if _chosen else language_asked(tuple(sys.argv))).gettext(message) if message else ""


@cache
def language_asked(arguments: tuple[str, ...]) -> str:
    """What `--ui-lang` says, else the locale of the environment, else English.

    The arguments are read here and not by click, because help texts are made while the commands are imported.
    """
    for position, argument in enumerate(arguments):
        if argument.startswith("--ui-lang="):
            return argument.partition("=")[2]
        if argument == "--ui-lang" and position + 1 < len(arguments):
            return arguments[position + 1]
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return value.split(":")[0].split(".")[0].split("_")[0]
    return "en"


@cache
def _translations(code: str) -> _gettext.NullTranslations:
    if code not in LANGUAGES or code == "en":
        return _gettext.NullTranslations()
    file = files("assembler") / "locales" / code / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if not file.is_file():
        return _gettext.NullTranslations()
    with file.open("rb") as stream:
        return _gettext.GNUTranslations(stream)
