"""The translators' guide in its three languages: what it names exists, and what it shows works."""

from __future__ import annotations

import re
import shlex
import shutil
import textwrap
from pathlib import Path

import click
import polib
import pytest

from assembler.catalog import po
from assembler.catalog.model import Reason
from assembler.cli.main import main
from assembler.document.units import State
from assembler.jobs.update import update
from assembler.project import discover
from tests import hands
from tests.house.test_layers import kinds

DOCS = Path(__file__).parents[2] / "docs"
NAMES = ("translators.md", "translators.ru.md", "translators.kk.md")
GUIDES = {name: (DOCS / name).read_text(encoding="utf-8") for name in NAMES}
EACH = pytest.mark.parametrize("guide", GUIDES.values(), ids=list(GUIDES))

SECTION = "07-article-07"


def blocks(guide: str) -> list[str]:
    """Everything that stands indented by four: examples and commands."""
    return [textwrap.dedent(each) for each in re.findall(r"(?:^    .*\n)+", guide, re.MULTILINE)]


def tables(guide: str) -> list[list[str]]:
    """The first cell of every row, by table."""
    found = re.findall(r"^\|[-|]+\|\n((?:\|.*\n)+)", guide, re.MULTILINE)
    return [[re.split(r"(?<!\\)\|", row)[1].strip() for row in table.splitlines()] for table in found]


def table(guide: str, first: str) -> list[str]:
    """The names in the table that begins with this one."""
    return next(rows for rows in tables(guide) if rows[0] == f"`{first}`")


@EACH
def test_every_reason_is_explained_and_no_other(guide: str) -> None:
    assert table(guide, "source-changed") == [f"`{reason.value}`" for reason in Reason if reason.value]


@EACH
def test_every_state_is_explained_and_no_other(guide: str) -> None:
    assert set(table(guide, "original")) == {f"`{state.value}`" for state in State} | {"`reviewed`", "`obsolete`"}


@EACH
def test_every_code_in_it_is_one_of_a_finding(guide: str) -> None:
    named = re.findall(r"`([a-z0-9-]+)`", " ".join(table(guide, "damaged-catalog")))
    assert set(named) <= {kind.code for _, kind in kinds().values()}
    assert len(named) > 8


def commands(guide: str) -> set[str]:
    inline = [" ".join(each.split()) for each in re.findall(r"`(assembler [^`]+)`", guide)]
    return {*inline, *(line for block in blocks(guide) for line in block.splitlines() if line.startswith("assembler "))}


@EACH
def test_every_command_in_it_can_be_typed(guide: str) -> None:
    for line in sorted(commands(guide)):
        parse(shlex.split(line)[1:])


def parse(arguments: list[str]) -> None:
    """Let click read the arguments; it raises a usage error for what does not exist. A name alone need only exist."""
    name, *rest = arguments
    command = main.get_command(click.Context(main), name)
    assert command is not None, name
    if rest:
        command.make_context(name, rest, parent=click.Context(main))


def test_examples_are_letter_for_letter_the_same_but_for_the_language_that_is_named() -> None:
    first, *others = ([each for each in blocks(guide) if "--lang" not in each] for guide in GUIDES.values())
    assert others == [first, first]


def test_the_kazakh_guide_is_written_in_kazakh_letters() -> None:
    assert set("әғқңөұүі") <= set(GUIDES["translators.kk.md"])


@EACH
def test_the_example_is_an_entry_and_its_lines_are_explained(guide: str) -> None:
    example = next(each for each in blocks(guide) if "msgctxt" in each)
    entry = po.read(example.encode(), path="", name="")[0].entries[0]
    assert (entry.reason, entry.fuzzy, entry.section) == (Reason.SOURCE_CHANGED, True, SECTION)
    assert entry.previous == "Seven complaints were received."
    shown = {re.sub(r"\W+$", "", re.split(r' "| art|:? [0rp]', line)[0]) for line in example.splitlines()}
    explained = ", ".join(table(guide, "# assembler:")).replace("\\|", "|")
    assert all(f"`{each}" in explained for each in shown if each not in ("#| msgctxt", "#", "#."))


# --- programs of others


@EACH
def test_the_files_that_weblate_is_told_of_are_where_ours_are(guide: str) -> None:
    mask = discover.catalog_path("*", SECTION)
    assert f"`{mask}`" in guide
    assert f"`{discover.template_path(SECTION)}`" in guide
    expression = next(block for block in blocks(guide) if "(?P<component>" in block).strip()
    found = re.fullmatch(expression, discover.catalog_path("kk", SECTION))
    assert found is not None
    assert found.groupdict() == {"language": "kk", "component": SECTION}
    template = re.search(r"`(locales/\{\{ component \}\}\.pot)`", guide)
    assert template is not None
    assert template[1].replace("{{ component }}", SECTION) == discover.template_path(SECTION)


@EACH
def test_what_omegat_gives_back_is_taken_in_as_the_guide_says(guide: str, tmp_path: Path) -> None:
    """Run as it stands, where the guide says, on a catalog with something of every sort."""
    catalog = _submission(tmp_path)
    ours = catalog.read_bytes()
    returned = tmp_path / "target" / catalog.name
    returned.parent.mkdir()
    returned.write_bytes(hands.omegat(ours).replace(b'msgid "Three."\nmsgstr ""', b'msgid "Three."\nmsgstr "Tri."'))
    line = next(block for block in blocks(guide) if block.startswith("cp ")).splitlines()[0]
    _, source, beside = shlex.split(line)
    shutil.copy(tmp_path / source, tmp_path / beside)
    assert [each.code for each in update(tmp_path).findings] == []
    assert not (tmp_path / beside).exists()
    assert catalog.read_bytes() == ours.replace(b'msgid "Three."\nmsgstr ""', b'msgid "Three."\nmsgstr "Tri."')


def _submission(root: Path) -> Path:
    """One section in English with a translated, a fuzzy and two untranslated paragraphs, and an obsolete one."""
    (root / "submission.toml").write_text('title = ""\noriginal = "en"\n[languages.en]\n[languages.kk]\n')
    section = root / f"sources/en/{SECTION}.md"
    section.parent.mkdir(parents=True)

    def write(**texts: str) -> None:
        section.write_text("\n".join(f"{{#{id}}}\n{text}\n" for id, text in texts.items()))
        update(root)

    write(one="One.", two="Two.", gone="Gone.", three="Three.", four="Four.")
    catalog = root / discover.catalog_path("kk", SECTION)
    text = catalog.read_text(encoding="utf-8")
    for word, said in (("One", "Bir"), ("Two", "Eki"), ("Gone", "Joq")):
        text = text.replace(f'msgid "{word}."\nmsgstr ""', f'msgid "{word}."\nmsgstr "{said}."')
    catalog.write_text(text, encoding="utf-8")
    write(one="One.", two="Two and more.", three="Three.", four="Four.")
    return catalog


POEDIT = {"translators.ru.md": "ru.po", "translators.kk.md": "kk.po"}


@pytest.mark.parametrize(("name", "catalog"), POEDIT.items())
def test_what_poedit_calls_a_thing_is_what_it_is_called_in_poedit(shared: Path, name: str, catalog: str) -> None:
    path = shared / "data" / "po" / "real" / "poedit" / catalog
    labels = {re.sub(r"\s*\(&.\)|&|…", "", entry.msgstr) for entry in polib.pofile(str(path))}
    section = re.search(r"^## Poedit\n(.*?)^## ", GUIDES[name], re.MULTILINE | re.DOTALL)
    assert section is not None
    quoted = {" ".join(each.split()) for each in re.findall(r"«([^»]+)»", section[1])}
    own = {"Дәл емес"}
    assert quoted - own <= labels
    assert len(quoted) >= 8


def test_the_readme_and_the_authors_guide_lead_to_it() -> None:
    assert "docs/translators.md" in (DOCS.parent / "README.md").read_text(encoding="utf-8")
    assert "translators.md" in (DOCS / "writing.md").read_text(encoding="utf-8")
