"""The worker: sends what waits in the outbox and does what is due, beside the web application."""

import logging
import random
import smtplib
import threading
from collections.abc import Callable, Sequence
from datetime import timedelta
from email.message import EmailMessage

from flask import Flask, current_app
from flask_babel import force_locale, gettext
from sqlalchemy import Select, delete, select
from sqlalchemy.exc import OperationalError

from caseboard import clock
from caseboard.db import command, db
from caseboard.errors import CaseboardError
from caseboard.models import OutboxMail, User
from caseboard.notices import WORDINGS

log = logging.getLogger(__name__)
KEPT = timedelta(days=7)
MOST_ATTEMPTS = 12


Job = Callable[[], object]
LongJob = Callable[[Callable[[], bool]], object]
"""A job of minutes, which asks now and then whether the worker is to end, and then ends as well."""


def run(
    app: Flask,
    jobs: Sequence[Job],
    stop: threading.Event,
    every: float = 2.0,
    quick: Sequence[Job] = (),
    long: Sequence[LongJob] = (),
) -> None:
    """Send mail and do what somebody waits for every few seconds, run the due jobs every minute, until told to stop."""
    rounds, beside = 0, Beside(app, long, stop)
    while not stop.is_set():
        is_minute = rounds % max(1, int(60 / every)) == 0
        if is_minute:
            beside.begin()
        with app.app_context():
            for job in (send_due, *quick, *(jobs if is_minute else ())):
                _attempt(job)
        rounds += 1
        stop.wait(every)
    beside.end()


class Beside:
    """The long jobs, one after the other in a single thread of their own, so that no mail waits for them.

    They share nothing with the rest of the worker but the database, on a connection of their own and with short write
    transactions, as if they were another process; and unlike one they need no second start of the application.
    """

    def __init__(self, app: Flask, jobs: Sequence[LongJob], stop: threading.Event) -> None:
        self._app, self._jobs, self._stop = app, jobs, stop
        self._thread: threading.Thread | None = None

    def begin(self) -> None:
        """Look after the jobs, unless that is still going on since last time."""
        if self._jobs and (self._thread is None or not self._thread.is_alive()):
            self._thread = threading.Thread(target=self._work, name="long jobs")
            self._thread.start()

    def end(self) -> None:
        """Wait until the job that is under way has heard that the worker ends."""
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        with self._app.app_context():
            for job in self._jobs:
                if not self._stop.is_set():
                    _attempt(job, self._stop.is_set)


def _attempt(job: Callable[..., object], *given: object) -> None:
    """A database that is busy, locked or just starting again is no reason to stop; the next round catches up."""
    try:
        job(*given)
    except (CaseboardError, OperationalError) as error:
        db.session.rollback()
        log.warning("%s did not run: %s", job.__name__, type(error).__name__)


def send_due() -> int:
    """Send every mail that is due, one transaction each; how many went out."""
    if not current_app.config["SMTP_HOST"]:
        return 0
    sent = 0
    while (mail_id := _claim()) is not None:
        sent += _send(mail_id)
    _forget_sent()
    return sent


@command
def _claim() -> int | None:
    """Take the next due mail and push its next try into the future, so that two workers never take the same one."""
    due: Select[tuple[OutboxMail]] = (
        select(OutboxMail)
        .where(OutboxMail.sent_at.is_(None), OutboxMail.due_at <= clock.now(), OutboxMail.attempts < MOST_ATTEMPTS)
        .order_by(OutboxMail.due_at)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    mail = db.session.scalar(due)
    if mail is None:
        return None
    mail.attempts += 1
    # back-off with jitter: 1, 2, 4 … minutes, at most half a day
    minutes = min(2 ** (mail.attempts - 1), 720) * random.uniform(0.8, 1.2)  # noqa: S311 - no secret hangs on it
    mail.due_at = clock.now() + timedelta(minutes=minutes)
    return mail.id


def _send(mail_id: int) -> int:
    mail = db.session.get(OutboxMail, mail_id)
    user = db.session.get(User, mail.user_id) if mail else None
    if mail is None or user is None:
        return 0
    message = letter(mail, user)
    try:
        with smtplib.SMTP(current_app.config["SMTP_HOST"], current_app.config["SMTP_PORT"], timeout=20) as server:
            server.send_message(message)
    except (OSError, smtplib.SMTPException) as error:
        log.warning("mail %s not sent: %s", mail_id, type(error).__name__)
        return 0
    _sent(mail_id)
    return 1


@command
def _sent(mail_id: int) -> None:
    mail = db.session.get(OutboxMail, mail_id)
    if mail is not None:
        mail.sent_at = clock.now()


@command
def _forget_sent() -> None:
    db.session.execute(delete(OutboxMail).where(OutboxMail.sent_at < clock.now() - KEPT))


def letter(mail: OutboxMail, user: User) -> EmailMessage:
    """One mail to one person: a sentence and a link, no case text."""
    message = EmailMessage()
    with force_locale(user.language):
        sentence = str(WORDINGS[mail.kind].sentence)
        message["Subject"] = f"Caseboard: {sentence}"
        message.set_content(
            "\n\n".join(
                (
                    gettext("Hello %(name)s,", name=user.name),
                    sentence,
                    gettext("Look here: %(url)s", url=current_app.config["SERVER_URL"]),
                    gettext("This mail holds no case text on purpose."),
                )
            )
        )
    message["From"] = current_app.config["MAIL_FROM"]
    message["To"] = user.email
    message["Message-ID"] = f"<{mail.message_id}@caseboard>"
    return message
