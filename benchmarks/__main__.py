"""`python -m benchmarks`: measure, print the table, write the figures."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from pathlib import Path

import click

from benchmarks import peers, prepare, report, writing
from benchmarks.measure import CommandFailedError, Measured, compile_toolkit, measure
from benchmarks.prepare import Prepared
from benchmarks.report import Machine, Report, Result
from benchmarks.works import WORKS, Work, is_possible

HERE = Path(__file__).parent
ONE = 1200
"""Paragraphs at size 1: a submission of seventy pages."""
RUNS = {1: 5, 10: 3}
"""By size; larger ones run once."""


def say(text: str) -> None:
    """How far it is, to standard error: the table alone goes to standard output."""
    print(text, file=sys.stderr, flush=True)


def results(prepared: Prepared, works: list[Work], runs: int, *, beside: bool, remarks: list[str]) -> list[Result]:
    """Every one of the works at one size, and their peers."""
    found: list[Result] = []
    for work in works:
        say(f"  {work.name}: {work.does}")
        submission = prepared.edited if work.edited else prepared.current
        paragraphs = prepared.paragraphs if work.any_size else 0
        if work.command is None:
            written, compressed = writing.beside_zip(work.name, work.format, prepared, runs)
            found.append(Result(work, written, (compressed,)))
            continue
        own = measure(work.name, paragraphs, [work.command], submission, runs)
        found.append(Result(work, own, _beside(work, prepared, runs, remarks) if beside else ()))
    return found


def _beside(work: Work, prepared: Prepared, runs: int, remarks: list[str]) -> tuple[Measured, ...]:
    with tempfile.TemporaryDirectory(prefix="benchmark-") as scratch:
        taken = list(peers.measured(work.name, prepared, Path(scratch), runs))
    remarks += [each for each in taken if isinstance(each, str)]
    return tuple(each for each in taken if isinstance(each, Measured))


def chosen(only: str) -> list[Work]:
    """The works named, all by default. Raises click.BadParameter for a name that is none."""
    names = [name for name in only.split(",") if name]
    known = [work.name for work in WORKS]
    for name in names:
        if name not in known:
            raise click.BadParameter(f"“{name}” is not measured; known: {', '.join(known)}.", param_hint="--only")
    return [work for work in WORKS if not names or work.name in names]


def numbers(sizes: str) -> list[int]:
    """The sizes that are named, smallest first. Raises click.BadParameter."""
    try:
        found = sorted({int(size) for size in sizes.split(",")})
    except ValueError:
        found = []
    if not found or found[0] < 1:
        raise click.BadParameter("Write whole numbers with commas: 1,10,100.", param_hint="--sizes")
    return found


@click.command(help="Measure the toolkit's commands as whole processes, in CPU seconds, beside what others take.")
@click.option("--sizes", default="1,10,100", show_default=True, help=f"Multiples of {ONE:,} paragraphs.")
@click.option("--only", default="", help=f"With commas, of: {', '.join(work.name for work in WORKS)}.")
@click.option("--runs", type=click.IntRange(min=1), help="Runs of each command (default: 5 at 1, 3 at 10, else 1).")
@click.option("--peers/--no-peers", "beside", default=True, help="Measure pandoc and pot2po too, where installed.")
@click.option("--date", default="", help="What the report says of its date.")
@click.option(
    "--json",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    default=HERE / "results" / "latest.json",
    help="Where the figures go (default: benchmarks/results/latest.json).",
)
def main(sizes: str, only: str, runs: int | None, beside: bool, date: str, file: Path) -> None:
    works = [work for work in chosen(only) if is_possible(work)]
    remarks = [f"{work.name}: the toolkit does not write this format yet" for work in chosen(only) if work not in works]
    found: list[Result] = []
    compile_toolkit()
    for size in numbers(sizes):
        say(f"{size * ONE:,} paragraphs")
        prepared = prepare.prepared(HERE / ".cache", size * ONE)
        here = [work for work in works if work.any_size or not any(result.work == work for result in found)]
        try:
            found += results(prepared, here, runs or RUNS.get(size, 1), beside=beside, remarks=remarks)
        except CommandFailedError as failure:
            raise click.ClickException(str(failure)) from failure
        done = _kept(found, remarks, date, file)  # what one size took is not lost when a larger one is interrupted
        print(report.table(done), end="")
    print(file)


def _kept(found: list[Result], remarks: list[str], date: str, file: Path) -> Report:
    machine = Machine(os.cpu_count() or 0, platform.python_version())
    done = Report(machine, date, report.lines(found), tuple(dict.fromkeys(remarks)))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(report.as_json(done))
    return done


if __name__ == "__main__":
    main()
