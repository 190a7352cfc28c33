"""Files by what they are: the sheet of a consultation in a language, somebody's certificate of it."""

from sqlalchemy import select

from caseboard.db import db
from caseboard.models import CaseSession, MadeFile, User


def sheet_key(language: str) -> str:
    """The result sheet in one language."""
    return f"result_sheet/{language}"


def certificate_key(user: User, language: str) -> str:
    """Somebody's certificate in one language."""
    return f"certificate/{user.id}/{language}"


def file_of(case_session: CaseSession, key: str) -> MadeFile | None:
    """The file of a consultation with this key, made or wanted."""
    return db.session.scalar(select(MadeFile).where(MadeFile.session_id == case_session.id, MadeFile.key == key))
