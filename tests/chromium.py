"""Chromium for tests: a page opened as a reader opens it, its errors collected, questions asked in its own language.

The browser is driven through two pipes by its own protocol, so that nothing needs to be installed beside it.
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PATIENCE = 60
"""Seconds that one question may take."""

FLAGS = (
    "--headless=new", "--remote-debugging-pipe", "--no-first-run", "--disable-gpu", "--disable-extensions",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-default-browser-check",
    "--force-color-profile=srgb", "--hide-scrollbars",
)  # fmt: skip


class Browser:
    """A running Chromium with one page."""

    def __init__(self, process: subprocess.Popen[bytes], commands: int, answers: int) -> None:
        self._process, self._commands, self._answers = process, commands, answers
        self._buffer = b""
        self._next = 0
        self._session: str | None = None
        self._runs_scripts = True
        self.complaints: list[str] = []
        """What the page has said to the console or asked of the network since it was opened."""

    def start(self) -> None:
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def open(
        self, file: Path, *, width: int = 1280, height: int = 900, touch: bool = False, dark: bool = False
    ) -> None:
        """Show a file in a window of this size; returns when it is there and has been laid out."""
        self.complaints.clear()
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=touch
        )  # fmt: skip
        self.call("Emulation.setTouchEmulationEnabled", enabled=touch)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])
        self.call("Page.navigate", url=file.as_uri())
        until = time.monotonic() + PATIENCE
        while not self.ask("location.href !== 'about:blank' && document.readyState === 'complete'"):
            assert time.monotonic() < until, "the page was never complete"
        self.settle()

    def settle(self) -> None:
        """Wait until two frames have been drawn; without scripts nobody can tell, then for a moment."""
        if not self._runs_scripts:
            time.sleep(0.5)
            return
        self.ask("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")

    def ask(self, expression: str) -> Any:
        """The value of an expression in the page; promises are awaited."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def scripts(self, *, run: bool) -> None:
        """Whether pages that are opened from now on may run scripts."""
        self._runs_scripts = run
        self.call("Emulation.setScriptExecutionDisabled", value=not run)

    def move(self, x: float, y: float) -> None:
        """The pointer of a mouse, in pixels from the upper left corner."""
        self.call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def tap(self, x: float, y: float) -> None:
        """A finger."""
        self.call("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        self.call("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def press(self, key: str) -> None:
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key)

    def picture(self, file: Path) -> None:
        """What the window shows, as PNG."""
        file.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def paper(self, file: Path) -> None:
        """The page as it is printed, as PDF."""
        printed = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        file.write_bytes(base64.b64decode(printed["data"]))

    def call(self, method: str, **params: object) -> Any:
        """A command of the protocol, and its result."""
        self._next += 1
        message: dict[str, object] = {"id": self._next, "method": method, "params": params}
        if self._session is not None:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        until = time.monotonic() + PATIENCE
        while True:
            answer = self._read(until)
            if answer.get("id") == self._next:
                assert "error" not in answer, (method, answer["error"])
                return answer["result"]
            self._note(answer)

    def of_all(self, method: str, **params: object) -> Any:
        """A command to the browser itself instead of to its page."""
        session, self._session = self._session, None
        try:
            return self.call(method, **params)
        finally:
            self._session = session

    def event(self, method: str) -> Any:
        """What the browser says of this event, as soon as it says it."""
        until = time.monotonic() + PATIENCE
        while True:
            said = self._read(until)
            if said.get("method") == method:
                return said["params"]
            self._note(said)

    def _note(self, event: Mapping[str, Any]) -> None:
        match event:
            case {"method": "Runtime.exceptionThrown", "params": params}:
                self.complaints.append(str(params["exceptionDetails"]))
            case {"method": "Runtime.consoleAPICalled", "params": params}:
                self.complaints.append(str(params["args"]))
            case {"method": "Log.entryAdded", "params": params}:
                self.complaints.append(str(params["entry"]["text"]))
            case {"method": "Network.requestWillBeSent", "params": {"request": {"url": url}}}:
                if not url.startswith(("file:", "about:", "data:")):
                    self.complaints.append(f"asked for {url}")

    def _read(self, until: float) -> Any:
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._answers], [], [], max(until - time.monotonic(), 0))
            assert ready, "Chromium does not answer"
            piece = os.read(self._answers, 1 << 20)
            assert piece, "Chromium has ended"
            self._buffer += piece
        message, _, self._buffer = self._buffer.partition(b"\0")
        return json.loads(message)


@contextmanager
def browser(program: str) -> Iterator[Browser]:
    """A Chromium with a profile of its own; it is ended with all that it started."""
    profile = tempfile.mkdtemp(prefix="chromium-")
    to_read, commands = os.pipe()
    answers, to_write = os.pipe()
    # The protocol is spoken on descriptors 3 and 4, whatever ours are called.
    shell = f'exec 3<&{to_read} 4>&{to_write}; exec "$@"'
    sandbox = ("--no-sandbox",) if os.geteuid() == 0 else ()
    process = subprocess.Popen(
        ["bash", "-c", shell, "chromium", program, *FLAGS, *sandbox, f"--user-data-dir={profile}"],
        pass_fds=(to_read, to_write), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    os.close(to_read)
    os.close(to_write)
    try:
        made = Browser(process, commands, answers)
        made.start()
        yield made
    finally:
        os.close(commands)
        os.close(answers)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        shutil.rmtree(profile, ignore_errors=True)
