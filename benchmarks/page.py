"""`python -m benchmarks.page FILE`: how a parallel page behaves in Chromium, and every task that makes a reader wait.

The page is loaded, filtered, searched letter by letter and scrolled as a reader does it; a task of more than
50 milliseconds is one that can be felt, and is named with the step in which it fell.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.chromium import Browser, browser

WATCH = """
window.waits = [];
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) window.waits.push(Math.round(each.duration));
}).observe({ type: "longtask", buffered: true });
"""
DONE = (
    "new Promise(done => { let last = ''; const look = () => { const now = document.querySelector('main').dataset.turn;"
)
DONE += " if (now === last) done(now); else { last = now; setTimeout(look, 250); } }; look(); })"
"""Resolved when the page has not begun anything new for a moment."""

SET = """(() => {{ const field = document.querySelector({field!r});
if (field.type === 'checkbox') field.checked = {value}; else field.value = {value};
const begun = performance.now();
field.dispatchEvent(new Event('input', {{ bubbles: true }}));
return new Promise(done => {{ const turn = document.querySelector('main').dataset.turn;
  const look = () => document.querySelector('main').dataset.turn === turn ? setTimeout(look, 4)
    : requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begun)));
  look(); }}); }})()"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--words", default="правозащит", help="what is typed into the search")
    parser.add_argument("--paper", action="store_true", help="print it too: minutes, where it is long")
    asked = parser.parse_args()
    program = shutil.which("chromium")
    if program is None:
        raise SystemExit("chromium is not installed")
    with browser(program) as running:
        running.call("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
        print(f"{'step':34} {'ms':>7}  tasks of more than 50 ms")
        for name, step in _steps(asked.file.absolute(), asked.words, paper=asked.paper):
            begun = time.monotonic()
            took = step(running)
            waits = running.ask("new Promise(done => setTimeout(() => done(window.waits.splice(0)), 400))")
            print(f"{name:34} {took if took is not None else (time.monotonic() - begun) * 1000 - 400:7.0f}  {waits}")
        print(running.complaints or "no complaint")


Step = Callable[[Browser], float | None]


def _steps(file: Path, words: str, *, paper: bool) -> list[tuple[str, Step]]:
    """What is measured, in this order."""
    steps: list[tuple[str, Step]] = [("load", lambda page: _load(page, file)), ("index", _idle)]
    for state in "ortfuwx":
        field = f"[name=state][value={state}]"
        steps.append((f"state {state} on", _setting(field, "true")))
        steps.append((f"state {state} off", _setting(field, "false")))
    steps += [(f"search {words[:n]}", _setting("[name=words]", repr(words[:n]))) for n in range(1, len(words) + 1)]
    steps += [("search nothing", _setting("[name=words]", "''"))]
    steps += [("a section", _setting("[name=section]", "document.querySelector('[name=section]').options[2].value"))]
    steps += [("all sections", _setting("[name=section]", "''"))]
    steps += [("a column off", _setting("[name=column][value='2']", "false"))]
    steps += [("a column on", _setting("[name=column][value='2']", "true"))]
    steps += [("columns in another order", _order), ("notes open", _setting("[name=notes]", "true"))]
    steps += [("scrolled, 100 windows", _scroll), ("to the end and back", _ends)]
    return [*steps, ("paper", _print)] if paper else steps


def _load(page: Browser, file: Path) -> float:
    page.open(file)
    entry = "performance.getEntriesByType('navigation')[0]"
    return float(page.ask(f"{entry}.loadEventEnd - {entry}.startTime"))


def _idle(page: Browser) -> None:
    page.ask(DONE)
    time.sleep(3)


def _setting(field: str, value: str) -> Step:
    return lambda page: float(page.ask(SET.format(field=field, value=value)))


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


def _print(page: Browser) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page.paper(Path(folder) / "page.pdf")


if __name__ == "__main__":
    main()
