"""The lights on the author's page in use: one click takes what turns them green, with and without script."""

import pytest
from playwright.sync_api import Page, expect

from caseboard import anonymize
from caseboard.models.case import Light
from tests.actors import Actor, Stage
from tests.browser.visits import Visit, Visits
from tests.rooms.test_cases_writing import only_case

FERRY = "Jeder hier kennt ihn. Er war Fährmann und lebt mit seiner Frau zusammen. Nun sucht er Arbeit."


@pytest.fixture(autouse=True, scope="module")
def engine() -> None:
    """The engine is awake, as in a house where somebody has worked before."""
    anonymize.warm_up()


@pytest.fixture
def author(stage: Stage) -> Actor:
    """A case manager in a house with two colleagues who can check."""
    stage.case_manager("kg")
    stage.case_manager("kg")
    return stage.case_manager("kg")


def sees_preview(visit: Visit) -> Page:
    """Write the case and look at its preview."""
    page = visit.opens("/faelle/neu")
    for name, words in (("title", "Meidet den Fluss"), ("situation", FERRY), ("key_question", "Was hilft ihm?")):
        page.locator(f"[name={name}]").fill(words)
    page.get_by_role("button", name="Vorschau zeigen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vorschau")
    return page


@pytest.mark.parametrize("script", [True, False])
def test_one_click_takes_what_turns_both_lights_green(visits: Visits, author: Actor, *, script: bool) -> None:
    # given a preview that is red, and says what would be green
    page = sees_preview(visits.by(author, script=script))
    lights = page.locator("aside .box").first.locator(".light")
    expect(lights.first).to_have_class("light light--red")
    offer = page.get_by_role("button", name="„Jeder hier kennt“ allgemeiner fassen").first
    expect(offer).to_be_visible()
    # when the offer is taken
    offer.click()
    # then both lights are green, the step can be taken back, and the case can be handed in
    expect(lights.first).to_have_class("light light--green")
    expect(lights.last).to_have_class("light light--green")
    expect(page.get_by_label("„Jeder hier kennt“ allgemeiner fassen")).to_be_checked()
    page.get_by_label("Passt zu keinem Thema").check()
    page.get_by_role("button", name="Zur Prüfung geben").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Meidet den Fluss")
    assert only_case().light is Light.GREEN
    assert "Fährmann" not in (only_case().situation or "")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (360, "light")])
def test_lights_offers_and_short_version_have_no_barriers(
    visits: Visits, author: Actor, width: int, scheme: str
) -> None:
    visit = visits.by(author, width=width, scheme=scheme)
    page = sees_preview(visit)
    assert visit.barriers() == []
    assert visit.overflows() == []
    page.get_by_role("button", name="Stattdessen eine Kurzfassung schreiben").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kurzfassung")
    assert visit.barriers() == []
    assert visit.overflows() == []
    assert visit.complaints == []


def test_a_short_version_is_a_case_in_a_minute(visits: Visits, author: Actor) -> None:
    page = sees_preview(visits.by(author))
    page.get_by_role("button", name="Stattdessen eine Kurzfassung schreiben").click()
    page.get_by_label("Worum geht es?").select_option(index=1)
    page.get_by_label("Was zwischen den Beteiligten geschieht").select_option(index=1)
    page.get_by_label("mehrere Gespräche").check()
    page.get_by_role("button", name="Vorschau zeigen").click()
    expect(page.locator("aside .box").first.locator(".light").last).to_have_class("light light--green")
    page.get_by_role("button", name="Zur Prüfung geben").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kurzfassung")
    assert only_case().light is Light.GREEN


def test_a_short_version_that_meets_a_fault_says_so_and_stays(visits: Visits, author: Actor) -> None:
    # given a short version and a connection that breaks
    page = visits.by(author).opens("/faelle/kurzfassung")
    page.get_by_label("Worum geht es?").select_option(index=1)
    page.get_by_label("Was zwischen den Beteiligten geschieht").select_option(index=1)
    page.get_by_label("mehrere Gespräche").check()
    page.locator("[name=key_question]").fill("Was hilft ihm?")
    page.route("**/faelle/kurzfassung", lambda route: route.abort())
    # when it is sent
    page.get_by_role("button", name="Vorschau zeigen").click()
    # then the page says so, everything stands there, and it can be sent again
    expect(page.locator("[data-working]")).to_contain_text("Ihr Text steht noch hier")
    expect(page.locator("[name=key_question]")).to_have_value("Was hilft ihm?")
    page.unroute("**/faelle/kurzfassung")
    page.get_by_role("button", name="Vorschau zeigen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Vorschau")
    # and the preview that came in its place can be used
    expect(page.locator("[data-toolbar]")).to_be_visible()
