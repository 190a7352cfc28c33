"""Mail leaves by the worker alone, after the change it tells about is safe, and holds no case text."""

import smtplib
import threading
from datetime import timedelta
from email import message_from_bytes
from email.header import decode_header, make_header

import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError

from caseboard import clock, outbox, worker
from caseboard.db import command, db
from caseboard.errors import Unavailable
from caseboard.models import Notice, OutboxMail
from caseboard.notices import WORDINGS
from tests.actors import Stage
from tests.postbox import Postbox


@command
def _tell(user_id: str, kind: str = "case.released") -> None:
    outbox.tell([user_id], kind, "case:abc")


def test_the_worker_sends_what_a_change_told(stage: Stage, postbox: Postbox) -> None:
    # given a change that tells somebody
    reader = stage.case_manager("kg", name="Änne Öhrlein")
    _tell(reader.user_id)
    assert postbox.letters == []
    # when the worker comes by twice
    assert worker.send_due() == 1
    assert worker.send_due() == 0
    # then one letter went to one person, with a sentence and no more
    (letter,) = postbox.letters
    assert letter.rcpt_tos == [reader.user.email]
    mail = message_from_bytes(letter.content or b"")
    assert "freigegeben" in str(make_header(decode_header(mail["Subject"])))
    assert "Änne Öhrlein" in mail.get_payload(decode=True).decode()


def test_a_change_that_fails_tells_nobody(stage: Stage, postbox: Postbox) -> None:
    reader = stage.case_manager("kg")

    @command
    def fails() -> None:
        outbox.tell([reader.user_id], "case.released", "case:abc")
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        fails()
    assert worker.send_due() == 0
    assert db.session.query(Notice).count() == 0


def test_telling_twice_tells_once(stage: Stage) -> None:
    reader = stage.case_manager("kg")
    _tell(reader.user_id)
    _tell(reader.user_id)
    assert db.session.query(OutboxMail).count() == 1


def test_a_server_that_is_down_delays_the_mail_and_loses_nothing(
    app: Flask, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a mail server nobody answers at
    app.config.update(SMTP_HOST="127.0.0.1", SMTP_PORT=9)
    monkeypatch.setattr(smtplib.SMTP, "connect", _refuse)
    _tell(stage.case_manager("kg").user_id)
    # when the worker tries
    assert worker.send_due() == 0
    # then the mail waits, and its next try lies in the future
    mail = db.session.query(OutboxMail).one()
    assert (mail.sent_at, mail.attempts) == (None, 1)
    assert mail.due_at > clock.now()
    app.config.update(SMTP_HOST=None)


def test_sent_mail_is_forgotten_after_a_week(stage: Stage, postbox: Postbox) -> None:
    _tell(stage.case_manager("kg").user_id)
    worker.send_due()
    with clock.at(clock.now() + timedelta(days=8)):
        worker.send_due()
    assert db.session.query(OutboxMail).count() == 0


@pytest.mark.parametrize("kind", sorted(WORDINGS))
def test_every_kind_of_notice_leads_to_a_page(app: Flask, kind: str) -> None:
    endpoint = WORDINGS[kind].endpoint
    assert endpoint is None or endpoint in app.view_functions, endpoint


def _refuse(*_args: object, **_kwargs: object) -> None:
    raise ConnectionRefusedError


@pytest.mark.parametrize("fault", [Unavailable(), OperationalError("SELECT 1", {}, Exception("gone away"))])
def test_the_worker_outlives_a_database_that_is_away_for_a_moment(
    app: Flask, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    # given a job that finds the database locked the first time, and one after it
    stop, runs = threading.Event(), []

    def busy() -> None:
        runs.append("busy")
        raise fault

    def after() -> None:
        runs.append("after")
        if len(runs) == 4:
            stop.set()

    # when the worker works, then it goes on with the next job and comes back to the first
    monkeypatch.setattr(stop, "wait", lambda _seconds: stop.is_set())
    worker.run(app, [busy, after], stop, every=60)
    assert runs == ["busy", "after", "busy", "after"]
