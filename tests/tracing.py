"""What the main thread of a page did while something was tried in it, as Chromium's own trace tells it.

Times are of the thread (`tdur`): what a task takes of a processor, however busy the machine is with other things.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tests.chromium import Browser

TASK = "RunTask"
CATEGORIES = ("toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline", "__metadata")
PIECE = 1 << 22

Event = Mapping[str, Any]


def tasks(page: Browser, act: Callable[[], object]) -> list[float]:
    """How long each task of the page's main thread took while `act` ran, in milliseconds of its processor time."""
    config = {"recordMode": "recordUntilFull", "includedCategories": CATEGORIES, "excludedCategories": ("*",)}
    page.of_all("Tracing.start", transferMode="ReturnAsStream", traceConfig=config)
    act()
    page.of_all("Tracing.end")
    handle = page.event("Tracing.tracingComplete")["stream"]
    text = ""
    while True:
        read = page.of_all("IO.read", handle=handle, size=PIECE)
        text += read["data"]
        if read.get("eof"):
            break
    page.of_all("IO.close", handle=handle)
    return _main(json.loads(text)["traceEvents"])


def _main(events: Sequence[Event]) -> list[float]:
    """The tasks of the main thread that did most: other processes have such a thread too."""
    names = (each for each in events if each.get("name") == "thread_name")
    threads = {(each["pid"], each["tid"]): [0.0] for each in names if each["args"]["name"] == "CrRendererMain"}
    for each in events:
        thread = each["pid"], each.get("tid")
        if each.get("name") == TASK and thread in threads:
            threads[thread].append(each.get("tdur", 0) / 1000)
    return max(threads.values(), key=sum)
