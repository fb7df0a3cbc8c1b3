"""An alignment with the original as a page: the doubtful first, then what has no counterpart, then all of it.

Under each doubtful pair stands what to write into `alignment.toml`, as it is: to say that it is right or not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from assembler.report.html.about import own_name, tag
from assembler.report.html.elements import Html, element
from assembler.report.voice import Voice


class Pairing(Struct, frozen=True):
    """Texts of the original with their IDs, and those of the version that belong to them; either may be missing.

    `confidence` goes from 0 to 1. `why` says what makes it doubtful, empty where it is certain: `unsure`, `merged`,
    `moved`, `disputed`.
    """

    ids: tuple[str, ...]
    original: tuple[str, ...]
    version: tuple[str, ...]
    confidence: float = 0.0
    why: str = ""


class Alignment(Struct, frozen=True):
    """What the page tells. `language` is the version's, `original_language` that of the texts it is aligned with;
    `document` the name of its file, `corrections` that of the file in which a person corrects it."""

    title: str
    document: str
    language: str
    original_language: str
    corrections: str
    pairings: Sequence[Pairing]
    only_original: Sequence[Pairing]
    only_version: Sequence[Pairing]


EXCERPT = 60
"""Letters of a paragraph's beginning in a correction."""


def page(about: Alignment, voice: Voice) -> str:
    """The whole file as text; the same for the same values."""
    translate = voice.translate
    heading = translate("Alignment")
    style = Html(Path(__file__).with_name("page.css").read_text(encoding="utf-8"))
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content="default-src 'none'; style-src 'unsafe-inline'"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", f"{heading}: {about.document}"),
        element("style", style),
    )
    above = element("p", about.title, class_="faint", lang=tag(about.original_language))
    top = element("header", above, element("h1", f"{heading}: ", own_name(about.language)))
    body = element("body", top, element("main", *_main(about, voice)))
    return f"<!DOCTYPE html>\n{element('html', head, Html(chr(10)), body, lang=tag(voice.language.code))}\n"


def _main(about: Alignment, voice: Voice) -> Iterator[Html]:
    translate = voice.translate
    doubtful = sorted((each for each in about.pairings if each.why), key=lambda each: each.confidence)
    told = translate("{document}: {certain} texts are certain, {doubtful} doubtful.")
    certain = len(about.pairings) - len(doubtful)
    counts = {"certain": voice.number(certain), "doubtful": voice.number(len(doubtful))}
    yield element("p", told.format(document=about.document, **counts))
    if doubtful:
        yield element("h2", translate("Doubtful"), id="doubtful")
        yield element("p", _how(about, voice))
        yield from (_doubtful(each, about, voice) for each in doubtful)
    for heading, name, pairings in (
        (translate("Only in the document"), "only-version", about.only_version),
        (translate("Only in the original"), "only-original", about.only_original),
    ):
        if pairings:
            yield element("h2", heading, " ", element("span", voice.number(len(pairings)), class_="count"), id=name)
            yield from (element("article", _texts(each, about, voice)) for each in pairings)
    yield element("h2", translate("The whole alignment"), id="all")
    yield _table(about, voice)


def _how(about: Alignment, voice: Voice) -> str:
    translate = voice.translate
    said = translate(
        "Where a pair is right or wrong, copy the lines below it into {file} in the folder of the submission, and "
        "adopt the document again. In the catalogs these texts are fuzzy until then."
    )
    return said.format(file=about.corrections)


def _doubtful(each: Pairing, about: Alignment, voice: Voice) -> Html:
    translate = voice.translate
    reasons = _reasons(voice)
    header = element(
        "header",
        element("h5", element("code", ", ".join(each.ids))),
        element("span", reasons[each.why], class_="state fuzzy"),
        element("span", voice.percent(each.confidence * 100), class_="faint"),
    )
    snippets = [
        element("dt", label) + element("dd", element("code", _correction(sort, each, about), class_="copy"))
        for sort, label in (("pin", translate("right")), ("cut", translate("wrong")))
    ]
    return element("article", header, _texts(each, about, voice), element("dl", *map(Html, snippets)))


def _reasons(voice: Voice) -> dict[str, str]:
    translate = voice.translate
    return {
        "unsure": translate("not sure"),
        "merged": translate("several paragraphs are one"),
        "moved": translate("stands elsewhere"),
        "disputed": translate("a third language says otherwise"),
    }


def _correction(sort: str, each: Pairing, about: Alignment) -> str:
    lines = [f"[[{sort}]]", f"language = {_toml([about.language])}", f"id = {_toml(each.ids)}"]
    return "\n".join([*lines, f"text = {_toml([text[:EXCERPT].strip() for text in each.version])}"])


def _toml(values: Sequence[str]) -> str:
    """A string, or a list of several; JSON's strings are TOML's too."""
    said = [json.dumps(value, ensure_ascii=False) for value in values]
    return said[0] if len(said) == 1 else f"[{', '.join(said)}]"


def _texts(each: Pairing, about: Alignment, voice: Voice) -> Html:
    translate = voice.translate
    rows: list[Html] = []
    for label, texts, code in (
        (translate("original"), each.original, about.original_language),
        (translate("document"), each.version, about.language),
    ):
        for text in texts:
            rows += [element("dt", label), element("dd", text, lang=tag(code))]
    return element("dl", *rows)


def _table(about: Alignment, voice: Voice) -> Html:
    translate = voice.translate
    head = [
        element("th", name, scope="col")
        for name in ("ID", translate("original"), translate("document"), translate("sure"))
    ]
    rows = [_row(each, about, voice) for each in about.pairings]
    whole = element("table", element("thead", element("tr", *head)), element("tbody", *rows), class_="alignment")
    return element("div", whole, class_="table")


def _row(each: Pairing, about: Alignment, voice: Voice) -> Html:
    return element(
        "tr",
        element("th", element("code", ", ".join(each.ids)), scope="row"),
        element("td", *_lines(each.original), lang=tag(about.original_language)),
        element("td", *_lines(each.version), lang=tag(about.language)),
        element("td", voice.percent(each.confidence * 100), class_="state fuzzy" if each.why else None),
    )


def _lines(texts: Iterable[str]) -> Iterator[Html]:
    return (element("p", text) for text in texts)
