"""A picture in a line of text: a frame that stands there like a letter, with what is said in its place for those who do
not see it. Of a drawing its PNG stands in the frame too, for programs that do not show the first."""

from __future__ import annotations

from assembler.formats import markup
from assembler.formats.odt.ledger import Ledger
from assembler.formats.odt.measures import mm
from assembler.formats.pictures.picture import MEDIA_TYPES, Picture, PictureFormat, Shown
from assembler.style.pictures import Size

_ON_THE_LINE = (
    '<style:graphic-properties style:vertical-pos="top" style:vertical-rel="baseline" fo:margin="0mm"'
    ' fo:padding="0mm" fo:border="none" style:wrap="none" style:protect="size"/>'
)


def drawing(ledger: Ledger, picture: Picture, size: Size, image: Shown) -> str:
    """`<draw:frame>`. Without words in its place the picture is decoration."""
    ledger.drawings += 1
    style = ledger.automatic.style("graphic", _ON_THE_LINE)
    title = f"<svg:title>{markup.clean(image.title)}</svg:title>" if image.title else ""
    said = f"<svg:desc>{markup.clean(image.alt)}</svg:desc>" if image.alt else ""
    decorative = "" if image.alt else ' loext:decorative="true"'
    files = [(picture.data, picture.format)]
    if picture.fallback is not None:
        files.append((picture.fallback, "png"))
    return (
        f'<draw:frame draw:style-name="{style}" draw:name="Picture {ledger.drawings}" text:anchor-type="as-char"'
        f' svg:width="{mm(size.width)}" svg:height="{mm(size.height)}"{decorative}>'
        f"{''.join(_image(ledger, *file) for file in files)}{title}{said}</draw:frame>"
    )


def _image(ledger: Ledger, data: bytes, format: PictureFormat) -> str:
    return (
        f'<draw:image xlink:href="{ledger.medium(data, format)}" xlink:type="simple" xlink:show="embed"'
        f' xlink:actuate="onLoad" draw:mime-type="{MEDIA_TYPES[format]}"/>'
    )
