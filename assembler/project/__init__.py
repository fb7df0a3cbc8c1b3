"""The submission on disk: its configuration, where its files are, and the one way to read and write them."""
