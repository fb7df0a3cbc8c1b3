"""Documents in several languages become one submission."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from assembler.catalog import po
from assembler.catalog.model import Entry, Reason, by_id
from assembler.document.units import extract
from assembler.errors import AssemblerError, ConfigurationError, RefusedError
from assembler.jobs.alignment_page import write
from assembler.jobs.bring import Result, bring
from assembler.jobs.documents import Way
from assembler.jobs.new import placeholders
from assembler.jobs.update import update
from assembler.language.load import load
from assembler.project import store
from assembler.report.voice import Voice
from tests.drawn import png
from tests.formats.foreign.made import docx, styled
from tests.formats.foreign.made import part as made_part

CONFIGURATION = 'title = "Доклад"\noriginal = "ru"\n\n[languages.ru]\n[languages.kk]\n[languages.en]\n'

RUSSIAN = """\
# Статья 7

В 2013 году в Алматы поступило семь жалоб на пытки.[^1]

Суд города Астаны рассмотрел 12 дел; см. CCPR/C/KAZ/CO/2.

- законодательство о полиции;
- условия содержания в 34 тюрьмах.

| Год | Жалобы |
|---|---|
| 2012 год | 17 |
| 2013 год | 7 |

Комитет рекомендовал принять закон о национальном превентивном механизме.

[^1]: Министерство внутренних дел, https://example.org/2013.
"""
ENGLISH = """\
# Article 7

In 2013 seven complaints of torture were received in Almaty.[^a]

The court of Astana heard 12 cases; see CCPR/C/KAZ/CO/2.

- legislation on the police;
- conditions in 34 prisons.

| Year | Complaints |
|---|---|
| Year 2012 | 17 |
| Year 2013 | 7 |

The Committee recommended the adoption of a law on the national preventive mechanism.

[^a]: Ministry of Internal Affairs, https://example.org/2013.
"""
KAZAKH = """\
# 7-бап

2013 жылы Алматыда азаптауға қатысты жеті шағым түсті.[^1]

Астана қаласының соты 12 істі қарады; CCPR/C/KAZ/CO/2 қараңыз.

- полиция туралы заңнама;
- 34 түрмедегі жағдай.

| Жыл | Шағымдар |
|---|---|
| 2012 жыл | 17 |
| 2013 жыл | 7 |

Комитет ұлттық превентивті тетік туралы заң қабылдауды ұсынды.

[^1]: Ішкі істер министрлігі, https://example.org/2013.
"""

Bring = Callable[..., Result]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "submission"
    folder.mkdir()
    (folder / "submission.toml").write_text(CONFIGURATION, encoding="utf-8")
    return folder


@pytest.fixture
def adopted(root: Path, tmp_path: Path) -> Bring:
    """`adopted({"a.md": text, …}, "ru,en", …)` writes the files and adopts them."""

    def run(texts: dict[str, str], languages: str, **options: Any) -> Result:
        for name, text in texts.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        return bring(root, [tmp_path / name for name in texts], languages.split(","), random=Random(7), **options)

    return run


THREE = {"report.md": RUSSIAN, "report-kk.md": KAZAKH, "report-en.md": ENGLISH}


def entries(root: Path, language: str, name: str = "report") -> dict[str, Entry]:
    path = root / f"locales/{language}/LC_MESSAGES/{name}.po"
    catalog, _ = po.read(path.read_bytes(), path=path.name, name=name, language=language)
    return by_id([catalog])


def said(root: Path, language: str) -> dict[str, str]:
    """The translations by the words of the original."""
    return {entry.source: entry.translation for entry in entries(root, language).values()}


def test_three_documents_become_a_submission_whose_translations_are_in_place(root: Path, adopted: Bring) -> None:
    result = adopted(THREE, "ru,kk,en")
    assert result.paths == ("sources/ru/report.md",)
    english, kazakh = said(root, "en"), said(root, "kk")
    assert english["Статья 7"] == "Article 7"
    assert kazakh["условия содержания в 34 тюрьмах."] == "34 түрмедегі жағдай."
    assert english["2013 год"] == "Year 2013"
    assert kazakh["Жалобы"] == "Шағымдар"
    assert all(english.values())
    assert all(kazakh.values())


def test_note_marks_in_translations_lead_to_the_originals_notes(root: Path, adopted: Bring) -> None:
    adopted(THREE, "ru,kk,en")
    [section] = store.load(root).sections
    [note] = section.notes
    english = entries(root, "en")
    assert [each.translation for each in english.values() if each.translation.endswith(f"[^{note.id}]")] == [
        f"In 2013 seven complaints of torture were received in Almaty.[^{note.id}]"
    ]
    assert english[note.id].translation == "Ministry of Internal Affairs, https://example.org/2013."
    assert update(root).findings == ()


def test_what_is_certain_is_translated_and_what_is_not_is_fuzzy_as_aligned(root: Path, adopted: Bring) -> None:
    short = ENGLISH.replace("The court of Astana", "In brief, nobody was surprised when the court of Astana")
    [english] = adopted({"report.md": RUSSIAN, "report-en.md": short}, "ru,en").renditions
    stored = entries(root, "en")
    for match in english.matched.matches:
        for id in match.left:
            assert stored[id].fuzzy is not match.is_certain
            assert stored[id].reason is (Reason.UNKNOWN if match.is_certain else Reason.ALIGNED)
    assert english.certain


def test_words_that_a_person_wrote_stay_and_the_difference_is_told(root: Path, adopted: Bring) -> None:
    adopted({"report.md": RUSSIAN, "report-en.md": ENGLISH}, "ru,en")
    path = root / "locales/en/LC_MESSAGES/report.po"
    path.write_text(path.read_text("utf-8").replace('"Article 7"', '"Article seven"'), encoding="utf-8")
    again = adopted({"report-en.md": ENGLISH}, "en", among=["report"])
    assert said(root, "en")["Статья 7"] == "Article seven"
    assert [each.code for each in again.findings if each.code == "brought-translation-differs"]


def test_words_that_nobody_touched_give_way_to_those_of_a_newer_document(root: Path, adopted: Bring) -> None:
    adopted({"report.md": RUSSIAN, "report-en.md": ENGLISH}, "ru,en")
    adopted({"report-en.md": ENGLISH.replace("heard 12 cases", "tried 12 cases")}, "en", among=["report"])
    assert said(root, "en")["Суд города Астаны рассмотрел 12 дел; см. CCPR/C/KAZ/CO/2."].startswith(
        "The court of Astana tried 12 cases"
    )


def test_adopting_the_same_document_twice_changes_no_byte(root: Path, adopted: Bring) -> None:
    adopted({"report.md": RUSSIAN, "report-en.md": ENGLISH}, "ru,en")
    path = root / "locales/en/LC_MESSAGES/report.po"
    before = path.read_bytes()
    adopted({"report-en.md": ENGLISH}, "en", among=["*"])
    assert path.read_bytes() == before


def test_corrections_are_honoured_by_the_next_run(root: Path, adopted: Bring) -> None:
    adopted({"report.md": RUSSIAN, "report-en.md": ENGLISH}, "ru,en")
    ids = {entry.source: id for id, entry in entries(root, "en").items()}
    police, prisons = ids["законодательство о полиции;"], ids["условия содержания в 34 тюрьмах."]
    (root / "alignment.toml").write_text(
        f'[[pin]]\nlanguage = "en"\nid = "{police}"\ntext = "conditions in 34"\n'
        f'[[cut]]\nlanguage = "en"\nid = "{prisons}"\n',
        encoding="utf-8",
    )
    result = adopted({"report-en.md": ENGLISH}, "en", among=["report"])
    assert said(root, "en")["законодательство о полиции;"] == "conditions in 34 prisons."
    assert said(root, "en")["условия содержания в 34 тюрьмах."] == ""
    assert "legislation on the police;" in [result.renditions[0].words[id] for id in result.renditions[0].matched.right]


def test_a_correction_of_nothing_is_told_with_its_line(root: Path, adopted: Bring) -> None:
    adopted({"report.md": RUSSIAN}, "ru")
    (root / "alignment.toml").write_text('\n[[pin]]\nlanguage = "en"\nid = "nobody"\ntext = "Article"\n', "utf-8")
    result = adopted({"report-en.md": ENGLISH}, "en", among=["report"])
    [lost] = [each for each in result.findings if each.code == "correction-not-found"]
    assert (lost.place.file, lost.place.line) == ("alignment.toml", 2)


def test_parallel_versions_have_the_same_ids_and_the_update_agrees_with_them(root: Path, adopted: Bring) -> None:
    extra = ENGLISH.replace("| Year |", "A remark that only the translator made, of 1999.\n\n| Year |")
    result = adopted({"report.md": RUSSIAN, "report-en.md": extra}, "ru,en", parallel_sources=True)
    assert result.paths == ("sources/ru/report.md", "sources/en/report.md")
    submission = store.load(root)
    [original], [version] = submission.sections, submission.parallels
    own, its = ({unit.id: unit.text for unit in extract(each)} for each in (original, version))
    assert own.keys() < its.keys()
    [only] = its.keys() - own.keys()
    assert its[only].startswith("A remark that only")
    updated = update(root)
    assert updated.written == ()
    assert {finding.code for finding in updated.findings} == {"parallel-only"}


def test_doubtful_words_stay_fuzzy_beside_a_parallel_version(root: Path, adopted: Bring) -> None:
    joined = ENGLISH.replace("Almaty.[^a]\n\nThe court", "Almaty.[^a] The court")
    adopted({"report.md": RUSSIAN, "report-en.md": joined}, "ru,en", parallel_sources=True)
    fuzzy = [entry for entry in entries(root, "en").values() if entry.fuzzy]
    assert fuzzy
    assert {entry.reason for entry in fuzzy} == {Reason.ALIGNED}
    update(root)
    assert [entry for entry in entries(root, "en").values() if entry.fuzzy] == fuzzy


def test_a_dry_run_writes_nothing(root: Path, adopted: Bring) -> None:
    adopted({"report.md": RUSSIAN}, "ru")
    before = sorted(root.rglob("*"))
    result = adopted({"report-en.md": ENGLISH}, "en", among=["report"], dry_run=True)
    assert result.renditions[0].certain
    assert sorted(root.rglob("*")) == before


def test_languages_and_files_must_be_as_many_and_sections_must_exist(adopted: Bring) -> None:
    with pytest.raises(ConfigurationError) as wrong:
        adopted({"report.md": RUSSIAN}, "ru,en")
    assert wrong.value.finding.code == "languages-and-files"
    adopted({"report.md": RUSSIAN}, "ru")
    with pytest.raises(ConfigurationError) as unknown:
        adopted({"report-en.md": ENGLISH}, "en", among=["raport"])
    assert "report" in str(dict(unknown.value.finding.values)["suggestion"])
    with pytest.raises(RefusedError):
        adopted({"report-2.md": RUSSIAN}, "ru", among=["report"])


def test_a_file_of_the_name_of_a_section_in_another_language_is_a_version_of_it(root: Path, adopted: Bring) -> None:
    adopted({"report.md": RUSSIAN}, "ru")
    assert adopted({"report.md": ENGLISH}, "en").paths == ()
    assert said(root, "en")["Статья 7"] == "Article 7"


def test_pivots_come_first(root: Path, adopted: Bring) -> None:
    text = CONFIGURATION.replace("[languages.en]", '[languages.en]\nfrom = "kk"')
    (root / "submission.toml").write_text(text, encoding="utf-8")
    result = adopted({"report.md": RUSSIAN, "report-en.md": ENGLISH, "report-kk.md": KAZAKH}, "ru,en,kk")
    assert said(root, "en")["34 түрмедегі жағдай."] == "conditions in 34 prisons."
    doubtful = len(result.renditions[1].doubtful)
    [waiting] = [each for each in result.findings if each.code == "brought-translation-waits"]
    assert dict(waiting.values)["count"] == doubtful


def test_the_page_shows_the_doubtful_first_with_what_to_write(root: Path, adopted: Bring) -> None:
    joined = ENGLISH.replace("Almaty.[^a]\n\nThe court", "Almaty.[^a] The court")
    [english] = adopted({"report.md": RUSSIAN, "report-en.md": joined}, "ru,en").renditions
    path = write(root, english, Voice(str, load("en")))
    page = (root / path).read_text(encoding="utf-8")
    assert path == "out/alignment-en.html"
    assert page.index("several paragraphs are one") < page.index("The whole alignment")
    assert "[[pin]]\nlanguage = " in page
    assert 'lang="ru-RU"' in page


def contents(root: Path) -> dict[str, bytes]:
    files = (each for each in root.rglob("*") if each.is_file() and not each.name.startswith("."))
    return {each.relative_to(root).as_posix(): each.read_bytes() for each in files}


def test_a_dry_run_of_new_documents_says_what_would_be_and_writes_nothing(root: Path, adopted: Bring) -> None:
    before = contents(root)
    result = adopted(THREE, "ru,kk,en", dry_run=True)
    assert contents(root) == before
    assert result.paths == ("sources/ru/report.md",)
    assert [each.language for each in result.renditions] == ["kk", "en"]


def test_a_document_that_cannot_be_read_leaves_nothing_of_those_before_it(root: Path, adopted: Bring) -> None:
    before = contents(root)
    with pytest.raises(AssemblerError):
        adopted({**THREE, "report-en.md": "%PDF-1.7\n"}, "ru,kk,en")
    assert contents(root) == before


def word(title: str, part: str, sections: dict[str, str], picture: bytes) -> bytes:
    """A DOCX with a title, a part, and sections of one paragraph with a picture of its own."""
    names = (("H1", "heading 1"), ("H2", "heading 2"), ("T", "Title"))
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/></w:style>' for id, name in names
    )
    drawing = (
        '<w:p><w:r><w:t>{}</w:t></w:r><w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="p"/><a:graphic>'
        '<a:graphicData><a:blip r:embed="i"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )
    body = styled(title, "T") + styled(part, "H1")
    body += "".join(styled(heading, "H2") + drawing.format(words) for heading, words in sections.items())
    related = (("s", "styles", "styles.xml"), ("i", "image", "media/image1.png"))
    return docx(body, {"word/styles.xml": made_part("styles", styles), "word/media/image1.png": picture}, related)


def test_titles_and_parts_are_translated_and_pictures_of_one_name_do_not_collide(root: Path, tmp_path: Path) -> None:
    files = {
        "ru": ("Отчет", "I. Права", {"Статья 2": "В 2013 году 7 дел.", "Статья 7": "В 2014 году 9 дел."}),
        "kk": ("Есеп", "I. Құқықтар", {"2-бап": "2013 жылы 7 іс.", "7-бап": "2014 жылы 9 іс."}),
        "en": ("The report", "I. Rights", {"Article 2": "7 cases in 2013.", "Article 7": "9 cases in 2014."}),
    }
    for place, (code, (title, part, sections)) in enumerate(files.items(), 2):
        (tmp_path / f"{code}.docx").write_bytes(word(title, part, sections, png(place, place)))
    configuration = root / "submission.toml"
    configuration.write_text(CONFIGURATION.replace("Доклад", placeholders("ru")[0]), encoding="utf-8")
    way = Way(split=2)
    bring(root, [tmp_path / f"{code}.docx" for code in files], list(files), random=Random(7), way=way)
    for code, (title, part, _) in files.items():
        if code != "ru":
            own = entries(root, code, "submission")
            assert (own["title"].translation, own["parts.part-1.title"].translation) == (title, part)
    assert sorted(each.name for each in (root / "pictures").iterdir()) == [
        "image1-2.png", "image1-3.png", "image1.png",
    ]  # fmt: skip


def test_parallel_versions_in_two_further_languages_are_written_at_once(root: Path, adopted: Bring) -> None:
    result = adopted(THREE, "ru,kk,en", parallel_sources=True)
    assert set(result.paths) == {f"sources/{code}/report.md" for code in ("ru", "kk", "en")}
    submission = store.load(root)
    assert submission.config.sections["report"].original == "ru"
    assert submission.findings == ()
