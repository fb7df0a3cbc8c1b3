"""What all commands share: common options, the folder of the submission, printing, exit codes.

Exit codes: 0 fine, 1 findings at or above the threshold, 2 usage or configuration error. What a command needs is
imported when it runs, so that `--help` waits for click alone.
"""

from __future__ import annotations

import functools
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from assembler.cli.folder import in_folder
from assembler.cli.language import ui_language
from assembler.cli.messages import gettext, language
from assembler.cli.progress import Watch

if TYPE_CHECKING:
    from assembler.errors import AssemblerError
    from assembler.findings import Finding, Phrase, Severity
    from assembler.report.terminal import Line
    from assembler.report.voice import Voice

T = TypeVar("T")

LOOKS: Mapping[str, Mapping[str, object]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow"},
    "info": {"fg": "cyan"},
    "strong": {"bold": True},
    "faint": {"dim": True},
    "removed": {"fg": "red", "strikethrough": True},
    "added": {"fg": "green", "underline": True},
}


class Door:
    """How one call of the command line was made, and its way to print."""

    def __init__(self, folder: Path, *, as_json: bool, quiet: bool) -> None:
        self.folder = folder
        self.as_json = as_json
        self.quiet = quiet
        self._watch = Watch(shown=not (quiet or as_json))

    @property
    def root(self) -> Path:
        """The folder of the submission: the one named, or the nearest above it. Raises ConfigurationError."""
        from assembler.project.discover import root_above

        return root_above(self.folder)

    @property
    def width(self) -> int:
        """How many columns tables may have: those of the terminal, 80 where there is none."""
        return shutil.get_terminal_size().columns

    @property
    def voice(self) -> Voice:
        """The interface's words and numbers, for reports."""
        from assembler.language.load import load
        from assembler.report.voice import Voice

        return Voice(gettext, load(language()))

    def say(self, text: str, **values: str | int) -> None:
        """A line for a person: not with --quiet, not with --json. `values` fill its gaps; an `int` is a count."""
        from assembler.report.terminal import Piece

        self.show([(Piece(self.voice.filled(text, **values) if values else text),)])

    def show(self, lines: Iterable[Line], *, err: bool = False, always: bool = False) -> None:
        """Styled lines for a person; colour, and lines broken at its width, only where there is a terminal."""
        from assembler.report.terminal import wrapped

        if (self.as_json and not always) or (self.quiet and not err):
            return
        self.unwatched()
        stream = sys.stderr if err else sys.stdout
        width = shutil.get_terminal_size().columns if stream.isatty() else None
        for line in lines:
            for row in [line] if width is None else wrapped(line, width):
                click.echo("".join(click.style(piece.text, **LOOKS.get(piece.look, {})) for piece in row), err=err)  # type: ignore[arg-type]

    def findings(self, findings: Iterable[Finding], *, always: bool = False) -> None:
        """To standard error, in the interface's language. With --quiet only errors, with --json none but `always`."""
        from assembler.findings import Severity
        from assembler.report import terminal

        chosen = [each for each in findings if not self.quiet or each.severity is Severity.ERROR]
        if chosen:
            self.show(terminal.findings(chosen, self.voice), err=True, always=always)

    def grouped(self, findings: Iterable[Finding], *, in_full: bool) -> None:
        """As `findings`, by rule: those of a check, of which there may be many."""
        from assembler.findings import Severity
        from assembler.report import grouped

        chosen = [each for each in findings if not self.quiet or each.severity is Severity.ERROR]
        if chosen:
            self.show(grouped.findings(chosen, self.voice, in_full=in_full), err=True)

    def track(self, label: Phrase, things: Sequence[T], /) -> Iterable[T]:
        """Watch a job's work with a bar: in a terminal, not with --quiet and not with --json."""
        return self._watch.track(gettext(label.template), things)

    def unwatched(self) -> None:
        """Take the bar away: words are to be printed, or the command leaves."""
        self._watch.end()

    def json(self, value: Mapping[str, object] | list[object]) -> None:
        from assembler.report import data

        if self.as_json:
            click.echo(data.text(value))

    def close(self, findings: Iterable[Finding], threshold: Severity | None = None) -> NoReturn:
        """Leave with 1 if a finding is at or above the threshold (by default an error), else with 0."""
        from assembler.findings import Severity, worst

        highest = worst(findings)
        raise SystemExit(1 if highest is not None and highest.rank >= (threshold or Severity.ERROR).rank else 0)

    def stop(self, error: AssemblerError) -> NoReturn:
        """Say what stopped the work and leave: 1 where it was refused, 2 where it could not be done."""
        from assembler.errors import RefusedError
        from assembler.report import data

        self.json({"findings": data.findings([error.finding])})
        self.findings([error.finding])
        raise SystemExit(1 if isinstance(error, RefusedError) else 2)


class Command(click.Command):
    """A command whose help speaks the interface's language throughout, and ends with what to do next."""

    def __init__(self, name: str | None = None, *, next_step: str = "", **settings: Any) -> None:
        super().__init__(name, options_metavar=gettext("[OPTIONS]"), epilog=next_step, **settings)


def common(command: Callable[..., None]) -> Callable[..., None]:
    """The options that every command has; the command gets a `Door` as its first argument."""

    @in_folder
    @click.option("--json", "as_json", is_flag=True, help=gettext("Print JSON for programs."))
    @click.option("-q", "--quiet", is_flag=True, help=gettext("Print errors only."))
    @ui_language
    @functools.wraps(command)
    def wrapped(folder: Path, as_json: bool, quiet: bool, **options: object) -> None:
        from assembler.errors import AssemblerError

        door = Door(folder.absolute(), as_json=as_json, quiet=quiet)
        try:
            command(door, **options)
        except AssemblerError as error:
            door.stop(error)
        finally:
            door.unwatched()

    return wrapped  # fmt: skip
