"""Caseboard: anonymised collegial case consultation between jobcenters.

This is the only place where everything meets; nobody imports from it.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flask import Flask, Response, make_response, render_template, session
from flask_babel import Babel, gettext
from flask_migrate import Migrate
from flask_wtf.csrf import CSRFError, CSRFProtect
from jinja2 import StrictUndefined
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from caseboard import (
    accounts,
    cases,
    cli,
    config,
    filters,
    flows,
    guard,
    home,
    measures,
    navigation,
    pages,
    sessions,
    themes,
)
from caseboard.db import db, prepare_engine
from caseboard.errors import CaseboardError, NotFound, SignInNeeded, TooLarge

PACKAGE = Path(__file__).parent
ROOMS = (accounts, cases, sessions, themes, measures, home, flows, pages)


def create_app(settings: Mapping[str, Any] | None = None) -> Flask:
    """Build the application from the defaults, instance/config.py and `settings`, in this order.

    Raises:
        Misconfigured: a setting is missing or unsafe.
    """
    app = Flask(__name__, instance_relative_config=True, template_folder=str(_templates()))
    app.config.from_object(config.Defaults)
    if settings is None or "SECRET_KEY" not in settings:
        app.config.from_pyfile("config.py", silent=True)
    app.config.from_mapping(settings or {})
    app.config.setdefault("SQLALCHEMY_DATABASE_URI", f"sqlite:///{Path(app.instance_path) / 'caseboard.sqlite3'}")
    config.check(app.config)
    app.jinja_env.undefined = StrictUndefined
    _connect(app)
    for room in ROOMS:
        app.register_blueprint(room.bp)
    return app


def _templates() -> Path:
    """In a wheel the templates lie inside the package, in a checkout beside it."""
    inside = PACKAGE / "templates"
    return inside if inside.is_dir() else PACKAGE.parent / "templates"


def _connect(app: Flask) -> None:
    db.init_app(app)
    with app.app_context():
        prepare_engine(db.engine)
    Migrate(app, db, directory=str(PACKAGE / "migrations"), render_as_batch=True)
    Babel(app, locale_selector=_locale)
    CSRFProtect(app)
    guard.init_app(app)
    filters.init_app(app)
    cli.init_app(app)
    navigation.init_app(app)
    app.register_error_handler(CaseboardError, _answer)
    app.register_error_handler(CSRFError, _answer_forgery)
    app.register_error_handler(HTTPException, _answer_http)
    app.register_error_handler(500, _answer_fault)


def _locale() -> str:
    chosen = session.get("language")
    return chosen if chosen in {"de", "en"} else "de"


def _answer(error: CaseboardError) -> Response:
    if isinstance(error, SignInNeeded):
        return accounts.ask_to_sign_in()
    db.session.rollback()
    page = render_template("error.html", title=str(error.sentence), text=_advice(error.status), code=error.status)
    return make_response(page, error.status)


def _answer_forgery(_error: CSRFError) -> Response:
    page = render_template(
        "error.html",
        title=gettext("This page was open for too long or came from elsewhere."),
        text=_advice(400),
        code=400,
    )
    return make_response(page, 400)


def _answer_http(error: HTTPException) -> Response:
    if error.code is not None and error.code < 400:
        return make_response(error.get_response())
    if isinstance(error, RequestEntityTooLarge):
        return _answer(TooLarge())
    if error.code in {404, 405}:
        return _answer(NotFound())
    page = render_template(
        "error.html", title=gettext("This request was not understood."), text=_advice(400), code=error.code
    )
    return make_response(page, error.code or 400)


def _answer_fault(_error: Exception) -> Response:
    return _answer(CaseboardError())


def _advice(status: int) -> str:
    if status == 409:
        return gettext("Nothing was changed. Go back and look at the present state.")
    if status == 503:
        return gettext("Go back with your browser's back button and try again in a minute.")
    if status == 404:
        return gettext("Perhaps it was moved or withdrawn. The start page shows what lies with you.")
    return gettext("Go back with your browser's back button and send it again.")


__all__ = ["create_app"]
