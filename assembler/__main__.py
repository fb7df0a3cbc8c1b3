"""`python -m assembler`."""

from assembler.cli.entry import main

main()
