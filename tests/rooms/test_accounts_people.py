"""Who looks after whom: people, roles, houses, one-time links, and what administration cannot give itself."""

import re
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from caseboard import clock
from caseboard.accounts import administration, passwords, service
from caseboard.db import db
from caseboard.errors import NotAllowed, WrongMoment
from caseboard.models import AuditEntry, Jobcenter, Notice, OneTimeLink, OutboxMail, Role, SignIn, User
from caseboard.models.people import HouseKind
from caseboard.policy import people
from tests.actors import TOKEN, Actor, Stage

PASSWORD = "drei Birnen im Regal"
LINK = re.compile(r'value="http://localhost(/einladung/[^"]+)"')


def network_administrator(stage: Stage, house: str = "msp") -> Actor:
    """Somebody who looks after every house."""
    return stage.person(house, Role.NETWORK_ADMINISTRATION)


def newest(email: str) -> User:
    """The account with this address."""
    return db.session.scalars(select(User).where(User.email == email)).one()


def link_for(administrator: Actor, user_id: str) -> str:
    """The path of a fresh one-time link, as the page shows it."""
    page = administrator.sends(f"/personen/{user_id}/einladen").get_data(as_text=True)
    found = LINK.search(page)
    assert found
    return found[1]


def takes_up(client: FlaskClient, link: str, password: str = PASSWORD) -> TestResponse:
    """Open the link and choose a password."""
    token = TOKEN.search(client.get(link).get_data(as_text=True))
    assert token
    data = {"csrf_token": token[1], "password": password, "repeated_password": password}
    return client.post(link, data=data)


def test_a_new_person_comes_in_by_a_link_that_works_once(stage: Stage) -> None:
    # given somebody whom the administration of their house has added
    administrator = stage.administrator("kg")
    stage.house("nes")
    fields = {"name": "Mira Sandrock", "email": " Mira@KG.example ", "jobcenter": "kg", "roles": ["case_manager"]}
    administrator.sends("/personen/neu", fields | {"served": ["nes"]})
    mira = newest("mira@kg.example")
    assert (mira.jobcenter_id, mira.roles, mira.houses) == ("kg", {Role.CASE_MANAGER}, {"kg", "nes"})
    # when they take up their link
    link = link_for(administrator, mira.id)
    browser = stage.stranger()
    assert takes_up(browser, link).status_code == 303
    # then they are in, and the link is used up
    assert browser.get("/konto").status_code == 200
    assert stage.stranger().get(link).status_code == 404
    again = Actor("", stage.stranger()).sends(link, {"password": PASSWORD, "repeated_password": PASSWORD})
    assert again.status_code == 404


def test_the_link_is_shown_once_and_only_its_hash_is_stored(stage: Stage) -> None:
    # given a link that was shown
    administrator, person = stage.administrator("kg"), stage.case_manager("kg")
    token = link_for(administrator, person.user_id).rpartition("/")[2]
    # then no other page shows it, no cookie and no mail holds it, and the table has a hash
    for path in ("/personen", f"/personen/{person.user_id}"):
        assert token not in administrator.opens(path).get_data(as_text=True)
    with administrator.client.session_transaction() as cookie:
        assert token not in str(dict(cookie))
    mails = db.session.scalars(select(OutboxMail)).all()
    assert token not in str([mail.params for mail in mails])
    assert token not in str([link.token_hash for link in db.session.scalars(select(OneTimeLink))])


def test_a_newer_link_replaces_the_older_one(stage: Stage) -> None:
    administrator, person = stage.administrator("kg"), stage.case_manager("kg")
    older, newer = (link_for(administrator, person.user_id) for _ in range(2))
    assert stage.stranger().get(older).status_code == 404
    assert stage.stranger().get(newer).status_code == 200


def test_a_link_lives_seven_days(stage: Stage) -> None:
    link = link_for(stage.administrator("kg"), stage.case_manager("kg").user_id)
    for days, status in ((6, 200), (7, 404)):
        with clock.at(clock.now() + timedelta(days=days, minutes=1)):
            assert stage.stranger().get(link).status_code == status


def test_taking_up_a_link_ends_older_sign_ins(stage: Stage) -> None:
    administrator, person = stage.administrator("kg"), stage.case_manager("kg")
    assert person.opens("/konto").status_code == 200
    takes_up(stage.stranger(), link_for(administrator, person.user_id))
    assert person.opens("/konto").status_code == 303


def test_somebody_with_a_password_is_told_of_a_link(stage: Stage) -> None:
    # given a new account and one in use
    administrator, fresh, known = stage.administrator("kg"), stage.case_manager("kg"), stage.case_manager("kg")
    known.user.password_hash = passwords.hashed(PASSWORD)
    db.session.commit()
    # when links are made for both
    for person in (fresh, known):
        link_for(administrator, person.user_id)
    # then the one who could come in before hears of it
    assert db.session.scalars(select(Notice.user_id)).all() == [known.user_id]


def test_guessing_links_is_shut_out(stage: Stage) -> None:
    for _ in range(30):
        with pytest.raises(service.NotFound):
            service.accept(f"guess {_}", PASSWORD, "a café")
    with pytest.raises(service.throttle.TooManyAttempts):
        service.accept("another guess", PASSWORD, "a café")


@pytest.mark.parametrize(
    ("password", "good"),
    [
        ("drei Birnen im Regal", True),
        ("äöüäöü ÄÖÜ ß€", True),
        ("x" * 11, False),
        ("drei Birnen", False),
        ("ab" * 65, False),
        ("passwort1234", False),
        ("Passwort2026!", False),
        ("sommersommer", False),
        ("111111111111", False),
        ("1234567890123", False),
        ("jobcenter-2026", False),
        ("mein.name ist Hase", False),
    ],
)
def test_only_passwords_that_are_hard_to_guess_are_taken(password: str, good: bool) -> None:
    assert (passwords.weakness(password, "mein.name@kg.example") is None) is good


def test_the_same_letters_from_another_keyboard_are_the_same_password() -> None:
    assert passwords.fits(passwords.hashed("f\u00fcnf K\u00f6rbe im Flur"), "fu\u0308nf Ko\u0308rbe im Flur")


def test_a_weak_password_leaves_the_link_usable(stage: Stage) -> None:
    link = link_for(stage.administrator("kg"), stage.case_manager("kg").user_id)
    assert takes_up(stage.stranger(), link, "passwort1234").status_code == 422
    assert takes_up(stage.stranger(), link).status_code == 303


def test_changing_the_password_ends_the_other_sign_ins(stage: Stage) -> None:
    # given somebody who is signed in twice
    person = stage.case_manager("kg")
    person.user.password_hash = passwords.hashed(PASSWORD)
    db.session.commit()
    elsewhere = stage.signed_in(person.user_id)
    # when they change their password in one place, first with a mistake
    wrong = {"present_password": "falsch und vertippt", "password": "neun Stühle am Fenster"}
    right = {"present_password": PASSWORD, "password": "neun Stühle am Fenster"}
    for fields, status in ((wrong, 422), (right, 303)):
        fields["repeated_password"] = fields["password"]
        assert person.sends("/konto/passwort", fields, follow=False).status_code == status
    # then they stay in there, and nowhere else
    assert person.opens("/konto").status_code == 200
    assert elsewhere.get("/konto").status_code == 303
    assert passwords.fits(person.user.password_hash, "neun Stühle am Fenster")


def test_guessing_the_present_password_is_shut_out(stage: Stage) -> None:
    person = stage.case_manager("kg")
    fields = {"present_password": "geraten", "password": "neun Stühle am Fenster"}
    fields["repeated_password"] = fields["password"]
    answers = [person.sends("/konto/passwort", fields).status_code for _ in range(6)]
    assert answers == [422] * 5 + [429]


def test_everybody_ends_their_own_sign_ins_alone(stage: Stage) -> None:
    # given somebody with three sign-ins, and somebody else
    person, other = stage.case_manager("kg"), stage.case_manager("kg")
    second, third = (stage.signed_in(person.user_id) for _ in range(2))
    ids = re.findall(r"/konto/anmeldungen/(\w{32})/beenden", person.opens("/konto").get_data(as_text=True))
    assert len(ids) == 2
    # when a colleague tries to end one, nothing happens
    assert other.sends(f"/konto/anmeldungen/{ids[0]}/beenden").status_code == 404
    assert [browser.get("/konto").status_code for browser in (second, third)] == [200, 200]
    # and when they end one themselves, and then all others
    person.sends(f"/konto/anmeldungen/{ids[0]}/beenden")
    assert sorted(browser.get("/konto").status_code for browser in (second, third)) == [200, 303]
    person.sends("/konto/anmeldungen/beenden")
    assert [browser.get("/konto").status_code for browser in (second, third)] == [303, 303]
    assert person.opens("/konto").status_code == 200


def test_switching_off_ends_sign_ins_and_links_at_once(stage: Stage) -> None:
    # given somebody who is working, and has a link
    administrator, person = stage.administrator("kg"), stage.case_manager("kg")
    link = link_for(administrator, person.user_id)
    # when the administration switches the account off
    fields = {"name": person.user.name, "roles": ["case_manager"]}
    administrator.sends(f"/personen/{person.user_id}", fields)
    # then the next click leads to the sign-in page, and the link is gone
    assert not person.user.active
    assert person.opens("/konto").status_code == 303
    assert stage.stranger().get(link).status_code == 404
    # and no new link is made for it
    assert administrator.sends(f"/personen/{person.user_id}/einladen").status_code == 409
    # and switching it on again revives neither
    administrator.sends(f"/personen/{person.user_id}", fields | {"active": "y"})
    assert person.user.active
    assert person.opens("/konto").status_code == 303
    assert stage.stranger().get(link).status_code == 404
    told = select(AuditEntry.verb).where(AuditEntry.actor_id == administrator.user_id).order_by(AuditEntry.seq)
    assert db.session.scalars(told).all() == ["person.invite", "person.switch-off", "person.switch-on"]


def test_roles_take_effect_at_the_next_click(stage: Stage) -> None:
    administrator, person = stage.administrator("kg"), stage.case_manager("kg")
    assert person.opens("/personen").status_code == 404
    fields = {"name": person.user.name, "roles": ["administration"], "active": "y"}
    administrator.sends(f"/personen/{person.user_id}", fields)
    assert person.opens("/personen").status_code == 200


def test_a_house_cannot_hand_out_the_network(stage: Stage) -> None:
    # given the administration of a house and a colleague
    administrator, person = stage.administrator("kg"), stage.case_manager("kg")
    fields = {"name": "Mira Sandrock", "email": "mira@kg.example", "roles": ["network_administration"], "active": "y"}
    # when they post the highest role for a new person and for the colleague
    made = administrator.sends("/personen/neu", fields | {"jobcenter": "kg"})
    changed = administrator.sends(f"/personen/{person.user_id}", fields)
    # then nothing is made and nothing changes
    assert (made.status_code, changed.status_code) == (422, 422)
    assert db.session.scalar(select(User).where(User.email == "mira@kg.example")) is None
    assert person.user.roles == {Role.CASE_MANAGER}
    wanted = administration.Person("Mira Sandrock", frozenset({Role.NETWORK_ADMINISTRATION}))
    with pytest.raises(NotAllowed):
        administration.create_person(administrator.user, "mira@kg.example", "kg", wanted)


def test_a_house_looks_after_its_own_people_alone(stage: Stage) -> None:
    # given two houses, and a network administrator who sits in the first
    administrator, foreign = stage.administrator("kg"), stage.case_manager("nes")
    above = network_administrator(stage, "kg")
    fields = {"name": "Mira Sandrock", "email": "mira@nes.example", "jobcenter": "nes", "roles": ["case_manager"]}
    # when its administration reaches for people of the other house, or for the one above
    assert administrator.sends("/personen/neu", fields).status_code == 422
    for person in (foreign, above):
        assert administrator.opens(f"/personen/{person.user_id}").status_code == 404
        assert administrator.sends(f"/personen/{person.user_id}", {"name": "Anders"}).status_code == 404
        assert administrator.sends(f"/personen/{person.user_id}/einladen").status_code == 404
    # then it neither sees nor changes them
    page = administrator.opens("/personen").get_data(as_text=True)
    assert foreign.user.name not in page
    assert above.user.name not in page
    assert db.session.scalar(select(OneTimeLink)) is None
    wanted = administration.Person("Mira Sandrock", frozenset({Role.CASE_MANAGER}))
    with pytest.raises(NotAllowed):
        administration.create_person(administrator.user, "mira@nes.example", "nes", wanted)


def test_fields_that_are_not_on_the_page_change_nothing(stage: Stage) -> None:
    # when the administration posts columns of the table beside the form
    administrator, person = stage.administrator("kg"), stage.case_manager("kg")
    before = (person.user.email, person.user.password_hash, person.user.id)
    extra = {"email": "anders@kg.example", "jobcenter_id": "nes", "jobcenter": "nes", "password_hash": "x", "id": "1"}
    fields = {"name": "Neuer Name", "roles": ["case_manager"], "active": "y"}
    administrator.sends(f"/personen/{person.user_id}", fields | extra)
    # then only what stands on the page has changed
    assert person.user.name == "Neuer Name"
    assert (person.user.email, person.user.password_hash, person.user.id) == before
    assert person.user.jobcenter_id == "kg"


def test_nobody_changes_their_own_roles(stage: Stage) -> None:
    # given an administrator who would like to read cases
    administrator = stage.administrator("kg")
    for fields in ({"roles": ["moderation"], "active": "y"}, {"roles": ["administration"]}):
        # when they give themselves a role, or switch themselves off
        answer = administrator.sends(f"/personen/{administrator.user_id}", {"name": "Ich selbst"} | fields)
        # then they are told to ask somebody else, and nothing typed is lost
        assert answer.status_code == 422
        assert "Ich selbst" in answer.get_data(as_text=True)
        assert administrator.user.roles == {Role.ADMINISTRATION}
        assert administrator.user.active


def test_an_address_has_one_account(stage: Stage) -> None:
    administrator, person = stage.administrator("kg"), stage.case_manager("kg")
    fields = {"name": "Mira Sandrock", "email": person.user.email.upper(), "jobcenter": "kg", "roles": ["leadership"]}
    answer = administrator.sends("/personen/neu", fields)
    assert answer.status_code == 422
    assert "Mira Sandrock" in answer.get_data(as_text=True)


def test_network_administration_keeps_houses_and_everybody(stage: Stage) -> None:
    # given network administration
    above, foreign = network_administrator(stage), stage.case_manager("nes")
    # when it takes a house in and adds somebody there
    house = {"id": "swl", "name": "Jobcenter Landkreis Schweinfurt", "county": "Schweinfurt", "kind": "zkT"}
    above.sends("/haeuser/neu", house | {"active": "y"})
    fields = {"name": "Mira Sandrock", "email": "mira@swl.example", "jobcenter": "swl", "roles": ["administration"]}
    above.sends("/personen/neu", fields)
    # then both are there, and it sees people of every house
    assert newest("mira@swl.example").jobcenter.kind is HouseKind.MUNICIPAL
    assert foreign.user.name in above.opens("/personen").get_data(as_text=True)
    # and it changes a house but not its short name
    above.sends("/haeuser/swl", {"id": "x", "name": "Jobcenter Schweinfurt", "county": "Schweinfurt", "kind": "gE"})
    changed = db.session.get(Jobcenter, "swl")
    assert (changed.name, changed.kind, changed.active) == ("Jobcenter Schweinfurt", HouseKind.JOINT, False)
    assert "swl" not in above.opens("/personen/neu").get_data(as_text=True)


@pytest.mark.parametrize(
    "wrong", [{"id": "kg"}, {"id": "neu"}, {"id": "Groß"}, {"id": "a b"}, {"name": "Jobcenter Bad Kissingen"}]
)
def test_houses_keep_apart(stage: Stage, wrong: dict[str, str]) -> None:
    stage.house("kg")
    house = {"id": "swl", "name": "Jobcenter Schweinfurt", "county": "Schweinfurt", "kind": "gE", "active": "y"}
    assert network_administrator(stage).sends("/haeuser/neu", house | wrong).status_code == 422
    assert db.session.get(Jobcenter, "swl") is None


def test_houses_are_no_business_of_a_house(stage: Stage) -> None:
    administrator = stage.administrator("kg")
    for path in ("/haeuser", "/haeuser/neu", "/haeuser/kg"):
        assert administrator.opens(path).status_code == 404


def test_lists_and_single_rules_agree(stage: Stage) -> None:
    # given people of every role in two houses, signed in
    actors = [stage.person(house, role) for house in ("kg", "nes") for role in Role]
    everybody, sign_ins = [db.session.scalars(select(table)).all() for table in (User, SignIn)]
    houses = db.session.scalars(select(Jobcenter)).all()
    pairs = (
        (people.may_administer_person, people.administrable_people, everybody),
        (people.may_end_sign_in, people.own_sign_ins, sign_ins),
        (people.may_keep_house, people.keepable_houses, houses),
    )
    # then each list holds exactly what the rule for one thing says yes for
    for user in (actor.user for actor in actors):
        for may, select_all, things in pairs:
            listed = {thing.id for thing in db.session.scalars(select_all(user))}
            assert listed == {thing.id for thing in things if may(user, thing)}, (may.__name__, user.roles)


def test_the_first_administrator_comes_by_command_and_only_once(stage: Stage) -> None:
    # given an empty installation
    command = ["accounts", "first-administrator", "Chefin@verbund.example", "Gesine Raab", "--house", "kg"]
    command += ["--house-name", "Jobcenter Bad Kissingen", "--county", "Bad Kissingen"]
    # when the operator asks for the first administrator
    done = stage.app.test_cli_runner().invoke(args=command)
    # then a link is printed that lets them in
    assert done.exit_code == 0, done.output
    link = re.search(r"(/einladung/\S+)", done.output)[1]
    assert newest("chefin@verbund.example").roles == {Role.NETWORK_ADMINISTRATION}
    browser = stage.stranger()
    assert takes_up(browser, link).status_code == 303
    assert browser.get("/haeuser").status_code == 200
    # and the same command does nothing the second time
    command[2] = "zweite@verbund.example"
    again = stage.app.test_cli_runner().invoke(args=command)
    assert again.exit_code == 1
    assert "already" in again.output
    assert db.session.scalar(select(User).where(User.email == "zweite@verbund.example")) is None


def test_links_are_made_for_active_accounts_only(stage: Stage) -> None:
    administrator, person = stage.administrator("kg"), stage.case_manager("kg")
    person.user.active = False
    db.session.commit()
    with pytest.raises(WrongMoment):
        administration.invite(administrator.user, person.user)


@pytest.mark.parametrize("path", ["/impressum", "/datenschutz", "/barrierefreiheit"])
def test_the_pages_for_everybody_speak_both_languages(stage: Stage, path: str) -> None:
    visitor = Actor("", stage.stranger())
    german = visitor.opens(path).get_data(as_text=True)
    visitor.sends("/sprache", {"language": "en"}, follow=False)
    english = visitor.opens(path).get_data(as_text=True)
    paragraphs = [re.findall(r"<(?:p|li|td)[^>]*>\s*([^<\s][^<]{40,})<", page) for page in (german, english)]
    assert min(map(len, paragraphs)) >= 3
    assert not set(paragraphs[0]) & set(paragraphs[1])
