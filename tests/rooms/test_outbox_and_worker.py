"""Mail leaves by the worker alone, after the change it tells about is safe, and holds no case text."""

import smtplib
import threading
import time
from collections.abc import Callable
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
from caseboard.themes.discovery import discover
from caseboard.themes.jobs import reckon
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


def test_mail_goes_out_while_a_long_job_runs_and_the_job_ends_with_the_worker(stage: Stage, postbox: Postbox) -> None:
    # given a long job under way, which reads the database on its own, and a letter that comes meanwhile
    stop, began, runs = threading.Event(), threading.Event(), []

    def long(ending: Callable[[], bool]) -> None:
        runs.append((threading.current_thread().name, db.session.query(OutboxMail).count()))
        began.set()
        while not ending():
            time.sleep(0.01)
        runs.append("ended")

    def told() -> None:
        if began.wait(5) and not db.session.query(Notice).count():
            _tell(reader_id)
        if postbox.letters:
            assert len(runs) == 1
            stop.set()

    reader_id = stage.case_manager("kg").user_id

    # when the worker works for some of its rounds
    worker.run(stage.app, [], stop, every=0.02, quick=[told], long=[long])

    # then the letter went out beside the job, of which there was one, and nothing of it is left
    assert len(postbox.letters) == 1
    assert runs == [("long jobs", 0), "ended"]


def test_long_jobs_take_turns_and_one_that_finds_the_database_busy_comes_again(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given two long jobs, the first of which fails
    stop, runs = threading.Event(), []

    def busy(_ending: Callable[[], bool]) -> None:
        runs.append("busy")
        raise Unavailable

    def after(_ending: Callable[[], bool]) -> None:
        runs.append("after")
        if len(runs) == 4:
            stop.set()

    # when minutes pass
    monkeypatch.setattr(stop, "wait", lambda _seconds: time.sleep(0.01))
    worker.run(app, [], stop, every=60, long=[busy, after])

    # then
    assert runs == ["busy", "after", "busy", "after"]


def test_the_night_and_the_search_for_themes_are_long_jobs(app: Flask) -> None:
    assert app.extensions["caseboard.long_jobs"] == (reckon, discover)
