"""The two commands of the README, as far as they can be tried without setting anything up."""

import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str, path: str | None = None, where: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = os.environ | ({"PATH": path} if path else {})
    return subprocess.run(command, cwd=where, env=environment, capture_output=True, text=True, timeout=30, check=False)


def shared(script: str, where: Path, **options: str) -> subprocess.CompletedProcess[str]:
    """A few lines of shell after what the commands share."""
    return run("bash", "-c", f"set -euo pipefail; source '{ROOT}/script/setup'; {script}", where=where, **options)


@pytest.mark.parametrize("command", ["script/server", "script/test", ".ci/run", "script/lock"])
def test_a_command_may_be_run(command: str) -> None:
    assert os.access(ROOT / command, os.X_OK)


def test_the_server_says_so_when_its_port_is_taken() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        answer = run("script/server", "--port", str(port))

    assert answer.returncode == 1
    assert f"Port {port} is taken" in answer.stderr


@pytest.mark.parametrize("arguments", [["--prot", "5000"], ["5000"]])
def test_the_server_explains_itself_to_whoever_mistypes(arguments: list[str]) -> None:
    answer = run("script/server", *arguments)

    assert answer.returncode == 1
    assert "usage: script/server [--port NUMBER]" in answer.stderr


def test_a_machine_with_an_old_python_alone_is_told_what_is_needed(tmp_path: Path) -> None:
    for name in ("python3", "python3.14", "python3.13", "python3.12", "python3.11"):
        (tmp_path / name).write_text("#!/bin/sh\nexit 1\n")
        (tmp_path / name).chmod(0o755)

    answer = shared("find_python", tmp_path, path=f"{tmp_path}:{os.environ['PATH']}")

    assert answer.returncode == 1
    assert "Python 3.11 or newer" in answer.stderr


def test_a_python_without_venv_names_the_package_that_brings_it(tmp_path: Path) -> None:
    (tmp_path / "python3").write_text('#!/bin/sh\ncase "$2" in *ensurepip*) exit 1 ;; esac\n')
    (tmp_path / "python3").chmod(0o755)

    answer = shared("find_python", tmp_path, path=f"{tmp_path}:{os.environ['PATH']}")

    assert answer.returncode == 1
    assert "apt-get install python3-venv" in answer.stderr


def test_nothing_is_done_again_until_what_it_read_has_changed(tmp_path: Path) -> None:
    (tmp_path / ".venv").mkdir()
    (tmp_path / "read").write_text("one")
    script = "unchanged step read && echo before || true; remember step read; unchanged step read && echo after"

    assert shared(script, tmp_path).stdout.split() == ["after"]

    (tmp_path / "read").write_text("two")
    assert shared("unchanged step read", tmp_path).returncode == 1


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A project that is set up already, whose two processes note their ids and wait."""
    (tmp_path / "script").mkdir()
    shutil.copy(ROOT / "script/server", tmp_path / "script/server")
    shared_part = (ROOT / "script/setup").read_text() + "\nsetup() { :; }\n"
    (tmp_path / "script/setup").write_text(shared_part)
    programs = tmp_path / ".venv/bin"
    programs.mkdir(parents=True)
    waiting = '#!/bin/sh\necho $$ >"{0}.id"\nexec sleep 60\n'
    (programs / "gunicorn").write_text(waiting.format(tmp_path / "web"))
    worker = waiting.format(tmp_path / "worker").removeprefix("#!/bin/sh\n")
    (programs / "caseboard").write_text(f'#!/bin/sh\n[ "$1" = worker ] || exit 0\n{worker}')
    for program in programs.iterdir():
        program.chmod(0o755)
    return tmp_path


def start(house: Path) -> subprocess.Popen[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    return subprocess.Popen(
        [str(house / "script/server"), "--port", port], cwd=house, stderr=subprocess.PIPE, text=True
    )


def ids(house: Path) -> tuple[int, int]:
    """The process ids of web server and worker, once both are there."""
    files = [house / "web.id", house / "worker.id"]
    for _ in range(100):
        if all(file.exists() and file.read_text().strip() for file in files):
            return int(files[0].read_text()), int(files[1].read_text())
        time.sleep(0.05)
    raise AssertionError("the processes did not start")


def lives(process: int) -> bool:
    stat = Path(f"/proc/{process}/stat")
    return stat.exists() and " Z " not in stat.read_text()


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_stopping_the_server_stops_both_processes(house: Path, ending: signal.Signals) -> None:
    # given a running server
    server = start(house)
    web, worker = ids(house)

    # when it is told to stop
    server.send_signal(ending)
    server.communicate(timeout=60)

    # then nothing of it is left
    assert not lives(web)
    assert not lives(worker)


def test_a_worker_that_dies_takes_the_web_server_with_it(house: Path) -> None:
    server = start(house)
    web, worker = ids(house)

    os.kill(worker, signal.SIGKILL)
    _out, said = server.communicate(timeout=60)

    assert server.returncode == 1
    assert "so the other ends too" in said
    assert not lives(web)
