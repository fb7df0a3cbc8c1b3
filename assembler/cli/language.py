"""The option `--ui-lang`, which the group and every command have."""

from __future__ import annotations

from collections.abc import Callable

import click

from assembler.cli.messages import LANGUAGES, gettext, use_language


def ui_language(command: Callable[..., None]) -> Callable[..., None]:
    """The option that names the interface's language; `messages` has read it before, for texts made at import."""
    return click.option(
        "--ui-lang",
        type=click.Choice(LANGUAGES),
        is_eager=True,
        expose_value=False,
        callback=lambda _context, _option, code: use_language(code) if code else None,
        help=gettext("Language of messages (default: the system's)."),
    )(command)
