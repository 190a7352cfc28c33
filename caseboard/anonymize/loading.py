"""Load the engine once a process, under a lock; if that fails, nothing can be stripped and so nothing stored."""

import threading
from typing import TYPE_CHECKING

from caseboard.anonymize.report import EngineUnavailable

if TYPE_CHECKING:
    from caseboard.anonymize.engine import Engine

_lock = threading.Lock()
_loaded: "list[Engine]" = []


def ready() -> bool:
    """Whether somebody has loaded it already."""
    return bool(_loaded)


def engine() -> "Engine":
    """The engine of this process, loaded at the first call."""
    if not _loaded:
        with _lock:
            if not _loaded:
                _loaded.append(_load())
    return _loaded[0]


def forget() -> None:
    """Load it anew at the next text, because a setting has changed."""
    with _lock:
        _loaded.clear()


def _load() -> "Engine":
    """Everything that is read from disk is read now: what is damaged is noticed before there is a text."""
    try:
        from caseboard.anonymize import lexicon, proper_nouns, weighing
        from caseboard.anonymize.engine import Engine

        lexicon.load()
        weighing.weights()
        proper_nouns.load()
        return Engine()
    except (ImportError, OSError, RuntimeError, ValueError):
        raise EngineUnavailable from None
