"""Bars and tables: how far each language is, by part, section and original language.

A bar is a picture beside its figures, which say all that it shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assembler.catalog.status import Count, LanguageTally, Part, Tally
from assembler.report import wording
from assembler.report.html.about import Page, anchor, own_name, tag
from assembler.report.html.elements import Html, element, joined
from assembler.report.standing import cell
from assembler.report.voice import Voice

BAR = ("reviewed", "translated", "fuzzy", "waiting", "untranslated")
"""The states in a bar from left to right; what is translated and not reviewed comes behind what is."""


def _bar(words: Count) -> Html:
    """Shares of words as a picture; what it shows stands beside it in figures."""
    widths = {
        **{state: getattr(words, state) for state in BAR},
        "translated": words.translated - words.reviewed,
    }
    pieces: list[str] = []
    left = 0.0
    for state in BAR:
        width = 100 * widths[state] / words.to_translate if words.to_translate else 0.0
        if width:
            pieces.append(element("rect", class_=state, x=f"{left:.2f}", width=f"{width:.2f}", height=1))
        left += width
    return element("svg", *pieces, class_="bar", viewBox="0 0 100 1", preserveAspectRatio="none", aria_hidden="true")


def key(state: str) -> Html:
    """A small square in the colour of a state; empty where the state is not in the bars."""
    square = [element("rect", class_=state, width=12, height=12)] if state in BAR else []
    return element("svg", *square, class_="key", aria_hidden="true")


def cards(about: Page, voice: Voice) -> Html:
    """A heading and, for each language, a card with its share, its bar and its states."""
    translate = voice.translate
    made = [_card(code, tally, bool(about.entries.get(code)), voice) for code, tally in about.tallies.items()]
    heading = element("h2", translate("Languages"), " ", element("span", translate("units / words"), class_="count"))
    return joined([heading, element("div", *made, class_="cards")])


def _card(code: str, tally: LanguageTally, has_entries: bool, voice: Voice) -> Html:
    translate = voice.translate
    done = voice.percent(tally.percent) if tally.units.to_translate else translate("original")
    names = wording.state_names(translate)
    rows = [
        element("li", key(state), names[state], element("span", _pair(state, tally, voice), class_="number"))
        for state in (*BAR, "original", "obsolete")
        if getattr(tally.units, state)
    ]
    name = element("a", own_name(code), href=f"#{code}") if has_entries else own_name(code)
    heading = element("h3", name, element("span", done, class_="number"))
    return element("section", heading, _bar(tally.words), element("ul", *rows), class_="card")


def _pair(state: str, tally: Tally, voice: Voice) -> str:
    return voice.pair(getattr(tally.units, state), getattr(tally.words, state))


def table(corner: str, tallies: Mapping[str, LanguageTally], rows: Sequence[Html], voice: Voice) -> Html:
    """A table with a column for each language, which can be scrolled where it is too wide."""
    translate = voice.translate
    caption = element("caption", translate("to do: units / words"))
    head = element(
        "tr", element("th", corner, scope="col"), *(element("th", own_name(code), scope="col") for code in tallies)
    )
    grid = element("table", caption, element("thead", head), element("tbody", *rows))
    return element("div", grid, class_="table", tabindex=0, role="region", aria_label=corner)


def section_rows(about: Page, voice: Voice) -> Iterator[Html]:
    """A row for each section, below one for its part."""
    part_of = {section: part for part in about.parts for section in part.sections}
    listed = {(code, each.section) for code, entries in about.entries.items() for each in entries}
    shown: Part | None = None
    for section in dict.fromkeys(name for tally in about.tallies.values() for name in tally.sections):
        part = part_of.get(section)
        if part is not None and part is not shown:
            untitled = wording.untitled(part, voice.translate)
            title = element("span", part.title, lang=tag(about.original)) if part.title else untitled
            yield _row(title, [tally.parts.get(part.id) for tally in about.tallies.values()], voice, class_="part")
        shown = part
        links = [anchor(code, section) if (code, section) in listed else "" for code in about.tallies]
        cells = [tally.sections.get(section) for tally in about.tallies.values()]
        yield _row(section, cells, voice, links, class_="in-part" if part else None)


def original_rows(about: Page, voice: Voice) -> Iterator[Html]:
    """A row for each language that sections are written in."""
    for code in dict.fromkeys(code for tally in about.tallies.values() for code in tally.originals):
        yield _row(own_name(code), [tally.originals.get(code) for tally in about.tallies.values()], voice)


def _row(
    name: str, tallies: Sequence[Tally | None], voice: Voice, links: Sequence[str] = (), class_: str | None = None
) -> Html:
    cells = [_cell(tally, link, voice) for tally, link in zip(tallies, links or [""] * len(tallies), strict=True)]
    return element("tr", element("th", name, scope="row"), *cells, class_=class_)


def _cell(tally: Tally | None, link: str, voice: Voice) -> Html:
    text = cell(tally, voice)
    said = element("a", text, href=f"#{link}") if link else text
    is_open = tally is not None and tally.units.to_translate > tally.units.translated
    bar = [_bar(tally.words)] if tally is not None and is_open else []
    return element("td", said, *bar, class_=None if bar else "closed")
