"""What the tests of dates put on the stage: a series with some dates, and a case planned into one of them."""

from dataclasses import dataclass, field
from datetime import date, time

from caseboard import clock
from caseboard.db import db
from caseboard.models import Case, CaseSession, Rhythm, Series, SessionKind, SessionSlot
from caseboard.sessions import service
from caseboard.sessions.planning import series
from caseboard.sessions.planning.recurrence import Pattern
from tests.actors import Actor, Stage
from tests.rooms.sessions_stage import released_case, safe

LINK = "https://video.example/raum"


@dataclass
class Dates:
    """A weekly series of two moderators, from the Tuesday in two weeks on."""

    stage: Stage
    count: int = 4
    moderator: Actor = field(init=False)
    second: Actor = field(init=False)
    author: Actor = field(init=False)
    advisers: list[Actor] = field(init=False)
    id: str = field(init=False)

    def __post_init__(self) -> None:
        """Everybody takes their place."""
        self.moderator, self.second = self.stage.moderator("nes"), self.stage.moderator("has")
        self.author = self.stage.case_manager("kg")
        self.advisers = [self.stage.case_manager(key) for key in ("msp", "kt", "mil")]
        frame = series.Frame(safe("Fallberatung Rhön"), "six_phases", self.second.user_id, video_link=LINK)
        pattern = Pattern(Rhythm.WEEKS, 1, self.first_day, time(9, 30), 60, count=self.count)
        self.id = series.make(self.moderator.user, frame, pattern).id

    @property
    def first_day(self) -> date:
        """A day that is far enough away."""
        return clock.today() + clock.timedelta(days=14)

    @property
    def row(self) -> Series:
        """The series, fresh from the database."""
        db.session.rollback()
        return db.session.get_one(Series, self.id)

    @property
    def slots(self) -> list[SessionSlot]:
        """Its dates, fresh from the database."""
        return list(self.row.slots)

    def case(self) -> Case:
        """A released case that waits."""
        return db.session.get_one(Case, released_case(self.stage, self.author))

    def plan(self, number: int = 0, **more: object) -> service.Plan:
        """What somebody plans for one of the dates."""
        slot = self.slots[number]
        given = {"adviser_ids": frozenset(adviser.user_id for adviser in self.advisers), "least_perspectives": 1}
        dated = {"starts_at": slot.starts_at, "slot_id": slot.id, "video_link": LINK}
        return service.Plan(SessionKind.LIVE, **{**given, **dated, **more})

    def planned(self, number: int = 0, **more: object) -> str:
        """A consultation on one of the dates; its id."""
        return service.plan(self.moderator.user, self.case(), self.plan(number, **more)).id

    def meeting(self, session_id: str) -> CaseSession:
        """A consultation, fresh from the database."""
        db.session.rollback()
        return db.session.get_one(CaseSession, session_id)

    def accepts(self, adviser: Actor, session_id: str) -> None:
        """Somebody takes part."""
        service.answer(adviser.user, self.meeting(session_id), accepts=True)
