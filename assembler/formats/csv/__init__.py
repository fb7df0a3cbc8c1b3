"""Files of data: the rows of a table as comma-separated values.

Bytes become records (`read`), the records that a table asks for become its rows (`rows`); numbers are read by the
file's own convention (`amounts`), so that every edition can print them by that of its language.
"""
