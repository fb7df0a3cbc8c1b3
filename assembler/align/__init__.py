"""Which paragraph of one version of a text is which of another: the only room that guesses, and says how sure it is."""
