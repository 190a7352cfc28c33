"""The real server in a process of its own, as script/server starts it; it can be stopped and started again."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 120
QUICKLY = {"ASKS_WHILE_READING": 250, "ASKS_WHILE_WRITING": 200}
"""Open boards ask often, so that nobody who watches one has to wait."""


class Server:
    """One port, one database, and a process that comes and goes."""

    def __init__(self, database: str, secret: str, **settings: object) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        told = {"SECRET_KEY": secret, "SQLALCHEMY_DATABASE_URI": database, "PLAIN_HTTP": "true"} | settings
        self._environment = os.environ | {f"CASEBOARD_{key}": str(value) for key, value in told.items()}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, and wait until it answers."""
        how = "--worker-class gthread --workers 1 --threads 8 --keep-alive 10 --no-control-socket --log-level critical"
        ends = "--graceful-timeout 1"  # browsers keep their connections open, and a test need not wait for them
        what = [sys.executable, "-m", "gunicorn", "caseboard:create_app()", "--bind", f"127.0.0.1:{self.port}"]
        self._process = subprocess.Popen([*what, *how.split(), *ends.split()], cwd=ROOT, env=self._environment)
        until = time.monotonic() + PATIENCE
        while not self._answers():
            assert time.monotonic() < until, "the server did not start"
            assert self._process.poll() is None, "the server has ended"
            time.sleep(0.2)

    def stop(self) -> None:
        """End the process: nothing stays but the database."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(PATIENCE)
            self._process = None

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/bereit", timeout=5):
                return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False
