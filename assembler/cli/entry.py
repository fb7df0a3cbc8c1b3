"""Where every call begins: the first help is printed at once, everything else is for the commands."""

from __future__ import annotations

import sys
from io import TextIOWrapper


def main() -> None:
    """Run the command line on the arguments of this process."""
    _print_whatever_is_said()
    if sys.argv[1:] in (["--help"], ["-h"]):
        from assembler.cli.overview import text

        sys.stdout.write(text())
        return
    _leave_in_order()
    try:
        from assembler.cli.main import main as commands

        commands()
    except Exception:
        _own_fault()
        raise SystemExit(2) from None


def _leave_in_order() -> None:
    """Asked to end, the command takes away what it has begun: LibreOffice, half of a file. SIGTERM is not heard again
    meanwhile; Ctrl-C is."""
    import signal

    def leave(number: int, _: object) -> None:
        signal.signal(number, signal.SIG_IGN)  # which also holds while the interpreter takes itself down
        sys.exit(128 + number)

    signal.signal(signal.SIGTERM, leave)


def _own_fault() -> None:
    """What developers need to know of an error that nobody foresaw, and last, for it is read first, what it means."""
    import traceback

    from assembler.cli.messages import gettext as _

    traceback.print_exc()
    sys.stderr.write(
        "\n"
        + _(
            "The toolkit itself has failed; it is not your fault, and no file is half written. Please send the lines "
            "above to its developers. They may hold names of folders and words of your texts: read them first."
        )
        + "\n"
    )


def _print_whatever_is_said() -> None:
    """A letter that the output's encoding lacks is printed as its number: in Windows a pipe has no Kazakh letters, and
    JSON reads such numbers as the letters."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a program without a console has none
            stream.reconfigure(errors="backslashreplace")
