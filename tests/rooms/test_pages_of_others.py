"""What others are sent about a case, byte by byte: nothing of its author, its house, its county or the hour."""

import base64
import re
import zlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage

import pytest
from flask import Flask
from sqlalchemy import select
from werkzeug.test import TestResponse

from caseboard import clock
from caseboard.db import db
from caseboard.flows import service as flows
from caseboard.models import Case, CaseSession, CaseState, Jobcenter, OutboxMail, Role, User
from caseboard.worker import letter
from tests.actors import Actor, Stage
from tests.rooms.sessions_stage import Round, released_case

AUTHOR = "Walburga Hinterholzer"
HOURS = ("3:07", "03:07", "2:07", "02:07", "1:07", "01:07")
"""The minute at which everything happened to the case, in Berlin and in UTC, summer and winter."""

NOT_ABOUT_CASES = {
    "cases.write",
    "cases.short_form",
    "accounts.people",
    "accounts.new_person",
    "accounts.houses",
    "accounts.account",
    "sessions.new_group",
}
"""What names every house or everybody there is, whoever asks, and the hours of one's own sign-ins."""


@pytest.fixture
def table(stage: Stage) -> Round:
    """A round of a case whose author and hour are easy to find again."""
    made = Round(stage, themes=("kinderbetreuung",))
    author = made.author.user
    author.name, author.email = AUTHOR, "walburga@hinterholzer.example"
    db.session.commit()
    return made


def others(table: Round, stage: Stage) -> dict[str, Actor]:
    """Everybody who is sent something, but the author and the author's house."""
    return {
        "moderator": table.moderator,
        "adviser": table.advisers[0],
        "second adviser": table.advisers[1],
        "reader": stage.case_manager("mil"),
        "other moderator": stage.moderator("mil"),
        "leader": stage.leader("mil"),
        "administrator": stage.administrator("mil"),
        "officer": stage.officer("mil"),
        "all at once": stage.person("mil", *Role),
        "moderator and officer": stage.person("mil", Role.MODERATION, Role.DATA_PROTECTION),
    }


def at_an_odd_hour(table: Round) -> None:
    """Let everything that happened to the case have happened at seven minutes past three."""
    day = clock.now().astimezone(clock.BERLIN).date() - timedelta(days=1)
    moment = datetime(day.year, day.month, day.day, 3, 7, tzinfo=clock.BERLIN)
    case, meeting = table.case, db.session.get_one(CaseSession, table.id)
    case.created_at = case.state_since = moment
    case.released_at = moment if case.released_at else None
    case.marked_at = case.paused_at = moment if case.paused_at else None
    meeting.starts_at = meeting.created_at = moment
    meeting.revealed_at = moment if meeting.revealed_at else None
    db.session.commit()


def addresses(app: Flask, *ids: str) -> Iterator[str]:
    """Every address that can be looked at, with each of the ids that name a row of what the address is about."""
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and rule.endpoint not in NOT_ABOUT_CASES | {"static"}:
            model = getattr(app.view_functions[rule.endpoint], "loads", None)
            fitting = [key for key in ids if model is None or db.session.get(model, key)]
            yield from {rule.rule.replace("<id>", key).replace("<token>", key) for key in fitting}


TOKEN = re.compile(r'(?<=name="csrf_token" value=")[^"]*|(?<=name="csrf_token" type="hidden" value=")[^"]*')


def cookies(actor: Actor) -> str:
    """What the browser of somebody keeps, in plain words."""
    cookie = actor.client.get_cookie("caseboard")
    if cookie is None:
        return ""
    body = cookie.decoded_value.lstrip(".").split(".")[0]
    plain = base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))
    return (zlib.decompress(plain) if cookie.decoded_value.startswith(".") else plain).decode()


def told_by(response: TestResponse) -> str:
    """Page and headers, without the random letters of tokens, in which any short word may stand by chance."""
    headers = [f"{name}: {value}" for name, value in response.headers if name != "Set-Cookie"]
    return TOKEN.sub("", response.get_data(as_text=True)) + "\n".join(headers)


def sent(app: Flask, actor: Actor, *ids: str) -> Iterator[tuple[str, str]]:
    """Everything that somebody gets who tries every address: pages, headers, cookies."""
    for path in addresses(app, *ids):
        response = actor.opens(path)
        yield path, told_by(response)
    for path, form in (
        ("/bibliothek", {"words": "Kundin"}),
        (f"/pausiert/{ids[0]}", {}),
        (f"/pruefen/{ids[0]}/markieren", {"passage": "steht nicht da"}),
        (f"/beratungen/planen/{ids[0]}", {"kind": "written"}),
        (f"/beratungen/{ids[1]}/einladen", {}),
        (f"/beratungen/{ids[1]}/perspektive", {"text": ""}),
        (f"/beratungen/{ids[1]}/perspektive", {"text": "Zuhören hilft oft.", "step": "look"}),
    ):
        response = actor.sends(path, form)
        yield path, told_by(response)
    yield "cookie", cookies(actor)


def mails(actor: Actor) -> Iterator[tuple[str, str]]:
    """Every mail somebody gets, as it goes out."""
    for mail in db.session.scalars(select(OutboxMail).where(OutboxMail.user_id == actor.user_id)):
        message: EmailMessage = letter(mail, db.session.get_one(User, actor.user_id))
        yield mail.kind, message.as_string() + message.get_content()


def traces(words: list[str], received: Iterator[tuple[str, str]]) -> list[str]:
    """Where any of the words was sent."""
    pattern = re.compile("|".join(rf"(?<![\w]){re.escape(word)}(?![\w])" for word in words), re.IGNORECASE)
    return [f"{where}: {found[0]}" for where, text in received if (found := pattern.search(text))]


def hidden(table: Round) -> list[str]:
    """Everything that says whose the case is."""
    author = table.author.user
    house = db.session.get_one(Jobcenter, author.jobcenter_id)
    return [author.id, AUTHOR, *AUTHOR.split(), author.email, house.id, house.name, house.county, "Kissingen", *HOURS]


@pytest.mark.parametrize("state", ["invited", "running", "concluded", "paused", "withdrawn"])
def test_nothing_that_others_are_sent_says_whose_case_it_is(app: Flask, stage: Stage, table: Round, state: str) -> None:
    # given a consultation as far as it has come
    {
        "invited": lambda: None,
        "running": lambda: table.all_accept().all_write(),
        "concluded": lambda: table.is_concluded(),
        "paused": lambda: (table.is_revealed(), flows.recognise(table.advisers[0].user, table.case)),
        "withdrawn": lambda: (table.is_revealed(), flows.withdraw(table.author.user, table.case)),
    }[state]()
    people = others(table, stage)
    at_an_odd_hour(table)
    words = hidden(table)
    # when each of the others opens and sends everything there is
    found = {
        name: [*traces(words, sent(app, actor, table.case_id, table.id)), *traces(words, mails(actor))]
        for name, actor in people.items()
    }
    # then none of it names author, house, county or hour
    assert {name: where for name, where in found.items() if where} == {}


def test_colleagues_of_the_house_do_not_learn_who_wrote_it(app: Flask, stage: Stage, table: Round) -> None:
    # given a case that waits for its check, and one that is out and paused
    flows.recognise(table.advisers[0].user, table.case)
    waiting = db.session.get_one(Case, released_case(stage, table.author))
    waiting.state, waiting.house_checker_id, waiting.network_checker_id = CaseState.SUBMITTED, None, None
    db.session.commit()
    house = [stage.case_manager("kg"), stage.moderator("kg"), stage.officer("kg"), stage.leader("kg")]
    words = [table.author.user_id, AUTHOR, *AUTHOR.split(), "hinterholzer.example", *HOURS]
    at_an_odd_hour(table)
    # when they open everything there is, then nothing names the author
    for actor in house:
        ids = (waiting.id, table.case_id, table.id)
        assert traces(words, sent(app, actor, *ids)) == []
        assert traces(words, mails(actor)) == []


def test_nobody_learns_who_was_left_out(app: Flask, stage: Stage, table: Round) -> None:
    """The houses that an author leaves out are named on no page about the case, not even on the author's own."""
    left_out = stage.case_manager("mil")
    case_id = released_case(stage, table.author, leaves_out=("mil",))
    for path in (f"/faelle/meine/{case_id}", "/faelle/meine"):
        assert "Miltenberg" not in table.author.opens(path).get_data(as_text=True)
    # and who was left out gets the same answers as for a case that there is not
    for path in (f"/bibliothek/{case_id}", f"/pruefen/{case_id}", f"/pausiert/{case_id}"):
        seen = left_out.opens(path)
        absent = left_out.opens(path.replace(case_id, "0" * 32))
        assert (seen.status_code, len(seen.data)) == (absent.status_code, len(absent.data))
