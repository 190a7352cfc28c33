"""The crowd in front of the boards: everybody polls as the script of the page does, one in each session writes.

It runs in a process of its own and talks to the one that started it by lines of JSON.
"""

import asyncio
import contextlib
import html
import json
import random
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import Any

from benchmarks.live.stage import PASSWORD
from benchmarks.live.wire import Answer, Browser

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
VERSION = re.compile(r'data-version="(\d+)"')
EVERY = re.compile(r'data-every="(\d+)"')
SIGN = re.compile(r'<input type="hidden" name="cards" value="([^"]+)">\n')
WORDS = re.compile(r'<li class="live-card"><p class="preserve">([^<]*)</p>')
AT_ONCE = 6
"""How many sign in at the same moment; the throttle counts what is not yet proven right."""

LOST = (OSError, TimeoutError, asyncio.IncompleteReadError)
WARM_UP, AFTERWARDS = 8.0, 5.0
"""Seconds before and after the figures."""

QUEUE = 6
"""How many cards wait before the moderator reveals them."""

THOUGHTS = (
    "Vielleicht hilft ein Termin an einem anderen Ort.",
    "Ich würde zuerst fragen, was ihr an den Briefen Angst macht.",
    "Bei uns hat es geholfen, eine feste Uhrzeit in der Woche zu haben.",
    "Ein kurzer Anruf am Tag davor kostet wenig.",
    "Was wäre, wenn sie selbst den Ort wählt?",
    "Mir fällt auf, dass niemand von ihren Stärken spricht.",
    "Der Abbruch kurz vor dem Ende ist vielleicht der Schlüssel.",
    "Ich würde einmal nichts verlangen und nur zuhören.",
)


@dataclass
class Post:
    """A card: who wrote it, and when it was sent and taken."""

    place: int
    words: str
    sent: float
    taken: float


@dataclass
class Figures:
    """What was measured in one step."""

    statuses: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    unchanged: list[float] = field(default_factory=list)
    fragments: list[float] = field(default_factory=list)
    posting: list[float] = field(default_factory=list)
    revealing: list[float] = field(default_factory=list)
    visible: list[float] = field(default_factory=list)
    unseen: int = 0
    read: int = 0
    posts: int = 0

    def failed(self, what: str) -> None:
        """Note a request that brought nothing."""
        self.statuses["failed"] += 1
        self.failures.append(what)


@dataclass
class Look:
    """One answer with a changed board."""

    asked: float
    arrived: float
    version: int


class Person:
    """Somebody with a board open; forms go over a second connection, as in a browser while a poll is running."""

    def __init__(self, host: str, port: int, email: str, path: str) -> None:
        self.browser = Browser(host, port)
        self.second = Browser(host, port, self.browser.cookies)
        self.email, self.path = email, path
        self.version, self.every, self.token = "", 2.0, ""
        self.looks: list[Look] = []
        self.cards: dict[str, str] = {}
        self.wake = asyncio.Event()

    async def signs_in(self) -> None:
        """Come in by the front door and sit down at the board."""
        token = _found(TOKEN, (await self.browser.get("/anmelden")).text)
        form = [("csrf_token", token), ("email", self.email), ("password", PASSWORD)]
        answer = await self.browser.post("/anmelden", form)
        if answer.status != 303:
            raise SystemExit(f"sign-in answered {answer.status}")
        page = await self.browser.get(f"{self.path}/tafel")
        if page.status != 200:
            raise SystemExit(f"the board answered {page.status}")
        self.browser.close()
        self._reads(page, 0.0)

    async def looks_on(self, figures: Figures, until: float) -> None:
        """Poll as the script does: so long after each answer, longer after an error, at once after one's own post."""
        fails = 0
        await asyncio.sleep(random.random() * self.every)  # noqa: S311
        while time.monotonic() < until:
            self.wake.clear()
            fails = 0 if await self._asks(figures) else fails + 1
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.wake.wait(), self.every * min(8, 2**fails))

    async def _asks(self, figures: Figures) -> bool:
        began = time.monotonic()
        try:
            answer = await self.browser.get(f"{self.path}/live?version={self.version}")
        except LOST as error:
            figures.failed(f"poll: {type(error).__name__}")
            return False
        took = time.monotonic() - began
        figures.statuses[f"poll {answer.status}"] += 1
        if answer.status == 204:
            figures.unchanged.append(took)
        elif answer.status == 200:
            figures.fragments.append(took)
            self._reads(answer, began)
        else:
            figures.failed(f"poll: {answer.status}")
        return answer.status in {200, 204}

    def _reads(self, answer: Answer, began: float) -> None:
        text = answer.text
        self.version, self.every = _found(VERSION, text), int(_found(EVERY, text)) / 1000
        self.looks.append(Look(began, time.monotonic(), int(self.version)))
        if 'name="csrf_token"' in text:
            self.token = _found(TOKEN, text)
        self.cards = dict(zip(SIGN.findall(text), WORDS.findall(text.partition('id="form-reveal"')[2]), strict=False))

    async def sends(self, path: str, form: list[tuple[str, str]], took: list[float], figures: Figures) -> bool:
        """Send a form; when it was taken, the board is asked for at once."""
        began = time.monotonic()
        try:
            answer = await self.second.post(f"{self.path}{path}", [("csrf_token", self.token), *form])
        except LOST as error:
            figures.failed(f"{path}: {type(error).__name__}")
            return False
        took.append(time.monotonic() - began)
        figures.statuses[f"send {answer.status}"] += 1
        if answer.status != 303:
            figures.failed(f"{path}: {answer.status}")
            return False
        self.version = ""
        self.wake.set()
        return True


class Table:
    """One session: the moderator reveals, the case giver listens, advisers write one after the other."""

    def __init__(self, host: str, port: int, row: dict[str, Any]) -> None:
        path = f"/beratungen/{row['id']}"
        self.people = [Person(host, port, email, path) for email in row["people"]]
        self.posts: list[Post] = []
        self.read: set[str] = set()
        self.number = 0

    async def writes(self, figures: Figures, until: float, every: float) -> None:
        """One card in every so many seconds; when some wait, the moderator reveals them."""
        await asyncio.sleep(random.random() * every)  # noqa: S311
        while (began := time.monotonic()) < until:
            await self._one_card(figures)
            waiting = self.people[0].cards
            self.read |= set(waiting.values())
            if len(waiting) >= QUEUE:
                signs = [("cards", sign) for sign in waiting]
                await self.people[0].sends("/karten/aufdecken", signs, figures.revealing, figures)
                self.people[0].cards = {}
            await asyncio.sleep(max(0.0, every - (time.monotonic() - began)))

    async def _one_card(self, figures: Figures) -> None:
        self.number += 1
        place, words = 2 + self.number % 5, f"{THOUGHTS[self.number % len(THOUGHTS)]} ({self.number})"
        form, sent = [("text", words), ("once", f"{random.getrandbits(128):032x}")], time.monotonic()
        if await self.people[place].sends("/karten", form, figures.posting, figures):
            self.posts.append(Post(place, words, sent, time.monotonic()))

    def sums_up(self, figures: Figures, since: float, until: float) -> None:
        """When each card was on the boards of the others, from the moment at which its writer pressed the button.

        Which version of the board has it, its writer's own next look says.
        """
        for post in self.posts:
            own = (look.version for look in self.people[post.place].looks if look.asked >= post.taken)
            version = next(own, None)
            if version is None or not since <= post.sent <= until:
                continue
            figures.posts += 1
            figures.read += post.words in self.read
            for person in self.people[: post.place] + self.people[post.place + 1 :]:
                arrived = next((look.arrived for look in person.looks if look.version >= version), None)
                if arrived is None:
                    figures.unseen += 1
                else:
                    figures.visible.append(arrived - post.sent)
        self.posts.clear()
        for person in self.people:
            person.looks.clear()


async def step(tables: list[Table], seconds: float, every: float) -> Figures:
    """Let some sessions run: first to warm up, then for the figures, then until the last card has arrived."""
    for_nothing, figures = Figures(), Figures()
    await _run(tables, for_nothing, WARM_UP, every)
    for table in tables:
        table.posts.clear()
    say("begin", sessions=len(tables))
    since = time.monotonic()
    await _run(tables, figures, seconds, every, rest=AFTERWARDS)
    say("end")
    for table in tables:
        table.sums_up(figures, since, since + seconds)
    return figures


async def _run(tables: list[Table], figures: Figures, seconds: float, every: float, rest: float = 0.0) -> None:
    until = time.monotonic() + seconds
    everybody = [person for table in tables for person in table.people]
    await asyncio.gather(
        *(person.looks_on(figures, until + rest) for person in everybody),
        *(table.writes(figures, until, every) for table in tables),
    )


async def come(tables: list[Table]) -> float:
    """Everybody signs in, some at a time; how many seconds that took."""
    began, gate = time.monotonic(), asyncio.Semaphore(AT_ONCE)

    async def one(person: Person) -> None:
        async with gate:
            await person.signs_in()

    await asyncio.gather(*(one(person) for table in tables for person in table.people))
    return time.monotonic() - began


def summary(figures: Figures, seconds: float) -> dict[str, Any]:
    """The figures in one row."""
    polls = len(figures.unchanged) + len(figures.fragments)
    return {
        "failed": figures.statuses["failed"],
        "failures": Counter(figures.failures).most_common(3),
        "statuses": dict(figures.statuses),
        "polls_per_second": polls / seconds,
        "posts": figures.posts,
        "unseen": figures.unseen,
        "read": figures.read,
        "unchanged": _spread(figures.unchanged),
        "fragments": _spread(figures.fragments),
        "posting": _spread(figures.posting),
        "revealing": _spread(figures.revealing),
        "visible": _spread(figures.visible),
    }


def _spread(values: list[float]) -> list[float]:
    """Median, 95th percentile, most."""
    if len(values) < 2:
        return [*values, *values, *values]
    return [median(values), quantiles(values, n=20)[-1], max(values)]


def say(event: str, **more: Any) -> None:
    """One line for whoever started this process."""
    print(json.dumps({"event": event, **more}), flush=True)  # noqa: T201


async def main(
    host: str, port: int, rows: list[dict[str, Any]], steps: list[int], seconds: float, every: float
) -> None:
    """Everybody comes, then one step after the other."""
    tables = [Table(host, port, row) for row in rows]
    say("signed in", seconds=await come(tables), people=sum(len(table.people) for table in tables))
    for count in steps:
        figures = await step(tables[:count], seconds, every)
        say("figures", sessions=count, **summary(figures, seconds + AFTERWARDS))


def _found(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    if found is None:
        raise ValueError(pattern.pattern)
    return html.unescape(found[1])


if __name__ == "__main__":
    given = json.load(sys.stdin)
    asyncio.run(main(**given))
