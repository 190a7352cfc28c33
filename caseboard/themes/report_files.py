"""The verbs of the quarterly report: write what is recommended, want it as a file, and make the files wanted."""

from datetime import date, datetime

from flask_babel import force_locale
from flask_babel import lazy_gettext as _l
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from caseboard import airlock, audit, clock, paper, policy
from caseboard.anonymize import SafeText
from caseboard.db import command, db
from caseboard.errors import InvalidInput
from caseboard.models import ReportFile, ThemeReport, User
from caseboard.paper import Made
from caseboard.policy import themes as rules
from caseboard.themes import report
from caseboard.themes.entries import POINTS_AT_SOMEBODY

MOST_ATTEMPTS = 5
MEANWHILE = _l("Somebody else has changed this meanwhile. Please look at it above, then send yours once more.")


def clean(typed: str) -> SafeText:
    """Pass the recommendations through the airlock; a gap in them would help nobody, so refuse names.

    Raises:
        InvalidInput: the text points to somebody.
        Unavailable: stripping cannot run.
    """
    stripped = airlock.business({"recommendations": typed})
    if stripped.finds:
        raise InvalidInput({"recommendations": POINTS_AT_SOMEBODY})
    return stripped.texts["recommendations"]


@command
def recommend(moderator: User, quarter: date, words: SafeText, version: int) -> None:
    """Write what is recommended; files that say something else are made anew when somebody wants them.

    Raises:
        NotAllowed: somebody who does not moderate.
        InvalidInput: somebody else was faster.
    """
    policy.require(rules.may_write_report(moderator))
    row = _row(quarter)
    if version != (row.version if row.recommendations is not None else 0) and row.recommendations != words:
        raise InvalidInput({"recommendations": MEANWHILE})
    row.recommendations = words
    db.session.execute(delete(ReportFile).where(ReportFile.quarter == quarter))
    audit.record(moderator, "theme.report", f"report:{quarter.isoformat()}")


@command
def want(reader: User, quarter: date, week: date, language: str) -> None:
    """Let the worker make the report as a file, unless there is one of this week."""
    policy.require(rules.may_read_report(reader))
    _row(quarter)
    known = report.file_of(quarter, language)
    if known is None:
        db.session.add(ReportFile(quarter=quarter, language=language, week=week))
    elif known.week != week:
        known.content = known.made_at = known.media_type = None
        known.week, known.attempts, known.wanted_at = week, 0, clock.now()
    elif known.content is None:
        known.attempts = 0
    audit.record(reader, "theme.want_report", f"report:{quarter.isoformat()}")


def make_reports() -> None:
    """Make every report that is wanted as a file; a job of the worker."""
    wanted = select(ReportFile.id).where(ReportFile.content.is_(None), ReportFile.attempts < MOST_ATTEMPTS)
    for file_id in list(db.session.scalars(wanted.order_by(ReportFile.wanted_at))):
        _make(file_id)


def _make(file_id: str) -> None:
    """Read and lay out without holding the write lock; kept only if nothing has changed meanwhile."""
    if not _try(file_id):
        return
    file = db.session.get(ReportFile, file_id)
    if file is None:
        return
    wanted_at, language = file.wanted_at, file.language
    with force_locale(language):
        view = report.report(file.quarter, file.week, language)
        made = paper.made("themes/paper/report", language, report=view, today=clock.today())
    _keep(file_id, wanted_at, made)


@command
def _try(file_id: str) -> bool:
    file = db.session.get(ReportFile, file_id)
    if file is None or file.content is not None:
        return False
    file.attempts += 1
    return True


@command
def _keep(file_id: str, wanted_at: datetime, made: Made) -> None:
    row = select(ReportFile).where(ReportFile.id == file_id).with_for_update()
    file = db.session.scalar(row.execution_options(populate_existing=True))
    if file is None or file.wanted_at != wanted_at:
        return
    file.content, file.media_type, file.made_at = made.content, made.media_type, clock.now()


def _row(quarter: date) -> ThemeReport:
    """The row of a report, locked; of two who need it first, one makes it."""
    if db.session.get(ThemeReport, quarter) is None:
        try:
            with db.session.begin_nested():
                db.session.add(ThemeReport(quarter=quarter))
        except IntegrityError:
            pass  # the other one has made it at the same instant
    return db.session.get_one(ThemeReport, quarter, with_for_update=True, populate_existing=True)
