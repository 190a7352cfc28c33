"""Every page that opens by itself, for everybody who may: no barrier, no overflow, no complaint of the browser."""

import pytest
from flask import Flask

from caseboard.models import Role
from tests.actors import Actor, Stage
from tests.browser.visits import Visits

HALVES = {
    "consulting": (Role.CASE_MANAGER, Role.MODERATION),
    "running": (Role.LEADERSHIP, Role.ADMINISTRATION, Role.DATA_PROTECTION),
}
"""Roles that one person can have together; between them they see every page."""


def pages_of(app: Flask, actor: Actor) -> list[str]:
    """Every address without a variable part that shows this person a page."""
    addresses = {rule.rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ()) and not rule.arguments}
    found = []
    for address in sorted(addresses):
        answer = actor.client.get(address)
        assert answer.status_code < 500, address
        if answer.status_code == 200 and answer.mimetype == "text/html":
            found.append(address)
    return found


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_barrier(app: Flask, stage: Stage, visits: Visits, half: str, scheme: str) -> None:
    # given somebody with these roles
    anna = stage.person("kg", *HALVES[half], name="Anna Beispiel")
    visit = visits.by(anna, scheme=scheme)

    # when they look at every page there is for them
    seen = {}
    for address in pages_of(app, anna):
        page = visit.opens(address)
        seen[address] = visit.barriers()
        if page.locator("h1").count() != 1:
            seen[address].append(f"{page.locator('h1').count()} main headings")

    # then none of them keeps anybody out, and the browser had nothing to refuse
    assert len(seen) > 3
    assert {address: found for address, found in seen.items() if found} == {}
    assert visit.complaints == []


@pytest.mark.parametrize("half", HALVES)
def test_no_page_has_to_be_scrolled_sideways_at_320_pixels(app: Flask, stage: Stage, visits: Visits, half: str) -> None:
    anna = stage.person("kg", *HALVES[half], name="Anna Beispiel")
    visit = visits.by(anna, width=320)

    seen = {}
    for address in pages_of(app, anna):
        visit.opens(address)
        seen[address] = visit.overflows()

    assert len(seen) > 3
    assert {address: found for address, found in seen.items() if found} == {}
