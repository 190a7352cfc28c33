"""How long it takes to strip a case: first text, a text of 300 words when warm, 10,000 characters, and memory."""

import resource
import statistics
import sys
import time
from collections.abc import Callable

from caseboard.anonymize import strip_fields
from caseboard.demo import texts

WORDS, CHARACTERS, ROUNDS = 300, 10_000, 50


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes once."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    """Measure and print."""
    cases = [" ".join(row["situation"].split()) for row in texts.read("cases")]
    words = " ".join(cases).split()
    # a different text in every round, so that nothing is answered from a memory of the last one
    starts = range(0, ROUNDS * 97, 97)
    some = [" ".join(words[start : start + WORDS]) for start in starts]
    long = " ".join(cases)[:CHARACTERS]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    first = seconds(lambda: strip_fields({"text": some[0]}))
    times = sorted(seconds(lambda text=text: strip_fields({"text": text})) for text in some)
    whole = seconds(lambda: strip_fields({"text": long}))
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    lines = (
        f"first text, engine loaded with it: {first:.2f} s",
        f"{WORDS} words, warm: median {1000 * statistics.median(times):.0f} ms, slowest of {ROUNDS} "
        f"{1000 * times[-1]:.0f} ms",
        f"{CHARACTERS} characters: {1000 * whole:.0f} ms",
        f"memory: {before // 1024} MB before, {after // 1024} MB after",
    )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
