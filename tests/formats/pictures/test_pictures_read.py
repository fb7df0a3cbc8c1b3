"""Picture files are known by what they are; what cannot be printed is named, and never crashes the reading."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.formats.finished.pictures import beside_the_picture
from assembler.formats.pictures.picture import LIMITS, UnfitError
from assembler.formats.pictures.read import read
from tests.drawn import chunk, exif, frame, jpeg, png, segment, svg

UNFIT = {
    "GIF": (b"GIF89a" + b"\0" * 20, "picture-format-other"),
    "WebP": (b"RIFF\0\0\0\0WEBPVP8 ", "picture-format-other"),
    "HEIC": (b"\0\0\0\x18ftypheic", "picture-format-other"),
    "TIFF": (b"II*\0", "picture-format-other"),
    "packed SVG": (b"\x1f\x8b\x08", "picture-format-other"),
    "PDF": (b"%PDF-1.4", "picture-format-other"),
    "page of an error": (b"<!DOCTYPE html><html><body>404</body></html>", "picture-format-unknown"),
    "nothing": (b"", "picture-format-unknown"),
    "PNG that was cut off": (png()[:-20], "picture-damaged"),
    "PNG with a wrong checksum": (png().replace(b"IDAT", b"IDAU"), "picture-damaged"),
    "PNG without pixels": (b"\x89PNG\r\n\x1a\n" + png()[8:33] + chunk(b"IEND"), "picture-damaged"),
    "PNG of a telephone's own": (b"\x89PNG\r\n\x1a\n" + chunk(b"CgBI", b"abcd") + png()[8:], "picture-unusual"),
    "PNG without extent": (png(0, 3), "picture-damaged"),
    "PNG with a long side": (png(30_001, 1), "picture-too-many-pixels"),
    "JPEG that was cut off": (jpeg()[:-10], "picture-damaged"),
    "JPEG without a frame": (jpeg(shape=b""), "picture-damaged"),
    "JPEG with too many pixels": (jpeg(shape=frame(20_000, 20_000)), "picture-too-many-pixels"),
    "JPEG without losses": (jpeg(shape=frame(marker=0xC3)), "picture-unusual"),
    "JPEG of twelve bits": (jpeg(shape=frame(bits=12)), "picture-unusual"),
    "JPEG that lies on its side": (jpeg(exif(6)), "picture-turned"),
    "JPEG that lies on its side, written by another camera": (jpeg(exif(8, big=True)), "picture-turned"),
    "too many bytes": (b"\0" * (LIMITS.bytes + 1), "picture-too-large"),
}


@pytest.mark.parametrize(("data", "code"), UNFIT.values(), ids=UNFIT.keys())
def test_what_cannot_be_printed_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(UnfitError) as refused:
        read(data)
    assert refused.value.finding.code == code
    assert "{" not in refused.value.finding.message()


SAID = {
    "PNG": (png(), []),
    "upright JPEG": (jpeg(exif(1)), []),
    "JPEG in the colours of a press": (jpeg(shape=frame(components=4)), ["picture-in-cmyk"]),
    "JPEG with the colours of a screen": (
        jpeg(segment(0xE2, b"ICC_PROFILE\0\x01\x01Color LCD 4711")), ["picture-colour-profile"]),
    "JPEG with the usual colours": (jpeg(segment(0xE2, b"ICC_PROFILE\0\x01\x01sRGB IEC61966-2.1")), []),
    "PNG with the colours of a screen": (png(before=chunk(b"iCCP", b"Display\0\0damaged")), ["picture-colour-profile"]),
    "PNG with the usual colours": (png(before=chunk(b"iCCP", b"sRGB\0\0x\x9c\x03\0\0\0\0\x01")), []),
}  # fmt: skip


@pytest.mark.parametrize(("data", "codes"), SAID.values(), ids=SAID.keys())
def test_what_can_be_printed_is_taken_with_a_word_of_warning(data: bytes, codes: list[str]) -> None:
    assert [each.code for each in read(data).findings] == codes


@pytest.mark.parametrize(("data", "name", "said"), [(png(), "a.jpg", True), (png(), "a.PNG", False),
    (jpeg(), "a.jpeg", False), (svg(), "a.svg", False), (svg(), "a.png", True)])  # fmt: skip
def test_a_file_that_is_not_what_its_name_says_is_taken_and_named(data: bytes, name: str, said: bool) -> None:
    assert [each.code for each in read(data, name).findings] == ["picture-misnamed"] * said


SIZES = {
    "without a density": (png(96, 192), (25.4, 50.8)),
    "by pixels a metre": (png(100, 50, before=chunk(b"pHYs", (5000).to_bytes(4) + (2500).to_bytes(4) + b"\x01")),
                          (20.0, 20.0)),
    "with a mere proportion": (png(96, 96, before=chunk(b"pHYs", b"\0\0\0\x01\0\0\0\x01\0")), (25.4, 25.4)),
    "by dots an inch": (jpeg(segment(0xE0, b"JFIF\0\x01\x01\x01\0\x48\0\x48\0\0"), shape=frame(72, 144)),
                        (25.4, 50.8)),
    "by dots a centimetre": (jpeg(segment(0xE0, b"JFIF\0\x01\x01\x02\0\x0a\0\x0a\0\0"), shape=frame(20, 10)),
                             (20.0, 10.0)),
    "of a drawing in millimetres": (svg(attributes='width="40mm" height="3cm"'), (40.0, 30.0)),
    "of a drawing with a box alone": (svg(attributes='viewBox="0 0 96 48"'), (25.4, 12.7)),
    "of a drawing with a share and a box": (svg(attributes='width="100%" viewBox="0,0,96,48"'), (25.4, 12.7)),
    "of a drawing with a height and a box": (svg(attributes='height="96" viewBox="0 0 2 1"'), (50.8, 25.4)),
}  # fmt: skip


@pytest.mark.parametrize(("data", "size"), SIZES.values(), ids=SIZES.keys())
def test_the_size_of_a_picture_is_that_of_its_header(data: bytes, size: tuple[float, float]) -> None:
    found = read(data).picture.size
    assert (found.width, found.height) == pytest.approx(size)


# --- what stands beside the picture ---

SECRETS = {
    "words in a PNG": png(
        before=chunk(b"tEXt", b"Author\0Aigul") + chunk(b"iTXt", b"Aigul") + chunk(b"tIME", b"Aigul")
    ),
    "Exif in a PNG": png(before=chunk(b"eXIf", b"MM Aigul")),
    "a profile in a PNG": png(before=chunk(b"iCCP", b"screen of Aigul\0\0x")),
    "unknown chunks of a PNG": png(before=chunk(b"aiGu", b"Aigul")),
    "what was cut off a PNG": png(behind=chunk(b"IDAT", b"Aigul")),
    "Exif in a JPEG": jpeg(segment(0xE1, b"Exif\0\0II*\0 Aigul")),
    "XMP in a JPEG": jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0Aigul")),
    "IPTC in a JPEG": jpeg(segment(0xED, b"Photoshop 3.0\0Aigul")),
    "a comment in a JPEG": jpeg(segment(0xFE, b"Aigul")),
    "a thumbnail in a JPEG": jpeg(segment(0xE0, b"JFXX\0Aigul")),
    "a thumbnail in the first segment": jpeg(segment(0xE0, b"JFIF\0\x01\x01\x01\0\x48\0\x48\x01\x01Aigul")),
    "a film behind a JPEG": jpeg(behind=b"Aigul"),
    "segments between frame and scan": jpeg(shape=frame() + segment(0xFE, b"Aigul") + segment(0xEF, b"Aigul")),
    "Adobe's other notes": jpeg(segment(0xEE, b"AigulAdobe")),
    "metadata of a drawing": svg("<metadata>Aigul</metadata><title>Aigul</title><desc>Aigul</desc><path/>"),
    "remarks in a drawing": svg("<!-- Aigul --><?aigul Aigul?><path/>", before="<!-- Aigul -->"),
    "the program of a drawing": svg(
        '<s:namedview a="Aigul">Aigul</s:namedview><path s:label="Aigul" data-name="Aigul"/>',
        'xmlns:s="http://sodipodi.sourceforge.net/DTD/Aigul.dtd" s:docname="/home/Aigul/a.svg"',
    ),
    "a script in a drawing": svg('<script>Aigul</script><path onclick="Aigul()"/>'),
    "a page in a drawing": svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">Aigul</p></foreignObject>'),
    "where a link in a drawing leads": svg('<a href="https://example.org/Aigul"><path/></a>'),
}


@pytest.mark.parametrize("data", SECRETS.values(), ids=SECRETS.keys())
def test_nothing_that_tells_of_people_stays_in_a_picture(data: bytes) -> None:
    assert b"Aigul" in data
    cleaned = read(data).picture.data
    assert b"Aigul" not in cleaned
    assert beside_the_picture(cleaned) == []


@pytest.mark.parametrize("data", [*SECRETS.values(), png(), jpeg(), svg()])
def test_a_cleaned_picture_is_cleaned_to_itself(data: bytes) -> None:
    cleaned = read(data).picture.data
    assert read(cleaned).picture.data == cleaned


def test_of_a_jpeg_the_tables_the_frame_and_all_scans_stay_as_they_are() -> None:
    shape = frame(marker=0xC2) + segment(0xC4, b"codes") + segment(0xDD, b"\0\x04")
    scans = jpeg(segment(0xE1, b"Exif\0\0"), segment(0xEE, b"Adobe\0d\0\0\0\0\1"), shape=shape)
    second = segment(0xC4, b"more codes") + segment(0xDA, b"second") + b"rest\xff\xd9"
    data = scans[:-2] + second
    assert read(data).picture.data == data.replace(segment(0xE1, b"Exif\0\0"), b"")


def test_of_a_png_what_the_pixels_need_stays_as_it_is() -> None:
    needed = chunk(b"PLTE", b"abc") + chunk(b"tRNS", b"\0") + chunk(b"gAMA", b"\0\0\xb1\x8f") + chunk(b"sRGB", b"\0")
    assert read(png(before=needed + chunk(b"tEXt", b"a\0b"))).picture.data == png(before=needed)


@given(st.sampled_from([png(), jpeg(), jpeg(exif(1)), svg()]), st.data())
def test_damaged_files_are_refused_or_taken_and_never_crash(data: bytes, draw: st.DataObject) -> None:
    start = draw.draw(st.integers(0, len(data)))
    length = draw.draw(st.integers(0, 12))
    with suppress(UnfitError):
        read(data[:start] + draw.draw(st.binary(max_size=8)) + data[start + length :])
