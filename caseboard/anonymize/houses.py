"""Organisations and places by their kind, in the gender of the articles before them, and numbered who is who."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from caseboard.anonymize.articles import ANY, REACH, genders
from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.generalise import branch, size_class
from caseboard.anonymize.labels import BY_GENDER, FIELDS, Gender
from caseboard.anonymize.passages import Passage

_LEAST = 4
_GENERAL = "Einrichtung"
_LAST = "Angabe"
_HEADS: tuple[tuple[Gender, re.Pattern[str]], ...] = (
    ("m", re.compile(r"\be\. ?v\b")),
    ("f", re.compile(r"\b(?:gmbh|ag|kg|ug|ohg|gbr|eg)\b")),
    (
        "n",
        re.compile(
            r"(?:klinikum|krankenhaus|spital|sanatorium|hospiz|gymnasium|kolleg|zentrum|center|haus|heim|werk|stift|hotel"
            r"|café|cafe|restaurant|museum|theater|institut|büro|studio|archiv|forum|netzwerk|projekt|internat|kloster|mvz"
            r"|bfz|brk|drk)\b"
        ),
    ),
    (
        "f",
        re.compile(
            r"(?:klinik|praxis|apotheke|schule|kita|krippe|akademie|stiftung|caritas|diakonie|awo|vhs|bank|kasse|erei"
            r"|reinigung|spedition|logistik|firma|kanzlei|moschee|kirche|gemeinde|hilfe|station|stelle|gruppe|gesellschaft"
            r"|genossenschaft|versicherung|gaststätte|wirtschaft|pizzeria|pension|tagesstätte|werkstatt|initiative"
            r"|bibliothek|ambulanz)\b"
        ),
    ),
    (
        "m",
        re.compile(
            r"(?:kindergarten|hort|verein|verband|club|klub|bund|betrieb|hof|markt|laden|imbiss|treff|dienst|service|verlag"
            r"|salon|chor|\b(?:tsv|sv|fc|djk|vfl|vfb|asv|tv|sc))\b"
        ),
    ),
)


@dataclass(slots=True)
class _House:
    """One organisation or place: what it is, how it is written, and which genders each mention leaves open."""

    kind: str
    name: str
    said: set[str] = field(default_factory=set)
    own: Gender | None = None
    mentions: dict[int, tuple[Gender, ...]] = field(default_factory=dict)
    heads: dict[int, str] = field(default_factory=dict)
    number: int = 0


def label_houses(document: Document, passages: list[Passage]) -> dict[int, str]:
    """Placeholder by the start of each PLACE and ORG passage; a number only where two would be confused."""
    houses: dict[tuple[str, str], _House] = {}
    for p in passages:
        if p.kind in ("PLACE", "ORG"):
            surface = document.text[p.start : p.end]
            key = (p.kind, fold(surface).removesuffix("s").removesuffix("er"))
            if key not in houses:
                houses[key] = _read(document, p, surface)
            houses[key].said |= _words(surface)
            houses[key].mentions[p.start] = _open_genders(document, p, surface)
    for house in houses.values():
        _choose(house)
    _number(list(houses.values()))
    return dict(each for house in houses.values() for each in _placeholders(house))


def general_label(document: Document, p: Passage) -> str:
    """What an organisation is called where nothing about it is kept: '[Einrichtung]', 'im [Haus]'."""
    surface = document.text[p.start : p.end]
    house = _House(_GENERAL, "", _words(surface), _own_gender(surface))
    return f"[{_head(house, _open_genders(document, p, surface))}]"


def _words(surface: str) -> set[str]:
    return {fold(word) for word in re.findall(r"[^\W\d_]+", surface)}


def _own_gender(surface: str) -> Gender | None:
    lowered = surface.lower()
    return next((gender for gender, pattern in _HEADS if pattern.search(lowered)), None)


def _read(document: Document, p: Passage, surface: str) -> _House:
    """Remembered, because the placeholders of a text are asked for once a reading and once again in the end."""
    known = document.vocabulary.remembered("houses")
    key = (p.kind, surface)
    kind, name, own = known.get(key) or known.setdefault(key, _told(document, *key))
    return _House(kind, name, own=own)


def _told(document: Document, kind: str, surface: str) -> tuple[str, str, Gender | None]:
    if kind == "PLACE":
        return size_class(document, surface), "", None
    return *branch(document, surface), _own_gender(surface)


def _open_genders(document: Document, p: Passage, surface: str) -> tuple[Gender, ...]:
    """What the article before it leaves open; 'das Hammelburger Freibad' has an article of its own."""
    if p.kind == "PLACE" and surface.endswith("er") and re.match(r" [A-ZÄÖÜ]", document.text[p.end : p.end + 2]):
        return ANY
    known = document.vocabulary.remembered("genders")
    before = document.text[max(0, p.start - REACH) : p.start]
    found: tuple[Gender, ...] = known.get(before) or known.setdefault(before, genders(before))
    return found


def _choose(house: _House) -> None:
    """One gender for all mentions where there is one that fits them all."""
    shared = tuple(gender for gender in ANY if all(gender in open_ones for open_ones in house.mentions.values()))
    for start, open_ones in house.mentions.items():
        house.heads[start] = _head(house, shared or open_ones)
    if any(head not in BY_GENDER.get(house.kind, {}).values() for head in house.heads.values()):
        house.name = house.name or FIELDS.get(house.kind, "")
    if any(fold(word) in house.said for word in house.name.split()):
        house.name = ""


def _head(house: _House, open_ones: tuple[Gender, ...]) -> str:
    """The word of the kind, or else a general one, in a gender that is open; no word of the name comes back."""
    if house.kind != _GENERAL:
        for gender in _order(house, house.kind, open_ones):
            if not _returns(BY_GENDER[house.kind][gender], house.said):
                return BY_GENDER[house.kind][gender]
    for gender in _order(house, _GENERAL, open_ones):
        for kind in (_GENERAL, _LAST):
            if not _returns(BY_GENDER[kind][gender], house.said):
                return BY_GENDER[kind][gender]
    return _LAST


def _order(house: _House, kind: str, open_ones: tuple[Gender, ...]) -> list[Gender]:
    """Where an article narrows it down, the gender of the name's own noun comes first; else nothing but the first."""
    words = BY_GENDER.get(kind, {})
    if set(open_ones) == set(ANY):
        return list(words)[:1]
    own = [house.own] if house.own else []
    return [gender for gender in dict.fromkeys([*own, *words]) if gender in open_ones and gender in words]


def _returns(head: str, said: set[str]) -> bool:
    told = fold(head)
    return told in said or any(len(word) >= _LEAST and word in told for word in said)


def _number(houses: list[_House]) -> None:
    """Those that share a word are counted; and who needs two words keeps one number at both."""
    groups: list[tuple[set[str], list[_House]]] = []
    for house in houses:
        heads, members = set(house.heads.values()), [house]
        for group in [group for group in groups if group[0] & heads]:
            heads, members = heads | group[0], group[1] + members
            groups.remove(group)
        groups.append((heads, members))
    for heads, members in groups:
        if len(members) > 1 or len(heads) > 1:
            for number, house in enumerate(sorted(members, key=lambda each: min(each.mentions)), 1):
                house.number = number


def _placeholders(house: _House) -> Iterator[tuple[int, str]]:
    for start, head in house.heads.items():
        counted = f"{head} {house.number}" if house.number else head
        yield start, f"[{counted}, {house.name}]" if house.name else f"[{counted}]"
