"""Retention: what is over its time goes by itself, to the day, and is gone from the files."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from caseboard import clock
from caseboard.db import db
from caseboard.flows.purge import purge
from caseboard.models import Case, CaseRead, CaseState, Notice
from tests.actors import Actor, Stage
from tests.rooms.some_cases import TEXTS, released_case, submitted_case
from tests.rooms.test_flows import left_over


@pytest.fixture
def author(stage: Stage) -> Actor:
    """Who wrote the cases."""
    return stage.case_manager("kg")


def notices(actor: Actor) -> list[str]:
    """The kinds of notices somebody got, in order."""
    return list(db.session.scalars(select(Notice.kind).where(Notice.user_id == actor.user_id).order_by(Notice.id)))


def test_a_forgotten_draft_goes_after_its_time(author: Actor) -> None:
    # given a draft that is kept until tomorrow
    until = clock.now() + timedelta(days=1)
    draft = submitted_case(
        author, state=CaseState.DRAFT, expires_at=until, texts={"title": "Zitronenfalter"}, kept=("Schlittschuhe",)
    )
    # when the job runs a moment before, nothing happens
    purge(until - timedelta(seconds=1))
    assert db.session.get(Case, draft.id) is not None
    # and at the moment it is gone as a whole
    purge(until)
    assert db.session.scalars(select(Case.id)).all() == []
    assert left_over("Zitronenfalter", "Schlittschuhe") == []
    assert notices(author) == ["case.expired"]
    purge(until)
    assert notices(author) == ["case.expired"]


@pytest.mark.parametrize("state", [CaseState.SUBMITTED, CaseState.SENT_BACK, CaseState.CHECKED])
def test_a_case_that_is_never_released_loses_its_text(author: Actor, state: CaseState) -> None:
    # given a case that has lain for a while, paused on top of it
    case = submitted_case(author, state=state, themes=("kinderbetreuung",), paused_at=clock.now())
    end = case.state_since + timedelta(days=60)
    purge(end - timedelta(seconds=1))
    assert case.state is state
    # when its time is over
    purge(end)
    # then its words are gone, and what it was about: it never counted
    assert case.state is CaseState.EXPIRED
    assert case.title is None
    assert case.theme_ids == set()
    assert left_over(TEXTS["situation"]) == []
    assert notices(author) == ["case.lapsed"]


def test_a_released_case_stays(author: Actor, stage: Stage) -> None:
    case = released_case(author, stage.case_manager("kg"), stage.moderator("nes"))
    purge(clock.now() + timedelta(days=179))
    assert case.state is CaseState.RELEASED


def test_the_access_log_forgets_after_a_year(author: Actor, stage: Stage) -> None:
    case, reader = submitted_case(author), stage.case_manager("has")
    now = clock.now()
    for age in (364, 366):
        db.session.add(CaseRead(case_id=case.id, user_id=reader.user_id, at=now - timedelta(days=age)))
    db.session.commit()
    purge(now)
    assert db.session.scalars(select(CaseRead.at)).all() == [now - timedelta(days=364)]
