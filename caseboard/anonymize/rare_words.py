"""Single words that say an illness or an occupation which few have: in a raw text, and in a stripped one."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from caseboard.anonymize.fold import fold
from caseboard.anonymize.placeholder import PLACEHOLDER
from caseboard.anonymize.words import grouped, listed

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PLACES = (
    "beratung", "beratungsstelle", "hilfe", "ambulanz", "klinik", "gruppe", "zentrum", "station", "praxis", "kurs",
    "dienst", "liga", "verein", "verband", "test", "arzt", "aerztin", "telefon", "seminar", "cafe", "begleitung",
    "berater", "beraterin", "begleiter", "begleiterin", "helfer", "helferin", "lotse", "lotsin", "schwester",
    "assistentin",
)  # fmt: skip
"""What bodies and helpers for an illness are called by: 'Demenzberatung', 'Krebshilfe'."""
_PARTS = frozenset({"kniegelenk", "hueftgelenk", "netzhaut", "wirbelsaeule", "sprunggelenk"})
_SHORT = frozenset(
    {"als", "ms", "fas", "me", "down", "blind", "taub", "wilson", "turner", "usher", "fabry", "pompe", "rett"}
)
_LEAST = 5
_FORMED = re.compile(
    r"(?:zytose|zystose|matose|fibrose|sklerose|dystrophie|plegie|phrenie|zephalie|karzinom|sarkom|blastom|lymphom"
    r"|adenom|myositis|nephritis|enzephalitis)(?:e|en|s)?$"
)
"""How illnesses end, and hardly anything else does: no list holds them all."""
NOT_WORK = re.compile(
    r"(?:amt|aemter|hilfe|praxis|beruf|berufe|wesen|ei|eien|hof|gericht|gerichte|gerichts|attest|"
    r"beratung|liche|lichen|liches|lich|isch|ische|ischen|(?<!f)ischer|termin|termine|brief|vermerk|"
    r"bericht|arbeiten|schule|spiel|spiele|ausbildung|kosten|stelle|bewerbung|tum|pflege|zentrum|"
    r"hund|hunde|kanat|itaet|nomie|haus|haeuser|viertel|familie|familien|logie|urgie|therapie|platz|markt|gruppe|feld"
    r"|besuch|besuche|rechnung|suche|wechsel|schein|nummer|kasse|schaft)$"
)
_WORKER = re.compile(
    r"(?:er|ers|ern|erin|erinnen|ist|isten|istin|in|eur|eurin|or|orin|mann|frau|ant|antin|oge|"
    r"ogin|t|tin|d|nn|wirt|wirtin|l|m"
    r"|e|en|f|tenor|meister|meisterin|lehrling)$"
)
BODY_OR_THING = re.compile(
    r"(?:gemeinderat|stadtrat|marktgemeinderat|drucker|\w+drucker|schmiede|zauber|brenner|schleifer|setzer|trainer|boxer"
    r"|model|models|seiler)s?$"
)
"""What a trade is called by and other things too: the words around it have to decide."""
_LONG, _FIRST = 7, 4
_SURE = 9  # letters: "Schäfer" and "Dichter" are called so for other reasons too, "Orgelbauer" is not


def diagnosis(folded: str) -> Literal["rare", "common"] | None:
    """Whether a word begins like an illness, and whether so many have it that a share is known."""
    rare, common = _diagnoses()
    if not folded.startswith(rare + common) or folded.endswith(_PLACES) or folded.removesuffix("s") in _PARTS:
        return None
    return "common" if folded.startswith(common) else "rare"


@cache
def _diagnoses() -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(sorted(listed("rare_diagnoses") - _SHORT)), tuple(grouped("common_diagnoses"))


def is_worker(folded: str) -> bool:
    """Whether a word ends like somebody who works, and not like a body or a thing of work."""
    return len(folded) >= _LEAST and bool(_WORKER.search(folded)) and not NOT_WORK.search(folded)


def holds_rare_work(folded: str) -> bool:
    """Whether a long stem of a rare occupation stands anywhere in the word."""
    stems = _long_stems()
    return any(folded.startswith(stems.get(folded[at : at + _FIRST], ()), at) for at in range(len(folded) - _LONG + 1))


@cache
def _long_stems() -> dict[str, tuple[str, ...]]:
    """By their first letters, which hardly any word holds."""
    out: dict[str, tuple[str, ...]] = {}
    for stem in sorted(stem for stem in listed("rare_jobs") if len(stem) >= _LONG):
        out[stem[:_FIRST]] = (*out.get(stem[:_FIRST], ()), stem)
    return out


def said_plainly(text: str) -> Iterator[tuple[Literal["HEALTH", "JOB"], str]]:
    """Every illness and rare occupation that a text says in one word; what is replaced already tells nothing."""
    told, known = PLACEHOLDER.sub(" ", text), listed("glossary")
    for word in dict.fromkeys(match[0] for match in _WORD.finditer(told) if len(match[0]) >= _LEAST):
        folded = fold(word)
        if folded in known:
            continue
        if diagnosis(folded) or _FORMED.search(folded):
            yield "HEALTH", word
        elif word[0].isupper() and _rare_work(folded):
            yield "JOB", word


def _rare_work(folded: str) -> bool:
    if len(folded) < _SURE or BODY_OR_THING.match(folded) or folded.startswith(tuple(listed("plain_trades"))):
        return False
    return is_worker(folded) and holds_rare_work(folded)
