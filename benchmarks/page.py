"""`python -m benchmarks.page FILE`: how a parallel page behaves in Chromium, and every task that makes a reader wait.

The page is loaded, filtered, searched letter by letter, scrolled and walked as a reader does it. Of each step stands
there what the page's main thread did in all, its longest task and how many took more than 50 milliseconds, which can be
felt: all in time of that thread, so that what else the machine does counts little. `usable` is after how much of it the
first rows and the controls were there.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.chromium import Browser, browser
from tests.tracing import tasks

FELT = 50
"""Milliseconds."""

REST = 0.4
"""Seconds after a step that still belong to it."""

SET = """(() => {{ const field = document.querySelector({field!r});
if (field.type === 'checkbox') field.checked = {value}; else field.value = {value};
field.dispatchEvent(new Event('input', {{ bubbles: true }})); }})()"""

READY = "!document.querySelector('.bar').hidden && document.querySelector('main').ariaBusy === 'false'"
WHOLE = "document.querySelector('main').dataset.whole === ''"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--words", default="право", help="what is typed into the search")
    parser.add_argument("--number", default="700", help="of the paragraph that is jumped to")
    parser.add_argument("--paper", action="store_true", help="print it too: a minute, where it is long")
    asked = parser.parse_args()
    program = shutil.which("chromium")
    if program is None:
        raise SystemExit("chromium is not installed")
    with browser(program) as running:
        file = asked.file.absolute()
        _tell("load: usable", running, lambda page: _open(page, file))
        _tell("load: the other rows", running, lambda page: _until(page, WHOLE))
        time.sleep(2)
        for name, step in _steps(asked.words, asked.number, paper=asked.paper):
            _tell(name, running, step)
        _open(running, file)
        _tell("typed while it is read", running, _setting("[name=words]", repr(asked.words)))
        print(running.complaints or "no complaint")


Step = Callable[[Browser], object]


def _tell(name: str, page: Browser, step: Step) -> None:
    def act() -> None:
        step(page)
        time.sleep(REST)

    took = tasks(page, act)
    felt = sum(each > FELT for each in took)
    print(f"{name:28} {sum(took):6.0f} ms, longest task {max(took):4.0f} ms, felt: {felt}", flush=True)


def _steps(words: str, number: str, *, paper: bool) -> list[tuple[str, Step]]:
    """What is measured, in this order."""
    steps: list[tuple[str, Step]] = []
    for state in "ortfuwx":
        field = f"[name=state][value={state}]"
        steps += [(f"state {state} on", _setting(field, "true")), (f"state {state} off", _setting(field, "false"))]
    steps += [(f"search {words[:n]}", _setting("[name=words]", repr(words[:n]))) for n in range(1, len(words) + 1)]
    steps += [("search nothing", _setting("[name=words]", "''"))]
    steps += [("a section", _setting("[name=section]", "document.querySelector('[name=section]').options[2].value"))]
    steps += [("all sections", _setting("[name=section]", "''"))]
    steps += [("a column off", _setting("[name=column][value='2']", "false"))]
    steps += [("a column on", _setting("[name=column][value='2']", "true"))]
    steps += [("columns in another order", _order), ("notes open", _setting("[name=notes]", "true"))]
    steps += [("scrolled, 100 windows", _scroll), ("to the end and back", _ends)]
    steps += [(f"to number {number}", lambda page: _jump(page, number)), ("by a link", _link)]
    steps += [(f"key {key}", _key(key)) for key in "jjknnp"]
    return [*steps, ("paper", _print)] if paper else steps


def _open(page: Browser, file: Path) -> None:
    page.open(file)
    _until(page, READY)


def _until(page: Browser, said: str) -> None:
    while not page.ask(said):
        time.sleep(0.02)


def _setting(field: str, value: str) -> Step:
    def step(page: Browser) -> None:
        page.ask(SET.format(field=field, value=value))
        _until(page, READY)

    return step


def _order(page: Browser) -> None:
    page.ask("document.querySelector('[data-column=\"3\"] [value=sooner]').click()")
    time.sleep(2)


def _scroll(page: Browser) -> None:
    page.ask("scrollTo(0, 0)")
    for _ in range(100):
        page.ask("scrollBy(0, innerHeight); new Promise(done => requestAnimationFrame(done))")


def _ends(page: Browser) -> None:
    for place in ("document.documentElement.scrollHeight", "0"):
        page.ask(f"scrollTo(0, {place}); new Promise(done => setTimeout(done, 300))")


def _key(key: str) -> Step:
    return lambda page: page.press(key)


def _jump(page: Browser, number: str) -> None:
    page.ask(f"document.querySelector('[name=place]').value = {number!r}")
    page.ask("document.querySelector('.bar').requestSubmit()")


def _link(page: Browser) -> None:
    page.ask("location.hash = [...document.querySelectorAll('tr[id]')].at(-3000).id")


def _print(page: Browser) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page.paper(Path(folder) / "page.pdf")


if __name__ == "__main__":
    main()
