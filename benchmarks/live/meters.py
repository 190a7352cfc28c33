"""What processes cost: seconds of processor and memory, read off /proc."""

import os
from dataclasses import dataclass
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Reading:
    """Seconds of processor so far, by who had them."""

    at: float
    server: float
    crowd: float
    database: float
    whole: float


def read(server: int, crowd: int) -> Reading:
    """Everything at this moment."""
    with Path("/proc/uptime").open() as file:
        at = float(file.read().split()[0])
    return Reading(at, _seconds(family(server)), _seconds(family(crowd)), _seconds(_named("postgres")), _busy())


def family(pid: int) -> list[int]:
    """A process and all it has started."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    found = [int(child) for child in children.read_text().split()] if children.exists() else []
    return [pid, *(one for child in found for one in family(child))]


def memory(server: int) -> float:
    """MiB that the server holds, each shared page counted once."""
    return sum(_kib(pid) for pid in family(server)) / 1024


def _seconds(pids: list[int]) -> float:
    return sum(_ticks(pid) for pid in pids) / TICK


def _ticks(pid: int) -> int:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return int(fields[11]) + int(fields[12])


def _named(name: str) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and (entry / "comm").read_text().strip() == name:
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def _kib(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _busy() -> float:
    fields = Path("/proc/stat").read_text().splitlines()[0].split()[1:]
    user, nice, system, _idle, _iowait, irq, softirq, steal = map(int, fields[:8])
    return (user + nice + system + irq + softirq + steal) / TICK
