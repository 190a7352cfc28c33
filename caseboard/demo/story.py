"""The whole story of the demo, in the order in which it happens."""

from collections.abc import Callable

from caseboard.demo import afterwards, cases, cast, consequences, rounds, texts


def tell(progress: Callable[[int, int], None]) -> None:
    """Let a year of the network happen; `progress` is told how many steps of how many are done."""
    steps = len(texts.read("cases")) + len(rounds.perspectives()) + 1
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        progress(done, steps)

    cast.arrive()
    players = cast.Cast()
    released = cases.write_all(players, step)
    rounds.hold_all(players, released, step)
    afterwards.go_on(players, released)
    consequences.follow(players)
    step()
