"""What a stripped text still tells about its main person: its placeholders, its plain words, what was put back."""

import math
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from caseboard.anonymize.amounts import is_round, value_of
from caseboard.anonymize.fold import fold
from caseboard.anonymize.groups import EMPLOYERS, GROUPED, ILLNESSES, JOBS, VILLAGES, share_of
from caseboard.anonymize.normalise import normal
from caseboard.anonymize.numerals import number
from caseboard.anonymize.origins import region_of
from caseboard.anonymize.population import NATIONALITIES, share_of_foreigners
from caseboard.anonymize.rare_words import said_plainly
from caseboard.anonymize.report import Lights, Restored
from caseboard.anonymize.residue import traits
from caseboard.anonymize.risk import Band, Person, Sex, anywhere, assess

SINGLE_PARENT = re.compile(r"\b(?:[Aa]llein ?[Ee]rziehend\w*|[Aa]lleinstehende (?:Mutter|Vater)|Ein-Eltern-Familie)\b")
ALONE = re.compile(
    r"\b(?:[Aa]llein ?lebend\w*|(?:lebt|wohnt|haust) (?:\w+ )?allein|[Ss]ingle-?[Hh]aushalt|[Ee]inpersonenhaushalt)\b"
)
_SONS, _DAUGHTERS = r"(?:Sohn|Söhnen?|Jungs|Buben)", r"(?:Tochter|Töchtern?|Mädchen|Mädels?)"
CHILDREN = re.compile(
    r"\b(?P<n>[Ee]in(?:e[mnr]?)?|[Zz]wei|[Dd]rei|[123])"
    r"(?: (?:klein|minderjährig|gemeinsam|schulpflichtig|eigen|leiblich)\w*)?"
    rf" (?:(?P<sons>{_SONS})|(?P<daughters>{_DAUGHTERS})|Kind(?:e?rn?)?|Ki\.)(?!\w)"
)
_WOMAN = re.compile(r"\b(?:Frau|Mutter|[Kk]undin|[Kk]lientin|[Ss]ie|[Ii]hr(?:e[mnrs]?)?)\b|\bFr\.")
_MAN = re.compile(r"\b(?:Herrn?|Mann|[Kk]unden?|[Kk]lient(?:en)?|[Ee]r|[Ii]hm|[Ii]hn|[Ss]eine[mnrs]?)\b|\bHr\.")
_AGE = re.compile(r"\[Alter, (?:(?P<part>Anfang|Mitte|Ende) )?(?P<from>\d\d)(?: bis (?P<to>\d\d))?\]")
_ABOUT = re.compile(r"\b(?P<part>Anfang|Mitte|Ende)\b", re.I)
_PARTS = {"Anfang": (0, 4), "Mitte": (4, 7), "Ende": (7, 10)}
_BORN = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)|\b(?:Jg|Jahrgang|Bj)\b[.: ]{0,3}[\'’]?(?P<short>\d\d)(?!\d)", re.I
)
_ORIGIN = re.compile(r"\[Herkunft(?:, (?P<region>[^\]]+))?\]")
_ARRIVED = re.compile(
    r"\b(?:Integrationskurs\w*|I-Kurs\w*|Deutschkurs\w*|Sprachkurs\w*|BAMF|Aufenthalts(?:titel|erlaubnis|gestattung)\w*|"
    r"Fiktionsbescheinigung\w*|Niederlassungserlaubnis|Duldung|Asyl\w*|Ausländer(?:amt|behörde)\w*|Einbürgerung\w*)\b"
)
_TONGUE = re.compile(r"\b(?:[A-ZÄÖÜ][a-zäöüß]{2,16}isch|Tigrinya|Kurmandschi|Sorani|Farsi|Paschtu|Urdu|Tamil|Somali)\b")
_TONGUES = {"kurmandschi": "Türkei und Naher Osten", "sorani": "Türkei und Naher Osten",
            "farsi": "Türkei und Naher Osten", "paschtu": "Süd- und Ostasien", "urdu": "Süd- und Ostasien"}  # fmt: skip
_CHILD = re.compile(r"\[(?P<who>Sohn|Tochter|Kind)(?:es)?(?P<number>(?: \d+)?)\]")
_SINGLES_OUT = re.compile(r"\b(?:alle|davon|aus|von)\b|[Zz]willing|[Dd]rilling|[Vv]ierling|[Ee]nkel|[Aa]dopt|[Pp]flege")
_COUNTED = re.compile(
    r"\b(?P<n>\w+) (?:\w+e[nr]? )?(?:Kinder[n]?|[Kk]i\b\.?|Kd\.|Söhnen?|Töchtern?)|\bmit (?P<with>\w+)\Z", re.I
)
_FOREIGN = re.compile(
    r"\b(?:EU-)?Ausländer(?:in|innen|n|s)?\b|\bDrittstaat\w*|\b[Nn]icht-?(?:EU|[Dd]eutsche)\b|\b[Nn]icht-EU-\w+"
    r"|\bausländische[rnms]? (?:Staats|Pass|Mitbürger)\w*|\bohne deutsche[nr]? (?:Pass|Staats\w+)"
)
_GERMAN = re.compile(r"\b[Dd]eutsche[rnms]? (?:Staatsangehörig|Staatsbürger|Pass\b)\w*|\bdeutscher Herkunft\b")
_HALF_OF_LIFE = re.compile(r"\b(?P<side>[ÜU])[ -]?(?P<n>[2-6]\d)\b")
_GROWN_UP, _OLDEST, _MANY = 18, 95, 3
_ALWAYS_RARE = frozenset({"EVENT", "JOB"})


def person_of(text: str, restored: Iterable[Restored] = ()) -> Person:
    """The main person of a stripped text.

    What the author put back counts, and every illness and rare occupation that stands there in one word, whoever left
    it: 'no name' is true of an illness too. So do traits and what is said of family and origin; what was replaced and
    stays so counts by its placeholder alone.
    """
    put_back = _with_plain_words(standing(restored, text), text)
    region, arrived = _coarse_origin(text)
    rare = {trait.kind for trait in traits(text)} | {each.kind for each in put_back if _rare(each)}
    if len({band_of(each.surface) for each in put_back if each.kind == "AGE"}) > 1:
        rare.add("AGE")  # who has a child or a husband of just that age besides: no table knows
    return Person(
        sex=_sex(text),
        ages=_ages(text, put_back),
        foreign=_foreign(text),
        nationality=_nationality(put_back),
        region=region,
        immigrated=arrived,
        single_parent=bool(SINGLE_PARENT.search(text)),
        children=_children(text, put_back),
        alone=bool(ALONE.search(text)),
        illness=_illness(put_back),
        **_groups(text),
        rare=tuple(sorted(rare)),
    )


def said_more_generally(person: Person, text: str, restored: Iterable[Restored]) -> Person:
    """The same person in a text in which nothing but ages, origins and groups has become coarser."""
    region, arrived = _coarse_origin(text)
    return replace(
        person, ages=_ages(text, standing(restored, text)), region=region, immigrated=arrived, **_groups(text)
    )


def _groups(text: str) -> dict[str, bool]:
    """Which groups the placeholders name."""
    return {
        "job": bool(JOBS.search(text) or EMPLOYERS.search(text)),
        "ailing": bool(ILLNESSES.search(text)),
        "village": bool(VILLAGES.search(text)),
    }


def reading_of(texts: Iterable[str]) -> str:
    """Stored texts as they were read when they were stripped: a word that a line break divides is one word."""
    return "\n".join(normal(text).text for text in texts)


def standing(restored: Iterable[Restored], text: str) -> tuple[Restored, ...]:
    """What was put back and still stands in a text as it is read."""
    return tuple(each for each in restored if re.search(rf"(?<!\w){re.escape(each.surface)}(?!\w)", text))


def _with_plain_words(put_back: tuple[Restored, ...], text: str) -> tuple[Restored, ...]:
    """What was put back and what was never hidden; what is both counts once."""
    told = {kind: fold(" ".join(each.surface for each in put_back if each.kind == kind)) for kind in GROUPED}
    plain = (Restored(kind, word) for kind, word in said_plainly(text) if fold(word) not in told[kind])
    return (*put_back, *plain)


def lights_of(person: Person, county: str | None) -> Lights:
    """In a written round the county is unknown; who hears the case giver speak knows it."""
    return Lights(assess(person, None), assess(person, county), anywhere(person))


def _rare(each: Restored) -> bool:
    """Whether nobody knows how many share what was put back: a single illness, an exact amount, a child's age."""
    if each.kind == "AGE":
        return band_of(each.surface) is None
    if each.kind == "HEALTH":
        return share_of(each.surface) is None
    if each.kind == "MONEY":
        value = value_of(each.surface)
        return value is None or not is_round(value)
    return each.kind in _ALWAYS_RARE or (each.kind == "FAMILY" and not _count(each.surface))


def _illness(put_back: tuple[Restored, ...]) -> float | None:
    """The share of people who have all the common illnesses that were put back."""
    named = {fold(each.surface): share_of(each.surface) for each in put_back if each.kind == "HEALTH"}
    shares = [share for share in named.values() if share is not None]
    return math.prod(shares) if shares else None


def _sex(text: str) -> Sex | None:
    """Of whom the text speaks; of both means that it is one of them, and nobody knows which is the main person."""
    women, men = _WOMAN.search(text), _MAN.search(text)
    return "either" if women and men else "f" if women else "m" if men else None


def _ages(text: str, put_back: tuple[Restored, ...]) -> tuple[Band, ...]:
    """Every grown-up age that is said: as a part of a decade, as a decade, or as it was put back."""
    exact = {band for each in put_back if each.kind == "AGE" and (band := band_of(each.surface))}
    coarse = {band for match in _AGE.finditer(text) if (band := _coarse_band(match))}
    halves = {_half(match["side"], int(match["n"])) for match in _HALF_OF_LIFE.finditer(text)}
    return tuple(sorted(exact | coarse | halves))


def _half(side: str, years: int) -> Band:
    """Ü50 → (50, 95), U25 → (18, 25): the measures and teams for them are named like that."""
    return (years, _OLDEST) if side == "Ü" else (_GROWN_UP, years)


def _coarse_band(match: re.Match[str]) -> Band | None:
    low, below = _PARTS.get(match["part"] or "", (0, 10))
    top = int(match["to"]) + 1 if match["to"] else int(match["from"]) + below
    band = max(_GROWN_UP, int(match["from"]) + low), min(_OLDEST, top)
    return band if band[0] < band[1] else None


def band_of(surface: str) -> Band | None:
    """'43' → (43, 44), 'Ende vierzig' → (47, 50), 'Jahrgang 1983' → the year of age that they reach this year.

    Nothing for children and the very old, whose share no table has, and for what cannot be read.
    """
    years, born, about = number(surface), _BORN.search(surface), _ABOUT.search(surface)
    if born:
        years = datetime.now(UTC).year - (int(born["year"]) if born["year"] else _century(int(born["short"])))
    if years is None or not _GROWN_UP <= years < _OLDEST or re.search(r"mon\b|monat", surface, re.I):
        return None
    low, below = _PARTS[about["part"].capitalize()] if about and not years % 10 else (0, 1)
    return years + low, years + below


def _century(short: int) -> int:
    return short + (1900 if short > datetime.now(UTC).year % 100 else 2000)


def _nationality(put_back: tuple[Restored, ...]) -> str | None:
    """The rarest that was put back: nobody knows whose the others are."""
    named = [_nationality_of(each.surface) for each in put_back if each.kind == "ORIGIN" and not _foreign(each.surface)]
    return min(named, key=lambda name: NATIONALITIES.get(name, 0)) if named else None


def _nationality_of(surface: str) -> str:
    words = fold(surface).split()
    return next((name for name in NATIONALITIES if any(w.startswith(fold(name)[:3]) for w in words)), "rare")


def _foreign(text: str) -> bool | None:
    """Whether somebody is said to have no German passport, or to have one; where both are said, the rarer counts."""
    return True if _FOREIGN.search(text) else False if _GERMAN.search(text) else None


def _coarse_origin(text: str) -> tuple[str | None, bool]:
    """The rarest region that a placeholder or a language names, and whether somebody came from elsewhere."""
    regions = [match["region"] for match in _ORIGIN.finditer(text)]
    regions += [_TONGUES.get(fold(m[0])) or region_of(m[0]) for m in _TONGUE.finditer(text)]
    named = min((region for region in regions if region), key=lambda r: (share_of_foreigners(r), r), default=None)
    return named, bool(named or _ORIGIN.search(text) or _ARRIVED.search(text))


def _children(text: str, put_back: tuple[Restored, ...]) -> int | None:
    """The highest number that is said, sons and daughters together, or that of the placeholders of their own."""
    sons = daughters = children = 0
    for match in CHILDREN.finditer(text):
        count = number(match["n"]) or 1
        if match["sons"]:
            sons = max(sons, count)
        elif match["daughters"]:
            daughters = max(daughters, count)
        else:
            children = max(children, count)
    said = [sons + daughters, children, len({(match["who"], match["number"]) for match in _CHILD.finditer(text)})]
    said += [count for each in put_back if each.kind == "FAMILY" and (count := _count(each.surface))]
    return min(_MANY, max(said)) or None


def _count(surface: str) -> int | None:
    """'vier Kinder' → 4, 'alleinerziehend mit zwei Söhnen' → 2; twins, widows and the like are no number."""
    counted = _COUNTED.search(surface)
    return number(counted["n"] or counted["with"]) if counted and not _SINGLES_OUT.search(surface) else None
