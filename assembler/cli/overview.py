"""The first words that a user reads: what `assembler --help` prints, drawn without waiting for click.

click takes twice as long to import as all else that this page needs. `entry` prints it for a bare `--help`; the group
of commands prints it wherever else click is asked for its help, so that there is one such page.
"""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Mapping
from itertools import chain, repeat

from assembler.cli.messages import LANGUAGES
from assembler.cli.messages import gettext as _

COMMANDS = {
    "new": _("Make a small submission that builds at once."),
    "ids": _("Give an ID to every text without one."),
    "update": _("Bring templates and catalogs up to date."),
    "mark": _("Mark translations as reviewed, fuzzy or right."),
    "status": _("Show how far each language is."),
    "check": _("Say what is wrong with sources and translations."),
    "build": _("Write the editions, a document for each language."),
    "concordance": _("Show the same number in every language, ID by ID."),
    "adopt": _("Turn documents into sections and translations."),
}
"""Each command, with what it is for: also for shell completion, which need not import them all."""

FOLDER = _("The folder of the submission (default: this one, or the nearest above it).")
UI_LANGUAGE = _("Language of messages (default: the system's).")

_WIDEST = 80
"""Columns: longer lines are hard to read, however wide the terminal is."""


def text() -> str:
    """The page, in the interface's language, at the terminal's width."""
    width = min(shutil.get_terminal_size().columns, _WIDEST) - 2
    options = {
        "-C " + _("DIR"): FOLDER,
        f"--ui-lang [{'|'.join(LANGUAGES)}]": UI_LANGUAGE,
        "--version": _("Show the version and exit."),
        "-h, --help": _("Show this message and exit."),
    }
    said = _("Assemble multilingual documents by paragraph ID: sections in, catalogs kept, styled editions out.")
    begin = _("Begin with: assembler new DIR, then in that folder: assembler build. Every command has --help.")
    usage = " ".join((_("Usage:"), "assembler", _("[OPTIONS]"), _("[COMMAND] [ARGUMENTS]")))
    parts = (
        [usage],
        _paragraph(said, width),
        [_("Options") + ":", *_table(options, width)],
        [_("Commands") + ":", *_table(COMMANDS, width)],
        _paragraph(begin, width),
    )
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _paragraph(words: str, width: int) -> list[str]:
    return textwrap.wrap(words, width, initial_indent="  ", subsequent_indent="  ")


def _table(rows: Mapping[str, str], width: int) -> Iterator[str]:
    """What is explained, and beside the longest of it the explanations."""
    first = max(map(len, rows)) + 2
    for name, explained in rows.items():
        lines = textwrap.wrap(explained, max(width - first - 2, 20))
        yield from (
            "  " + left.ljust(first) + line for left, line in zip(chain([name], repeat("")), lines, strict=False)
        )
