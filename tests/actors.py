"""The people of the tests: houses, colleagues with roles, and a browser for each that keeps its own cookies."""

import re
import secrets
from dataclasses import dataclass, field
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from caseboard import guard
from caseboard.db import Base, command, db
from caseboard.models import Jobcenter, Role, ServedHouse, SignIn, User, UserRole
from caseboard.models.people import HouseKind

COUNTIES = {
    "kg": "Bad Kissingen",
    "nes": "Rhön-Grabfeld",
    "has": "Haßberge",
    "msp": "Main-Spessart",
    "kt": "Kitzingen",
    "mil": "Miltenberg",
}
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


class Browser(FlaskClient):
    """A browser whose every request gets a context of its own, as on a server.

    Without it all requests of a test would share the context of the test, and with it who is signed in.
    """

    def open(self, *args: Any, **options: Any) -> TestResponse:
        """Send one request; what the test read before it is read anew afterwards."""
        with self.application.app_context():
            response = super().open(*args, **options)
        db.session.rollback()
        return response


@command
def put(row: Base) -> None:
    """Write a row as the application would: a server under test may be writing at the same time."""
    db.session.add(row)


@dataclass
class Actor:
    """One person in front of one browser."""

    user_id: str
    client: FlaskClient
    pages: list[str] = field(default_factory=list)

    @property
    def user(self) -> User:
        """The person's row, fresh from the database."""
        found = db.session.get(User, self.user_id)
        assert found is not None
        return found

    def opens(self, path: str, **options: Any) -> TestResponse:
        """Look at a page; what was seen is remembered in `pages`."""
        response = self.client.get(path, **options)
        self.pages.append(response.get_data(as_text=True))
        return response

    def sends(self, path: str, data: dict[str, Any] | None = None, *, follow: bool = True) -> TestResponse:
        """Send a form with a valid token; redirects are followed unless said otherwise."""
        response = self.client.post(path, data={"csrf_token": self.token(), **(data or {})}, follow_redirects=follow)
        self.pages.append(response.get_data(as_text=True))
        return response

    def token(self) -> str:
        """The token that this browser's forms carry."""
        found = TOKEN.search(self.client.get("/barrierefreiheit").get_data(as_text=True))
        assert found, "no form on the page"
        return found[1]


class Stage:
    """Puts houses and people into the database and hands out actors."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        app.test_client_class = Browser

    def house(self, key: str) -> Jobcenter:
        """The jobcenter `key` of COUNTIES, made when first asked for."""
        found = db.session.get(Jobcenter, key)
        if found is None:
            found = Jobcenter(id=key, name=f"Jobcenter {COUNTIES[key]}", county=COUNTIES[key], kind=HouseKind.JOINT)
            put(found)
        return found

    def person(self, house: str, *roles: Role, serves: tuple[str, ...] = (), name: str = "") -> Actor:
        """Somebody of `house` with `roles`, signed in already."""
        for key in (house, *serves):
            self.house(key)
        user = User(
            email=f"{secrets.token_hex(4)}@{house}.example",
            name=name or f"Person {secrets.token_hex(2)}",
            jobcenter_id=house,
            role_rows=[UserRole(role=role) for role in roles],
            served_rows=[ServedHouse(jobcenter_id=key) for key in serves],
        )
        put(user)
        return Actor(user.id, self.signed_in(user.id))

    def case_manager(self, house: str, **options: Any) -> Actor:
        """A Fachkraft of `house`."""
        return self.person(house, Role.CASE_MANAGER, **options)

    def moderator(self, house: str, **options: Any) -> Actor:
        """A moderator of `house`."""
        return self.person(house, Role.MODERATION, **options)

    def leader(self, house: str, **options: Any) -> Actor:
        """Somebody of the management of `house`."""
        return self.person(house, Role.LEADERSHIP, **options)

    def officer(self, house: str, **options: Any) -> Actor:
        """The data protection officer of `house`."""
        return self.person(house, Role.DATA_PROTECTION, **options)

    def administrator(self, house: str, **options: Any) -> Actor:
        """Somebody who administers the people of `house`."""
        return self.person(house, Role.ADMINISTRATION, **options)

    @staticmethod
    def all_roles() -> tuple[Role, ...]:
        """Every role there is, for somebody who has them all."""
        return tuple(Role)

    def stranger(self) -> FlaskClient:
        """A browser in which nobody is signed in."""
        return self.app.test_client()

    def signed_in(self, user_id: str) -> FlaskClient:
        """A browser with a sign-in of its own; the password is tested where passwords are tested."""
        token = secrets.token_urlsafe(24)
        put(SignIn(token_hash=guard.hashed(token), user_id=user_id))
        client = self.app.test_client()
        with client.session_transaction() as cookie:
            cookie["_user_id"] = token
            cookie["_fresh"] = True
        return client
