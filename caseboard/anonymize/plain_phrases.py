"""Everyday words side by side that the network alone takes for a house: 'Mathe und Physik', 'Hand vor dem Mund'.

No single word says so, but what they have in common: subjects of a school, two kinds of houses, a place of the body.
"""

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import FIRST, LAST, LOWER, PLACE
from caseboard.anonymize.passages import Passage
from caseboard.anonymize.recognizers.house_words import house
from caseboard.anonymize.recognizers.naming import function_word, person_word
from caseboard.anonymize.words import listed

_SUBJECTS = frozenset(
    {"mathe", "mathematik", "physik", "chemie", "biologie", "bio", "deutsch", "englisch", "sport", "kunst", "musik",
     "religion", "ethik", "erdkunde", "geographie", "geografie", "geschichte", "sozialkunde", "politik", "informatik",
     "werken", "hauswirtschaft", "wirtschaft", "technik", "latein", "heimatkunde", "sachkunde", "gemeinschaftskunde",
     "paedagogik", "psychologie", "philosophie", "handarbeit", "schwimmen", "turnen", "rechnen", "lesen", "schreiben"}
)  # fmt: skip
_JOINTS = frozenset({"und", "oder", "u", "bzw", "sowie"})
_BEHIND = frozenset({"davor", "danach", "dahinter", "daneben", "dort", "hier", "damals", "heute", "oben", "unten"})
_PARTS = frozenset(
    {"hand", "haende", "kopf", "mund", "nase", "auge", "augen", "ohr", "ohren", "herz", "fuss", "fuesse", "bein",
     "beine", "arm", "arme", "finger", "bauch", "ruecken", "knie", "hals", "stirn", "gesicht", "schulter", "schultern"}
)  # fmt: skip
_ARTICLES = frozenset({"der", "die", "das", "dem", "den", "des", "ein", "eine", "einem", "einer", "einen"})
_TO = frozenset({"zu", "als", "ab", "wegen", "nach", "seit"})
_SERVICES = (
    "abfuhr",
    "versand",
    "logistikzentrum",
    "verteilzentrum",
    "wohnheim",
    "regionalwerk",
    "bauhof",
    "auslieferung",
)
_SHORTEST_LANGUAGE, _ACRONYM, _HALVES = 7, 3, 3


def plain_phrase(document: Document, p: Passage) -> bool:
    """Nothing in these words is called by a name."""
    words = [w for w in document.within(p.start, p.end) if not function_word(w)]
    if not words:
        return True
    if len(words) == 1 and words[0].shouted and len(words[0].text) <= _ACRONYM:
        return _sign(document, p, words[0])
    if all(_subject(w) for w in words):
        return True
    if p.kind != "ORG" or not all(document.vocabulary.ordinary(w.fold, w.value) for w in words):
        return False
    if _half(document, p):
        return not words[-1].fold.endswith(("verein", "verband", "bund"))
    if len(words) == 1:
        return _service(document, words[0])
    return _houses(document, p, words) or _told(words) or _occupation(document, words)


def _subject(word: Word) -> bool:
    """'Mathe', 'Portugiesisch'."""
    language = word.fold.endswith("isch") and len(word.fold) >= _SHORTEST_LANGUAGE and word.value & LOWER
    return bool(word.fold in _SUBJECTS or language) and not word.value & (LAST | PLACE)


def _sign(document: Document, p: Passage, word: Word) -> bool:
    """'zu MT 09:00': two or three capitals that somebody comes to."""
    before = document.at(word.index - 1)
    return p.kind == "ORG" and before is not None and before.fold in _TO and not document.style.shouted


def _service(document: Document, word: Word) -> bool:
    """'bei der Müllabfuhr', 'das Logistikzentrum': behind an article what every town has."""
    article = document.at(word.index - 1)
    if article is None or article.fold not in _ARTICLES or word.gap != " ":
        return False
    return word.fold.endswith(_SERVICES)


def _half(document: Document, p: Passage) -> bool:
    """'Garten- und Landschaftsbau', 'Sport- und Freizeitpark': the second half of two everyday words."""
    inside = document.within(p.start, p.end)
    if len(inside) > _HALVES:
        return False  # 'Grund- und Mittelschule am Turm'
    before = document.at(inside[0].index - 1)
    return any(w.fold in _JOINTS and w.gap == "- " for w in [*inside, *([before] if before else [])])


def _houses(document: Document, p: Passage, words: list[Word]) -> bool:
    """'Nachbarschaftshilfe und Pfarrei': two kinds of houses are no third one."""
    joined = any(w.fold in _JOINTS for w in document.within(p.start, p.end))
    return joined and all(house(w.fold) and not w.value & (PLACE | LAST | FIRST) for w in words)


def _told(words: list[Word]) -> bool:
    """'Zeit davor', 'Hand vor dem Mund'."""
    bank = words[0].fold == "bank" and words[-1].fold in listed("no_places") | {
        "bahnhof",
        "marktplatz",
        "platz",
        "ring",
    }
    return bank or words[-1].fold in _BEHIND or all(w.fold in _PARTS for w in words)


def _occupation(document: Document, words: list[Word]) -> bool:
    """'Gelernte Zahnmedizinische Fachangestellte': what somebody is, with what describes it."""
    last, before = words[-1], words[:-1]
    trade = person_word(last) or document.vocabulary.in_glossary(last.fold)
    return (
        trade
        and not house(last.fold)
        and all(w.fold.endswith(("e", "er", "en", "es")) and w.value & LOWER for w in before)
    )
