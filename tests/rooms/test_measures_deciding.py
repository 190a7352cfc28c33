"""Leadership answers a proposal with a reason, and everybody who contributed hears of it."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from caseboard import clock
from caseboard.anonymize import SafeText
from caseboard.db import db
from caseboard.errors import InvalidInput
from caseboard.measures import service
from caseboard.measures.input import Verdict
from caseboard.models import (
    Measure,
    MeasureStage,
    Notice,
    OutboxMail,
    Proposal,
    ProposalState,
)
from tests.actors import Actor, Stage
from tests.rooms.proposing import REASON, THEME, drafted, open_now, recommended, submitted, told
from tests.rooms.recurring import STORY, advised, observed, recurring, released_case


class TestDeciding:
    """Leadership answers, with a reason, and everybody who contributed hears of it."""

    def test_everybody_who_contributed_is_told_in_the_same_transaction(
        self, stage: Stage, other: Actor, leader: Actor
    ) -> None:
        # given authors, two who advised on one of their cases, and people who had no part in it
        authors = recurring(stage, THEME)
        first, stranger = stage.moderator("msp"), stage.case_manager("mil")
        adviser, observer = stage.case_manager("mil"), stage.case_manager("kt")
        case_id = released_case(stage, authors[0], THEME)
        advised(case_id, first, adviser)
        observed(case_id, first, observer, THEME)
        elsewhere = stage.case_manager("has")
        released_case(stage, elsewhere, "sucht")
        with clock.at(clock.now() - timedelta(days=400)):
            long_ago = stage.case_manager("has")
            released_case(stage, long_ago, THEME)
        proposal = submitted(first, other)

        # when
        service.decide(leader.user, proposal, Verdict(ProposalState.REJECTED, REASON))

        # then
        contributors = {actor.user_id for actor in (*authors, adviser, observer, first, other)}
        assert told("proposal.decided") == contributors
        mails = db.session.scalars(select(OutboxMail.user_id).where(OutboxMail.kind == "proposal.decided")).all()
        assert set(mails) == contributors
        assert stranger.user_id not in contributors

    def test_recommending_opens_a_measure_with_its_reason(self, first: Actor, other: Actor, leader: Actor) -> None:
        proposal = submitted(first, other)

        page = leader.sends(
            f"/vorschlaege/{proposal.id}/entscheidung", {"outcome": "recommended", "reason": "Das lohnt sich."}
        ).get_data(as_text=True)

        measure = db.session.scalars(select(Measure)).one()
        assert measure.stage is MeasureStage.COMMITMENTS
        assert f"/massnahmen/{measure.id}" in page
        assert "Das lohnt sich." in page
        assert "Leitung, Jobcenter Bad Kissingen" in page
        assert leader.opens(f"/vorschlaege/{proposal.id}/entscheidung").status_code == 409

    @pytest.mark.parametrize(
        ("sent", "sentence"),
        [
            ({"outcome": "rejected", "reason": " "}, "Bitte füllen Sie dieses Feld aus"),
            ({"outcome": "", "reason": "Darum"}, "Bitte wählen Sie eine Möglichkeit."),
            ({"outcome": "draft", "reason": "Darum"}, "reason"),
            ({"outcome": "postponed", "reason": "Darum"}, "Tag in der Zukunft"),
            ({"outcome": "postponed", "reason": "Darum", "until": "2020-01-01"}, "Tag in der Zukunft"),
            ({"outcome": "postponed", "reason": "Darum", "until": "bald"}, "until"),
        ],
    )
    def test_an_answer_without_reason_or_day_is_refused(
        self, first: Actor, other: Actor, leader: Actor, sent: dict[str, str], sentence: str
    ) -> None:
        proposal = submitted(first, other)

        answer = leader.sends(f"/vorschlaege/{proposal.id}/entscheidung", sent)

        assert answer.status_code == 422
        assert sentence in answer.get_data(as_text=True)
        assert db.session.get_one(Proposal, proposal.id).state is ProposalState.UNDER_REVIEW

    def test_the_verb_itself_wants_a_reason(self, first: Actor, other: Actor, leader: Actor) -> None:
        proposal = submitted(first, other)

        with pytest.raises(InvalidInput):
            service.decide(leader.user, proposal, Verdict(ProposalState.REJECTED, SafeText.trusted(" ")))

    def test_a_postponed_proposal_is_answered_again_and_told_again(
        self, first: Actor, other: Actor, leader: Actor
    ) -> None:
        # given
        proposal = submitted(first, other)
        later = clock.today() + timedelta(days=30)
        service.decide(leader.user, proposal, Verdict(ProposalState.POSTPONED, REASON, later))

        # when the day has come and gone
        with clock.at(clock.now() + timedelta(days=31)):
            assert "Die Zurückstellung ist abgelaufen" in open_now(first, proposal)
            service.decide(leader.user, proposal, Verdict(ProposalState.REJECTED, SafeText.trusted("Doch nicht.")))

        # then both answers stand, and both were told
        page = first.opens(f"/vorschlaege/{proposal.id}").get_data(as_text=True)
        assert page.index("Klein genug") < page.index("Doch nicht.")
        notices = select(Notice).where(Notice.kind == "proposal.decided", Notice.user_id == first.user_id)
        assert len(db.session.scalars(notices).all()) == 2

    @pytest.mark.parametrize(("days", "shown"), [(90, False), (91, True)])
    def test_silence_of_more_than_ninety_days_is_shown_openly(
        self, first: Actor, other: Actor, days: int, shown: bool
    ) -> None:
        proposal = submitted(first, other)

        with clock.at(clock.now() + timedelta(days=days)):
            page = open_now(other, proposal)

        assert (f"Seit {days} Tagen ohne Antwort" in page) is shown

    def test_only_leadership_answers_and_only_what_two_moderators_bear(
        self, stage: Stage, first: Actor, other: Actor, leader: Actor
    ) -> None:
        proposal = drafted(first)
        sent = {"outcome": "rejected", "reason": "Nein."}

        assert leader.sends(f"/vorschlaege/{proposal.id}/entscheidung", sent).status_code == 404
        service.second(other.user, proposal)
        for actor in (first, other, stage.case_manager("kg"), stage.administrator("kg")):
            assert actor.sends(f"/vorschlaege/{proposal.id}/entscheidung", sent).status_code == 404

    def test_leadership_finds_neither_case_text_nor_people_in_the_evidence(
        self, stage: Stage, other: Actor, leader: Actor
    ) -> None:
        # given people whose names would stand out
        authors = [
            stage.case_manager(house, name=f"Fachkraft Quastenflosser {house}") for house in ("nes", "has", "kt")
        ]
        for author in authors:
            released_case(stage, author, THEME)
        first = recurring(stage, THEME) and stage.moderator("msp", name="Moderation Quastenflosser")

        # when
        measure = recommended(first, other, leader)
        for path in (f"/themen/{THEME}", f"/vorschlaege/{measure.proposal_id}", f"/massnahmen/{measure.id}"):
            leader.opens(path)

        # then
        seen = "".join(leader.pages)
        assert "Quastenflosser" not in seen
        assert STORY not in seen
        assert "Rhön-Grabfeld" not in seen
        assert "etwa 10" in seen
