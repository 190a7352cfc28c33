"""Lays out what people keep: tagged PDF where this machine has Pango, plain text where it has not."""

import logging
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from flask import current_app

from caseboard import clock
from caseboard.models import CaseSession, User
from caseboard.sessions.afterwards import queries

log = logging.getLogger(__name__)
STYLE = Path(__file__).parents[2] / "static" / "paper.css"


@dataclass(frozen=True)
class Made:
    """A file as it is kept."""

    content: bytes
    media_type: str


def result_sheet(case_session: CaseSession, language: str) -> Made:
    """The result sheet of one consultation."""
    sheet = queries.sheet(case_session, language)
    return _made("result", language, sheet=sheet.result, after=sheet.after, today=clock.today())


def certificate(user: User, case_session: CaseSession, language: str) -> Made:
    """That somebody took part: day, kind and length, and nothing of the case."""
    part = queries.participation(user, case_session)
    return _made("certificate", language, person=user.name, house=user.jobcenter.name, part=part, today=clock.today())


def _made(name: str, language: str, **context: Any) -> Made:
    """Without the context of a request: nobody is signed in where the worker works."""
    templates = current_app.jinja_env
    pdf = _pdf(templates.get_template(f"sessions/paper/{name}.html").render(language=language, **context))
    if pdf is not None:
        return Made(pdf, "application/pdf")
    text = templates.get_template(f"sessions/paper/{name}.txt").render(language=language, **context)
    return Made(text.encode(), "text/plain")


def _pdf(page: str) -> bytes | None:
    if not has_pango():
        return None
    from weasyprint import CSS, HTML

    html = HTML(string=page, url_fetcher=_refuse)
    return html.write_pdf(pdf_variant="pdf/ua-1", stylesheets=[CSS(filename=str(STYLE), url_fetcher=_refuse)])


@cache
def has_pango() -> bool:
    """Whether this machine can lay out a PDF; looked up in the worker alone, because it takes a second."""
    try:
        import weasyprint  # noqa: F401 - the import itself looks for Pango
    except OSError:
        log.warning("Pango is missing: result sheets and certificates are made as plain text")
        return False
    return True


def _refuse(url: str) -> None:
    """Nothing is fetched, from the net as little as from this machine."""
    raise ValueError(url.partition(":")[0])
