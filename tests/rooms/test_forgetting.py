"""On PostgreSQL no request rewrites a table: the worker does, once a minute, and only where words were deleted."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, select, text, update

from caseboard import wiring
from caseboard.db import command, db
from caseboard.errors import WrongMoment
from caseboard.forgetting import emptied_with, rewrite_noted
from caseboard.models import Case, DeletedWords, MadeFile, Perspective
from caseboard.sessions import service
from caseboard.sessions.live import cards, leading
from caseboard.sessions.live.marks import phase_mark
from tests.actors import Stage
from tests.rooms.live_stage import Live
from tests.rooms.sessions_stage import Round

NOW = timedelta()


@contextmanager
def rewriting() -> Iterator[set[str]]:
    """The tables that are rewritten meanwhile."""
    found: set[str] = set()

    def watch(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.startswith("VACUUM"):
            found.add(statement.split()[-1].strip('"'))

    event.listen(db.engine, "before_cursor_execute", watch)
    yield found
    event.remove(db.engine, "before_cursor_execute", watch)


def on_postgresql(*names: str) -> set[str]:
    """What is expected there; SQLite overwrites what it deletes and notes nothing."""
    return set(names) if db.engine.dialect.name == "postgresql" else set()


def noted() -> set[str]:
    """The tables that the worker still has to rewrite."""
    db.session.rollback()
    return set(db.session.scalars(select(DeletedWords.table_name)))


def settled() -> None:
    """The worker has been round."""
    rewrite_noted(NOW)
    assert noted() == set()


def test_a_card_is_taken_back_without_anybody_waiting_for_its_table(stage: Stage) -> None:
    # given a card on a live board
    live = Live(stage).goes_to("consultation")
    key = live.posts(live.advisers[0], "Die Kaffeemühle hilft.")
    settled()
    # when it is taken back
    with rewriting() as tables:
        live.advisers[0].sends(f"{live.address}/karten/{key}/zuruecknehmen")
    # then no table is rewritten, and the worker knows which one to rewrite
    assert tables == set()
    assert noted() == on_postgresql("perspective")
    # and does it on its next round, once
    with rewriting() as tables:
        assert rewrite_noted(NOW)
    assert tables == on_postgresql("perspective")
    with rewriting() as tables:
        assert rewrite_noted(NOW)
    assert tables == set()


def test_words_that_are_replaced_are_noted_and_other_changes_are_not(stage: Stage) -> None:
    live = Live(stage).goes_to("consultation")
    key = live.posts(live.advisers[0], "Die Kaffeemühle hilft.")
    settled()
    # when a card is revealed, and the session moves on from phase to phase
    live.reveals_all().goes_to("closing")
    # then there is nothing to rewrite
    assert noted() == set()
    # when it is written anew after it was sent back
    cards.send_back(live.moderator.user, live.row, key, "Bitte ohne Ort.", cards.card_mark(live.card(key)))
    assert noted() == set()
    leading.step_back(live.moderator.user, live.row, phase_mark(live.row))
    cards.change(live.advisers[0].user, live.row, key, "Ein Besuch hilft.", cards.card_mark(live.card(key)))
    # then there is
    assert noted() == on_postgresql("perspective")


def test_a_verb_that_comes_to_nothing_notes_nothing(stage: Stage) -> None:
    table = Round(stage).all_accept().all_write()
    settled()

    @command
    def half() -> None:
        db.session.delete(db.session.scalars(select(Perspective)).first())
        db.session.flush()
        raise WrongMoment

    with pytest.raises(WrongMoment):
        half()
    service.withdraw(table.advisers[0].user, table.row)
    assert noted() == on_postgresql("perspective")


def test_a_single_statement_notes_what_it_meets_and_what_hangs_on_it(stage: Stage) -> None:
    table = Round(stage).is_revealed()
    settled()

    @command
    def nothing() -> None:
        db.session.execute(update(MadeFile).values(content=None))
        db.session.execute(db.delete(Case).where(Case.id == "nobody"))

    nothing()
    assert noted() == set()

    @command
    def everything() -> None:
        db.session.execute(db.delete(Perspective))

    everything()
    assert noted() == on_postgresql("perspective")
    assert {"case", "case_session", "perspective", "question", "result"} <= emptied_with("case")
    assert "case" not in emptied_with("case_session")
    assert emptied_with("sign_in") == set()
    assert table.row.id


@pytest.mark.parametrize(("isolation", "tried"), [("REPEATABLE READ", set()), ("READ COMMITTED", {"perspective"})])
def test_what_somebody_still_sees_or_holds_waits_for_the_next_round(
    stage: Stage, isolation: str, tried: set[str]
) -> None:
    # given a card that is taken back while somebody has been reading its table
    live = Live(stage).goes_to("consultation")
    key = live.posts(live.advisers[0], "Die Kaffeemühle hilft.")
    settled()
    options = {"isolation_level": isolation} if db.engine.dialect.name == "postgresql" else {}
    with db.engine.connect().execution_options(**options) as reader:
        reader.execute(text("SELECT count(*) FROM perspective"))
        live.advisers[0].sends(f"{live.address}/karten/{key}/zuruecknehmen")
        # when the worker comes round
        with rewriting() as tables:
            rewrite_noted(NOW)
        # then it tries only where that helps, gives up while it is still read, and forgets nothing
        assert tables == on_postgresql(*tried)
        assert noted() == on_postgresql("perspective")
    # and the next time it is done
    settled()


def test_a_note_whose_verb_may_not_be_over_yet_waits(stage: Stage) -> None:
    table = Round(stage).all_accept().all_write()
    settled()
    service.withdraw(table.advisers[0].user, table.row)
    with rewriting() as tables:
        rewrite_noted()
    assert tables == set()
    assert noted() == on_postgresql("perspective")


def test_the_worker_looks_after_it_every_minute() -> None:
    assert rewrite_noted in wiring.JOBS
