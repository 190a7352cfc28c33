"""From a theme that recurs to what the houses do about it: proposal, second moderator, answer, commitments, stages."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from caseboard import clock
from caseboard.anonymize import SafeText
from caseboard.db import command, db
from caseboard.errors import InvalidInput, NotAllowed, WrongMoment
from caseboard.measures import service
from caseboard.measures.input import Draft, Pledge, Progress, Verdict
from caseboard.models import (
    AuditEntry,
    Basis,
    CommitmentState,
    Measure,
    MeasureStage,
    Notice,
    OutboxMail,
    Proposal,
    ProposalState,
    Theme,
)
from tests.actors import Actor, Stage
from tests.rooms.recurring import STORY, advised, observed, recurring, released_case

THEME = "mobilitaet"
FORM = {
    "title": "Der Weg zur ersten Schicht",
    "need": "Die Schicht beginnt vor dem ersten Bus.",
    "idea": "Ein gemeinsamer Fahrdienst.",
}
REASON = SafeText.trusted("Klein genug, um anzufangen.")


@pytest.fixture
def first(stage: Stage) -> Actor:
    """The moderator who drafts, in a network in which the theme recurs."""
    recurring(stage, THEME)
    return stage.moderator("msp")


@pytest.fixture
def other(stage: Stage) -> Actor:
    """A moderator of another house."""
    return stage.moderator("kt")


@pytest.fixture
def leader(stage: Stage) -> Actor:
    """Leadership of one house."""
    return stage.leader("kg")


def drafted(moderator: Actor, theme: str = THEME) -> Proposal:
    """A draft by `moderator`."""
    texts = {name: SafeText.trusted(text) for name, text in FORM.items()}
    return service.draft(moderator.user, db.session.get_one(Theme, theme), Draft(**texts))


def submitted(first: Actor, other: Actor) -> Proposal:
    """A proposal that two moderators bear."""
    proposal = drafted(first)
    service.second(other.user, proposal)
    return proposal


def recommended(first: Actor, other: Actor, leader: Actor) -> Measure:
    """A measure that leadership has recommended."""
    measure = service.decide(leader.user, submitted(first, other), Verdict(ProposalState.RECOMMENDED, REASON))
    assert measure is not None
    return measure


def told(kind: str) -> set[str]:
    """Who found a notice of this kind on the home page."""
    return set(db.session.scalars(select(Notice.user_id).where(Notice.kind == kind)))


class TestDrafting:
    """One moderator puts into words what recurs."""

    def test_a_draft_freezes_the_rounded_figures_and_asks_moderators_of_other_houses(
        self, stage: Stage, first: Actor, other: Actor
    ) -> None:
        # given a second moderator of the same house
        neighbour = stage.moderator("msp")

        # when
        answer = first.sends(f"/vorschlaege/neu/{THEME}", FORM | {"once": "a"})

        # then
        proposal = db.session.scalars(select(Proposal)).one()
        assert "Der Vorschlag ist gespeichert." in answer.get_data(as_text=True)
        assert (proposal.state, proposal.basis) == (ProposalState.DRAFT, Basis.SIGNAL)
        assert set(proposal.evidence) == {"week", "cases", "observations"}
        assert (proposal.evidence["cases"], proposal.evidence["observations"]) == (0, None)
        assert other.user_id in told("proposal.to_second")
        assert not told("proposal.to_second") & {first.user_id, neighbour.user_id}

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
            assert first.sends(f"/vorschlaege/neu/{THEME}", FORM | {"once": "the same"}).status_code == 200

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
        assert "etwa 5" in seen


def open_now(actor: Actor, proposal: Proposal) -> str:
    """The page of a proposal at the present moment of the clock, with a sign-in of that moment."""
    fresh = Actor(actor.user_id, Stage(actor.client.application).signed_in(actor.user_id))
    return fresh.opens(f"/vorschlaege/{proposal.id}").get_data(as_text=True)


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
