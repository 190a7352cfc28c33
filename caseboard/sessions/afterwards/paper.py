"""What people keep of a consultation, as files: the result sheet and the certificate."""

from caseboard import clock
from caseboard.models import CaseSession, User
from caseboard.paper import Made, made
from caseboard.sessions.afterwards import queries


def result_sheet(case_session: CaseSession, language: str) -> Made:
    """The result sheet of one consultation."""
    sheet = queries.sheet(case_session, language)
    return made("sessions/paper/result", language, sheet=sheet.result, after=sheet.after, today=clock.today())


def certificate(user: User, case_session: CaseSession, language: str) -> Made:
    """That somebody took part: day, kind and length, and nothing of the case."""
    part = queries.participation(user, case_session)
    return made(
        "sessions/paper/certificate",
        language,
        person=user.name,
        house=user.jobcenter.name,
        part=part,
        today=clock.today(),
    )
