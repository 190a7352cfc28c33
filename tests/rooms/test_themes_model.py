"""What a night has learned is kept in numbers, and suggestions to authors are made by it; nobody waits for either."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from caseboard import clock, taxonomy
from caseboard.db import command, db
from caseboard.errors import Unavailable
from caseboard.flows import erasing
from caseboard.models import Case, ModelRun, NearDuplicate, RunState, Theme, ThemeAssignment, ThemeModel
from caseboard.themes import jobs, reading, runs, scoring
from caseboard.topics.classifier import Classifier
from caseboard.topics.features import column
from caseboard.topics.learned import unpacked
from caseboard.topics.shelf import Shelf, digest_of
from tests.actors import Stage
from tests.rooms.recurring import HOUSES
from tests.rooms.test_themes_night import BUS, DEBTS, case_of, cells, everything, silent

CIDER = "Die Kelter steht seit dem Herbst still, der Most gärt nicht, und die Obstwiese ist verpachtet."
ASKED = "Auf der Obstwiese steht die Kelter, und der Most ist sauer."


@pytest.fixture(autouse=True)
def _own_shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a process that has just started."""
    monkeypatch.setattr(taxonomy, "_shelf", Shelf())


def model() -> ThemeModel:
    """What the last night has learned."""
    return db.session.scalars(select(ThemeModel)).one()


def first(text: str) -> str | None:
    """The theme that is suggested first."""
    return next((one.theme_id for one in taxonomy.suggest(text)), None)


def test_a_night_keeps_what_it_has_learned_in_numbers_alone(stage: Stage) -> None:
    # given a word that three houses use, one that a single house uses, and a case without a label
    for house in HOUSES:
        case_of(stage, house, CIDER, "energie")
    case_of(stage, "kg", f"{CIDER} Quittengelee.", "energie")
    case_of(stage, "kg", DEBTS)

    # when
    jobs.rebuild(silent)

    # then
    kept, run = model(), db.session.scalars(select(ModelRun)).one()
    assert (kept.run_id, kept.version, kept.labels) == (run.id, run.version, 4)
    assert kept.digest == digest_of(kept.content)
    learned = unpacked(kept.content)
    known = set(learned.taught.weights.columns.tolist()) | set(learned.seen.tolist())
    assert column("kelter") in known
    assert column("quittengelee") not in known
    assert not any(word.encode() in kept.content for word in ("Kelter", "kelter", "Most"))


def test_suggestions_are_made_by_the_shipped_knowledge_first_and_by_the_last_night_then(stage: Stage) -> None:
    # given cases of three houses in words that the shipped knowledge does not have
    assert first(ASKED) != "energie"
    for house in HOUSES:
        case_of(stage, house, CIDER, "energie")
    assert first(ASKED) != "energie"

    # when a night is over
    jobs.rebuild(silent)

    # then the author of the next such case is offered what the others ticked, and everything else as before
    assert first(ASKED) == "energie"
    assert first(BUS) == "mobilitaet"


def test_a_model_that_is_damaged_leaves_the_shipped_knowledge(stage: Stage) -> None:
    # given
    for house in HOUSES:
        case_of(stage, house, CIDER, "energie")
    jobs.rebuild(silent)

    # when
    damage()

    # then
    assert first(ASKED) != "energie"
    assert first(BUS) == "mobilitaet"


@command
def damage() -> None:
    """Lose the last bytes."""
    model().content = model().content[:-20]


def test_the_classifier_is_made_while_somebody_writes_and_again_after_the_night(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given
    made: list[object] = []
    ready = taxonomy.get_ready
    threads = []
    monkeypatch.setattr("caseboard.topics.shelf.Classifier", lambda *a, **k: made.append(k) or Classifier(*a, **k))
    monkeypatch.setattr(taxonomy, "get_ready", lambda: threads.append(ready()))
    author = stage.case_manager("kg")

    # when the form is opened, it is made once, and not again for the suggestions
    assert made == []
    author.opens("/faelle/neu")
    threads[-1].join()
    taxonomy.suggest(BUS)
    author.opens("/faelle/neu")
    assert (len(made), threads[-1]) == (1, None)

    # and when a night has learned something, once more
    case_of(stage, "kg", BUS, "mobilitaet")
    jobs.rebuild(silent)
    author.opens("/faelle/neu")
    threads[-1].join()
    taxonomy.suggest(BUS)
    assert len(made) == 2


def test_while_a_run_writes_everybody_else_can_write_as_well(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    # given a run that writes two rows at a time
    monkeypatch.setattr(scoring, "AT_ONCE", 2)
    for place in range(5):
        case_of(stage, "kg", f"{DEBTS} {DEBTS} {place}{'x' * place}", *(("schulden",) if place == 4 else ()))
    seen = []

    def watch(step: str, _done: int, _total: int) -> None:
        with db.engine.connect().execution_options(immediate=True) as other:
            other.execute(update(Theme).values(definition=f"Neue Worte {len(seen)}"))
            other.rollback()
        seen.append(step)

    # when
    assert jobs.rebuild(watch) is RunState.DONE

    # then at every step somebody else could have written
    assert set(seen) == {"reading", "learning", "scoring", "duplicates", "writing", "counting"}
    assert seen.count("writing") >= 4


def test_a_run_that_is_stopped_while_it_writes_leaves_nothing_and_changes_nothing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given a night, and another case since
    monkeypatch.setattr(scoring, "AT_ONCE", 1)
    case_of(stage, "kg", f"{DEBTS} {DEBTS}")
    jobs.rebuild(silent)
    before, present = everything(), model().run_id
    case_of(stage, "nes", f"{DEBTS} {DEBTS}")
    written = []

    def watch(step: str, _done: int, _total: int) -> None:
        if step == "writing":
            written.append(db.session.scalar(select(func.count()).select_from(ThemeAssignment)))
            stop_it()

    # when the next run is stopped after its first rows
    assert jobs.rebuild(watch) is RunState.CANCELLED

    # then they were there, held for nobody, and are gone
    assert max(written) > len(before[1])
    assert everything() == before
    assert model().run_id == present


@command
def stop_it() -> None:
    """Ask the run that is under way to stop."""
    db.session.scalars(select(ModelRun).where(ModelRun.state == RunState.RUNNING)).one().stop_asked = True


def test_of_two_nights_only_the_last_ones_word_stays(stage: Stage) -> None:
    for house in ("kg", "kg", "nes"):
        case_of(stage, house, f"{DEBTS} {DEBTS}")
    for _night in range(2):
        jobs.rebuild(silent)
    for table in (ThemeAssignment, NearDuplicate):
        assert set(db.session.scalars(select(table.run_id))) == {model().run_id}
    assert db.session.scalar(select(func.count(ThemeModel.id))) == 1


def test_a_run_that_was_given_up_for_lost_keeps_nothing_when_it_comes_back(stage: Stage) -> None:
    # given a run whose machine sleeps while another one is made
    case_of(stage, "kg", f"{DEBTS} {DEBTS}")
    run_id = runs.begin(nightly=False)
    with clock.at(clock.now() + runs.SILENT + timedelta(minutes=1)):
        assert jobs.rebuild(silent) is RunState.DONE
    present = model().run_id

    # when it goes on
    assert jobs.carry_out(run_id) is RunState.CANCELLED

    # then
    assert model().run_id == present


def test_a_worker_that_ends_leaves_its_run_to_the_next_one(stage: Stage) -> None:
    # given a night under way, in a worker that is told to end a little later
    case_of(stage, "kg", f"{DEBTS} {DEBTS}")
    night = clock.midnight(clock.today() + timedelta(days=1)) + timedelta(hours=3)
    asked: Iterator[bool] = iter([False, False, True])
    with clock.at(night):
        assert not jobs.reckon(lambda: next(asked))
        assert db.session.scalars(select(ModelRun.state)).all() == [RunState.QUEUED]

        # then the next worker begins it anew
        assert jobs.reckon()
    assert db.session.scalars(select(ModelRun.state)).all() == [RunState.DONE]
    assert model().run_id


def test_a_case_that_is_closed_while_the_night_reads_counts_once(stage: Stage) -> None:
    # given a case that only the classifier has spoken of, which is closed after it was read
    case_id = case_of(stage, "kg", f"{DEBTS} {DEBTS}")
    jobs.rebuild(silent)
    before = cells()

    def watch(step: str, done: int, _total: int) -> None:
        if step == "duplicates" and done == 0:
            closed(case_id)

    # when
    assert jobs.rebuild(watch) is RunState.DONE

    # then its trace counts, and nothing is said of the case itself
    assert cells() == before == {("schulden", "kg"): 1}
    assert db.session.scalars(select(ThemeAssignment)).all() == []


@command
def closed(case_id: str) -> None:
    """End a case."""
    erasing.close(db.session.get_one(Case, case_id))


def test_a_database_that_is_busy_for_a_moment_does_not_end_the_night(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given
    case_of(stage, "kg", f"{DEBTS} {DEBTS}")
    answers: Iterator[bool] = iter([False])
    heard = runs.heard

    def busy_once(*given: object) -> bool:
        if next(answers, True) is False:
            raise Unavailable
        return heard(*given)

    # when one report of how far it is cannot be written
    monkeypatch.setattr(runs, "heard", busy_once)

    # then
    assert jobs.rebuild(silent) is RunState.DONE


def test_no_transaction_stays_open_while_a_history_is_read(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "AT_ONCE", 1)
    for house in HOUSES:
        case_of(stage, house, BUS, "mobilitaet")
    open_ones = [db.session().in_transaction() for _text in reading.texts()]
    assert open_ones == [False, False, False]
