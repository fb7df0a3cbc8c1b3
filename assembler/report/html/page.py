"""The state of translations as one page that needs nothing but a browser, not even a network or a script.

Above stand bars by language, part, section and original language; below, all that is not done, grouped as a translator
works: by language and section, each with the catalog's file. The script only filters. The page says by a
Content-Security-Policy that no other script may run and nothing may be fetched.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from urllib.parse import quote

from msgspec import Struct

from assembler.catalog.status import Count, LanguageTally, Listed, Part, Tally
from assembler.language import load as languages
from assembler.report import wording
from assembler.report.html.elements import Html, element, joined
from assembler.report.standing import cell
from assembler.report.voice import Voice

BAR = ("reviewed", "translated", "fuzzy", "waiting", "untranslated")
"""The states in a bar from left to right; what is translated and not reviewed comes behind what is."""


class Page(Struct, frozen=True):
    """What the page tells. `title` is the submission's, in the language `original`; all else is by language.

    `revision` is named where the entries are only those that changed since.
    """

    title: str
    original: str
    tallies: Mapping[str, LanguageTally]
    entries: Mapping[str, Sequence[Listed]]
    parts: Sequence[Part] = ()
    revision: str = ""


def page(about: Page, voice: Voice) -> str:
    """The whole file as text; the same for the same values."""
    translate = voice.translate
    heading = translate("State of the translations")
    script, style = (Html((files(__package__) / f"page.{kind}").read_text(encoding="utf-8")) for kind in ("js", "css"))
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(script)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", f"{heading}: {about.title}"),
        element("style", style),
    )
    body = element("body", _header(about, heading), element("main", *_main(about, voice)), element("script", script))
    return f"<!DOCTYPE html>\n{element('html', head, Html(chr(10)), body, lang=_tag(voice.language.code))}\n"


def _policy(script: str) -> str:
    digest = b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"


def _tag(code: str) -> str | None:
    """The language tag of texts; None where the language is not known."""
    return languages.load(code).tag if code in languages.known() else None


def _name(code: str) -> Html:
    """A language by its own name."""
    return element("span", languages.load(code).name, lang=_tag(code))


def _header(about: Page, heading: str) -> Html:
    title = element("p", about.title, class_="faint", lang=_tag(about.original))
    return element("header", title, element("h1", heading))


def _main(about: Page, voice: Voice) -> Iterator[Html]:
    translate = voice.translate
    yield _cards(about, voice)
    yield element("h2", translate("Parts and sections"), id="sections")
    yield _table(translate("Section"), about.tallies, list(_section_rows(about, voice)), voice)
    originals = dict.fromkeys(code for tally in about.tallies.values() for code in tally.originals)
    if len(originals) > 1:
        rows = [
            _row(_name(code), [tally.originals.get(code) for tally in about.tallies.values()], voice)
            for code in originals
        ]
        yield element("h2", translate("Original languages"), id="originals")
        yield _table(translate("Original language"), about.tallies, rows, voice)
    yield element("h2", translate("What is to be done"), id="to-do")
    if about.revision:
        only = translate("Only what changed since {revision} is listed.").format(revision=about.revision)
        yield element("p", only)
    if any(about.entries.values()):
        yield from _to_do(about, voice)
    else:
        yield element("p", translate("Nothing: every text has a current translation."))


# --- bars ------------------------------------------------------------------------------------------------------


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


def _key(state: str) -> Html:
    """A small square in the colour of a state; empty where the state is not in the bars."""
    square = [element("rect", class_=state, width=12, height=12)] if state in BAR else []
    return element("svg", *square, class_="key", aria_hidden="true")


def _cards(about: Page, voice: Voice) -> Html:
    translate = voice.translate
    cards = [_card(code, tally, bool(about.entries.get(code)), voice) for code, tally in about.tallies.items()]
    heading = element("h2", translate("Languages"), " ", element("span", translate("units / words"), class_="count"))
    return joined([heading, element("div", *cards, class_="cards")])


def _card(code: str, tally: LanguageTally, has_entries: bool, voice: Voice) -> Html:
    translate = voice.translate
    done = voice.percent(tally.percent) if tally.units.to_translate else translate("original")
    names = wording.state_names(translate)
    rows = [
        element("li", _key(state), names[state], element("span", _pair(state, tally, voice), class_="number"))
        for state in (*BAR, "original", "obsolete")
        if getattr(tally.units, state)
    ]
    name = element("a", _name(code), href=f"#{code}") if has_entries else _name(code)
    heading = element("h3", name, element("span", done, class_="number"))
    return element("section", heading, _bar(tally.words), element("ul", *rows), class_="card")


def _pair(state: str, tally: Tally, voice: Voice) -> str:
    return voice.pair(getattr(tally.units, state), getattr(tally.words, state))


def _table(corner: str, tallies: Mapping[str, LanguageTally], rows: Sequence[Html], voice: Voice) -> Html:
    translate = voice.translate
    caption = element("caption", translate("to do: units / words"))
    head = element(
        "tr", element("th", corner, scope="col"), *(element("th", _name(code), scope="col") for code in tallies)
    )
    table = element("table", caption, element("thead", head), element("tbody", *rows))
    return element("div", table, class_="table", tabindex=0, role="region", aria_label=corner)


def _section_rows(about: Page, voice: Voice) -> Iterator[Html]:
    """A row for each section, below one for its part."""
    part_of = {section: part for part in about.parts for section in part.sections}
    listed = {(code, each.section) for code, entries in about.entries.items() for each in entries}
    shown: Part | None = None
    for section in dict.fromkeys(name for tally in about.tallies.values() for name in tally.sections):
        part = part_of.get(section)
        if part is not None and part is not shown:
            title = element("span", part.title, lang=_tag(about.original)) if part.title else part.id
            yield _row(title, [tally.parts.get(part.id) for tally in about.tallies.values()], voice, class_="part")
        shown = part
        links = [_anchor(code, section) if (code, section) in listed else "" for code in about.tallies]
        cells = [tally.sections.get(section) for tally in about.tallies.values()]
        yield _row(section, cells, voice, links, class_="in-part" if part else None)


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


def _anchor(code: str, section: str) -> str:
    """The name of a group in the page, fit for a link."""
    return quote(f"{code}.{section}", safe="")


# --- what is not done ------------------------------------------------------------------------------------------


def _to_do(about: Page, voice: Voice) -> Iterator[Html]:
    translate = voice.translate
    steps = {
        "fuzzy": translate("It may no longer fit: compare it with the source, mend it and take the fuzzy mark away."),
        "untranslated": translate("Translate it."),
        "waiting": translate("Nothing yet: it is translated from another translation, which is to come first."),
    }
    names = wording.state_names(translate)
    found = {each.state for entries in about.entries.values() for each in entries}
    where = translate("Open the catalog (.po) in Poedit or another editor. The ID is the entry's context (msgctxt).")
    yield element("p", where)
    rows = [
        joined([element("dt", _key(state), " ", names[state]), element("dd", step)])
        for state, step in steps.items()
        if state in found
    ]
    yield element("dl", *rows, class_="legend")
    yield _filters(about, voice)
    texts = {"data_text": translate("Shown: {shown} of {all}."), "data_copied": translate("Copied: {text}")}
    yield element("p", class_="shown faint", role="status", **texts)
    for code, entries in about.entries.items():
        if entries:
            yield _language(code, entries, voice)


def _filters(about: Page, voice: Voice) -> Html:
    """The form, which the script shows: without it nothing could be filtered."""
    translate = voice.translate
    every = [each for entries in about.entries.values() for each in entries]
    names = wording.state_names(translate)
    fields = [
        _choice(
            "language", translate("Language"), _named(code for code, found in about.entries.items() if found), voice
        ),
        _choice(
            "state", translate("State"), {each: names[each] for each in sorted({each.state for each in every})}, voice
        ),
        _choice("section", translate("Section"), {each.section: each.section for each in every}, voice),
        _choice("original", translate("Original language"), _named(sorted({each.original for each in every})), voice),
        element("label", translate("Text or ID"), element("input", type="search", name="text", autocomplete="off")),
        element("button", translate("Show all"), type="reset"),
    ]
    return element("form", *fields, hidden=True, aria_label=translate("Filters"))


def _named(codes: Iterable[str]) -> dict[str, str]:
    return {code: languages.load(code).name for code in codes}


def _choice(key: str, label: str, values: Mapping[str, str], voice: Voice) -> Html:
    translate = voice.translate
    options = [element("option", translate("all"), value="")]
    options += [element("option", name, value=value) for value, name in values.items()]
    return element("label", label, element("select", *options, name=key))


def _language(code: str, entries: Sequence[Listed], voice: Voice) -> Html:
    """All that one language lacks, section by section."""
    groups = [
        _group(code, section, list(found), voice) for section, found in groupby(entries, key=lambda each: each.section)
    ]
    count = element("span", voice.number(len(entries)), class_="count")
    heading = element("h3", _name(code), " ", count, id=code)
    return element("section", heading, *groups, class_="language", aria_label=languages.load(code).name)


def _group(code: str, section: str, entries: Sequence[Listed], voice: Voice) -> Html:
    catalog = element("p", element("code", entries[0].file, class_="copy"), class_="faint")
    count = element("span", voice.number(len(entries)), class_="count")
    header = element("header", element("h4", section, " ", count), catalog)
    articles = [_article(code, each, voice) for each in entries]
    return element("section", header, *articles, class_="group", id=_anchor(code, section))


def _article(code: str, each: Listed, voice: Voice) -> Html:
    translate = voice.translate
    header = [
        element("h5", element("code", each.id, class_="copy")),
        element("span", wording.state(each, translate), class_=f"state {each.state}"),
    ]
    if each.line:
        header.append(element("span", translate("line {line}").format(line=each.line), class_="faint"))
    texts = [
        element("dt", translate("source")),
        element("dd", *_difference(each.previous, each.source), lang=_tag(each.source_language)),
    ]
    if each.translation:
        texts += [element("dt", translate("translation")), element("dd", each.translation, lang=_tag(code))]
    data = {"data_language": code, "data_state": each.state, "data_section": each.section}
    data["data_original"] = each.original
    return element("article", element("header", *header), element("dl", *texts), **data)


def _difference(before: str | None, after: str) -> Iterator[str]:
    """The source with what changed in it since it was translated."""
    if before is None or before == after:
        yield after
        return
    from assembler.worddiff import word_diff

    tags = {"removed": "del", "added": "ins"}
    for change in word_diff(before, after):
        yield change.text if change.kind == "same" else element(tags[change.kind], change.text)
