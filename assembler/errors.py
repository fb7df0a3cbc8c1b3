"""Exceptions: only for what stops the work. Each carries the finding that says what, where and what to do."""

from __future__ import annotations

from assembler.findings import Finding


class AssemblerError(Exception):
    """Base of all: work that cannot go on. The door (command line, web) prints `finding` and nothing else."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message())
        self.finding = finding


class ConfigurationError(AssemblerError):
    """The submission's configuration, or the way a command was called, is wrong; exit code 2."""


class UnreadableFileError(AssemblerError):
    """A file cannot be opened or decoded at all; exit code 2."""


class UnwritableFileError(AssemblerError):
    """A file cannot be written; what was there before is still there; exit code 2."""


class RefusedError(AssemblerError):
    """The work was understood and refused, for example a final edition with missing translations; exit code 1."""


class ProgramError(AssemblerError):
    """Another program that the work needs did not do it; exit code 2."""
