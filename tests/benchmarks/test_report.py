"""The arithmetic of the report, and what its table says."""

from __future__ import annotations

import json

import pytest

from benchmarks import report
from benchmarks.measure import Measured, Run
from benchmarks.report import Machine, Report, Result
from benchmarks.works import WORKS

WORK = {work.name: work for work in WORKS}


def taken(work: str, paragraphs: int, cpu: float, memory: float = 50) -> Measured:
    return Measured(work, paragraphs, (Run(cpu, 2 * cpu, memory),))


def result(work: str, paragraphs: int, cpu: float, memory: float = 50, **peers: float) -> Result:
    others = tuple(taken(name, paragraphs, seconds) for name, seconds in peers.items())
    return Result(WORK[work], taken(work, paragraphs, cpu, memory), others)


def made(*results: Result) -> Report:
    return Report(Machine(2, "3.11"), "", report.lines(results), ())


def test_growth_is_per_tenfold_whatever_the_sizes_were() -> None:
    assert report.growth(2, 20, 1) == pytest.approx(10)
    assert report.growth(2, 200, 2) == pytest.approx(10)
    assert report.growth(2, 4, 0.5) == pytest.approx(4)
    assert report.growth(0, 4, 1) is None


def test_each_size_is_compared_with_the_next_smaller_one() -> None:
    lines = made(
        result("update", 120_000, 30, 800), result("update", 1200, 0.3, 40), result("update", 12_000, 2.4, 80)
    ).lines
    assert [line.paragraphs for line in lines] == [1200, 12_000, 120_000]
    assert [line.growth for line in lines] == [None, pytest.approx(8), pytest.approx(12.5)]
    assert [line.memory_growth for line in lines] == [None, pytest.approx(2), pytest.approx(10)]


def test_the_budget_of_a_writer_is_so_many_times_what_compressing_the_bytes_took() -> None:
    lines = made(result("docx-bytes", 1200, 0.29, zip=0.1), result("docx-bytes", 12_000, 3.1, zip=1)).lines
    own = [line for line in lines if not line.peer]
    assert [line.budget for line in own] == pytest.approx([0.3, 3.0])
    assert [line.is_within for line in own] == [True, False]


def test_a_budget_belongs_to_a_size() -> None:
    lines = made(
        result("update", 1200, 0.4),
        result("update", 12_000, 3.1),
        result("update", 120_000, 99),
        result("help", 0, 0.1),
    ).lines
    assert [(line.work, line.budget, line.is_within) for line in lines] == [
        ("help", 0.06, False),
        ("update", 0.4, True),
        ("update", 3.0, False),
        ("update", None, True),
    ]


def test_memory_has_a_budget_too() -> None:
    lines = made(result("docx", 1200, 0.1, 40), result("docx", 12_000, 1, 251)).lines
    assert [(line.memory_budget, line.is_within) for line in lines] == [(250, True), (250, False)]


def test_a_peer_stands_behind_the_work_with_how_many_times_as_long_it_takes() -> None:
    lines = made(
        result("update", 1200, 0.5, pot2po=1.5), result("update", 12_000, 4, pot2po=18), result("status", 1200, 0.2)
    ).lines
    assert [(line.work, line.peer, line.paragraphs, line.ratio) for line in lines] == [
        ("update", "", 1200, None),
        ("update", "pot2po", 1200, pytest.approx(3)),
        ("update", "", 12_000, None),
        ("update", "pot2po", 12_000, pytest.approx(4.5)),
        ("status", "", 1200, None),
    ]
    assert lines[3].growth == pytest.approx(12)


def test_the_table_says_what_was_kept_and_what_not() -> None:
    lines = made(result("update", 1200, 0.25, pot2po=1), result("update", 12_000, 3.25))
    table = report.table(lines).splitlines()
    rows = [row.split() for row in table if row.startswith("  ")]
    assert rows[1] == ["assembler", "1,200", "0.25", "0.40", "kept", "50", "0.50", "1"]
    assert rows[2] == ["pot2po", "1,200", "1.00", "4.0", "×", "ours", "50", "2.00", "1"]
    assert rows[3][:5] == ["assembler", "12,000", "3.25", "3.00", "OVER"]
    assert rows[3][5:7] == ["×", "13.0"]


def test_the_table_ends_with_remarks_machine_and_the_date_it_was_given() -> None:
    text = report.table(Report(Machine(2, "3.11"), "22 November", (), ("pot2po is not installed",)))
    assert text.endswith("pot2po is not installed\n2 cores, Python 3.11, 22 November\n")


def test_the_json_has_every_figure_of_the_table() -> None:
    data = json.loads(report.as_json(made(result("update", 1200, 0.25, pot2po=1))))
    assert data["machine"] == {"cores": 2, "python": "3.11"}
    assert [(line["peer"], line["cpu"], line["budget"], line["ratio"]) for line in data["lines"]] == [
        ("", 0.25, 0.4, None),
        ("pot2po", 1.0, None, 4.0),
    ]
