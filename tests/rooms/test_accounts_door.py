"""Coming in and going out: passwords, the throttle, sign-ins that end on the server, ways that stay in the house."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from caseboard import clock
from caseboard.accounts import passwords, throttle
from caseboard.accounts.addresses import local
from caseboard.db import db
from caseboard.errors import TooManyAttempts
from caseboard.models import AuditEntry, Role, SignIn, SignInAttempt, User
from tests.actors import TOKEN, Actor, Stage

PASSWORD = "drei Birnen im Regal"
HASH = passwords.hashed(PASSWORD)
OFFICE, CAFE = "192.0.2.10", "198.51.100.7"


def somebody(stage: Stage, house: str = "kg", *roles: Role, active: bool = True) -> User:
    """A person with a password who is signed in nowhere."""
    user = stage.person(house, *(roles or (Role.CASE_MANAGER,))).user
    user.password_hash, user.active = HASH, active
    db.session.execute(SignIn.__table__.delete())
    db.session.commit()
    return user


def signs_in(
    client: FlaskClient, email: str, password: str = PASSWORD, *, where: str = OFFICE, path: str = "/anmelden"
) -> TestResponse:
    """Fill in the sign-in form and send it."""
    token = TOKEN.search(client.get("/anmelden").get_data(as_text=True))
    assert token
    data = {"csrf_token": token[1], "email": email, "password": password}
    return client.post(path, data=data, environ_base={"REMOTE_ADDR": where})


def is_in(client: FlaskClient) -> bool:
    """Whether this browser sees a page that needs a sign-in."""
    return client.get("/konto").status_code == 200


def test_the_right_password_lets_in_and_is_noted(stage: Stage) -> None:
    # given somebody with a password
    user = somebody(stage)
    browser = stage.stranger()
    # when they sign in, however they capitalise their address
    answer = signs_in(browser, user.email.upper())
    # then they are in, and the audit trail knows it by id
    assert answer.status_code == 303
    assert is_in(browser)
    assert db.session.scalars(select(AuditEntry.verb).where(AuditEntry.thing == f"user:{user.id}")).all() == [
        "sign-in.begin"
    ]


def test_unknown_wrong_and_switched_off_get_the_same_answer(stage: Stage) -> None:
    # given an account in use, one that is switched off and one that waits for its link
    known, off, waiting = somebody(stage), somebody(stage, active=False), stage.case_manager("nes").user
    tries = [
        (known.email, "ganz falsch geraten"),
        (off.email, PASSWORD),
        (waiting.email, PASSWORD),
        ("niemand@kg.example", PASSWORD),
    ]
    # when each is tried in a browser of its own
    answers = []
    for email, password in tries:
        answer = signs_in(stage.stranger(), email, password)
        answers.append((answer.status_code, without_tokens(answer, email)))
    # then nobody could tell which is which
    assert answers[0][0] == 422
    assert all(answer == answers[0] for answer in answers)


def test_every_refusal_costs_one_look_at_a_hash(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    # given a counter at the costly comparison
    looks: list[str] = []
    verify = passwords.HASHER.verify

    class Counting:
        def verify(self, stored: str, password: str) -> bool:
            looks.append(stored[:20])
            return verify(stored, password)

    passwords._nobody()
    monkeypatch.setattr(passwords, "HASHER", Counting())
    # when an unknown, a known and a switched off account are tried
    for email in ("niemand@kg.example", somebody(stage).email, somebody(stage, active=False).email):
        signs_in(stage.stranger(), email, "ganz falsch geraten")
    # then each took one comparison, of the same kind of hash
    assert len(looks) == 3
    assert len(set(looks)) == 1


def test_failures_leave_no_trace_of_what_was_typed(stage: Stage) -> None:
    # when somebody types their password where the address belongs
    signs_in(stage.stranger(), "MeinGeheimesPasswort", "egal und lang genug")
    # then neither the audit trail nor the table of attempts holds it, nor where they sit
    entries = db.session.scalars(select(AuditEntry)).all()
    attempts = db.session.scalars(select(SignInAttempt)).all()
    assert [(entry.verb, entry.thing, entry.actor_id) for entry in entries] == [("sign-in.fail", "user:unknown", None)]
    assert len(attempts) == 1
    assert {len(attempts[0].account_hash), len(attempts[0].source_hash)} == {64}


def test_five_failures_shut_the_door_for_one_source_but_not_for_the_victim(stage: Stage) -> None:
    # given a stranger in a café who guesses five times, and once at another account
    victim = somebody(stage)
    signs_in(stage.stranger(), "niemand@kg.example", where=CAFE)
    for _ in range(5):
        assert signs_in(stage.stranger(), victim.email, "geraten und falsch", where=CAFE).status_code == 422
    # when the stranger guesses right at last, and the victim signs in at the office
    guess = signs_in(stage.stranger(), victim.email, where=CAFE)
    office = stage.stranger()
    at_work = signs_in(office, victim.email, where=OFFICE)
    # then the stranger is told kindly to wait, with the address still in the form, and the victim is in
    assert guess.status_code == 429
    assert "Zu viele Versuche" in guess.get_data(as_text=True)
    assert victim.email in guess.get_data(as_text=True)
    assert at_work.status_code == 303
    # and an hour later the café is open again, the old attempts being gone
    with clock.at(clock.now() + timedelta(hours=1, minutes=1)):
        assert signs_in(stage.stranger(), victim.email, where=CAFE).status_code == 303
        assert db.session.scalar(select(func.count()).select_from(SignInAttempt)) == 0


def test_an_unknown_account_is_shut_just_the_same(stage: Stage) -> None:
    answers = [signs_in(stage.stranger(), "niemand@kg.example").status_code for _ in range(6)]
    assert answers == [422] * 5 + [429]


@pytest.mark.parametrize(
    ("count", "account", "source"),
    [
        (30, "other-{}@kg.example", "café"),
        (60, "victim@kg.example", "source {}"),
    ],
    ids=["many accounts from one source", "one account from many sources"],
)
def test_spraying_is_shut_out(stage: Stage, count: int, account: str, source: str) -> None:
    # given as many attempts as are allowed, 30 in a quarter of an hour or 60 in an hour
    for number in range(count):
        throttle.claim(account.format(number), source.format(number))
    # when there is one more, then it is refused
    with pytest.raises(TooManyAttempts):
        throttle.claim(account.format("next"), source.format("next"))


def test_guesses_at_the_same_moment_do_not_slip_through(stage: Stage) -> None:
    # given twelve guesses that arrive together, as a program would send them
    def guess(_number: int) -> bool:
        with stage.app.app_context():
            try:
                throttle.claim("victim@kg.example", "café")
            except TooManyAttempts:
                return False
            return True

    with ThreadPoolExecutor(12) as guessers:
        passed = list(guessers.map(guess, range(12)))
    # then five of them are looked at
    assert passed.count(True) == 5


def test_signing_in_forgives_typing_errors(stage: Stage) -> None:
    user = somebody(stage)
    for _ in range(2):
        for _ in range(4):
            signs_in(stage.stranger(), user.email, "vertippt und vertan")
        assert signs_in(stage.stranger(), user.email).status_code == 303


def test_signing_out_ends_the_sign_in_on_the_server(stage: Stage) -> None:
    # given somebody who is in, and a copy of their cookie
    browser, thief = stage.stranger(), stage.stranger()
    signs_in(browser, somebody(stage).email)
    thief.set_cookie("caseboard", browser.get_cookie("caseboard").value)
    assert is_in(thief)
    # when they sign out
    answer = Actor("", browser).sends("/abmelden", follow=False)
    # then the copy is worth nothing
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert not is_in(browser)
    assert not is_in(thief)


def test_a_new_sign_in_has_a_new_token(stage: Stage) -> None:
    # given a browser that somebody prepared
    browser = stage.stranger()
    with browser.session_transaction() as cookie:
        cookie["_user_id"] = "prepared by somebody"
        cookie["left_over"] = "of the session before"
    # when a person signs in there
    signs_in(browser, somebody(stage).email)
    # then nothing of it is left
    with browser.session_transaction() as cookie:
        assert cookie["_user_id"] != "prepared by somebody"
        assert "left_over" not in cookie


def test_idle_and_old_sign_ins_end_by_themselves(stage: Stage) -> None:
    browser = stage.stranger()
    signs_in(browser, somebody(stage).email)
    for minutes, still_in in ((29, True), (58, True), (90, False)):
        with clock.at(clock.now() + timedelta(minutes=minutes)):
            assert is_in(browser) is still_in


def test_a_password_hash_of_weaker_days_is_renewed(stage: Stage) -> None:
    # given a hash made with little memory
    user = somebody(stage)
    user.password_hash = weak = passwords.PasswordHasher(memory_cost=64, time_cost=1).hash(PASSWORD)
    db.session.commit()
    # when its owner signs in
    signs_in(stage.stranger(), user.email)
    # then it is a strong one
    stored = db.session.get(User, user.id).password_hash
    assert stored != weak
    assert passwords.fits(stored, PASSWORD)


WANTED = [
    ("/konto", "/konto"),
    ("/konto?page=2", "/konto?page=2"),
    ("", "/"),
    ("//evil.example/konto", "/"),
    ("///evil.example", "/"),
    ("/\\evil.example", "/"),
    ("\\\\evil.example", "/"),
    ("https://evil.example", "/"),
    ("https:evil.example", "/"),
    ("javascript:alert(1)", "/"),
    ("//user@evil.example", "/"),
    ("/konto\r\nSet-Cookie: a=b", "/"),
    ("/\t/evil.example", "/"),
    (" /konto", "/"),
    ("/konto\x00", "/"),
    ("konto", "/"),
    ("/gibt/es/nicht", "/"),
    ("/abmelden", "/"),
]


@pytest.mark.parametrize(("wanted", "reached"), WANTED)
def test_nobody_is_sent_out_of_the_house(stage: Stage, wanted: str, reached: str) -> None:
    # when somebody chooses a language, or colours, with a wanted page
    visitor = Actor("", stage.stranger())
    for path in ("/sprache", "/darstellung"):
        answer = visitor.sends(path, {"next": wanted}, follow=False)
        # then they reach a page of this house
        assert answer.status_code == 303
        assert answer.headers["Location"] == reached


@pytest.mark.parametrize("wanted", [wanted for wanted, reached in WANTED[2:] if reached == "/"][:-2])
def test_ways_out_of_the_house_are_seen_by_their_shape(wanted: str) -> None:
    assert local(wanted) == "/"


def test_signing_in_leads_to_the_wanted_page_of_this_house(stage: Stage) -> None:
    user = somebody(stage)
    # given somebody who followed a link to a page
    browser = stage.stranger()
    asked = browser.get("/konto")
    assert asked.status_code == 303
    assert asked.headers["Location"] == "/anmelden?next=/konto"
    # then signing in leads there, and never elsewhere
    assert signs_in(browser, user.email, path=asked.headers["Location"]).headers["Location"] == "/konto"
    away = signs_in(stage.stranger(), user.email, path="/anmelden?next=https://evil.example")
    assert away.headers["Location"] == "/"


def test_the_language_stays_with_the_person(stage: Stage) -> None:
    # given somebody who reads English
    user, browser = somebody(stage), stage.stranger()
    signs_in(browser, user.email)
    Actor(user.id, browser).sends("/sprache", {"language": "en"}, follow=False)
    assert '<html lang="en"' in browser.get("/konto").get_data(as_text=True)
    # when they sign in elsewhere, then the pages are English there
    elsewhere = stage.stranger()
    signs_in(elsewhere, user.email)
    assert '<html lang="en"' in elsewhere.get("/konto").get_data(as_text=True)
    # and a language that we do not speak changes nothing
    Actor(user.id, elsewhere).sends("/sprache", {"language": "xx"}, follow=False)
    assert '<html lang="en"' in elsewhere.get("/konto").get_data(as_text=True)


def test_colours_are_a_matter_of_the_browser(stage: Stage) -> None:
    visitor = Actor("", stage.stranger())
    for theme, there in (("dark", True), ("system", False), ("dark", True), ("nonsense", False)):
        visitor.sends("/darstellung", {"theme": theme}, follow=False)
        assert ('data-kern-theme="dark"' in visitor.opens("/anmelden").get_data(as_text=True)) is there


def test_without_the_demo_nobody_is_listed(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = stage.stranger().get("/anmelden").get_data(as_text=True)
    monkeypatch.setitem(stage.app.config, "DEMO", True)
    demo = stage.stranger().get("/anmelden").get_data(as_text=True)
    assert "anna@kg.jobcenter.example" in demo
    assert "gemeinsam-beraten" in demo
    assert "jobcenter.example" not in plain
    assert "gemeinsam-beraten" not in plain


def without_tokens(answer: TestResponse, email: str) -> str:
    """The page without what differs from browser to browser anyway."""
    return TOKEN.sub("", answer.get_data(as_text=True)).replace(email, "")
