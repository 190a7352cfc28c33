"""The days of a written round as tables: over weekends, public holidays, extensions and the clock change."""

from datetime import date, datetime, timedelta

import pytest

from caseboard import clock
from caseboard.models import CaseSession, SessionKind, SessionState
from caseboard.reference import shipped
from caseboard.sessions.phases import USUAL, Agenda, freeze, read_agenda
from caseboard.sessions.written import timetable

PROCESSES = {row["id"]: row["phases"] for row in shipped("processes")["processes"]}


def rows(name: str) -> list[dict]:
    """The written phases of a process as it comes with the program."""
    return freeze(PROCESSES[name], SessionKind.WRITTEN)


def agenda(name: str) -> Agenda:
    """The same, read."""
    return read_agenda(rows(name))


def day(text: str) -> date:
    """A weekday, day and month, such as "Mon 11.01.2027"; the weekday must be right."""
    found = datetime.strptime(text, "%a %d.%m.%Y").date()  # noqa: DTZ007 - a day on the wall
    assert found.strftime("%a") == text[:3], text
    return found


def evening(text: str) -> datetime:
    """Six o'clock on that day in Berlin."""
    return datetime.combine(day(text), timetable.ENDS_AT, clock.BERLIN)


def round_of(name: str, ends: str, *, phase: str = "consultation", urgent: bool = False) -> CaseSession:
    """A running round that ends on this evening."""
    return CaseSession(
        kind=SessionKind.WRITTEN,
        state=SessionState.RUNNING,
        agenda=rows(name),
        phase=phase,
        ends_at=evening(ends),
        urgent=urgent,
        seats=[],
    )


@pytest.mark.parametrize(
    ("begins", "urgent", "ends"),
    [
        ("Mon 11.01.2027", False, "Mon 18.01.2027"),
        ("Wed 13.01.2027", False, "Wed 20.01.2027"),
        ("Fri 15.01.2027", False, "Fri 22.01.2027"),
        ("Sat 16.01.2027", False, "Fri 22.01.2027"),
        ("Sun 17.01.2027", False, "Fri 22.01.2027"),
        ("Wed 23.12.2026", False, "Thu 31.12.2026"),  # Christmas
        ("Wed 24.03.2027", False, "Fri 02.04.2027"),  # Good Friday and Easter Monday
        ("Thu 25.03.2027", True, "Wed 31.03.2027"),  # the last days before summer time
        ("Mon 11.01.2027", True, "Wed 13.01.2027"),
        ("Thu 14.01.2027", True, "Mon 18.01.2027"),
        ("Fri 15.01.2027", True, "Tue 19.01.2027"),
        ("Sun 17.01.2027", True, "Tue 19.01.2027"),
    ],
)
def test_a_round_ends_after_five_working_days_and_an_urgent_one_after_two(begins: str, urgent: bool, ends: str) -> None:
    assert timetable.planned_end(agenda(USUAL), day(begins), urgent=urgent) == evening(ends)


@pytest.mark.parametrize(
    ("name", "begins", "ends"),
    [
        (USUAL, "Thu 14.01.2027", {"consultation": "Thu 21.01.2027"}),
        (
            "questions_first",
            "Thu 14.01.2027",
            {"questions": "Fri 15.01.2027", "probing": "Mon 18.01.2027", "consultation": "Thu 21.01.2027"},
        ),
        (
            "turns",
            "Thu 14.01.2027",
            {
                "questions": "Fri 15.01.2027",
                "hypotheses": "Mon 18.01.2027",
                "ideas": "Wed 20.01.2027",
                "warnings": "Thu 21.01.2027",
            },
        ),
        (
            "turns",
            "Mon 04.01.2027",  # Epiphany is on the Wednesday
            {
                "questions": "Tue 05.01.2027",
                "hypotheses": "Thu 07.01.2027",
                "ideas": "Mon 11.01.2027",
                "warnings": "Tue 12.01.2027",
            },
        ),
        (
            "turns",
            "Thu 22.10.2026",  # back to winter time in the night to Sunday
            {
                "questions": "Fri 23.10.2026",
                "hypotheses": "Mon 26.10.2026",
                "ideas": "Wed 28.10.2026",
                "warnings": "Thu 29.10.2026",
            },
        ),
    ],
)
def test_every_phase_has_its_evening(name: str, begins: str, ends: dict[str, str]) -> None:
    last = timetable.planned_end(agenda(name), day(begins), urgent=False)
    found = timetable.ends(agenda(name), last, urgent=False)
    assert found == {key: evening(when) for key, when in ends.items()}


@pytest.mark.parametrize(
    ("ends", "today", "days", "new"),
    [
        ("Thu 21.01.2027", "Tue 19.01.2027", 1, "Fri 22.01.2027"),
        ("Thu 21.01.2027", "Tue 19.01.2027", 2, "Mon 25.01.2027"),
        ("Fri 22.01.2027", "Fri 22.01.2027", 1, "Mon 25.01.2027"),
        ("Fri 22.01.2027", "Sat 23.01.2027", 1, "Mon 25.01.2027"),  # over already: from today
        ("Fri 22.01.2027", "Wed 27.01.2027", 2, "Fri 29.01.2027"),
        ("Thu 31.12.2026", "Wed 30.12.2026", 3, "Thu 07.01.2027"),  # New Year and Epiphany
    ],
)
def test_extending_adds_working_days(ends: str, today: str, days: int, new: str) -> None:
    with clock.at(evening(today) + timedelta(hours=1)):
        assert timetable.extended(evening(ends), days) == evening(new)


@pytest.mark.parametrize(
    ("phase", "end"),
    [
        ("questions", "Fri 22.01.2027"),
        ("hypotheses", "Mon 25.01.2027"),
        ("ideas", "Wed 27.01.2027"),
        ("warnings", "Thu 28.01.2027"),
    ],
)
def test_extending_moves_the_present_phase_and_all_that_follow(phase: str, end: str) -> None:
    # given a round that was to end on a Thursday, when it gets five more working days
    meeting = round_of("turns", "Thu 28.01.2027", phase=phase)
    # then each phase ends a week later than it would have
    assert timetable.phase_end(meeting) == evening(end)


@pytest.mark.parametrize(
    ("name", "phase", "urgent", "ends", "reminds"),
    [
        (USUAL, "consultation", False, "Thu 21.01.2027", "Tue 19.01.2027"),
        (USUAL, "consultation", False, "Mon 18.01.2027", "Thu 14.01.2027"),
        (USUAL, "consultation", False, "Tue 19.01.2027", "Fri 15.01.2027"),
        (USUAL, "consultation", True, "Tue 19.01.2027", "Mon 18.01.2027"),
        (USUAL, "consultation", True, "Mon 18.01.2027", "Fri 15.01.2027"),
        ("turns", "hypotheses", False, "Thu 21.01.2027", "Mon 18.01.2027"),  # a single day: its last
        ("turns", "ideas", False, "Thu 21.01.2027", "Tue 19.01.2027"),
        ("turns", "warnings", False, "Thu 21.01.2027", "Thu 21.01.2027"),
    ],
)
def test_people_are_reminded_up_to_two_working_days_before_a_phase_ends(
    name: str, phase: str, urgent: bool, ends: str, reminds: str
) -> None:
    assert timetable.reminds_on(round_of(name, ends, phase=phase, urgent=urgent)) == day(reminds)


@pytest.mark.parametrize(
    ("name", "urgent", "fits"),
    [(USUAL, True, True), ("questions_first", True, False), ("turns", True, False), ("turns", False, True)],
)
def test_an_urgent_round_takes_no_process_with_more_phases_than_days(name: str, urgent: bool, fits: bool) -> None:
    assert timetable.fits_its_days(agenda(name), urgent=urgent) is fits


@pytest.mark.parametrize(
    ("phase", "before", "after"),
    [
        ("questions", None, "hypotheses"),
        ("hypotheses", "questions", "ideas"),
        ("warnings", "ideas", None),
        ("closing", None, None),
    ],
)
def test_phases_follow_each_other_until_all_is_revealed(phase: str, before: str | None, after: str | None) -> None:
    meeting = round_of("turns", "Thu 21.01.2027", phase=phase)
    beside = (timetable.preceding(meeting), timetable.following(meeting))
    assert tuple(one.key if one else None for one in beside) == (before, after)
