"""The engine room keeps its word: one commit, only safe text, instants with a zone, a chain that shows tampering."""

import threading
from datetime import UTC, datetime

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import StatementError

from caseboard import audit, clock
from caseboard.anonymize import SafeText
from caseboard.db import command, db
from caseboard.errors import Conflict
from caseboard.models import AuditEntry, Proposal, SignInAttempt, Theme
from caseboard.models.measure import Basis
from tests.actors import Stage


def _proposal(stage: Stage) -> Proposal:
    moderator = stage.moderator("msp")
    words = SafeText.trusted("Ein Vorschlag")
    proposal = Proposal(
        theme_id="mobilitaet",
        basis=Basis.SIGNAL,
        title=words,
        need=words,
        idea=words,
        evidence={},
        first_moderator_id=moderator.user_id,
        first_jobcenter_id=moderator.user.jobcenter_id,
    )
    db.session.add(proposal)
    db.session.commit()
    return proposal


def test_plain_text_cannot_be_stored(stage: Stage) -> None:
    # given a row with a column for safe text
    proposal = _proposal(stage)
    # when somebody assigns an ordinary string
    proposal.title = "Ein Vorschlag" + " mit Zusatz"  # type: ignore[assignment]
    # then the database never sees it
    with pytest.raises(StatementError, match="only SafeText"):
        db.session.commit()
    db.session.rollback()


def test_what_comes_back_is_safe_text(stage: Stage) -> None:
    proposal = _proposal(stage)
    db.session.expire_all()
    assert isinstance(proposal.title, SafeText)


def test_a_verb_that_fails_leaves_nothing(app: Flask) -> None:
    @command
    def half() -> None:
        db.session.add(SignInAttempt(account_hash="a", source_hash="b"))
        db.session.flush()
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        half()
    assert db.session.query(SignInAttempt).count() == 0


def test_a_verb_inside_a_verb_joins_its_transaction(app: Flask) -> None:
    @command
    def inner() -> None:
        db.session.add(SignInAttempt(account_hash="a", source_hash="b"))

    @command
    def outer() -> None:
        inner()
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        outer()
    assert db.session.query(SignInAttempt).count() == 0


def test_of_two_who_change_the_same_row_the_second_is_told(stage: Stage) -> None:
    # given a proposal that somebody has read
    proposal = _proposal(stage)

    @command
    def rename() -> None:
        assert proposal.version == 1
        # when a second person commits a change in between
        db.session.execute(text("UPDATE proposal SET version = 2 WHERE id = :id"), {"id": proposal.id})
        proposal.title = SafeText.trusted("Neu")

    # then the first one learns of it instead of overwriting
    with pytest.raises(Conflict):
        rename()


def test_many_writers_wait_for_each_other(app: Flask) -> None:
    """A read that becomes a write fails at once on SQLite unless the transaction began as a writer."""
    failures: list[BaseException] = []

    @command
    def read_then_write(number: int) -> None:
        theme = db.session.get(Theme, "mobilitaet")
        assert theme is not None
        theme.name_en = f"Round {number}"

    def work(number: int) -> None:
        with app.app_context():
            try:
                read_then_write(number)
            except BaseException as error:  # noqa: BLE001 - whatever it is, the test must see it
                failures.append(error)

    writers = [threading.Thread(target=work, args=(number,)) for number in range(12)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failures == []


def test_an_instant_without_a_zone_is_refused(app: Flask) -> None:
    db.session.add(SignInAttempt(account_hash="a", source_hash="b", at=datetime(2026, 11, 1)))  # noqa: DTZ001
    with pytest.raises(StatementError, match="time zone"):
        db.session.commit()
    db.session.rollback()


def test_an_instant_comes_back_in_utc(app: Flask) -> None:
    at = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    db.session.add(SignInAttempt(account_hash="a", source_hash="b", at=at))
    db.session.commit()
    db.session.expire_all()
    assert db.session.query(SignInAttempt).one().at == at


def test_a_changed_entry_breaks_the_chain(stage: Stage) -> None:
    # given a chain of three entries
    actor = stage.moderator("msp").user

    @command
    def three() -> None:
        for number in range(3):
            audit.record(actor, "case.read", f"case:{number}")

    three()
    assert audit.broken_link() is None
    # when somebody changes the second
    second = db.session.query(AuditEntry).order_by(AuditEntry.seq).all()[1]
    db.session.execute(text("UPDATE audit_entry SET verb = 'case.release' WHERE seq = :seq"), {"seq": second.seq})
    db.session.commit()
    # then the chain says where
    assert audit.broken_link() == second.seq


def test_the_chain_holds_whatever_zone_the_clock_speaks(stage: Stage) -> None:
    actor = stage.moderator("msp").user
    record = command(lambda: audit.record(actor, "case.read", "case:1"))
    with clock.at(datetime(2026, 7, 1, 9, 0, tzinfo=clock.BERLIN)):
        record()
    assert audit.broken_link() is None
