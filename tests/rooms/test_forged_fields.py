"""Fields that no page of ours offers: forged, over-long, with NUL; each gets an answer, and none is a fault."""

import io
import secrets

import pytest

from tests.actors import Actor, Stage
from tests.rooms.proposing import FORM, THEME
from tests.rooms.recurring import recurring
from tests.rooms.some_cases import released_case

NASTY = ["\0", "x\0y", "x" * 5_000, "0" * 400, "-1", "1" * 5_000, "‮abc", "🜏" * 80, "%00", "' OR 1=1 --", "\ud7ff￾"]
"""NUL, lengths, numbers beyond every type, direction marks, signs outside the plane, and what looks like SQL."""


@pytest.fixture
def author(stage: Stage) -> Actor:
    """Who wrote a released case."""
    return stage.case_manager("kg")


@pytest.mark.parametrize("nasty", NASTY, ids=[repr(text[:8]) for text in NASTY])
def test_hidden_fields_take_nothing_and_break_nothing(stage: Stage, author: Actor, nasty: str) -> None:
    # given a released case, a moderator who may do most things, and an administrator
    reader, moderator, officer = stage.case_manager("has"), stage.moderator("nes"), stage.administrator("kg")
    case = released_case(author, stage.case_manager("kg"), moderator)
    text = {"title": "Ein Titel", "situation": "Eine Lage.", "key_question": "Was nun?"}
    sends = [
        (reader, "/bibliothek", {"words": "Brand", "theme": nasty}),
        (reader, "/bibliothek", {"words": "Brand", "page": nasty}),
        (reader, "/bibliothek", {"words": nasty}),
        (author, "/faelle/spaeter", {**text, "case_id": nasty}),
        (author, "/faelle", {**text, "case_id": nasty, "seal": nasty, "once": nasty}),
        (author, "/faelle/vorschau", {**text, "keep": nasty, "restore": nasty, "themes": nasty, "leave_out": nasty}),
        (moderator, f"/pruefen/{case.id}/bestaetigen", {"seen": nasty, "confirmed": nasty}),
        (
            moderator,
            f"/beratungen/planen/{case.id}",
            {"kind": nasty, "advisers": nasty, "minutes": nasty, "day": nasty},
        ),
        (
            officer,
            "/personen/neu",
            {"name": nasty, "email": nasty, "jobcenter": nasty, "roles": nasty, "served": nasty},
        ),
        (reader, "/sprache", {"language": nasty, "next": nasty}),
        (reader, "/darstellung", {"theme": nasty, "next": nasty}),
    ]
    # when each is sent with it, then there is an answer, and it is no fault
    for actor, path, form in sends:
        assert actor.sends(path, form, follow=False).status_code < 500, (path, form)
    for path in ("/bibliothek", "/anmelden"):
        assert reader.client.get(path, query_string={"page": nasty, "next": nasty}).status_code < 500


@pytest.mark.parametrize("nasty", NASTY, ids=[repr(text[:8]) for text in NASTY])
def test_a_forged_key_of_a_proposal_is_no_key(stage: Stage, nasty: str) -> None:
    recurring(stage, THEME)
    response = stage.moderator("msp").sends(f"/vorschlaege/neu/{THEME}", {**FORM, "once": nasty}, follow=False)
    assert response.status_code < 500


def test_files_and_json_are_no_typed_text(stage: Stage, author: Actor) -> None:
    # given a form of ours, sent in shapes that no page of ours sends
    reader = stage.case_manager("has")
    for actor, path in ((author, "/faelle/vorschau"), (author, "/faelle"), (author, "/faelle/spaeter")):
        files = {name: (io.BytesIO(b"Danuta"), "fall.txt") for name in ("title", "situation", "key_question", "once")}
        form = {"csrf_token": actor.token(), **files}
        assert actor.client.post(path, data=form, content_type="multipart/form-data").status_code == 422
    for words in ({"words": {"a": 1}}, ["words"], "words", 7, None):
        headers = {"X-CSRFToken": reader.token()}
        assert reader.client.post("/bibliothek", json=words, headers=headers).status_code < 500


def test_fields_of_no_form_of_ours_change_nothing(stage: Stage, author: Actor) -> None:
    # given an administrator of a house and somebody in it
    administrator, person = stage.administrator("kg"), stage.case_manager("kg")
    before = (person.user.jobcenter_id, person.user.email, person.user.password_hash, person.user.roles)
    stage.house("has")
    # when they send columns and roles that are not theirs to give
    administrator.sends(
        f"/personen/{person.user_id}",
        {
            "name": person.user.name,
            "roles": ["case_manager", "network_administration"],
            "jobcenter": "has",
            "jobcenter_id": "has",
            "email": "anders@has.example",
            "password_hash": secrets.token_hex(8),
            "active": "y",
        },
    )
    # then nothing of it holds
    assert (person.user.jobcenter_id, person.user.email, person.user.password_hash, person.user.roles) == before
