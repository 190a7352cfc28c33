"""What the tests of consultations put on the stage: a released case, and a round around it."""

import secrets
from dataclasses import dataclass, field

from caseboard import clock
from caseboard.anonymize import SafeText
from caseboard.db import db
from caseboard.models import (
    Case,
    CaseExclusion,
    CaseSession,
    CaseState,
    CaseTheme,
    Perspective,
    SessionKind,
    ThemeLabel,
)
from caseboard.models.case import Light
from caseboard.sessions import service
from caseboard.sessions.written import leading
from tests.actors import Actor, Stage

QUESTION = "Wie halte ich den Kontakt, ohne Druck zu machen?"
SITUATION = "Die Kundin kommt seit dem Winter zu keinem Termin mehr."


def safe(text: str) -> SafeText:
    """Text as if it had been through the anonymiser."""
    return SafeText.trusted(text)


def released_case(
    stage: Stage, author: Actor, *, leaves_out: tuple[str, ...] = (), themes: tuple[str, ...] = ()
) -> str:
    """A case of `author` that two others have released; its id."""
    house = author.user.jobcenter_id
    for key in leaves_out:
        stage.house(key)
    case = Case(
        author_id=author.user_id,
        jobcenter_id=house,
        state=CaseState.RELEASED,
        title=safe("Termine bleiben leer"),
        situation=safe(SITUATION),
        key_question=safe(QUESTION),
        light=Light.GREEN,
        anonymizer="test",
        house_checker_id=stage.case_manager(house).user_id,
        network_checker_id=stage.moderator("mil").user_id,
        released_at=clock.now(),
        exclusions=[CaseExclusion(jobcenter_id=key) for key in leaves_out],
        theme_rows=[CaseTheme(theme_id=key) for key in themes],
        labels=[ThemeLabel(theme_id=key, says=True, user_id=author.user_id) for key in themes],
    )
    db.session.add(case)
    db.session.commit()
    return case.id


@dataclass
class Round:
    """A written round of a case from Bad Kissingen, with three invited advisers from three other houses."""

    stage: Stage
    kind: SessionKind = SessionKind.WRITTEN
    themes: tuple[str, ...] = ()
    author: Actor = field(init=False)
    moderator: Actor = field(init=False)
    advisers: list[Actor] = field(init=False)
    case_id: str = field(init=False)
    id: str = field(init=False)

    def __post_init__(self) -> None:
        """Everybody takes their place."""
        self.author = self.stage.case_manager("kg")
        self.moderator = self.stage.moderator("nes")
        self.advisers = [self.stage.case_manager(key) for key in ("has", "msp", "kt")]
        self.case_id = released_case(self.stage, self.author, themes=self.themes)
        starts = clock.now() if self.kind is SessionKind.LIVE else None
        chosen = frozenset(adviser.user_id for adviser in self.advisers)
        planned = service.Plan(self.kind, chosen, starts_at=starts, video_link="https://video.example/raum")
        self.id = service.plan(self.moderator.user, self.case, planned).id

    @property
    def case(self) -> Case:
        """The case, fresh from the database."""
        db.session.rollback()
        return db.session.get_one(Case, self.case_id)

    @property
    def row(self) -> CaseSession:
        """The consultation, fresh from the database."""
        db.session.rollback()
        return db.session.get_one(CaseSession, self.id)

    @property
    def address(self) -> str:
        """Where the consultation is found."""
        return f"/beratungen/{self.id}"

    def all_accept(self) -> "Round":
        """Every invited adviser takes part."""
        for adviser in self.advisers:
            service.answer(adviser.user, self.row, accepts=True)
        return self

    def writes(self, adviser: Actor, text: str) -> Perspective:
        """One adviser hands in a perspective."""
        seen = service.perspective_mark(adviser.user, self.row)
        return service.contribute(adviser.user, self.row, safe(text), secrets.token_hex(16), seen)

    def all_write(self) -> "Round":
        """Every adviser hands in a perspective: "Sicht 1", "Sicht 2", "Sicht 3"."""
        for number, adviser in enumerate(self.advisers, 1):
            self.writes(adviser, f"Sicht {number}")
        return self

    def is_revealed(self) -> "Round":
        """The moderator reveals what everybody wrote."""
        self.all_accept().all_write()
        return self.reveals()

    def reveals(self) -> "Round":
        """The moderator looks through what there is, and reveals exactly that."""
        db.session.rollback()
        leading.reveal(self.moderator.user, self.row, leading.seen(self.row))
        return self

    def is_concluded(self) -> "Round":
        """The case giver has said what helps."""
        return self.is_revealed().concludes()

    def concludes(self) -> "Round":
        """The case giver sends the result sheet."""
        outcome = service.Outcome(safe("Der Blick von außen."), safe("Einen Brief schreiben."), safe("Danke!"))
        service.conclude(self.author.user, self.row, outcome)
        return self

    def rests(self) -> None:
        """Somebody recognises the person: the case is paused."""
        self.case.paused_at = clock.now()
        db.session.commit()
