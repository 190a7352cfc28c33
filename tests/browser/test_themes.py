"""The radar, a theme and the quarterly report in a browser: no barrier, no overflow, on paper, and by keyboard."""

import pytest

from caseboard.models import Role
from tests.actors import Stage
from tests.browser.visits import Visits
from tests.rooms.recurring import recurring
from tests.rooms.test_client_groups import ALONE, told
from tests.rooms.test_themes import MOBILITY

PAGES = ("/themen?zeitraum=alle", f"/themen/{MOBILITY}", "/themen/bericht")


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 360), ("dark", 320)])
def test_no_page_with_figures_keeps_anybody_out(stage: Stage, visits: Visits, scheme: str, width: int) -> None:
    # given a theme that recurs, with pictures of its quarters
    recurring(stage, MOBILITY)
    visit = visits.by(stage.person("msp", Role.MODERATION), scheme=scheme, width=width)

    # when somebody looks at every page that has figures
    seen = {}
    for address in PAGES:
        page = visit.opens(address)
        seen[address] = visit.barriers() + visit.overflows()
        if "/bericht" in address:
            page.get_by_text("Empfehlungen schreiben").click()
            seen[address] += visit.barriers() + visit.overflows()

    # then nothing keeps them out
    assert seen == {address: [] for address in PAGES}
    assert visit.complaints == []


def test_on_paper_pictures_and_figures_stay_and_buttons_go(stage: Stage, visits: Visits) -> None:
    recurring(stage, MOBILITY)
    visit = visits.by(stage.person("msp", Role.MODERATION))
    page = visit.opens("/themen")
    page.emulate_media(media="print")

    assert page.locator(".table svg.trend").first.is_visible()
    assert page.get_by_role("rowheader", name="Mobilität im ländlichen Raum").is_visible()
    assert not page.get_by_label("Zeitraum").is_visible()
    assert not page.get_by_role("link", name="Dieselben Zahlen als Tabelle").is_visible()


def test_the_filter_works_by_keyboard_alone(stage: Stage, visits: Visits) -> None:
    recurring(stage, MOBILITY)
    visit = visits.by(stage.person("msp", Role.MODERATION), script=False)
    page = visit.opens("/themen")

    page.get_by_label("Stand", exact=True).select_option("standing")
    page.get_by_label("Stand", exact=True).press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**stand=standing**")

    assert page.locator("#all ~ .table-scroll tbody tr").count() == 1


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_the_filter_by_client_group_works_by_keyboard_and_on_paper(
    stage: Stage, visits: Visits, scheme: str, width: int
) -> None:
    # given a theme beside which a client group is named
    told(stage, ALONE, None)
    visit = visits.by(stage.person("msp", Role.MODERATION), scheme=scheme, width=width, script=False)
    page = visit.opens("/themen")

    # when somebody chooses the group by keyboard, without script
    page.get_by_label("Personengruppe", exact=True).select_option(ALONE)
    page.get_by_label("Personengruppe", exact=True).press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**gruppe={ALONE}**")

    # then one theme stands there with a tick, within the page, and on paper as well
    rows = page.locator("#all ~ .table-scroll tbody tr")
    assert rows.count() == 1
    assert rows.get_by_text("✓").count() == 1
    assert visit.overflows() == []
    page.emulate_media(media="print")
    assert rows.get_by_text("✓").is_visible()
    assert page.get_by_text("Personengruppe: Alleinerziehende").is_visible()
    assert not page.get_by_label("Personengruppe", exact=True).is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_client_groups_keep_nobody_out(stage: Stage, visits: Visits, scheme: str) -> None:
    told(stage, ALONE, None)
    visit = visits.by(stage.person("msp", Role.MODERATION), scheme=scheme, width=360)

    for address in (f"/themen?gruppe={ALONE}", f"/themen/{MOBILITY}"):
        visit.opens(address)
        assert visit.barriers() + visit.overflows() == []
