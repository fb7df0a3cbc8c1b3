"""The state of translations as one page that needs nothing but a browser, not even a network or a script.

Above stand bars by language, part, section and original language; below, all that is not done, grouped as a translator
works: by language and section, each with the catalog's file. The script only filters. The page says by a
Content-Security-Policy that no other script may run and nothing may be fetched.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from assembler.report import wording
from assembler.report.html.about import Page, tag
from assembler.report.html.bars import cards, original_rows, section_rows, table
from assembler.report.html.elements import Html, element
from assembler.report.html.to_do import to_do
from assembler.report.voice import Voice


def page(about: Page, voice: Voice) -> str:
    """The whole file as text; the same for the same values."""
    translate = voice.translate
    heading = translate("State of the translations")
    script, style = (Html(Path(__file__).with_suffix(f".{kind}").read_text(encoding="utf-8")) for kind in ("js", "css"))
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(script)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", f"{heading}: {about.title}"),
        element("style", style),
    )
    body = element("body", _header(about, heading), element("main", *_main(about, voice)), element("script", script))
    return f"<!DOCTYPE html>\n{element('html', head, Html(chr(10)), body, lang=tag(voice.language.code))}\n"


def _policy(script: str) -> str:
    digest = b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"


def _header(about: Page, heading: str) -> Html:
    title = element("p", about.title, class_="faint", lang=tag(about.original))
    return element("header", title, element("h1", heading))


def _main(about: Page, voice: Voice) -> Iterator[Html]:
    translate = voice.translate
    yield cards(about, voice)
    yield element("h2", translate("Parts and sections"), id="sections")
    yield table(translate("Section"), about.tallies, list(section_rows(about, voice)), voice)
    rows = list(original_rows(about, voice))
    if len(rows) > 1:
        yield element("h2", translate("Original languages"), id="originals")
        yield table(translate("Original language"), about.tallies, rows, voice)
    yield element("h2", translate("What is to be done"), id="to-do")
    if about.revision:
        only = translate("Only what changed since {revision} is listed.").format(revision=about.revision)
        yield element("p", only)
    if about.without_id:
        yield element("p", element("strong", wording.without_id(about.without_id, voice)))
    if any(about.entries.values()):
        yield from to_do(about, voice)
    elif about.without_id:
        yield element("p", translate("Nothing: every text with an ID has a current translation."))
    elif not about.revision:
        yield element("p", translate("Nothing: every text has a current translation."))
    else:
        yield element("p", translate("Nothing of it is left to do."))
