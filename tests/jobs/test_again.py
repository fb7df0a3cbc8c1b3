"""A newer file of a document brings its sections up to date."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from assembler.errors import ConfigurationError
from assembler.jobs.adopt import adopt
from assembler.jobs.again import Renewed, again
from assembler.jobs.documents import AS_IT_IS
from assembler.project import store
from tests.drawn import png
from tests.jobs.test_bring import CONFIGURATION, RUSSIAN

PATH = "sources/ru/report.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "submission"
    folder.mkdir()
    (folder / "submission.toml").write_text(CONFIGURATION, encoding="utf-8")
    (tmp_path / "report.md").write_text(RUSSIAN, encoding="utf-8")
    adopt(folder, [tmp_path / "report.md"], "ru", random=Random(1))
    return folder


def renewed(root: Path, text: str, *, dry_run: bool = False) -> Renewed:
    file = root.parent / "newer" / "report.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return again(root, [file], "ru", random=Random(2), way=AS_IT_IS, dry_run=dry_run)


def text(root: Path) -> str:
    return (root / PATH).read_text(encoding="utf-8")


def ids(root: Path) -> dict[str, str]:
    return {unit.text: unit.id for unit in store.load(root).units if unit.section == "report"}


def test_the_same_text_changes_nothing(root: Path) -> None:
    before = text(root)
    found = renewed(root, RUSSIAN)
    assert text(root) == before
    assert found.paths == ()
    assert (found.renewal.new, found.renewal.gone, found.renewal.changed) == ((), (), ())


def test_changed_words_keep_their_id_and_all_else_its_bytes(root: Path) -> None:
    before, known = text(root), ids(root)
    found = renewed(root, RUSSIAN.replace("семь жалоб", "восемь жалоб"))
    assert text(root) == before.replace("семь жалоб", "восемь жалоб")
    assert len(found.renewal.changed) == 1
    assert set(ids(root).values()) == set(known.values())


def test_a_new_paragraph_gets_an_id_of_its_own_and_one_that_is_gone_is_taken_out(root: Path) -> None:
    known = ids(root)
    newer = RUSSIAN.replace("Суд города Астаны рассмотрел 12 дел; см. CCPR/C/KAZ/CO/2.\n", "")
    newer = newer.replace("| Год |", "Совершенно другой абзац о воде.\n\n| Год |")
    found = renewed(root, newer)
    now = ids(root)
    assert [found.before[id][:4] for id in found.renewal.gone] == ["Суд "]
    assert now["Совершенно другой абзац о воде."] not in known.values()
    assert {now[words] for words in now.keys() & known.keys()} == {known[words] for words in now.keys() & known.keys()}
    assert "Астаны" not in text(root)


def test_a_paragraph_that_moved_keeps_its_id(root: Path) -> None:
    known = ids(root)
    sentence = "Комитет рекомендовал принять закон о национальном превентивном механизме.\n\n"
    newer = RUSSIAN.replace(sentence, "").replace("В 2013 году", f"{sentence}В 2013 году")
    found = renewed(root, newer)
    assert ids(root) == known
    assert [found.before[id][:7] for id in found.renewal.moved] == ["Комитет"]
    assert text(root).index("Комитет") < text(root).index("В 2013")


def test_a_longer_list_keeps_the_ids_of_its_items(root: Path) -> None:
    known = ids(root)
    newer = RUSSIAN.replace("- условия", "- независимость судей;\n- условия")
    renewed(root, newer)
    now = ids(root)
    for words in ("законодательство о полиции;", "условия содержания в 34 тюрьмах."):
        assert now[words] == known[words]
    assert "независимость судей;" in now


def test_notes_come_and_go_with_their_marks(root: Path) -> None:
    newer = (
        RUSSIAN.replace("пытки.[^1]", "пытки.")
        .replace("CO/2.\n", "CO/2.[^1]\n")
        .replace("Министерство", "Генпрокуратура")
    )
    renewed(root, newer.replace("внутренних дел", "сообщила"))
    submission = store.load(root)
    assert [finding.code for finding in submission.findings] == []
    assert len(submission.sections[0].notes) == 1


def test_a_dry_run_tells_and_writes_nothing(root: Path) -> None:
    before = text(root)
    found = renewed(root, RUSSIAN.replace("семь жалоб", "восемь жалоб"), dry_run=True)
    assert text(root) == before
    assert found.paths == (PATH,)


def test_a_number_in_a_table_changes_in_its_place(root: Path) -> None:
    before = text(root)
    renewed(root, RUSSIAN.replace("| 17 |", "| 18 |"))
    assert text(root) == before.replace("| 17 |", "| 18 |")


def test_a_remark_in_the_section_stays_where_it_is(root: Path) -> None:
    (root / PATH).write_text(text(root).replace("\n- ", "\n<!-- look here -->\n\n- ", 1), encoding="utf-8")
    renewed(root, RUSSIAN.replace("| Год |", "Новый абзац о воде и о воздухе.\n\n| Год |"))
    assert "<!-- look here -->" in text(root)
    assert store.load(root).findings == ()


def test_a_file_that_is_called_as_no_section_needs_to_be_told_of_which(root: Path, tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text(RUSSIAN, encoding="utf-8")
    with pytest.raises(ConfigurationError) as error:
        again(root, [tmp_path / "other.md"], "ru", random=Random(2), way=AS_IT_IS)
    assert error.value.finding.code == "nothing-to-renew"


def test_what_moved_to_another_section_goes_there_with_its_note_and_is_said_once(root: Path, tmp_path: Path) -> None:
    more = (
        "# Статья 9\n\nПолиция Алматы задержала 40 человек на площади.\n\n"
        "Прокуратура Астаны возбудила три дела о незаконном задержании.[^1]\n\n[^1]: Ответ от 5 мая 2014 года.\n"
    )
    (tmp_path / "z.md").write_text(more, encoding="utf-8")
    adopt(root, [tmp_path / "z.md"], "ru", random=Random(3))
    known = {unit.text: unit.id for unit in store.load(root).units}
    sentence = "Прокуратура Астаны возбудила три дела о незаконном задержании."
    first = RUSSIAN.replace("Суд города", f"{sentence}[^2]\n\nСуд города") + "[^2]: Ответ от 5 мая 2014 года.\n"
    newer = tmp_path / "newer"
    newer.mkdir()
    texts = {"report.md": first, "z.md": more.split("Прокуратура")[0] + "# Статья 10\n\nНовое слово о воде.\n"}
    for name, words in texts.items():
        (newer / name).write_text(words, encoding="utf-8")

    def run() -> Renewed:
        return again(root, [newer / name for name in texts], "ru", random=Random(4), way=AS_IT_IS)

    found = run()
    submission = store.load(root)
    assert submission.findings == ()
    here = {unit.text: (unit.section, unit.id) for unit in submission.units}
    note = known["Ответ от 5 мая 2014 года."]
    assert here[f"{sentence}[^{note}]"] == ("report", known[f"{sentence}[^{note}]"])
    assert here["Ответ от 5 мая 2014 года."] == ("report", note)
    assert here["Новое слово о воде."][0] == "z"
    assert set(found.renewal.moved) == {known[f"{sentence}[^{note}]"], note}
    assert run().renewal.moved == ()


def test_pictures_of_what_did_not_change_are_not_brought_a_second_time(root: Path) -> None:
    folder = root.parent / "newer"
    folder.mkdir()
    for name, width in (("old.png", 30), ("new.png", 40)):
        (folder / name).write_bytes(png(width, 30))
    first = f"{RUSSIAN}\n\n![Столбцы](old.png)\n"
    assert renewed(root, first).paths == (PATH,)
    (root / "pictures" / "old.png").rename(root / "pictures" / "chart.png")
    (root / PATH).write_text(text(root).replace("pictures/old.png", "pictures/chart.png"), encoding="utf-8")
    renewed(root, f"{first}\nЕще один рисунок.\n\n![Круги](new.png)\n")
    assert sorted(path.name for path in (root / "pictures").iterdir()) == ["chart.png", "new.png"]
