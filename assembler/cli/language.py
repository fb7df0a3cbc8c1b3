"""The option `--ui-lang`, which the group and every command have, and languages named as arguments."""

from __future__ import annotations

from collections.abc import Callable

import click

from assembler.cli.messages import LANGUAGES, use_language
from assembler.cli.overview import UI_LANGUAGE


def separated(_context: click.Context, _parameter: click.Parameter, named: tuple[str, ...]) -> tuple[str, ...]:
    """Languages with commas between them, as options want them, mean the same as with blanks."""
    return tuple(code for each in named for code in each.split(",") if code)


def ui_language(command: Callable[..., None]) -> Callable[..., None]:
    """The option that names the interface's language; `messages` has read it before, for texts made at import."""
    return click.option(
        "--ui-lang",
        type=click.Choice(LANGUAGES),
        is_eager=True,
        expose_value=False,
        callback=lambda _context, _option, code: use_language(code) if code else None,
        help=UI_LANGUAGE,
    )(command)
