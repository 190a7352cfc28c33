"""The consultations of the demo: some are over and have a result, some run, one is still to come."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from caseboard import clock
from caseboard.airlock import safe, through
from caseboard.demo import dates, texts
from caseboard.demo.cast import Cast
from caseboard.models import Answer, Case, CaseSession, SessionKind, User
from caseboard.sessions import service
from caseboard.sessions.afterwards.service import Marks, give_feedback
from caseboard.sessions.written import leading, questions

DONE, REVEALED, FULL, RUNNING, LIVE = "done", "revealed", "full", "running", "live"
"""How far a consultation has come: result sent, waiting for it, ready to reveal, still writing, still to come."""

TRIED = "kt"
"""The house of the adviser whom a newcomer tries: there has to be a round that still waits for them."""

UNFINISHED = {
    "fruehschicht-ohne-bus": REVEALED,
    "er-schweigt": REVEALED,
    "dritte-theoriepruefung": FULL,
    "nachtspeicher-im-fachwerk": FULL,
    "notgruppe-und-probezeit": RUNNING,
    "massnahme-im-anderen-tal": LIVE,
}


@dataclass
class Table:
    """One consultation with those who sit at it."""

    moderator: User
    advisers: list[tuple[User, dict[str, Any]]]
    case: Case
    case_giver: User
    theme_id: str


def hold_all(cast: Cast, cases: dict[str, Case], progress: Callable[[], None]) -> None:
    """Hold every consultation that has perspectives and whose case was released."""
    results = {row["case"]: row for row in texts.read("results")}
    themes = {row["key"]: row["themes"][0] for row in texts.read("cases")}
    for key, rows in perspectives().items():
        if key in cases:
            _hold(cast, cases[key], rows, themes[key], results.get(key))
        progress()


def perspectives() -> dict[str, list[dict[str, Any]]]:
    """What advisers wrote, by the key of the case."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in texts.read("perspectives"):
        found.setdefault(row["case"], []).append(row)
    return found


def _hold(cast: Cast, case: Case, rows: list[dict[str, Any]], theme_id: str, result: dict[str, Any] | None) -> None:
    stage = DONE if result else UNFINISHED[rows[0]["case"]]
    moderator = cast.moderator(case)
    able = [row for row in rows if cast.has_adviser(row["from"], case, moderator)]
    advisers = [(cast.adviser(row["from"], case, moderator), row) for row in able]
    table = Table(moderator, advisers, case, cast.author(case), theme_id)
    day = _day(case, stage, result.get("ago") if result else None)
    if stage == LIVE:
        _invite_to_a_date(cast, table)
        return
    with clock.at(day):
        ids = frozenset(user.id for user, _row in advisers)
        round_ = service.plan(moderator, case, service.Plan(SessionKind.WRITTEN, ids))
    _write(table, round_, day, wait_for_last=stage == RUNNING)
    _ask(table, round_, day, rows[0]["case"])
    if stage in {DONE, REVEALED}:
        with clock.at(day + timedelta(days=6)):
            leading.reveal(moderator, round_, leading.seen(round_))
    if stage == DONE and result is not None:
        with clock.at(day + timedelta(days=7)):
            _conclude(table, round_, result)
            _say_how_it_was(table, round_)


def _say_how_it_was(table: Table, round_: CaseSession) -> None:
    """Two of those who advised answer the three questions."""
    for number, (adviser, _row) in enumerate(table.advisers[:2]):
        give_feedback(adviser, round_, Marks(useful=5 - number, safe=5, led=4))


def _day(case: Case, stage: str, ago: int | None = None) -> datetime:
    """Two days after its release, or lately where the round is not over yet."""
    ago = ago or {REVEALED: 8, FULL: 5, RUNNING: 3}.get(stage)
    if ago is None or case.released_at is None:
        return (case.released_at or clock.now()) + timedelta(days=2)
    return clock.now() - timedelta(days=ago)


def _write(table: Table, round_: CaseSession, day: datetime, *, wait_for_last: bool) -> None:
    """Everybody accepts and writes, a day apart; with `wait_for_last` some have not written yet."""
    for number, (adviser, row) in enumerate(table.advisers):
        with clock.at(day + timedelta(hours=3 + number)):
            service.answer(adviser, round_, accepts=True)
        if wait_for_last and (number >= len(table.advisers) - 2 or row["from"] == TRIED):
            continue
        with clock.at(min(day + timedelta(days=1 + number % 4, hours=number), clock.now())):
            seen = service.perspective_mark(adviser, round_)
            service.contribute(adviser, round_, safe(row["text"]), secrets.token_hex(8), seen)
            service.observe(adviser, round_, {table.theme_id: Answer(row["same_here"])})


def _ask(table: Table, round_: CaseSession, day: datetime, key: str) -> None:
    """Some ask what they need to know; the case giver answers a day later, and one question still waits."""
    askers = {row["from"]: adviser for adviser, row in table.advisers}
    for row in texts.read("questions"):
        if row["case"] != key or row["from"] not in askers:
            continue
        with clock.at(day + timedelta(days=1)):
            question = questions.ask(askers[row["from"]], round_, safe(row["text"]), secrets.token_hex(8))
        if "answer" in row:
            with clock.at(day + timedelta(days=2)):
                seen = questions.question_mark(question)
                questions.answer(table.case_giver, question, safe(row["answer"]), seen)


def _conclude(table: Table, round_: CaseSession, result: dict[str, Any]) -> None:
    said = {
        "helped": "\n".join(result["helped"]),
        "first_step": result["first_step"],
        "thanks": result.get("thanks", ""),
    }
    texts_ = through(said, profile="contribution").texts
    service.conclude(
        table.case_giver, round_, service.Outcome(texts_["helped"], texts_["first_step"], texts_["thanks"])
    )


def _invite_to_a_date(cast: Cast, table: Table) -> None:
    """A live session on the first date of a series; two have accepted, and the second moderator stands by."""
    ids = frozenset(user.id for user, _row in table.advisers)
    with clock.at(clock.now() - timedelta(days=2)):
        made = dates.make_series(cast, table.moderator, table.case)
        slot = dates.first_free(made)
        beside = None if made.co_moderator_id in ids else made.co_moderator_id
        plan = service.Plan(
            SessionKind.LIVE,
            ids,
            least_perspectives=1,
            starts_at=slot.starts_at,
            minutes=made.minutes,
            video_link=made.video_link,
            slot_id=slot.id,
            co_moderator_id=beside,
            least_seats=2,
        )
        meeting = service.plan(table.moderator, table.case, plan)
        for adviser, _row in table.advisers[:2]:
            service.answer(adviser, meeting, accepts=True)
