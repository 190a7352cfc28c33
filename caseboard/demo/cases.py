"""The cases of the demo: written, stripped, checked and released like any other, each on a day of its own."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from caseboard import clock
from caseboard.airlock import safe
from caseboard.cases import service, stripping
from caseboard.cases.checks import service as checks
from caseboard.demo import texts
from caseboard.demo.cast import Cast
from caseboard.models import Case, CaseState
from caseboard.models.case import Light

FIELDS = ("title", "situation", "attempts", "key_question", "hope")
SEND_BACK = "Die Schilderung ist gut zu lesen. Bitte den Verein und das Ehrenamt noch allgemeiner beschreiben."

RECURRING = frozenset({"mobilitaet", "kinderbetreuung", "energie"})

NEW = (CaseState.SUBMITTED, CaseState.CHECKED, CaseState.RELEASED, CaseState.SENT_BACK)
"""How far the newest cases have come, in turn, unless a consultation needs them released."""


def write_all(cast: Cast, discussed: set[str], progress: Callable[[], None]) -> dict[str, Case]:
    """Write every case; gives the released ones by their key.

    Args:
        cast: who plays which part.
        discussed: keys of cases that a consultation follows for.
        progress: called after each case.
    """
    released: dict[str, Case] = {}
    new = 0
    for number, row in enumerate(texts.read("cases")):
        aim = CaseState.RELEASED
        if row["months_ago"] == 0 and row["key"] not in discussed:
            aim, new = NEW[new % len(NEW)], new + 1
        case = _write(cast, row, day=_day(row, number), aim=aim)
        if case.state is CaseState.RELEASED:
            released[row["key"]] = case
        progress()
    return released


def _day(row: dict[str, Any], number: int) -> datetime:
    """A working morning so many months ago; cases of the same month spread over it."""
    days = 30 * row["months_ago"] + (number * 7 % 23 if row["months_ago"] else number % 4) + 3
    day = clock.now().replace(hour=8, minute=7 * number % 60, second=0, microsecond=0) - timedelta(days=days)
    return day - timedelta(days=max(0, day.weekday() - 4))


def _ticked(themes: list[str]) -> list[str]:
    """What the author ticks: what the case is mainly about, and what else the network should hear of."""
    return [themes[0], *(theme for theme in themes[1:] if theme in RECURRING)]


def _write(cast: Cast, row: dict[str, Any], *, day: datetime, aim: CaseState) -> Case:
    fields = {name: row.get(name, "").strip() for name in FIELDS}
    stripped = stripping.read(fields, known=row.get("known", ())).stripped
    confirmed = service.Confirmed(stripped, theme_ids=_ticked(row["themes"]))
    author = cast.next_of(row["jobcenter"])
    if row.get("risky") or stripped.risk.light == Light.RED:
        return service.keep(author, confirmed)
    with clock.at(day):
        case = service.submit(author, confirmed)
    return _check(cast, case, day, aim)


def _check(cast: Cast, case: Case, day: datetime, aim: CaseState) -> Case:
    """Take a submitted case as far as `aim`: two working mornings, two people."""
    if aim is CaseState.SUBMITTED:
        return case
    with clock.at(day + timedelta(days=1)):
        if aim is CaseState.SENT_BACK:
            checks.send_back(cast.checker(case), case, safe(SEND_BACK))
            return case
        checks.pass_check(cast.checker(case), case)
    if aim is CaseState.CHECKED:
        return case
    with clock.at(day + timedelta(days=2)):
        checks.pass_check(cast.checker(case), case, checks.open_reasons(case))
    return case
