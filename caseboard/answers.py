"""What people read when something cannot be done, and what the log says of a fault: never what was typed.

Whoever was sending a text finds it on the page that says it went wrong, and nowhere else.
"""

import logging
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, current_app, make_response, render_template, request
from flask_babel import gettext
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge
from werkzeug.wrappers import Response

from caseboard.db import db
from caseboard.errors import CaseboardError, NotFound, SignInNeeded, TooLarge

log = logging.getLogger(__name__)

Fields = tuple[tuple[str, str], ...]
PASSING = frozenset({500, 503})
"""What may be over in a minute, so that sending the same once more is worth a try."""


class DiscreetFlask(Flask):
    """A Flask that does not write the message of an exception into the log, because it may quote what was typed."""

    def log_exception(
        self, exc_info: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> None:
        """Log the kind of the fault and the places it came by."""
        kind, _message, trace = exc_info
        places = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(traceback.extract_tb(trace)[-6:]))
        log.error("fault %s at %s", kind.__name__ if kind else "unknown", places)


def init_app(app: Flask, ask_to_sign_in: Callable[[], Any]) -> None:
    """Answer every error with one page in plain words; whoever is not signed in is asked to."""

    def answer(error: CaseboardError) -> Any:
        return ask_to_sign_in() if isinstance(error, SignInNeeded) else _page_for(error)

    app.register_error_handler(CaseboardError, answer)
    app.register_error_handler(CSRFError, _answer_forgery)
    app.register_error_handler(HTTPException, _answer_http)
    app.register_error_handler(500, _answer_fault)


def _page_for(error: CaseboardError) -> Response:
    db.session.rollback()
    return _page(str(error.sentence), error.status, _sent())


def _answer_forgery(_error: CSRFError) -> Response:
    return _page(gettext("This page was open for too long or came from elsewhere."), 400, _sent())


def _answer_http(error: HTTPException) -> Any:
    if error.code is not None and error.code < 400:
        return error.get_response()
    if isinstance(error, RequestEntityTooLarge):
        return _page(str(TooLarge.sentence), 413)
    if error.code in {404, 405}:
        return _page(str(NotFound.sentence), 404)
    return _page(gettext("This request was not understood."), error.code or 400)


def _answer_fault(_error: Exception) -> Response:
    return _page_for(CaseboardError())


def _page(title: str, status: int, sent: Fields = ()) -> Response:
    kept = tuple(dict.fromkeys(value for _name, value in sent if " " in value.strip()))
    page = render_template(
        "error.html",
        title=title,
        text=gettext("Your text is still here, in this page alone.") if kept else _advice(status),
        code=status,
        back_url=_came_from() if status == 409 else None,
        kept=kept,
        fields=sent if kept and status in PASSING else (),
        target=request.full_path.removesuffix("?"),
    )
    return make_response(page, status)


def _sent() -> Fields:
    """What somebody was sending from a page of ours; no other site makes a browser show words of its own here."""
    if request.method != "POST" or urlsplit(request.headers.get("Origin", "")).netloc != request.host:
        return ()
    fields = tuple(request.form.items(multi=True))
    secret = any("password" in name for name, _value in fields)
    return () if secret else tuple(pair for pair in fields if pair[0] != "csrf_token")


def _came_from() -> str | None:
    """The page of this house on which somebody pressed the button, if it can be opened again."""
    try:
        parts = urlsplit(request.referrer or "")
        if parts.netloc != request.host or parts.path.startswith("//"):
            return None
        current_app.create_url_adapter(request).match(parts.path, method="GET")
    except (HTTPException, ValueError):
        return None
    return parts.path


def _advice(status: int) -> str:
    if status == 409:
        return gettext("Nothing was changed. Go back and look at the present state.")
    if status == 413:
        return gettext("Go back with your browser's back button and shorten the text. Nothing was stored.")
    if status == 503:
        return gettext("Go back with your browser's back button and try again in a minute.")
    if status == 404:
        return gettext("Perhaps it was moved or withdrawn. The start page shows what lies with you.")
    return gettext("Go back with your browser's back button and send it again.")
