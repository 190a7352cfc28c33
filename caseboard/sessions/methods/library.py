"""The consultation modules that come with the program, and a suggestion from the kind of key question; pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from caseboard.reference import shipped
from caseboard.sessions.phases import Wording


class Wish(StrEnum):
    """What somebody wants from a consultation: the kind of their key question."""

    IDEAS = "ideas"
    STUCK = "stuck"
    UNDERSTAND = "understand"
    BURDEN = "burden"
    TALK = "talk"
    DECIDE = "decide"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class Method:
    """One consultation module."""

    id: str
    name: Wording
    line: Wording
    prompt: Wording
    example: Wording
    good_when: Wording
    minutes: int
    suits: tuple[Wish, ...]


SIGNS: tuple[tuple[Wish, str], ...] = (
    (
        Wish.TALK,
        r"gespräch|ansprech|anspreche|formulier|wie sage? ich|sagen soll|wie erkläre|spreche ich|rede ich",
    ),
    (Wish.DECIDE, r"\bentweder\b|\boder\b|\bsoll(?:te)? (?:ich|man|wir)\b|entscheid|abwäg"),
    (
        Wish.BURDEN,
        r"belast|aushalt|abgrenz|\bdistanz|umgehe\b|umgehen\b|gehe ich damit um|ohnmacht|ohnmächtig|"
        r"mich so|mir so nah|schlafe|\bwut\b|ärger|hilflos",
    ),
    (Wish.UNDERSTAND, r"\bwarum\b|\bwieso\b|\bweshalb\b|versteh|steckt dahinter|was bewegt|was treibt|was hindert"),
    (
        Wish.STUCK,
        r"\bwas (?:kann|können|könnte|soll) (?:ich|wir|man) (?:jetzt |denn )?noch\b|alles versucht|nicht weiter|"
        r"\bsackgasse|immer wieder|im kreis|ausweg|festgefahren|trotz allem",
    ),
    (Wish.IDEAS, r"\bwie\b|\bwelche|\bwas\b|\bwomit\b|\bwodurch\b|\bwer\b|\bwo\b|\bwohin\b"),
)
"""What a German key question says of its kind; the first sign that is found counts."""


@cache
def library() -> Mapping[str, Method]:
    """All methods by their id, in the order of the file."""
    data = shipped("methods")
    suits: dict[str, list[Wish]] = {}
    for wish, ids in data["suits"].items():
        for method_id in ids:
            suits.setdefault(method_id, []).append(Wish(wish))
    return {
        row["id"]: Method(
            id=row["id"],
            **{name: Wording(**row[name]) for name in ("name", "line", "prompt", "example", "good_when")},
            minutes=row["minutes"],
            suits=tuple(suits[row["id"]]),
        )
        for row in data["methods"]
    }


def suiting(wish: Wish) -> tuple[Method, ...]:
    """The methods for what somebody wants, the best first."""
    return tuple(library()[method_id] for method_id in shipped("methods")["suits"][wish])


def kind_of(question: str | None) -> Wish:
    """What a key question asks for; where nothing can be read from it, the question itself has to be found."""
    words = " ".join((question or "").casefold().split())
    if len(words.split()) < 3:
        return Wish.UNCLEAR
    return next((wish for wish, sign in SIGNS if re.search(sign, words)), Wish.UNCLEAR)


def suggest(question: str | None, limit: int = 3) -> tuple[Method, ...]:
    """The methods that suit a key question best."""
    return suiting(kind_of(question))[:limit]
