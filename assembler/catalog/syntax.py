r"""The syntax of PO files: text into entries, entries into text.

One regular expression describes an entry, from the comments above it to the last line of its msgstr; it is matched
again and again where the last entry ended, and where it does not match the file is damaged. A second one knows
entries as we print them ourselves, and is only faster. Every entry takes its
lines along, so nothing of a file is lost between two entries. The grammar is gettext's, strictly: a string that is
not closed, an unknown escape or a stray word is an error with a line, never text that is silently cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from assembler.catalog import memory
from assembler.catalog.model import Entry
from assembler.findings import Phrase, phrase


class DamagedError(ValueError):
    """The text is no PO file from `line` (from 1) on."""

    def __init__(self, line: int, reason: Phrase) -> None:
        super().__init__(str(reason))
        self.line = line
        self.reason = reason


STRING = r'"(?:[^"\\\n]++|\\.)*+"'
OLD = r"(?(old)\#~[ \t]*)"
STRINGS = rf"{STRING}(?:\s*{OLD}{STRING})*+"
ENTRY = re.compile(
    rf"""
    (?P<above>(?:[ \t\r]*(?:\#(?!~)[^\n]*|\#~\|[^\n]*)?\n)*+)
    [ \t]*(?P<old>\#~[ \t]*)?
    (?:msgctxt\s*(?P<msgctxt>{STRINGS})\s*{OLD})?
    msgid\s*(?P<source>{STRINGS})
    (?:\s*{OLD}msgid_plural\s*(?P<plural>{STRINGS})(?P<forms>(?:\s*{OLD}msgstr\[\d+\]\s*{STRINGS})++)
      |\s*{OLD}msgstr\s*(?P<translation>{STRINGS}))
    [ \t\r]*(?:\n|\Z)
    """,
    re.VERBOSE | re.ASCII,
)
TAIL = re.compile(r"(?:[ \t\r]*(?:#(?!~)[^\n]*|#~[ \t\r]*)?(?:\n|\Z))*+")
FORM = re.compile(rf"msgstr\[\d+\]\s*({STRING}(?:\s*(?:#~[ \t]*)?{STRING})*+)")
BODY = re.compile(r'"((?:[^"\\\n]++|\\.)*+)"')
PREVIOUS = re.compile(rf"#~?\|[ \t]*(msgctxt|msgid_plural|msgid)?[ \t]*({STRING})[ \t\r]*")
OCTET = re.compile(r"\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2}))")
ESCAPE = re.compile(rf"((?:{OCTET.pattern})+)|\\(.)")
LINE = re.compile(
    rf"[ \t\r]*(?:\#(?!~).*|(?:\#~[ \t]*)?(?:(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d+\])[ \t]*)?"
    rf"(?:{STRING}[ \t\r]*)*|\#~\|.*)"
)
AFTER_BREAK = re.compile(r"(?<=\n)(?!\Z)")
CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")

WHOLE = r'"([^\n]*)"\n'
CLOSED = re.compile(r'[^"\\]*+(?:\\.[^"\\]*+)*+')
AS_PRINTED = re.compile(
    rf"""
    \n?
    (\#[ ]assembler:[^\n]*\n)?
    (?:\#\.[ ]([^\n]*)\n)?
    (?:\#:[ ]([^\n]*)\n)?
    (\#[ ]assembler:[^\n]*\n)?
    (\#,[ ]fuzzy\n)?
    (?:\#\|[ ]msgctxt[ ]{WHOLE})?
    (?:\#\|[ ]msgid[ ]{WHOLE})?
    msgctxt[ ]{WHOLE}
    msgid[ ]{WHOLE}
    msgstr[ ]{WHOLE}
    (?!\s*")
    """,
    re.VERBOSE,
)
"""A living entry as we print it, each text on one line: nearly all there are. What differs in any way is for ENTRY.

Other tools move our comment to the top. Every group is a whole line. What stands in the quotes is looked at only where
there is a sign in it that could mean more than itself (`CLOSED`)."""

QUOTED = 60
"""How many characters of a damaged line are shown."""

MEANINGS = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
SIGNS = {meaning: "\\" + sign for sign, meaning in MEANINGS.items()}
SPECIAL = re.compile(r'["\\\n\t\r\a\b\f\v]')


def parse(text: str) -> tuple[tuple[Entry, ...], str]:
    """The entries of a PO file and what follows the last one. Raises DamagedError at the first line that is wrong."""
    entries: list[Entry] = []
    position, line = 0, 1
    while True:
        if (found := AS_PRINTED.match(text, position)) and (read := _as_printed(found, line)):
            entries.append(read)
            line = read.line + LINES_OF_TEXTS
        elif found := ENTRY.match(text, position):
            entries.append(_entry(found, line))
            line += text.count("\n", position, found.end())
        else:
            break
        position = found.end()
    if not TAIL.fullmatch(text, position):
        raise _damage(text[position:], line)
    return tuple(entries), text[position:]


LINES_OF_TEXTS = 3
"""What such an entry ends with: msgctxt, msgid and msgstr."""


def _as_printed(found: re.Match[str], first_line: int) -> Entry | None:
    """The entry; None where its texts are not closed where their lines end."""
    groups = found.groups()
    moved, context, section, ours, fuzzy, former, previous, id, source, translation = groups
    blank = found.string[found.start()] == "\n"
    line = first_line + blank + len(groups) - groups.count(None) - LINES_OF_TEXTS
    rest = id if previous is None else f"{id}{former}{previous}"
    if "\\" in source or "\\" in translation or '"' in source or '"' in translation or "\\" in rest or '"' in rest:
        if not all(map(CLOSED.fullmatch, (id, source, translation, previous or "", former or ""))):
            return None
        id, source, translation = (_unescaped(text, line) for text in (id, source, translation))
        previous = previous and _unescaped(previous, line)
    entry = Entry(
        id=id,
        source=source,
        translation=translation,
        previous=previous,
        fuzzy=fuzzy is not None,
        section=section.strip() if section else "",
        context=context.strip() if context else "",
        raw=found[0],
        line=line,
    )
    if not (moved or ours):
        return entry
    comments = tuple(comment.strip() for comment in (moved, ours) if comment)
    return memory.recalled(replace(entry, comments=comments))


def _entry(found: re.Match[str], first_line: int) -> Entry:
    line = first_line + found.string.count("\n", found.start(), found.end("above"))
    msgctxt, forms = found["msgctxt"], found["forms"]
    above = _Above(line)
    for comment in found["above"].split("\n"):
        above.take(comment.strip())
    entry = Entry(
        id=None if msgctxt is None else _text(msgctxt, line),
        source=_text(found["source"], line),
        translation="" if forms else _text(found["translation"], line),
        previous="".join(above.previous) if above.previous else None,
        fuzzy="fuzzy" in above.flags,
        obsolete=found["old"] is not None,
        section=" ".join(above.references),
        context="\n".join(above.extracted),
        comments=tuple(above.comments),
        flags=tuple(flag for flag in above.flags if flag != "fuzzy"),
        plural=(_text(found["plural"], line), *_forms(forms, line)) if forms else (),
        raw=found[0],
        line=line,
    )
    return memory.recalled(entry)


def _forms(forms: str, line: int) -> Iterator[str]:
    return (_text(form, line) for form in FORM.findall(forms))


class _Above:
    """The comments above an entry, sorted by their sign."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.comments: list[str] = []
        self.extracted: list[str] = []
        self.references: list[str] = []
        self.flags: list[str] = []
        self.previous: list[str] = []
        self.previous_field = ""

    def take(self, comment: str) -> None:
        match comment[:2]:
            case "":
                return
            case "#.":
                self.extracted.append(comment[2:].strip())
            case "#:":
                self.references.append(comment[2:].strip())
            case "#,":
                self.flags += filter(None, (flag.strip() for flag in comment[2:].split(",")))
            case "#|" | "#~":
                self._take_previous(comment)
            case _:
                self.comments.append(comment)

    def _take_previous(self, comment: str) -> None:
        found = PREVIOUS.fullmatch(comment)
        if not found:
            raise DamagedError(self.line, phrase("the previous text is no quoted string: {text}", text=_cut(comment)))
        self.previous_field = found[1] or self.previous_field
        if self.previous_field == "msgid":
            self.previous.append(_text(found[2], self.line))


def _text(strings: str, line: int) -> str:
    """What one or more quoted strings say together."""
    text = strings[1:-1]
    if '"' in text:
        text = "".join(BODY.findall(strings))
    return _unescaped(text, line)


def _unescaped(text: str, line: int) -> str:
    return text if "\\" not in text else ESCAPE.sub(lambda found: _meaning(found, line), text)


def _meaning(found: re.Match[str], line: int) -> str:
    if found[1]:
        return _octets(found[1])
    sign = found[4]
    if sign in MEANINGS:
        return MEANINGS[sign]
    reason = phrase("“{sign}” is no escape of PO files; a backslash is written twice", sign=f"\\{sign}")
    raise DamagedError(line, reason)


def _octets(escapes: str) -> str:
    """What a run of octal and hexadecimal escapes says: bytes of UTF-8, as `msgcat --escape` writes every letter."""
    octets = bytes(
        int(octal, 8) & 0xFF if octal else int(hexadecimal, 16) for octal, hexadecimal in OCTET.findall(escapes)
    )
    try:
        return octets.decode()
    except UnicodeDecodeError:
        return octets.decode("latin-1")


def _damage(rest: str, first_line: int) -> DamagedError:
    """What is wrong with text in which no entry begins, as near to its line as can be said."""
    begun = obsolete = 0
    for number, line in enumerate(rest.split("\n"), first_line):
        if CONFLICT.match(line):
            conflict = Phrase("two versions of the file were merged and the conflict was not resolved")
            return DamagedError(number, conflict)
        if not LINE.fullmatch(line):
            return DamagedError(number, _line_damage(line.strip()))
        if not begun and line.strip() and not line.startswith("#"):
            begun = number
        if not obsolete and line.startswith("#~"):
            obsolete = number
    reason = Phrase("msgid and msgstr do not follow each other as they should")
    return DamagedError(begun or obsolete or first_line, reason)


def _line_damage(line: str) -> Phrase:
    if BODY.sub("", line).count('"'):
        return phrase("a quotation mark is missing or not escaped: {text}", text=_cut(line))
    return phrase("this is neither a comment nor a keyword with a quoted string: {text}", text=_cut(line))


def _cut(line: str) -> str:
    return line if len(line) <= QUOTED else line[: QUOTED - 1] + "…"


def printed(entry: Entry) -> str:
    r"""The lines of an entry, without blank lines around it; each text on one line but for a break after `\n`."""
    old = "#~ " if entry.obsolete else ""
    lines = [*entry.comments]
    if not entry.obsolete:
        lines += [f"#. {line}" for line in entry.context.split("\n") if line]
        lines += [f"#: {entry.section}"] if entry.section else []
    lines += memory.comment(entry)
    flags = ("fuzzy", *entry.flags) if entry.fuzzy else entry.flags
    lines += [f"#, {', '.join(flags)}"] if flags else []
    if entry.previous is not None:
        before = "#~| " if entry.obsolete else "#| "
        lines += [] if entry.id is None else _string(before, "msgctxt", entry.id)
        lines += _string(before, "msgid", entry.previous)
    lines += [] if entry.id is None else _string(old, "msgctxt", entry.id)
    lines += _string(old, "msgid", entry.source)
    return "\n".join([*lines, *_translated(old, entry)]) + "\n"


def _translated(old: str, entry: Entry) -> Iterator[str]:
    if not entry.plural:
        yield from _string(old, "msgstr", entry.translation)
        return
    yield from _string(old, "msgid_plural", entry.plural[0])
    for number, form in enumerate(entry.plural[1:]):
        yield from _string(old, f"msgstr[{number}]", form)


def _string(before: str, keyword: str, text: str) -> list[str]:
    """`keyword "text"`, or `keyword ""` and a line for each line of the text."""
    if not SPECIAL.search(text):
        return [f'{before}{keyword} "{text}"']
    lines = [f'{before}"{_escaped(line)}"' for line in AFTER_BREAK.split(text)]
    return [f'{before}{keyword} ""', *lines] if len(lines) > 1 else [f"{before}{keyword} {lines[0][len(before) :]}"]


def _escaped(text: str) -> str:
    return SPECIAL.sub(lambda found: SIGNS[found[0]], text)
