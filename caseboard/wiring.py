"""Where everything meets: the one module that knows every room, and that nothing but `create_app` knows."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flask import Flask, session
from flask_babel import Babel
from flask_migrate import Migrate
from flask_wtf.csrf import CSRFProtect
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from caseboard import (
    accounts,
    anonymize,
    answers,
    cases,
    cli,
    config,
    filters,
    flows,
    forms,
    guard,
    home,
    measures,
    navigation,
    pages,
    sessions,
    themes,
)
from caseboard.cases.checks.service import tell_overdue
from caseboard.db import db, engine_options, prepare_engine
from caseboard.flows.purge import purge
from caseboard.forgetting import rewrite_noted
from caseboard.sessions.afterwards.files import make_wanted
from caseboard.sessions.afterwards.follow_up import ask_around
from caseboard.sessions.jobs import go_on, remind, tell_news
from caseboard.sessions.overdue import look_after_overdue
from caseboard.sessions.planning.jobs import remind_of_dates
from caseboard.themes.discovery import discover
from caseboard.themes.jobs import reckon
from caseboard.themes.report_files import make_reports
from caseboard.themes.snapshots import take_snapshot

PACKAGE = Path(__file__).parent
ROOMS = (accounts, cases, sessions, themes, measures, home, flows, pages)
JOBS = (
    purge,
    tell_overdue,
    go_on,
    remind,
    remind_of_dates,
    look_after_overdue,
    tell_news,
    ask_around,
    take_snapshot,
    rewrite_noted,
)
"""What the worker looks after every minute; each finds out for itself whether it is due."""

LONG_JOBS = (reckon, discover)
"""What takes minutes: the worker does it beside the rest, one at a time."""

QUICK_JOBS = (make_wanted, make_reports)
"""What somebody waits for: the worker looks after it every few seconds."""


def build(settings: Mapping[str, Any] | None) -> Flask:
    """Put the application together; see `create_app`."""
    app = answers.DiscreetFlask("caseboard", instance_relative_config=True, template_folder=str(_templates()))
    app.config.from_object(config.Defaults)
    if settings is None or "SECRET_KEY" not in settings:
        app.config.from_pyfile("config.py", silent=True)
        app.config.from_prefixed_env("CASEBOARD")
    app.config.from_mapping(settings or {})
    app.config.setdefault("SQLALCHEMY_DATABASE_URI", f"sqlite:///{Path(app.instance_path) / 'caseboard.sqlite3'}")
    config.check(app.config)
    anonymize.plug_in(app.config["NER_MODEL"])
    if broken := anonymize.broken():
        app.logger.critical("missing or damaged: %s; no text can be stripped, so none is stored", ", ".join(broken))
    app.jinja_env.undefined = StrictUndefined
    _connect(app)
    for room in ROOMS:
        app.register_blueprint(room.bp)
    app.extensions["caseboard.jobs"], app.extensions["caseboard.quick_jobs"] = JOBS, QUICK_JOBS
    app.extensions["caseboard.long_jobs"] = LONG_JOBS
    if proxies := app.config["TRUSTED_PROXIES"]:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies)  # type: ignore[method-assign]
    return app


def _templates() -> Path:
    """In a wheel the templates lie inside the package, in a checkout beside it."""
    inside = PACKAGE / "templates"
    return inside if inside.is_dir() else PACKAGE.parent / "templates"


def _connect(app: Flask) -> None:
    given = app.config["SQLALCHEMY_ENGINE_OPTIONS"]
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = engine_options(app.config["SQLALCHEMY_DATABASE_URI"], given)
    db.init_app(app)
    with app.app_context():
        prepare_engine(db.engine)
    Migrate(app, db, directory=str(PACKAGE / "migrations"), render_as_batch=True)
    Babel(app, locale_selector=_locale)
    app.before_request(forms.take_long_texts)  # before the token is read out of the form
    CSRFProtect(app)
    guard.init_app(app)
    filters.init_app(app)
    cli.init_app(app)
    navigation.init_app(app)
    answers.init_app(app, accounts.ask_to_sign_in)


def _locale() -> str:
    chosen = session.get("language")
    return chosen if chosen in {"de", "en"} else "de"
