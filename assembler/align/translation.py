"""From matches to translations: what each unit of the original says in the other language, and how sure that is.

The words keep their markup; notes and references in them lead to the original's IDs. What one paragraph says in two is
joined. What two say in one is divided between sentences, by length, and is for a person to look at in any case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from assembler.align.matching import Match
from assembler.document import inline, walk
from assembler.document.model import Inline, Inlines, Link, NoteMark, Reference

_SENTENCE_END = re.compile(r"(?<=[.!?…;:])[»”\"')\]]*\s+")


class Proposal(Struct, frozen=True):
    """What a unit of the original says in another language. `certain`: nobody has to look at it."""

    text: str
    certain: bool


class Proposals(Struct, frozen=True):
    """The proposals by the original's IDs, and the notes of the other version whose marks were left out."""

    texts: dict[str, Proposal]
    left_out: tuple[str, ...]


def proposals(matches: Iterable[Match], left: Mapping[str, str], right: Mapping[str, str]) -> Proposals:
    """`left` and `right` are the words of the units of both versions, by ID."""
    matches = list(matches)
    led = {its: own for match in matches for own, its in zip(match.left, match.right, strict=False)}
    left_out: list[str] = []
    texts: dict[str, Proposal] = {}
    for match in matches:
        said = [renamed(right[id], led, left_out) for id in match.right]
        whole = said if len(said) == len(match.left) else [" ".join(said)]
        for id, words in zip(match.left, _divided(whole, [left[id] for id in match.left]), strict=True):
            texts[id] = Proposal(words, match.is_certain)
    return Proposals(texts, tuple(dict.fromkeys(left_out)))


def renamed(words: str, names: Mapping[str, str], left_out: list[str] | None) -> str:
    """The words with every note and reference named as the original names it. What has no name there is left out, the
    notes noted in `left_out`; where that is None, notes stay as they are."""

    def new(each: Inline) -> Inlines:
        match each:
            case NoteMark() if each.id in names:
                return (NoteMark(names[each.id]),)
            case NoteMark() if left_out is not None:
                left_out.append(each.id)
                return ()
            case Reference():
                known = each.target in names
                return (Reference(names[each.target], each.form, names.get(each.to, ""), each.pairs),) if known else ()
            case Link() if each.target.startswith("#"):
                target = names.get(each.target[1:])
                return each.content if target is None else (Link(f"#{target}", each.content, each.title),)
            case _:
                return (each,)

    if "[" not in words:
        return words
    before = inline.parse(words)
    after = walk.map_inlines(before, new)
    return words if after == before else inline.render(after).strip()


def _divided(said: Sequence[str], originals: Sequence[str]) -> Sequence[str]:
    """As many texts as there are originals. One that is to serve several is cut between sentences where their lengths
    would have it; where it cannot be, each gets the whole."""
    if len(said) == len(originals):
        return said
    [whole] = said
    ends = [match.end() for match in _SENTENCE_END.finditer(whole)]
    total = sum(map(len, originals))
    cuts: list[int] = []
    reached = 0
    for original in originals[:-1]:
        reached += len(original)
        free = [end for end in ends if end > (cuts[-1] if cuts else 0)]
        if not free:
            return [whole] * len(originals)
        cuts.append(min(free, key=lambda end: abs(end - len(whole) * reached / total)))
    return [whole[start:end].strip() for start, end in zip([0, *cuts], [*cuts, len(whole)], strict=True)]
