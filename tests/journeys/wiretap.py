"""A wire between one browser and the server that keeps every byte the server sends, so that one can look for words."""

import contextlib
import socket
import threading


class Wiretap:
    """Passes everything on; `received` is what has come back so far. A server that is away is away here, too."""

    def __init__(self, upstream: int) -> None:
        self._upstream = upstream
        self._pieces: list[bytes] = []
        self._door = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._door.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def received(self) -> bytes:
        """Every byte that the server has sent to this browser."""
        return b"".join(self._pieces)

    def close(self) -> None:
        """Take the wire away."""
        self._door.close()

    def _listen(self) -> None:
        while True:
            try:
                browser, _address = self._door.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(("127.0.0.1", self._upstream))
            except OSError:
                browser.close()
                continue
            for source, target, keeps in ((browser, server, False), (server, browser, True)):
                threading.Thread(target=self._pass_on, args=(source, target, keeps), daemon=True).start()

    def _pass_on(self, source: socket.socket, target: socket.socket, keeps: bool) -> None:
        with contextlib.suppress(OSError):
            while piece := source.recv(65536):
                if keeps:
                    self._pieces.append(piece)
                target.sendall(piece)
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
