"""A submission as git remembers it, laid out and taken away again; and what is said where git cannot help."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from assembler.errors import ConfigurationError, UnreadableFileError
from assembler.findings import Kind, Place, Severity
from assembler.project import history

Git = Callable[..., str]


@pytest.fixture
def git(tool: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Runs git in a folder, with no settings but its own."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))

    def run(folder: Path, *arguments: str) -> str:
        command = [tool("git"), "-C", str(folder), "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    return run


def commit(git: Git, folder: Path, files: dict[str, bytes]) -> str:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "a step")
    return git(folder, "rev-parse", "HEAD").strip()


FIRST = {
    "submission.toml": b"title = 'x'\n",
    "sources/ru/07.md": "Было\n".encode(),
    "sources/ru/имя файла.md": b"no line feed at the end",
    "locales/en/LC_MESSAGES/07.po": b"\r\n\x00\xff\n\n",
    "terms.toml": b"[un.en]\nfull = 'United Nations'\n",
    "out/large.docx": b"not needed",
}


@pytest.fixture
def folder(git: Git, tmp_path: Path) -> Path:
    """A submission in a folder of a larger repository, with two commits."""
    root = tmp_path / "repository"
    root.mkdir()
    git(root, "init", "--quiet")
    commit(git, root, {"README": b"before all"})
    commit(git, root, {f"doc/ours/{path}": data for path, data in FIRST.items()})
    commit(git, root, {"doc/ours/sources/ru/07.md": "Стало\n".encode(), "doc/ours/sources/ru/08.md": b"new\n"})
    return root / "doc" / "ours"


def said(error: pytest.ExceptionInfo[ConfigurationError]) -> tuple[str, str]:
    return error.value.finding.code, error.value.finding.message() + " " + error.value.finding.hint()


def test_the_files_of_a_revision_are_laid_out_byte_for_byte_and_taken_away(folder: Path) -> None:
    with history.at(folder, history.revision(folder, "HEAD~1")) as earlier:
        found = {
            path.relative_to(earlier).as_posix(): path.read_bytes() for path in earlier.rglob("*") if path.is_file()
        }
        assert found == {path: data for path, data in FIRST.items() if not path.startswith("out/")}
    assert not earlier.exists()
    assert (folder / "sources/ru/07.md").read_text(encoding="utf-8") == "Стало\n"


def test_a_revision_is_the_commit_that_its_name_means(folder: Path, git: Git) -> None:
    git(folder, "tag", "-a", "sent", "-m", "sent to Geneva", "HEAD~1")
    commit_id = git(folder, "rev-parse", "HEAD~1").strip()
    assert history.revision(folder, "sent") == history.Revision("sent", commit_id)
    assert history.revision(folder, commit_id[:12]).commit == commit_id


@pytest.mark.parametrize("name", ["no-such", "--all", "HEAD~99", ""])
def test_a_revision_that_is_none_is_an_error_with_what_can_be_named(name: str, folder: Path) -> None:
    with pytest.raises(ConfigurationError) as error:
        history.revision(folder, name)
    assert said(error)[0] == "unknown-revision"
    assert "git log" in said(error)[1]


def test_in_a_shallow_copy_the_way_to_the_rest_is_said(folder: Path, git: Git, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", folder.parents[1].as_uri(), "shallow")
    with pytest.raises(ConfigurationError) as error:
        history.revision(tmp_path / "shallow" / "doc" / "ours", "HEAD~1")
    assert "git fetch --unshallow" in said(error)[1]


def test_before_the_submission_was_there_it_cannot_be_compared(folder: Path) -> None:
    with pytest.raises(ConfigurationError) as error, history.at(folder, history.revision(folder, "HEAD~2")):
        pass
    assert said(error)[0] == "no-submission-then"


def test_a_folder_without_a_repository_is_said_to_be_one(git: Git, tmp_path: Path) -> None:  # noqa: ARG001
    with pytest.raises(ConfigurationError) as error:
        history.revision(tmp_path, "HEAD")
    assert said(error)[0] == "no-repository"


def test_without_git_it_is_said_what_is_missing(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConfigurationError) as error:
        history.revision(folder, "HEAD")
    assert said(error)[0] == "git-absent"


def test_what_was_wrong_then_is_not_said_of_todays_files(folder: Path) -> None:
    damaged = Kind("damaged", Severity.ERROR, "It is damaged.")
    with pytest.raises(ConfigurationError) as error, history.at(folder, history.revision(folder, "HEAD~1")):
        raise UnreadableFileError(damaged.at(Place("locales/en/LC_MESSAGES/07.po", 3)))
    code, message = said(error)
    assert code == "unreadable-then"
    assert "HEAD~1" in message
    assert "locales/en/LC_MESSAGES/07.po:3: It is damaged." in message
