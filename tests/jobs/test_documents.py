"""Documents of word processors become sections, parts and titles of a submission."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from assembler.errors import UnreadableFileError
from assembler.jobs.adopt import Adopted, adopt
from assembler.jobs.documents import Way
from assembler.jobs.new import placeholders
from assembler.project import store
from tests.drawn import png
from tests.formats.foreign.made import docx, paragraph, part, styled

STYLES = part(
    "styles",
    "".join(
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/></w:style>'
        for id, name in (("H1", "heading 1"), ("H2", "heading 2"), ("T", "Title"), ("S", "Subtitle"))
    ),
)
RELATED = (("s", "styles", "styles.xml"),)
PARTS = {"word/styles.xml": STYLES}
BODY = (
    styled("Отчет", "T")
    + styled("Второй доклад", "S")
    + styled("I. Общее", "H1")
    + styled("Статья 2", "H2")
    + paragraph("1. Первый.")
    + paragraph("2. Второй.")
    + styled("II. Права", "H1")
    + styled("Статья 7", "H2")
    + paragraph("3. Третий.")
    + paragraph("5. Пятый.")
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "submission"
    folder.mkdir()
    title, subtitle = placeholders("ru")
    text = f'title = "{title}"\nsubtitle = "{subtitle}"\noriginal = "ru"\n\n[languages.ru]\n[languages.en]\n'
    (folder / "submission.toml").write_text(text, encoding="utf-8")
    return folder


def bring(root: Path, data: bytes, name: str = "a.docx", language: str = "ru", way: Way | None = None) -> Adopted:
    file = root.parent / name
    file.write_bytes(data)
    return adopt(root, [file], language, random=Random(7), way=way or Way())


def codes(adopted: Adopted) -> list[str]:
    return [finding.code for finding in adopted.findings]


def test_headings_become_sections_in_parts_and_the_title_is_taken(root: Path) -> None:
    adopted = bring(root, docx(BODY, PARTS, RELATED), way=Way(split=2))
    assert adopted.paths == ("sources/ru/01-statia-2.md", "sources/ru/02-statia-7.md")
    config = store.load(root).config
    assert (config.title, config.subtitle) == ("Отчет", "Второй доклад")
    assert [(each.title, each.sections) for each in config.parts] == [
        ("I. Общее", ("01-statia-2",)), ("II. Права", ("02-statia-7",)),
    ]  # fmt: skip
    assert codes(adopted).count("title-taken") == 2


def test_without_a_word_the_highest_headings_begin_sections(root: Path) -> None:
    adopted = bring(root, docx(BODY, PARTS, RELATED))
    assert adopted.paths == ("sources/ru/01-i-obshchee.md", "sources/ru/02-ii-prava.md")


def test_a_gap_in_typed_numbers_is_said_with_both_numbers(root: Path) -> None:
    adopted = bring(root, docx(BODY, PARTS, RELATED), way=Way(split=2))
    [difference] = [finding for finding in adopted.findings if finding.code == "number-differs"]
    assert dict(difference.values)["typed"] == "5"
    assert dict(difference.values)["computed"] == "4"


def test_a_title_that_somebody_wrote_stays_and_the_files_is_said(root: Path) -> None:
    configuration = root / "submission.toml"
    text = configuration.read_text(encoding="utf-8").replace(placeholders("ru")[0], "Наш отчет")
    configuration.write_text(text, encoding="utf-8")
    adopted = bring(root, docx(BODY, PARTS, RELATED))
    assert store.load(root).config.title == "Наш отчет"
    assert "title-found" in codes(adopted)


def test_what_stands_above_the_first_heading_is_a_section_and_said(root: Path) -> None:
    adopted = bring(root, docx(paragraph("Астана, 2016") + BODY, PARTS, RELATED), name="отчет.docx")
    assert adopted.paths[0] == "sources/ru/00-otchet.md"
    assert "front-matter" in codes(adopted)


def test_parts_that_are_there_stay(root: Path) -> None:
    configuration = root / "submission.toml"
    text = configuration.read_text(encoding="utf-8") + '\n[[parts]]\nid = "old"\ntitle = "Старая"\nsections = []\n'
    configuration.write_text(text, encoding="utf-8")
    adopted = bring(root, docx(BODY, PARTS, RELATED), way=Way(split=2))
    assert [each.id for each in store.load(root).config.parts] == ["old"]
    assert "parts-found" in codes(adopted)


def test_pictures_of_the_file_come_along_cleaned(root: Path) -> None:
    drawing = (
        '<w:p><w:r><w:drawing><wp:docPr id="1" name="x" descr="Схема"/><a:blip r:embed="p"/></w:drawing></w:r></w:p>'
    )
    data = docx(drawing, {"word/media/image1.png": png()}, (("p", "image", "media/image1.png"),))
    [path] = bring(root, data).paths
    assert "![Схема](../../pictures/image1.png)" in (root / path).read_text(encoding="utf-8")
    assert (root / "pictures" / "image1.png").read_bytes() == png()


def test_a_file_that_cannot_be_read_leaves_the_submission_as_it_was(root: Path) -> None:
    before = (root / "submission.toml").read_bytes()
    with pytest.raises(UnreadableFileError) as caught:
        bring(root, b"%PDF-1.4", name="a.pdf")
    assert caught.value.finding.code == "file-not-read"
    assert (root / "submission.toml").read_bytes() == before
    assert not (root / "sources").exists()


def test_rich_text_and_html_come_in_through_pandoc(root: Path) -> None:
    pytest.importorskip("pypandoc")
    html = "<html><body><h1>One</h1><p>1. First.</p><p>2. Second.</p><h1>Two</h1><p>Words.</p></body></html>"
    adopted = bring(root, html.encode(), name="a.html", language="en")
    assert adopted.paths == ("sources/en/01-one.md", "sources/en/02-two.md")
    rtf = b"{\\rtf1\\ansi Some \\b bold\\b0  words.\\par}"
    [path] = bring(root, rtf, name="letter.rtf", language="en").paths
    assert "Some **bold** words." in (root / path).read_text(encoding="utf-8")


def test_links_between_the_sections_of_an_edition_of_ours_lead_to_the_same_ids(root: Path) -> None:
    def marked(name: str) -> str:
        return f'<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>'

    styles = STYLES.replace(
        "</w:styles>",
        '<w:style w:type="paragraph" w:styleId="R"><w:name w:val="Recommendation"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="RL"><w:name w:val="Recommendation Label"/></w:style></w:styles>',
    )
    link = '<w:p><w:hyperlink w:anchor="{}"><w:r><w:t>Рекомендация</w:t></w:r></w:hyperlink></w:p>'
    body = (
        styled("Общее", "H1")
        + link.format("_P_art07_r1")
        + link.format("_P_art07_x2")
        + styled("Права", "H1")
        + styled("Рекомендация", "RL").replace("</w:pPr>", f"</w:pPr>{marked('_P_art07_r1')}")
        + styled("Государству следует принять закон.", "R")
        + paragraph("Слова.").replace("</w:pPr>", f"</w:pPr>{marked('_P_art07_x2')}")
    )
    adopted = bring(root, docx(body, {"word/styles.xml": styles}, RELATED))
    first, second = ((root / path).read_text(encoding="utf-8") for path in adopted.paths)
    assert [line for line in first.splitlines() if "](#" in line] == [
        "[Рекомендация](#art07-r1)", "[Рекомендация](#art07-x2)",
    ]  # fmt: skip
    assert "{#art07-r1}\n::: recommendation" in second
    assert "{#art07-x2 .unnumbered}\nСлова." in second or "{#art07-x2}\nСлова." in second
    assert not {"import-link", "reference-to-nothing"} & set(codes(adopted))


def test_an_empty_document_is_refused_and_becomes_no_section(root: Path) -> None:
    with pytest.raises(UnreadableFileError):
        bring(root, b"")
    assert store.load(root).sections == ()
