"""Existing Markdown becomes sections of a submission."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from assembler.document.model import Div, Paragraph
from assembler.errors import ConfigurationError, RefusedError, UnreadableFileError
from assembler.findings import Finding
from assembler.jobs.adopt import Adopted, adopt
from assembler.jobs.incoming import section_id
from assembler.project import store
from tests.drawn import chunk, png, svg

CONFIGURATION = """\
# a remark of the authors
title = "Заголовок"
original = "ru"

[languages.ru]
[languages.kk]
[languages.en]
[numbering]
restart = "section"
"""

ARTICLE = """\
## Article 7 {#art07}

**Recommendation:** The State should act.[^1]

1.  First.

2.  Second.

    A continuation.

<!-- a jump -->

5.  Fifth, with an [odd span]{.odd}.

6.  Sixth.

[^1]: A note.
"""

Bring = Callable[..., Adopted]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "submission"
    folder.mkdir()
    (folder / "submission.toml").write_text(CONFIGURATION, encoding="utf-8")
    return folder


@pytest.fixture
def bring(root: Path, tmp_path: Path) -> Bring:
    """`bring({"07.md": text}, "en")` writes the files and adopts them."""

    def run(texts: dict[str, str], language: str = "en", *, original: bool = False) -> Adopted:
        for name, text in texts.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        return adopt(root, [tmp_path / name for name in texts], language, random=Random(7), original=original)

    return run


def of_kind(adopted: Adopted, code: str) -> list[Finding]:
    return [finding for finding in adopted.findings if finding.code == code]


def configuration(root: Path) -> str:
    return (root / "submission.toml").read_text(encoding="utf-8")


def test_a_file_becomes_a_section_that_reads_back_without_complaint(root: Path, bring: Bring) -> None:
    adopted = bring({"07_Article 7.md": ARTICLE})
    assert adopted.paths == ("sources/en/07-article-7.md",)
    submission = store.load(root)
    [section] = submission.sections
    assert [type(block).__name__ for block in section.blocks[:3]] == ["Heading", "Div", "Paragraph"]
    assert isinstance(section.blocks[1], Div)
    assert len(section.notes) == 1
    assert submission.findings == ()


def test_new_ids_begin_with_the_id_of_the_heading_and_are_unique_in_the_submission(root: Path, bring: Bring) -> None:
    bring({"07.md": ARTICLE, "08.md": ARTICLE})
    first, second = store.load(root).sections
    assert first.blocks[0].id == "art07" != second.blocks[0].id
    assert str(first.blocks[2].id).startswith("art07-")
    units = [unit.id for unit in store.load(root).units]
    assert len(units) == len(set(units))


def test_the_same_files_and_the_same_chance_give_the_same_bytes(root: Path, bring: Bring) -> None:
    [path] = bring({"07.md": ARTICLE}).paths
    once = (root / path).read_bytes()
    (root / path).unlink()
    bring({"07.md": ARTICLE})
    assert (root / path).read_bytes() == once


def test_a_gap_in_typed_numbers_is_reported_once_with_both_numbers_and_the_paragraph(root: Path, bring: Bring) -> None:
    adopted = bring({"07.md": ARTICLE})
    [difference] = of_kind(adopted, "number-differs")
    assert dict(difference.values) == {"typed": "5", "computed": "3", "count": 2}
    [section] = store.load(root).sections
    fifth = next(block for block in section.blocks if isinstance(block, Paragraph) and block.words.startswith("Fifth"))
    assert difference.place.id == fifth.id
    assert difference.place.file == section.path
    assert difference.place.line == fifth.line


def test_sections_whose_numbers_begin_again_where_the_submission_counts_on_are_reported_together(
    root: Path, bring: Bring
) -> None:
    (root / "submission.toml").write_text(CONFIGURATION.replace('"section"', '"never"'), encoding="utf-8")
    adopted = bring({"06.md": "1. One.\n2. Two.\n", "07.md": ARTICLE, "08.md": "1. One.\n"})
    [restart] = of_kind(adopted, "numbers-restart")
    assert dict(restart.values)["count"] == 2
    assert [dict(each.values)["typed"] for each in of_kind(adopted, "number-differs")] == ["5"]


def test_a_section_without_typed_numbers_is_said_to_be_unnumbered_and_nothing_else_changes(
    root: Path, bring: Bring
) -> None:
    bring({"00-introduction.md": "# Introduction\n\nWords.\n", "01-part.md": "# I. PART\n", "07.md": ARTICLE})
    assert configuration(root) == CONFIGURATION + '\n[sections."00-introduction"]\nnumbered = false\n'


def test_nothing_is_added_where_numbers_are_off_already(root: Path, bring: Bring) -> None:
    plain = CONFIGURATION + "paragraphs = false\n"
    (root / "submission.toml").write_text(plain, encoding="utf-8")
    bring({"00-introduction.md": "Words.\n"})
    assert configuration(root) == plain


@pytest.mark.parametrize(
    "existing", ['[sections."00-a"]\nrestart = true\n', 'sections = {"other" = {restart = true}}\n']
)
def test_a_setting_that_cannot_be_added_is_reported_and_the_file_left_alone(
    root: Path, bring: Bring, existing: str
) -> None:
    written = existing + CONFIGURATION if existing.startswith("sections") else CONFIGURATION + existing
    (root / "submission.toml").write_text(written, encoding="utf-8")
    adopted = bring({"00-a.md": "Words.\n"})
    assert configuration(root) == written
    [needed] = of_kind(adopted, "setting-needed")
    assert "numbered = false" in needed.message()


def test_a_section_that_exists_is_not_overwritten_and_nothing_else_is_written(root: Path, bring: Bring) -> None:
    [path] = bring({"07.md": ARTICLE}).paths
    before = (root / path).read_bytes()
    with pytest.raises(RefusedError) as caught:
        bring({"06.md": "1. New.\n", "07.md": "1. Other words.\n"})
    assert caught.value.finding.code == "section-exists"
    assert (root / path).read_bytes() == before
    assert not (root / "sources/en/06.md").exists()


def test_two_files_that_would_become_one_section_are_refused(root: Path, bring: Bring) -> None:
    with pytest.raises(RefusedError) as caught:
        bring({"07 a.md": "1. One.\n", "07-a.md": "1. Other.\n"})
    assert caught.value.finding.code == "same-section"
    assert not (root / "sources").exists()


def test_a_file_whose_name_gives_none_is_refused(bring: Bring) -> None:
    with pytest.raises(RefusedError) as caught:
        bring({"«».md": "1. One.\n"})
    assert caught.value.finding.code == "bad-section-name"


def test_section_names_are_small_latin_letters_digits_and_hyphens() -> None:
    assert section_id("07_Article  7 (final)") == "07-article-7-final"
    assert section_id("Übersicht") == "ubersicht"


def test_cyrillic_names_are_written_in_latin_letters() -> None:
    assert section_id("Статья 7. Запрещение пыток") == "statia-7-zapreshchenie-pytok"
    assert section_id("7-бап. Азаптауға тыйым салу") == "7-bap-azaptauga-tyiym-salu"
    assert section_id("Қазақстан ұйымының өтініші") == "qazaqstan-uiymynyng-otinishi"


def test_a_language_that_the_submission_does_not_have_is_a_wrong_call(bring: Bring) -> None:
    with pytest.raises(ConfigurationError) as caught:
        bring({"07.md": ARTICLE}, "de")
    assert "de" in caught.value.finding.message()


def test_a_file_that_is_not_utf_8_is_named(root: Path, tmp_path: Path) -> None:
    (tmp_path / "07.md").write_bytes("Слово".encode("cp1251"))
    with pytest.raises(UnreadableFileError) as caught:
        adopt(root, [tmp_path / "07.md"], "ru", random=Random(1))
    assert caught.value.finding.code == "not-utf-8"


def test_findings_name_the_line_of_the_file_that_was_adopted(bring: Bring) -> None:
    adopted = bring({"07.md": ARTICLE + "\n[^2]: Nothing calls this note.\n"})
    [odd] = of_kind(adopted, "import-attributes")
    [unused] = of_kind(adopted, "pandoc-warned")
    assert odd.place.line == ARTICLE.splitlines().index("5.  Fifth, with an [odd span]{.odd}.") + 1
    assert unused.place.line == len(ARTICLE.splitlines()) + 2


def test_beside_a_version_in_another_language_that_one_stays_the_original(root: Path, bring: Bring) -> None:
    bring({"07.md": "1. Слова.\n"}, "ru")
    adopted = bring({"07.md": "1. Words.\n"}, "en")
    assert configuration(root).endswith('\n[sections."07"]\noriginal = "ru"\n')
    assert [dict(each.values)["other"] for each in of_kind(adopted, "adopted-beside")] == ["ru"]
    assert [section.language for section in store.load(root).sections] == ["ru"]


def test_said_to_be_the_original_it_takes_the_place_of_the_other_language(root: Path, bring: Bring) -> None:
    bring({"07.md": "1. Слова.\n"}, "ru")
    bring({"07.md": "1. Words.\n"}, "en", original=True)
    assert [section.language for section in store.load(root).sections] == ["en"]


def test_where_it_cannot_be_written_which_is_the_original_nothing_is_written(root: Path, bring: Bring) -> None:
    bring({"07.md": "1. Слова.\n"}, "ru")
    (root / "submission.toml").write_text(CONFIGURATION + '[sections."07"]\nrestart = true\n', encoding="utf-8")
    with pytest.raises(RefusedError) as caught:
        bring({"07.md": "1. Words.\n"}, "en")
    assert 'original = "ru"' in caught.value.finding.message()
    assert not (root / "sources/en").exists()


def test_alone_in_its_language_a_section_needs_no_word_of_its_original(root: Path, bring: Bring) -> None:
    bring({"07.md": "1. Words.\n"}, "en", original=True)
    assert configuration(root) == CONFIGURATION
    assert [section.language for section in store.load(root).sections] == ["en"]


def test_a_section_of_the_toolkit_is_not_adopted_as_if_it_were_foreign(root: Path, bring: Bring) -> None:
    [path] = bring({"07.md": ARTICLE}).paths
    with pytest.raises(RefusedError) as caught:
        bring({"08.md": (root / path).read_text(encoding="utf-8")})
    assert caught.value.finding.code == "section-already"
    assert not (root / "sources/en/08.md").exists()


def test_an_empty_file_becomes_a_section_and_a_finding(bring: Bring) -> None:
    adopted = bring({"00.md": ""})
    assert of_kind(adopted, "empty-section")


def test_gaps_inside_one_list_are_seen_in_the_lines_of_the_file(bring: Bring) -> None:
    adopted = bring({"07.md": "1. First *one*.\n\n2. Second.\n\n4. [Fourth](https://un.org).\n\n7. Seventh.\n"})
    differences = of_kind(adopted, "number-differs")
    assert [(dict(each.values)["typed"], dict(each.values)["computed"]) for each in differences] == [
        ("4", "3"),
        ("7", "4"),
    ]


def test_who_types_the_same_number_everywhere_means_that_they_count(bring: Bring) -> None:
    assert of_kind(bring({"07.md": "1. First.\n\n1. Second.\n\n1. Third.\n"}), "number-differs") == []


def test_a_label_that_is_not_bold_becomes_a_block_where_a_colon_follows(root: Path, bring: Bring) -> None:
    bring({"07.md": "Recommendation: The State party should act.\n\nRecommendation letters are no recommendation.\n"})
    [section] = store.load(root).sections
    division, paragraph = section.blocks
    assert isinstance(division, Div)
    assert division.name == "recommendation"
    [inner] = division.blocks
    assert isinstance(inner, Paragraph)
    assert inner.words == "The State party should act."
    assert isinstance(paragraph, Paragraph)


def test_pictures_come_along_cleaned_and_named_from_the_section(root: Path, bring: Bring, tmp_path: Path) -> None:
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "a b.png").write_bytes(png(before=chunk(b"tEXt", b"Author\0Aigul")))
    (tmp_path / "img" / "map.svg").write_bytes(svg())
    (tmp_path / "img" / "map.png").write_bytes(png(40, 30))
    (tmp_path / "none.png").write_bytes(b"nothing")
    text = (
        "# One\n\n![A chart](img/a%20b.png)\n\nA ![map](img/map.svg) in a line.\n\n![A chart](img/a%20b.png)\n\n"
        "![gone](gone.png)\n\n![none](none.png)\n\n![far](https://example.org/a.png)\n\n![key](../key.png)\n"
    )
    (tmp_path.parent / "key.png").write_bytes(png())
    adopted = bring({"07.md": text})
    section = (root / adopted.paths[0]).read_text(encoding="utf-8")
    assert section.count("![A chart](<../../pictures/a b.png>)") == 2
    assert "![map](../../pictures/map.svg)" in section
    assert [path.name for path in sorted((root / "pictures").iterdir())] == ["a b.png", "map.png", "map.svg"]
    assert (root / "pictures" / "a b.png").read_bytes() == png()
    said = [each.code for each in adopted.findings if each.code.startswith("picture")]
    assert sorted(said) == [
        "picture-elsewhere", "picture-format-unknown", "picture-not-brought", "picture-not-brought",
    ]  # fmt: skip


def test_another_picture_of_the_same_name_gets_a_name_of_its_own(root: Path, bring: Bring, tmp_path: Path) -> None:
    (root / "pictures").mkdir()
    (root / "pictures" / "a.png").write_bytes(png(9, 9))
    (tmp_path / "a.png").write_bytes(png())
    adopted = bring({"07.md": "![A chart](a.png)\n"})
    assert "![A chart](../../pictures/a-2.png)" in (root / adopted.paths[0]).read_text(encoding="utf-8")
    assert (root / "pictures" / "a.png").read_bytes() == png(9, 9)
