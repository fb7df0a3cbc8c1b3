"""The cheapest way through two texts, against all ways there are."""

from __future__ import annotations

from collections.abc import Iterator
from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from assembler.align.lattice import SHAPES, cheapest

GAP = 2.0
COSTS = st.floats(-5, 5, allow_nan=False)
Way = tuple[tuple[int, int, tuple[int, int]], ...]


@st.composite
def lattices(draw: st.DrawFn) -> tuple[int, int, dict[tuple[int, int, int], float]]:
    left, right = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    costs = {
        (i, j, number): draw(COSTS)
        for i in range(left)
        for j in range(right)
        for number, (take, give) in enumerate(SHAPES)
        if i + take <= left and j + give <= right
    }
    return left, right, costs


def ways(i: int, j: int, left: int, right: int) -> Iterator[Way]:
    if (i, j) == (left, right):
        yield ()
    for take, give in (*SHAPES, (1, 0), (0, 1)):
        if i + take <= left and j + give <= right:
            for rest in ways(i + take, j + give, left, right):
                yield ((i, j, (take, give)), *rest)


def cost(way: Way, costs: dict[tuple[int, int, int], float]) -> float:
    return sum(costs[i, j, SHAPES.index(shape)] if shape in SHAPES else GAP for i, j, shape in way)


@given(lattices())
def test_no_way_is_cheaper_and_margins_tell_what_the_best_other_one_costs(
    lattice: tuple[int, int, dict[tuple[int, int, int], float]],
) -> None:
    left, right, costs = lattice
    prices = [
        tuple(
            {j: costs[i, j, number] for j in range(right) if (i, j, number) in costs} for number in range(len(SHAPES))
        )
        for i in range(left)
    ]
    band = [(0, right)] * (left + 1)
    every = list(ways(0, 0, left, right))
    best = min(cost(way, costs) for way in every)
    steps = cheapest(prices, band, GAP)
    found = {(step.left, step.right, step.shape) for step in steps}
    gaps = left + right - sum(sum(step.shape) for step in steps)
    assert isclose(sum(costs[i, j, SHAPES.index(shape)] for i, j, shape in found) + gaps * GAP, best, abs_tol=1e-6)
    for step in steps:
        others = [cost(way, costs) for way in every if (step.left, step.right, step.shape) not in way]
        assert isclose(step.margin, min(others) - best, abs_tol=1e-6)
