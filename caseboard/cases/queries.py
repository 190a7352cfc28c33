"""What authors see of their own cases, and the houses they can leave out; frozen views, never rows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from caseboard import client_groups, labels
from caseboard.anonymize import Restored
from caseboard.cases import wording
from caseboard.cases.estimate import restored_in
from caseboard.cases.whereabouts import Whereabouts, whereabouts
from caseboard.db import db, find
from caseboard.errors import NotFound
from caseboard.models import Case, CaseSession, CaseState, Jobcenter, SessionState, Theme, User
from caseboard.models.case import Light
from caseboard.policy import cases as rules


@dataclass(frozen=True)
class OwnCaseLine:
    """One line in the list of somebody's own cases."""

    id: str
    title: str
    state: str
    where: Whereabouts
    expires_at: datetime | None


@dataclass(frozen=True)
class OwnText:
    """One stored text with its heading."""

    label: str
    text: str


@dataclass(frozen=True)
class OwnSession:
    """A consultation of the case."""

    id: str
    starts_on: datetime
    held: bool


@dataclass(frozen=True)
class OwnCaseView:
    """A case as its author sees it; the houses left out are not shown even here."""

    id: str
    title: str
    state: str
    where: Whereabouts
    texts: tuple[OwnText, ...]
    light: str
    light_label: str
    reasons: tuple[str, ...]
    live_light: str
    live_label: str
    live_reasons: tuple[str, ...]
    themes: tuple[str, ...]
    client_group: str
    kept: tuple[str, ...]
    send_back_reason: str | None
    concerns_staff: bool
    paused: bool
    blocked: bool
    marked_on: datetime | None
    expires_at: datetime | None
    counts_only: bool
    may_choose_way: bool
    may_edit: bool
    may_withdraw: bool
    may_close: bool
    is_draft: bool
    sessions: tuple[OwnSession, ...]


def houses_besides(user: User) -> dict[str, str]:
    """The names of all houses but the author's own, by id."""
    wanted = (
        select(Jobcenter.id, Jobcenter.name)
        .where(Jobcenter.active, Jobcenter.id != user.jobcenter_id)
        .order_by(Jobcenter.name)
    )
    return {row.id: row.name for row in db.session.execute(wanted)}


def own_lines(user: User) -> list[OwnCaseLine]:
    """Somebody's own cases, the last moved first; of what is gone there is nothing left to see."""
    there = rules.own_cases(user).where(Case.state.not_in(rules.GONE))
    rows = db.session.scalars(there.order_by(Case.state_since.desc(), Case.id))
    return [OwnCaseLine(row.id, _title(row), _state(row), _where(row), row.expires_at) for row in rows]


def own_case(user: User, case: Case, language: str) -> OwnCaseView:
    """One case for its author."""
    return OwnCaseView(
        id=case.id,
        title=_title(case),
        state=_state(case),
        where=_where(case),
        texts=_texts(case),
        light=case.light.value,
        light_label=str(wording.LIGHTS[Light(case.light)]),
        reasons=tuple(wording.reason_of(each) for each in case.risk_reasons),
        live_light=case.live_light.value,
        live_label=str(wording.LIGHTS[Light(case.live_light)]),
        live_reasons=tuple(wording.reason_of(each) for each in case.live_reasons),
        themes=_theme_names(case, language),
        client_group=client_groups.name(case.client_group),
        kept=tuple(sorted({str(row.word) for row in case.kept})),
        send_back_reason=_plain(case.send_back_reason),
        concerns_staff=case.concerns_staff,
        paused=case.paused_at is not None,
        blocked=case.blocked_at is not None,
        marked_on=case.marked_at,
        expires_at=case.expires_at,
        counts_only=case.counts_only,
        may_choose_way=rules.may_choose_way(user, case),
        may_edit=rules.may_edit_case(user, case),
        may_withdraw=rules.may_withdraw_case(user, case),
        may_close=rules.may_close_case(user, case),
        is_draft=case.state is CaseState.DRAFT,
        sessions=_sessions(case),
    )


def written(case: Case) -> dict[str, Any]:
    """What the form shows when the author goes on writing: the stripped texts and the answers given before."""
    return {
        **{name: _plain(getattr(case, name)) or "" for name in wording.FIELDS},
        "leave_out": sorted(case.excluded),
        "concerns_staff": case.concerns_staff,
        "themes": sorted(case.theme_ids),
        "no_theme": labels.words_of([case.id]).get(case.id, {}).get(None, False),
        "out_of_reach": case.out_of_reach,
        "widespread": case.widespread,
        "client_group": case.client_group or "",
        "keep": sorted({str(row.word) for row in case.kept}),
        "restore": sorted({str(row.passage) for row in case.restored}),
        "case_id": case.id,
    }


def reason_sent_back(case_id: str | None, user: User) -> str | None:
    """Why the case that a form names was sent back, for the author who writes it differently."""
    case = find(Case, case_id) if case_id else None
    return _plain(case.send_back_reason) if case and rules.may_edit_case(user, case) else None


def restored_before(case_id: str | None, user: User) -> tuple[Restored, ...]:
    """What the author put back in the stored version of the case that a form names; of others' cases nothing."""
    case = find(Case, case_id) if case_id else None
    return restored_in(case if case and rules.may_see_own_case(user, case) else None)


def case_to_change(case_id: str | None, user: User) -> Case | None:
    """The author's own case that a form names; None where it names none.

    Raises:
        NotFound: there is no such case of this author.
    """
    if not case_id:
        return None
    case = find(Case, case_id)
    if case is None or not rules.may_see_own_case(user, case):
        raise NotFound
    return case


def _title(case: Case) -> str:
    return str(case.title or "")


def _state(case: Case) -> str:
    return str(wording.STATES[CaseState(case.state)])


def _where(case: Case) -> Whereabouts:
    halted = case.paused_at is not None or case.blocked_at is not None
    return whereabouts(
        case.state,
        case.state_since,
        elsewhere=case.checked_elsewhere,
        halted=halted,
        revealed=_revealed(case),
        counts_only=case.counts_only,
    )


def _revealed(case: Case) -> datetime | None:
    wanted = select(func.max(CaseSession.revealed_at)).where(
        CaseSession.case_id == case.id, CaseSession.state == SessionState.FINISHED
    )
    return db.session.scalar(wanted)


def _plain(text: str | None) -> str | None:
    return None if text is None else str(text)


def _texts(case: Case) -> tuple[OwnText, ...]:
    pairs = ((label, _plain(getattr(case, name))) for name, label in wording.FIELDS.items() if name != "title")
    return tuple(OwnText(str(label), text) for label, text in pairs if text)


def _theme_names(case: Case, language: str) -> tuple[str, ...]:
    column = Theme.name_in(language)
    return tuple(db.session.scalars(select(column).where(Theme.id.in_(case.theme_ids)).order_by(column)))


def _sessions(case: Case) -> tuple[OwnSession, ...]:
    wanted = (
        select(CaseSession.id, CaseSession.starts_at, CaseSession.state)
        .where(CaseSession.case_id == case.id, CaseSession.state != SessionState.CANCELLED)
        .order_by(CaseSession.starts_at)
    )
    return tuple(
        OwnSession(row.id, row.starts_at, row.state is SessionState.RESULT_SENT) for row in db.session.execute(wanted)
    )
