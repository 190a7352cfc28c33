"""Everybody who could stand at a door, and every thing behind one, for the matrix of who may open what."""

from collections.abc import Callable
from datetime import time, timedelta
from typing import Any

from caseboard import clock
from caseboard.anonymize import SafeText
from caseboard.db import db
from caseboard.models import (
    AdviserGroup,
    AdviserGroupMember,
    Basis,
    Case,
    CaseExclusion,
    CaseSession,
    CaseState,
    Jobcenter,
    Measure,
    ModelRun,
    Proposal,
    ProposalState,
    ReportFile,
    Rhythm,
    Role,
    Seat,
    SeatState,
    Series,
    SessionKind,
    SessionSlot,
    SessionState,
    SignIn,
    Theme,
    ThemeCandidate,
    ThemeReport,
    ThemeSnapshot,
    ThemeState,
    User,
)
from caseboard.models.people import HouseKind
from caseboard.sessions.planning import feed
from caseboard.themes import publishing
from tests.actors import Actor, Stage, put
from tests.house.matrix_aftermath import THINGS as AFTERMATH
from tests.house.matrix_live import THINGS as LIVE
from tests.house.matrix_written import THINGS as WRITTEN

WHO: dict[str, tuple[str, Role]] = {
    "author": ("kg", Role.CASE_MANAGER),
    "colleague": ("kg", Role.CASE_MANAGER),
    "near": ("kg", Role.MODERATION),
    "reader": ("has", Role.CASE_MANAGER),
    "mod": ("nes", Role.MODERATION),
    "adviser": ("msp", Role.CASE_MANAGER),
    "runs": ("kt", Role.MODERATION),
    "left": ("mil", Role.CASE_MANAGER),
    "leftmod": ("mil", Role.MODERATION),
    "leader": ("kg", Role.LEADERSHIP),
    "farleader": ("has", Role.LEADERSHIP),
    "admin": ("kg", Role.ADMINISTRATION),
    "faradmin": ("has", Role.ADMINISTRATION),
    "network": ("kt", Role.NETWORK_ADMINISTRATION),
    "officer": ("kg", Role.DATA_PROTECTION),
    "farofficer": ("has", Role.DATA_PROTECTION),
}
"""Each has one role. The case is from kg and leaves out mil; `runs` moderates its round, `adviser` has accepted,
`reader` is invited; `sameCounty` works in another house of the author's county."""


LAST_QUARTER = publishing.quarter_of(publishing.quarter_of(clock.today()) - timedelta(days=1)).isoformat()


class Cast:
    """The people, and the things that they try to get at."""

    def __init__(self, stage: Stage) -> None:
        put(Jobcenter(id="kgstadt", name="Jobcenter der Stadt", county="Bad Kissingen", kind=HouseKind.MUNICIPAL))
        self.stage = stage
        self.people: dict[str, Actor] = {name: stage.person(house, role) for name, (house, role) in WHO.items()}
        self.people["sameCounty"] = stage.person("kgstadt", Role.MODERATION)
        self.first, self.second = stage.case_manager("kg").user_id, stage.moderator("has").user_id

    def case(self, state: CaseState, **columns: Any) -> str:
        """A case of the author in this state."""
        out = state in {CaseState.RELEASED, CaseState.SCHEDULED, CaseState.DISCUSSED}
        gone = state is CaseState.WITHDRAWN
        row = Case(
            **{
                "author_id": self.people["author"].user_id,
                "jobcenter_id": "kg",
                "state": state,
                "title": None if gone else _safe("Ein Titel"),
                "situation": None if gone else _safe("Eine Lage"),
                "key_question": None if gone else _safe("Eine Frage?"),
                "light": "green",
                "anonymizer": "test",
                "house_checker_id": self.first if out or state is CaseState.CHECKED else None,
                "network_checker_id": self.second if out else None,
                "released_at": clock.now() if out else None,
                "exclusions": [CaseExclusion(jobcenter_id="mil")],
                **columns,
            }
        )
        put(row)
        return row.id

    def session(self, state: SessionState, **columns: Any) -> str:
        """A written round of a case: `adviser` has accepted, `reader` is asked, `runs` moderates."""
        case_id = self.case(CaseState.SCHEDULED, **columns)
        accepted, asked = (self.people[name].user_id for name in ("adviser", "reader"))
        row = CaseSession(
            case_id=case_id,
            case_jobcenter_id="kg",
            kind=SessionKind.WRITTEN,
            state=state,
            phase="consultation" if state is SessionState.RUNNING else "closing",
            moderator_id=self.people["runs"].user_id,
            moderator_came_at=clock.now(),
            starts_at=clock.now(),
            ends_at=clock.now() + timedelta(days=5),
            revealed_at=None if state is SessionState.RUNNING else clock.now(),
            seats=[Seat(user_id=accepted, state=SeatState.ACCEPTED), Seat(user_id=asked)],
        )
        put(row)
        return row.id

    def series(self) -> Series:
        """A series of `mod` with one free date; `runs` co-moderates it."""
        starts = clock.now() + timedelta(days=7)
        row = Series(
            moderator_id=self.people["mod"].user_id,
            co_moderator_id=self.people["runs"].user_id,
            name=_safe("Fallberatung"),
            process_id="six_phases",
            rhythm=Rhythm.WEEKS,
            weekday=1,
            wall_time=time(9, 30),
            minutes=60,
            first_day=starts.date(),
            count=1,
            slots=[SessionSlot(starts_at=starts, ends_at=starts + timedelta(hours=1))],
        )
        put(row)
        return row

    def group(self) -> str:
        """A group of `mod`."""
        members = [AdviserGroupMember(user_id=self.people["adviser"].user_id)]
        row = AdviserGroup(owner_id=self.people["mod"].user_id, name=_safe("Runde"), members=members)
        put(row)
        return row.id

    def calendar_address(self) -> str:
        """The secret of a calendar address of `adviser`."""
        return feed.renew(self.people["adviser"].user)

    def theme(self, *, flagged: bool = False, retired: bool = False) -> str:
        """The theme of the roads, as it stands after this week's count."""
        row = db.session.get_one(Theme, "mobilitaet")
        row.state, row.merged_into_id = ThemeState.RETIRED if retired else ThemeState.ACTIVE, None
        db.session.query(ThemeSnapshot).delete()
        basis = Basis.SIGNAL if flagged else None
        db.session.add(
            ThemeSnapshot(week=clock.today(), theme_id=row.id, flagged=flagged, basis=basis, standing="quiet")
        )
        db.session.commit()
        return "mobilitaet"

    def report(self) -> str:
        """The report of the last quarter, in which the theme of the roads recurs, and that nobody has written in."""
        key = self.theme(flagged=True)
        db.session.query(ReportFile).delete()
        db.session.query(ThemeReport).delete()
        db.session.query(ThemeSnapshot).one().quarters = {LAST_QUARTER: 10}
        db.session.commit()
        return key

    def merged_theme(self) -> str:
        """A theme that has become part of another one."""
        key = self.theme()
        row = db.session.get_one(Theme, key)
        row.state, row.merged_into_id = ThemeState.MERGED, "sucht"
        db.session.commit()
        return key

    def candidate(self) -> str:
        """Words that may be a theme."""
        row = ThemeCandidate(terms=["Lastenrad", "Anhänger"], houses=3)
        put(row)
        return row.id

    def run(self) -> str:
        """A reckoning that waits for the worker."""
        row = ModelRun(decides=True)
        put(row)
        return row.id

    def proposal(self, state: ProposalState) -> str:
        """A proposal that a moderator of nes has drafted."""
        borne = state is not ProposalState.DRAFT
        row = Proposal(
            theme_id="mobilitaet",
            state=state,
            basis=Basis.SIGNAL,
            title=_safe("Fahrdienst"),
            need=_safe("Wege"),
            idea=_safe("Bus"),
            evidence={},
            first_moderator_id=self.people["mod"].user_id,
            first_jobcenter_id="nes",
            second_moderator_id=self.people["runs"].user_id if borne else None,
            second_jobcenter_id="kt" if borne else None,
        )
        put(row)
        return row.id

    def measure(self) -> str:
        """A measure that no house leads yet."""
        row = Measure(
            proposal_id=self.proposal(ProposalState.RECOMMENDED), theme_id="mobilitaet", title=_safe("Fahrdienst")
        )
        put(row)
        return row.id

    def person(self, house: str, role: Role) -> str:
        """Somebody with an account."""
        return self.stage.person(house, role).user_id

    def sign_in(self) -> str:
        """Another browser of the author."""
        row = SignIn(token_hash=clock.now().isoformat(), user_id=self.people["author"].user_id)
        put(row)
        return row.id

    def signs_in_again(self, name: str) -> None:
        """Somebody who has just been signed out."""
        user_id = self.people[name].user_id
        assert db.session.get(User, user_id) is not None
        self.people[name] = Actor(user_id, self.stage.signed_in(user_id))


def _safe(text: str) -> SafeText:
    return SafeText.trusted(text)


THINGS: dict[str, Callable[[Cast], str]] = {
    "draft": lambda cast: cast.case(CaseState.DRAFT),
    "submitted": lambda cast: cast.case(CaseState.SUBMITTED),
    "elsewhere": lambda cast: cast.case(CaseState.SUBMITTED, checked_elsewhere=True, concerns_staff=True),
    "sent back": lambda cast: cast.case(CaseState.SENT_BACK),
    "checked": lambda cast: cast.case(CaseState.CHECKED),
    "released": lambda cast: cast.case(CaseState.RELEASED),
    "counts only": lambda cast: cast.case(CaseState.RELEASED, widespread=True),
    "paused": lambda cast: cast.case(CaseState.RELEASED, paused_at=clock.now()),
    "blocked": lambda cast: cast.case(CaseState.RELEASED, blocked_at=clock.now()),
    "scheduled": lambda cast: cast.case(CaseState.SCHEDULED),
    "withdrawn": lambda cast: cast.case(CaseState.WITHDRAWN),
    "running": lambda cast: cast.session(SessionState.RUNNING),
    "revealed": lambda cast: cast.session(SessionState.FINISHED),
    "called off": lambda cast: cast.session(SessionState.CANCELLED),
    "resting": lambda cast: cast.session(SessionState.RUNNING, paused_at=clock.now()),
    **AFTERMATH,
    **LIVE,
    **WRITTEN,
    "series": lambda cast: cast.series().id,
    "slot": lambda cast: cast.series().slots[0].id,
    "group": lambda cast: cast.group(),
    "calendar address": lambda cast: cast.calendar_address(),
    "theme": lambda cast: cast.theme(),
    "flagged": lambda cast: cast.theme(flagged=True),
    "retired": lambda cast: cast.theme(retired=True),
    "report": lambda cast: cast.report(),
    "merged": lambda cast: cast.merged_theme(),
    "candidate": lambda cast: cast.candidate(),
    "run": lambda cast: cast.run(),
    "proposal draft": lambda cast: cast.proposal(ProposalState.DRAFT),
    "proposal": lambda cast: cast.proposal(ProposalState.UNDER_REVIEW),
    "measure": lambda cast: cast.measure(),
    "person of kg": lambda cast: cast.person("kg", Role.CASE_MANAGER),
    "network administrator": lambda cast: cast.person("kg", Role.NETWORK_ADMINISTRATION),
    "sign-in": lambda cast: cast.sign_in(),
    "house": lambda _cast: "has",
    "process": lambda _cast: "six_phases",
    "nothing": lambda _cast: "0" * 32,
}
"""Each makes a fresh thing and says its id."""
