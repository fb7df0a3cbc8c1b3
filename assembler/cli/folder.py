"""The option `-C`, which the group and every command have: of two, the second counts from the first.

pathlib is imported when a folder is asked for: to import it would take a tenth of the time of `--help`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from assembler.cli.messages import gettext
from assembler.cli.overview import FOLDER

if TYPE_CHECKING:
    from pathlib import Path


def in_folder(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option that names the folder of the submission, as `folder`."""
    return click.option(
        "-C",
        "folder",
        type=click.Path(),
        default="",
        callback=_existing,
        metavar=gettext("DIR"),
        help=FOLDER,
    )(command)


def _existing(context: click.Context, option: click.Parameter, folder: str) -> Path:
    from pathlib import Path

    before: Path = context.obj or Path()
    click.Path(file_okay=False, exists=True).convert(str(before / folder), option, context)
    return before / folder
