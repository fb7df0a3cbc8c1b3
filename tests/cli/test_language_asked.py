"""Which language the interface speaks: what the call says, then the locale."""

from __future__ import annotations

import ctypes
import sys
from types import SimpleNamespace

import pytest

from assembler.cli.messages import language_asked, surroundings

CASES = [
    ([], {}, "en"),
    ([], {"LANG": "ru_RU.UTF-8"}, "ru"),
    ([], {"LC_ALL": "kk_KZ.UTF-8", "LANG": "ru_RU.UTF-8"}, "kk"),
    ([], {"LC_ALL": "", "LC_MESSAGES": "kk_KZ", "LANG": "ru_RU.UTF-8"}, "kk"),
    ([], {"LANG": "kk_KZ@cyrillic"}, "kk"),
    ([], {"LANG": "de_DE.UTF-8"}, "en"),
    ([], {"LANG": "en_US.UTF-8", "LANGUAGE": "kk_KZ:ru"}, "kk"),
    ([], {"LANG": "de_DE.UTF-8", "LANGUAGE": "de:ru"}, "ru"),
    ([], {"LANG": "C", "LANGUAGE": "ru"}, "en"),
    ([], {"LC_ALL": "POSIX", "LANG": "ru_RU.UTF-8"}, "en"),
    (["build", "--ui-lang", "kk"], {"LANG": "ru_RU.UTF-8"}, "kk"),
    (["--ui-lang=en", "build"], {"LANG": "ru_RU.UTF-8"}, "en"),
    (["build", "--ui-lang", "fr"], {"LANG": "ru_RU.UTF-8"}, "ru"),
    (["build", "--ui-lang"], {"LANG": "ru_RU.UTF-8"}, "ru"),
]


@pytest.mark.parametrize(("arguments", "environment", "language"), CASES)
def test_the_call_comes_before_the_locale_and_english_last(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    assert language_asked(arguments, environment) == language


@pytest.mark.parametrize(("windows", "language"), [(0x0419, "ru"), (0x043F, "kk"), (0x0409, "en"), (0x0407, "en")])
def test_windows_which_sets_no_locale_is_asked_for_its_own(
    windows: int, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: windows)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    assert language_asked([], surroundings()) == language
    monkeypatch.setenv("LANG", "kk_KZ.UTF-8")
    assert language_asked([], surroundings()) == "kk"
