"""What the pages after a consultation may know: frozen views without author and without the house of a case."""

from dataclasses import dataclass
from datetime import date, datetime

from flask_babel import LazyString

from caseboard.sessions.views import ResultView


@dataclass(frozen=True)
class After:
    """What became of the first step; empty until the case giver has said it."""

    answer: LazyString | None = None
    helped: str | None = None
    asks_on: date | None = None
    silent: bool = False


@dataclass(frozen=True)
class Sheet:
    """The result sheet, and what became of it."""

    result: ResultView
    after: After


@dataclass(frozen=True)
class FileView:
    """A file that is made, or will be."""

    ready: bool
    is_pdf: bool


@dataclass(frozen=True)
class ResultPage:
    """The page of the result sheet for one of its readers."""

    sheet: Sheet
    file: FileView | None
    follows_up: bool
    gives_feedback: bool
    has_given: bool
    has_certificate: bool


@dataclass(frozen=True)
class FollowUpView:
    """What the case giver is asked."""

    session_id: str
    title: str
    first_step: str
    answer: str | None
    answer_label: LazyString | None
    helped: str | None
    shared: str | None
    """Where the entry of the collection stands, if there is one: waiting, shown or refused."""


@dataclass(frozen=True)
class Participation:
    """That somebody was there."""

    session_id: str
    day: datetime
    kind: LazyString
    part: LazyString
    length: str | None
    file: FileView | None = None


@dataclass(frozen=True)
class Guest:
    """Somebody who accepted, and whether they were there."""

    id: str
    name: str
    house: str
    there: bool


@dataclass(frozen=True)
class FeedbackFigure:
    """One of the three questions: a mean in halves."""

    question: LazyString
    mean: float


@dataclass(frozen=True)
class FeedbackView:
    """What was answered, where there are enough answers to show any; `count` is a multiple of five."""

    figures: tuple[FeedbackFigure, ...]
    count: int
