"""Editions under the profiles of committees: words counted, words foreseen, and what the cover must have."""

from __future__ import annotations

from pathlib import Path

import pytest

from assembler.check import committees
from assembler.errors import ConfigurationError
from assembler.findings import Finding
from assembler.jobs.check import checked
from assembler.jobs.examining import Asked
from tests.jobs.test_check import submission, translate

MANY = " ".join(["слово"] * 9500)


def told(root: Path, profile: str = "ccpr-ngo") -> dict[str, Finding]:
    found = checked(root, (), Asked(rules=("profile",), profile=profile)).findings
    return {each.code: each for each in found}


def values(finding: Finding) -> dict[str, str]:
    return {name: str(value) for name, value in finding.values}


def test_what_is_not_translated_is_foreseen_in_the_language_that_counts(tmp_path: Path) -> None:
    found = told(submission(tmp_path, text=MANY))
    assert "profile-too-long" not in found
    will = values(found["profile-will-be-too-long"])
    assert 10400 < int(will["count"]) < 10500
    assert int(will["now"]) == 2, "what stands in the block for English alone"


def test_an_edition_asked_for_beside_that_of_the_committee_is_counted_in_its_own_words(tmp_path: Path) -> None:
    found = checked(submission(tmp_path, text=MANY), ("ru",), Asked(rules=("profile",), profile="ccpr-ngo")).findings
    [length] = [values(each) for each in found if each.code == "profile-length"]
    assert (length["language"], length["now"]) == ("ru", length["count"])
    assert int(length["now"]) > 9500


def test_what_is_translated_teaches_how_long_the_rest_will_be(tmp_path: Path) -> None:
    root = submission(tmp_path, text=MANY)
    translate(root, " ".join(["word"] * 9900))
    found = told(root)
    assert int(values(found["profile-length"])["now"]) == 9902
    assert int(values(found["profile-length"])["count"]) <= 9906, "a heading of two words is left"


def test_too_long_an_edition_is_an_error_where_the_limit_is_verified(tmp_path: Path) -> None:
    root = submission(tmp_path, text=MANY)
    translate(root, " ".join(["word"] * 10100))
    found = told(root)["profile-too-long"]
    assert (found.severity.value, values(found)["most"]) == ("error", "10000")
    assert "seen 2026-11-22: read there." in found.hint()


def test_a_number_that_nobody_confirmed_only_warns(tmp_path: Path) -> None:
    root = submission(tmp_path, text=MANY)
    translate(root, " ".join(["word"] * 9000))
    assert told(root, "cedaw-ngo")["profile-too-long"].severity.value == "warning"


def test_notes_may_not_count(tmp_path: Path) -> None:
    root = submission(tmp_path, text="Слово[^n1].\n\n[^n1]: " + " ".join(["слово"] * 3000), more="")
    assert int(values(told(root, "ccpr-ngo")["profile-length"])["count"]) > 3000
    assert int(values(told(root, "upr-stakeholder")["profile-length"])["count"]) < 20


def test_fields_of_the_cover_are_asked_for_by_their_keys(tmp_path: Path) -> None:
    bare = told(submission(tmp_path / "bare"))
    assert {"profile-cover-incomplete", "profile-confidentiality-missing", "profile-recommendations-missing"} <= set(
        bare
    )
    cover = (
        '[cover]\ncommittee = "К"\nsession = "С"\nstate = "Г"\nconfidentiality = "Да"\n[cover.organisations]\na = "А"'
    )
    full = told(submission(tmp_path / "full", more=cover))
    assert "profile-cover-incomplete" not in full
    assert "profile-confidentiality-missing" not in full


def test_the_configuration_names_the_profile(tmp_path: Path) -> None:
    root = submission(tmp_path, more='[check]\nprofile = "ccpr-ngo"')
    assert "profile-length" in told(root, "")


@pytest.mark.parametrize(
    ("asked", "more", "place"), [("ccpr", "", ""), ("", '[check]\nprofile = "ccpr"', "submission.toml:4")]
)
def test_a_profile_that_does_not_exist_is_answered_with_those_that_do(
    tmp_path: Path, asked: str, more: str, place: str
) -> None:
    with pytest.raises(ConfigurationError) as stopped:
        told(submission(tmp_path, more=more), asked)
    assert str(stopped.value.finding.place) == place
    assert "Did you mean “ccpr-ngo”?" in stopped.value.finding.hint()


@pytest.mark.parametrize("id", committees.known())
def test_every_demand_of_a_profile_says_where_it_was_read_and_when(id: str) -> None:
    profile = committees.load(id)
    demands = [getattr(profile, name) for name in profile.__struct_fields__ if name not in ("id", "title")]
    assert profile.title
    assert any(demands)
    assert all(demand.source and demand.seen for demand in demands if demand is not None)
