"""What the states of a unit, and the reasons for them, are called."""

from __future__ import annotations

from assembler.catalog.status import Listed, Part
from assembler.report.account import events
from assembler.report.voice import Translate, Voice


def state_names(translate: Translate) -> dict[str, str]:
    return {
        "original": translate("original"),
        "translated": translate("translated"),
        "reviewed": translate("reviewed"),
        "fuzzy": translate("fuzzy"),
        "untranslated": translate("untranslated"),
        "waiting": translate("waiting"),
        "obsolete": translate("obsolete"),
    }


def state(each: Listed, translate: Translate) -> str:
    """The state of a unit with what is known of its reason."""
    if each.waits_for:
        return translate("waits for the translation into: {language}").format(language=each.waits_for)
    if each.state == "untranslated" and not each.line:
        return translate("untranslated, not in the catalog yet (assembler update)")
    names = {**state_names(translate), **events(translate)}
    if each.state != "fuzzy":
        return names[each.state]
    return names.get(f"fuzzy:{each.reason}", f"{names['fuzzy']} ({each.reason})")


def untitled(part: Part, translate: Translate) -> str:
    """What a part that has no title is called."""
    return translate("Annexes") if part.annexes else translate("Part without a title")


def steps(translate: Translate) -> dict[str, str]:
    """What the states that are not done ask of a translator."""
    return {
        "fuzzy": translate("It may no longer fit: compare it with the source, mend it and take the fuzzy mark away."),
        "untranslated": translate("Translate it."),
        "waiting": translate("Nothing yet: it is translated from another translation, which is to come first."),
    }


def without_id(count: int, voice: Voice) -> str:
    """That texts are in none of the numbers, and what to do."""
    translate = voice.translate
    said = translate("Texts without an ID, not counted: {count}. Run: assembler ids")
    return said.format(count=voice.number(count))


def change_names(translate: Translate) -> dict[str, str]:
    return {
        "new": translate("source is new"),
        "source-changed": translate("source changed"),
        "removed": translate("source removed"),
        "state-changed": translate("state changed"),
        "translation-changed": translate("translation changed"),
    }
