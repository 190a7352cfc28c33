"""What is reckoned at night: labels before the classifier, twins once, everything or nothing, and the same again."""

from dataclasses import fields
from datetime import timedelta

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import func, select

from caseboard import clock, labels
from caseboard.anonymize import SafeText
from caseboard.db import command, db
from caseboard.errors import InvalidInput, NotAllowed
from caseboard.models import (
    Case,
    ModelRun,
    NearDuplicate,
    Role,
    RuleSetting,
    RunState,
    Standing,
    ThemeAssignment,
    ThemeCount,
    ThemeLabel,
    ThemeSignal,
)
from caseboard.themes import commands, counting, cutting, deciding, jobs, reading, rule, runs, scoring, wording
from caseboard.themes.signals import STANDARD
from tests.actors import Actor, Stage
from tests.rooms.recurring import HOUSES, USUAL, counted, decided, history, released_case
from tests.rooms.test_themes_taxonomy import entry, theme, told

BUS = (
    "Der letzte Bus fährt um sechs, einen Führerschein gibt es nicht. Mit dem Fahrplan ist die Frühschicht im "
    "Gewerbegebiet nicht zu erreichen, und eine Mitfahrgelegenheit fand sich bisher nicht."
)
DEBTS = (
    "Die Pfändung auf dem Konto läuft seit Monaten, Inkasso und Gerichtsvollzieher schreiben weiter. Bei der "
    "Schuldnerberatung gibt es erst im nächsten Jahr einen Termin."
)


def silent(*_progress: object) -> None:
    """Nobody looks on."""


@command
def written(case_id: str, text: str, *, forget_labels: bool = False) -> str:
    """Give a case another text; its author may not have said what it is about."""
    case = db.session.get_one(Case, case_id)
    case.situation = SafeText.trusted(text)
    if forget_labels:
        case.labels, case.theme_rows = [], []
    return case_id


def case_of(stage: Stage, house: str, text: str, *themes: str) -> str:
    """A released case with this text, about the theme that is named, or with no word about it."""
    case_id = released_case(stage, stage.case_manager(house), themes[0] if themes else USUAL)
    return written(case_id, text, forget_labels=not themes)


def cells() -> dict[tuple[str, str], int]:
    """How many cases of each theme each house has, over all months."""
    found: dict[tuple[str, str], int] = {}
    for row in db.session.scalars(select(ThemeCount)):
        found[row.theme_id, row.jobcenter_id] = found.get((row.theme_id, row.jobcenter_id), 0) + row.n
    return found


def everything() -> list[object]:
    """All that is derived, with the version it was made by."""
    found = []
    for table in (ThemeCount, ThemeAssignment, NearDuplicate):
        columns = [column for column in table.__table__.columns if column.name != "run_id"]
        found.append(sorted(map(tuple, db.session.execute(select(*columns)))))
    return found


def test_where_nobody_has_spoken_the_classifier_counts_what_it_is_sure_of(stage: Stage) -> None:
    case_of(stage, "kg", f"{DEBTS} {DEBTS}")

    jobs.rebuild(silent)

    assert cells() == {("schulden", "kg"): 1}


def test_a_human_word_beats_the_classifier_for_ever(stage: Stage) -> None:
    # given a text about debts, whose author says that it is about something else
    case_id = case_of(stage, "kg", f"{DEBTS} {DEBTS}", "mobilitaet")

    # when it is reckoned, again and again
    for _night in range(2):
        jobs.rebuild(silent)

        # then the author is believed, and what the classifier is sure of without labels (above) counts for nothing
        assert cells() == {("mobilitaet", "kg"): 1}
        assigned = db.session.scalars(select(ThemeAssignment).where(ThemeAssignment.case_id == case_id)).all()
        assert not any(row.counts for row in assigned)

    # and a moderator who takes the tick away is believed as well
    cutting.correct(stage.moderator("msp").user, db.session.get_one(Case, case_id), ["energie"])
    jobs.rebuild(silent)
    assert cells() == {("energie", "kg"): 1}


def test_a_theme_that_was_accepted_later_is_looked_for_in_older_cases_and_a_child_of_a_split_is_not(
    stage: Stage,
) -> None:
    # given a case whose author has ticked something
    with clock.at(clock.now() - timedelta(days=40)):
        case_id = case_of(stage, "kg", BUS, "mobilitaet")
    moderator = stage.moderator("msp").user
    (child,) = cutting.split(moderator, theme("mobilitaet"), [entry("Fahrplan")], {})
    accepted = deciding_later(stage)

    # when the classifier is asked whether it may add the one or the other
    heard = scoring._Heard.now()

    # then only what the author cannot have known is added
    assert heard.nothing_of(case_id, accepted)
    assert not heard.nothing_of(case_id, child)
    assert not heard.nothing_of(case_id, "mobilitaet")
    assert not heard.nothing_of(case_id, "schulden")


def test_a_moderator_sees_what_was_counted_automatically_and_refuses_it_for_good(stage: Stage) -> None:
    # given a case of whose themes nobody has spoken, and which the classifier counts
    case_id = case_of(stage, "kg", f"{DEBTS} {DEBTS}")
    jobs.rebuild(silent)
    moderator = stage.moderator("msp")

    # then it stands among the cases of the theme, and the theme is ticked where it is corrected
    page = moderator.opens("/themen/schulden/faelle").get_data(as_text=True)
    assert f"/themen/faelle/{case_id}" in page
    assert "Automatisch gezählt: " in page
    page = moderator.opens(f"/themen/faelle/{case_id}").get_data(as_text=True)
    assert page.count("(automatisch gezählt)") == 1
    assert page.count(" checked") == 1

    # when the moderator takes this tick away
    moderator.sends(f"/themen/faelle/{case_id}", {"themes": []})

    # then it counts no more at once, neither after the next night, and stands there as a word of a person
    assert counting.count().total() == 0
    assert labels.counted(case_id) == set()
    jobs.rebuild(silent)
    assert cells() == {}
    assert labels.words_of([case_id])[case_id] == {"schulden": False, None: True}
    assert f"/themen/faelle/{case_id}" not in moderator.opens("/themen/schulden/faelle").get_data(as_text=True)
    author = Actor(db.session.get_one(Case, case_id).author_id, stage.stranger())
    assert told(author) == ["theme.labelled"]


def test_what_a_moderator_leaves_ticked_is_a_word_and_silences_the_classifier_in_this_case(stage: Stage) -> None:
    # given one automatic theme
    case_id = case_of(stage, "kg", f"{DEBTS} {DEBTS}")
    jobs.rebuild(silent)

    # when a moderator saves it as it is, with another one beside it
    stage.moderator("msp").sends(f"/themen/faelle/{case_id}", {"themes": ["schulden", "mobilitaet"]})

    # then both are words of a person, and nothing else is ever added
    assert labels.words_of([case_id])[case_id] == {"schulden": True, "mobilitaet": True, None: False}
    heard = scoring._Heard.now()
    assert not heard.nothing_of(case_id, "energie")
    jobs.rebuild(silent)
    assert cells() == {("schulden", "kg"): 1, ("mobilitaet", "kg"): 1}


def test_a_case_that_was_counted_automatically_can_be_moved_by_a_split(stage: Stage) -> None:
    # given
    case_id = case_of(stage, "kg", f"{DEBTS} {DEBTS}")
    jobs.rebuild(silent)

    # when
    moderator = stage.moderator("msp").user
    (child,) = cutting.split(moderator, theme("schulden"), [entry("Pfändung")], {case_id: 0})

    # then it counts for the child alone, and no more for the parent
    assert labels.counted(case_id) == {child}
    jobs.rebuild(silent)
    assert cells() == {(child, "kg"): 1}


def deciding_later(stage: Stage) -> str:
    """A theme that moderators make of a candidate now."""
    from caseboard.models import ThemeCandidate
    from tests.actors import put

    put(ThemeCandidate(terms=["Lastenrad"], houses=3))
    candidate = db.session.scalars(select(ThemeCandidate)).one()
    return cutting.accept(stage.moderator("msp").user, candidate, entry("Lastenrad"), [])


def test_two_cases_that_say_the_same_count_once(stage: Stage) -> None:
    # given the same words twice from one house, once from another, and once three weeks before
    with clock.at(clock.now() - timedelta(days=21)):
        case_of(stage, "kg", BUS, "mobilitaet")
    twins = {case_of(stage, "kg", BUS, "mobilitaet"), case_of(stage, "kg", f"{BUS} Heute.", "mobilitaet")}
    case_of(stage, "nes", BUS, "mobilitaet")
    case_of(stage, "kg", DEBTS, "schulden")

    jobs.rebuild(silent)

    assert cells() == {("mobilitaet", "kg"): 2, ("mobilitaet", "nes"): 1, ("schulden", "kg"): 1}
    assert len(set(db.session.scalars(select(NearDuplicate.case_id))) & twins) == 1


def test_the_same_night_again_makes_the_same_and_decides_nothing_anew(stage: Stage) -> None:
    # given cases and a history
    for house in HOUSES:
        case_of(stage, house, BUS, "mobilitaet")
    case_of(stage, "kg", f"{DEBTS} {DEBTS}")
    history(stage, "mobilitaet", *HOUSES)
    assert jobs.rebuild(silent) is RunState.DONE
    before, signals = everything(), db.session.scalar(select(func.count(ThemeSignal.id)))
    assert signals

    # when it runs once more in the same month
    assert jobs.rebuild(silent) is RunState.DONE

    # then every row is the same, by the same version, and nothing more is decided
    assert everything() == before
    assert db.session.scalar(select(func.count(ThemeSignal.id))) == signals
    assert len(set(db.session.scalars(select(ModelRun.version)))) == 1

    # until network administration asks for it, or a month is over
    runs.ask(stage.person("kt", Role.NETWORK_ADMINISTRATION).user)
    assert jobs.reckon()
    assert db.session.scalar(select(func.count(ThemeSignal.id))) == 2 * signals
    with clock.at(clock.midnight(clock.months_before(clock.today(), -1)) + timedelta(hours=3)):
        assert jobs.reckon()
        assert not jobs.reckon()
    assert db.session.scalar(select(func.count(ThemeSignal.id))) == 3 * signals


def test_the_worker_reckons_once_a_night_and_not_before_two(app: Flask) -> None:
    midnight = clock.midnight(clock.today() + timedelta(days=1))
    with clock.at(midnight + timedelta(hours=1)):
        assert not jobs.reckon()
    with clock.at(midnight + timedelta(hours=2)):
        assert jobs.reckon()
    with clock.at(midnight + timedelta(hours=23)):
        assert not jobs.reckon()


def test_a_run_that_is_stopped_leaves_everything_as_it_was(stage: Stage) -> None:
    # given figures of a night, and another case since
    case_of(stage, "kg", DEBTS, "schulden")
    jobs.rebuild(silent)
    before = everything()
    case_of(stage, "nes", BUS, "mobilitaet")
    administrator = stage.person("kt", Role.NETWORK_ADMINISTRATION)

    # when somebody stops the next run while it looks at the cases
    def watch(step: str, _done: int, _total: int) -> None:
        if step == "scoring":
            run = db.session.scalars(select(ModelRun).where(ModelRun.state == RunState.RUNNING)).one()
            page = administrator.opens("/themen/berechnung").get_data(as_text=True)
            assert "jeder Fall wird durchgesehen" in page or "das Zuordnen wird gelernt" in page
            administrator.sends(f"/themen/berechnung/{run.id}/anhalten")

    # then it says so, and nothing has changed
    assert jobs.rebuild(watch) is RunState.CANCELLED
    assert everything() == before
    assert "angehalten" in administrator.opens("/themen/berechnung").get_data(as_text=True)


def test_a_run_whose_process_is_gone_makes_room_after_a_while(app: Flask) -> None:
    run_id = runs.begin(nightly=False)
    assert runs.begin(nightly=False) is None
    with clock.at(clock.now() + runs.SILENT + timedelta(minutes=1)):
        assert runs.begin(nightly=False)
    assert run_id
    assert db.session.get_one(ModelRun, run_id).state is RunState.FAILED


def invoked(app: Flask, *arguments: str) -> Result:
    """What the command line says."""
    return app.test_cli_runner().invoke(commands.rebuild, arguments)


def test_the_command_shows_progress_and_ends_well(app: Flask, stage: Stage) -> None:
    case_of(stage, "kg", DEBTS, "schulden")

    answer = invoked(app)

    assert (answer.exit_code, answer.exception) == (0, None)
    assert "Themes" in answer.output
    assert cells() == {("schulden", "kg"): 1}


def test_ctrl_c_stops_the_command_cleanly(app: Flask, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    # given a run during which somebody presses Ctrl-C
    case_of(stage, "kg", DEBTS, "schulden")

    def interrupted(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(scoring, "put", interrupted)

    # then the command says that it stopped, and so does the page
    answer = invoked(app)
    assert answer.exit_code == 1
    assert "Stopped. The former figures stay." in answer.output
    assert db.session.scalars(select(ModelRun.state)).all() == [RunState.CANCELLED]
    assert cells() == {}


def test_a_signal_ends_after_two_months_below_watch(stage: Stage) -> None:
    history(stage, "mobilitaet", *HOUSES)
    decided()
    assert deciding.newest()["mobilitaet"].standing is Standing.SIGNAL

    # when no further case comes, month after month
    found = []
    for months in range(1, 7):
        month = clock.months_before(clock.today(), -months)
        with clock.at(clock.midnight(month) + timedelta(days=3)):
            for house in ("kg", "nes", "has", "msp", "kt"):
                counted(USUAL, house, 1, 3)
            decided()
            found.append(deciding.newest()["mobilitaet"])

    # then it stands for one weak month and is over with the second
    weak = next(place for place, row in enumerate(found) if row.weak == 1)
    assert found[weak].standing is Standing.SIGNAL
    assert found[weak + 1].standing is not Standing.SIGNAL


def test_a_signal_is_frozen_with_its_evidence_and_the_version_of_the_rule(stage: Stage) -> None:
    history(stage, "mobilitaet", *HOUSES)
    decided()
    frozen = deciding.newest()["mobilitaet"]
    evidence = dict(frozen.evidence)

    # when more cases come and the rule is made stricter
    counted("mobilitaet", "msp", 1, 9)
    rule.put(stage.person("kt", Role.NETWORK_ADMINISTRATION).user, {"least_cases": 8})
    decided()

    # then what was decided stays as it was, and the newer one names the newer rule
    assert db.session.get_one(ThemeSignal, frozen.id).evidence == evidence
    assert evidence["exact"]["observed"] == 18
    assert frozen.rule_version == STANDARD.version
    assert deciding.newest()["mobilitaet"].rule_version.startswith(f"{STANDARD.version}+")


@pytest.mark.parametrize("looser", [{"signal_ratio": 1.1}, {"least_houses": 2}, {"signal_quantile": 0.05}])
def test_the_rule_cannot_be_made_looser_than_it_was_measured(stage: Stage, looser: dict[str, float]) -> None:
    with pytest.raises(InvalidInput):
        rule.put(stage.person("kt", Role.NETWORK_ADMINISTRATION).user, looser)
    assert rule.in_force() == STANDARD


def test_network_administration_sets_the_rule_and_everybody_sees_who_did(stage: Stage) -> None:
    administrator = stage.person("kt", Role.NETWORK_ADMINISTRATION, name="Verwaltung Ohlert")
    form = {name: str(getattr(STANDARD, name)) for name in rule.SETTABLE}

    answer = administrator.sends("/themen/regel/aendern", {**form, "signal_ratio": "1.1"})
    assert answer.status_code == 422
    assert "Nur strengere Werte sind möglich." in answer.get_data(as_text=True)
    assert db.session.scalars(select(RuleSetting)).all() == []

    answer = administrator.sends("/themen/regel/aendern", {**form, "signal_ratio": "1.5"})
    assert "Die Regel ist gesetzt." in answer.get_data(as_text=True)
    page = stage.case_manager("kg").opens("/themen/regel").get_data(as_text=True)
    assert "Verwaltung Ohlert" in page
    assert rule.in_force().signal_ratio == 1.5
    assert rule.in_force().least_houses == STANDARD.least_houses
    with pytest.raises(NotAllowed):
        rule.put(stage.moderator("kg").user, {"signal_ratio": 2})


def test_every_number_of_the_rule_stands_on_its_page_and_what_each_state_asks_for(stage: Stage) -> None:
    # when
    page = stage.leader("kg").opens("/themen/regel").get_data(as_text=True)

    # then no number is left out, whether it can be set or not, but those of what is read off the figures
    numbers = {one.name for one in fields(STANDARD) if not one.name.startswith("standing_")}
    numbers -= {"version", "false_alarms_a_year"}
    assert {*wording.NUMBERS, *wording.FIXED} == numbers
    with stage.app.test_request_context():
        labelled = [str(word) for word in (*wording.NUMBERS.values(), *wording.FIXED.values())]
        states = [str(word) for word in wording.STANDINGS.values()]
    assert [word for word in labelled if f"<td>{word}</td>" not in page] == []

    # and all states are told, with the bound that they are decided by
    assert [word for word in states if f"<dt>{word}</dt>" not in page] == []
    assert "die untere Grenze beim 2,5-Prozent-Quantil liegt über 1,2" in page
    assert "L = o ÷ e × F⁻¹(q; 2o, 2b), o = O ÷ φ + 0,5" in page


def test_a_sixteenth_month_is_forgotten(stage: Stage) -> None:
    from caseboard.flows.purge import purge

    stage.house("kg")
    counted("mobilitaet", "kg", 15, 1)
    counted("mobilitaet", "kg", 16, 1)
    purge()
    assert counting.count().total() == 1


def test_the_classifier_learns_from_the_same_cases_whatever_comes_first(stage: Stage) -> None:
    author: Actor = stage.case_manager("kg")
    for key in ("schulden", "mobilitaet"):
        written(released_case(stage, author, key), BUS)
    chosen = reading.chosen_cases()
    assert sorted(chosen.values()) == [("mobilitaet",), ("schulden",)]
    lessons = reading.lessons({"schulden"}, silent)
    assert [one.themes for one in lessons] == [tuple({"schulden"} & {*chosen[key]}) for key in sorted(chosen)]
    assert {(one.house, BUS in one.text) for one in lessons} == {("kg", True)}
    assert db.session.scalar(select(func.count(ThemeLabel.id))) == 2
