"""Where every call begins: the first help is printed at once, everything else is for the commands."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line on the arguments of this process."""
    if sys.argv[1:] in (["--help"], ["-h"]):
        from assembler.cli.overview import text

        sys.stdout.write(text())
        return
    from assembler.cli.main import main as commands

    commands()
