"""Rare occupations and illnesses as the group they belong to, and illnesses that so many have that it counts."""

import re
from functools import cache
from typing import Final

from caseboard.anonymize.fold import fold
from caseboard.anonymize.labels import BY_GENDER, in_case
from caseboard.anonymize.words import grouped, listed

_FILES: Final = {"JOB": "job_groups", "HEALTH": "illness_groups"}
GROUPED: Final = frozenset(_FILES)
_ANYWHERE = "-"
_RETURNS = 4
_SHORT_RARE = 5

NAMES = tuple(sorted({name for file in _FILES.values() for name in grouped(file).values()}))
"""Every group that a placeholder can name."""


def coarse(kind: str, label: str) -> re.Pattern[str]:
    """Placeholders with this label, in any gender and case, that name a group of this kind."""
    words = sorted(
        {in_case(word, genitive=g, oblique=False) for word in BY_GENDER[label].values() for g in (False, True)}
    )
    names = sorted(set(grouped(_FILES[kind]).values()))
    return re.compile(rf"\[(?:{'|'.join(words)})(?: \d+)?, (?:{'|'.join(map(re.escape, names))})\]")


JOBS, ILLNESSES = coarse("JOB", "Beruf"), coarse("HEALTH", "Erkrankung")
EMPLOYERS = re.compile(r"\[Arbeitgebers?(?: \d+)?, [^\]\n]{2,40}\]")
VILLAGES = re.compile(r"\[Dorfs?(?: \d+)?\]")
COARSE = re.compile("|".join(each.pattern for each in (JOBS, ILLNESSES, EMPLOYERS, VILLAGES)))


def without_groups(placeholder: str) -> str:
    """'[Beruf, Handwerk]' → '[Beruf]', '[Dorf 2]' → '[Gebiet 2]', whose article is the same."""
    if not COARSE.fullmatch(placeholder):
        return placeholder
    return placeholder.split(",")[0].rstrip("]").replace("[Dorf", "[Gebiet") + "]"


def group_of(kind: str, surface: str) -> str:
    """'Orgelbauerin' → 'Handwerk', 'Heimdialyse' → 'Leber und Niere'; nothing where no table knows it."""
    stems = _stems(_FILES[kind])
    for word in re.findall(r"[^\W\d_]+", surface):
        folded = fold(word)
        for stem, anywhere, name in stems:
            if folded.startswith(stem) or (anywhere and stem in folded):
                return "" if _returns(surface, name) else name
    return ""


def _returns(surface: str, name: str) -> bool:
    """Whether a word of the surface would stand in the group."""
    told = fold(name)
    return any(fold(word) in told for word in re.findall(r"[^\W\d_]+", surface) if len(word) >= _RETURNS)


@cache
def _stems(file: str) -> tuple[tuple[str, bool, str], ...]:
    rows = [(stem.removeprefix(_ANYWHERE), stem.startswith(_ANYWHERE), name) for stem, name in grouped(file).items()]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def share_of(surface: str) -> float | None:
    """The share of people who have this illness, or nothing where few do or nobody knows."""
    words = [fold(word) for word in re.findall(r"[^\W\d_]+", surface)]
    shares = [_share(word) for word in words]
    known = [share for share in shares if share is not None]
    return min(known) if known and len(known) == len(words) else None


def _share(word: str) -> float | None:
    if any(stem in word for stem in listed("rare_diagnoses") if len(stem) > _SHORT_RARE):
        return None
    rows = grouped("common_diagnoses").items()
    return next((int(of_a_thousand) / 1000 for stem, of_a_thousand in rows if word.startswith(stem)), None)
