"""The verbs of the quarterly report: write what is recommended, want it as a file, and make the files wanted."""

from collections.abc import Mapping
from datetime import date

from flask_babel import lazy_gettext as _l
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm.attributes import flag_modified

from caseboard import airlock, audit, clock, making, paper, policy
from caseboard.anonymize import SafeText
from caseboard.db import command, db
from caseboard.errors import InvalidInput
from caseboard.models import ReportFile, ThemeAdvice, ThemeReport, User
from caseboard.paper import Made
from caseboard.policy import themes as rules
from caseboard.themes import report
from caseboard.themes.entries import POINTS_AT_SOMEBODY
from caseboard.themes.report_forms import ON, ON_ALL

MEANWHILE = _l("Somebody else has changed this meanwhile. Please look at it above, then send yours once more.")


def clean(typed: Mapping[str, str]) -> dict[str, SafeText]:
    """Pass the recommendations through the airlock; a gap in them would help nobody, so refuse names.

    Raises:
        InvalidInput: a text points to somebody.
        Unavailable: stripping cannot run.
    """
    stripped = airlock.business(typed)
    found = {find.field for find in stripped.finds}
    if found:
        raise InvalidInput(dict.fromkeys(sorted(found), POINTS_AT_SOMEBODY))
    return dict(stripped.texts)


@command
def recommend(moderator: User, quarter: date, words: Mapping[str, SafeText], version: int) -> None:
    """Write what is recommended; files that say something else are made anew when somebody wants them.

    Args:
        moderator: whose words these are.
        quarter: of the report.
        words: on all themes together and on those of single families, by the names of their fields.
        version: the one that the page was made from.

    Raises:
        NotAllowed: somebody who does not moderate.
        InvalidInput: somebody else was faster.
    """
    policy.require(rules.may_write_report(moderator))
    row = _row(quarter)
    wanted = {name.removeprefix(ON): text for name, text in words.items() if text and name != ON_ALL}
    present = {one.theme_id: one.words for one in row.advice}
    if version != (row.version if row.recommendations is not None else 0) and (
        row.recommendations != words[ON_ALL] or present != wanted
    ):
        raise InvalidInput({ON_ALL: MEANWHILE})
    row.recommendations = words[ON_ALL]
    flag_modified(row, "recommendations")  # also where only the words on a family changed, so that the version counts
    _advise(row, wanted)
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


def _advise(row: ThemeReport, wanted: Mapping[str, SafeText]) -> None:
    """Let these be the words on families: what nobody wants any more goes, whatever it was called."""
    for one in [one for one in row.advice if one.theme_id not in wanted]:
        row.advice.remove(one)
    present = {one.theme_id: one for one in row.advice}
    for key, text in sorted(wanted.items()):
        if key in present:
            present[key].words = text
        else:
            row.advice.append(ThemeAdvice(theme_id=key, words=text))


def make_reports() -> None:
    """Make every report that is wanted as a file; a job of the worker."""
    making.make_wanted(ReportFile, _laid_out)


def _laid_out(file: ReportFile) -> Made:
    view = report.report(file.quarter, file.week, file.language)
    return paper.made("themes/paper/report", file.language, report=view, today=clock.today())


def _row(quarter: date) -> ThemeReport:
    """The row of a report, locked; of two who need it first, one makes it."""
    if db.session.get(ThemeReport, quarter) is None:
        try:
            with db.session.begin_nested():
                db.session.add(ThemeReport(quarter=quarter))
        except IntegrityError:
            pass  # the other one has made it at the same instant
    return db.session.get_one(ThemeReport, quarter, with_for_update=True, populate_existing=True)
