"""What stands in the head of every page: where this person can go, who they are, and how they like to read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask, request, session, url_for
from flask_babel import LazyString, get_locale
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from caseboard import policy
from caseboard.guard import is_polled
from caseboard.models import User
from caseboard.policy import cases, people, processes, themes


@dataclass(frozen=True)
class Way:
    """One entry of the main navigation: where it leads, what it is called, who sees it."""

    endpoint: str
    label: LazyString
    may: Callable[[User], bool]
    below: frozenset[str] = frozenset()
    """Pages that belong to it where a room has several entries."""


@dataclass(frozen=True)
class NavigationItem:
    """One entry as the template prints it."""

    url: str
    label: str
    current: bool


@dataclass(frozen=True)
class ViewerView:
    """The signed-in person as pages may know them."""

    name: str
    jobcenter: str


THEME_RULE = frozenset({"themes.set_rule", "themes.runs"})

WAYS = (
    Way("home.desk", _l("My desk"), people.may_have_account),
    Way("cases.write", _l("Write a case"), cases.may_write_cases, frozenset({"cases.preview", "cases.rewrite"})),
    Way("cases.mine", _l("My cases"), cases.may_write_cases, frozenset({"cases.own", "cases.edit"})),
    Way("cases.library", _l("Case library"), policy.consults, frozenset({"cases.read", "cases.search"})),
    Way("sessions.index", _l("Consultations"), policy.consults),
    Way("themes.radar", _l("Themes"), policy.sees_the_network),
    Way("measures.index", _l("Measures"), policy.sees_the_network),
    Way("themes.the_rule", _l("Rule of the themes"), themes.may_set_rule, THEME_RULE),
    Way("sessions.processes", _l("Processes"), processes.may_keep_processes, frozenset({"sessions.process"})),
    Way("accounts.people", _l("People"), people.may_administer),
    Way("cases.protection_desk", _l("Data protection"), people.may_watch_over_data, frozenset({"cases.protection"})),
)


def _items() -> list[NavigationItem]:
    if not current_user.is_authenticated:
        return []
    here = (request.endpoint or "").partition(".")[0]
    ways = [way for way in WAYS if way.may(current_user.user)]
    exact = any(way.endpoint == request.endpoint for way in ways)
    rooms = [way.endpoint.partition(".")[0] for way in ways]
    return [
        NavigationItem(
            url_for(way.endpoint),
            str(way.label),
            way.endpoint == request.endpoint
            or request.endpoint in way.below
            or (not exact and room == here and rooms.count(room) == 1),
        )
        for way, room in zip(ways, rooms, strict=True)
    ]


def _context() -> dict[str, Any]:
    if is_polled():
        return {}  # a piece of a page has no head
    viewer = None
    if current_user.is_authenticated:
        user = current_user.user
        viewer = ViewerView(user.name, user.jobcenter.name)
    context: dict[str, Any] = {
        "viewer": viewer,
        "navigation": _items(),
        "locale": str(get_locale()),
        "appearance": session.get("theme", "system"),
    }
    if viewer:
        context["account_url"] = url_for("accounts.account")
    return context


def init_app(app: Flask) -> None:
    """Hand the head of the page to every template."""
    app.context_processor(_context)
