"""What tests of all rooms share: the data beside the repository, and tools that may be absent.

A test that lacks one of them skips with its name. With `REQUIRE_TOOLS` set (continuous integration) such a skip
is a failure instead.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")
# A law fails for what it says and not for the speed of a machine; a change is judged by the same examples each time.

ROOT = Path(__file__).parent.parent


def absent(what: str) -> None:
    """Skip the test for want of `what`, or fail it where everything must be there."""
    if os.environ.get("REQUIRE_TOOLS"):
        pytest.fail(f"{what} is absent, and REQUIRE_TOOLS is set")
    pytest.skip(f"{what} is absent")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data beside the repository (or where ASSEMBLER_SHARED says); skips where there is none."""
    folder = Path(os.environ.get("ASSEMBLER_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the shared test data is absent")
    return folder


@pytest.fixture(scope="session")
def tool() -> Callable[[str], str]:
    """`tool("soffice")` is the path of a program; the test skips where it is not installed."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            absent(name)
        assert path is not None
        return path

    return find


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite expected results; then read the diff")


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))
