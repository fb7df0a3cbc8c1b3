"""`assembler`: the group of commands. Each lives in a module of its own, imported when it is asked for.

What the group's help and shell completion say of each stands in `overview`.
"""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from assembler import __version__
from assembler.cli.folder import in_folder
from assembler.cli.language import ui_language
from assembler.cli.messages import gettext as _
from assembler.cli.messages import teach_click
from assembler.cli.overview import COMMANDS, text

if TYPE_CHECKING:
    from pathlib import Path

teach_click()

_DASHED = re.compile("-*[–—][-–—]*([A-Za-z][a-z-]*)(?:=.*)?")
"""An option out of a letter or a text: word processors make dashes of two hyphens."""


@contextmanager
def _between_words() -> Iterator[None]:
    """What is wrong with a call, broken between words at the width of the terminal; click breaks only its help."""
    try:
        yield
    except click.UsageError as error:
        if not sys.stderr.isatty():
            raise
        from assembler.report.terminal import Piece, wrapped

        beginning = _("Error: {message}").format(message="")
        line = (Piece(beginning + error.format_message()),)
        import shutil

        rows = wrapped(line, shutil.get_terminal_size().columns)
        said = "\n".join("".join(piece.text for piece in row) for row in rows)
        raise click.UsageError(said.removeprefix(beginning), error.ctx) from error


class Commands(click.Group):
    """A group that knows its commands by name, and the nearest name to a wrong one."""

    def make_context(self, *arguments: Any, **settings: Any) -> click.Context:
        with _between_words():
            return super().make_context(*arguments, **settings)

    def invoke(self, ctx: click.Context) -> Any:
        with _between_words():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"assembler.cli.{cmd_name}").command
        command.short_help = COMMANDS[cmd_name]
        return command

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        formatter.write(text())

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from assembler.findings import Phrase
            from assembler.nearest import nearest

            suggestion = nearest(args[0], COMMANDS, Phrase("See: assembler --help"))
            ctx.fail(_("There is no command “{name}”.").format(name=args[0]) + " " + suggestion.said(_))
        for typed in args:
            if name := _DASHED.fullmatch(typed):
                option = ("--" if len(name[1]) > 1 else "-") + name[1]
                message = _("“{typed}” begins with a dash; an option begins with hyphens: {option}")
                ctx.fail(message.format(typed=typed, option=option))
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar=_("[OPTIONS]"),
    subcommand_metavar=_("[COMMAND] [ARGUMENTS]"),
)
@in_folder
@ui_language
@click.version_option(__version__, prog_name="assembler")
@click.pass_context
def main(ctx: click.Context, folder: Path) -> None:
    gc.disable()  # a command is short, and its trees have no circles that would have to be looked for
    ctx.obj = folder
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
