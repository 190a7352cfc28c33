"""How the time of a piece of work grows with what it is given: 1 means in step with it, 2 with its square."""

import gc
import math
import time
from collections.abc import Callable

TRIES = 6
LINEAR = 1.3
"""Up to this exponent work counts as linear: memory that fits no cache any more costs some."""


def growth(work: Callable[[int], object], short: int, long: int) -> float:
    """The exponent between a short and a long piece, the smallest that a few tries show.

    It is a property of the work and holds on every machine: seconds are nowhere compared with a clock. Other processes
    can only lengthen a try, and they pass; square work has an exponent near 2 in all of them.
    """
    work(short)
    found = math.inf
    for _ in range(TRIES):
        found = min(found, math.log(_spent(work, long) / _spent(work, short)) / math.log(long / short))
        if found <= LINEAR:
            break
    return found


def _spent(work: Callable[[int], object], size: int) -> float:
    """Processor time, without the collector: it walks through all that thousands of tests before have left behind."""
    gc.disable()
    try:
        began = time.process_time()
        work(size)
        return time.process_time() - began
    finally:
        gc.enable()
