"""The bytes of the embedded database as they lie on the disk, for tests that look for what must not be there."""

import subprocess
from pathlib import Path

from sqlalchemy import Engine


def files_of(engine: Engine) -> dict[str, bytes]:
    """Each file of the database by its name: the database itself, its journal and the index of the journal.

    Another process reads them: when a process closes a file, it loses every lock that it holds on that file
    (fcntl(2)), those of SQLite's own connections as well, and the next server to end then deletes a journal that is
    still in use (sqlite.org/howtocorrupt.html, section 2.2).
    """
    path = Path(engine.url.database or "")
    found = sorted(path.parent.glob(f"{path.name}*"))
    return {one.name: subprocess.run(["/bin/cat", one], capture_output=True, check=True).stdout for one in found}
