"""Whether text can be told from its ground, in the light and in the dark.

What the page's own style elements and `style` attributes say of colours is looked up as a browser does it: the most
specific rule of an element, else what its parent has. Rules for the moment (`:hover`), for paper and for widths of
screens are left out, as are selectors beyond names, classes, IDs and what stands around.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from assembler.findings import Finding
from assembler.formats.finished.accessibility import BLACK, ENOUGH, LOW_CONTRAST, WHITE, contrast, rounded
from assembler.formats.html.lint.opened import Element, Page

LIGHT, DARK = 0, 1
UNSEEN = frozenset({"head", "title", "style", "script", "template", "noscript"})
NAMED = {"black": BLACK, "white": WHITE}
CLEAR = frozenset({"none", "transparent", "inherit"})

COMPOUND = re.compile(r"(?P<name>[\w*-]*)(?P<more>(?:[.#][\w-]+)*)$")
INLINE = (9, 0, 0, 0)
"""The weight of what an element says itself: more than any rule."""

Weight = tuple[int, int, int, int]


class Step(Struct, frozen=True):
    """One compound of a selector; `near` where the next one must be its child."""

    name: str
    classes: frozenset[str]
    id: str
    near: bool


class Colours(Struct, frozen=True):
    """The colours of an element, RRGGBB; empty: not known."""

    type: str
    ground: str


class Rule(Struct, frozen=True):
    steps: tuple[Step, ...]
    weight: Weight
    colour: str
    ground: str


def low_contrast(page: Page) -> Iterator[Finding]:
    """Text that is too faint, each kind of element in each pair of colours once."""
    css = re.sub(r"/\*.*?\*/", "", "\n".join(each.text for each in page.all("style")), flags=re.DOTALL)
    blocks = tuple(_blocks(css))
    faint: dict[tuple[str, str, str], Element] = {}
    for mode in (LIGHT, DARK) if "light-dark(" in css else (LIGHT,):
        seen = _Seen(blocks, mode)
        for element in page.elements:
            colours = seen.of(element)
            if element.speaks and element.name not in UNSEEN and _is_faint(colours):
                faint.setdefault((_called(element), colours.type, colours.ground), element)
    for (style, colour, ground), element in faint.items():
        ratio = rounded(contrast(colour, ground))
        yield page.at(LOW_CONTRAST, element, style=style, colour=f"#{colour}", ground=f"#{ground}", ratio=ratio)


def _is_faint(colours: Colours) -> bool:
    return bool(colours.type and colours.ground) and contrast(colours.type, colours.ground) < ENOUGH


def _called(element: Element) -> str:
    return ".".join((element.name, *element.attributes.get("class", "").split()))


class _Seen:
    """The colours of a page's elements in one mode. Elements alike in everything that selectors ask are looked up
    once."""

    def __init__(self, blocks: tuple[tuple[str, dict[str, str]], ...], mode: int) -> None:
        self.mode = mode
        self.variables = {
            name: value for selector, said in blocks if selector == ":root" for name, value in said.items()
        }
        self.rules = tuple(rule for position, block in enumerate(blocks) for rule in _rules(*block, position))
        self.ids = {step.id for rule in self.rules for step in rule.steps}
        self.kinds: dict[tuple[object, ...], int] = {}
        self.kind_of: dict[int, int] = {}
        self.colours: dict[int, Colours] = {}

    def of(self, element: Element) -> Colours:
        """Elements must come in the order of the page: what stands around is known then."""
        around = element.around
        asked = element.attributes
        outer = self.kind_of[id(around)] if around is not None else -1
        own = asked.get("id") if asked.get("id") in self.ids else ""
        key = (element.name, asked.get("class"), asked.get("style"), own, outer)
        kind = self.kinds.setdefault(key, len(self.kinds))
        self.kind_of[id(element)] = kind
        if kind not in self.colours:
            paper = Colours(BLACK, WHITE) if self.mode == LIGHT else Colours(WHITE, BLACK)
            self.colours[kind] = self._found(element, self.colours[outer] if around is not None else paper)
        return self.colours[kind]

    def _found(self, element: Element, around: Colours) -> Colours:
        own = _declared(element.attributes.get("style", ""))
        said = [rule for rule in self.rules if _fits(rule.steps, element)]
        said += [Rule((), INLINE, own.get("color", ""), _ground(own))]
        said.sort(key=lambda rule: rule.weight)
        colour = next((rule.colour for rule in reversed(said) if rule.colour), "inherit")
        ground = next((rule.ground for rule in reversed(said) if rule.ground), "none")
        return Colours(
            around.type if colour == "inherit" else self._value(colour),
            around.ground if ground in CLEAR else self._value(ground),
        )

    def _value(self, text: str) -> str:
        """RRGGBB of a colour as CSS writes it; empty where it is written in a way that is not known here."""
        if digits := re.fullmatch(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})", text):
            short = digits[1].upper()
            return short if len(short) == len(BLACK) else "".join(each * 2 for each in short)
        if variable := re.fullmatch(r"var\(\s*(--[\w-]+)\s*\)", text):
            return self._variable(variable[1])
        if pair := re.fullmatch(r"light-dark\((.*)\)", text):
            modes = re.split(r",(?![^()]*\))", pair[1])
            return self._value(modes[self.mode].strip()) if len(modes) == len((LIGHT, DARK)) else ""
        return NAMED.get(text, "")

    def _variable(self, name: str) -> str:
        value = self.variables.get(name, "")
        return "" if "var(" in value else self._value(value)


def _blocks(css: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The selectors of each rule and what it declares; what stands in an at-rule is left out."""
    start = depth = opened = 0
    for place, sign in enumerate(css):
        if sign == "{":
            opened = opened if depth else place
            depth += 1
        elif sign == "}":
            depth -= 1
            selectors = css[start:opened].strip()
            if not depth:
                start = place + 1
                if not selectors.startswith("@"):
                    yield selectors, _declared(css[opened + 1 : place])


def _declared(block: str) -> dict[str, str]:
    pairs = (each.partition(":") for each in block.split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs if value.strip()}


def _ground(said: dict[str, str]) -> str:
    return said.get("background-color", "") or said.get("background", "")


def _rules(selectors: str, said: dict[str, str], position: int) -> Iterator[Rule]:
    colour, ground = said.get("color", ""), _ground(said)
    if colour or ground:
        for selector in selectors.split(","):
            if steps := _steps(selector):
                yield Rule(steps, _weight(steps, position), colour, ground)


def _steps(selector: str) -> tuple[Step, ...]:
    """The compounds of a selector; none where it asks for something else."""
    steps: list[Step] = []
    for piece in re.sub(r"\s*>\s*", "> ", selector).split():
        near, compound = piece.endswith(">"), COMPOUND.match(piece.rstrip(">"))
        if compound is None:
            return ()
        more = re.findall(r"([.#])([\w-]+)", compound["more"])
        classes = frozenset(name for sign, name in more if sign == ".")
        id = next((name for sign, name in more if sign == "#"), "")
        steps.append(Step(compound["name"].strip("*"), classes, id, near))
    return tuple(steps)


def _weight(steps: tuple[Step, ...], position: int) -> Weight:
    ids, classes = sum(bool(step.id) for step in steps), sum(len(step.classes) for step in steps)
    return ids, classes, sum(bool(step.name) for step in steps), position


def _fits(steps: tuple[Step, ...], element: Element | None) -> bool:
    """Whether an element and what is around it are what a selector asks for."""
    if not steps:
        return True
    if element is None or not _is(steps[-1], element):
        return False
    before = steps[:-1]
    if not before or before[-1].near:
        return _fits(before, element.around)
    around = element.around
    while around is not None:
        if _fits(before, around):
            return True
        around = around.around
    return False


def _is(step: Step, element: Element) -> bool:
    named = not step.name or step.name == element.name
    classes = element.attributes.get("class", "").split()
    return named and step.classes.issubset(classes) and (not step.id or step.id == element.attributes.get("id"))
