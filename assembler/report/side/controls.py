"""What one chooses with: languages, states, section, words, number. The script shows it; without one all is shown.

Labels are in the interface's language, the names of languages and sections in their own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from assembler.language import load as languages
from assembler.report import wording
from assembler.report.html.about import own_name
from assembler.report.html.elements import Html, element, joined
from assembler.report.side.about import ParallelPage
from assembler.report.side.cells import FOUND, LETTERS
from assembler.report.voice import Voice


def controls(about: ParallelPage, sections: Sequence[str], voice: Voice) -> Html:
    """The form above the table, with the sections that the table has."""
    translate = voice.translate
    more = element(
        "details",
        element("summary", translate("Filters")),
        element("div", *_filters(about, sections, voice), class_="filters"),
        class_="more",
        open=True,
    )
    return element("form", element("div", *_first_line(voice), class_="first"), more, class_="bar", hidden=True,
                   aria_label=translate("Filters"), **_for_script(about, voice))  # fmt: skip


def _for_script(about: ParallelPage, voice: Voice) -> dict[str, str]:
    """Messages, and which letters a search takes for which others, as the data of the languages has it."""
    translate = voice.translate
    known = [languages.load(code) for code in about.languages]
    same = {letter: other for language in known for letter, other in language.sorted_as.items()}
    typed: dict[str, str] = {}
    for letter, other in {pair for language in known for pair in language.typed_as.items()}:
        typed[other] = "".join(sorted({*typed.get(other, ""), letter}))
    return {
        "data_same": json.dumps(same, ensure_ascii=False, sort_keys=True),
        "data_typed": json.dumps(typed, ensure_ascii=False, sort_keys=True),
        "data_grouping": voice.grouping,
        "data_shown": translate("Shown: {shown} of {all}."),
        "data_nowhere": translate("Not found: {text}"),
        "data_beside": translate("Shown beside what the filters let through: {text}"),
        "data_reading": translate("Searching: the page is still being read."),
        "data_piece": translate("On paper: rows {first} to {last} of {all}."),
        "data_onward": translate("For the next ones go to {next} and print again."),
        "data_end": translate("There is none further on."),
    }


def _first_line(voice: Voice) -> Iterator[Html]:
    """What is at hand on the smallest screen."""
    translate = voice.translate
    words = element("input", type="search", name="words", autocomplete="off")
    yield element("label", element("span", translate("Search")), words, class_="words")
    place = element("input", type="text", name="place", autocomplete="off", autocapitalize="off", spellcheck="false")
    yield element("label", element("span", translate("No. or ID")), place, class_="place")
    yield element(
        "div",
        element("button", translate("Find"), type="submit"),
        element("button", "↑", type="button", value="previous", aria_label=translate("Previous open text")),
        element("button", "↓", type="button", value="next", aria_label=translate("Next open text")),
        element("button", "?", type="button", value="help", aria_label=translate("Keyboard")),
        class_="buttons",
    )
    yield element("p", class_="shown", role="status")


def _filters(about: ParallelPage, sections: Sequence[str], voice: Voice) -> Iterator[Html]:
    translate = voice.translate
    columns = [_column(code, position, voice) for position, code in enumerate(about.languages, 1)]
    yield element("fieldset", element("legend", translate("Languages")), *columns, class_="languages")
    boxes = [_box("state", LETTERS[state], name, count=True) for state, name in _states(voice).items()]
    boxes.append(_box("state", FOUND, translate("with findings"), count=True))
    yield element("fieldset", element("legend", translate("State")), *boxes, class_="states")
    options = [element("option", translate("all"), value="")]
    options += [element("option", about.titles.get(each) or each, value=each) for each in sections]
    yield element("label", element("span", translate("Section")), element("select", *options, name="section"))
    looks = {"": translate("as the system has it"), "light": translate("light"), "dark": translate("dark")}
    chosen = [element("option", name, value=value) for value, name in looks.items()]
    yield element("label", element("span", translate("Colours")), element("select", *chosen, name="colours"))
    yield element("div", _box("notes", "all", translate("open all notes")), class_="lone")
    yield element("button", translate("Show all"), type="reset")


def _states(voice: Voice) -> Mapping[str, str]:
    """The states that a text on the page can be in."""
    translate = voice.translate
    names = {**wording.state_names(translate), "translated": translate("not reviewed")}
    return {state: names[state] for state in LETTERS}


def _box(name: str, value: str, label: str, *, count: bool = False) -> Html:
    number = [" ", element("span", class_="count")] if count else []
    return element("label", element("input", type="checkbox", name=name, value=value), " ", label, *number)


def _column(code: str, position: int, voice: Voice) -> Html:
    """A language: whether its column is shown, and the buttons that move it."""
    translate, name = voice.translate, languages.load(code).name
    box = element("input", type="checkbox", name="column", value=position, checked=True)
    sooner = translate("{language}: one column towards the beginning").format(language=name)
    later = translate("{language}: one column towards the end").format(language=name)
    return element(
        "span",
        element("label", box, " ", own_name(code)),
        element("button", "‹", type="button", value="sooner", aria_label=sooner),
        element("button", "›", type="button", value="later", aria_label=later),
        class_="column",
        data_column=position,
    )


def help_box(voice: Voice) -> Html:
    """The keys, in a dialog that the script opens."""
    translate = voice.translate
    keys = {
        "/": translate("search"),
        "j  ↓": translate("the next row"),
        "k  ↑": translate("the row before"),
        "n": translate("the next open text: fuzzy, untranslated or waiting"),
        "p": translate("the open text before"),
        "g": translate("go to a number or an ID"),
        "Enter": translate("in the search: the next place; with Shift the one before"),
        "Esc": translate("leave the search, close this"),
        "?": translate("this help"),
    }
    rows = [joined([element("dt", *_keys(names)), element("dd", said)]) for names, said in keys.items()]
    found = translate("Capitals do not count. For a letter that your keyboard lacks, type the one that stands for it.")
    box = element("input", type="checkbox", name="keys", checked=True)
    return element(
        "dialog",
        element("h2", translate("Keyboard"), id="help_"),
        element("dl", *rows),
        element("p", found),
        element("label", box, " ", translate("single keys move (turn this off if they disturb your software)")),
        element("button", translate("Close"), type="button"),
        aria_labelledby="help_",
    )


def _keys(names: str) -> Iterator[str]:
    for position, name in enumerate(names.split()):
        yield from ([" "] if position else [])
        yield element("kbd", name)
