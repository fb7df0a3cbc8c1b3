"""How large a picture is printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.style.load import shipped
from assembler.style.pictures import Size, Width, printed, width

UN = shipped("un")

WRITTEN = {
    "80%": Width(share=0.8), "6cm": Width(60), "60mm": Width(60), " 2.5in ": Width(63.5), "72pt": Width(25.4),
    "96px": Width(25.4), "": None, "6": None, "6 cm": None, "-6cm": None, "0%": None, "0.0mm": None, "80 %": None,
    "6em": None, "1e3mm": None, "6cm;": None,
}  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), WRITTEN.items())
def test_a_width_is_a_share_or_a_length_and_nothing_else(written: str, meant: Width | None) -> None:
    found = width(written)
    assert (found is None) == (meant is None)
    if found is not None and meant is not None:
        assert (found.millimetres, found.share) == pytest.approx((meant.millimetres, meant.share))


SIDES = st.floats(0.1, 20_000)


@given(SIDES, SIDES, st.sampled_from([None, "100%", "250%", "1px", "99999cm"]), st.floats(0, 150))
def test_a_picture_keeps_its_proportions_and_stays_on_the_page(
    across: float, down: float, wanted: str | None, left: float
) -> None:
    size = printed(Size(across, down), wanted, UN.page, left)
    assert size.width <= UN.page.text_width - left + 0.01
    assert size.height < UN.page.text_height
    if min(size.width, size.height) > 1:
        assert size.width / size.height == pytest.approx(across / down, rel=0.02)


def test_without_a_wish_a_picture_has_its_own_size_where_there_is_room() -> None:
    assert printed(Size(50, 30), None, UN.page) == Size(50, 30)
    assert printed(Size(320, 30), None, UN.page) == Size(160, 15)
    assert printed(Size(50, 30), "nonsense", UN.page) == Size(50, 30)
    assert printed(Size(50, 30), "50%", UN.page, left=40) == Size(60, 36)
