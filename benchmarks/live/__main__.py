"""python -m benchmarks.live --sessions 25 50 100 --database sqlite

Starts the server as script/server does, lets everybody sign in, and prints a table of what each step cost.
"""

import argparse
import json
import os
import platform
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from benchmarks.live import meters

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1"
ROW = "{sessions:>8} {people:>6} {failed:>6} {visible:>13} {posting:>13} {polls:>7} {unchanged:>11} {changed:>11} {cpu}"


def main() -> None:
    """Measure, and print."""
    asked = arguments()
    signal.signal(signal.SIGTERM, lambda *_more: sys.exit("stopped"))  # so that the server ends as well
    with database(asked.database) as address, server(address, asked.workers, asked.threads) as (process, port):
        rows = stage(max(asked.sessions))
        say(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
        say(f"{address.partition(':')[0]}, {asked.workers} worker(s) of {asked.threads} threads")
        say(f"a card in each session every {asked.every} s, figures of {asked.seconds} s")
        watch(process.pid, port, rows, asked)


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.live", description=__doc__)
    parser.add_argument("--sessions", type=int, nargs="+", default=[100], metavar="N")
    parser.add_argument("--database", default="sqlite", help="sqlite, or the address of a PostgreSQL server")
    parser.add_argument("--seconds", type=float, default=40, help="how long each step is measured")
    parser.add_argument("--every", type=float, default=10, help="seconds between two cards in a session")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--threads", type=int, default=8)
    parser.add_argument("--figures", action="store_true", help="all figures as JSON as well")
    return parser.parse_args()


@contextmanager
def database(wanted: str) -> Iterator[str]:
    """An empty database that goes away afterwards."""
    if wanted == "sqlite":
        folder = tempfile.mkdtemp(prefix="caseboard-live-")
        yield f"sqlite:///{folder}/live.sqlite3"
        shutil.rmtree(folder)
        return
    address, name = make_url(wanted), f"caseboard_live_{os.getpid()}"
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield address.set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


@contextmanager
def server(address: str, workers: int, threads: int) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The server with the settings of script/server."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    settings = {"SECRET_KEY": secrets.token_urlsafe(48), "SQLALCHEMY_DATABASE_URI": address, "PLAIN_HTTP": "true"}
    os.environ.update({f"CASEBOARD_{key}": value for key, value in settings.items()})
    subprocess.run([sys.executable, "-c", TABLES], cwd=ROOT, check=True)  # noqa: S603
    command = f"-m gunicorn caseboard:create_app() --bind {HOST}:{port} --worker-class gthread --keep-alive 10"
    more = f"--workers {workers} --threads {threads} --no-control-socket --log-level warning"
    process = subprocess.Popen([sys.executable, *command.split(), *more.split()], cwd=ROOT)  # noqa: S603
    try:
        _wait_until_ready(port)
        yield process, port
    finally:
        process.terminate()
        process.wait()


IN_THE_APP = "from caseboard import create_app; create_app().app_context().push(); "
IN_THE_APP = "from caseboard import create_app; create_app().app_context().push(); "
TABLES = IN_THE_APP + "from caseboard.db import db; db.create_all()"
FILL = (
    IN_THE_APP + "import json, sys; from benchmarks.live.stage import fill; print(json.dumps(fill(int(sys.argv[1]))))"
)


def stage(count: int) -> list[dict[str, Any]]:
    """Houses, people and sessions, put in by a process of its own."""
    made = subprocess.run([sys.executable, "-c", FILL, str(count)], cwd=ROOT, check=True, capture_output=True)  # noqa: S603
    return json.loads(made.stdout)


def watch(pid: int, port: int, rows: list[dict[str, Any]], asked: argparse.Namespace) -> None:
    """Start the crowd, read the meters when it says so, and print a row for each step."""
    command = [sys.executable, "-m", "benchmarks.live.crowd"]
    crowd = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603
    given = {"host": HOST, "port": port, "rows": rows, "steps": asked.sessions}
    json.dump({**given, "seconds": asked.seconds, "every": asked.every}, crowd.stdin)
    crowd.stdin.close()
    before = after = meters.read(pid, crowd.pid)
    for line in crowd.stdout:
        heard = json.loads(line)
        if heard["event"] == "signed in":
            say(f"{heard['people']} people signed in within {heard['seconds']:.0f} s\n\n" + head())
        elif heard["event"] == "begin":
            before = meters.read(pid, crowd.pid)
        elif heard["event"] == "end":
            after = meters.read(pid, crowd.pid)
        elif heard["event"] == "figures":
            say(row(heard, before, after, meters.memory(pid)))
            if asked.figures:
                say(json.dumps(heard))
    crowd.wait()


def head() -> str:
    """The names of the columns."""
    names = {"sessions": "sessions", "people": "people", "failed": "failed", "visible": "visible s", "polls": "polls/s"}
    times = {"posting": "posting ms", "unchanged": "204 ms", "changed": "200 ms"}
    return ROW.format(**names, **times, cpu="server crowd database others (% of a core), server MiB, saw the words")


def row(heard: dict[str, Any], before: meters.Reading, after: meters.Reading, memory: float) -> str:
    """One step: each time as its median and its 95th percentile."""
    span = after.at - before.at
    server_, crowd, database_, whole = (
        100 * (getattr(after, name) - getattr(before, name)) / span for name in ("server", "crowd", "database", "whole")
    )
    others = max(0.0, whole - server_ - crowd - database_)
    return ROW.format(
        sessions=heard["sessions"],
        people=8 * heard["sessions"],
        failed=heard["failed"] + heard["unseen"],
        visible="{:.2f} / {:.2f}".format(*heard["visible"][:2]),
        posting="{:.0f} / {:.0f}".format(*(1000 * value for value in heard["posting"][:2])),
        polls=f"{heard['polls_per_second']:.0f}",
        unchanged="{:.0f} / {:.0f}".format(*(1000 * value for value in heard["unchanged"][:2])),
        changed="{:.0f} / {:.0f}".format(*(1000 * value for value in heard["fragments"][:2])),
        cpu=f"{server_:.0f} {crowd:.0f} {database_:.0f} {others:.0f}, {memory:.0f}, {heard['read']}/{heard['posts']}",
    )


def say(line: str) -> None:
    """Print at once, so that one can watch."""
    print(line, flush=True)  # noqa: T201


def _wait_until_ready(port: int) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://{HOST}:{port}/barrierefreiheit", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.5)
    raise SystemExit("the server did not start")


if __name__ == "__main__":
    main()
