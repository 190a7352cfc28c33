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

UNDER_WAY = {
    "fassade-mit-blumenkasten": (CaseState.SUBMITTED, 6),
    "pflegedienst-kupplung": (CaseState.CHECKED, 8),
    "drei-minijobs": (CaseState.SUBMITTED, 1),
    "dritter-abbruch": (CaseState.SENT_BACK, 4),
    "freitag-halb-zehn-am-tor": (CaseState.CHECKED, 2),
}
"""The newest cases: how far each has come, and how many days ago it was handed in; two have waited too long."""


def write_all(cast: Cast, progress: Callable[[], None]) -> dict[str, Case]:
    """Write every case, the oldest first; gives the released ones by their key."""
    released: dict[str, Case] = {}
    days = {row["key"]: _day(row, number) for number, row in enumerate(texts.read("cases"))}
    for row in sorted(texts.read("cases"), key=lambda row: days[row["key"]]):
        aim, _days = UNDER_WAY.get(row["key"], (CaseState.RELEASED, 0))
        case = _write(cast, row, day=days[row["key"]], aim=aim)
        if case.state is CaseState.RELEASED:
            released[row["key"]] = case
        progress()
    return released


def _day(row: dict[str, Any], number: int) -> datetime:
    """A working morning so many months ago; cases of the same month spread over it."""
    if row["key"] in UNDER_WAY:
        return clock.now() - timedelta(days=UNDER_WAY[row["key"]][1])
    days = 30 * row["months_ago"] + (number * 7 % 23 if row["months_ago"] else number % 4) + 3
    day = clock.now().replace(hour=8, minute=7 * number % 60, second=0, microsecond=0) - timedelta(days=days)
    return day - timedelta(days=max(0, day.weekday() - 4))


def _ticked(themes: list[str]) -> list[str]:
    """What the author ticks: what the case is mainly about, and what else the network should hear of."""
    return [themes[0], *(theme for theme in themes[1:] if theme in RECURRING)]


def _write(cast: Cast, row: dict[str, Any], *, day: datetime, aim: CaseState) -> Case:
    fields = {name: row.get(name, "").strip() for name in FIELDS}
    stripped = stripping.read(fields, known=row.get("known", ())).stripped
    group = row.get("client_group")
    confirmed = service.Confirmed(stripped, theme_ids=_ticked(row["themes"]), client_group=group)
    author = cast.author_of(row)
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
