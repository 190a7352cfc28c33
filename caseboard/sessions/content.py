"""What a consultation holds that several of its people read: the case, who takes part, and what is revealed."""

from collections.abc import Set

from sqlalchemy import Select, select

from caseboard.db import db
from caseboard.models import (
    Case,
    CaseSession,
    Jobcenter,
    Perspective,
    PerspectiveState,
    SeatState,
    SessionKind,
    Theme,
    User,
)
from caseboard.sessions.live import sheet as board
from caseboard.sessions.views import CaseText, Person, PerspectiveView, ThemeLine
from caseboard.sessions.wording import PARTS, SEATS
from caseboard.sessions.written import queries as written


def case_text(case: Case, language: str) -> CaseText:
    return CaseText(
        id=case.id,
        title=case.title or "",
        key_question=case.key_question,
        situation=case.situation or "",
        attempts=case.attempts,
        hope=case.hope,
        themes=themes(case, language),
    )


def themes(case: Case, language: str) -> tuple[ThemeLine, ...]:
    rows = db.session.scalars(select(Theme).where(Theme.id.in_(case.theme_ids)))
    lines = [ThemeLine(row.id, row.name_de if language == "de" else row.name_en) for row in rows]
    return tuple(sorted(lines, key=lambda line: line.name))


def person(user_id: str | None) -> Person | None:
    user = db.session.get(User, user_id) if user_id else None
    return Person(user.name, user.jobcenter.name) if user else None


def people(case_session: CaseSession, states: Set[SeatState]) -> tuple[Person, ...]:
    seats = {seat.user_id: seat for seat in case_session.seats if seat.state in states}
    rows = db.session.scalars(select(User).where(User.id.in_(seats)).order_by(User.name))
    return tuple(
        Person(row.name, row.jobcenter.name, SEATS[seats[row.id].state], PARTS[seats[row.id].part]) for row in rows
    )


def revealed(case_session: CaseSession, language: str) -> tuple[PerspectiveView, ...]:
    """The revealed perspectives by house; neither their order nor anything else says who wrote first."""
    if case_session.revealed_at is None:
        return ()
    if case_session.kind is SessionKind.LIVE:
        return board.kept(case_session)
    wanted: Select[tuple[Perspective, str]] = (
        select(Perspective, Jobcenter.name)
        .join(Jobcenter, Jobcenter.id == Perspective.jobcenter_id)
        .where(Perspective.session_id == case_session.id, Perspective.state == PerspectiveState.REVEALED)
        .order_by(Jobcenter.name, Perspective.id)
    )
    names = written.consulting_names(case_session, language)
    shown = [
        PerspectiveView(house, row.text, names.get(row.phase_key or "", ""))
        for row, house in db.session.execute(wanted)
    ]
    order = list(names.values())
    return tuple(sorted(shown, key=lambda one: order.index(one.phase) if one.phase else -1))
