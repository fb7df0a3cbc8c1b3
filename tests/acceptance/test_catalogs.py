"""Catalogs between people: interruptions, two writers, other tools, parallel versions, originals that change."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from assembler.catalog.marking import Mark
from assembler.catalog.model import Reason, by_id
from assembler.document.units import State
from assembler.errors import AssemblerError, RefusedError, UnwritableFileError
from assembler.jobs.mark import Asked, mark
from assembler.jobs.status import status
from assembler.jobs.translations import translations
from assembler.jobs.update import Updated
from assembler.project import files, lock, store
from tests.acceptance.command import assembler
from tests.acceptance.place import Place, translated


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return translated(tmp_path)


def codes(updated: Updated) -> list[str]:
    return [finding.code for finding in updated.findings]


# --- files that come back


def test_a_second_copy_with_other_words_is_named_with_both_texts_and_taken_in(place: Place) -> None:
    ours = place.catalog("en", "01")
    copy = ours.with_name("01 (1).po")
    copy.write_text(ours.read_text(encoding="utf-8").replace("Words of a", "Better words"), encoding="utf-8")
    said = assembler("update", folder=place.root)
    assert "Taken into locales/en/LC_MESSAGES/01.po and removed: locales/en/LC_MESSAGES/01 (1).po." in said.out
    told = " ".join(said.err.split())
    assert "[a]" in told
    assert all(words in told for words in ("01.po: “Words of a”", "01 (1).po: “Better words”"))
    assert not copy.exists()
    assert {"Words of a", "Better words"} <= place.words("en")
    assert place.entries("en")["a"].fuzzy


def test_two_translations_of_one_text_are_said_until_somebody_decides(place: Place) -> None:
    ours = place.catalog("en", "01")
    ours.with_name("01 (1).po").write_bytes(ours.read_bytes().replace(b"Words of a", b"Better words"))
    place.update()
    [finding] = [each for each in place.update().findings if each.code == "two-translations"]
    line = next(n for n, text in enumerate(ours.read_text().splitlines(), 1) if text == '#~ msgctxt "a--2"')
    assert f"01.po: “Words of a”. 01.po:{line}: “Better words”" in finding.message()
    [listed] = status(place.root, ["en"], listing=[State.FUZZY]).entries["en"]
    assert (listed.translation, listed.others) == ("Words of a", ("Better words",))
    place.translate("en", "01", "a", "Better words")
    assert codes(place.update()) == []
    mark(place.root, Mark.TRANSLATED, "en", Asked(("a",)))
    assert codes(place.update()) == []


def test_a_third_translation_is_still_said_when_somebody_deletes_the_second(place: Place) -> None:
    ours = place.catalog("en", "01")
    for name, words in (("01 (1).po", b"Better words"), ("01 (2).po", b"Best words")):
        ours.with_name(name).write_bytes(ours.read_bytes().replace(b"Words of a", words))
    place.update()
    entries = ours.read_text(encoding="utf-8").split("\n\n")
    ours.write_text("\n\n".join(each for each in entries if '"a--2"' not in each), encoding="utf-8")
    [finding] = [each for each in place.update().findings if each.code == "two-translations"]
    [listed] = status(place.root, ["en"], listing=[State.FUZZY]).entries["en"]
    assert f"“{listed.others[0]}”" in finding.message()


def test_a_second_copy_that_says_the_same_is_taken_in_without_a_word(place: Place) -> None:
    ours = place.catalog("en", "01")
    ours.with_name("01 (1).po").write_bytes(ours.read_bytes())
    updated = place.update()
    assert "two-translations" not in codes(updated)
    assert updated.taken_into == {"locales/en/LC_MESSAGES/01 (1).po": ("locales/en/LC_MESSAGES/01.po",)}


def test_a_second_copy_with_other_words_for_a_fuzzy_entry_is_named_too(place: Place) -> None:
    """The translator worked from the old text; what she wrote is no less a translation of it than ours."""
    ours = place.catalog("en", "01")
    returned = ours.read_text(encoding="utf-8").replace("Words of a", "Better words")
    place.section("ru", "01", a="Первый абзац, новый.", b="Второй абзац.")
    place.update()
    ours.with_name("01-by-mail.po").write_text(returned, encoding="utf-8")
    updated = place.update()
    assert [each.place.id for each in updated.findings if each.code == "two-translations"] == ["a"]
    assert {"Words of a", "Better words"} <= place.words("en")
    entry = place.entries("en")["a"]
    assert (entry.translation, entry.previous, entry.reason) == ("Words of a", "Первый абзац.", Reason.SOURCE_CHANGED)
    assert codes(place.update()) == []


def test_a_second_copy_does_not_bring_back_what_is_newer_in_ours(place: Place) -> None:
    ours = place.catalog("en", "01")
    returned = ours.read_bytes().replace(b"Words of b", b"Words of b, done meanwhile")
    place.translate("en", "01", "a", "Words of a, reviewed")
    ours.with_name("01-by-mail.po").write_bytes(returned)
    assert codes(place.update()) == ["two-translations", "two-translations"]
    assert {"Words of a", "Words of a, reviewed", "Words of b", "Words of b, done meanwhile"} <= place.words("en")


def test_a_further_catalog_of_another_language_is_left_out_and_stays(place: Place) -> None:
    stray = place.catalog("en", "01-from-aigul")
    text = place.catalog("kk", "01").read_text(encoding="utf-8").replace('msgstr ""\n\n', 'msgstr "Қазақша"\n\n')
    stray.write_text(text, encoding="utf-8")
    before = place.everything()
    updated = place.update()
    assert codes(updated) == ["stray-catalog-of-other-language"]
    assert place.everything() == before


# --- interruptions


def failing(call: Callable[..., object], at: int) -> Callable[..., object]:
    """The system's call, which fails the `at`-th time and from then on, as on a full disk."""
    count = iter(range(1, 10_000))

    def fail(*arguments: object, **named: object) -> object:
        if next(count) >= at:
            raise OSError(28, "No space left on device")
        return call(*arguments, **named)

    return fail


@pytest.mark.parametrize("at", range(1, 9))
def test_a_disk_that_fills_up_leaves_everything_as_it_was(
    place: Place, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    place.section("ru", "01", a="Первый абзац.", c="Третий абзац.")
    place.section("ru", "02", b="Второй абзац.")
    before = place.everything()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", failing(os.fsync, at))
        try:
            place.update()
        except UnwritableFileError:
            assert place.everything() == before
        else:
            assert at > 6


def moves() -> Iterator[tuple[str, dict[str, dict[str, str]]]]:
    first, second, third = "Первый абзац.", "Второй абзац.", "Третий абзац."
    yield "forward", {"01": {"a": first}, "02": {"b": second, "c": third}}
    yield "backward", {"01": {"a": first, "b": second, "c": third}, "02": {"d": "Новый."}}
    yield "exchange", {"01": {"a": first, "c": third}, "02": {"b": second}}
    yield "to-a-new-section", {"01": {"a": first}, "02": {"c": third}, "03": {"b": second}}


@pytest.mark.parametrize("sections", [each for _, each in moves()], ids=[name for name, _ in moves()])
@pytest.mark.parametrize("at", range(1, 12))
def test_an_interruption_between_two_files_loses_no_translation_that_moves(
    place: Place, monkeypatch: pytest.MonkeyPatch, sections: dict[str, dict[str, str]], at: int
) -> None:
    for name, texts in sections.items():
        place.section("ru", name, **texts)
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", failing(os.replace, at))
        with suppress(UnwritableFileError):
            place.update()
    assert {"Words of a", "Words of b", "Words of c"} <= place.words("en")
    place.update()
    living = {id: entry.translation for id, entry in place.entries("en").items() if entry.is_current}
    assert living == {"a": "Words of a", "b": "Words of b", "c": "Words of c"}
    assert place.update().written == ()
    assert not list(place.root.rglob("*.part"))


# --- two writers


def test_a_catalog_that_changed_since_it_was_read_is_merged_again(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    place.section("ru", "01", a="Первый абзац, иначе.", b="Второй абзац.")
    real, path = os.fsync, place.catalog("en", "01")

    def save_meanwhile(handle: int) -> None:
        real(handle)
        path.write_bytes(path.read_bytes().replace(b"Words of a", b"Better words"))

    monkeypatch.setattr(os, "fsync", save_meanwhile)
    place.update()
    entry = place.entries("en")["a"]
    assert (entry.source, entry.translation, entry.fuzzy) == ("Первый абзац, иначе.", "Better words", True)


def test_a_catalog_that_changes_again_and_again_is_left_alone(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.section("ru", "01", a="Первый абзац, иначе.", b="Второй абзац.")
    real, path = os.fsync, place.catalog("en", "01")

    def save_meanwhile(handle: int) -> None:
        real(handle)
        path.write_bytes(path.read_bytes() + b"# saved\n")

    monkeypatch.setattr(os, "fsync", save_meanwhile)
    with pytest.raises(RefusedError) as refused:
        place.update()
    assert refused.value.finding.code == "changed-meanwhile"
    assert refused.value.finding.place.file == "locales/en/LC_MESSAGES/01.po"
    assert place.entries("en")["a"].translation == "Words of a"
    assert place.entries("kk")["a"].source == "Первый абзац."
    assert not list(place.root.rglob("*.part"))


def test_a_second_update_is_refused_while_one_is_running_and_names_it(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = "import sys, pathlib; from assembler.project import lock\nwith lock.held(pathlib.Path(sys.argv[1])):\n"
    code = held + "    print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(place.root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        monkeypatch.setattr(lock, "ATTEMPTS", 2)
        with pytest.raises(RefusedError) as refused:
            place.update()
        assert str(other.pid) in refused.value.finding.message()
        other.communicate()
    place.update()
    assert not (place.root / lock.FILE_NAME).exists()


def test_a_catalog_that_its_owner_protected_is_not_replaced(place: Place) -> None:
    place.catalog("en", "01").chmod(0o444)
    place.section("ru", "01", a="Первый абзац, иначе.", b="Второй абзац.")
    before = place.everything()
    with pytest.raises(AssemblerError) as refused:
        place.update()
    assert refused.value.finding.code == "unwritable-file"
    assert place.everything() == before


def test_a_catalog_behind_a_link_is_written_where_it_is(place: Place) -> None:
    path, elsewhere = place.catalog("en", "01"), place.root / "weblate.po"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    place.section("ru", "01", a="Первый абзац, иначе.", b="Второй абзац.")
    place.update()
    assert path.is_symlink()
    assert "Первый абзац, иначе." in elsewhere.read_text(encoding="utf-8")
    files.write_bytes(place.root, "locales/en/LC_MESSAGES/01.po", b"once more")
    assert path.is_symlink()
    assert elsewhere.read_bytes() == b"once more"


# --- what people and other tools do


def test_a_translation_of_spaces_counts_as_none(place: Place) -> None:
    place.translate("en", "01", "a", " ")
    assert status(place.root).languages["en"].sections["01"].units.untranslated == 1
    place.section("ru", "01", a="Первый абзац, иначе.", b="Второй абзац.")
    place.update()
    assert not place.entries("en")["a"].fuzzy


def test_an_edited_heading_changes_its_own_entry_only(place: Place) -> None:
    def write(heading: str) -> None:
        text = f"{{#h}}\n# {heading}\n\n" + "\n".join(f"{{#h-{n}}}\nАбзац {n}.\n" for n in range(50))
        (place.root / "sources/ru/03.md").write_text(text, encoding="utf-8")

    def lines(path: str) -> list[str]:
        return (place.root / path).read_text(encoding="utf-8").splitlines()

    paths = ["locales/en/LC_MESSAGES/03.po", "locales/03.pot"]
    write("Статья 7")
    place.update()
    before = [lines(path) for path in paths]
    write("Статья 7 и другие")
    place.update()
    for path, old in zip(paths, before, strict=True):
        assert sum(one != other for one, other in zip(old, lines(path), strict=True)) == 1


def test_a_template_of_another_tool_stays_and_one_of_ours_goes_with_its_section(place: Place) -> None:
    foreign = place.root / "locales/django.pot"
    foreign.write_text('msgid "Save"\nmsgstr ""\n\nmsgctxt "x"\nmsgid "Open"\nmsgstr ""\n', encoding="utf-8")
    before = foreign.read_bytes()
    (place.root / "sources/ru/02.md").unlink()
    updated = assembler("update", "--json", folder=place.root)
    assert updated.json["removed"] == ["locales/kk/LC_MESSAGES/02.po", "locales/02.pot"]
    assert foreign.read_bytes() == before


def test_what_was_removed_is_said(place: Place) -> None:
    (place.root / "sources/ru/02.md").unlink()
    assert "locales/02.pot" in assembler("update", folder=place.root).out


def overwrite_source(place: Place, language: str, name: str, id: str, words: str) -> None:
    path = place.catalog(language, name)
    pattern = re.compile(rf'(msgctxt "{id}"\nmsgid )[^\n]*(\nmsgstr "")')
    text, count = pattern.subn(lambda found: f'{found[1]}"{words}"{found[2]}', path.read_text(encoding="utf-8"))
    assert count == 1
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("text", ["Первый абзац.", "Первый абзац, иначе."])
def test_words_typed_over_the_source_become_a_fuzzy_translation(place: Place, text: str) -> None:
    overwrite_source(place, "kk", "01", "a", "Бірінші абзац.")
    place.section("ru", "01", a=text, b="Второй абзац.")
    updated = place.update()
    found = [finding for finding in updated.findings if finding.code == "msgid-changed"]
    assert [(each.place.file, each.place.id) for each in found] == [("locales/kk/LC_MESSAGES/01.po", "a")]
    assert "Бірінші абзац." in found[0].message()
    entry = place.entries("kk")["a"]
    assert (entry.source, entry.translation, entry.fuzzy) == (text, "Бірінші абзац.", True)
    assert place.update().written == ()


def test_words_typed_over_the_source_of_a_paragraph_that_is_taken_out_are_kept(place: Place) -> None:
    overwrite_source(place, "kk", "01", "a", "Бірінші абзац.")
    place.section("ru", "01", b="Второй абзац.")
    place.update()
    assert "Бірінші абзац." in place.words("kk")


def test_a_source_that_changed_is_no_word_of_a_translator(place: Place) -> None:
    place.section("ru", "01", a="Совсем другое.", b="Второй абзац.")
    assert "msgid-changed" not in codes(place.update())
    assert place.entries("kk")["a"].translation == ""


def test_words_typed_over_the_text_of_a_pivot_are_kept_and_an_edited_pivot_is_not_taken_for_them(place: Place) -> None:
    place.configure('from = "kk"\n')
    place.section("ru", "03", p="Новый абзац.", q="Ещё один.")
    place.update()
    place.translate("kk", "03", "p", "Жаңа абзац.")
    place.translate("kk", "03", "q", "Тағы біреу.")
    place.update()
    overwrite_source(place, "en", "03", "p", "A new paragraph.")
    place.translate("kk", "03", "q", "Тағы да біреу.")
    assert codes(place.update()).count("msgid-changed") == 1
    new, other = place.entries("en")["p"], place.entries("en")["q"]
    assert (new.source, new.translation, new.fuzzy) == ("Жаңа абзац.", "A new paragraph.", True)
    assert (other.source, other.translation) == ("Тағы да біреу.", "")


def test_words_typed_over_a_source_are_safe_without_a_template(place: Place) -> None:
    """Other letters than those of the original tell that they are no earlier source."""
    place.section("ru", "03", p="Новый абзац.", q="Ещё один.")
    place.update()
    overwrite_source(place, "en", "03", "p", "A new paragraph.")
    (place.root / "locales/03.pot").unlink()
    assert "msgid-changed" in codes(place.update())
    assert place.entries("en")["p"].translation == "A new paragraph."


def test_words_that_may_be_an_earlier_source_stay_above_the_entry_without_a_word(place: Place) -> None:
    place.section("ru", "03", p="Новый абзац.", q="Ещё один.")
    place.update()
    overwrite_source(place, "kk", "03", "p", "Бiр абзац.")
    (place.root / "locales/03.pot").unlink()
    place.section("ru", "03", p="Новый абзац.", q="Совсем другой.")
    assert "msgid-changed" not in codes(place.update())
    entry = place.entries("kk")["p"]
    assert (entry.source, entry.translation, entry.previous) == ("Новый абзац.", "", "Бiр абзац.")
    assert place.entries("kk")["q"].previous is None
    assert place.update().written == ()
    place.section("ru", "03", p="Новый абзац, иначе.")
    place.update()
    assert place.entries("kk")["p"].previous == "Бiр абзац."
    (place.root / "sources/ru/03.md").unlink()
    place.update()
    kept = [entry for catalog in place.catalogs("kk") for entry in catalog.entries if entry.id == "p"]
    assert [(entry.obsolete, entry.previous) for entry in kept] == [(True, "Бiр абзац.")]


def test_words_typed_over_a_source_whose_id_is_renamed_are_safe(place: Place) -> None:
    overwrite_source(place, "kk", "01", "a", "Бiр абзац.")
    assert assembler("ids", "--rename", "a", "aa", folder=place.root).code == 0
    assert "msgid-changed" in codes(place.update())
    assert place.entries("kk")["aa"].translation == "Бiр абзац."


@pytest.mark.parametrize("command", [("status",), ("check",)])
def test_words_typed_over_a_source_are_seen_by_every_command(place: Place, command: tuple[str]) -> None:
    overwrite_source(place, "kk", "01", "a", "Бірінші абзац.")
    said = assembler(*command, folder=place.root)
    assert "msgid-changed" in said.out + said.err


@pytest.mark.parametrize("has_template", [True, False])
def test_a_source_that_came_from_a_pivot_was_typed_by_nobody(place: Place, has_template: bool) -> None:
    """Catalogs of before we remembered it; then the pivot is given up."""
    place.configure('from = "kk"\n')
    place.section("ru", "03", p="Новый абзац.")
    place.update()
    place.translate("kk", "03", "p", "Жаңа абзац.")
    place.update()
    path = place.catalog("en", "03")
    path.write_text(re.sub(r"# assembler: made=.*\n", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    if not has_template:
        (place.root / "locales/03.pot").unlink()
    place.configure("")
    assert "msgid-changed" not in codes(place.update())
    entry = place.entries("en")["p"]
    assert (entry.source, entry.translation, entry.previous) == ("Новый абзац.", "", None)


def test_words_typed_over_the_source_of_a_translation_are_kept_and_no_false_source_is_named(place: Place) -> None:
    path = place.catalog("en", "01")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('msgid "Первый абзац."', 'msgid "The first paragraph."'), encoding="utf-8")
    place.section("ru", "01", a="Первый абзац, иначе.", b="Второй абзац.")
    assert "msgid-of-translation-changed" in codes(place.update())
    entry = place.entries("en")["a"]
    assert (entry.translation, entry.previous, entry.fuzzy) == ("Words of a", "Первый абзац.", True)
    assert "The first paragraph." in place.words("en")
    assert place.update().written == ()


def test_a_minor_change_of_the_original_blesses_no_change_of_a_pivot(place: Place) -> None:
    place.configure('from = "kk"\n')
    place.section("ru", "03", p="Судья обязан сообщить.")
    place.update()
    place.translate("kk", "03", "p", "Судья хабарлауға міндетті.")
    place.update()
    place.translate("en", "03", "p", "The judge must report.")
    place.update()
    place.section("ru", "03", p="Судья обязан сообщить!")
    place.translate("kk", "03", "p", "Судья хабарлауға міндетті емес.")
    assert assembler("update", "--minor", "p", folder=place.root).code == 0
    assert place.entries("kk")["p"].is_current
    entry = place.entries("en")["p"]
    assert (entry.fuzzy, entry.previous) == (True, "Судья хабарлауға міндетті.")


# --- parallel versions, originals that change


def test_every_command_sees_the_text_of_a_parallel_version(place: Place) -> None:
    place.configure('[sections."01"]\noriginal = "ru"\n')
    place.section("kk", "01", a="Бірінші абзац.", b="Екінші абзац.")
    assert status(place.root, ["kk"]).languages["kk"].sections["01"].units.translated == 2
    built = assembler("build", "kk", "--format", "odt", "--json", folder=place.root)
    assert built.json["editions"][0]["units"]["translated"] == 2
    place.update()
    assert place.entries("kk")["a"].translation == "Бірінші абзац."


def test_a_conflict_with_a_parallel_version_is_said_by_check_and_status_too(place: Place) -> None:
    place.configure('[sections."01"]\noriginal = "ru"\n')
    place.section("en", "01", a="By hand.", b="Words of b")
    assert "parallel-conflict" in [finding.code for finding in status(place.root, ["en"]).findings]
    checked = assembler("check", "en", "--json", folder=place.root)
    assert "parallel-conflict" in [finding["code"] for finding in checked.json["findings"]]


def test_a_parallel_version_waits_for_no_pivot(place: Place) -> None:
    place.configure('from = "kk"\n[sections."03"]\noriginal = "ru"\n')
    place.section("ru", "03", p="Новый абзац.")
    place.section("en", "03", p="A new paragraph.")
    assert "parallel-only" not in codes(place.update())
    entry = place.entries("en")["p"]
    assert (entry.source, entry.translation, entry.is_current) == ("Новый абзац.", "A new paragraph.", True)
    place.translate("kk", "03", "p", "Жаңа абзац.")
    place.update()
    assert place.entries("en")["p"].is_current


@pytest.mark.parametrize(
    ("text", "is_fuzzy"), [("Бірінші абзац.", False), ("Бірінші абзац, басқаша.", True)], ids=["same", "edited"]
)
def test_the_old_original_becomes_the_translation(place: Place, text: str, is_fuzzy: bool) -> None:
    place.translate("kk", "01", "a", "Бірінші абзац.")
    place.update()
    (place.root / "sources/ru/01.md").unlink()
    place.section("kk", "01", a=text, b="Екінші абзац.")
    in_memory = translations(place.root, store.load(place.root), ["ru"]).updates["ru"].merged.catalogs["01"]
    assert by_id([in_memory])["a"].translation == "Первый абзац."
    account = place.update().accounts["ru"]
    assert account.turned == (() if is_fuzzy else ("a",))
    assert account.fuzzy == ({"source-changed": ("a",)} if is_fuzzy else {}) | {"suggested": ("b",)}
    assert account.kept == ()
    first, second = place.entries("ru")["a"], place.entries("ru")["b"]
    assert (first.source, first.translation, first.fuzzy) == (text, "Первый абзац.", is_fuzzy)
    assert first.previous == ("Бірінші абзац." if is_fuzzy else None)
    assert (second.translation, second.fuzzy) == ("Второй абзац.", True)
    assert place.entries("en")["a"].translation == "Words of a"
    assert place.update().written == ()


def test_an_original_that_changes_its_language_there_and_back_loses_nothing(place: Place) -> None:
    place.translate("kk", "01", "a", "Бірінші абзац.")
    place.update()
    (place.root / "sources/ru/01.md").unlink()
    place.section("kk", "01", a="Бірінші абзац, басқаша.", b="Екінші абзац.")
    place.update()
    (place.root / "sources/kk/01.md").unlink()
    place.section("ru", "01", a="Первый абзац.", b="Второй абзац.")
    place.update()
    assert place.entries("kk")["a"].translation == "Бірінші абзац, басқаша."
    assert {"Бірінші абзац.", "Екінші абзац."} <= place.words("kk")
    assert place.entries("en")["a"].translation == "Words of a"


LONG = "Государство обязано защищать права всех людей, которые живут в стране."


def turned_to_english(place: Place, russian: str) -> None:
    """A section whose original was Russian is written in English, while Kazakh waits for its pivot: no entries in
    either language.
    """
    configuration = place.root / "submission.toml"
    text = configuration.read_text(encoding="utf-8")
    configuration.write_text(text.replace("[languages.kk]", '[languages.kk]\nfrom = "en"'), encoding="utf-8")
    place.section("ru", "03", p=russian, q="Ещё один.")
    place.update()
    place.translate("en", "03", "p", "The state protects.")
    (place.root / "sources/ru/03.md").unlink()
    place.section("en", "03", p="The state protects.", q="One more.")


def test_the_old_original_is_known_by_its_letters_where_another_language_waits(place: Place) -> None:
    turned_to_english(place, LONG)
    assert "former-language-unknown" not in codes(place.update())
    first, second = place.entries("ru")["p"], place.entries("ru")["q"]
    assert (first.source, first.translation, first.is_current) == ("The state protects.", LONG, True)
    assert (second.source, second.translation, second.fuzzy) == ("One more.", "Ещё один.", True)
    assert place.update().written == ()


def test_an_old_original_whose_language_nothing_tells_is_kept_and_said(place: Place) -> None:
    turned_to_english(place, "Да.")
    found = [each for each in place.update().findings if each.code == "former-language-unknown"]
    assert [each.place.id for each in found] == ["p", "q"]
    assert {each.place.file for each in found} == {"sources/en/03.md"}
    kept = {entry.source for catalog in place.catalogs("en") for entry in catalog.entries if entry.obsolete}
    assert {"Да.", "Ещё один."} <= kept
    assert place.update().written == ()
    assert "former-language-unknown" not in codes(place.update())
