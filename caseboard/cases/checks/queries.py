"""What checkers see: the cases that wait for them, and one case with every kept word and risky combination."""

from dataclasses import dataclass

from caseboard import client_groups
from caseboard.cases import wording
from caseboard.cases.checks.service import open_reasons, reason_key
from caseboard.cases.checks.texts import Piece, TextView, pieces, texts_of
from caseboard.cases.whereabouts import Whereabouts, whereabouts
from caseboard.db import db
from caseboard.models import Case, User
from caseboard.models.case import CheckStage, Light
from caseboard.policy import cases as rules


@dataclass(frozen=True)
class WaitingCase:
    """One line of the list of cases to check."""

    id: str
    title: str
    stage: str
    where: Whereabouts
    light: str
    light_label: str


@dataclass(frozen=True)
class ReasonView:
    """One combination of facts that makes somebody recognisable; `key` names it in the form."""

    key: str
    sentence: str


@dataclass(frozen=True)
class RestoredView:
    """A detail the author put back as it was written: what it is, and its words."""

    kind: str
    passage: str


@dataclass(frozen=True)
class CheckView:
    """A case as its checker sees it: no author, no house, no county."""

    id: str
    version: int
    title: tuple[Piece, ...]
    stage: str
    releases: bool
    where: Whereabouts
    texts: tuple[TextView, ...]
    client_group: str
    kept: tuple[str, ...]
    restored: tuple[RestoredView, ...]
    kinds: tuple[tuple[str, int], ...]
    light: str
    light_label: str
    live_light: str
    live_label: str
    live_reasons: tuple[str, ...]
    knows_county: bool
    reasons: tuple[ReasonView, ...]
    to_confirm: tuple[ReasonView, ...]
    refused: bool


def waiting_cases(user: User) -> list[WaitingCase]:
    """Every case this person may check now, the longest waiting first; inside a day nothing says who was first."""
    rows = sorted(db.session.scalars(rules.checkable_cases(user)), key=lambda row: (_where(row).since, row.id))
    return [
        WaitingCase(row.id, str(row.title or ""), _stage(row), _where(row), row.light.value, _light(row))
        for row in rows
    ]


def check_view(case: Case) -> CheckView:
    """One case for its checker."""
    kept = tuple(sorted({str(row.word) for row in case.kept}, key=str.casefold))
    restored = tuple(RestoredView(wording.kind(row.kind), str(row.passage)) for row in case.restored)
    passages = tuple(each.passage for each in restored)
    reasons = tuple(ReasonView(reason_key(each), _sentence(each)) for each in case.risk_reasons)
    releases = rules.STAGE_OF.get(case.state) is CheckStage.NETWORK
    ticks = open_reasons(case) if releases else set()
    knows_county = not releases and not case.checked_elsewhere
    live = case.live_light if knows_county else case.anywhere_light
    return CheckView(
        id=case.id,
        version=case.version,
        title=tuple(pieces(str(case.title or ""), kept, passages)),
        stage=_stage(case),
        releases=releases,
        where=_where(case),
        texts=texts_of(case, kept, passages),
        client_group=client_groups.name(case.client_group),
        kept=kept,
        restored=restored,
        kinds=tuple(sorted((wording.kind(code), count) for code, count in case.kinds.items() if count)),
        light=case.light.value,
        light_label=_light(case),
        live_light=live.value,
        live_label=str(wording.LIGHTS[live]),
        live_reasons=tuple(wording.reason_of(each) for each in case.live_reasons) if knows_county else (),
        knows_county=knows_county,
        reasons=reasons,
        to_confirm=tuple({reason.key: reason for reason in reasons if reason.key in ticks}.values()),
        refused=case.light is Light.RED,
    )


def _stage(case: Case) -> str:
    return str(wording.STATES[case.state])


def _light(case: Case) -> str:
    return str(wording.LIGHTS[case.light])


def _sentence(reason: dict[str, object]) -> str:
    return wording.reason_of(reason)


def _where(case: Case) -> Whereabouts:
    return whereabouts(case.state, case.state_since, elsewhere=case.checked_elsewhere, halted=False)
