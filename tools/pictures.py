"""The pictures of the sample submission, drawn from what its text says: `python -m tools.pictures`.

A chart with words, as a drawing for each language; and a sketch of a town without words, as pixels. The PNG that Word
wants beside a drawing is exported from it by a drawing program or a browser, at three times its size.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

FOLDER = Path(__file__).parents[1] / "pictures"

# --- a chart -------------------------------------------------------------------------------------------------------

WORDS = {
    "prisoners": ("1991 жыл", "2014 жыл", "100 000 тұрғынға шаққанда қамаудағы адамдар"),
    "prisoners.ru": ("1991 год", "2014 год", "Заключенных на 100 000 жителей"),
    "prisoners.en": ("1991", "2014", "Prisoners per 100,000 inhabitants"),
}
"""The words of the chart by the name of its file; the first is in the language of its section."""

PRISONERS = (397, 296)
UNIT = 0.75
"""Pixels of a bar for one prisoner."""


def chart(first: str, second: str, unit: str) -> str:
    """Two bars with their numbers, as SVG."""
    rows = "".join(
        f'<text x="0" y="{y + 25}">{escape(label)}</text>'
        f'<rect x="100" y="{y}" width="{value * UNIT:g}" height="38" fill="{fill}"/>'
        f'<text x="{108 + value * UNIT:g}" y="{y + 25}" font-weight="bold">{value}</text>'
        for y, label, value, fill in zip((34, 84), (first, second), PRISONERS, ("#6b7f8c", "#14506b"), strict=True)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="450" height="136" viewBox="0 0 450 136">\n'
        '<g font-family="PT Sans, Carlito, DejaVu Sans, sans-serif" font-size="17" fill="#1a1a1a">\n'
        f'<text x="0" y="16">{escape(unit)}</text>\n{rows}\n'
        '<path d="M100 28V128" stroke="#1a1a1a" stroke-width="1.5"/>\n</g>\n</svg>\n'
    )


# --- a sketch ------------------------------------------------------------------------------------------------------

WIDE, HIGH = 900, 420
EDGE = 1.0
"""Over how many pixels one colour passes into the other at the edge of a shape."""

WHITE, TOWN, STREET, CENTRE, PLACE = (255, 255, 255), (226, 231, 234), (255, 255, 255), (107, 127, 140), (179, 38, 30)
Colour = tuple[int, int, int]
Distance = Callable[[float, float], float]
"""How far a point is from the edge of a shape; inside it is negative."""


def ring(x: float, y: float, inner: float, outer: float) -> Distance:
    """A ring, or with `inner` 0 a disc."""
    return lambda a, b: max(math.hypot(a - x, b - y) - outer, inner - math.hypot(a - x, b - y) if inner else -outer)


def street(x1: float, y1: float, x2: float, y2: float, width: float) -> Distance:
    """A straight line of some width."""
    length = math.hypot(x2 - x1, y2 - y1)

    def distance(a: float, b: float) -> float:
        along = max(0.0, min(1.0, ((a - x1) * (x2 - x1) + (b - y1) * (y2 - y1)) / length**2))
        return math.hypot(a - x1 - along * (x2 - x1), b - y1 - along * (y2 - y1)) - width / 2

    return distance


def town(a: float, b: float) -> float:
    """An oval that fills the middle."""
    return (math.hypot((a - 430) / 1.9, b - 210) - 190) * 1.4


def sketch() -> bytes:
    """A town with its streets, the seat of power in its centre, and the one place for assemblies at its edge."""
    centre, place = (430, 210), (792, 330)
    shapes: list[tuple[Distance, Colour]] = [
        (town, TOWN),
        *((street(430, 210, 430 + 420 * math.cos(t), 210 + 420 * math.sin(t), 9), STREET) for t in
          (0.32, 1.1, 2.0, 2.9, 3.6, 4.4, 5.2, 5.9)),
        *((ring(*centre, r, r + 7), STREET) for r in (75, 140)),
        (ring(*centre, 0, 26), CENTRE),
        (ring(*place, 0, 15), PLACE),
        (ring(*place, 24, 30), PLACE),
    ]  # fmt: skip
    rows = [b"\x00" + bytes(part for x in range(WIDE) for part in _colour(shapes, x, y)) for y in range(HIGH)]
    return _png(b"".join(rows))


def _colour(shapes: list[tuple[Distance, Colour]], x: int, y: int) -> Colour:
    red, green, blue = WHITE
    for number, (distance, colour) in enumerate(shapes):
        share = max(0.0, min(1.0, 0.5 - distance(x, y) / EDGE))
        if colour == STREET and number and town(x, y) > 0:
            continue
        red, green, blue = (
            round(old + (new - old) * share) for old, new in zip((red, green, blue), colour, strict=True)
        )
    return red, green, blue


def _png(rows: bytes) -> bytes:
    header = WIDE.to_bytes(4) + HIGH.to_bytes(4) + b"\x08\x02\x00\x00\x00"
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    chunks = (len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4) for kind, data in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, words in WORDS.items():
        (FOLDER / f"{name}.svg").write_text(chart(*words), encoding="utf-8")
    (FOLDER / "place-for-assemblies.png").write_bytes(sketch())


if __name__ == "__main__":
    main()
