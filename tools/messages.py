"""The interface's messages: out of the code into the template, and from there into the catalogs of each language.

`make messages` (or `python -m tools.messages`) brings `assembler/locales/` up to date: new messages come in without a
translation, changed ones as fuzzy, gone ones become obsolete; and it compiles them, so that a translator sees at once
what was translated. What it finds are the words of every `_(…)`,
`gettext(…)` and `translate(…)`, of every `Phrase(…)` and `phrase(…)`, message and hint of every `Kind(…)`, and the
words of click that a user of the command line can meet.
"""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from msgspec import Struct

from assembler import __version__

ROOT = Path(__file__).parent.parent
DOMAIN = "assembler"
LOCALES = ROOT / "assembler" / "locales"
TEMPLATE = LOCALES / f"{DOMAIN}.pot"
LANGUAGES = ("ru", "kk")
HEADER = "# The words of assembler's interface. Translations are under the licence of the project."

ARGUMENTS: Mapping[str, tuple[int, ...]] = {
    "_": (0,),
    "gettext": (0,),
    "translate": (0,),
    "Phrase": (0,),
    "phrase": (0,),
    "Kind": (2, 3),
    "ngettext": (0, 1),
}
"""Which arguments of which call are messages."""

CLICK = ("core", "decorators", "exceptions", "formatting", "parser", "types")
"""The modules of click that speak to users."""

CLICK_UNMARKED = ("required",)
"""What click translates without calling gettext with the words themselves."""

Words: TypeAlias = str | tuple[str, ...]


class Found(Struct, frozen=True):
    """A message of the code: its words (two for a plural), where it stands, and what a translator is told of it."""

    words: Words
    file: str
    line: int
    remark: str = ""


# --- out of the code -------------------------------------------------------------------------------------------


def found_in(source: str, file: str) -> list[Found]:
    """Every message in the text of a module, from top to bottom."""
    tree = ast.parse(source)
    named = _constants(tree)
    found: list[Found] = []
    for call, name in sorted(calls(tree), key=lambda each: (each[0].lineno, each[0].col_offset)):
        texts = tuple(_text(call.args[position], named) for position in ARGUMENTS[name] if position < len(call.args))
        if name == "ngettext":
            found.append(Found(texts, file, call.lineno))
        else:
            remark = f"{_text(call.args[0], named)}, {{}}" if name == "Kind" else ""
            parts = zip(texts, ("message", "hint"), strict=False)
            found += [Found(text, file, call.lineno, remark.format(part)) for text, part in parts if _has_words(text)]
    return found


def calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """Every call that holds messages, with the name that is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ARGUMENTS:
            yield node, node.func.id


def _constants(tree: ast.Module) -> dict[str, str]:
    """The texts that a module names: a hint may be given by such a name."""
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _text(argument: ast.expr, named: Mapping[str, str]) -> str:
    match argument:
        case ast.Constant(value=str() as text):
            return text
        case ast.Name(id=name):
            return named.get(name, "")
    return ""


def _has_words(text: str) -> bool:
    """Not what is one gap alone, as the hint `{suggestion}`."""
    return bool(text) and not (text[0] == "{" and text[-1] == "}" and text.count("{") == 1)


def own_messages() -> list[Found]:
    """Every message of the toolkit, module by module."""
    paths = sorted((ROOT / "assembler").rglob("*.py"))
    return [each for path in paths for each in found_in(path.read_text("utf-8"), path.relative_to(ROOT).as_posix())]


def click_messages() -> list[Found]:
    """Every message of click, in the version that is installed."""
    spec = find_spec("click")
    assert spec is not None
    assert spec.origin is not None
    files = {f"click/{name}.py": Path(spec.origin).parent / f"{name}.py" for name in CLICK}
    marked = [each for name, path in files.items() for each in found_in(path.read_text("utf-8"), name)]
    return [*marked, *(Found(words, "click/core.py", 0) for words in CLICK_UNMARKED)]


# --- into the catalogs -----------------------------------------------------------------------------------------


def template() -> Catalog:
    """All messages as a catalog without translations."""
    catalog = Catalog(
        domain=DOMAIN,
        project=DOMAIN,
        version=__version__,
        header_comment=HEADER,
        msgid_bugs_address=DOMAIN,
        last_translator=DOMAIN,
        language_team=DOMAIN,
        charset="utf-8",
        fuzzy=False,
    )
    for each in (*own_messages(), *click_messages()):
        remarks = [each.remark] if each.remark else []
        catalog.add(each.words, locations=[(each.file, each.line)], auto_comments=remarks)
    return catalog


def catalog_path(language: str) -> Path:
    return LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(path: Path, language: str | None = None) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def _printed(catalog: Catalog) -> bytes:
    """Without line numbers, which would change with every edit of the code."""
    file = io.BytesIO()
    write_po(file, catalog, width=100, include_lineno=False, include_previous=False)
    return file.getvalue()


def _renewed(path: Path, catalog: Catalog) -> bool:
    """Write the catalog, with a date of its own if anything else in it is new; False where nothing was."""
    if path.is_file():
        before = read(path)
        catalog.creation_date, catalog.revision_date = before.creation_date, before.revision_date
        if _printed(catalog) == path.read_bytes():
            return False
    catalog.creation_date = catalog.revision_date = datetime.now(UTC).replace(second=0, microsecond=0)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_printed(catalog))
    return True


def update() -> list[Path]:
    """Bring the template and all catalogs up to date with the code; the files that changed."""
    fresh = template()
    changed = [TEMPLATE] if _renewed(TEMPLATE, fresh) else []
    for language in LANGUAGES:
        path = catalog_path(language)
        catalog = read(path, language) if path.is_file() else Catalog(locale=language, domain=DOMAIN, fuzzy=False)
        catalog.update(fresh, update_creation_date=False)
        catalog.project, catalog.version, catalog.header_comment = DOMAIN, __version__, HEADER
        catalog.msgid_bugs_address, catalog.last_translator, catalog.language_team = DOMAIN, DOMAIN, language
        if _renewed(path, catalog):
            changed.append(path)
    return changed


def compiled(catalog: Catalog) -> bytes:
    """The form that the interface reads; the same that the build hook makes."""
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def main() -> None:
    for path in update():
        print(path.relative_to(ROOT))
    for language in LANGUAGES:
        path = catalog_path(language)
        catalog = read(path, language)
        path.with_suffix(".mo").write_bytes(compiled(catalog))
        lacking = [each for each in catalog if each.id and (each.fuzzy or not all(strings(each)))]
        print(f"{language}: {len(catalog)} messages, {len(lacking)} to translate")


def strings(message: Message) -> tuple[str, ...]:
    """The translation of a message; several for a plural."""
    string = message.string or ""
    return (string,) if isinstance(string, str) else tuple(string)


if __name__ == "__main__":
    main()
