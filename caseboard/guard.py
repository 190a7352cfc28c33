"""The front door: nobody comes in unless signed in, and every address names the rule it is kept by.

A view is either `open_to_all`, or it says who may use it with `rule(…)`, or it takes one thing from its address
with `loads(Model, may=…)`; what open pages ask every few seconds is `polled` and judges in one query of its own.
A test reads the marks and fails on a view without one.
"""

import contextlib
import functools
import hashlib
import hmac
import ipaddress
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

from flask import Flask, current_app, g, request, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from sqlalchemy import Row, bindparam, select, update
from sqlalchemy.orm import joinedload
from werkzeug.wrappers import Response

from caseboard import clock
from caseboard.db import Base, command, db, find
from caseboard.errors import NotAllowed, NotFound, SignInNeeded, Unavailable
from caseboard.models import SignIn, User

View = TypeVar("View", bound=Callable[..., Any])
SEEN_EVERY = timedelta(minutes=1)

SIGNED_IN = (
    select(SignIn, User)
    .join(User, User.id == SignIn.user_id)
    .where(SignIn.token_hash == bindparam("token"))
    .options(joinedload(User.role_rows), joinedload(User.served_rows))
)
"""Who holds a sign-in, with everything that rules ask of a person, in one query."""


class Visitor(UserMixin):
    """The signed-in person as Flask-Login wants them; the id is the token of the sign-in, never of the person."""

    def __init__(self, token: str, user: User) -> None:
        self.id = token
        self.user = user


def open_to_all(view: View) -> View:
    """Mark a view that needs no sign-in."""
    view.guard = "open"  # type: ignore[attr-defined]
    return view


def polled(view: View) -> View:
    """Mark a view that open pages ask every few seconds: it looks the sign-in up itself, and prolongs none."""
    view.guard = "polled"  # type: ignore[attr-defined]
    return view


def rule(may: Callable[[User], bool]) -> Callable[[View], View]:
    """Let in whom `may(user)` says yes for; for everybody else the page does not exist."""

    def guarded(view: View) -> View:
        @functools.wraps(view)
        def enter(*args: Any, **kwargs: Any) -> Any:
            if not may(viewer()):
                raise NotAllowed
            return view(*args, **kwargs)

        enter.guard = may  # type: ignore[attr-defined]
        return enter  # type: ignore[return-value]

    return guarded


def loads(model: type[Base], *, may: Callable[[User, Any], bool], name: str | None = None) -> Callable[[View], View]:
    """Replace the `<id>` of the address with the row it names, if `may(user, row)` says yes.

    Args:
        model: the table; its primary key stands in the address as `id`.
        may: the rule from policy; a no looks like an absent page.
        name: the view's argument for the row, by default the table's name.
    """
    argument = name or model.__tablename__

    def guarded(view: View) -> View:
        @functools.wraps(view)
        def enter(*args: Any, **kwargs: Any) -> Any:
            row = find(model, kwargs.pop("id"))
            if row is None or not may(viewer(), row):
                raise NotFound
            return view(*args, **{argument: row}, **kwargs)

        enter.guard = may  # type: ignore[attr-defined]
        enter.loads = model  # type: ignore[attr-defined]
        return enter  # type: ignore[return-value]

    return guarded


def viewer() -> User:
    """The person who is signed in.

    Raises:
        SignInNeeded: nobody is.
    """
    if not current_user.is_authenticated:
        raise SignInNeeded
    return current_user.user


def keyed(kind: str, text: str) -> str:
    """A hash that nobody makes without SECRET_KEY: enough to count and compare, useless to look somebody up."""
    secret = current_app.config["SECRET_KEY"].encode()
    return hmac.new(secret, f"{kind}\x1f{text}".encode(), hashlib.sha256).hexdigest()


def source() -> str:
    """Where a request comes from, as a keyed hash."""
    return keyed("source", neighbourhood(request.remote_addr or ""))


def neighbourhood(address: str) -> str:
    """The address, or its /64 net for IPv6, where one line owns more addresses than anybody could count."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv4Address) or parsed.ipv4_mapped:
        return address
    return str(ipaddress.ip_network((parsed, 64), strict=False))


def let_in(user: User, token: str) -> None:
    """Take the new sign-in of `user` over into this browser; what the old session held is dropped.

    Somebody who comes back after their sign-in expired keeps the key of their forms, because pages that they
    left open in other tabs may hold half a case.
    """
    keep = {"theme": session.get("theme"), "language": user.language}
    if last_person() == user.id:
        keep["csrf_token"] = session.get("csrf_token")
    session.clear()
    g.pop("csrf_token", None)  # Flask-WTF remembers the token of the old session for the rest of the request
    session.update({key: value for key, value in keep.items() if value})
    login_user(Visitor(token, user))


def let_out() -> None:
    """Forget the sign-in in this browser, and everything else but the choice of language and colours."""
    keep = {key: session[key] for key in ("language", "theme") if key in session}
    logout_user()
    session.clear()
    session.update(keep)


def last_person() -> str | None:
    """The id of the person whose sign-in this browser holds or last held."""
    token = session.get("_user_id")
    if not token:
        return None
    return db.session.scalar(select(SignIn.user_id).where(SignIn.token_hash == hashed(token)))


def current_token_hash() -> str:
    """The hash under which this browser's sign-in is stored."""
    return hashed(current_user.get_id())


def hashed(token: str) -> str:
    """SHA-256 of a random token; enough, because the token itself has 192 bits."""
    return hashlib.sha256(token.encode()).hexdigest()


def _visitor(token: str) -> Visitor | None:
    row = db.session.execute(SIGNED_IN, {"token": hashed(token)}).unique().one_or_none()
    if row is None:
        return None
    entry, user = row
    now = clock.now()
    if not holds(entry, now) or not user.active:
        return None
    if now - entry.last_seen_at > SEEN_EVERY and not is_polled():
        # whoever comes while somebody else writes for long is not turned away because this cannot be noted
        with contextlib.suppress(Unavailable):
            _note_seen(entry.id, now)
    return Visitor(token, user)


@command
def _note_seen(entry_id: str, now: datetime) -> None:
    """A transaction of its own that writes from its beginning: SQLite refuses one that has read before at once."""
    db.session.execute(update(SignIn).where(SignIn.id == entry_id).values(last_seen_at=now))


def holds(entry: SignIn | Row[Any], now: datetime) -> bool:
    """Whether a sign-in has neither been ended nor grown too old."""
    config = current_app.config
    too_old = now - entry.created_at > config["SIGN_IN_ABSOLUTE"] or now - entry.last_seen_at > config["SIGN_IN_IDLE"]
    return entry.ended_at is None and not too_old


def token_hash() -> str | None:
    """The hash of the sign-in that this browser holds, without asking whether it still counts."""
    token = session.get("_user_id")
    return hashed(token) if token else None


def is_polled() -> bool:
    """Whether an open page asks by itself, and nobody has pressed anything."""
    return getattr(current_app.view_functions.get(request.endpoint or ""), "guard", None) == "polled"


def _close_the_door() -> None:
    view = current_app.view_functions.get(request.endpoint or "")
    if view is None or request.endpoint == "static" or getattr(view, "guard", None) in {"open", "polled"}:
        return
    viewer()


def _headers(response: Response) -> Response:
    headers = response.headers
    headers["Content-Security-Policy"] = (
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
    if request.endpoint != "static":
        headers["Cache-Control"] = "no-store"
    if not current_app.config["PLAIN_HTTP"]:
        headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
    return response


def init_app(app: Flask) -> None:
    """Hang the door into its frame."""
    manager = LoginManager(app)
    manager.session_protection = None  # sign-ins live on the server; a changing address is no reason to lose a text
    manager.user_loader(_visitor)
    app.before_request(_close_the_door)
    app.after_request(_headers)
    secure = not app.config["PLAIN_HTTP"]
    app.config["SESSION_COOKIE_SECURE"] = secure
    app.config["SESSION_COOKIE_NAME"] = "__Host-caseboard" if secure else "caseboard"
