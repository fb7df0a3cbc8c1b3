"""All that is not done, as a translator works: by language and section, each with the catalog's file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from assembler.catalog.status import Listed
from assembler.language import load as languages
from assembler.report import wording
from assembler.report.html.about import Page, anchor, own_name, tag
from assembler.report.html.bars import key
from assembler.report.html.elements import Html, element, joined
from assembler.report.voice import Voice


def to_do(about: Page, voice: Voice) -> Iterator[Html]:
    """What each state asks for, the filters, and the texts language by language."""
    translate = voice.translate
    steps = wording.steps(translate)
    names = wording.state_names(translate)
    found = {each.state for entries in about.entries.values() for each in entries}
    where = translate("Open the catalog (.po) in Poedit or another editor. The ID is the entry's context (msgctxt).")
    yield element("p", where)
    rows = [
        joined([element("dt", key(state), " ", names[state]), element("dd", step)])
        for state, step in steps.items()
        if state in found
    ]
    yield element("dl", *rows, class_="legend")
    yield _filters(about, voice)
    texts = {"data_text": translate("Shown: {shown} of {all}."), "data_copied": translate("Copied: {text}")}
    yield element("p", class_="shown faint", role="status", data_grouping=voice.grouping, **texts)
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
    heading = element("h3", own_name(code), " ", count, id=code)
    return element("section", heading, *groups, class_="language", aria_label=languages.load(code).name)


def _group(code: str, section: str, entries: Sequence[Listed], voice: Voice) -> Html:
    catalog = element("p", element("code", entries[0].file, class_="copy"), class_="faint")
    count = element("span", voice.number(len(entries)), class_="count")
    header = element("header", element("h4", section, " ", count), catalog)
    articles = [_article(code, each, voice) for each in entries]
    return element("section", header, *articles, class_="group", id=anchor(code, section))


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
        element("dd", *_difference(each.previous, each.source), lang=tag(each.source_language)),
    ]
    if each.translation:
        texts += [element("dt", translate("translation")), element("dd", each.translation, lang=tag(code))]
    for other in each.others:
        texts += [element("dt", translate("another translation")), element("dd", other, lang=tag(code))]
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
