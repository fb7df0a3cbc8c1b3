"""A drawing is written anew with what draws, and refused where it would load anything."""

from __future__ import annotations

import base64

import pytest
from lxml import etree

from assembler.formats.pictures.picture import UnfitError
from assembler.formats.pictures.read import read
from tests.drawn import chunk, png, svg

XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 4 3"'


def embedded(data: bytes, type: str = "image/png") -> str:
    return f"data:{type};base64,{base64.b64encode(data).decode()}"


OUTSIDE = {
    "a picture in the network": svg('<image href="https://example.org/a.png"/>'),
    "a picture beside it": svg('<image xlink:href="a.png"/>', XLINK),
    "a picture on the machine": svg('<image href="file:///home/a.png"/>'),
    "a shape of another drawing": svg('<use href="other.svg#shape"/>'),
    "a style sheet": svg("<style>@import url(https://example.org/a.css);</style>"),
    "a style sheet in quotes": svg('<style>@import "a.css";</style>'),
    "a style sheet before it": svg(before='<?xml-stylesheet href="a.css" type="text/css"?>'),
    "a filling": svg('<path fill="url(https://example.org/a.svg#b)"/>'),
    "a filling in a style": svg("<path style=\"fill: URL( 'https://example.org/a' )\"/>"),
    "a filling behind escapes": svg(r'<path style="fill: \75 rl(https://example.org/a)"/>'),
    "a font": svg("<style>@font-face{src:url(https://example.org/a.woff)}</style>"),
}


@pytest.mark.parametrize("data", OUTSIDE.values(), ids=OUTSIDE.keys())
def test_what_would_be_loaded_makes_a_drawing_unfit(data: bytes) -> None:
    with pytest.raises(UnfitError) as refused:
        read(data)
    assert refused.value.finding.code == "picture-svg-outside"


MALFORMED = {
    "not well-formed": (b"<svg><g></svg>", "picture-svg-malformed"),
    "without its namespace": (b"<svg><path/></svg>", "picture-svg-malformed"),
    "entities": (
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        "picture-svg-entities",
    ),
    "a picture in it that few programs show": (
        svg(f'<image href="{embedded(b"GIF89a", "image/gif")}"/>'),
        "picture-format-other",
    ),
    "more and more entities": (
        b'<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa">'
        + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 20) for n in range(12))
        + b']><svg xmlns="http://www.w3.org/2000/svg" id="&m;"/>',
        "picture-svg-",
    ),
    "a picture in it that is none": (svg(f'<image href="{embedded(b"nothing")}"/>'), "picture-format-unknown"),
}


@pytest.mark.parametrize(("data", "code"), MALFORMED.values(), ids=MALFORMED.keys())
def test_what_is_no_drawing_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(UnfitError) as refused:
        read(data)
    assert refused.value.finding.code.startswith(code)


def test_a_document_type_without_entities_is_left_out() -> None:
    plain = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert b"DOCTYPE" not in read(svg(before=plain)).picture.data


def test_what_draws_stays() -> None:
    inner = (
        '<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><style>.a{fill:url(#g)}</style>'
        '<use href="#g"/><text xml:space="preserve" class="a">Қазақша <tspan font-style="italic">сөз</tspan></text>'
    )
    root = etree.fromstring(read(svg(inner)).picture.data)
    drawn = etree.fromstring(svg(inner))
    assert [etree.tostring(each) for each in root] == [etree.tostring(each) for each in drawn]


def test_text_behind_what_is_left_out_stays_in_its_place() -> None:
    kept = read(svg("<text>a<title>x</title>b<tspan>c</tspan><metadata/>d</text>")).picture.data
    assert "".join(str(each) for each in etree.fromstring(kept).itertext()) == "abcd"


def test_a_picture_in_a_drawing_is_cleaned_too() -> None:
    photograph = png(before=chunk(b"tEXt", b"Author\0Aigul"))
    kept = read(svg(f'<image href="{embedded(photograph)}"/>')).picture.data
    assert embedded(png()).encode() in kept
    assert base64.b64encode(photograph) not in kept


@pytest.mark.parametrize(
    "inner", ["<script/>", '<path onload="x()"/>', "<foreignObject/>", "<set/>", '<animate attributeName="x"/>']
)
def test_what_does_more_than_draw_is_left_out_and_said(inner: str) -> None:
    cleaned = read(svg(inner))
    assert [each.code for each in cleaned.findings] == ["picture-svg-script"]
    assert b"onload" not in cleaned.picture.data


def test_a_drawing_says_its_size_in_pixels_whatever_it_said_before() -> None:
    root = etree.fromstring(read(svg(attributes='width="25.4mm"')).picture.data)
    assert [root.get(name) for name in ("width", "height", "viewBox")] == ["96", "48", "0 0 96 48"]
