"""How well versions of a text are aligned: the share of links that are right and found, beside Gale and Church.

`python -m benchmarks.alignment` takes texts that stand in three languages, row by row: the Universal Declaration of
Human Rights, as DOCX, ODT and Markdown read by `adopt` itself, the indicators of the Sustainable Development Goals and
news. On each side some paragraphs are dropped at random, and some joined with the next; then it is known which belong
together. A link is a paragraph of the one side and one of the other; F1 weighs what is wrong and what is missing alike.

The weights of `align/weights.py` were set on other random drops and joins of these texts (seeds from 200 on), never on
the ones that are measured here. nltk's Gale and Church, which knows lengths alone, runs on the same pieces where nltk
is installed.
"""

from __future__ import annotations

import importlib.util
import json
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from random import Random
from statistics import mean
from typing import Any

import click
from msgspec import Struct

from assembler.align.concepts import finder
from assembler.align.model import CERTAIN, Links, Piece
from assembler.align.pairwise import Text, aligned, text

LANGUAGES = ("ru", "kk", "en")
SEEDS = 20
SHARE = 0.08
"""Of the paragraphs of each side, as many are dropped, and as many joined with the next."""

Pairs = frozenset[tuple[int, int]]


class Row(Struct, frozen=True):
    """A paragraph that is the same in all languages: its name, and a piece for each language that has it."""

    name: str
    pieces: Mapping[str, Piece]


class Side(Struct, frozen=True):
    """One version: its pieces, and the rows that each of them holds."""

    language: str
    pieces: tuple[Piece, ...]
    rows: tuple[tuple[str, ...], ...]


class Score(Struct, frozen=True):
    """Of one alignment: F1; how many links are called certain, and how many of these are wrong; the processor's time
    in seconds."""

    f1: float
    certain: int
    wrong: int
    links: int
    seconds: float


# --- texts -----------------------------------------------------------------------------------------------------


def rows(file: Path) -> list[Row]:
    """The rows of one of the shared texts (`data/parallel/*/*.json`)."""
    found: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))
    return [
        Row(
            row["id"],
            {
                code: Piece(row[code], "heading" if row["id"].endswith(".title") else "paragraph")
                for code in LANGUAGES
                if row[code]
            },
        )
        for row in found
    ]


def side(rows: Iterable[Row], language: str, random: Random, share: float = SHARE) -> Side:
    """The version in a language, with some paragraphs dropped and some joined with the next."""
    kept = [(row.name, row.pieces[language]) for row in rows if language in row.pieces and random.random() >= share]
    pieces: list[Piece] = []
    names: list[tuple[str, ...]] = []
    while kept:
        name, piece = kept.pop(0)
        if kept and random.random() < share:
            following, other = kept.pop(0)
            pieces.append(Piece(f"{piece.words} {other.words}"))
            names.append((name, following))
        else:
            pieces.append(piece)
            names.append((name,))
    return Side(language, tuple(pieces), tuple(names))


def gold(left: Side, right: Side) -> Pairs:
    """What belongs together: pieces that hold the same row."""
    where = {name: place for place, held in enumerate(right.rows) for name in held}
    return frozenset((place, where[name]) for place, held in enumerate(left.rows) for name in held if name in where)


# --- figures ---------------------------------------------------------------------------------------------------


def f1(right: Pairs, found: Pairs) -> float:
    return 2 * len(right & found) / (len(right) + len(found)) if right or found else 1.0


Align = Callable[[Side, Side], Links]


def ours(left: Side, right: Side) -> Links:
    """As `adopt` aligns, without an embedding model."""
    return aligned(_text(left), _text(right))


def _text(side: Side) -> Text:
    return text(side.pieces, side.language, finder(side.language))


def score(left: Side, right: Side, align: Align = ours) -> Score:
    started = time.process_time()
    links = align(left, right)
    seconds = time.process_time() - started
    true = gold(left, right)
    found = frozenset(pair for link in links for pair in link.pairs)
    alone = [link for link in links if len(link.left) == len(link.right) == 1]
    certain = {pair for link in alone if link.confidence >= CERTAIN and not link.moved for pair in link.pairs}
    return Score(f1(true, found), len(certain), len(certain - true), len(found), seconds)


def gale_church(left: Side, right: Side) -> float:
    """F1 of nltk's aligner on the same pieces."""
    from nltk.translate.gale_church import align_blocks

    lengths = ([len(piece.words) for piece in side.pieces] for side in (left, right))
    return f1(gold(left, right), frozenset(align_blocks(*lengths)))


class Figures(Struct, frozen=True):
    """Of one pair of languages over all seeds."""

    pair: tuple[str, str]
    f1: float
    certain: float
    wrong: float
    seconds: float
    gale_church: float | None


def measured(rows: Sequence[Row], seeds: Iterable[int], share: float = SHARE, *, beside: bool = False) -> list[Figures]:
    """The figures of every pair of languages; `beside`: Gale and Church too."""
    seeds = list(seeds)
    return [_figures(rows, pair, seeds, share, beside=beside) for pair in combinations(LANGUAGES, 2)]


def _figures(rows: Sequence[Row], pair: tuple[str, str], seeds: list[int], share: float, *, beside: bool) -> Figures:
    sides = [_sides(rows, pair, seed, share) for seed in seeds]
    scores = [score(*each) for each in sides]
    certain = sum(each.certain for each in scores)
    return Figures(
        pair,
        mean(each.f1 for each in scores),
        certain / sum(each.links for each in scores),
        sum(each.wrong for each in scores) / (certain or 1),
        mean(each.seconds for each in scores),
        mean(gale_church(*each) for each in sides) if beside else None,
    )


def _sides(rows: Sequence[Row], pair: tuple[str, str], seed: int, share: float) -> tuple[Side, Side]:
    random = Random(f"{seed} {pair}")
    left, right = (side(rows, language, random, share) for language in pair)
    return left, right


# --- the table -------------------------------------------------------------------------------------------------


def lines(name: str, figures: Sequence[Figures]) -> Iterator[str]:
    for each in figures:
        beside = "" if each.gale_church is None else f"{each.gale_church:.3f}"
        yield (
            f"| {name} | {'–'.join(each.pair)} | {each.f1:.3f} | {beside} | {each.certain:.0%} | {each.wrong:.2%} | "
            f"{each.seconds * 1000:.0f} ms |"
        )


HEAD = """\
| text | pair | F1 | Gale–Church | certain | of these wrong | time |
|---|---|--:|--:|--:|--:|--:|"""


@click.command(help=__doc__)
@click.option(
    "--shared", type=click.Path(path_type=Path, file_okay=False, exists=True), help="The folder of shared data."
)
@click.option("--seeds", default=SEEDS, show_default=True, help="How many random drops and joins of the Declaration.")
def main(shared: Path | None, seeds: int) -> None:
    from benchmarks.documents import declaration

    folder = shared or Path(os.environ.get("ASSEMBLER_SHARED", Path(__file__).parent.parent.parent / "shared"))
    parallel = folder / "data" / "parallel"
    beside = importlib.util.find_spec("nltk") is not None
    click.echo(HEAD)
    for name, whole in declaration(folder):
        for line in lines(f"UDHR, {name}", measured(whole, [0], 0.0, beside=beside)):
            click.echo(line)
    udhr = rows(parallel / "udhr" / "udhr.json")
    texts = {
        f"UDHR, {SHARE:.0%} dropped, {SHARE:.0%} joined, {seeds} seeds": (udhr, range(seeds)),
        "SDG indicators, the same, 3 seeds": (rows(parallel / "sdg" / "global_indicators.json"), range(3)),
        "NTREX, the same, 1 seed": (rows(parallel / "ntrex" / "ntrex.json"), range(1)),
    }
    for name, (text_rows, some) in texts.items():
        for line in lines(name, measured(text_rows, some, beside=beside)):
            click.echo(line)


if __name__ == "__main__":
    main()
