"""Where a request comes from is believed of our own proxies alone, so that nobody hides from the throttle."""

from pathlib import Path

from flask import Flask, request

from caseboard import create_app
from tests.conftest import settings

FORGED = {"X-Forwarded-For": "198.51.100.7", "X-Forwarded-Proto": "https"}


def _seen_by(app: Flask) -> str | None:
    seen: list[str | None] = []
    app.before_request(lambda: seen.append(request.remote_addr))
    app.test_client().get("/impressum", headers=FORGED)
    return seen[0]


def test_a_forged_address_is_not_believed(tmp_path: Path) -> None:
    assert _seen_by(create_app(settings("sqlite://", tmp_path))) == "127.0.0.1"


def test_a_proxy_of_our_own_is(tmp_path: Path) -> None:
    assert _seen_by(create_app(settings("sqlite://", tmp_path) | {"TRUSTED_PROXIES": 1})) == "198.51.100.7"
