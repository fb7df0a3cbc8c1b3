"""Reads a finished page again and finds what is wrong with it, whoever saved it last."""
