"""Who sits where: sessions in the phase in which a group consults, each with eight people of six houses."""

import secrets
from datetime import timedelta

from caseboard import clock, reference
from caseboard.accounts import passwords
from caseboard.anonymize import SafeText
from caseboard.db import command, db
from caseboard.models import (
    Case,
    CaseSession,
    CaseState,
    Jobcenter,
    Process,
    Role,
    Seat,
    SeatPart,
    SeatState,
    SessionKind,
    SessionState,
    User,
    UserRole,
)
from caseboard.models.case import Light
from caseboard.models.people import HouseKind
from caseboard.sessions import phases
from caseboard.sessions.phases import Work
from caseboard.sessions.service.entry import enter_phase

PASSWORD = "acht Stühle um einen Tisch"  # noqa: S105 - of invented people
HOUSES = {"kg": "Kissingen", "nes": "Grabfeld", "has": "Haßberge", "msp": "Spessart", "kt": "Kitzingen", "mil": "Main"}
ADVISERS = ("has", "msp", "kt", "mil", "nes", "has")
"""Six advisers, the last of whom takes notes; with the moderator and the case giver they are eight."""

SITUATION = (
    "Die Kundin kommt seit dem Winter zu keinem Termin mehr. Briefe bleiben ohne Antwort, am Telefon ist sie "
    "freundlich und verspricht jedes Mal zu kommen. Eine Ausbildung hat sie kurz vor dem Ende abgebrochen."
)

Table = dict[str, str | list[str]]


@command
def fill(count: int) -> list[Table]:
    """Put `count` running sessions into an empty database; their ids, and who comes to each by e-mail address."""
    reference.fill()
    for key, name in HOUSES.items():
        db.session.add(Jobcenter(id=key, name=f"Jobcenter {name}", county=name, kind=HouseKind.JOINT))
    kept = passwords.hashed(PASSWORD)
    checkers = [_person(house, Role.MODERATION, kept) for house in ("kg", "mil")]
    db.session.flush()
    process = db.session.get_one(Process, phases.USUAL)
    agenda = phases.freeze(process.phases, SessionKind.LIVE)
    return [_table(kept, checkers, agenda) for _number in range(count)]


def _person(house: str, role: Role, kept: str) -> User:
    name = secrets.token_hex(5)
    user = User(
        name=f"Person {name}",
        email=f"{name}@{house}.example",
        jobcenter_id=house,
        password_hash=kept,
        rules_read_at=clock.now(),
        role_rows=[UserRole(role=role)],
    )
    db.session.add(user)
    return user


def _table(kept: str, checkers: list[User], agenda: list[dict[str, object]]) -> Table:
    author, moderator = _person("kg", Role.CASE_MANAGER, kept), _person("nes", Role.MODERATION, kept)
    advisers = [_person(house, Role.CASE_MANAGER, kept) for house in ADVISERS]
    db.session.flush()
    case = Case(
        author_id=author.id,
        jobcenter_id="kg",
        state=CaseState.SCHEDULED,
        title=SafeText.trusted("Termine bleiben leer"),
        situation=SafeText.trusted(SITUATION),
        key_question=SafeText.trusted("Wie halte ich den Kontakt, ohne Druck zu machen?"),
        light=Light.GREEN,
        anonymizer="benchmark",
        house_checker_id=checkers[0].id,
        network_checker_id=checkers[1].id,
        released_at=clock.now(),
    )
    db.session.add(case)
    db.session.flush()
    parts = [SeatPart.ADVISER] * (len(advisers) - 1) + [SeatPart.NOTE_TAKER]
    meeting = CaseSession(
        case_id=case.id,
        case_jobcenter_id="kg",
        kind=SessionKind.LIVE,
        state=SessionState.RUNNING,
        process_id=phases.USUAL,
        agenda=agenda,
        moderator_id=moderator.id,
        starts_at=clock.now(),
        ends_at=clock.now() + timedelta(hours=1),
        started_at=clock.now(),
        seats=[
            Seat(user_id=one.id, part=part, state=SeatState.ACCEPTED) for one, part in zip(advisers, parts, strict=True)
        ],
    )
    enter_phase(meeting, phases.read_agenda(agenda).first_of(Work.CONSULTATION))
    db.session.add(meeting)
    db.session.flush()
    people = [moderator.email, author.email, *(one.email for one in advisers)]
    return {"id": meeting.id, "people": people}
