"""What lies on the board: cards without their authors, groups and questions, each for whoever may see it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import Row, bindparam, case, or_, select

from caseboard.db import db
from caseboard.models import (
    CardGroup,
    CaseSession,
    Perspective,
    PerspectiveState,
    Question,
    QuestionState,
    SessionKind,
    SessionState,
    User,
)
from caseboard.models.contribution import CardKind
from caseboard.sessions import phases
from caseboard.sessions.live.marks import mark
from caseboard.sessions.live.views import CardView, GroupView, QuestionView
from caseboard.sessions.views import PerspectiveView

Cards = Sequence[Row[Any]]
MEETING = bindparam("meeting")

CARDS = (
    select(
        Perspective.id,
        Perspective.author_id,
        Perspective.kind,
        Perspective.text,
        Perspective.state,
        Perspective.send_back_reason,
        Perspective.group_id,
        Perspective.parked_at,
        Perspective.taken_at,
    )
    .where(Perspective.session_id == MEETING)
    .order_by(Perspective.position, case((Perspective.kind == CardKind.NOTE, Perspective.created_at)), Perspective.id)
)
"""Thoughts in the order in which they were put there; notes as they were written, which one person does for all."""

GROUPS = (
    select(CardGroup.id, CardGroup.name)
    .where(CardGroup.session_id == MEETING)
    .order_by(CardGroup.position, CardGroup.id)
)
QUESTIONS = (
    select(
        Question.id,
        Question.text,
        Question.answer,
        Question.asker_id,
        Question.state,
        Question.send_back_reason,
        Question.phase_key,
    )
    .where(
        Question.session_id == MEETING,
        or_(Question.state != QuestionState.SENT_BACK, Question.asker_id == bindparam("asker")),
    )
    .order_by(Question.created_at, Question.id)
)


def cards(case_session: CaseSession) -> Cards:
    """All cards of a session; which of them somebody sees is for the functions below to say."""
    return db.session.execute(CARDS, {"meeting": case_session.id}).all()


def own(cards: Cards, user: User) -> tuple[CardView, ...]:
    """One's own cards that others do not see, or that were sent back."""
    waits = {PerspectiveState.QUEUED, PerspectiveState.SENT_BACK}
    return _views(cards, lambda card: card.author_id == user.id and card.state in waits)


def queue(cards: Cards) -> tuple[CardView, ...]:
    """What waits for the moderator, in an order that says nothing."""
    return _views(cards, lambda card: card.state is PerspectiveState.QUEUED)


def shown(cards: Cards, kind: CardKind) -> tuple[CardView, ...]:
    """What everybody reads of one kind."""
    return _views(cards, lambda card: card.kind is kind and card.state is PerspectiveState.REVEALED)


def notes(cards: Cards, user: User) -> tuple[CardView, ...]:
    """What was noted; whoever wrote it can correct it."""
    own_ids = {card.id for card in cards if card.author_id == user.id}
    return tuple(replace(note, is_own=note.id in own_ids) for note in shown(cards, CardKind.NOTE))


def single(cards: Cards) -> tuple[CardView, ...]:
    """Revealed thoughts that lie in no group."""
    return tuple(card for card in shown(cards, CardKind.THOUGHT) if not card.group_id and not card.is_parked)


def parked(cards: Cards) -> tuple[CardView, ...]:
    """Revealed thoughts for another time."""
    return tuple(card for card in shown(cards, CardKind.THOUGHT) if card.is_parked)


def groups(case_session: CaseSession, cards: Cards) -> tuple[GroupView, ...]:
    """The groups with what lies in them."""
    rows = db.session.execute(GROUPS, {"meeting": case_session.id}).all()
    thoughts = shown(cards, CardKind.THOUGHT)
    return tuple(
        GroupView(row.id, row.name, mark(row.name), number, tuple(c for c in thoughts if c.group_id == row.id))
        for number, row in enumerate(rows, 1)
    )


def questions(case_session: CaseSession, user: User | None) -> tuple[QuestionView, ...]:
    """The questions, oldest first; one that was sent back is read by whoever asked it, and by nobody else.

    Once people have asked one by one, their questions lie in an order that says nothing of it.
    """
    asker_id = user.id if user else ""
    gives = asker_id == case_session.case.author_id
    rows = db.session.execute(QUESTIONS, {"meeting": case_session.id, "asker": asker_id}).all()
    return tuple(
        QuestionView(
            id=row.id,
            text=row.text,
            answer=row.answer,
            mark=mark(row.id, row.answer),
            is_own=row.asker_id == asker_id,
            reason=row.send_back_reason if row.state is QuestionState.SENT_BACK else None,
            answer_reason=row.send_back_reason if row.state is QuestionState.OPEN and gives else None,
        )
        for row in _mixed(case_session, rows)
    )


def _mixed(case_session: CaseSession, rows: Cards) -> list[Row[Any]]:
    """What was asked in a phase with turns that is over, by its random id in the place of the first of them."""
    over = {phase.key for phase in phases.agenda_of(case_session).phases if phase.turns}
    if case_session.state is SessionState.RUNNING:
        over -= {case_session.phase}
    firsts = {row.phase_key: place for place, row in reversed(list(enumerate(rows)))}

    def place(numbered: tuple[int, Row[Any]]) -> tuple[int, str]:
        number, row = numbered
        return (firsts[row.phase_key], row.id) if row.phase_key in over else (number, "")

    return [row for _number, row in sorted(enumerate(rows), key=place)]


def kept(case_session: CaseSession) -> tuple[PerspectiveView, ...]:
    """What stays of a board when the session is over: no house beside a thought, because one may write for all.

    What was parked, asked and noted is kept as well, each under a word that says what it is.
    """
    lying = cards(case_session)
    grouped = [
        _kept(group.name or str(_l("Group %(number)s", number=group.number)), card)
        for group in groups(case_session, lying)
        for card in group.cards
    ]
    brought = questions(case_session, None)
    asked = [f"{one.text}\n– {one.answer}" for one in brought if one.answer]
    others = (
        (str(_l("Suggested key question")), [card.text for card in shown(lying, CardKind.OFFER)]),
        (str(_l("Question and answer")), asked),
        (str(_l("Question without an answer")), [one.text for one in brought if not one.answer]),
        (str(_l("Note")), [card.text for card in shown(lying, CardKind.NOTE)]),
    )
    alone = [_kept("", card) for card in single(lying)]
    aside = [_kept(str(_l("Parked for another time")), card) for card in parked(lying)]
    return (*grouped, *alone, *aside, *(PerspectiveView(word, text) for word, texts in others for text in texts))


def _kept(word: str, card: CardView) -> PerspectiveView:
    return PerspectiveView(word, card.text, key=card.id, is_taken=card.is_taken)


def so_far(case_session: CaseSession) -> dict[str, str]:
    """What the case giver has chosen on the board, as a beginning of the result sheet."""
    if case_session.kind is not SessionKind.LIVE:
        return {}
    taken = [card.text for card in shown(cards(case_session), CardKind.THOUGHT) if card.is_taken]
    return {"helped": "\n".join(taken), "first_step": case_session.first_step or ""}


def _views(cards: Cards, wanted: Callable[[Row[Any]], bool]) -> tuple[CardView, ...]:
    return tuple(_view(card) for card in cards if wanted(card))


def _view(card: Row[Any]) -> CardView:
    seen = mark(card.id, card.text, card.state.value)
    return CardView(
        id=card.id,
        text=card.text,
        mark=seen,
        sign=f"{card.id}.{seen}",
        state=card.state.value,
        reason=card.send_back_reason,
        is_parked=card.parked_at is not None,
        is_taken=card.taken_at is not None,
        group_id=card.group_id,
        is_note=card.kind is CardKind.NOTE,
    )
