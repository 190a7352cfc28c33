"""A running house for browser tests: a real server, real browsers, and people in front of them."""

import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, Response, sync_playwright
from werkzeug.serving import make_server

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # a page that asks a third party fails here instead of being answered
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


def chromium() -> str:
    """Where Chromium is; the test is skipped with a reason where it is not."""
    path = os.environ.get("CASEBOARD_TEST_CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.skip("no Chromium: install Debian's package chromium, or set CASEBOARD_TEST_CHROMIUM")
    return path


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless Chromium for as long as the block lasts."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield started
        started.close()


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """The application behind a threaded server on a free port of loopback; gives its address."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Desk:
    """One person at one browser of their own; remembers every byte that the server sent there."""

    def __init__(self, started: Browser, base: str, name: str, **options: Any) -> None:
        self.name = name
        self.base = base
        self.context: BrowserContext = started.new_context(base_url=base, locale="de-DE", **options)
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.received: list[str] = []
        self.asked: set[str] = set()
        self.errors: list[str] = []
        self.violations: list[str] = []
        self.page.on("response", self._remember)
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)

    def _remember(self, response: Response) -> None:
        self.asked.add(response.url)
        if response.request.resource_type == "document" and not 300 <= response.status < 400:
            self.received.append(response.text())

    def opens(self, path: str) -> None:
        """Go to an address."""
        self.page.goto(path)

    def signs_in(self, email: str, password: str) -> None:
        """Come in by the front door."""
        self.opens("/anmelden")
        self.page.get_by_label("E-Mail").fill(email)
        self.page.get_by_label("Passwort", exact=False).first.fill(password)
        self.page.get_by_role("button", name="Anmelden", exact=True).click()
        self.page.wait_for_url(re.compile(r"/$"))

    def presses(self, name: str | re.Pattern[str]) -> None:
        """Press a button and wait for the page that follows."""
        self.page.get_by_role("button", name=name).first.click()
        self.page.wait_for_load_state("load")

    def follows(self, name: str | re.Pattern[str]) -> None:
        """Follow a link on the page."""
        self.page.get_by_role("link", name=name).first.click()
        self.page.wait_for_load_state("load")

    def sees(self, text: str | re.Pattern[str]) -> None:
        """The text stands on the page."""
        self.page.get_by_text(text).first.wait_for(state="attached")

    def is_accessible(self) -> None:
        """Axe finds nothing on this page, neither in light nor in dark."""
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme)
            self.page.evaluate(AXE.read_text("utf-8") + "\n;0")
            result = self.page.evaluate(
                "axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
                " 'wcag22aa', 'best-practice']})"
            )
            self.violations += [
                f"{self.page.url} {scheme}: {found['id']} {[node['target'] for node in found['nodes']][:3]}"
                for found in result["violations"]
            ]
        self.page.emulate_media(color_scheme="light")
        assert self.violations == []
