"""The interface's own words: English in the code, other languages from the catalogs in `assembler/locales/`.

click asks gettext's default domain for its words ("Usage", "Options", …); `teach_click` makes that ours, which holds
them too. The language is known before anything else is imported, because help texts are made at import.
"""

from __future__ import annotations

import gettext as _gettext
import os
import sys
from collections.abc import Mapping, Sequence
from functools import cache

DOMAIN = "assembler"
LANGUAGES = ("en", "ru", "kk")
LOCALES = os.path.join(os.path.dirname(os.path.dirname(__file__)), "locales")  # noqa: PTH118, PTH120
"""Not as a `Path`: to import pathlib would take a tenth of the time of `--help`."""

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The variables that name the locale, the first one that does so counting."""

_chosen: list[str] = []


def use_language(code: str) -> None:
    """From now on messages come in this language; one without a catalog gives English."""
    _chosen[:] = [code]
    os.environ["LANGUAGE"] = code


def language() -> str:
    """The interface's language: the one chosen, else what the call and the environment ask for."""
    if not _chosen:
        use_language(language_asked(sys.argv[1:], surroundings()))
    return _chosen[0]


def gettext(message: str) -> str:
    """`message` in the interface's language."""
    return _translations(language()).gettext(message) if message else ""


def teach_click() -> None:
    """From now on click says its own words in the interface's language."""
    language()
    _gettext.bindtextdomain(DOMAIN, LOCALES)
    _gettext.textdomain(DOMAIN)


def language_asked(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """What `--ui-lang` says, else the locale of the environment, else English; only languages that there are."""
    for position, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--ui-lang":
            value = value or next(iter(arguments[position + 1 :]), "")
            return value if value in LANGUAGES else language_asked((), environment)
    return _of_locale(environment)


def surroundings() -> Mapping[str, str]:
    """The environment; in Windows, which names no locale there, with that of its own windows and menus."""
    if sys.platform != "win32" or any(os.environ.get(name) for name in _LOCALE):
        return os.environ
    import ctypes
    import locale

    shown = ctypes.windll.kernel32.GetUserDefaultUILanguage()
    return {**os.environ, "LANG": locale.windows_locale.get(shown, "")}


def _of_locale(environment: Mapping[str, str]) -> str:
    """As gettext does it: the locale's name, and before it the wishes in LANGUAGE unless the locale is C."""
    variables = (environment.get(name) for name in _LOCALE)
    locale = next((value for value in variables if value), "")
    wishes = [] if locale in ("C", "POSIX") else environment.get("LANGUAGE", "").split(":")
    codes = (each.partition(".")[0].partition("@")[0].partition("_")[0] for each in (*wishes, locale))
    return next((code for code in codes if code in LANGUAGES), "en")


@cache
def _translations(code: str) -> _gettext.NullTranslations:
    return _gettext.translation(DOMAIN, LOCALES, [code], fallback=True)
