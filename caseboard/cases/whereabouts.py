"""Where a case lies: whose turn it is, since when, and by which day; pure, from what the case says of itself."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from caseboard import clock
from caseboard.models import CaseState
from caseboard.policy.cases import check_due


class Turn(StrEnum):
    """Who has to do the next step."""

    AUTHOR = "author"
    HOUSE = "house"
    ELSEWHERE = "elsewhere"
    MODERATION = "moderation"
    ADVISERS = "advisers"
    OFFICER = "officer"
    THEMES = "themes"
    NOBODY = "nobody"


TURNS = {
    CaseState.DRAFT: Turn.AUTHOR,
    CaseState.SENT_BACK: Turn.AUTHOR,
    CaseState.SUBMITTED: Turn.HOUSE,
    CaseState.CHECKED: Turn.ELSEWHERE,
    CaseState.RELEASED: Turn.MODERATION,
    CaseState.SCHEDULED: Turn.ADVISERS,
}


@dataclass(frozen=True)
class Whereabouts:
    """Whose turn it is since `since`; `due` is the target where there is one."""

    turn: Turn
    since: date
    due: date | None = None
    overdue: bool = False


def whereabouts(
    state: CaseState,
    since: datetime,
    *,
    elsewhere: bool,
    halted: bool,
    revealed: datetime | None = None,
    counts_only: bool = False,
) -> Whereabouts:
    """Where a case lies.

    Args:
        state: where it stands.
        since: from when on.
        elsewhere: whether the first check is made outside the author's house too.
        halted: whether it is paused or blocked.
        revealed: since when the author can read the perspectives and say what helps.
        counts_only: whether nobody is to plan a consultation, because it only counts for its themes.
    """
    day = since.astimezone(clock.BERLIN).date()
    if halted:
        return Whereabouts(Turn.OFFICER, day)
    if revealed and state is CaseState.SCHEDULED:
        return Whereabouts(Turn.AUTHOR, revealed.astimezone(clock.BERLIN).date())
    turn = TURNS.get(state, Turn.NOBODY)
    if turn is Turn.MODERATION and counts_only:
        turn = Turn.THEMES
    if turn is Turn.HOUSE and elsewhere:
        turn = Turn.ELSEWHERE
    if turn not in {Turn.HOUSE, Turn.ELSEWHERE}:
        return Whereabouts(turn, day)
    due = check_due(since)
    return Whereabouts(turn, day, due, overdue=clock.today() > due)
