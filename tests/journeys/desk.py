"""Somebody at a browser of their own for a whole story, who remembers every page they were sent."""

import re

from playwright.sync_api import Browser, Response

from tests.browser.visits import Visit

UNFOLD = """() => document.querySelectorAll("main details:not([open])").forEach((one) => {
  one.dataset.unfolded = one.open = true;
})"""
FOLD = "() => document.querySelectorAll('main details[data-unfolded]').forEach((one) => (one.open = false))"
"""What is folded keeps the colours of the scheme before until somebody opens it."""

TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Colours change with the next frame; axe must not look before."""


class Desk(Visit):
    """One person in one browser; every page they end up on is looked at for barriers, in light and in dark."""

    def __init__(self, browser: Browser, address: str, who: str) -> None:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="de-DE", reduced_motion="reduce")
        context.set_default_timeout(30_000)
        super().__init__(context.new_page(), address)
        self.who = who
        self.context = context
        self.received: list[str] = []
        self.found: list[str] = []
        self.looks = True
        self.looked_at: set[str] = set()
        self.page.on("response", self._remember)

    def _remember(self, response: Response) -> None:
        if response.request.resource_type == "document" and not 300 <= response.status < 400:
            self.received.append(response.text())

    def signs_in(self, email: str, password: str) -> None:
        """Come in by the front door."""
        self.opens("/anmelden")
        self.writes({"E-Mail-Adresse": email, "Passwort": password})
        self.presses("Anmelden")
        self.sees("Was bei Ihnen liegt")

    def writes(self, fields: dict[str, str]) -> None:
        """Type into fields by their labels."""
        for label, text in fields.items():
            self.page.get_by_label(re.compile(f"^{re.escape(label)}")).first.fill(text)

    def ticks(self, label: str) -> None:
        """Choose a box or a radio button by its label."""
        self.page.get_by_label(label).first.check()

    def presses(self, name: str) -> None:
        """Press a button; the page that follows is looked at."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name).first.click()
        self.looks_around()

    def follows(self, name: str) -> None:
        """Follow a link; the page that follows is looked at."""
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=name).first.click()
        self.looks_around()

    def sees(self, text: str) -> None:
        """The words stand on the page."""
        self.page.get_by_text(text).first.wait_for()

    def looks_around(self) -> None:
        """No barrier on this page; each kind of page is looked at once by each person."""
        heading = self.page.locator("h1").first.inner_text()
        if heading in self.looked_at or not self.looks:
            return
        self.looked_at.add(heading)
        self.page.evaluate(UNFOLD)
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme)
            self.page.evaluate(TWO_FRAMES)
            self.found += [f"{self.who}, {heading}, {scheme}: {one}" for one in self.barriers()]
        self.page.evaluate(FOLD)
        self.page.emulate_media(color_scheme="light")
