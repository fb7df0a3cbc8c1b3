"""How wide the letters of fonts are, measured: the data in `assembler/style/widths`.

`python -m tools.widths` writes the data anew from the fonts on this machine, which fontconfig finds; a test compares
them. Of a TrueType font only the width of each glyph is read, and which glyph stands for which character.
"""

from __future__ import annotations

import struct
import subprocess
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

from assembler.style.ruler import PARTS

FAMILIES = ("Liberation Serif", "Liberation Sans", "Liberation Mono", "Carlito", "PT Serif", "PT Sans")
"""Those that are measured: free fonts, some of them made as wide as Times, Arial, Courier and Calibri."""

KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһ"
SIGNS = "«»“”„‘’‚–—…№§°₸€±×‑"
SPACES = "\u00a0\u2002\u2003\u2007\u2009\u202f"
MEASURED = "".join(map(chr, (*range(0x20, 0x7F), *range(0xC0, 0x100), *range(0x400, 0x460)))) + KAZAKH + SIGNS + SPACES
FOLDER = Path("assembler/style/widths")

Tables: TypeAlias = Mapping[str, bytes]


def widths(font: bytes, characters: str = MEASURED) -> dict[str, int]:
    """Hundredths of the size of type for each of the characters that a TrueType font has."""
    tables = _tables(font)
    units = struct.unpack(">H", tables["head"][18:20])[0]
    count = struct.unpack(">H", tables["hhea"][34:36])[0]
    advances = struct.unpack(f">{'Hh' * count}", tables["hmtx"][: 4 * count])[::2]
    glyphs = _glyphs(tables["cmap"])
    found = ((letter, glyphs[ord(letter)]) for letter in characters if ord(letter) in glyphs)
    return {letter: round(advances[min(glyph, count - 1)] * PARTS / units) for letter, glyph in found}


def _tables(font: bytes) -> Tables:
    count = struct.unpack(">H", font[4:6])[0]
    entries = (struct.unpack(">4sLLL", font[place : place + 16]) for place in range(12, 12 + 16 * count, 16))
    return {name.decode("ascii"): font[offset : offset + length] for name, _, offset, length in entries}


def _glyphs(cmap: bytes) -> dict[int, int]:
    """The glyph of each character in the first plane: the subtable for Windows, in format 4."""
    count = struct.unpack(">H", cmap[2:4])[0]
    entries = (struct.unpack(">HHL", cmap[place : place + 8]) for place in range(4, 4 + 8 * count, 8))
    table = cmap[next(offset for platform, encoding, offset in entries if (platform, encoding) == (3, 1)) :]
    kind, length, _, double = struct.unpack(">4H", table[:8])
    if kind != 4:
        raise ValueError(f"cmap format {kind}")
    half = double // 2
    numbers = struct.unpack(f">{length // 2}H", table[: length // 2 * 2])
    ends, starts = numbers[7 : 7 + half], numbers[8 + half : 8 + 2 * half]
    deltas, offsets = 8 + 2 * half, 8 + 3 * half
    found: dict[int, int] = {}
    for segment, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for character in range(start, end + 1):
            offset = numbers[offsets + segment]
            glyph = numbers[offsets + segment + offset // 2 + character - start] if offset else character
            if glyph and character < 0xFFFF:
                found[character] = (glyph + numbers[deltas + segment]) % 0x10000
    return found


def file_of(family: str, *, bold: bool) -> Path | None:
    """The file of a font, None where it is not installed."""
    style = "Bold" if bold else "Regular"
    asked = ["fc-match", "-f", "%{family}\t%{file}", f"{family}:style={style}"]
    run = subprocess.run(asked, capture_output=True, text=True, check=True)
    found, _, file = run.stdout.partition("\t")
    return Path(file) if family in found.split(",") else None


def data(family: str) -> str:
    """The TOML of a family: under each width the letters that have it. Raises FileNotFoundError without the font."""
    return f"# {family}, hundredths of the size of type.\n" + "\n".join(
        _weight(family, bold=bold) for bold in (False, True)
    )


def _weight(family: str, *, bold: bool) -> str:
    file = file_of(family, bold=bold)
    if file is None:
        raise FileNotFoundError(family)
    by_width = sorted(widths(file.read_bytes()).items(), key=lambda pair: pair[1])
    groups = groupby(by_width, key=lambda pair: pair[1])
    lines = (
        f'{width} = "{"".join(map(_escaped, sorted(letter for letter, _ in letters)))}"' for width, letters in groups
    )
    return "\n".join((f"[{'bold' if bold else 'regular'}]", *lines, ""))


def file_name(family: str) -> str:
    """The file of a family's data."""
    return f"{family.lower().replace(' ', '-')}.toml"


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    return f"\\u{ord(letter):04x}" if letter.isspace() and letter != " " else letter


if __name__ == "__main__":
    for each in FAMILIES:
        (FOLDER / file_name(each)).write_text(data(each), encoding="utf-8")
