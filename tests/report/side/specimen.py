"""The parallel page of the sample, with findings of every kind of place, in any language of the interface."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from assembler.edition.stamp import DraftState
from assembler.findings import Finding, Place
from assembler.formats.html.inlines import UNSAFE_ADDRESS
from assembler.jobs.parallel_page import gathered
from assembler.project import store
from assembler.report.side.about import ParallelPage
from assembler.report.side.page import page
from tests.report.test_standing import voice
from tests.several import LANGUAGES, ROOT, singles

EVIL = "</script><script>document.title = 'taken'</script><img src=x onerror=alert(1)>"

FINDINGS = (
    UNSAFE_ADDRESS.at(Place(id="art07-k3fb", language="kk"), target=EVIL, quote="an odd word"),
    UNSAFE_ADDRESS.at(Place(id="art07-k3fb"), target="everywhere"),
    UNSAFE_ADDRESS.at(Place(file="submission.toml", line=3), target="nowhere"),
    UNSAFE_ADDRESS.at(Place(id="members.alan.name", language="kk"), target="no row"),
)


@cache
def about(
    languages: tuple[str, ...] = LANGUAGES, findings: Sequence[Finding] = FINDINGS, interface: str = "en"
) -> ParallelPage:
    editions = {code: singles()[code] for code in languages}
    return gathered(ROOT, store.load(ROOT), editions, findings, DraftState(date="2016-05-27"), voice(interface))


@cache
def sample(
    interface: str = "en", languages: tuple[str, ...] = LANGUAGES, findings: tuple[Finding, ...] = FINDINGS
) -> str:
    return page(about(languages, findings, interface), voice(interface))
