"""A fault in the middle of a request tells people that nothing was stored, and tells the log nothing they typed."""

import logging

import pytest
from flask import Flask
from sqlalchemy import text

from caseboard.db import db
from caseboard.models import ProposalState, Role
from tests.actors import Stage
from tests.house.matrix_cast import Cast

SECRET = "Danuta Kowalczyk"


@pytest.mark.parametrize("error", [ValueError(SECRET), RuntimeError(SECRET), KeyError(SECRET)])
def test_a_fault_shows_a_page_and_logs_no_message(
    app: Flask, stage: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    # given a page that breaks over what somebody typed
    def breaks(*_views: object, **_more: object) -> str:
        raise error

    monkeypatch.setattr("caseboard.home.routes.render_template", breaks)
    with caplog.at_level(logging.DEBUG):
        # when it is asked for
        answer = stage.case_manager("kg").opens("/")
    # then the answer is a page of ours, and neither it nor the log quotes anything
    assert answer.status_code == 500
    assert "nichts gespeichert" in answer.text
    assert SECRET not in answer.text
    assert SECRET not in caplog.text
    assert type(error).__name__ in caplog.text


def test_the_database_does_not_quote_what_it_refused(app: Flask) -> None:
    with pytest.raises(Exception, match=r"parameters hidden") as caught:
        db.session.execute(text("SELECT * FROM nowhere WHERE word = :word"), {"word": SECRET})
    db.session.rollback()
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(
    "referrer", ["http://[", "//evil.example/", "http://evil.example/", "http://localhost//evil.example"]
)
def test_a_refusal_leads_back_into_this_house_alone(stage: Stage, referrer: str) -> None:
    # given something that is refused at this moment, asked for from a forged page
    leader = stage.person("kg", Role.LEADERSHIP)
    proposal = Cast(stage).proposal(ProposalState.REJECTED)
    answer = leader.opens(f"/vorschlaege/{proposal}/entscheidung", headers={"Referer": referrer})
    # then the answer is a refusal, and it leads nowhere else
    assert answer.status_code == 409
    assert "evil" not in answer.text
