"""Everything that can be said of a file of data."""

from __future__ import annotations

from assembler.findings import Kind, Phrase, Severity

# --- the file ------------------------------------------------------------------------------------------------------

NOT_UTF_8 = Kind(
    "data-not-utf-8",
    Severity.ERROR,
    "The file of data {path} is not UTF-8: {guess}. The table has no rows.",
    "Open it in LibreOffice, name its character set there, and save it as CSV with the character set UTF-8; in Excel "
    "choose “CSV UTF-8” when saving.",
)
WINDOWS_1251 = Phrase("it looks like windows-1251, in which Excel saves Russian and Kazakh")
UTF_16 = Phrase("it is UTF-16, which some programs call Unicode")
UNKNOWN_CHARSET = Phrase("a byte in this line does not fit")
SPREADSHEET = Kind(
    "data-spreadsheet",
    Severity.ERROR,
    "{path} is a spreadsheet with the name of a text file. The table has no rows.",
    "Open it in Excel or LibreOffice and save the sheet as CSV in UTF-8.",
)
NUL_BYTES = Kind(
    "data-with-nul",
    Severity.ERROR,
    "The file of data {path} has bytes in it that no text has. The table has no rows.",
    "Save it anew as CSV in UTF-8 from the program that it comes from.",
)
NO_ROWS = Kind(
    "data-empty",
    Severity.ERROR,
    "The file of data {path} has no rows below its first line, which names the columns.",
    "Write the names of the columns into the first line and a row into each line below.",
)
NO_DELIMITER = Kind(
    "data-delimiter",
    Severity.ERROR,
    "It is not clear what separates the fields of {path}: commas, semicolons or tabs. The table has no rows.",
    "Use one of them throughout, and put a field that has it in its words into quotation marks.",
)
BAD_QUOTES = Kind(
    "data-quotes",
    Severity.ERROR,
    "The row cannot be read: a quotation mark is not closed, or words stand behind one that is. It is left out.",
    'A field in quotation marks ends with one; one that is meant is written twice: "the ""Review"" of 2012".',
)
RAGGED_ROW = Kind(
    "data-ragged-row",
    Severity.ERROR,
    "The row has {count} fields, and the first line of the file {columns}; it is left out.",
    "Correct the row. A field in which the separating sign or a line break is meant stands in quotation marks.",
)

# --- columns -------------------------------------------------------------------------------------------------------

NAME_TWICE = Kind(
    "data-column-twice",
    Severity.ERROR,
    "Two columns of the file are called “{name}”; the first one is taken.",
    "Give each column a name of its own.",
)
NO_HEADER = Kind(
    "data-header",
    Severity.ERROR,
    "The first line of {path} names none of the table's columns ({wanted}). The table has no rows.",
    "Write into the first line the IDs of the columns, or their headings as they stand in the section.",
)
COLUMN_MISSING = Kind(
    "data-column-missing",
    Severity.ERROR,
    "{path} has no column for “{name}”; that column stays empty.",
    "{suggestion}",
)
COLUMN_UNUSED = Kind(
    "data-column-unused",
    Severity.INFO,
    "Columns of {path} that the table does not have are not printed: {names}.",
    "Nothing need be done. To print one, give the table a column of the same name.",
)

# --- rows and cells ------------------------------------------------------------------------------------------------

NO_ROW_IDS = Kind(
    "data-without-row-ids",
    Severity.WARNING,
    "{path} has words in its rows and no column “id”; they cannot be translated.",
    "Add a column “id” with a short name for each row (r1, theft …), which then is never changed.",
)
ROW_WITHOUT_ID = Kind(
    "data-row-without-id",
    Severity.WARNING,
    "The row has words and no ID; they cannot be translated.",
    "Write a short name for it into the column “id”, one that no other row of the file has.",
)
BAD_ROW_ID = Kind(
    "data-row-id",
    Severity.ERROR,
    "“{id}” cannot be the ID of a row; its words cannot be translated.",
    "Take small Latin letters, digits and single hyphens, a letter first; “h” is the header's.",
)
ROW_ID_TWICE = Kind(
    "data-row-id-twice",
    Severity.ERROR,
    "The row ID “{id}” was given before, in line {first}; the words of this row cannot be translated.",
    "Give this row another ID; the first one keeps its translations.",
)
FORMULA = Kind(
    "data-formula",
    Severity.ERROR,
    "“{text}” is a formula or an error of a spreadsheet, no value; it is printed as it stands.",
    "Save the values, not the formulas, as CSV, and correct what gave the error.",
)
NUMBERS_UNCLEAR = Kind(
    "data-numbers-unclear",
    Severity.ERROR,
    "It is not clear whether “{text}” has a decimal sign or one that groups digits; numbers are printed as they stand.",
    'Say on the table which sign stands before decimals in the file: decimal="," or decimal="."',
)
NUMBERS_MIXED = Kind(
    "data-numbers-mixed",
    Severity.ERROR,
    "“{text}” and “{other}” (line {line}) are written in different ways; numbers are printed as they stand.",
    "Write all numbers of the file alike.",
)
BAD_DECIMAL = Kind(
    "data-decimal",
    Severity.ERROR,
    "“{value}” is no decimal sign.",
    'Write decimal="," or decimal="."',
)
