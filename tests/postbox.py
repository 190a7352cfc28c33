"""A real mail server on loopback that keeps what it is given."""

import socket
from collections.abc import Iterator

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from flask import Flask


class Postbox:
    """What was delivered, letter by letter."""

    def __init__(self) -> None:
        self.letters: list[Envelope] = []

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take one letter."""
        self.letters.append(envelope)
        return "250 OK"


@pytest.fixture
def postbox(app: Flask) -> Iterator[Postbox]:
    """A server that the application sends to while the test runs."""
    box = Postbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    app.config.update(SMTP_HOST="127.0.0.1", SMTP_PORT=port)
    yield box
    app.config.update(SMTP_HOST=None)
    server.stop()
