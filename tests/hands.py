"""Hands that a catalog passes through: what programs and people do to a PO file.

A hand takes the bytes of a catalog and gives back bytes. gettext's programs, polib and translate-toolkit (the file
formats of Weblate) do their own work here; of Poedit and OmegaT we repeat what they do when they save a file: Poedit
rewrites the header and has msgcat print the rest, OmegaT copies the file line by line and prints each msgstr anew.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polib

from tests.conftest import absent

Hand = Callable[[bytes], bytes]

BLANK = re.compile(rb"\n(?:[ \t]*\n)+")
ENTRY = re.compile(rb"(?:[^\n]+\n)+")
HEADER = re.compile(rb'(?:#[^\n]*\n)*msgid ""\nmsgstr ""\n(?:"[^\n]*\n)+')


def gettext(program: str, *options: str) -> Hand:
    """A program of gettext that reads a catalog from its standard input; the test skips where it is not installed."""

    def hand(data: bytes) -> bytes:
        return _run([_program(program), *options, "-"], data)

    return hand


class RefusedByToolError(Exception):
    """A program did not accept the catalog; its words are the argument."""


def _run(command: list[str], data: bytes) -> bytes:
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    if done.returncode:
        raise RefusedByToolError(done.stderr.decode(errors="replace"))
    return done.stdout


def _program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        absent(name)
    return str(path)


def msgmerge(data: bytes, template: Path, *options: str) -> bytes:
    """Merged with a template by likeness, as Weblate's add-on and Poedit's “Update from POT file” do."""
    return _run([_program("msgmerge"), "--quiet", *options, "-", str(template)], data)


def by_polib(width: int) -> Hand:
    def hand(data: bytes) -> bytes:
        return f"{polib.pofile(data.decode(), wrapwidth=width)}\n".encode()

    return hand


def weblate_store(data: bytes) -> Any:
    """The catalog as Weblate holds it in memory."""
    try:
        from translate.storage.po import pofile
    except ImportError:
        absent("translate-toolkit")
    store = pofile()
    store.parse(data)
    return store


def weblate(width: int | None = None) -> Hand:
    """Opened and saved: the header says who and when, as after any change in Weblate."""

    def hand(data: bytes) -> bytes:
        store = weblate_store(data)
        if width is not None:
            store.wrapper.width = width
        store.updateheader(
            add=True,
            x_generator="Weblate 5.14.3",
            last_translator="Айгуль <aigul@example.org>",
            language_team="Қазақша <https://example.org/kk/>",
            PO_Revision_Date="2016-05-27 12:00+0000",
        )
        return bytes(store)

    return hand


POEDIT = (
    b'"X-Generator: Poedit 3.4.2\\n"\n"X-Poedit-Basepath: .\\n"\n"X-Poedit-SourceCharset: UTF-8\\n"\n'
    b'"X-Poedit-Bookmarks: 3,-1,-1,-1,-1,-1,-1,-1,-1,-1\\n"\n'
)


def poedit(*options: str) -> Hand:
    """Saved in Poedit: fields in its own order and of its own, the rest as msgcat prints it."""

    def hand(data: bytes) -> bytes:
        found = HEADER.match(data)
        assert found
        lines = found[0].splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith((b'"PO-Revision-Date', b'"Last-Translator'))]
        named = b'"PO-Revision-Date: 2016-05-27 12:00+0600\\n"\n"Last-Translator: Dana <dana@example.org>\\n"\n'
        header = b"".join(kept[:3]) + named + b"".join(kept[3:]) + POEDIT
        return gettext("msgcat", "--force-po", *options)(header + data[found.end() :])

    return hand


def omegat(data: bytes) -> bytes:
    """Taken through an OmegaT project in which nothing was translated.

    OmegaT knows no fuzzy translations: it drops the flag, the previous source and the words.
    """
    blocks = BLANK.split(data.replace(b'msgstr ""\n"', b'msgstr "', 1).rstrip(b"\n"))
    return b"\n\n".join(b"\n".join(_through_omegat(block)) for block in blocks) + b"\n"


def _through_omegat(block: bytes) -> list[bytes]:
    lines = block.split(b"\n")
    kept = [line for line in lines if not line.startswith((b"#, fuzzy", b"#| "))]
    living = next((number for number, line in enumerate(kept) if line.startswith(b"msgstr")), None)
    if living is None or b"#, fuzzy" not in lines:
        return kept
    return [*kept[:living], b'msgstr ""']


def bom(data: bytes) -> bytes:
    return b"\xef\xbb\xbf" + data


def crlf(data: bytes) -> bytes:
    return data.replace(b"\n", b"\r\n")


def mixed_line_ends(data: bytes) -> bytes:
    lines = data.split(b"\n")
    return b"".join(line + (b"\r\n" if number % 3 else b"\n") for number, line in enumerate(lines))


def without_last_line_end(data: bytes) -> bytes:
    return data.rstrip(b"\n")


def tabs(data: bytes) -> bytes:
    spaced = re.sub(rb"^(#~ )?(msgctxt|msgid|msgstr) ", rb"\1\t\2\t  ", data, flags=re.MULTILINE)
    return re.sub(rb'"$', b'"  \t', spaced, flags=re.MULTILINE)


def blank_lines(data: bytes) -> bytes:
    return b"\n\n" + data.replace(b"\n\n", b"\n\n \n\t\n\n") + b"\n\n\n"


def no_blank_lines(data: bytes) -> bytes:
    return BLANK.sub(b"\n", data)


def reversed_entries(data: bytes) -> bytes:
    header, *entries = ENTRY.findall(data)
    return b"\n".join([header, *reversed(entries)])


def header_at_the_end(data: bytes) -> bytes:
    header, *entries = ENTRY.findall(data)
    return b"\n".join([*entries, header])


def reversed_header(data: bytes) -> bytes:
    found = HEADER.match(data)
    assert found
    first, second, *fields = found[0].splitlines(keepends=True)
    return first + second + b"".join(reversed(fields)) + data[found.end() :]


def no_header(data: bytes) -> bytes:
    return HEADER.sub(b"", data, count=1).lstrip(b"\n")


def bare_header(data: bytes) -> bytes:
    return HEADER.sub(b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\\\n"\n', data, count=1)


def commented_header(data: bytes) -> bytes:
    return b"# Kazakh translation.\n# Copyright (C) 2016\n#\n" + data


def fuzzy_header(data: bytes) -> bytes:
    return b"#, fuzzy\n" + data


def plural_forms(data: bytes) -> bytes:
    return re.sub(rb"Plural-Forms:[^\\]*", b"Plural-Forms: nplurals=6; plural=(n==0 ? 5 : n%3);", data)


def no_plural_forms(data: bytes) -> bytes:
    return re.sub(rb'"Plural-Forms:[^\n]*\n', b"", data)


def flags(data: bytes) -> bytes:
    return re.sub(rb"^msgctxt", b"#, no-wrap\n#, no-c-format\nmsgctxt", data, flags=re.MULTILINE)


def comments(data: bytes) -> bytes:
    return re.sub(rb"^(#\. )", rb"# Seen by the lawyers.\n#\n\1", data, flags=re.MULTILINE)


def repeated(data: bytes) -> bytes:
    """The same entries once more, as a careless merge of two branches leaves them."""
    return data + b"\n" + b"\n".join(ENTRY.findall(data)[1:])


FOREIGN = """
msgctxt "menu"
msgid "item"
msgid_plural "items"
{forms}
msgid "Save"
msgstr "Сақтау"

#, fuzzy
#~| msgid "Opens"
#~ msgid "Open"
#~ msgstr "Ашу"
"""


def foreign_entries(data: bytes) -> bytes:
    """Entries that are not ours, one with as many plural forms as the header asks for."""
    declared = re.search(rb"nplurals=(\d)", data)
    assert declared
    forms = "".join(f'msgstr[{number}] "тармақ"\n' for number in range(int(declared[1])))
    return data + FOREIGN.format(forms=forms).encode()


def bent_previous(data: bytes) -> bytes:
    """Previous sources of obsolete entries wrapped, with CRLF, without spaces."""
    return re.sub(
        rb'^#~\| msgid "(.{9,20}?) ([^\n]*)"$', rb'#~|msgid ""\r\n#~| "\1 "\n#~|"\2"', data, flags=re.MULTILINE
    )


def in_charset(name: str) -> Hand:
    def hand(data: bytes) -> bytes:
        return data.decode().replace("charset=UTF-8", f"charset={name}").encode(name, "strict")

    return hand
