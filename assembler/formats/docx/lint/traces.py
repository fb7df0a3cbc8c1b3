"""What a DOCX file says beside its text: of people, machines, dates, and of what was said and changed on the way."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from assembler.document.bookmarks import UNIT
from assembler.findings import Finding, Kind
from assembler.formats.docx.lint.fields import instructions
from assembler.formats.docx.lint.opened import Docx, W, is_on, value
from assembler.formats.docx.lint.styles import Sheet
from assembler.formats.finished import pictures, traces
from assembler.formats.finished.opened import Tree

COMMENTS = frozenset({"comments", "commentsExtended", "commentsIds", "commentsExtensible"})
EMBEDDED = frozenset({"oleObject", "package", "control", "vbaProject", "font", "attachedToolbars", "aFChunk"})
"""Types of relationships to what can say more than is seen."""

CHANGES = tuple(
    f"{W}{name}" for name in
    ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange",
     "tcPrChange", "tblGridChange", "numberingChange", "cellIns", "cellDel", "cellMerge")
)  # fmt: skip
PEOPLE = ("creator", "lastModifiedBy", "Company", "Manager")
DATES = ("created", "modified", "lastPrinted", "TotalTime", "revision")
HYPERLINK = ("http:", "https:", "mailto:", "ftp:")
LOADING = ("INCLUDE", "LINK", "DDE", "RD")
"""How the names of fields begin that take in what stands elsewhere."""

OF_PROPERTIES = frozenset({"DOCPROPERTY", "INFO"})
"""Fields that name in their second word what they show."""

FIELDS_OF_PEOPLE = frozenset(
    {"AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS", "COMPANY", "MANAGER"}
)  # fmt: skip
FIELDS_OF_DATES = frozenset({"SAVEDATE", "CREATEDATE", "PRINTDATE", "EDITTIME", "REVNUM"})
FIELDS_OF_PLACES = frozenset({"FILENAME", "TEMPLATE"})

SESSION = ("rsid", "docId")
"""How attributes or elements begin, or what they are, that number editing sessions or the file itself."""


def of_text(file: Docx) -> Iterator[Finding]:
    """Bookmarks of units, comments, changes and hidden text."""
    hidden = _hidden_styles(Sheet(file))
    for tree in file.stories:
        for element in tree.all(f"{W}bookmarkStart"):
            if value(element, "name").startswith(UNIT):
                yield file.at(traces.UNIT_BOOKMARK, tree, element, name=value(element, "name"))
        if changes := [element for tag in CHANGES for element in tree.all(tag)]:
            yield file.at(traces.TRACKED_CHANGE, tree, changes[0])
        concealed = [each for each in tree.all(f"{W}vanish") if is_on(each)]
        concealed += [each for name in ("rStyle", "pStyle") for each in tree.all(f"{W}{name}") if value(each) in hidden]
        if concealed:
            yield file.at(traces.HIDDEN_TEXT, tree, concealed[0])
    if any(tree.all(f"{W}commentReference") or tree.root.tag == f"{W}comments" for tree in file.stories):
        yield file.at(traces.COMMENT)


def _hidden_styles(sheet: Sheet) -> set[str]:
    return {id for type, id in sheet.by_id if is_on(sheet.property(type, id, "rPr/vanish"))}


def of_settings(file: Docx) -> Iterator[Finding]:
    """Session numbers, variables, the template."""
    yield from _sessions(file)
    settings = file.related("settings")
    if settings is None:
        return
    for each in settings.all(f"{W}docVar"):
        yield file.at(traces.VARIABLE, name=value(each, "name"))
    if settings.all(f"{W}attachedTemplate"):
        yield file.at(traces.TEMPLATE)


def _sessions(file: Docx) -> Iterator[Finding]:
    """All sorts of them in one sentence."""
    found: dict[str, None] = {}
    for name in file.names:
        data = file.data(name)
        tree = file.tree(name) if name.endswith(".xml") and any(each.encode() in data for each in SESSION) else None
        for element in tree.root.iter() if tree is not None else ():
            said = (element.tag, *element.keys())
            found.update(dict.fromkeys(each for each in map(_local, said) if each.startswith(SESSION)))
    if found:
        yield file.at(traces.REVISION_ID, name=", ".join(found))


def of_properties(file: Docx) -> Iterator[Finding]:
    """People, dates, the program, and properties that users and programs have added."""
    for each in file.relationships(""):
        tree = file.tree(each.target)
        if tree is None:
            continue
        if each.type in ("core-properties", "extended-properties"):
            for element in tree.root:
                yield from _property(file, element)
        elif each.type == "custom-properties":
            for element in tree.root:
                yield file.at(traces.CUSTOM_PROPERTY, name=element.get("name", ""))


def _property(file: Docx, element: Element) -> Iterator[Finding]:
    name, said = _local(element.tag), (element.text or "").strip()
    if not said:
        return
    if name in PEOPLE:
        yield file.at(traces.PERSON, name=said, where=name)
    elif name in DATES:
        yield file.at(traces.DATE, where=name)
    elif name == "Template":
        yield file.at(traces.TEMPLATE)
    elif name == "Application" and not traces.PROGRAM.fullmatch(said):
        yield file.at(traces.GENERATOR, name=said)
    elif traces.names_place(said):
        yield file.at(traces.PATH, path=said)


def of_parts(file: Docx) -> Iterator[Finding]:
    """Parts that say more than the text, by the relationships that lead to them."""
    for part in ("", *file.names):
        for each in file.relationships(part):
            if each.external:
                continue
            kind = _of_type(each.type)
            if kind is not None:
                yield file.at(kind, part=each.target, name=each.target, where=each.type)
            if each.type == "image" and (beside := pictures.beside_the_picture(file.data(each.target))):
                yield file.at(traces.PICTURE_DATA, part=each.target, name=", ".join(beside))
    if any(tree.all(f"{W}customXml") or tree.all(f"{W}dataBinding") for tree in file.stories):
        yield file.at(traces.CUSTOM_XML, name="w:customXml")


def _of_type(type: str) -> Kind | None:
    match type:
        case "thumbnail":
            return traces.THUMBNAIL
        case "customXml":
            return traces.CUSTOM_XML
        case "printerSettings":
            return traces.PRINTER
        case "people":
            return traces.PERSON
        case _ if type in COMMENTS - {"comments"}:
            return traces.COMMENT
        case _ if type in EMBEDDED:
            return traces.EMBEDDED
        case _:
            return None


def of_places(file: Docx) -> Iterator[Finding]:
    """Places on machines, and what is loaded from elsewhere."""
    for part in file.names:
        for each in file.relationships(part):
            if each.external and traces.names_place(each.target):
                yield file.at(traces.PATH, path=each.target)
            elif each.external and (each.type != "hyperlink" or not each.target.startswith(HYPERLINK)):
                yield file.at(traces.EXTERNAL, target=each.target)
    for tree in file.stories:
        for element, words in instructions(tree):
            yield from _loading(file, tree, element, words)
        yield from _named(file, tree)


def _loading(file: Docx, tree: Tree, element: Element, words: list[str]) -> Iterator[Finding]:
    places = [word for word in words if traces.names_place(word)]
    for place in places[:1]:
        yield file.at(traces.PATH, tree, element, path=place)
    if words and not places and words[0].upper().startswith(LOADING):
        yield file.at(traces.EXTERNAL, tree, element, target=" ".join(words))


def _named(file: Docx, tree: Tree) -> Iterator[Finding]:
    """Attributes such as the name of a picture that say where it was taken from."""
    for element, said in tree.saying(set(filter(traces.names_place, tree.values))):
        yield file.at(traces.PATH, tree, element, path=said)


def of_fields(file: Docx) -> Iterator[Finding]:
    """Fields that show what a word processor knows of people, files and days."""
    for tree in file.stories:
        for element, words in instructions(tree):
            names = [word.upper() for word in words]
            if names[:1] and names[0] in OF_PROPERTIES:
                del names[0]
            yield from _showing(file, tree, element, names[0] if names else "")


def _showing(file: Docx, tree: Tree, element: Element, name: str) -> Iterator[Finding]:
    said = "".join(element.itertext()).strip() or name
    if name in FIELDS_OF_PEOPLE:
        yield file.at(traces.PERSON, tree, element, name=said, where=name)
    elif name in FIELDS_OF_DATES:
        yield file.at(traces.DATE, tree, element, where=name)
    elif name in FIELDS_OF_PLACES:
        yield file.at(traces.PATH, tree, element, path=said)


def of_package(file: Docx) -> Iterator[Finding]:
    """What the zip says of the time of its writing."""
    for name in list(traces.dated(file.entries))[:1]:
        yield file.at(traces.DATE, where=name)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


CHECKS = (of_text, of_settings, of_properties, of_parts, of_places, of_fields, of_package)
