"""From sections and translations to one document: localize, compose, number. Values in, values out."""
