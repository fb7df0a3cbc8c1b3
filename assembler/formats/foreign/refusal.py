"""Why a file is not read: each reason with what to do about it."""

from __future__ import annotations

from msgspec import Struct

from assembler.errors import UnreadableFileError
from assembler.findings import Kind, Phrase, Place, Severity

NOT_READ = Kind("file-not-read", Severity.ERROR, "The file cannot be read: {reason}.", "{remedy}")


class Reason(Struct, frozen=True):
    """What is the matter, and what to do."""

    said: Phrase
    remedy: Phrase


MEND = Phrase("Open it in Word or LibreOffice, look whether the text is all there, and save it as .docx or .odt anew.")

EMPTY = Reason(Phrase("it is empty"), Phrase("Ask for the file again: something went wrong on its way."))
PDF = Reason(
    Phrase("it is a PDF, which knows where letters stand but not what is a heading, a note or a paragraph"),
    Phrase(
        "Ask for the document that it was made from, or open it in Word, look through the text and save it as .docx."
    ),
)
PROTECTED = Reason(
    Phrase("it is protected by a password"), Phrase("Open it with the password and save it without one.")
)
OLD_WORD = Reason(
    Phrase("it was saved in the format of Word before 2007"),
    Phrase("Open it in Word or LibreOffice and save it as .docx."),
)
OTHER_OFFICE = Reason(
    Phrase("it is a document, but not of a word processor"), Phrase("Save its text as .docx, .odt or .md.")
)
OTHER_ZIP = Reason(
    Phrase("it is an archive of other files"), Phrase("Unpack it, and adopt the documents that it holds.")
)
UNKNOWN = Reason(Phrase("it is no text and no document of a known kind"), Phrase("Save it as .docx or .odt."))
CATALOG = Reason(
    Phrase("it is a catalog of translations, and no document"),
    Phrase("Put it into the folder locales, in the place of the catalog with its name: assembler reads it there."),
)
TABLE_FOR_TRANSLATORS = Reason(
    Phrase("it is a table for translators, and no document"),
    Phrase("Copy what is in the column of translations into the catalog, where the ID is the context of the entry."),
)
DAMAGED = Reason(Phrase("it is damaged or was cut off"), MEND)
MALFORMED = Reason(Phrase("a part of it is no XML, so that the text may be incomplete"), MEND)
NO_TEXT = Reason(Phrase("the part with the text is not in it"), MEND)
NO_PLACE = Reason(Phrase("it names a part outside of itself (“..”)"), MEND)
ENTITIES = Reason(Phrase("it defines abbreviations (XML entities), which no word processor does"), MEND)
TOO_LARGE = Reason(
    Phrase("unpacked it would be larger than any document is"),
    Phrase("If it is what it should be, divide it into several files."),
)
TOO_DENSE = Reason(
    Phrase("it unpacks to many hundred times its size, as files do that were made to exhaust a computer"), MEND
)
TOO_DEEP = Reason(Phrase("what is in it stands deeper inside each other than in any document"), MEND)
TOO_LONG = Reason(
    Phrase("reading it took more time or memory than any document needs"),
    Phrase("Save it as .docx, or divide it into several files."),
)


def refused(path: str, reason: Reason) -> UnreadableFileError:
    """The error to raise; `path` is how messages name the file."""
    return UnreadableFileError(NOT_READ.at(Place(path), reason=reason.said, remedy=reason.remedy))
