"""What an ODT file says beside its text: of people, machines, dates, and of what was said and changed on the way."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from assembler.document.bookmarks import UNIT
from assembler.findings import Finding
from assembler.formats.finished import pictures, traces
from assembler.formats.odt.lint.opened import BEGINNINGS, CONFIG, META, OFFICE, STYLE, TEXT, XLINK, Odt

PEOPLE = ("creator", "initial-creator", "printed-by")
DATES = ("date", "creation-date", "print-date", "editing-duration", "editing-cycles")
FIELDS_OF_PEOPLE = tuple(
    f"{TEXT}{name}" for name in
    ("author-name", "author-initials", "creator", "initial-creator", "printed-by", "editing-cycles",
     "sender-firstname", "sender-lastname", "sender-initials", "sender-company", "sender-email", "sender-street",
     "sender-city", "sender-phone-private", "sender-phone-work", "sender-title", "sender-position")
)  # fmt: skip
FIELDS_OF_PLACES = (f"{TEXT}file-name", f"{TEXT}template-name")
HIDDEN = (f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph")
VARIABLES = (f"{TEXT}user-field-decl", f"{TEXT}variable-decl")
EMBEDDED = ("Object ", "ObjectReplacements/", "Fonts/", "Basic/", "Dialogs/", "Scripts/")
"""How the names of parts begin that can say more than is seen."""

PRINTER = ("PrinterName", "PrinterSetup", "PrintFaxName")
SESSION = ("rsid",)
HYPERLINK = ("http:", "https:", "mailto:", "ftp:", "#")


def of_text(file: Odt) -> Iterator[Finding]:
    """Bookmarks of units, comments, changes and hidden text."""
    for tree in file.stories:
        for element in (each for tag in BEGINNINGS for each in tree.all(tag)):
            if element.get(f"{TEXT}name", "").startswith(UNIT):
                yield file.at(traces.UNIT_BOOKMARK, tree, element, name=element.get(f"{TEXT}name", ""))
        if changes := tree.all(f"{TEXT}changed-region"):
            yield file.at(traces.TRACKED_CHANGE, tree, changes[0])
        if tree.all(f"{OFFICE}annotation"):
            yield file.at(traces.COMMENT)
        hidden = [each for tag in HIDDEN for each in tree.all(tag)]
        hidden += [each for each in tree.root.iter() if each.get(f"{TEXT}display") in ("none", "condition")]
        if hidden:
            yield file.at(traces.HIDDEN_TEXT, tree, hidden[0])
        for element in (each for tag in FIELDS_OF_PEOPLE for each in tree.all(tag)):
            yield file.at(traces.PERSON, tree, element, name="".join(element.itertext()), where=_local(element.tag))
        for element in (each for tag in VARIABLES for each in tree.all(tag)):
            yield file.at(traces.VARIABLE, name=element.get(f"{TEXT}name", ""))


def of_settings(file: Odt) -> Iterator[Finding]:
    """Session numbers and the printer."""
    settings = file.tree("settings.xml")
    items = settings.all(f"{CONFIG}config-item") if settings is not None else []
    names = [each.get(f"{CONFIG}name", "") for each in items if (each.text or "").strip()]
    sessions = {name: None for name in names if name.lower().startswith(SESSION)}
    for tree in file.stories:
        if b"rsid" in file.data(tree.name):
            properties = (*tree.all(f"{STYLE}text-properties"), *tree.all(f"{STYLE}paragraph-properties"))
            attributes = (_local(name) for each in properties for name in each.attrib)
            sessions.update({name: None for name in attributes if name.endswith(SESSION)})
    if sessions:
        yield file.at(traces.REVISION_ID, name=", ".join(sessions))
    if any(name in PRINTER for name in names):
        yield file.at(traces.PRINTER)


def of_properties(file: Odt) -> Iterator[Finding]:
    """People, dates, the program, the template, and properties that users and programs have added."""
    meta = file.tree("meta.xml")
    for element in (each for tree in (meta,) if tree is not None for each in tree.root.iter()):
        yield from _property(file, element)


def _property(file: Odt, element: Element) -> Iterator[Finding]:
    name, said = _local(element.tag), (element.text or "").strip()
    if element.tag == f"{META}user-defined":
        yield file.at(traces.CUSTOM_PROPERTY, name=element.get(f"{META}name", ""))
    elif element.tag == f"{META}template":
        yield file.at(traces.TEMPLATE)
    elif not said:
        return
    elif name in PEOPLE:
        yield file.at(traces.PERSON, name=said, where=name)
    elif name in DATES:
        yield file.at(traces.DATE, where=name)
    elif name == "generator" and not traces.PROGRAM.fullmatch(said):
        yield file.at(traces.GENERATOR, name=said)
    elif traces.names_place(said):
        yield file.at(traces.PATH, path=said)


def of_parts(file: Odt) -> Iterator[Finding]:
    """Parts that say more than the text."""
    for name in file.names:
        if name.startswith("Thumbnails/"):
            yield file.at(traces.THUMBNAIL)
        elif name.startswith(EMBEDDED):
            yield file.at(traces.EMBEDDED, part=name)
        elif name.startswith("Pictures/") and (beside := pictures.beside_the_picture(file.data(name))):
            yield file.at(traces.PICTURE_DATA, part=name, name=", ".join(beside))
        elif name == "META-INF/documentsignatures.xml":
            yield file.at(traces.PERSON, name=name, where="signature")
        elif name == "META-INF/macrosignatures.xml":
            yield file.at(traces.EMBEDDED, part=name)


def of_places(file: Odt) -> Iterator[Finding]:
    """Places on machines, and what is loaded from elsewhere."""
    for tree in file.stories:
        for element in (each for tag in FIELDS_OF_PLACES for each in tree.all(tag)):
            yield file.at(traces.PATH, tree, element, path="".join(element.itertext()))
        places = set(filter(traces.names_place, tree.values))
        for element, said in tree.saying(places):
            yield file.at(traces.PATH, tree, element, path=said)
        for element in tree.root.iter():
            target = element.get(f"{XLINK}href", "")
            if target and target not in places and not _is_here(file, element, target):
                yield file.at(traces.EXTERNAL, tree, element, target=target)


def _is_here(file: Odt, element: Element, target: str) -> bool:
    """Whether a link's target is in the file, or is only followed when a reader asks for it."""
    name = target.removeprefix("./").rstrip("/")
    return (
        name in file.names
        or any(part.startswith(f"{name}/") for part in file.names)
        or (element.tag == f"{TEXT}a" and target.startswith(HYPERLINK))
        or target.startswith("#")
    )


def of_package(file: Odt) -> Iterator[Finding]:
    """What the zip says of the time of its writing."""
    for name in list(traces.dated(file.entries))[:1]:
        yield file.at(traces.DATE, where=name)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


CHECKS = (of_text, of_settings, of_properties, of_parts, of_places, of_package)
