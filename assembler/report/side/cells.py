"""Rows and cells as HTML: the words as the edition has them, below them what is to be said of their units.

Words are written by the writer of HTML editions, so that a note mark, a table or a reference looks and leads as there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from assembler.catalog.status import Listed
from assembler.document.model import Version, Words
from assembler.findings import Finding, in_reading_order
from assembler.formats.html.blocks import BODY, NOTE, write_blocks
from assembler.formats.html.ledger import Ledger
from assembler.formats.html.text import attribute
from assembler.language import load as languages
from assembler.report import wording
from assembler.report.html.about import tag
from assembler.report.html.elements import Html, element, joined
from assembler.report.side.about import ParallelPage, Unit
from assembler.report.side.rows import Row, unmarked, words_by_id
from assembler.report.terminal import severity_name
from assembler.report.voice import Voice
from assembler.worddiff import word_diff

LETTERS = {"original": "o", "translated": "t", "reviewed": "r", "fuzzy": "f", "untranslated": "u", "waiting": "w"}
"""States in the attribute by which the script filters."""

FOUND = "x"
"""Stands beside them where there are findings."""

MOST_AT_A_UNIT = 5
"""Findings of one rule in one unit that are written out; the rest is counted."""

BREAK = re.compile("(?<=[.-])")
"""Where an ID may be broken into lines."""

UNSAID = frozenset({"translated"})
"""States that a reader takes for granted."""

OPEN = frozenset({"fuzzy", "untranslated", "waiting"})

Findings = Mapping[tuple[str, str], Sequence[Finding]]
"""Findings by language and ID of a unit."""


class Place(NamedTuple):
    """A unit in the column of a language."""

    language: str
    id: str


class Writing:
    """What the rows of one page share while they are written."""

    def __init__(self, about: ParallelPage, voice: Voice, findings: Findings) -> None:
        self.about, self.voice, self.findings = about, voice, findings
        own = about.sheet.in_language(about.document.language)
        self.ledger = Ledger(about.document, own, draft=False, stamp=about.stamp, pictures=about.pictures)
        self.tags = {code: attribute(tag(code) or code) for code in about.languages}
        self.names = wording.state_names(voice.translate)
        turned = voice.language.direction != languages.load(about.document.language).direction
        self.interface = f'lang="{attribute(voice.language.tag)}"' + (
            f' dir="{voice.language.direction}"' if turned else ""
        )
        self.ids: set[str] = set()

    def row(self, row: Row) -> str:
        """A row of the table: its number and ID, then a cell for each language."""
        cells, states = [], []
        for position, version in enumerate(row.versions, 1):
            cell, state = self._cell(version, position, of_note=bool(row.note))
            cells.append(cell)
            states.append(state)
        first, *others = [id for id in row.units if id not in self.ids] or [""]
        self.ids.update(row.units)
        identity = f' id="{attribute(first)}"' if first else ""
        name = ' class="note"' if row.note else ""
        head = self._head(row, first, others)
        return f'<tr{identity}{name} data-s="{"/".join(states)}">{head}{"".join(cells)}</tr>\n'

    def _head(self, row: Row, first: str, others: Iterable[str]) -> str:
        """The number, which leads to the row, and the ID; anchors of the other units of the row."""
        translate = self.voice.translate
        number = str(row.number) if row.number else ""
        anchors = "".join(f'<span id="{attribute(each)}"></span>' for each in others)
        if row.note:
            place = self.ledger.called.get(row.note, 0)
            anchors += f'<span id="n_{place}"></span>'
            number = translate("note {number}").format(number=number or place)
        code = f"<code>{BREAK.sub('<wbr>', attribute(first))}</code>" if first else ""
        shown = f'<b class="no">{attribute(number)}</b>' if number else ""
        link = f'<a class="to" href="#{attribute(first)}">{shown}{code}</a>' if first else shown
        return f'<th scope="row">{link}{anchors}</th>' if anchors or link else "<td></td>"

    def _cell(self, version: Version[Words], position: int, *, of_note: bool) -> tuple[str, str]:
        """A cell, and the letters of the states of its units."""
        code = version.language
        places = [Place(code, id) for id in words_by_id(version)]
        ledger = self.ledger
        ledger.in_notes = of_note
        with ledger.inside(version):
            blocks = unmarked(version.blocks) if len(places) == 1 else version.blocks
            write_blocks(ledger, blocks, NOTE if of_note else BODY)
        ledger.in_notes = False
        words = "".join(ledger.out).replace("\n", "")
        ledger.out.clear()
        remarks = "".join(self._remarks(each, is_alone=len(places) == 1) for each in places)
        if remarks:
            remarks = f'<div class="about" {self.interface}>{remarks}</div>'
        return f'<td class="c{position}" lang="{self.tags[code]}">{words}{remarks}</td>', self._letters(places)

    def _letters(self, places: Iterable[Place]) -> str:
        found: dict[str, None] = {}
        for each in places:
            unit = self._unit(each)
            if unit is not None:
                found[LETTERS[state_of(unit)]] = None
            if each in self.findings:
                found[FOUND] = None
        return "".join(found)

    def _unit(self, place: Place) -> Unit | None:
        return self.about.units[place.language].get(place.id)

    def _remarks(self, place: Place, *, is_alone: bool) -> str:
        """What is to be said of a unit; where there are several in a cell, each is named and the usual is not said."""
        said = list(self._said(place, is_alone=is_alone))
        if not said or is_alone:
            return joined(said)
        return element("div", element("a", element("code", place.id), href=f"#{place.id}"), *said, class_="unit")

    def _said(self, place: Place, *, is_alone: bool) -> Iterator[Html]:
        unit = self._unit(place)
        if unit is not None:
            state = state_of(unit)
            if state in OPEN or (is_alone and state not in UNSAID):
                yield self._state(unit.listed, state)
            if state == "fuzzy":
                yield from self._difference(unit.listed)
        yield from _findings(self.findings.get(place, ()), self.voice)

    def _state(self, listed: Listed, state: str) -> Html:
        said = wording.state(listed, self.voice.translate) if state in OPEN else self.names[state]
        return element("p", said, class_=f"state {state}")

    def _difference(self, listed: Listed) -> Iterator[Html]:
        """The source with what changed in it since it was translated."""
        if listed.previous is None or listed.previous == listed.source:
            return
        translate = self.voice.translate
        marks = {"removed": "del", "added": "ins"}
        changes = (
            change.text if change.kind == "same" else element(marks[change.kind], change.text)
            for change in word_diff(listed.previous, listed.source)
        )
        heading = translate("What changed in it since it was translated:")
        source = element("span", *changes, lang=tag(listed.source_language), dir="auto")
        yield element("p", element("span", heading), " ", source, class_="was")


def state_of(unit: Unit) -> str:
    """The state of a unit; what is reviewed is not called translated."""
    return "reviewed" if unit.is_reviewed else unit.listed.state


def _findings(found: Iterable[Finding], voice: Voice) -> Iterator[Html]:
    """What was found in a unit. One fault in every word must not bury all else, nor make the page too big to open."""
    translate = voice.translate
    rules: Counter[str] = Counter()
    for each in in_reading_order(found):
        rules[each.code] += 1
        if rules[each.code] <= MOST_AT_A_UNIT:
            yield finding(each, voice)
    for code, count in rules.items():
        if count > MOST_AT_A_UNIT:
            more = translate("… and {count} more").format(count=voice.number(count - MOST_AT_A_UNIT))
            yield element("p", more, " ", element("code", code), class_="finding")


def finding(each: Finding, voice: Voice, *, with_place: bool = False) -> Html:
    """A finding: how bad it is, what it says, what to do; `with_place` also where."""
    translate = voice.translate
    severity = element("b", severity_name(each.severity, translate))
    said = [severity, ": ", voice.message(each)]
    if each.quote:
        said += [" ", element("q", each.quote, lang=tag(each.place.language or ""))]
    if hint := voice.hint(each):
        said += [" ", element("span", hint, class_="hint")]
    if with_place and str(each.place):
        said = [element("code", str(each.place)), " ", *said]
    said += [" ", element("code", each.code)]
    return element("p", *said, class_=f"finding {each.severity.value}")
