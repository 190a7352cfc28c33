"""What recurs in the demo and what became of it: weekly figures, proposals, decisions, measures, commitments."""

from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import select, update

from caseboard import clock
from caseboard.airlock import through
from caseboard.db import command, db
from caseboard.demo import history, texts
from caseboard.demo.cast import Cast
from caseboard.measures import service
from caseboard.models import (
    Answer,
    CommitmentState,
    Measure,
    MeasureKind,
    MeasureStage,
    Notice,
    Observation,
    Proposal,
    ProposalState,
    Theme,
)
from caseboard.themes import cutting, entries
from caseboard.themes.publishing import quarter_of
from caseboard.themes.snapshots import take_snapshot

WEEKS = 26
RUNNING_WAY = (MeasureStage.BODIES, MeasureStage.PROCUREMENT, MeasureStage.RUNNING)


def follow(cast: Cast) -> None:
    """Freeze half a year of weeks, then let moderators propose and leadership answer."""
    _observe(cast)
    history.happened()
    today = clock.now()
    monday = datetime.combine(clock.today() - timedelta(days=clock.today().weekday()), time(6), clock.BERLIN)
    told = texts.read("proposals")
    measures = {WEEKS - 14: told["measures"][0], WEEKS - 7: told["measures"][1]}
    for week in range(WEEKS + 1):
        with clock.at(min(monday - timedelta(weeks=WEEKS - week), today)):
            history.night()
            if week == WEEKS:
                _divide(cast)
            take_snapshot(history.groups)
        if week in measures:
            _measure(cast, measures[week], monday - timedelta(weeks=WEEKS - week))
    _proposals(cast, told["proposals"])
    history.last_night()
    _put_old_notices_away()


def _divide(cast: Cast) -> None:
    """Make a theme so new that there is nothing to compare it with before the next month is over."""
    told = texts.read("new_theme")
    parent = db.session.get_one(Theme, told["parent"])
    cutting.split(cast.moderator_of(told["moderator"]), parent, [entries.clean(None, told)], {})


@command
def _put_old_notices_away() -> None:
    """Nobody's home page still shows what happened last spring."""
    old = update(Notice).where(Notice.at < clock.now() - timedelta(days=10))
    db.session.execute(old.values(seen_at=clock.now()))


@command
def _observe(cast: Cast) -> None:
    """Answers given after rounds whose cases are gone, most of them in the last quarter that is over."""
    quarter = quarter_of(quarter_of(clock.today()) - timedelta(days=1))
    for number, row in enumerate(texts.read("observations")):
        user = cast.next_of(row["jobcenter"])
        db.session.add(
            Observation(
                theme_id=row["theme"],
                user_id=user.id,
                jobcenter_id=user.jobcenter_id,
                answer=Answer(row["same_here"]),
                at=clock.midnight(quarter) + timedelta(days=5 * number, hours=11),
            )
        )


def _proposals(cast: Cast, rows: list[dict[str, Any]]) -> None:
    """One lies with leadership, one still needs its second moderator."""
    with clock.at(clock.now() - timedelta(days=9)):
        first = _draft(cast, rows[0], *rows[0]["moderators"])
        service.second(cast.moderator_of(rows[0]["moderators"][1]), first)
    with clock.at(clock.now() - timedelta(days=2)):
        _draft(cast, rows[1], *reversed(rows[1]["moderators"]))


def _measure(cast: Cast, row: dict[str, Any], day: datetime) -> None:
    """A measure from its proposal to where it stands today."""
    with clock.at(day + timedelta(days=1)):
        proposal = _draft(cast, {**row, "idea": row["concept"]}, *row["moderators"])
    with clock.at(day + timedelta(days=3)):
        service.second(cast.moderator_of(row["moderators"][1]), proposal)
    with clock.at(day + timedelta(days=17)):
        _decide(cast, proposal, row["decision"])
    measure = db.session.scalars(select(Measure).where(Measure.proposal_id == proposal.id)).one()
    for number, pledge in enumerate(row["commitments"]):
        with clock.at(day + timedelta(days=21 + number)):
            _commit(cast, measure, pledge)
    for number, stage in enumerate(_way(row)):
        with clock.at(day + timedelta(days=30 + 20 * number)):
            _advance(cast, measure, row, stage)


def _way(row: dict[str, Any]) -> tuple[MeasureStage, ...]:
    return RUNNING_WAY if row["stage"] == MeasureStage.RUNNING else (MeasureStage.COMMITMENTS,)


def _draft(cast: Cast, row: dict[str, Any], first: str, _second: str) -> Proposal:
    theme = db.session.get_one(Theme, row["theme"])
    words = {name: row[name].strip() for name in ("title", "need", "idea")}
    safe = through(words, profile="business").texts
    return service.draft(cast.moderator_of(first), theme, service.Draft(safe["title"], safe["need"], safe["idea"]))


def _decide(cast: Cast, proposal: Proposal, row: dict[str, Any]) -> None:
    reason = through({"reason": row["reason"]}, profile="business").texts["reason"]
    verdict = service.Verdict(ProposalState(row["kind"]), reason)
    service.decide(cast.leader_of(row["by"]), proposal, verdict)


def _commit(cast: Cast, measure: Measure, row: dict[str, Any]) -> None:
    reason = through({"reason": row.get("reason", "")}, profile="business").texts["reason"]
    leader, state = cast.leader_of(row["jobcenter"]), row["state"]
    if state == "asked":
        return
    if state == CommitmentState.LEFT:
        service.commit(leader, measure, service.Pledge(CommitmentState.INTERESTED))
    service.commit(leader, measure, service.Pledge(CommitmentState(state), row.get("places"), reason))


def _advance(cast: Cast, measure: Measure, row: dict[str, Any], stage: MeasureStage) -> None:
    words = {name: row[name].strip() for name in ("goal", "concept", "target_group", "legal_basis")}
    safe = through(words, profile="business").texts
    progress = service.Progress(
        stage,
        MeasureKind(row["kind"]),
        safe["goal"],
        safe["concept"],
        safe["target_group"],
        safe["legal_basis"],
    )
    service.advance(cast.leader_of(row["lead"]), measure, progress)
