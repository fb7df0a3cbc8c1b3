"""What was measured, as a table to read and as JSON to keep.

Growth is per tenfold: a cost that is ten times as high for ten times as many paragraphs grows by 10.0, whatever the two
sizes were. Less than that means that starting up still weighs; more, that something grows faster than the text.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct

from benchmarks.measure import Measured
from benchmarks.works import WORKS, Work


class Machine(Struct, frozen=True):
    cores: int
    python: str


class Line(Struct, frozen=True):
    """One work at one size. Seconds and megabytes are medians; `peer` is empty for the toolkit's own.

    `growth` and `memory_growth` are per tenfold since the next smaller size, None at the smallest. `ratio` is how many
    times as long as the toolkit a peer takes.
    """

    work: str
    peer: str
    paragraphs: int
    runs: int
    cpu: float
    wall: float
    memory: float
    budget: float | None = None
    memory_budget: float | None = None
    growth: float | None = None
    memory_growth: float | None = None
    ratio: float | None = None

    @property
    def is_within(self) -> bool:
        """Whether time and memory keep to their budgets, where there are any."""
        in_time = self.budget is None or self.cpu <= self.budget
        return in_time and (self.memory_budget is None or self.memory <= self.memory_budget)


class Report(Struct, frozen=True):
    """Everything of one run of the benchmark. `date` is what the caller said, empty when he said nothing."""

    machine: Machine
    date: str
    lines: tuple[Line, ...]
    remarks: tuple[str, ...]


class Result(Struct, frozen=True):
    """A measured work, and what peers took for the same at the same size."""

    work: Work
    own: Measured
    peers: tuple[Measured, ...] = ()


def lines(results: Sequence[Result]) -> tuple[Line, ...]:
    """Every work and every peer at every size, in the order of `WORKS`, smaller sizes first, peers behind."""
    order = [work.name for work in WORKS]
    ordered = sorted(results, key=lambda result: (order.index(result.work.name), result.own.paragraphs))
    return tuple(line for result in ordered for line in _lines(result, results))


def _lines(result: Result, results: Sequence[Result]) -> Iterator[Line]:
    work, own = result.work, result.own
    before = [other.own for other in results if other.work.name == work.name]
    yield _line(work.name, "", own, before, budget=_budget(result), memory_budget=_limit(work, own))
    for peer in result.peers:
        before = [each for other in results for each in other.peers if each.work == peer.work]
        yield _line(work.name, peer.work, peer, before, ratio=_quotient(peer.cpu, own.cpu))


def _budget(result: Result) -> float | None:
    """Seconds: those of the size, or so many times what the peer took."""
    work = result.work
    if work.times is not None and result.peers:
        return work.times * result.peers[0].cpu
    return work.budget.get(result.own.paragraphs)


def _limit(work: Work, own: Measured) -> float | None:
    return work.memory if own.paragraphs in work.budget else None


def _line(
    work: str,
    peer: str,
    taken: Measured,
    others: Sequence[Measured],
    *,
    budget: float | None = None,
    memory_budget: float | None = None,
    ratio: float | None = None,
) -> Line:
    smaller = [other for other in others if 0 < other.paragraphs < taken.paragraphs]
    below = max(smaller, key=lambda other: other.paragraphs, default=None)
    tenfolds = math.log10(taken.paragraphs / below.paragraphs) if below else 0
    return Line(
        work=work,
        peer=peer,
        paragraphs=taken.paragraphs,
        runs=len(taken.runs),
        cpu=taken.cpu,
        wall=taken.wall,
        memory=taken.memory,
        budget=budget,
        memory_budget=memory_budget,
        growth=growth(below.cpu, taken.cpu, tenfolds) if below else None,
        memory_growth=growth(below.memory, taken.memory, tenfolds) if below else None,
        ratio=ratio,
    )


def growth(small: float, large: float, tenfolds: float) -> float | None:
    """By what a cost grows with every tenfold; None when there was nothing to grow from."""
    quotient = _quotient(large, small)
    return None if quotient is None else quotient ** (1 / tenfolds)


def _quotient(above: float, below: float) -> float | None:
    return above / below if below else None


COLUMNS = ("paragraphs", "CPU s", "budget", "", "growth", "MB", "growth", "wall s", "runs")
NAME = 36
WIDTH = 11


def table(report: Report) -> str:
    """The report for a terminal: a block for each work, a row for each size, peers indented below."""
    does = {work.name: work.does for work in WORKS}
    rows = [_row("", COLUMNS)]
    title = ""
    for line in report.lines:
        if line.work != title:
            title = line.work
            rows += ["", f"{title}: {does[title]}"]
        rows.append(_row(f"    {line.peer}" if line.peer else "  assembler", _cells(line)))
    machine = f"{report.machine.cores} cores, Python {report.machine.python}"
    foot = f"{machine}, {report.date}" if report.date else machine
    return "\n".join([*rows, "", *report.remarks, foot]) + "\n"


def _row(name: str, cells: Sequence[str]) -> str:
    return f"{name:<{NAME}}{''.join(f'{cell:>{WIDTH}}' for cell in cells)}".rstrip()


def _cells(line: Line) -> tuple[str, ...]:
    return (
        f"{line.paragraphs:,}" if line.paragraphs else "any",
        f"{line.cpu:.2f}",
        "" if line.budget is None else f"{line.budget:.2f}",
        _verdict(line),
        _times(line.growth),
        f"{line.memory:.0f}" if line.memory else "",
        _times(line.memory_growth),
        f"{line.wall:.2f}",
        str(line.runs),
    )


def _verdict(line: Line) -> str:
    if line.ratio is not None:
        return f"{line.ratio:.1f} × ours"
    if line.budget is None:
        return ""
    return "kept" if line.is_within else "OVER"


def _times(factor: float | None) -> str:
    return "" if factor is None else f"× {factor:.1f}"


def as_json(report: Report) -> bytes:
    """The report as readable JSON."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n"
