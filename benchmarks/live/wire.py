"""As much of HTTP as a board needs: one connection for each browser, kept open, and opened anew when it was closed."""

import asyncio
from dataclasses import dataclass, field
from urllib.parse import urlencode

PATIENCE = 30.0
"""Seconds after which nobody waits any longer."""


@dataclass
class Answer:
    """What the server said."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The page."""
        return self.body.decode()


@dataclass
class Browser:
    """Cookies and a connection."""

    host: str
    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    reconnects: int = 0
    _reader: asyncio.StreamReader | None = None
    _writer: asyncio.StreamWriter | None = None

    async def get(self, path: str) -> Answer:
        """Look at a page."""
        return await self._ask(self._head("GET", path) + b"\r\n")

    async def post(self, path: str, form: list[tuple[str, str]]) -> Answer:
        """Send a form."""
        body = urlencode(form).encode()
        kind = b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n" % len(body)
        return await self._ask(self._head("POST", path) + kind + body)

    def close(self) -> None:
        """Hang up."""
        if self._writer is not None:
            self._writer.close()
        self._reader = self._writer = None

    def _head(self, method: str, path: str) -> bytes:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        head = f"{method} {path} HTTP/1.1\r\nHost: {self.host}:{self.port}\r\nAccept-Language: de\r\n"
        return (head + (f"Cookie: {cookies}\r\n" if cookies else "")).encode()

    async def _ask(self, question: bytes) -> Answer:
        """Ask on the open connection; a server that has closed it meanwhile is asked once more, as browsers do."""
        was_open = self._writer is not None and not self._writer.is_closing()
        try:
            return await asyncio.wait_for(self._once(question), PATIENCE)
        except (ConnectionError, asyncio.IncompleteReadError):
            self.close()
            if not was_open:
                raise
            self.reconnects += 1
            return await asyncio.wait_for(self._once(question), PATIENCE)

    async def _once(self, question: bytes) -> Answer:
        if self._writer is None or self._reader is None:
            self._reader, self._writer = await asyncio.open_connection(self.host, self.port)
        self._writer.write(question)
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.strip().split("\r\n")
        headers: dict[str, str] = {}
        for line in lines:
            name, _colon, value = line.partition(": ")
            headers[name.lower()] = value
            if name.lower() == "set-cookie":
                key, _equals, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        status = int(first.split()[1])
        body = await self._reader.readexactly(int(headers.get("content-length", 0)))
        if headers.get("connection", "").lower() == "close":
            self.close()
        return Answer(status, headers, body)
