"""What an update did, unit by unit: the account that is shown to the user at its end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from assembler.catalog.model import Reason


class Event(Enum):
    """What happened to a unit of one language. One of `FIRST` for every unit, the others beside it."""

    KEPT = "kept"
    NEW = "new"
    """Without words. A new unit that is offered some is fuzzy, as suggested or split."""
    RENEWED = "renewed"
    """Not translated yet; it now shows the new source."""
    FUZZY = "fuzzy"
    """It became so in this update, or was offered words: of a split, a join, the same text elsewhere."""
    TYPOGRAPHY = "typography"
    MINOR = "minor"
    RETURNED = "returned"
    """The source is again the one that the translation was made from."""
    CONFIRMED = "confirmed"
    """A translator has taken the fuzzy flag away."""
    WAITING = "waiting"
    TAKEN = "taken"
    """It has the text of a parallel version now."""
    TURNED = "turned"
    """The section has another original language now; the translation was the original before."""
    MOVED = "moved"
    RESTORED = "restored"
    RETIRED = "retired"
    ASIDE = "aside"
    """It had a second translation, which is kept as an obsolete entry."""
    DROPPED = "dropped"
    """Removed from the sources and never translated."""


FIRST = (
    Event.KEPT,
    Event.NEW,
    Event.RENEWED,
    Event.FUZZY,
    Event.TYPOGRAPHY,
    Event.MINOR,
    Event.RETURNED,
    Event.CONFIRMED,
    Event.WAITING,
    Event.TAKEN,
    Event.TURNED,
)
"""Every unit met one of these."""


class Account(Struct, frozen=True):
    """The IDs of every event in the order of the sources; `fuzzy` by reason. Fit for JSON as it is."""

    kept: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    renewed: tuple[str, ...] = ()
    fuzzy: dict[str, tuple[str, ...]] = {}
    typography: tuple[str, ...] = ()
    minor: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    turned: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    restored: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    def corrected(self, events: Mapping[str, Event], reason: Reason) -> Account:
        """The account where these units met another of the `FIRST` events; the `reason` is that of fuzzy ones."""
        if not events:
            return self
        firsts = [event for event in FIRST if event is not Event.FUZZY]
        plain = {event.value: _instead(getattr(self, event.value), event, events) for event in firsts}
        fuzzy = {each: tuple(id for id in ids if id not in events) for each, ids in self.fuzzy.items()}
        now_fuzzy = tuple(id for id, event in events.items() if event is Event.FUZZY)
        fuzzy[reason.value] = (*fuzzy.get(reason.value, ()), *now_fuzzy)
        return replace(self, fuzzy={each: ids for each, ids in sorted(fuzzy.items()) if ids}, **plain)

    def changes(self) -> dict[str, tuple[str, ...]]:
        """The IDs of every event by the names of `counts`, but for what was kept or waits."""
        quiet = (Event.FUZZY, Event.KEPT, Event.WAITING)
        plain = {event.value: tuple(getattr(self, event.value)) for event in Event if event not in quiet}
        by_reason = {f"fuzzy:{reason}": ids for reason, ids in self.fuzzy.items()}
        return {name: ids for name, ids in (plain | by_reason).items() if ids}

    def counts(self) -> dict[str, int]:
        """How many units met each event, fuzzy ones as `fuzzy:<reason>`; events that met none are left out."""
        plain = {event.value: len(getattr(self, event.value)) for event in Event if event is not Event.FUZZY}
        by_reason = {f"fuzzy:{reason}": len(ids) for reason, ids in self.fuzzy.items()}
        return {name: count for name, count in (plain | by_reason).items() if count}


def _instead(ids: tuple[str, ...], event: Event, events: Mapping[str, Event]) -> tuple[str, ...]:
    left = (id for id in ids if id not in events)
    return (*left, *(id for id, other in events.items() if other is event))


class Ledger:
    """The account while it is being written."""

    def __init__(self) -> None:
        self._ids: defaultdict[str, list[str]] = defaultdict(list)
        self._fuzzy: defaultdict[str, list[str]] = defaultdict(list)
        self._kept = self._ids[Event.KEPT.value]

    def note(self, event: Event, id: str, reason: Reason = Reason.UNKNOWN) -> None:
        if event is Event.FUZZY:
            self._fuzzy[reason.value].append(id)
        else:
            self._ids[event.value].append(id)

    def keep(self, id: str) -> None:
        """As `note` of what was kept, which is nearly everything."""
        self._kept.append(id)

    def closed(self) -> Account:
        plain = {event: tuple(ids) for event, ids in self._ids.items()}
        return Account(fuzzy={reason: tuple(ids) for reason, ids in sorted(self._fuzzy.items())}, **plain)
