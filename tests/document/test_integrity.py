"""What can only be seen when all sections are there."""

from __future__ import annotations

from assembler.document import integrity
from assembler.document.model import Section
from assembler.formats.markdown.read import read


def section(text: str, id: str) -> Section[str]:
    return read(text, id=id, language="en", path=f"sources/en/{id}.md").section


def found(*texts: str) -> list[tuple[str, int | None, str]]:
    sections = [section(text, f"{number:02}") for number, text in enumerate(texts, 1)]
    return [(each.code, each.place.line, each.hint()) for each in integrity.check(sections, {"title", "cover.by.us"})]


def test_an_id_in_two_sections_is_said_where_it_comes_second() -> None:
    ((code, line, _),) = found("{#p-aa}\nOne.\n", "{#p-bb}\nTwo.\n\n{#p-aa}\nThree.\n")
    assert (code, line) == ("id-in-two-sections", 5)


def test_a_note_a_cell_and_a_block_share_one_set_of_ids() -> None:
    table = "{#t1}\n| [A]{#c1} |\n|---|\n| [B]{#r1} |\n"
    assert [code for code, _, _ in found(table, "{#t1}\nText.\n")] == ["id-in-two-sections"]
    note = "{#p-aa}\nText.[^n-aa]\n\n[^n-aa]: Note.\n"
    assert [code for code, _, _ in found(note, "{#n-aa}\nText.\n")] == ["id-in-two-sections"]


def test_a_reference_to_nothing_is_said_with_the_nearest_id() -> None:
    ((code, line, hint),) = found("{#art07-k3fab}\nOne.\n\n{#p-bb}\nSee [](#art07-k3fav).\n")
    assert (code, line) == ("reference-to-nothing", 5)
    assert "art07-k3fab" in hint


def test_both_ends_of_a_range_and_links_with_a_text_of_their_own_are_looked_up() -> None:
    codes = [code for code, _, _ in found("{#p-aa}\n[](#p-aa){to=p-xx} and [there](#p-yy).\n")]
    assert codes == ["reference-to-nothing"] * 2


def test_references_across_sections_in_notes_and_to_the_words_of_the_configuration_are_right() -> None:
    first = "{#p-aa}\nText.[^n-aa]\n\n[^n-aa]: See [](#p-bb) and [](#title).\n"
    assert found(first, "{#p-bb}\nSee [](#n-aa).\n") == []


def test_an_id_that_names_a_text_of_the_configuration_is_said() -> None:
    ((code, line, hint),) = found("{#p-aa}\nOne.\n\n{#title}\nTwo.\n")
    assert (code, line) == ("id-of-configuration", 4 + 1)
    assert "{#title}" in hint
    cell = "{#cover}\n| [A]{#us} |\n|---|\n| [B]{#by} |\n"
    assert [code for code, _, _ in found(cell)] == ["id-of-configuration"]


def test_text_for_a_language_that_the_submission_does_not_have_is_said() -> None:
    one = section("::: {.only lang=de}\nText.\n:::\n\n> ::: {.only lang=en}\n> Text.\n> :::\n", "01")
    assert [(each.code, each.place.line) for each in integrity.languages([one], ("en", "ru"))] == [
        ("only-unknown-language", 1)
    ]


def test_a_section_that_is_a_copy_of_another_is_said_once() -> None:
    text = "\n\n".join(f"{{#p-a{number}}}\nText {number}." for number in range(1, 5))
    ((code, line, hint),) = found(f"{text}\n", f"{text}\n\n{{#p-bb}}\nNew.\n")
    assert (code, line) == ("section-twice", None)
    assert "{#…}" in hint
