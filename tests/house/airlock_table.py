"""Every field of the house that takes free words, which way they go, and how to send them: a new field needs a line."""

from collections.abc import Callable
from datetime import timedelta
from enum import StrEnum
from functools import partial
from typing import Any

from caseboard import clock
from caseboard.models import CaseState, ProposalState, SessionKind
from caseboard.policy.sessions import Part
from caseboard.sessions import service
from tests.actors import Actor, Stage
from tests.house.airlock_live import LIVE_FIELDS
from tests.house.matrix_cast import LAST_QUARTER, Cast
from tests.rooms.sessions_stage import Round, released_case
from tests.rooms.test_cases_writing import TYPED, fields_of
from tests.rooms.written_stage import Written, confirmed

CANARY = "Frau Walburga Steinmetzger"
WORDS = "Walburga Steinmetzger"


class Way(StrEnum):
    """What becomes of the words of a field."""

    CASE = "case"
    CONTRIBUTION = "contribution"
    BUSINESS = "business"
    NEVER = "never stored"
    DIRECTORY = "the directory of people and houses"
    LINK = "an address that is checked to be one"


def hands_in(field: str) -> Callable[[Stage], None]:
    """A case, by way of its preview."""

    def sends(stage: Stage) -> None:
        author = stage.case_manager("kg")
        look = author.sends("/faelle/vorschau", {**TYPED, field: CANARY})
        assert look.status_code == 200, field
        author.sends("/faelle", {**fields_of(look), "no_theme": "y"})

    return sends


def shortens(stage: Stage) -> None:
    """A short version, by way of its preview."""
    author = stage.case_manager("kg")
    chosen = {"group": "grown_up", "theme": "psyche", "dynamics": "circle", "tried": ["talks"], "asked": "help"}
    look = author.sends("/faelle/kurzfassung", {**chosen, "key_question": f"Was hilft {CANARY}?"})
    assert look.status_code == 200
    author.sends("/faelle", fields_of(look))


def keeps(field: str) -> Callable[[Stage], None]:
    """A draft, put aside."""
    return lambda stage: _send(stage.case_manager("kg"), "/faelle/spaeter", {**TYPED, field: CANARY})


def _send(actor: Actor, path: str, data: dict[str, Any]) -> None:
    assert actor.sends(path, data).status_code == 200, path


def sends_back(stage: Stage) -> None:
    """A checker says why."""
    cast = Cast(stage)
    path = f"/pruefen/{cast.case(CaseState.SUBMITTED)}/zurueckgeben"
    _send(cast.people["colleague"], path, {"reason": f"{CANARY} fragen."})


def marks(stage: Stage) -> None:
    """A checker hides a passage."""
    cast = Cast(stage)
    cast.people["colleague"].sends(f"/pruefen/{cast.case(CaseState.SUBMITTED)}/markieren", {"passage": CANARY})


def looks_for(stage: Stage) -> None:
    """Somebody searches the library."""
    _send(stage.case_manager("kg"), "/bibliothek", {"words": CANARY})


def writes(stage: Stage) -> None:
    """A perspective, looked at and confirmed."""
    table = Round(stage).all_accept()
    path = f"{table.address}/perspektive"
    look = table.advisers[0].sends(path, {"text": f"{CANARY} fragen.", "step": "look"})
    _send(table.advisers[0], path, {**fields_of(look), "step": "confirm"})


def asks(stage: Stage) -> None:
    """A question in a round, looked at and confirmed."""
    table = Written(stage).all_accept()
    confirmed(table.advisers[0], f"{table.address}/runde/frage", {"text": f"{CANARY} fragen.", "once": "a" * 32})


def answers(stage: Stage) -> None:
    """Its answer, looked at and confirmed."""
    table = Written(stage).all_accept()
    key = table.asks(table.advisers[0])
    confirmed(table.author, f"/beratungen/rueckfragen/{key}/antwort", {"text": f"{CANARY} fragen."})


def returns(stage: Stage) -> None:
    """Why a question is sent back, looked at and confirmed."""
    table = Written(stage).all_accept()
    key = table.asks(table.advisers[0])
    confirmed(table.moderator, f"/beratungen/rueckfragen/{key}/zurueckgeben", {"reason": f"{CANARY} fragen."})


def concludes(field: str) -> Callable[[Stage], None]:
    """The outcome of a round, looked at and confirmed."""

    def sends(stage: Stage) -> None:
        table = Round(stage).is_revealed()
        path = f"{table.address}/abschluss"
        texts = {"helped": "Der Blick.", "first_step": "Ein Brief.", "thanks": "Danke.", field: f"{CANARY} fragen."}
        look = table.author.sends(path, {**texts, "step": "look"})
        _send(table.author, path, {**fields_of(look), "step": "confirm"})

    return sends


def says_what_helped(stage: Stage) -> None:
    """What has helped, weeks later, looked at and confirmed."""
    table = Round(stage).is_concluded()
    path = f"{table.address}/nachfrage"
    table.author.sends(path, {"answer": "done"})
    look = table.author.sends(f"{path}/geholfen", {"text": f"{CANARY} fragen.", "shares": "y", "step": "look"})
    _send(table.author, f"{path}/geholfen", {**fields_of(look), "step": "confirm"})


def closes(stage: Stage) -> None:
    """What has helped, where a case ends without a consultation."""
    author = stage.case_manager("kg")
    path = f"/faelle/{released_case(stage, author)}/abschliessen"
    look = author.sends(path, {"text": f"{CANARY} fragen.", "step": "look"})
    _send(author, path, {**fields_of(look), "step": "confirm"})


def looks_through(stage: Stage) -> None:
    """Somebody searches the collection."""
    _send(stage.case_manager("kg"), "/was-geholfen-hat", {"words": CANARY, "theme": ""})


def proposes(field: str) -> Callable[[Stage], None]:
    """A proposal for a theme that recurs."""

    def sends(stage: Stage) -> None:
        cast = Cast(stage)
        texts = {"title": "Fahrdienst", "need": "Wege", "idea": "Bus", field: f"{CANARY} fragen."}
        _send(cast.people["mod"], f"/vorschlaege/neu/{cast.theme(flagged=True)}", texts)

    return sends


def decides(stage: Stage) -> None:
    """Leadership's answer."""
    cast = Cast(stage)
    path = f"/vorschlaege/{cast.proposal(ProposalState.UNDER_REVIEW)}/entscheidung"
    _send(cast.people["leader"], path, {"outcome": "rejected", "reason": f"{CANARY} fragen."})


def commits(stage: Stage) -> None:
    """A house's word."""
    cast = Cast(stage)
    path = f"/massnahmen/{cast.measure()}/beteiligung"
    _send(cast.people["leader"], path, {"state": "interested", "reason": f"{CANARY} fragen."})


def advances(field: str) -> Callable[[Stage], None]:
    """What is known of a measure."""

    def sends(stage: Stage) -> None:
        cast = Cast(stage)
        data = {"stage": "concept", "kind": "programme", field: f"{CANARY} fragen."}
        _send(cast.people["leader"], f"/massnahmen/{cast.measure()}/fortschritt", data)

    return sends


def edits(field: str) -> Callable[[Stage], None]:
    """The entry of a theme; names are refused there."""

    def sends(stage: Stage) -> None:
        cast = Cast(stage)
        entry = {"name_de": "Wege", "name_en": "Ways", "definition": "Wege zur Arbeit.", "seeds": "Bus"}
        path = f"/themen/{cast.theme()}/bearbeiten"
        assert cast.people["mod"].sends(path, {**entry, field: CANARY}).status_code == 422

    return sends


def recommends(stage: Stage) -> None:
    """What moderators recommend in the quarterly report; names are refused there."""
    cast = Cast(stage)
    cast.report()
    data = {"quarter": LAST_QUARTER, "version": "0", "recommendations": f"{CANARY} fragen."}
    assert cast.people["mod"].sends("/themen/bericht", data).status_code == 422


def splits(field: str) -> Callable[[Stage], None]:
    """The new themes of a split; names are refused there."""

    def sends(stage: Stage) -> None:
        cast = Cast(stage)
        words = {"de": "Wege", "en": "Ways", "definition": "Wege zur Arbeit.", "seeds": "Bus"}
        entry = {f"{place}_{name}": text for place in ("first", "second", "third") for name, text in words.items()}
        path = f"/themen/{cast.theme()}/teilen"
        assert cast.people["mod"].sends(path, {**entry, field: CANARY}).status_code == 422

    return sends


def keeps_a_process(field: str) -> Callable[[Stage], None]:
    """The words of a process; names are refused there."""

    def sends(stage: Stage) -> None:
        _refused(Cast(stage), "/verfahren/six_phases", field)

    return sends


def keeps_a_phase(field: str) -> Callable[[Stage], None]:
    """The words of a phase; names are refused there."""

    def sends(stage: Stage) -> None:
        _refused(Cast(stage), "/verfahren/six_phases/closing", field)

    return sends


def _refused(cast: Cast, path: str, field: str) -> None:
    admin = cast.people["network"]
    shown = fields_of(admin.opens(path))
    assert admin.sends(path, {**shown, field: CANARY}).status_code == 422


def names_a_series(stage: Stage) -> None:
    """A series of dates."""
    day = (clock.today() + timedelta(days=7)).isoformat()
    dates = {"first_day": day, "starts": "09:30", "minutes": "60", "rhythm": "week", "count": "2"}
    path = "/beratungen/reihen/neu"
    _send(Cast(stage).people["mod"], path, {"name": f"{CANARY} fragen.", "process_id": "six_phases", **dates})


def names_a_group(stage: Stage) -> None:
    """A group of people who are asked together."""
    cast = Cast(stage)
    members = [cast.people["adviser"].user_id]
    _send(cast.people["mod"], "/beratungen/gruppen/neu", {"name": f"{CANARY} fragen.", "members": members})


def moves(stage: Stage) -> None:
    """Why a date moves."""
    table = Round(stage, kind=SessionKind.LIVE)
    day = (clock.today() + timedelta(days=30)).isoformat()
    form = {"day": day, "starts": "10:00", "on_holiday": "y", "seen": service.date_stamp(table.row)}
    _send(table.moderator, f"{table.address}/verschieben", {**form, "reason": f"{CANARY} fragen."})


Line = tuple[Way, Callable[[Stage], None] | None]

FIELDS: dict[str, Line] = {
    **{
        f"cases.CaseForm.{name}": (Way.CASE, hands_in(name))
        for name in ("title", "situation", "key_question", "attempts", "hope")
    },
    **{f"cases.DraftForm.{name}": (Way.CASE, keeps(name)) for name in ("title", "situation", "key_question")},
    "cases.CaseForm.step": (Way.NEVER, hands_in("step")),
    "cases.ShortForm.key_question": (Way.CASE, shortens),
    "cases.Answers.known": (Way.NEVER, hands_in("known")),
    "cases.Answers.mask": (Way.NEVER, hands_in("mask")),
    "cases.MarkForm.passage": (Way.NEVER, marks),
    "cases.SearchForm.words": (Way.NEVER, looks_for),
    "cases.SendBackForm.reason": (Way.CONTRIBUTION, sends_back),
    "sessions.PerspectiveForm.text": (Way.CONTRIBUTION, writes),
    "sessions.QuestionForm.text": (Way.CONTRIBUTION, asks),
    "sessions.QuestionAnswerForm.text": (Way.CONTRIBUTION, answers),
    "sessions.ReturnForm.reason": (Way.CONTRIBUTION, returns),
    **{
        f"sessions.OutcomeForm.{name}": (Way.CONTRIBUTION, concludes(name))
        for name in ("helped", "first_step", "thanks")
    },
    "sessions.ConfirmedForm.step": (Way.NEVER, None),
    **{name: (Way.CONTRIBUTION, partial(send, words=f"{CANARY} fragen.")) for name, send in LIVE_FIELDS.items()},
    "sessions.HelpedForm.text": (Way.CONTRIBUTION, says_what_helped),
    "sessions.HelpedSearchForm.words": (Way.NEVER, looks_through),
    "flows.CloseForm.text": (Way.CONTRIBUTION, closes),
    "sessions.PlanForm.video_link": (Way.LINK, None),
    "sessions.MoveForm.reason": (Way.CONTRIBUTION, moves),
    "sessions.ArrangementForm.video_link": (Way.LINK, None),
    "sessions.FrameForm.video_link": (Way.LINK, None),
    "sessions.FrameForm.name": (Way.BUSINESS, names_a_series),
    "sessions.GroupForm.name": (Way.BUSINESS, names_a_group),
    **{f"measures.DraftForm.{name}": (Way.BUSINESS, proposes(name)) for name in ("title", "need", "idea")},
    "measures.VerdictForm.reason": (Way.BUSINESS, decides),
    "measures.PledgeForm.reason": (Way.BUSINESS, commits),
    **{
        f"measures.ProgressForm.{name}": (Way.BUSINESS, advances(name))
        for name in ("goal", "concept", "target_group", "legal_basis")
    },
    **{
        f"themes.ThemeForm.{name}": (Way.BUSINESS, edits(name))
        for name in ("name_de", "name_en", "definition", "seeds", "excludes")
    },
    "themes.ReportForm.recommendations": (Way.BUSINESS, recommends),
    **{
        f"themes.SplitForm.{place}_{name}": (Way.BUSINESS, splits(f"{place}_{name}"))
        for place in ("first", "second", "third")
        for name in ("de", "en", "definition", "seeds")
    },
    **{
        f"sessions.ProcessForm.{name}": (Way.BUSINESS, keeps_a_process(name))
        for name in ("name_de", "name_en", "line_de", "line_en")
    },
    **{
        f"sessions.PhaseForm.{name}_{language}": (Way.BUSINESS, keeps_a_phase(f"{name}_{language}"))
        for name in ("name", "goal", "help", *(f"prompt_{part}" for part in Part))
        for language in ("de", "en")
    },
    "accounts.SignInForm.email": (Way.NEVER, None),
    "accounts.NameForm.name": (Way.DIRECTORY, None),
    "accounts.PlaceForm.email": (Way.DIRECTORY, None),
    "accounts.HouseIdForm.id": (Way.DIRECTORY, None),
    "accounts.HouseForm.name": (Way.DIRECTORY, None),
    "accounts.HouseForm.county": (Way.DIRECTORY, None),
}
"""By room, form and field. What has nothing to send it by holds no words about a case by its nature."""
