"""A picture in a run: DrawingML in a line of text, with what is said in its place for those who do not see it.

Word wants a raster picture first and takes the drawing from an extension of it; older programs show the first.
"""

from __future__ import annotations

from assembler.formats import markup
from assembler.formats.docx.ledger import Part
from assembler.formats.pictures.picture import Picture
from assembler.style.pictures import Size

EMU_IN_MILLIMETRE = 36000
"""English metric units, in which drawings are measured."""

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"


def drawing(part: Part, picture: Picture, size: Size, alt: str, title: str = "") -> str:
    """`<w:drawing>` in its run. Without `alt` the picture is decoration. A drawing must have its fallback."""
    number = part.ledger.next_drawing()
    across, down = (max(round(side * EMU_IN_MILLIMETRE), 1) for side in (size.width, size.height))
    said = f' descr="{markup.attribute(alt)}"' if alt else ""
    said += f' title="{markup.attribute(title)}"' if title else ""
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{across}" cy="{down}"/><wp:docPr id="{number}" name="Picture {number}"{said}'
        f"{'/>' if alt else _DECORATION}"
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{A}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{PIC}"><pic:pic xmlns:pic="{PIC}"><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill>{_blip(part, picture)}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


_DECORATION = (
    f'><a:extLst xmlns:a="{A}"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    f'<adec:decorative xmlns:adec="{DECORATIVE}" val="1"/></a:ext></a:extLst></wp:docPr>'
)


def _blip(part: Part, picture: Picture) -> str:
    if picture.fallback is None:
        return f'<a:blip r:embed="{part.media(picture.data, picture.format)}"/>'
    raster = part.media(picture.fallback, "png")
    vector = part.media(picture.data, picture.format)
    return (
        f'<a:blip r:embed="{raster}"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
        f'<asvg:svgBlip xmlns:asvg="{SVG}" r:embed="{vector}"/></a:ext></a:extLst></a:blip>'
    )
