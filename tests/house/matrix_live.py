"""The live session, for the matrix: one that consults, one before it, and who may open what."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from caseboard.db import db
from caseboard.models import CaseSession, SessionKind, SessionState

if TYPE_CHECKING:
    from tests.house.matrix_cast import Cast

HERE = "author adviser runs"
"""Whoever has a part: the case giver, an adviser who accepted, the moderator. `reader` has not answered yet."""

NOBODY: dict[int, str] = {}


def consulting(cast: Cast) -> str:
    """A live session in the phase in which the group consults."""
    key = cast.session(SessionState.RUNNING)
    row = db.session.get_one(CaseSession, key)
    row.kind = SessionKind.LIVE
    db.session.commit()
    return key


def before(cast: Cast) -> str:
    """A live session that waits for its moderator."""
    key = consulting(cast)
    row = db.session.get_one(CaseSession, key)
    row.state, row.phase = SessionState.INVITED, "casting"
    db.session.commit()
    return key


THINGS: dict[str, Callable[[Cast], str]] = {"consulting": consulting, "not begun": before}

LIVE: list[tuple[str, str, str, dict[int, str], dict[str, str]]] = [
    ("GET", "sessions.show", "consulting", {303: HERE, 200: "reader"}, {}),
    ("GET", "sessions.board", "consulting", {303: f"{HERE} reader"}, {}),  # first the rules, or the invitation
    ("GET", "sessions.live", "consulting", {200: HERE}, {}),
    ("GET", "sessions.live", "running", NOBODY, {}),
    ("GET", "sessions.live", "resting", NOBODY, {}),
    ("POST", "sessions.arrive", "consulting", {303: HERE}, {}),
    ("POST", "sessions.arrive", "not begun", {409: HERE}, {}),
    ("POST", "sessions.still_here", "consulting", {204: HERE}, {}),
    ("POST", "sessions.still_here", "resting", NOBODY, {}),
    ("GET", "sessions.live_rules", "consulting", {200: HERE}, {}),
    ("POST", "sessions.read_live_rules", "consulting", {303: HERE}, {}),
    ("POST", "sessions.open", "not begun", {303: "runs"}, {}),
    ("POST", "sessions.open", "consulting", {409: "runs"}, {}),
    ("POST", "sessions.next_phase", "consulting", {409: "runs"}, {}),
    ("POST", "sessions.next_phase", "running", NOBODY, {}),
    ("POST", "sessions.step_back", "consulting", {409: "runs"}, {}),
    ("POST", "sessions.extend", "consulting", {422: "runs"}, {}),
    ("POST", "sessions.need_live_time", "consulting", {303: "adviser", 409: "author"}, {}),
    ("POST", "sessions.finish", "consulting", {409: "runs"}, {}),
    ("POST", "sessions.hand_over", "consulting", {409: "runs"}, {}),
    ("POST", "sessions.take_over", "consulting", {409: "runs"}, {}),
    ("GET", "sessions.call_off", "consulting", {200: "runs"}, {}),
    ("GET", "sessions.call_off", "resting", NOBODY, {}),
    ("POST", "sessions.assign", "consulting", {422: "runs"}, {}),
    ("POST", "sessions.write_alone", "consulting", {303: "runs"}, {}),
    ("POST", "sessions.choose_method", "consulting", {422: "runs"}, {}),
    ("POST", "sessions.choose_method", "consulting", {303: "runs"}, {"method": "hypotheses"}),
    ("POST", "sessions.reveal_cards", "consulting", {409: "runs"}, {}),
    ("POST", "sessions.pass_turn", "consulting", {409: "runs adviser"}, {}),
    ("POST", "sessions.post_card", "consulting", {422: "adviser"}, {}),
    ("POST", "sessions.post_card", "consulting", {303: "adviser"}, {"text": "Ein Gedanke.", "once": "a" * 32}),
    ("POST", "sessions.post_card", "not begun", {409: "adviser"}, {}),
    ("POST", "sessions.offer_question", "consulting", {409: "adviser"}, {}),
    ("POST", "sessions.note", "consulting", NOBODY, {}),
    ("GET", "sessions.change_card", "consulting", NOBODY, {}),
    ("POST", "sessions.change_card", "consulting", NOBODY, {}),
    ("POST", "sessions.take_back_card", "consulting", NOBODY, {}),
    ("GET", "sessions.send_back_card", "consulting", NOBODY, {}),
    ("POST", "sessions.send_back_card", "consulting", NOBODY, {}),
    ("POST", "sessions.group_card", "consulting", NOBODY, {}),
    ("POST", "sessions.name_group", "consulting", {422: "runs"}, {}),
    ("POST", "sessions.unname_group", "consulting", NOBODY, {}),
    ("POST", "sessions.park_card", "consulting", NOBODY, {}),
    ("POST", "sessions.settle_parked", "consulting", NOBODY, {}),
    ("POST", "sessions.take_along", "consulting", {409: "author"}, {}),
    ("POST", "sessions.ask_live", "consulting", {409: "adviser"}, {}),
    ("POST", "sessions.answer_live", "consulting", {409: "author"}, {}),
    ("GET", "sessions.send_back_live_question", "consulting", NOBODY, {}),
    ("POST", "sessions.send_back_live_question", "consulting", NOBODY, {}),
    ("POST", "sessions.phrase_key_question", "consulting", {409: "author runs"}, {}),
    ("POST", "sessions.name_first_step", "consulting", {409: "author"}, {}),
]
"""Cards, groups and questions of a session are tried in tests/rooms/test_live_*.py; here none of them exists."""
