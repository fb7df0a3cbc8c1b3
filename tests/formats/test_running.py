"""Patterns of headers and footers: lines, zones and gaps."""

from __future__ import annotations

from assembler.formats.running import Running

EN = Running("A report", "{page} of {pages}", "Draft")
FINAL = Running("A report", "{page} of {pages}", "")


def texts(running: Running, pattern: str) -> list[list[str]]:
    """Each line as its zones, what the word processor counts in braces."""
    return [["".join(piece.text for piece in zone) for zone in line.zones] for line in running.lines(pattern)]


def test_gaps_are_filled_and_the_page_comes_in_the_words_of_the_language() -> None:
    assert texts(EN, "{title}: {page}\n{stamp}") == [["A report: {page} of {pages}"], ["Draft"]]
    ((line,)) = EN.lines("{page}")
    assert [(piece.text, piece.is_field) for piece in line.zones[0]] == [
        ("{page}", True),
        (" of ", False),
        ("{pages}", True),
    ]


def test_a_line_of_which_nothing_is_left_is_gone_and_a_zone_keeps_its_place() -> None:
    assert texts(FINAL, "{page}\n{stamp}") == [["{page} of {pages}"]]
    assert texts(FINAL, "{stamp}\t{page}") == [["", "{page} of {pages}"]]
    assert texts(FINAL, "") == texts(FINAL, "{stamp}") == []


def test_zones_have_stops_after_the_first() -> None:
    stops = [line.tab_stops for line in EN.lines("a\na\tb\na\tb\tc")]
    assert stops == [(), ("right",), ("center", "right")]


def test_braces_in_a_title_are_no_gap() -> None:
    assert texts(Running("On {page}", "1", ""), "{title}") == [["On {page}"]]
    assert not any(piece.is_field for line in Running("{page}", "1", "").lines("{title}") for piece in line.zones[0])
