"""Each house commits for itself, and the leading one moves the measure through its life."""

import pytest
from sqlalchemy import select

from caseboard.anonymize import SafeText
from caseboard.db import db
from caseboard.errors import InvalidInput, WrongMoment
from caseboard.measures import service
from caseboard.measures.input import Pledge, Progress
from caseboard.models import (
    AuditEntry,
    CommitmentState,
    Measure,
    MeasureStage,
)
from tests.actors import Actor, Stage
from tests.rooms.proposing import recommended, told


class TestCommitting:
    """Each house speaks for itself."""

    def test_two_houses_of_different_counties_make_it_cross_counties(
        self, stage: Stage, first: Actor, other: Actor, leader: Actor
    ) -> None:
        # given
        measure = recommended(first, other, leader)
        path = f"/massnahmen/{measure.id}"

        # when the first house commits
        page = leader.sends(f"{path}/beteiligung", {"state": "committed", "places": "6", "reason": "Gern."})

        # then it is not yet one across counties
        assert "beteiligt sich unter Gremienvorbehalt" in page.get_data(as_text=True)
        assert 'kern-label">landkreisübergreifend' not in page.get_data(as_text=True)

        # when the second does
        page = stage.leader("has").sends(f"{path}/beteiligung", {"state": "committed", "places": "4"})

        # then
        assert 'kern-label">landkreisübergreifend' in page.get_data(as_text=True)
        assert "zusammen 10 Plätze" in page.get_data(as_text=True)

    def test_a_house_changes_its_own_word_and_no_other(
        self, stage: Stage, first: Actor, other: Actor, leader: Actor
    ) -> None:
        measure = recommended(first, other, leader)
        service.commit(leader.user, measure, Pledge(CommitmentState.COMMITTED, 6))
        service.commit(stage.leader("has").user, measure, Pledge(CommitmentState.INTERESTED, 3))

        service.commit(leader.user, measure, Pledge(CommitmentState.LEFT, reason=SafeText.trusted("Zu weit.")))

        states = {one.jobcenter_id: (one.state, one.places) for one in measure.commitments}
        assert states == {"kg": (CommitmentState.LEFT, None), "has": (CommitmentState.INTERESTED, 3)}

    def test_only_who_takes_part_can_leave(self, first: Actor, other: Actor, leader: Actor) -> None:
        measure = recommended(first, other, leader)

        with pytest.raises(InvalidInput):
            service.commit(leader.user, measure, Pledge(CommitmentState.LEFT))
        assert leader.sends(f"/massnahmen/{measure.id}/beteiligung", {"state": "left"}).status_code == 422

    def test_a_name_in_the_reason_is_masked_and_said_to_be(self, first: Actor, other: Actor, leader: Actor) -> None:
        measure = recommended(first, other, leader)
        sent = {"state": "declined", "reason": "Das entscheidet bei uns Frau Hildegard Schnabelhuber."}

        page = leader.sends(f"/massnahmen/{measure.id}/beteiligung", sent).get_data(as_text=True)

        assert "wurden Namen oder Nummern ausgeblendet" in page
        assert "Schnabelhuber" not in page

    @pytest.mark.parametrize("places", ["-1", "zehn", "10000"])
    def test_places_are_a_number(self, first: Actor, other: Actor, leader: Actor, places: str) -> None:
        measure = recommended(first, other, leader)

        answer = leader.sends(f"/massnahmen/{measure.id}/beteiligung", {"state": "committed", "places": places})

        assert answer.status_code == 422
        assert places in answer.get_data(as_text=True)

    def test_nobody_but_leadership_speaks_for_a_house(
        self, stage: Stage, first: Actor, other: Actor, leader: Actor
    ) -> None:
        measure = recommended(first, other, leader)

        for actor in (first, stage.case_manager("kg"), stage.administrator("kg"), stage.officer("kg")):
            for path in ("beteiligung", "fortschritt"):
                assert actor.opens(f"/massnahmen/{measure.id}/{path}").status_code == 404


class TestAdvancing:
    """The leading house moves a measure through its life."""

    def test_whoever_moves_it_first_takes_the_lead_and_contributors_are_told(
        self, stage: Stage, first: Actor, other: Actor, leader: Actor
    ) -> None:
        # given a measure with one committed house
        measure = recommended(first, other, leader)
        service.commit(leader.user, measure, Pledge(CommitmentState.COMMITTED, 6))
        sent = {
            "stage": "bodies",
            "kind": "process",
            "goal": "Niemand verliert eine Zusage.",
            "legal_basis": "§ 16f SGB II",
        }

        # when
        page = leader.sends(f"/massnahmen/{measure.id}/fortschritt", sent).get_data(as_text=True)

        # then
        assert "Niemand verliert eine Zusage." in page
        assert "§ 16f SGB II" in page
        assert 'aria-current="step"' in page
        assert {first.user_id, other.user_id} <= told("measure.moved")
        assert leader.user_id not in told("measure.moved")
        stranger = stage.leader("has")
        assert stranger.sends(f"/massnahmen/{measure.id}/fortschritt", sent).status_code == 404

    def test_without_a_committed_house_it_does_not_go_on(self, first: Actor, other: Actor, leader: Actor) -> None:
        measure = recommended(first, other, leader)

        with pytest.raises(WrongMoment):
            service.advance(leader.user, measure, Progress(MeasureStage.BODIES))
        assert db.session.get_one(Measure, measure.id).lead_jobcenter_id is None

    def test_no_stage_is_jumped_over(self, first: Actor, other: Actor, leader: Actor) -> None:
        measure = recommended(first, other, leader)
        service.commit(leader.user, measure, Pledge(CommitmentState.COMMITTED, 6))

        with pytest.raises(WrongMoment):
            service.advance(leader.user, measure, Progress(MeasureStage.REVIEW))
        answer = leader.sends(f"/massnahmen/{measure.id}/fortschritt", {"stage": "review", "kind": "process"})
        assert answer.status_code == 422

    def test_filling_in_fields_alone_tells_nobody_and_keeps_the_rest(
        self, first: Actor, other: Actor, leader: Actor
    ) -> None:
        measure = recommended(first, other, leader)

        service.advance(leader.user, measure, Progress(MeasureStage.COMMITMENTS, goal=SafeText.trusted("Ein Ziel")))
        service.advance(leader.user, measure, Progress(MeasureStage.COMMITMENTS, concept=SafeText.trusted("Ein Plan")))

        assert (measure.goal, measure.concept) == ("Ein Ziel", "Ein Plan")
        assert told("measure.moved") == set()

    def test_a_lead_that_leaves_frees_the_lead(self, first: Actor, other: Actor, leader: Actor) -> None:
        measure = recommended(first, other, leader)
        service.commit(leader.user, measure, Pledge(CommitmentState.COMMITTED))
        service.advance(leader.user, measure, Progress(MeasureStage.BODIES))

        service.commit(leader.user, measure, Pledge(CommitmentState.LEFT))

        assert measure.lead_jobcenter_id is None

    def test_the_whole_life_is_remembered_and_then_nothing_changes(
        self, first: Actor, other: Actor, leader: Actor
    ) -> None:
        # given
        measure = recommended(first, other, leader)
        service.commit(leader.user, measure, Pledge(CommitmentState.COMMITTED))
        way = (MeasureStage.BODIES, MeasureStage.RUNNING, MeasureStage.REVIEW, MeasureStage.KEPT)

        # when
        for stage in way:
            service.advance(leader.user, measure, Progress(stage))

        # then
        assert tuple(step.stage for step in measure.steps) == (MeasureStage.COMMITMENTS, *way)
        assert "verstetigt" in leader.opens(f"/massnahmen/{measure.id}").get_data(as_text=True)
        for change in (
            lambda: service.commit(leader.user, measure, Pledge(CommitmentState.DECLINED)),
            lambda: service.advance(leader.user, measure, Progress(MeasureStage.ENDED)),
        ):
            with pytest.raises(WrongMoment):
                change()
        verbs = db.session.scalars(select(AuditEntry.verb).order_by(AuditEntry.seq)).all()
        assert [verb for verb in verbs if verb.startswith("measure.")] == ["measure.committed"] + [
            "measure.advance"
        ] * 4


def test_the_overview_is_kind_to_an_empty_network(stage: Stage) -> None:
    page = stage.case_manager("kg").opens("/massnahmen").get_data(as_text=True)

    assert "Noch keine Maßnahme" in page
    assert "Kein offener Vorschlag" in page
