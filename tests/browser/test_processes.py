"""The pages on which network administration keeps processes: no barrier, nothing to scroll sideways."""

import pytest

from caseboard.models import Role
from tests.actors import Stage
from tests.browser.visits import Visits

PAGES = ("/verfahren", "/verfahren/six_phases", "/verfahren/six_phases/consultation")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_the_processes_has_a_barrier(stage: Stage, visits: Visits, path: str, scheme: str) -> None:
    visit = visits.by(stage.person("kt", Role.NETWORK_ADMINISTRATION, name="Anna Beispiel"), scheme=scheme)
    page = visit.opens(path)
    page.locator("details.box").evaluate_all("boxes => boxes.forEach(box => { box.open = true })")
    assert visit.barriers() == []
    assert visit.complaints == []


@pytest.mark.parametrize("path", PAGES)
def test_no_page_of_the_processes_has_to_be_scrolled_sideways(stage: Stage, visits: Visits, path: str) -> None:
    visit = visits.by(stage.person("kt", Role.NETWORK_ADMINISTRATION, name="Anna Beispiel"), width=320)
    visit.opens(path)
    assert visit.overflows() == []
