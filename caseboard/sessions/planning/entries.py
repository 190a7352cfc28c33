"""What stands in the calendar of somebody who leads or accepted: dates and links, never a word of the case."""

from datetime import timedelta

from flask import current_app, url_for
from flask_babel import gettext as _
from sqlalchemy import select

from caseboard import clock
from caseboard.db import db
from caseboard.models import CaseSession, Series, SessionKind, SessionSlot, SessionState, User
from caseboard.policy import finding
from caseboard.policy import sessions as rules
from caseboard.sessions.planning.ics import Entry, calendar

KEPT = timedelta(days=60)
"""How long past dates stay in the feed."""


def of_session(case_session: CaseSession) -> bytes:
    """One consultation.

    Raises:
        NotFound: it rests.
    """
    rules.require_awake(case_session)
    return calendar([_entry(case_session)], _("Case consultation"))


def of_person(user: User) -> bytes:
    """Every consultation that this person leads or accepted; what was called off says so, for whoever has a copy."""
    found = [
        row
        for wanted in (finding.dated_sessions(user), finding.called_off_dates(user))
        for row in db.session.scalars(wanted.where(CaseSession.ends_at > clock.now() - KEPT))
    ]
    ordered = sorted(found, key=lambda row: (row.starts_at, row.id))
    return calendar(map(_entry, ordered), _("Case consultation"))


def _entry(case_session: CaseSession) -> Entry:
    written = case_session.kind is SessionKind.WRITTEN
    series = _series(case_session)
    title = _("Case consultation") + (f" · {series}" if series else "")
    # the address comes from the settings: a forged host must not get into anybody's calendar
    address = current_app.config["SERVER_URL"].rstrip("/") + url_for("sessions.show", id=case_session.id)
    return Entry(
        uid=case_session.id,
        # never the row's own version and time: those would tell when somebody asked, answered or wrote
        stamp=case_session.date_changed_at or case_session.created_at,
        sequence=case_session.date_version,
        title=_("Case consultation: last day of a written round") if written else title,
        starts_at=case_session.starts_at,
        ends_at=case_session.ends_at,
        url=address,
        text=_("What it is about stands in Caseboard alone."),
        video_link=case_session.video_link,
        all_day=case_session.ends_at.astimezone(clock.BERLIN).date() if written else None,
        is_off=case_session.state is SessionState.CANCELLED,
    )


def _series(case_session: CaseSession) -> str | None:
    found = select(Series.name).join(SessionSlot, SessionSlot.series_id == Series.id)
    return db.session.scalar(found.where(SessionSlot.session_id == case_session.id))
