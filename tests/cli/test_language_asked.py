"""Which language the interface speaks: what the call says, then the locale."""

from __future__ import annotations

import pytest

from assembler.cli.messages import language_asked

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
