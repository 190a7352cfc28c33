"""Who was there: known from what people write, and corrected by the moderator afterwards."""

from sqlalchemy import select

from caseboard import clock
from caseboard.db import db
from caseboard.models import CaseSession, Perspective, SeatState


def note_writers(case_session: CaseSession) -> None:
    """Whoever wrote a perspective and has not stepped back since was there; for verbs, inside their transaction."""
    writers = set(db.session.scalars(select(Perspective.author_id).where(Perspective.session_id == case_session.id)))
    for seat in case_session.seats:
        if seat.user_id in writers and seat.state is SeatState.ACCEPTED and seat.attended_at is None:
            seat.attended_at = clock.now()
