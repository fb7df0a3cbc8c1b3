"""The option `-C`, which the group and every command have: of two, the second counts from the first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from assembler.cli.messages import gettext


def in_folder(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option that names the folder of the submission, as `folder`."""
    return click.option(
        "-C",
        "folder",
        type=click.Path(path_type=Path),
        default=Path(),
        callback=_existing,
        metavar=gettext("DIR"),
        help=gettext("The folder of the submission (default: this one, or the nearest above it)."),
    )(command)


def _existing(context: click.Context, option: click.Parameter, folder: Path) -> Path:
    before: Path = context.obj or Path()
    click.Path(file_okay=False, exists=True).convert(str(before / folder), option, context)
    return before / folder
