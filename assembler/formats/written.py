"""What every writer is asked for and gives back."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from assembler.findings import Finding

Purpose: TypeAlias = Literal["draft", "final"]
"""A draft bears a bookmark for each unit, to come back by; a final edition only those that its references need."""


class Written(Struct, frozen=True):
    """The file, and what could not be expressed in it."""

    data: bytes
    findings: tuple[Finding, ...] = ()
