"""What crosses rooms: withdrawing, recognising, deciding on a pause, blocking; and that erased text is really gone."""

import json
import time
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text

from caseboard import clock, reference
from caseboard.cases.checks import service as checks
from caseboard.db import Safe, db, forget_deleted
from caseboard.errors import NotAllowed, WrongMoment
from caseboard.flows import service
from caseboard.forgetting import holds_words, rewrite_noted
from caseboard.models import (
    AuditEntry,
    Case,
    CaseRead,
    CaseSession,
    CaseState,
    CaseTheme,
    Notice,
    Perspective,
    Recognition,
    RecognitionVote,
    Role,
    Seat,
    SeatState,
    SessionKind,
    SessionState,
    ThemeFollower,
    ThemeLabel,
    ThemeTrace,
)
from caseboard.models.case import KeptWord
from tests.actors import Actor, Stage
from tests.database_files import files_of
from tests.rooms.some_cases import TEXTS, released_case, safe, submitted_case

LONG = " ".join(f"Wortfolge{number:05d}" for number in range(700))
"""Longer than a page of the database, so that it lies in overflow pages too."""
ROUNDS = 25


@pytest.fixture
def author(stage: Stage) -> Actor:
    """Who wrote the case."""
    return stage.case_manager("kg")


@pytest.fixture
def checkers(stage: Stage) -> tuple[Actor, Actor]:
    """The two who let it through."""
    return stage.case_manager("kg"), stage.moderator("nes")


@pytest.fixture
def reader(stage: Stage) -> Actor:
    """Somebody in another house."""
    return stage.case_manager("has")


@pytest.fixture
def case(author: Actor, checkers: tuple[Actor, Actor]) -> Case:
    """A released case with a theme and a kept word."""
    return released_case(author, *checkers, themes=("kinderbetreuung",), kept=("Kugellagerhalle",))


def running_round(case: Case, moderator: Actor, *advisers: Actor) -> CaseSession:
    """A round in which the first adviser has written a perspective and the last one has declined."""
    made = CaseSession(
        case_id=case.id,
        case_jobcenter_id=case.jobcenter_id,
        kind=SessionKind.WRITTEN,
        state=SessionState.RUNNING,
        moderator_id=moderator.user_id,
        starts_at=clock.now(),
        ends_at=clock.now() + timedelta(days=5),
        seats=[Seat(user_id=adviser.user_id, state=SeatState.ACCEPTED) for adviser in advisers],
    )
    made.seats[-1].state = SeatState.DECLINED
    db.session.add(made)
    db.session.flush()
    db.session.add(
        Perspective(
            session_id=made.id,
            case_id=case.id,
            case_jobcenter_id=case.jobcenter_id,
            author_id=advisers[0].user_id,
            jobcenter_id=advisers[0].user.jobcenter_id,
            text=safe("Gartenpflege"),
        )
    )
    case.state = CaseState.SCHEDULED
    db.session.commit()
    return made


def told(actor: Actor) -> list[str]:
    """The kinds of notices somebody got, in order."""
    return list(db.session.scalars(select(Notice.kind).where(Notice.user_id == actor.user_id).order_by(Notice.id)))


def fragments(*texts: str) -> set[bytes]:
    """Every piece of eight characters of the texts."""
    return {text[start : start + 8].encode() for text in texts for start in range(len(text) - 7)}


def bytes_at_rest() -> Iterator[bytes]:
    """The files that hold text: database and journal, or the table files of PostgreSQL with what they spill over.

    There the worker has a minute for its rounds: the server's own housekeeping may be looking at the database.
    """
    if db.engine.dialect.name == "sqlite":
        yield from files_of(db.engine).values()
        return
    for _ in range(ROUNDS):
        if rewrite_noted(timedelta()):
            break
        time.sleep(0.2)
    names = [name for name, table in db.metadata.tables.items() if holds_words(table)]
    files = text(
        "SELECT pg_read_binary_file(pg_relation_filepath(file)) FROM pg_class, "
        "LATERAL (VALUES (oid), (nullif(reltoastrelid, 0))) AS files(file) "
        "WHERE relname = :name AND relkind = 'r' AND file IS NOT NULL"
    )
    with db.engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("CHECKPOINT"))
        for name in names:
            yield from connection.scalars(files, {"name": name})


def left_over(*texts: str) -> list[bytes]:
    """The pieces of the texts that still lie in some file, without those that the reference data says too."""
    lying = b"\n".join(bytes(each) for each in bytes_at_rest())
    ours = b"\n".join(json.dumps(reference.shipped(name)).encode() for name in ("themes", "processes"))
    return sorted(piece for piece in fragments(*texts) if piece in lying and piece not in ours)


def test_withdrawing_takes_the_words_away_everywhere(
    author: Actor, reader: Actor, checkers: tuple[Actor, Actor], case: Case, stage: Stage
) -> None:
    # given a released case in a running round
    declined = stage.case_manager("msp")
    case_session = running_round(case, checkers[1], reader, declined)
    assert "Fall zurückziehen?" in author.opens(f"/faelle/{case.id}/zurueckziehen").get_data(as_text=True)
    assert case.state is CaseState.SCHEDULED
    # when its author withdraws it
    response = author.sends(f"/faelle/{case.id}/zurueckziehen", follow=False)
    assert response.status_code == 303
    # then no word of it is left, and not what it was about: it counts for nothing any more
    assert case.state is CaseState.WITHDRAWN
    columns = [column.key for column in Case.__table__.columns if isinstance(column.type, Safe)]
    assert [getattr(case, name) for name in columns] == [None] * len(columns)
    assert (case.kinds, case.risk_reasons, case.kept_words) == ({}, [], 0)
    for table in (KeptWord, Perspective):
        assert db.session.scalar(select(func.count()).select_from(table)) == 0
    for table in (CaseTheme, ThemeLabel, ThemeTrace, ThemeFollower):
        assert db.session.scalar(select(func.count()).select_from(table)) == 0
    assert case.released_at is not None
    # and the round is called off and everybody in it was told, but nobody who had declined
    assert case_session.state is SessionState.CANCELLED
    assert (told(reader), told(checkers[1]), told(declined)) == (
        ["case.deleted"],
        ["case.to_check", "case.deleted"],
        [],
    )
    # and others meet it nowhere
    assert reader.opens(f"/bibliothek/{case.id}").status_code == 404
    assert TEXTS["title"] not in reader.opens("/bibliothek").get_data(as_text=True)


def test_what_is_withdrawn_is_gone_from_the_files(author: Actor, checkers: tuple[Actor, Actor], reader: Actor) -> None:
    # given many cases, so that pages are split and moved
    others = [submitted_case(author, texts={"situation": f"Es bleibt stehen {n:04d}."}) for n in range(30)]
    words = {"title": "Zitronenfalter", "situation": f"Himbeergelee {LONG}", "hope": "Pfefferminztee"}
    case = released_case(author, *checkers, texts=words, kept=("Schlittschuhe",))
    running_round(case, checkers[1], reader)
    spoken = "Gartenpflege"
    gone = ["Zitronenfalter", "Himbeergelee", "Pfefferminztee", "Schlittschuhe", "Wortfolge00350", spoken]
    forget_deleted()
    assert left_over("Zitronenfalter")
    # when one is withdrawn
    service.withdraw(author.user, case)
    # then no piece of eight characters of it lies in any file, and the others do
    assert left_over(*gone) == []
    assert left_over("Es bleibt stehen 0007.")
    assert len(others) == 30


def test_a_marked_passage_is_gone_from_the_files(author: Actor, checkers: tuple[Actor, Actor]) -> None:
    case = submitted_case(author, texts={"situation": "Nach dem Unfall am Zitronenfaltersteg."})
    checks.mark(checkers[0].user, case, "Zitronenfaltersteg")
    assert left_over("Zitronenfaltersteg") == []
    assert left_over("Nach dem Unfall")


def test_only_the_author_withdraws_and_twice_does_no_harm(author: Actor, reader: Actor, case: Case) -> None:
    assert reader.opens(f"/faelle/{case.id}/zurueckziehen").status_code == 404
    assert reader.sends(f"/faelle/{case.id}/zurueckziehen").status_code == 404
    with pytest.raises(NotAllowed):
        service.withdraw(reader.user, case)
    for _ in range(2):
        assert author.sends(f"/faelle/{case.id}/zurueckziehen", follow=False).status_code == 303
    verbs = list(db.session.scalars(select(AuditEntry.verb)))
    assert verbs.count("case.withdraw") == 1


def test_the_first_report_pauses_for_everybody_at_once(
    author: Actor, checkers: tuple[Actor, Actor], reader: Actor, case: Case, stage: Stage
) -> None:
    # given a case in a running round, and an officer in its house
    officer, foreign, other = stage.officer("kg"), stage.officer("has"), stage.case_manager("msp")
    running_round(case, checkers[1], reader, other)
    # when a reader says that they recognise the person
    first = reader.sends(f"/bibliothek/{case.id}/erkannt")
    # then nobody reads it any more
    assert case.paused_at is not None
    for person in (reader, other, checkers[0], checkers[1]):
        assert person.opens(f"/bibliothek/{case.id}").status_code == 404
        assert TEXTS["title"] not in person.opens("/bibliothek").get_data(as_text=True)
    # and a second report is answered with the very same page
    paused_at = case.paused_at
    second = other.sends(f"/bibliothek/{case.id}/erkannt")
    assert first.request.path == second.request.path == "/erkannt"
    assert (first.status_code, second.status_code) == (200, 200)
    assert case.paused_at == paused_at
    assert db.session.scalar(select(func.count()).select_from(Recognition)) == 1
    # and the author and the officer of the house were told, once, and nobody else
    assert told(author)[-1] == "case.paused"
    assert told(officer) == ["case.paused.officer"]
    assert (told(foreign), told(other)) == ([], [])


def test_a_running_round_rests_with_its_case(
    author: Actor, checkers: tuple[Actor, Actor], reader: Actor, case: Case, stage: Stage
) -> None:
    # given a running round that everybody in it can see
    case_session = running_round(case, checkers[1], reader, stage.case_manager("msp"))
    page, people = f"/beratungen/{case_session.id}", (reader, checkers[1], author)
    for person in people:
        assert TEXTS["key_question"] in person.opens(page).get_data(as_text=True)
    # when its case is paused, or blocked, or withdrawn
    officer = stage.officer("kg")
    steps = (
        lambda: service.recognise(reader.user, case),
        lambda: (service.lift(officer.user, case), service.block(officer.user, case)),
        lambda: (service.unblock(officer.user, case), service.withdraw(author.user, case)),
    )
    for step in steps:
        step()
        # then the round is seen by nobody, and neither are its words on any list
        for person in people:
            assert person.opens(page).status_code == 404
            assert TEXTS["key_question"] not in person.pages[-1]
            assert TEXTS["key_question"] not in person.opens("/beratungen").get_data(as_text=True)


def test_who_reported_is_written_nowhere(reader: Actor, case: Case, stage: Stage) -> None:
    # given an empty access log
    stage.officer("kg")
    # when somebody reports without having opened the case before
    reader.sends(f"/bibliothek/{case.id}/erkannt")
    # then no table but the person's own account knows them
    for table in db.metadata.sorted_tables:
        if table.name not in {"user", "user_role", "sign_in"}:
            rows = " ".join(str(tuple(row)) for row in db.session.execute(table.select()))
            assert reader.user_id not in rows, table.name


def test_a_checker_may_report_too(author: Actor, checkers: tuple[Actor, Actor]) -> None:
    case = submitted_case(author)
    checkers[0].sends(f"/bibliothek/{case.id}/erkannt")
    assert case.paused_at is not None
    # and the case can be withdrawn while it is paused
    service.withdraw(author.user, case)
    assert case.state is CaseState.WITHDRAWN
    assert db.session.scalars(select(Recognition.deleted_at)).one() is not None


def test_without_an_officer_the_moderators_elsewhere_are_asked(
    author: Actor, checkers: tuple[Actor, Actor], reader: Actor, case: Case, stage: Stage
) -> None:
    near, far = stage.moderator("kg"), stage.moderator("msp")
    service.recognise(reader.user, case)
    assert told(far) == ["case.paused.judge"]
    assert told(near) == []


def test_the_officer_of_the_house_decides_alone(author: Actor, reader: Actor, case: Case, stage: Stage) -> None:
    officer = stage.officer("kg")
    service.recognise(reader.user, case)
    # given the officer sees that it is paused, and no word of it
    for path in ("/datenschutz-im-haus", f"/datenschutz-im-haus/{case.id}", "/pausiert", f"/pausiert/{case.id}"):
        page = officer.opens(path)
        assert page.status_code == 200
        assert not [words for words in TEXTS.values() if words in page.get_data(as_text=True)]
    # when the officer lifts the pause
    officer.sends(f"/pausiert/{case.id}/aufheben")
    # then the case goes on where it stood
    assert case.paused_at is None
    assert case.state is CaseState.RELEASED
    assert reader.opens(f"/bibliothek/{case.id}").status_code == 200
    assert told(author)[-1] == "case.pause_lifted"
    # and who decides after that is told that it is over
    assert officer.sends(f"/pausiert/{case.id}/loeschen").status_code == 409


def test_the_officer_sees_the_text_only_when_asking_for_it_and_that_is_noted(
    reader: Actor, case: Case, stage: Stage
) -> None:
    officer, leading = stage.officer("kg"), stage.person("kg", Role.DATA_PROTECTION, Role.LEADERSHIP)
    service.recognise(reader.user, case)
    page = officer.sends(f"/pausiert/{case.id}")
    assert TEXTS["title"] in page.get_data(as_text=True)
    assert db.session.scalars(select(CaseRead.user_id)).all() == [officer.user_id]
    assert leading.sends(f"/pausiert/{case.id}").status_code == 404


def test_two_moderators_elsewhere_have_to_say_the_same(
    author: Actor, checkers: tuple[Actor, Actor], reader: Actor, case: Case, stage: Stage
) -> None:
    # given a paused case
    first, second, third = checkers[1], stage.moderator("has"), stage.moderator("msp")
    service.recognise(reader.user, case)
    # when one says lift, twice, and another says delete
    for _ in range(2):
        assert service.lift(first.user, case) is False
    second.sends(f"/pausiert/{case.id}/loeschen")
    # then nothing is decided
    assert case.paused_at is not None
    assert case.state is CaseState.RELEASED
    assert db.session.scalar(select(func.count()).select_from(RecognitionVote)) == 2
    assert "Pause aufheben" in first.opens(f"/pausiert/{case.id}").get_data(as_text=True)
    # when the first changes their mind
    assert service.delete_paused(first.user, case) is True
    # then the case is gone for good, and its author was told
    assert case.state is CaseState.WITHDRAWN
    assert case.title is None
    assert left_over("Kugellagerhalle") == []
    assert told(author)[-1] == "case.erased"
    with pytest.raises(NotAllowed):
        service.lift(third.user, case)


@pytest.mark.parametrize("who", ["case manager", "near", "leader", "foreign officer", "author"])
def test_others_decide_nothing(author: Actor, reader: Actor, case: Case, stage: Stage, who: str) -> None:
    service.recognise(reader.user, case)
    person = {
        "case manager": stage.case_manager("has"),
        "near": stage.moderator("kg"),
        "leader": stage.leader("kg"),
        "foreign officer": stage.officer("has"),
        "author": author,
    }[who]
    for door in ("aufheben", "loeschen"):
        assert person.sends(f"/pausiert/{case.id}/{door}").status_code == 404
    assert person.opens(f"/pausiert/{case.id}").status_code == 404
    assert person.sends(f"/datenschutz-im-haus/{case.id}/sperren").status_code == 404
    assert person.opens(f"/datenschutz-im-haus/{case.id}").status_code == 404
    for verb in (service.lift, service.delete_paused, service.block, service.unblock):
        with pytest.raises(NotAllowed):
            verb(person.user, case)
    assert case.paused_at is not None


def test_a_vote_on_what_is_not_paused_comes_too_late(checkers: tuple[Actor, Actor], case: Case) -> None:
    with pytest.raises(WrongMoment):
        service.lift(checkers[1].user, case)


def test_the_officer_blocks_a_case_at_once(author: Actor, reader: Actor, case: Case, stage: Stage) -> None:
    officer = stage.officer("kg")
    officer.sends(f"/datenschutz-im-haus/{case.id}/sperren")
    assert reader.opens(f"/bibliothek/{case.id}").status_code == 404
    assert "gesperrt" in officer.opens("/datenschutz-im-haus").get_data(as_text=True)
    officer.sends(f"/datenschutz-im-haus/{case.id}/entsperren")
    assert reader.opens(f"/bibliothek/{case.id}").status_code == 200
    assert told(author)[-2:] == ["case.blocked", "case.unblocked"]


def test_the_officer_sees_who_read_a_case_of_the_house_and_no_author(
    author: Actor, reader: Actor, case: Case, stage: Stage
) -> None:
    officer = stage.officer("kg")
    reader.opens(f"/bibliothek/{case.id}")
    page = officer.opens(f"/datenschutz-im-haus/{case.id}").get_data(as_text=True)
    assert reader.user.name in page
    assert "Haßberge" in page
    assert author.user.name not in page
    assert author.user_id not in page
    assert stage.officer("has").opens("/datenschutz-im-haus").get_data(as_text=True).count(case.id) == 0


def test_a_discarded_draft_is_gone_from_the_list(stage: Stage) -> None:
    # given a draft
    author = stage.case_manager("kg")
    draft = submitted_case(author, state=CaseState.DRAFT)
    assert TEXTS["title"] in author.opens("/faelle/meine").text

    # when its author discards it
    asked = author.opens(f"/faelle/{draft.id}/zurueckziehen").text
    assert "Entwurf verwerfen?" in asked
    answer = author.sends(f"/faelle/{draft.id}/zurueckziehen")

    # then the list is empty again
    assert "Ihr Entwurf ist gelöscht." in answer.text
    assert "Noch kein Fall" in answer.text
