"""What a committee asks of the document beside its length: languages, numbers, cover, contents, order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from assembler.check.draft import Draft, Wanted
from assembler.check.profile.demands import example, unmet
from assembler.check.rule import Family, Hit, OfDraft, Rule
from assembler.findings import Kind, Severity

LANGUAGE = Kind(
    "profile-language",
    Severity.WARNING,
    "“{profile}” takes texts in {languages}; the submission has none of these languages.",
    "Add one of them to submission.toml and translate into it. {source}",
)
NOT_NUMBERED = Kind(
    "profile-paragraphs-not-numbered",
    Severity.WARNING,
    "“{profile}” wants numbered paragraphs; those of this submission are not.",
    "Write paragraphs = true under [numbering] in submission.toml. {source}",
)
FRONT = Kind(
    "profile-cover-incomplete",
    Severity.WARNING,
    "“{profile}” wants “{field}” on the cover.",
    "Add the field under [cover] in submission.toml. {source}",
)
CONFIDENTIALITY = Kind(
    "profile-confidentiality-missing",
    Severity.WARNING,
    "The cover does not say whether the document may be published; “{profile}” wants it.",
    "Add confidentiality under [cover] in submission.toml: what is not marked may be published. {source}",
)
NO_CONTENTS = Kind(
    "profile-contents-missing",
    Severity.WARNING,
    "“{profile}” wants a table of contents.",
    "Write contents = true in submission.toml. {source}",
)
NO_SUMMARY = Kind(
    "profile-summary-missing",
    Severity.WARNING,
    "“{profile}” wants a summary at the beginning; there is none.",
    "Put it between the lines ::: summary and :::. {source}",
)
NO_RECOMMENDATIONS = Kind(
    "profile-recommendations-missing",
    Severity.WARNING,
    "“{profile}” wants recommendations; there are none.",
    "Put each between the lines ::: recommendation and :::. {source}",
)
ORDER = Kind(
    "profile-order",
    Severity.INFO,
    "Article {later} stands before article {earlier}; readers of “{profile}” look for them in their order.",
    "Change the order of the sections in submission.toml. {source}",
)
TITLE = Kind(
    "profile-title",
    Severity.WARNING,
    "The title has “{words}”, which “{profile}” asks not to write.",
    "Write alternative report, or the like. {source}",
)
FILES = Kind(
    "profile-files",
    Severity.INFO,
    "“{profile}” takes files of these kinds: {kinds}.",
    "Build it so: assembler build --final --format {first}. {source}",
)


def _language(draft: Draft) -> Iterator[Hit]:
    demand = draft.profile.languages
    if demand is not None and not set(demand.any_of) & set(draft.languages):
        yield unmet(draft, demand, languages=", ".join(demand.any_of))


def _front(draft: Draft) -> Iterator[Hit]:
    demand = draft.profile.front
    for field in demand.fields if demand is not None else ():
        if demand is not None and not draft.cover.intersection(field.split("|")):
            yield unmet(draft, demand, field=field.split("|")[0])


def _missing(demand_of: Callable[[Draft], Wanted | None], is_there: Callable[[Draft], bool]) -> OfDraft:
    """A look for something that is there or not."""

    def look(draft: Draft) -> Iterator[Hit]:
        demand = demand_of(draft)
        if demand is not None and not is_there(draft):
            yield unmet(draft, demand)

    return OfDraft(look)


def _order(draft: Draft) -> Iterator[Hit]:
    demand = draft.profile.order
    pairs = zip(draft.articles, draft.articles[1:], strict=False)
    late = next(((one, other) for one, other in pairs if one > other), None)
    if demand is not None and late is not None:
        yield unmet(draft, demand, later=late[0], earlier=late[1])


def _title(draft: Draft) -> Iterator[Hit]:
    demand = draft.profile.avoid
    for words in demand.words.get(draft.language, ()) if demand is not None else ():
        if demand is not None and re.search(rf"\b{re.escape(words)}", draft.title, re.IGNORECASE):
            yield unmet(draft, demand, words=words)


def _files(draft: Draft) -> Iterator[Hit]:
    demand = draft.profile.files
    if demand is not None:
        yield unmet(draft, demand, kinds=", ".join(demand.kinds), first=demand.kinds[0])


def _rule(kind: Kind, look: OfDraft, rationale: str, fires: str, quiet: str) -> Rule:
    return Rule(kind, Family.PROFILE, look, rationale, fires=(example(fires),), quiet=(example(quiet), example("")))


_EN = '[languages]\nany_of = ["en", "fr"]\n[draft]\nlanguages = '
_STATE = '[front]\nfields = ["state", "organisations|members"]\n[draft]\ncover = '
_ORDER = "[order]\n[draft]\narticles = "
_SHADOW = '[avoid.words]\nen = ["shadow report"]\n[draft]\ntitle = '

RULES = (
    _rule(
        LANGUAGE,
        OfDraft(_language),
        "What is in another language is not read: some committees do not take all languages of the United Nations.",
        _EN + '["ru", "kk"]',
        _EN + '["ru", "en"]',
    ),
    _rule(
        NOT_NUMBERED,
        _missing(lambda draft: draft.profile.numbering, lambda draft: draft.numbered),
        "Members quote by paragraph, and the number is the same in every language.",
        "[numbering]\n[draft]\nnumbered = false",
        "[numbering]\n[draft]\nnumbered = true",
    ),
    _rule(
        FRONT,
        OfDraft(_front),
        "The secretariat files a submission by what stands on its first page.",
        _STATE + '["state"]',
        _STATE + '["state", "members"]',
    ),
    _rule(
        CONFIDENTIALITY,
        _missing(lambda draft: draft.profile.confidentiality, lambda draft: "confidentiality" in draft.cover),
        "What is not marked is posted, and goes to the State.",
        "[confidentiality]\n[draft]\ncover = []",
        '[confidentiality]\n[draft]\ncover = ["confidentiality"]',
    ),
    _rule(
        NO_CONTENTS,
        _missing(lambda draft: draft.profile.contents, lambda draft: draft.contents),
        "A long report is looked up, not read.",
        "[contents]\n[draft]\ncontents = false",
        "[contents]\n[draft]\ncontents = true",
    ),
    _rule(
        NO_SUMMARY,
        _missing(lambda draft: draft.profile.summary, lambda draft: draft.summary),
        "Members read many reports before a session; of most of them they read the summary.",
        "[summary]\n[draft]\nsummary = false",
        "[summary]\n[draft]\nsummary = true",
    ),
    _rule(
        NO_RECOMMENDATIONS,
        _missing(lambda draft: draft.profile.recommendations, lambda draft: draft.recommendations),
        "A committee takes over recommendations that it finds ready.",
        "[recommendations]\n[draft]\nrecommendations = false",
        "[recommendations]\n[draft]\nrecommendations = true",
    ),
    _rule(
        ORDER,
        OfDraft(_order),
        "The list of issues and the dialogue go by articles, and so do the readers.",
        _ORDER + "[7, 6]",
        _ORDER + "[6, 7, 7]",
    ),
    _rule(
        TITLE,
        OfDraft(_title),
        "Some names for such reports are not liked where they are read.",
        _SHADOW + '"A Shadow Report on prisons"',
        _SHADOW + '"An alternative report on prisons"',
    ),
    _rule(
        FILES,
        OfDraft(_files),
        "A file of another kind is sent back, or converted by somebody else.",
        '[files]\nkinds = ["docx"]',
        "",
    ),
)
