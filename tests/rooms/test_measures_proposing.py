"""Two moderators of different houses make a proposal of what recurs; figures are frozen, names are masked."""

import re
from datetime import date, timedelta

import pytest
from babel.dates import format_date
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from caseboard import clock
from caseboard.db import command, db
from caseboard.errors import NotAllowed, WrongMoment
from caseboard.measures import service
from caseboard.measures.input import Verdict
from caseboard.models import (
    Basis,
    Proposal,
    ProposalState,
    Theme,
    ThemeSnapshot,
)
from caseboard.themes import cutting
from tests.actors import Actor, Stage
from tests.rooms.proposing import FORM, REASON, THEME, drafted, open_now, submitted, told
from tests.rooms.recurring import a_week, decided

BAR = r'<svg class="bar"[\s\S]*?\bwidth="([\d.]+)" height="10"'


class TestDrafting:
    """One moderator puts into words what recurs."""

    def test_a_draft_freezes_the_rounded_figures_and_asks_moderators_of_other_houses(
        self, stage: Stage, first: Actor, other: Actor
    ) -> None:
        # given a second moderator of the same house
        neighbour = stage.moderator("msp")

        # when
        answer = first.sends(f"/vorschlaege/neu/{THEME}", FORM | {"once": "5" * 32})

        # then
        proposal = db.session.scalars(select(Proposal)).one()
        assert "Der Vorschlag ist gespeichert." in answer.get_data(as_text=True)
        assert (proposal.state, proposal.basis) == (ProposalState.DRAFT, Basis.SIGNAL)
        assert set(proposal.evidence) == {"week", "cases", "observations"}
        assert (proposal.evidence["cases"], proposal.evidence["observations"]) == (10, None)
        assert other.user_id in told("proposal.to_second")
        assert not told("proposal.to_second") & {first.user_id, neighbour.user_id}

    def test_a_figure_has_the_same_bar_on_every_page_of_its_week_and_its_week_is_said(
        self, first: Actor, other: Actor, leader: Actor
    ) -> None:
        # given a theme with a small figure beside one that is always there, and a proposal of it
        proposal = submitted(first, other)
        paths = ("/themen", f"/themen/{THEME}", f"/vorschlaege/{proposal.id}")
        largest = db.session.scalars(select(ThemeSnapshot.cases).where(ThemeSnapshot.theme_id == "sucht")).one()
        assert largest > 20

        # then its bar is as long everywhere, and for leadership too
        for actor in (first, leader):
            bars = [re.findall(BAR, actor.opens(path).get_data(as_text=True))[0] for path in paths]
            assert bars == [str(round(10 / largest * 198, 1))] * len(paths)

        # and a year later it is still plain of which quarters it speaks, and as long
        week = date.fromisoformat(proposal.evidence["week"])
        with clock.at(clock.now() + timedelta(days=365)):
            page = open_now(first, proposal)
        assert (
            f"Fälle in den vier abgeschlossenen Quartalen vor der Woche vom {format_date(week, 'd. MMMM y', 'de')}"
            in page
        )
        assert re.findall(BAR, page)[0] == bars[0]

    def test_names_are_masked_and_the_moderator_is_told_so(self, first: Actor) -> None:
        page = first.sends(
            f"/vorschlaege/neu/{THEME}", FORM | {"need": "Frau Hildegard Schnabelhuber, Tel. 0971 4455667, braucht es."}
        ).get_data(as_text=True)

        assert "wurden Namen oder Nummern ausgeblendet" in page
        assert "Schnabelhuber" not in page
        assert "4455667" not in page

    def test_the_names_of_houses_and_counties_stay(self, stage: Stage, first: Actor) -> None:
        stage.house("has")

        page = first.sends(
            f"/vorschlaege/neu/{THEME}", FORM | {"need": "Zwischen Haßberge und Main-Spessart fährt abends kein Bus."}
        ).get_data(as_text=True)

        assert "Zwischen Haßberge und Main-Spessart fährt abends kein Bus." in page

    def test_a_second_click_makes_no_second_proposal(self, first: Actor) -> None:
        for _click in range(2):
            assert first.sends(f"/vorschlaege/neu/{THEME}", FORM | {"once": "5" * 32}).status_code == 200

        assert len(db.session.scalars(select(Proposal)).all()) == 1

    def test_an_empty_field_comes_back_with_everything_else(self, first: Actor) -> None:
        answer = first.sends(f"/vorschlaege/neu/{THEME}", FORM | {"idea": " "})

        assert answer.status_code == 422
        assert FORM["need"] in answer.get_data(as_text=True)
        assert db.session.scalars(select(Proposal)).all() == []

    def test_a_theme_has_one_open_proposal_at_a_time(self, first: Actor, other: Actor) -> None:
        drafted(first)

        with pytest.raises(WrongMoment):
            drafted(other)
        assert "/vorschlaege/neu/" not in other.opens(f"/themen/{THEME}").get_data(as_text=True)

    def test_what_is_proposed_goes_along_when_a_theme_becomes_part_of_another_one(
        self, stage: Stage, first: Actor, other: Actor, leader: Actor
    ) -> None:
        # given a proposal of a theme that is merged into another one, which recurs by its cases then
        proposal = submitted(first, other)
        cutting.merge(other.user, db.session.get_one(Theme, THEME), db.session.get_one(Theme, "wohnraum"))
        decided()
        with clock.at(clock.now() + timedelta(days=7)):
            a_week()

        # then it stands there as what was done, nobody proposes a second time, and the proposal leads there
        page = stage.case_manager("kg").opens("/themen/wohnraum").get_data(as_text=True)
        assert f'href="/vorschlaege/{proposal.id}"' in page
        assert db.session.get_one(Theme, "wohnraum").flagged
        assert "/vorschlaege/neu/" not in first.opens("/themen/wohnraum").get_data(as_text=True)
        with pytest.raises(WrongMoment):
            drafted(first, "wohnraum")
        page = stage.case_manager("kg").opens(f"/vorschlaege/{proposal.id}").get_data(as_text=True)
        assert 'href="/themen/wohnraum"' in page
        # and so does the measure that comes of it
        measure = service.decide(leader.user, proposal, Verdict(ProposalState.RECOMMENDED, REASON))
        page = stage.case_manager("kg").opens("/themen/wohnraum").get_data(as_text=True)
        assert f'href="/massnahmen/{measure.id}"' in page

    def test_a_theme_that_does_not_recur_cannot_be_proposed(self, first: Actor) -> None:
        assert first.opens("/vorschlaege/neu/sucht").status_code == 404
        with pytest.raises(NotAllowed):
            drafted(first, "sucht")

    def test_only_moderators_draft_and_read_drafts(self, stage: Stage, first: Actor, leader: Actor) -> None:
        proposal = drafted(first)

        for actor in (stage.case_manager("kg"), leader):
            assert actor.opens(f"/vorschlaege/neu/{THEME}").status_code == 404
            assert actor.opens(f"/vorschlaege/{proposal.id}").status_code == 404
            assert FORM["title"] not in actor.opens("/massnahmen").get_data(as_text=True)
            assert FORM["title"] not in actor.opens(f"/themen/{THEME}").get_data(as_text=True)


class TestSeconding:
    """A second moderator of another house bears it."""

    def test_it_goes_to_leadership_of_all_houses(self, stage: Stage, first: Actor, other: Actor, leader: Actor) -> None:
        # given
        leaders = {leader.user_id, stage.leader("mil").user_id}
        proposal = drafted(first)
        assert "Vorschlag mittragen" in other.opens(f"/vorschlaege/{proposal.id}").get_data(as_text=True)

        # when
        page = other.sends(f"/vorschlaege/{proposal.id}/mittragen").get_data(as_text=True)

        # then
        assert "liegt bei der Leitung" in page
        assert told("proposal.to_decide") == leaders
        assert stage.case_manager("nes").opens(f"/vorschlaege/{proposal.id}").status_code == 200

    def test_neither_the_first_nor_somebody_of_that_house_can_bear_it(self, stage: Stage, first: Actor) -> None:
        proposal = drafted(first)

        for actor in (first, stage.moderator("msp"), stage.moderator("kt", serves=("msp",)), stage.leader("kt")):
            assert actor.sends(f"/vorschlaege/{proposal.id}/mittragen").status_code == 404
        assert db.session.get_one(Proposal, proposal.id).state is ProposalState.DRAFT

    def test_the_database_refuses_two_moderators_of_one_house(self, stage: Stage, first: Actor) -> None:
        proposal, neighbour = drafted(first), stage.moderator("msp")

        @command
        def force() -> None:
            row = db.session.get_one(Proposal, proposal.id)
            row.second_moderator_id, row.second_jobcenter_id = neighbour.user_id, "msp"

        with pytest.raises(IntegrityError):
            force()

    def test_bearing_it_twice_says_kindly_that_it_is_too_late(self, stage: Stage, first: Actor, other: Actor) -> None:
        proposal = submitted(first, other)

        answer = stage.moderator("mil").sends(f"/vorschlaege/{proposal.id}/mittragen")

        assert answer.status_code == 409
        assert "trägt bereits jemand mit" in answer.get_data(as_text=True)


class TestDropping:
    """A draft that finds no second moderator does not block its theme."""

    def test_the_house_that_drafted_it_drops_it_and_the_theme_is_free_again(
        self, stage: Stage, first: Actor, other: Actor
    ) -> None:
        # given
        proposal_id = drafted(first).id
        assert "Entwurf verwerfen" in first.opens(f"/vorschlaege/{proposal_id}").get_data(as_text=True)

        # when
        page = stage.moderator("msp").sends(f"/vorschlaege/{proposal_id}/verwerfen").get_data(as_text=True)

        # then nobody is led to a page that is gone, and another draft can be made
        assert "Der Entwurf ist gelöscht." in page
        assert db.session.get(Proposal, proposal_id) is None
        assert told("proposal.to_second") == set()
        assert drafted(other).state is ProposalState.DRAFT

    def test_no_other_house_drops_it_and_nobody_once_it_is_borne(
        self, stage: Stage, first: Actor, other: Actor
    ) -> None:
        proposal = drafted(first)
        for actor in (other, stage.leader("msp"), stage.case_manager("msp")):
            assert actor.sends(f"/vorschlaege/{proposal.id}/verwerfen").status_code == 404

        service.second(other.user, proposal)

        assert first.sends(f"/vorschlaege/{proposal.id}/verwerfen").status_code == 409
