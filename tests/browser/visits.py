"""A running server, a real Chromium, and people who sit down in front of it; tests/conftest.py hands them out."""

import contextlib
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from werkzeug.serving import make_server

from tests.actors import Actor

CHROMIUM = os.environ.get("CASEBOARD_TEST_CHROMIUM", "/usr/bin/chromium")
PATIENCE = 20_000
"""Milliseconds to wait for what has to come: the first text loads the recognisers, and others use the machine, too."""
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # a page that asks a third party gets no answer, and the test hears of it
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
COLOURS_AND_SIZES = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]
"""What can be wrong with a page in another scheme or at another width that was without fault before."""
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

LOOKS = "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then((found) => found.violations)"
"""Every rule is tried on every node, but only what was found is handed over: all the rest took most of the time."""

STICKS_OUT = """() => {
  const edge = document.body.getBoundingClientRect().right + 1;
  const allowed = '.table-scroll, .kern-sr-only, .skip-link, svg';  // a wide table scrolls in a frame of its own
  return [...document.querySelectorAll('body *')]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > edge && !one.closest(allowed))
    .map((one) => `sticks out: ${one.tagName} ${one.className} ${one.textContent.slice(0, 40)}`);
}"""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests; each visit gets a profile of its own."""
    if not Path(CHROMIUM).exists() or not AXE.exists():
        pytest.skip("needs Chromium (apt-get install chromium) and axe-core (fetched by script/test)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Where the application answers on this machine while a test runs."""
    server = make_server("127.0.0.1", 0, whole(app), threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


def whole(app: Flask) -> WSGIApplication:
    """Answers in one piece: Werkzeug's server forgets to close a file where the browser hangs up before its end."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
        with contextlib.closing(app(environ, start_response)) as pieces:
            return [b"".join(pieces)]

    return answer


@dataclass
class Visit:
    """One person's look at the application, and everything the browser complained about meanwhile."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: message.type in {"error", "warning"} and self._note(message.text))
        self.page.on("pageerror", lambda error: self._note(f"{error.message} {error.stack}"))
        self.page.on("request", lambda request: request.url.startswith(self.address) or self._note(request.url))

    def _note(self, complaint: str) -> None:
        if not complaint.startswith("data:"):
            self.complaints.append(complaint)

    def opens(self, path: str) -> Page:
        """Look at a page and wait until it is complete."""
        self.page.goto(self.address + path)
        self.page.wait_for_load_state()
        return self.page

    def barriers(self, rules: list[str] = STANDARDS) -> list[str]:
        """What axe-core finds on the page that is open."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        nodes = [(one["id"], one["nodes"][0]) for one in self.page.evaluate(LOOKS, rules)]
        return [f"{rule}: {node['html'][:120]} ({node['failureSummary'][:300]})" for rule, node in nodes]

    def overflows(self) -> list[str]:
        """What sticks out to the right, so that one would have to scroll sideways for it."""
        return self.page.evaluate(STICKS_OUT)


class Visits:
    """Sits people down in front of the browser."""

    def __init__(self, chromium: Browser, address: str) -> None:
        self.chromium = chromium
        self.address = address
        self.contexts: list[BrowserContext] = []

    def by(self, actor: Actor | None = None, *, width: int = 1280, scheme: str = "light", script: bool = True) -> Visit:
        """A visit by somebody who is signed in already, or by a stranger."""
        context = self.chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            reduced_motion="reduce",
            locale="de-DE",
            java_script_enabled=script,
        )
        context.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        self.contexts.append(context)
        if actor:
            cookie = actor.client.get_cookie(actor.client.application.config["SESSION_COOKIE_NAME"])
            assert cookie
            context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": self.address}])
        return Visit(context.new_page(), self.address)


@pytest.fixture
def visits(chromium: Browser, address: str) -> Iterator[Visits]:
    """`visits.by(anna, width=320, scheme="dark")`."""
    visits = Visits(chromium, address)
    yield visits
    for context in visits.contexts:
        context.close()
