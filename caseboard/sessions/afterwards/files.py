"""The verbs of files: somebody wants one, the worker makes it, and what has changed makes it anew."""

from collections.abc import Callable

from sqlalchemy import update

from caseboard import audit, clock, making
from caseboard.db import command, db
from caseboard.models import CaseSession, MadeFile, MadeKind, SessionState, User
from caseboard.paper import Made
from caseboard.policy import aftermath, require
from caseboard.policy import sessions as rules
from caseboard.sessions.afterwards import paper
from caseboard.sessions.afterwards.lookups import certificate_key, file_of, sheet_key
from caseboard.sessions.service.closing import require_result
from caseboard.sessions.service.entry import enter, thing


@command
def want_sheet(reader: User, case_session: CaseSession, language: str) -> MadeFile:
    """Let the worker make the result sheet as a file, unless there is one.

    Raises:
        NotAllowed: somebody who does not read the result.
        WrongMoment: there is no result yet.
    """
    enter(rules.may_read_along, reader, case_session)
    require_result(case_session)
    audit.record(reader, "session.want_sheet", thing(case_session))
    return _wanted(case_session, MadeKind.RESULT_SHEET, sheet_key(language), language)


@command
def want_certificate(reader: User, case_session: CaseSession, language: str) -> MadeFile:
    """Let the worker make a certificate of participation for somebody who was there; the case may be gone by now.

    Raises:
        NotAllowed: somebody who was not there.
    """
    db.session.refresh(case_session, with_for_update={"of": CaseSession})
    require(aftermath.took_part(reader, case_session))
    audit.record(reader, "session.want_certificate", thing(case_session))
    key = certificate_key(reader, language)
    return _wanted(case_session, MadeKind.CERTIFICATE, key, language, reader.id)


def make_anew(case_session: CaseSession) -> None:
    """What the sheets said has changed: they are emptied and made once more; for verbs, inside their transaction."""
    sheets = update(MadeFile).where(MadeFile.session_id == case_session.id, MadeFile.kind == MadeKind.RESULT_SHEET)
    fresh = {"content": None, "made_at": None, "media_type": None, "attempts": 0, "wanted_at": clock.now()}
    db.session.execute(sheets.values(fresh))


def make_wanted() -> None:
    """Make every file that is wanted; a job of the worker."""
    making.make_wanted(MadeFile, _laid_out)


def _laid_out(file: MadeFile) -> Made | None:
    """Nothing where the case has been withdrawn meanwhile."""
    case_session = db.session.get(CaseSession, file.session_id)
    return WAYS[file.kind](case_session, file.user_id, file.language) if case_session else None


def _sheet(case_session: CaseSession, _user_id: str | None, language: str) -> Made | None:
    there = rules.is_awake(case_session) and case_session.state is SessionState.RESULT_SENT
    return paper.result_sheet(case_session, language) if there else None


def _certificate(case_session: CaseSession, user_id: str | None, language: str) -> Made | None:
    user = db.session.get(User, user_id) if user_id else None
    there = user is not None and aftermath.took_part(user, case_session)
    return paper.certificate(user, case_session, language) if user and there else None


WAYS: dict[MadeKind, Callable[[CaseSession, str | None, str], Made | None]] = {
    MadeKind.RESULT_SHEET: _sheet,
    MadeKind.CERTIFICATE: _certificate,
}


def _wanted(case_session: CaseSession, kind: MadeKind, key: str, language: str, user_id: str | None = None) -> MadeFile:
    known = file_of(case_session, key)
    if known is None:
        known = MadeFile(session_id=case_session.id, kind=kind, key=key, language=language, user_id=user_id)
        db.session.add(known)
        db.session.flush()
    elif known.content is None:
        known.attempts = 0
    return known
