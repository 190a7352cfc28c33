"""Who keeps the processes of consultation."""

from sqlalchemy import Select, false, select

from caseboard.models import Process, Role, User


def may_keep_processes(user: User) -> bool:
    """Network administration keeps the processes for all houses."""
    return Role.NETWORK_ADMINISTRATION in user.roles


def may_keep_process(user: User, _process: Process) -> bool:
    """Network administration changes what stands in a process."""
    return may_keep_processes(user)


def keepable_processes(user: User) -> Select[tuple[Process]]:
    """Every process `may_keep_process` says yes for."""
    return select(Process) if may_keep_processes(user) else select(Process).where(false())
