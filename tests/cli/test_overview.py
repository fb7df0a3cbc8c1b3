"""The first page of help is drawn without click: it says what click knows of the same command line."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from assembler.cli.main import main
from assembler.cli.messages import LANGUAGES
from assembler.cli.overview import text


def on_one_line(page: str) -> str:
    return " ".join(page.split())


def test_every_option_stands_there_with_its_help() -> None:
    page = on_one_line(text())
    with click.Context(main) as context:
        for option in main.get_params(context):
            assert isinstance(option, click.Option)
            record = option.get_help_record(context)
            assert record is not None
            assert on_one_line(" ".join(record)) in page


def test_every_command_stands_there() -> None:
    with click.Context(main) as context:
        rows = [line.split()[0] for line in text().splitlines() if line.startswith("  ") and line.strip()]
        assert set(main.list_commands(context)) <= set(rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bare_help_and_help_that_click_was_asked_for_are_the_same_page(language: str) -> None:
    def printed(*arguments: str) -> str:
        return subprocess.run(
            [sys.executable, "-m", "assembler", *arguments],
            env={"LANG": f"{language}.UTF-8", "PYTHONUTF8": "1"}, capture_output=True, encoding="utf-8", check=True,
        ).stdout  # fmt: skip

    page = printed("--help")
    assert page == printed("-h") == printed("--ui-lang", language, "--help") == printed()


def test_no_line_is_wider_than_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, text().splitlines())) <= 60
