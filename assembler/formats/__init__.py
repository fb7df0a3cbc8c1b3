"""Formats: a folder for each, none knows another. Readers turn bytes into values, writers values into bytes."""
