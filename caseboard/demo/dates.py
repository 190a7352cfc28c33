"""The dates of the demo: a series of two moderators that goes on for months, with its holidays dropped."""

from datetime import date, time, timedelta

from caseboard import clock
from caseboard.anonymize import SafeText
from caseboard.demo.cast import Cast
from caseboard.models import Case, Rhythm, Series, SessionSlot, User
from caseboard.policy import inviting
from caseboard.sessions.phases import USUAL
from caseboard.sessions.planning import series
from caseboard.sessions.planning.recurrence import OnHoliday, Pattern

NAME = "Fallberatung Rhön und Saale"
WALL_TIME = time(10, 0)
WEDNESDAY = 2


def make_series(cast: Cast, moderator: User, case: Case) -> Series:
    """Every second Wednesday at ten from next week on; a second moderator can stand in, also for this case."""
    beside = next(one for one in cast.moderators() if inviting.may_lead_beside(one, case, moderator))
    frame = series.Frame(SafeText.trusted(NAME), USUAL, beside.id, video_link="https://video.example/rhoen-saale")
    pattern = Pattern(Rhythm.WEEKS, 2, first_day(), WALL_TIME, 45, count=14, on_holiday=OnHoliday.DROP)
    return series.make(moderator, frame, pattern)


def first_free(made: Series) -> SessionSlot:
    """The first date that takes place."""
    return next(slot for slot in made.slots if slot.cancelled_at is None)


def first_day() -> date:
    """A Wednesday of next week."""
    return clock.today() + timedelta(days=(WEDNESDAY - clock.today().weekday()) % 7 + 7)
