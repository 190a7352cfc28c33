"""Network administration keeps the processes; what is planned already keeps the one it was planned with."""

from typing import Any

import pytest
from werkzeug.test import TestResponse

from caseboard.db import command, db
from caseboard.models import AuditEntry, CaseSession, Process, Role, SessionKind
from caseboard.models.case import Light
from caseboard.policy import processes as rules
from caseboard.reference import fill
from caseboard.sessions.phases import Work, agenda_of, current
from caseboard.sessions.processes import queries
from tests.actors import Actor, Stage
from tests.rooms.live_stage import Live
from tests.rooms.sessions_stage import Round, released_case
from tests.rooms.test_cases_writing import fields_of

PATH = "/verfahren/six_phases"


@pytest.fixture
def admin(stage: Stage) -> Actor:
    """Who keeps the processes."""
    return stage.person("kt", Role.NETWORK_ADMINISTRATION)


def process() -> Process:
    """The usual process, fresh from the database."""
    db.session.rollback()
    return db.session.get_one(Process, "six_phases")


def saves(admin: Actor, path: str, **changes: object) -> TestResponse:
    """What the page shows, with some fields changed; a field that is None is left out, as an empty box is."""
    shown = fields_of(admin.opens(path)) | changes
    return admin.sends(path, {name: value for name, value in shown.items() if value is not None})


def keys() -> list[str]:
    """The phases in their order."""
    return [row["key"] for row in process().phases]


@pytest.mark.parametrize("role", Role)
def test_only_network_administration_keeps_processes(stage: Stage, role: Role) -> None:
    user = stage.person("kg", role).user
    kept = set(db.session.scalars(rules.keepable_processes(user)))
    every = set(db.session.scalars(db.select(Process)))
    assert kept == {one for one in every if rules.may_keep_process(user, one)}
    assert bool(kept) is (role is Role.NETWORK_ADMINISTRATION)


def test_a_phase_gets_other_words_and_minutes(admin: Actor) -> None:
    # when goal, minutes and a prompt are changed
    answer = saves(
        admin,
        f"{PATH}/consultation",
        goal_de="Viele Blickwinkel auf die Frage.",
        minutes="15",
        prompt_adviser_de="Schreiben Sie einen Gedanken auf.",
        prompt_observer_de="",
        prompt_observer_en="",
    )
    # then they stand on the page of the process, and what was not touched stays
    assert "Die Phase ist gespeichert." in answer.get_data(as_text=True)
    row = next(row for row in process().phases if row["key"] == "consultation")
    assert (row["goal"]["de"], row["minutes"]) == ("Viele Blickwinkel auf die Frage.", 15)
    assert row["prompts"]["adviser"]["de"] == "Schreiben Sie einen Gedanken auf."
    assert row["prompts"]["case_giver"]["de"].startswith("Sie hören jetzt nur zu.")
    assert "observer" not in row["prompts"]
    assert row["share"] == 5
    assert db.session.scalars(db.select(AuditEntry.verb)).all() == ["process.keep_phase"]


def test_a_consultation_that_is_planned_keeps_its_agenda(stage: Stage, admin: Actor) -> None:
    # given a live session that is planned
    table = Round(stage, SessionKind.LIVE)
    before = table.row.agenda
    # when the process gets another order and other minutes
    saves(admin, f"{PATH}/consultation", minutes="20")
    admin.sends(f"{PATH}/method/verschieben", {"direction": "up"})
    # then nothing changes for it, and one that is planned now follows the new process
    assert table.row.agenda == before
    assert agenda_of(table.row).at("consultation").minutes == 10
    later = agenda_of(Round(stage, SessionKind.LIVE).row)
    assert later.at("consultation").minutes == 20
    assert [phase.key for phase in later.phases][2:4] == ["method", "key_question"]


def phase_row(key: str) -> dict[str, Any]:
    """One phase of the usual process as it is stored."""
    return next(row for row in process().phases if row["key"] == key)


def test_administration_says_who_speaks_and_who_writes_and_whether_one_by_one(stage: Stage, admin: Actor) -> None:
    # given a session that runs
    running = Live(stage).goes_to("report")
    ticked = fields_of(admin.opens(f"{PATH}/report"))
    assert (sorted(ticked["speaks"]), sorted(ticked["writes"])) == (
        ["case_giver", "moderator"],
        ["adviser", "case_giver", "note_taker"],
    )
    # when the process lets others speak and write, and advisers come one by one
    assert (
        saves(admin, f"{PATH}/report", speaks=["moderator", "co_moderator"], writes=["case_giver"]).status_code == 200
    )
    assert saves(admin, f"{PATH}/consultation", turns="y", writes=None).status_code == 200
    # then that is stored, in one order
    assert (phase_row("report")["speaks"], phase_row("report")["writes"]) == (
        ["moderator", "co_moderator"],
        ["case_giver"],
    )
    assert (phase_row("consultation")["turns"], phase_row("consultation")["writes"]) == (True, [])
    # and holds for a session that is planned from now on
    later = Live(stage).goes_to("report")
    assert 'id="ask"' not in later.seen_by(later.advisers[0])
    assert "Moderation, Co-Moderation</p>" in later.seen_by(later.observer)
    later.goes_to("consultation")
    assert "Gerade ist niemand dran." in later.seen_by(later.observer)
    # and not for the one that runs
    assert 'id="ask"' in running.seen_by(running.advisers[0])
    assert "Co-Moderation</p>" not in running.seen_by(running.observer)
    running.goes_to("consultation").posts(running.advisers[1], "Ein Gedanke.")
    assert "Gerade ist niemand dran." not in running.seen_by(running.observer)


@pytest.mark.parametrize(
    ("key", "changes"),
    [
        ("report", {"speaks": None}),
        ("report", {"speaks": ["moderator", "adviser"]}),
        ("report", {"writes": ["moderator"]}),
        ("report", {"turns": "y"}),
        ("casting", {"writes": ["moderator"]}),
        ("consultation", {"speaks": ["case_giver"]}),
        ("consultation", {"writes": ["case_giver"]}),
        ("consultation", {"writes": ["observer"]}),
        ("consultation", {"writes": ["nobody"]}),
    ],
)
def test_a_process_gives_nobody_more_than_the_table(admin: Actor, key: str, changes: dict[str, Any]) -> None:
    before = process().phases
    assert saves(admin, f"{PATH}/{key}", **changes).status_code == 422
    assert process().phases == before


def test_words_of_old_that_say_too_much_are_not_offered_and_go_with_the_next_save(admin: Actor) -> None:
    # given a process as it was filled in by an earlier version
    old = process()
    old.phases = [
        {**row, "writes": ["moderator", "observer"]} if row["key"] == "casting" else row for row in old.phases
    ]
    db.session.commit()
    # then its page says that nobody writes there, and saving says so too
    page = admin.opens(f"{PATH}/casting").get_data(as_text=True)
    assert "In einer solchen Phase schreibt niemand." in page
    assert 'name="turns"' not in page
    saves(admin, f"{PATH}/casting")
    assert phase_row("casting")["writes"] == []


@pytest.mark.parametrize("gives", ["silent", "speaking"])
def test_the_board_names_who_speaks_and_nobody_who_is_not_heard(stage: Stage, gives: str) -> None:
    live = Live(stage)
    if gives == "speaking":
        row = live.row
        row.case.live_light, row.case_giver_speaks = Light.GREEN, True
        db.session.commit()
    live.goes_to("report")
    heard = {"silent": "Moderation</p>", "speaking": "Moderation, fallgebende Fachkraft</p>"}
    assert f"<strong>Es sprechen:</strong> {heard[gives]}" in live.seen_by(live.advisers[0])
    live.goes_to("consultation")
    assert "<strong>Es sprechen:</strong> Moderation, Beratende, Mitschrift</p>" in live.seen_by(live.author)


def test_what_people_changed_stays_when_the_program_starts_again(admin: Actor) -> None:
    saves(admin, PATH, name_de="Der gewohnte Weg", active=None)
    fill()
    assert (process().name_de, process().active) == ("Der gewohnte Weg", False)


def test_a_process_out_of_use_is_offered_to_nobody_who_plans(stage: Stage, admin: Actor) -> None:
    saves(admin, "/verfahren/turns", active=None)
    case_id = released_case(stage, stage.case_manager("kg"))
    page = stage.moderator("nes").opens(f"/beratungen/planen/{case_id}").get_data(as_text=True)
    assert 'value="six_phases"' in page
    assert 'value="turns"' not in page
    assert "turns" in [one.id for one in queries.processes(admin.user, "de")]


def test_phases_change_places_and_stay_at_the_ends(admin: Actor) -> None:
    before = keys()
    admin.sends(f"{PATH}/report/verschieben", {"direction": "up"})
    assert keys()[:2] == ["report", "casting"]
    admin.sends(f"{PATH}/report/verschieben", {"direction": "up"})
    admin.sends(f"{PATH}/report/verschieben", {"direction": "down"})
    assert keys() == before


def test_nobody_closes_before_the_group_has_consulted(admin: Actor) -> None:
    answer = admin.sends(f"{PATH}/consultation/verschieben", {"direction": "down"})
    assert answer.status_code == 409
    assert keys().index("consultation") < keys().index("closing")


@pytest.mark.parametrize(
    ("key", "changes"),
    [
        ("consultation", {"off": "y"}),
        ("consultation", {"optional": "y"}),
        ("consultation", {"minutes": ""}),
        ("consultation", {"share": "0"}),
        ("closing", {"off": "y"}),
        ("closing", {"share": ""}),
    ],
)
def test_a_process_that_could_not_be_held_is_not_saved(admin: Actor, key: str, changes: dict[str, str]) -> None:
    before = process().phases
    answer = saves(admin, f"{PATH}/{key}", goal_de="Ein anderes Ziel.", **changes)
    # what was typed is still there, and nothing was stored
    assert answer.status_code == 422
    assert "Ein anderes Ziel." in answer.get_data(as_text=True)
    assert process().phases == before


@pytest.mark.parametrize(
    "changes",
    [
        {"live": None, "written": None},
        {"least_people": "9", "most_people": "8"},
        {"least_people": "1"},
        {"name_de": ""},
        {"line_de": "Fragen Sie Frau Walburga Steinmetzger."},
    ],
)
def test_a_process_for_nobody_or_with_a_name_in_it_is_not_saved(admin: Actor, changes: dict[str, str | None]) -> None:
    before = process().version
    assert saves(admin, PATH, **changes).status_code == 422
    assert process().version == before


def test_words_that_stand_there_already_are_not_judged_again(admin: Actor) -> None:
    # every phase of every process is saved as it stands, in both languages
    for row in db.session.scalars(db.select(Process)).all():
        for phase in row.phases:
            assert saves(admin, f"/verfahren/{row.id}/{phase['key']}").status_code == 200, phase["key"]


def test_who_comes_second_sees_it_and_can_still_save(admin: Actor) -> None:
    # given a page that somebody opened before somebody else saved
    shown = fields_of(admin.opens(f"{PATH}/closing"))
    saves(admin, f"{PATH}/closing", minutes="6")
    # when it is sent
    answer = admin.sends(f"{PATH}/closing", {**shown, "minutes": "7"})
    # then nothing is lost and nothing replaced, and the second send replaces knowingly
    assert answer.status_code == 422
    assert next(row for row in process().phases if row["key"] == "closing")["minutes"] == 6
    assert admin.sends(f"{PATH}/closing", fields_of(answer)).status_code == 200
    assert next(row for row in process().phases if row["key"] == "closing")["minutes"] == 7


def test_a_phase_that_is_not_there_is_an_absent_page(admin: Actor) -> None:
    assert admin.opens(f"{PATH}/gibt-es-nicht").status_code == 404
    assert admin.sends(f"{PATH}/gibt-es-nicht/verschieben", {"direction": "up"}).status_code == 404


def test_a_consultation_from_before_there_were_processes_still_opens(stage: Stage) -> None:
    table = Round(stage).all_accept()
    without_agenda(table.id)
    assert current(table.row).work is Work.CONSULTATION
    assert table.advisers[0].opens(table.address).status_code == 200


@command
def without_agenda(session_id: str) -> None:
    """A row as it stood before the agenda came."""
    row = db.session.get_one(CaseSession, session_id)
    row.agenda, row.process_id = [], None


def test_the_library_of_methods_answers_what_somebody_wants(stage: Stage) -> None:
    reader = stage.case_manager("kg")
    everything = reader.opens("/methoden").get_data(as_text=True)
    some = reader.opens("/methoden?wunsch=talk").get_data(as_text=True)
    assert "Kopfstand" in everything
    assert "Sätze ausprobieren" in some
    assert "Kopfstand" not in some
    # an address that asks for something else shows everything
    assert "Kopfstand" in reader.opens("/methoden?wunsch=%00quatsch").get_data(as_text=True)
    reader.sends("/sprache", {"language": "en"})
    assert "Headstand" in reader.opens("/methoden").get_data(as_text=True)
