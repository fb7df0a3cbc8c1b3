"""What a person says of a translation: that it was reviewed, that it is not right yet, or that it is right.

The three make a round: from `translated` to `reviewed` and back, to `fuzzy` and back. A mark is put on what stands in
the catalog; whether it may be is for the caller to look at.
"""

from __future__ import annotations

from enum import Enum

from assembler.catalog.model import Entry, Reason, revised, seal


class Mark(Enum):
    REVIEWED = "reviewed"
    FUZZY = "fuzzy"
    TRANSLATED = "translated"


def marked(entry: Entry, mark: Mark) -> Entry:
    """The entry with the mark; the very same one where it has it already.

    `REVIEWED` seals source and translation as they are; `FUZZY` keeps the reason that there is; `TRANSLATED` takes
    away what either of them has put there. That a conflict with a parallel version was decided so is left for the next
    update to see, which keeps the other side.
    """
    match mark:
        case Mark.REVIEWED:
            return revised(entry, reviewed=seal(entry.source, entry.translation))
        case Mark.FUZZY if entry.fuzzy:
            return entry
        case Mark.FUZZY:
            reason = entry.reason if entry.reason is Reason.CONFLICT else Reason.MARKED
            return revised(entry, fuzzy=True, reason=reason, reviewed="")
        case Mark.TRANSLATED if entry.reason is Reason.CONFLICT and entry.base is not None:
            return revised(entry, fuzzy=False, reviewed="")
        case Mark.TRANSLATED:
            nothing = {"previous": None, "reason": Reason.UNKNOWN, "made": "", "offered": "", "reviewed": ""}
            return revised(entry, fuzzy=False, **nothing)
