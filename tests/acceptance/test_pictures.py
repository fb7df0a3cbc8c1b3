"""Pictures from the command line: a file per language in every format, nothing of people in any, bad ones named."""

from __future__ import annotations

import base64
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.command import assembler
from tests.acceptance.place import Place
from tests.drawn import chunk, exif, jpeg, png, segment, svg

SECRET = b"Aigul 43.25N 76.95E"
SECTION = """{#h}
# Раздел

{#p}
Смотрите [](#fig){form=acc} и ![печать](../../pictures/seal.jpg){width=9mm}.

{#cap .caption}
Подпись

{#fig width=80%}
![Диаграмма](../../pictures/chart.svg)
"""


@pytest.fixture
def place(tmp_path: Path) -> Place:
    place = Place(tmp_path)
    (tmp_path / "sources" / "ru").mkdir(parents=True)
    (tmp_path / "sources" / "ru" / "01.md").write_text(SECTION, encoding="utf-8")
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    for code, number in (("", 1), (".kk", 2), (".en", 3)):
        (pictures / f"chart{code}.svg").write_bytes(
            svg(f"<metadata>{SECRET.decode()}</metadata><text>words{number}</text>")
        )
        (pictures / f"chart{code}.png").write_bytes(png(40 + number, 30, before=chunk(b"tEXt", b"Author\0" + SECRET)))
    (pictures / "seal.jpg").write_bytes(jpeg(segment(0xFE, SECRET), exif(1), behind=SECRET))
    place.update()
    for code in ("kk", "en"):
        texts = {"h": "Heading", "cap": "Caption", "fig": f"Chart in {code}"}
        texts["p"] = f"See [](#fig) and ![seal {code}](../../pictures/seal.jpg){{width=9mm}}."
        for id, words in texts.items():
            place.translate(code, "01", id, words)
        place.translate(code, "submission", "title", "Title")
    return place


def built(place: Place, *options: str) -> dict[str, Any]:
    result: dict[str, Any] = assembler("build", "--json", *options, folder=place.root).json
    return result


def codes(result: dict[str, Any]) -> list[str]:
    return sorted({finding["code"] for finding in result["findings"] if finding["severity"] != "info"})


def pictures_in(file: Path) -> list[bytes]:
    if file.suffix == ".html":
        found = re.findall(r'src="data:[^;]*;base64,([^"]*)"', file.read_text(encoding="utf-8"))
        return [base64.b64decode(each) for each in found]
    with zipfile.ZipFile(file) as archive:
        return [archive.read(each) for each in archive.namelist() if "icture" in each]


@pytest.mark.parametrize("purpose", [(), ("--final",)], ids=["draft", "final"])
def test_every_language_shows_its_own_file_and_no_edition_tells_of_people(
    place: Place, purpose: tuple[str, ...]
) -> None:
    result = built(place, "--format", "docx,odt,html", *purpose)
    assert (len(result["editions"]), codes(result)) == (9, [])
    for number, code in enumerate(("ru", "kk", "en"), 1):
        for format in ("docx", "odt", "html"):
            pictures = pictures_in(place.root / "out" / f"submission-{code}.{format}")
            own = [words for words in (b"words1", b"words2", b"words3") if any(words in each for each in pictures)]
            assert own == [f"words{number}".encode()]
            assert jpeg() in pictures
            assert (png(40 + number, 30) in pictures) is (format != "html")
            assert not any(b"Aigul" in each for each in pictures)
    told = codes(assembler("check", "--json", folder=place.root).json)
    assert [code for code in told if "picture" in code] == []


def test_two_builds_give_the_same_bytes(place: Place) -> None:
    for folder in ("one", "two"):
        built(place, "--format", "docx,odt,html", "--out", folder)
    files = sorted(each.name for each in (place.root / "one").iterdir())
    assert len(files) == 9
    assert all((place.root / "one" / name).read_bytes() == (place.root / "two" / name).read_bytes() for name in files)


def test_a_language_without_its_own_file_is_told_of(place: Place) -> None:
    (place.root / "pictures" / "chart.en.svg").unlink()
    told = assembler("check", "--json", "--rule", "picture-not-in-language", folder=place.root).json
    (finding,) = told["findings"]
    assert (finding["language"], finding["line"]) == ("en", 11)
    assert finding["file"] == "sources/ru/01.md"
    assert "chart.en.svg" in finding["hint"]


def test_the_descriptions_are_units(place: Place) -> None:
    units = place.entries("en")
    assert units["fig"].translation == "Chart in en"
    (place.root / "sources/ru/01.md").write_text(SECTION.replace("Диаграмма", "График"), encoding="utf-8")
    place.update()
    assert place.entries("en")["fig"].fuzzy
    assert "not-current" in codes(built(place, "en"))
    assert built(place, "en", "--final")["editions"] == []


BAD = {
    "absent": (None, "picture-absent"),
    "cut off": (png()[:-9], "picture-damaged"),
    "a page of an error": (b"<html>404</html>", "picture-format-unknown"),
    "a photograph from a telephone": (b"\0\0\0\x18ftypheic", "picture-format-other"),
    "on its side": (jpeg(exif(6)), "picture-turned"),
    "huge": (png(29_000, 29_000), "picture-too-many-pixels"),
    "a drawing that loads": (svg('<image href="https://example.org/a.png"/>'), "picture-svg-outside"),
}


@pytest.mark.parametrize(("data", "code"), BAD.values(), ids=BAD.keys())
def test_a_bad_picture_is_named_with_file_and_line_and_only_a_draft_is_built(
    place: Place, data: bytes | None, code: str
) -> None:
    seal = place.root / "pictures" / "seal.jpg"
    seal.unlink()
    if data is not None:
        seal.write_bytes(data)
    result = built(place, "ru", "--format", "docx,odt,html")
    (finding,) = (each for each in result["findings"] if each["severity"] == "error")
    assert (finding["code"], finding["file"], finding["line"], finding["id"]) == (code, "sources/ru/01.md", 5, "p")
    assert "seal.jpg" in finding["message"] + finding["quote"]
    assert len(result["editions"]) == 3
    page = (place.root / "out" / "submission-ru.html").read_text(encoding="utf-8")
    assert '<code class="raw">[печать]</code>' in page
    assert built(place, "ru", "--final", "--out", "final")["editions"] == []


def test_a_drawing_without_its_png_is_refused_for_word_alone(place: Place) -> None:
    (place.root / "pictures" / "chart.png").unlink()
    assert len(built(place, "ru", "--final", "--format", "odt,html")["editions"]) == 2
    refused = built(place, "ru", "--final", "--format", "docx", "--out", "word")
    assert (refused["editions"], codes(refused)) == ([], ["docx-svg-without-png"])
    (finding,) = refused["findings"]
    assert "chart.png" in finding["hint"]


def test_pdf_says_what_its_pictures_show(place: Place, tool: Callable[[str], str]) -> None:
    tool("soffice")
    assert built(place, "en", "--format", "pdf")["editions"]
    pdf = (place.root / "out" / "submission-en.pdf").read_bytes()
    assert b"/Figure" in pdf
    assert "Chart in en".encode("utf-16-be").hex().upper().encode() in pdf or b"Chart in en" in pdf
