"""The bytes of a file of data become records: UTF-8, fields parted by commas, semicolons or tabs, the first line names
the columns. What is wrong with a row is said and leaves the others as they are.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from msgspec import Struct

from assembler.findings import Finding, Phrase, Place
from assembler.formats.csv import kinds

DELIMITERS = (",", ";", "\t")
_LOOKED_AT = 50
"""Records by which the delimiter is found out."""
_PATIENCE = 20
"""Broken quotations after which the rest of a file is given up."""
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CYRILLIC_SHARE = 0.7
_CYRILLIC_WORD = re.compile(r"[А-яЁё]{2,}")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_EXCEL_LINE = "sep="


class Record(Struct, frozen=True, gc=False):
    """A row: as many fields as the file has names, and the line where it begins."""

    fields: tuple[str, ...]
    line: int


class Records(Struct, frozen=True):
    """A file as it was read; one that cannot be read has no names."""

    path: str
    names: tuple[str, ...] = ()
    rows: tuple[Record, ...] = ()
    findings: tuple[Finding, ...] = ()


def read(data: bytes, path: str) -> Records:
    """The records of a file; `path` is its name in findings."""
    text = _text(data, path)
    if isinstance(text, Finding):
        return Records(path, findings=(text,))
    skipped = 0
    if text[: len(_EXCEL_LINE)].lower() == _EXCEL_LINE:
        skipped = 1
    lines = _LINE.findall(text)[skipped:]
    delimiter = _delimiter(lines)
    if delimiter is None:
        return Records(path, findings=(kinds.NO_DELIMITER.at(Place(path), path=path),))
    findings: list[Finding] = []
    names: tuple[str, ...] = ()
    rows: list[Record] = []
    for line, fields in _records(lines, delimiter, path, skipped, findings):
        if not any(fields):
            continue
        if not names:
            names = fields
        elif (fitting := _fitting(fields, len(names))) is None:
            findings.append(kinds.RAGGED_ROW.at(Place(path, line), count=len(fields), columns=len(names)))
        else:
            rows.append(Record(fitting, line))
    if not rows and not findings:
        findings.append(kinds.NO_ROWS.at(Place(path), path=path))
    return Records(path, names, tuple(rows), tuple(findings))


def _text(data: bytes, path: str) -> str | Finding:
    """The text, or why there is none."""
    if data.startswith(_SPREADSHEETS):
        return kinds.SPREADSHEET.at(Place(path), path=path)
    if data.startswith(_UTF_16):
        return kinds.NOT_UTF_8.at(Place(path), path=path, guess=kinds.UTF_16)
    if (nul := data.find(b"\0")) >= 0:
        return kinds.NUL_BYTES.at(Place(path, data.count(b"\n", 0, nul) + 1), path=path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return kinds.NOT_UTF_8.at(Place(path, line), path=path, guess=_charset(data))


def _charset(data: bytes) -> Phrase:
    """What the character set seems to be, by how many of the signs beyond ASCII would stand in Cyrillic words: accented
    letters of other languages stand alone."""
    text = data.decode("windows-1251", "replace")
    beyond = sum(letter > "\x7f" for letter in text)
    in_words = sum(map(len, _CYRILLIC_WORD.findall(text)))
    return kinds.WINDOWS_1251 if in_words >= _CYRILLIC_SHARE * beyond else kinds.UNKNOWN_CHARSET


def _delimiter(lines: list[str]) -> str | None:
    """What parts the fields: the sign by which most of the first rows have as many fields as the line of names. None
    where two signs do that equally well."""
    ranks: dict[str, tuple[float, int]] = {}
    for sign in DELIMITERS:
        sample = _sample(lines, sign)
        width = len(sample[0]) if sample else 0
        if width > 1:
            ranks[sign] = (sum(len(fields) == width for fields in sample) / len(sample), width)
    best = [sign for sign, rank in ranks.items() if rank == max(ranks.values())]
    if not best:
        return ","
    return best[0] if len(best) == 1 else None


def _sample(lines: list[str], delimiter: str) -> list[list[str]]:
    """The first records, as far as they can be read."""
    sample: list[list[str]] = []
    with suppress(csv.Error):
        sample += (fields for fields in islice(csv.reader(lines, delimiter=delimiter), _LOOKED_AT) if any(fields))
    return sample


def _records(
    lines: list[str], delimiter: str, path: str, skipped: int, findings: list[Finding]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each record with the line where it begins. Behind one that is broken reading goes on with the next line."""
    start, broken = 0, 0
    while start < len(lines) and broken < _PATIENCE:
        reader = csv.reader(islice(lines, start, None), delimiter=delimiter, strict=True)
        line = start
        try:
            for fields in reader:
                yield line + skipped + 1, tuple(field.strip() for field in fields)
                line = start + reader.line_num
            return
        except csv.Error:
            findings.append(kinds.BAD_QUOTES.at(Place(path, line + skipped + 1), quote=lines[line].strip()))
            start, broken = line + 1, broken + 1


def _fitting(fields: tuple[str, ...], width: int) -> tuple[str, ...] | None:
    """As many fields as there are columns, empty ones at the end left out; None where they are others."""
    if len(fields) > width and not any(fields[width:]):
        return fields[:width]
    return fields if len(fields) == width else None
