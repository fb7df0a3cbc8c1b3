"""A picture as editions take it, the limits for one, and everything that can be wrong with its file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from assembler.document import walk
from assembler.document.model import Image, Span, Words
from assembler.findings import Finding, Kind, Place, Severity
from assembler.language.model import Language
from assembler.style.pictures import Size

PictureFormat: TypeAlias = Literal["png", "jpeg", "svg"]

MEDIA_TYPES: Mapping[PictureFormat, str] = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}

PIXEL = 25.4 / 96
"""Millimetres of a pixel in a file that does not say how dense its pixels are."""


class Limits(Struct, frozen=True):
    """The largest file that is taken: bytes, pixels altogether, pixels along one side."""

    bytes: int = 16_000_000
    pixels: int = 60_000_000
    side: int = 30_000


LIMITS = Limits()


class Picture(Struct, frozen=True):
    """A picture without anything beside it. `size` is its own, `fallback` a PNG for programs that do not show an SVG.

    `data` is the same for the same file, whenever and wherever it is read.
    """

    format: PictureFormat
    data: bytes
    size: Size
    fallback: bytes | None = None


NO_PICTURES: Mapping[str, Picture] = {}


def data_address(picture: Picture) -> str:
    """The picture as an address that holds it."""
    import base64

    return f"data:{MEDIA_TYPES[picture.format]};base64,{base64.b64encode(picture.data).decode('ascii')}"


class Shown(Struct, frozen=True):
    """A picture as the text shows it: its file's name, what is said in its place, the width that the author wants."""

    target: str
    alt: str
    title: str = ""
    width: str | None = None

    @property
    def in_words(self) -> str:
        """What is printed where the picture cannot be."""
        return f"[{self.alt or self.title or '—'}]"


def shown(image: Image, span: Span | None = None) -> Shown:
    """A picture in a line; `span` is what the attributes behind it have made."""
    width = dict(span.pairs).get("width") if span is not None else None
    return Shown(image.target, " ".join(image.alt.split()), image.title, width)


def described(words: Words, language: Language) -> str:
    """The description of a figure as plain words, with the label of what is not a current translation."""
    label = f"{getattr(language.labels, words.mark)} " if words.mark else ""
    plain = " ".join(walk.plain_text(words.content).split())
    return label + plain if plain else ""


class Cleaned(Struct, frozen=True):
    """A picture, and what is to be said of its file; the findings have no place yet."""

    picture: Picture
    findings: tuple[Finding, ...] = ()


class UnfitError(Exception):
    """The file is no picture that can be printed; the finding, without a place, says why."""

    def __init__(self, kind: Kind, **values: object) -> None:
        super().__init__(kind.code)
        self.finding = kind.at(Place(), quote="", **values)


def check_side(width: int, height: int, limits: Limits = LIMITS) -> None:
    """Raises UnfitError for a picture without extent, or with too much."""
    if not width or not height:
        raise UnfitError(DAMAGED)
    if max(width, height) > limits.side or width * height > limits.pixels:
        most = limits.pixels // 1_000_000
        raise UnfitError(TOO_MANY_PIXELS, width=width, height=height, most=most)


UNKNOWN_FORMAT = Kind(
    "picture-format-unknown",
    Severity.ERROR,
    "The file holds no picture that is known.",
    "Open it to see what it is, and save it as PNG, JPEG or SVG.",
)
OTHER_FORMAT = Kind(
    "picture-format-other",
    Severity.ERROR,
    "The file is {found}, which not every program can show.",
    "Save it as PNG (drawings, screenshots), JPEG (photographs) or SVG.",
)
MISNAMED = Kind(
    "picture-misnamed",
    Severity.WARNING,
    "The name of the file says {said}, and it is {found}; it is printed as what it is.",
    "Rename it, so that other programs take it for what it is.",
)
DAMAGED = Kind(
    "picture-damaged",
    Severity.ERROR,
    "The picture is damaged or was cut off.",
    "Take it anew from where it comes from.",
)
TOO_MANY_PIXELS = Kind(
    "picture-too-many-pixels",
    Severity.ERROR,
    "The picture has {width} × {height} pixels, which is too much.",
    "Scale it down: 2500 pixels along the longer side are enough for a page. At most {most} million are taken.",
)
TOO_MANY_BYTES = Kind(
    "picture-too-large",
    Severity.ERROR,
    "The file of the picture has {megabytes} MB, which is too much.",
    "Scale the picture down, or save photographs as JPEG. At most {most} MB are taken.",
)
UNUSUAL = Kind(
    "picture-unusual",
    Severity.ERROR,
    "The picture is stored in a way that word processors do not show.",
    "Save it anew as an ordinary PNG, or as a JPEG in RGB.",
)
TURNED = Kind(
    "picture-turned",
    Severity.ERROR,
    "The camera noted that this photograph must be turned to stand upright; with the camera's other notes, this one is "
    "taken out, and it would lie on its side.",
    "Open it in an image program, turn it once around or crop it, and save it.",
)
FOR_PRESS = Kind(
    "picture-in-cmyk",
    Severity.WARNING,
    "The picture has the colours of a printing press (CMYK); programs show them differently, some not at all.",
    "Save it in RGB.",
)
OWN_COLOURS = Kind(
    "picture-colour-profile",
    Severity.WARNING,
    "The picture's colour profile, which tells of the camera or screen, is left out; its colours may change a little.",
    "Save it with the profile sRGB.",
)
SVG_MALFORMED = Kind(
    "picture-svg-malformed",
    Severity.ERROR,
    "The SVG is no well-formed XML: {reason}",
    "Open it in a drawing program and save it as plain SVG.",
)
SVG_ENTITIES = Kind(
    "picture-svg-entities",
    Severity.ERROR,
    "The SVG declares entities, which can be used to read other files.",
    "Open it in a drawing program and save it as plain SVG.",
)
SVG_OUTSIDE = Kind(
    "picture-svg-outside",
    Severity.ERROR,
    "The SVG takes in what lies outside of it: “{target}”.",
    "Embed it in the drawing program, and save the picture as plain SVG.",
)
SVG_SCRIPT = Kind(
    "picture-svg-script",
    Severity.WARNING,
    "The SVG holds scripts, animations or web pages; they are left out.",
    "Look whether the picture still shows what it should.",
)
