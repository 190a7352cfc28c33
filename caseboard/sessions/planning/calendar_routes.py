"""The addresses of calendar files: one consultation, and the private feed behind a secret address."""

from flask import Response as FlaskResponse
from flask import current_app, flash, redirect, render_template, url_for
from flask_babel import force_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from caseboard import guard, policy
from caseboard.errors import NotFound
from caseboard.models import CaseSession
from caseboard.policy import finding
from caseboard.sessions.blueprint import bp
from caseboard.sessions.planning import entries, feed, queries


@bp.get("/beratungen/<id>/termin.ics")
@guard.loads(CaseSession, may=finding.may_keep_the_date)
def calendar_file(case_session: CaseSession) -> Response:
    """One consultation as a calendar file."""
    return _file(entries.of_session(case_session), "fallberatung.ics")


@bp.get("/konto/kalender")
@guard.rule(policy.consults)
def calendar() -> str:
    """Whether there is a private calendar address, and what it shows to whom."""
    return render_template("sessions/planning/calendar.html", feed=queries.feed(guard.viewer()), address=None)


@bp.post("/konto/kalender/erneuern")
@guard.rule(policy.consults)
def renew_calendar() -> str:
    """A new address, shown this once."""
    token = feed.renew(guard.viewer())
    address = current_app.config["SERVER_URL"].rstrip("/") + url_for(".calendar_feed", token=token)
    return render_template("sessions/planning/calendar.html", feed=queries.feed(guard.viewer()), address=address)


@bp.post("/konto/kalender/abschalten")
@guard.rule(policy.consults)
def remove_calendar() -> Response:
    """Let the address stop working."""
    feed.remove(guard.viewer())
    flash(_("The calendar address works no more."), "success")
    return redirect(url_for(".calendar"), 303)


@bp.get("/kalender/<token>.ics")
@guard.open_to_all  # calendar programmes cannot sign in: whoever knows the secret address reads the dates
def calendar_feed(token: str) -> Response:
    """The dates of one person, for calendar programmes."""
    user = feed.owner(token)
    if user is None:
        raise NotFound
    with force_locale(user.language):
        return _file(entries.of_person(user), "caseboard.ics")


def _file(content: bytes, name: str) -> Response:
    answer = FlaskResponse(content, mimetype="text/calendar")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
