"""Words that stand for things where others are called by them: measured, eaten, described, paired, the weather.

The part of `plain_words` that knows of things; each question is about one word and those beside it.
"""

import re
from functools import cache

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import FIRST, INFLECTED, LAST, LOWER, NOUN, PLACE, frequency
from caseboard.anonymize.recognizers.naming import function_word
from caseboard.anonymize.recognizers.word_surnames import everyday
from caseboard.anonymize.words import listed

OWN = re.compile(r"(?:ein|kein|mein|dein|sein|ihr|unser|euer|eur)(?:e[mnrs]?)?\Z")
GIVES = frozenset({"gibt", "gab", "gibts", "gabs"})
CURSED = frozenset({"geier", "kuckuck", "henker", "fuchs"})
CURSES = frozenset({"holt", "hol", "hols", "weiss", "soll", "holen", "holte"})
_SUBJECTS = frozenset({"er", "sie", "es", "ich", "wir", "man", "ihr", "du"})
QUOTED = '„"»‚'
_LONGEST_REACH = 3
JOINTS = frozenset({"und", "u", "oder"})
_BARE = frozenset({"mit", "aus", "vor", "bei", "nach", "von", "zu", "in", "unter", "auf", "ohne", "fuer", "gegen"})
_STILL = frozenset(
    {"auch", "noch", "nur", "heute", "immer", "wieder", "dann", "dort", "hier", "oft", "selten", "manchmal", "mal",
     "sogar", "meist", "meistens", "da", "jeden", "tag", "mittags", "abends", "freitags"}
)  # fmt: skip
SENSES = frozenset(
    {"riecht", "roch", "stinkt", "stank", "schmeckt", "schmeckte", "duftet", "duftete", "sucht", "suchte", "es"}
)
_EATS = frozenset(
    {"isst", "esse", "ass", "kocht", "koche", "kochte", "trinkt", "trinke", "trank", "gegessen", "getrunken"}
)
WEATHER = frozenset({"sturm", "regen", "schnee", "frost", "nebel", "wind", "hagel", "donner", "blitz", "sonne", "eis"})
_BODY = frozenset({"ruecken", "knie", "kreuz", "kopf", "herz", "zahn", "bauch", "hals", "ohr", "fuss", "hand", "bein"})
_CRAFTED = (
    "geschnitzt", "gemalt", "gebacken", "gestrickt", "ausgestopft", "hoelzern", "eisern", "golden", "silbern",
    "steinern", "glaesern", "kupfern", "rostig", "hohl", "reif", "faul", "boes", "wild", "morsch", "gefuellt",
    "gehaekelt", "gebraten", "geraeuchert", "gegossen", "gemauert", "tropfend", "zerbrochen", "ausgelatscht",
    "abgebrochen", "gezogen", "vergoldet", "geloetet", "geschliffen", "gefroren", "getrocknet", "eingelegt",
)  # fmt: skip
_OF_PEOPLE = ("gewiss", "alt", "jung", "klein", "gross", "arm", "lieb", "nett", "neu", "zweit", "ander", "weiter")

_EPONYMS = frozenset(
    {"parkinson", "alzheimer", "basedow", "crohn", "bechterew", "hodgkin", "asperger", "tourette", "meniere",
     "hashimoto", "huntington", "korsakow"}
)  # fmt: skip
_HAVING = frozenset(
    {"hat", "hatte", "habe", "bekam", "bekommt", "diagnose", "beginnender", "beginnendem", "beginnenden", "schweren",
     "fortgeschrittenem", "fortgeschrittener", "fortgeschrittenen", "schwerem"}
)  # fmt: skip
_EVERYDAY, _MATTER_OF_COURSE = 4.1, 5.3  # 'Kita-Regenbogen' may be how it is called, and 'Praxis-Sommer'
_THEREFORE = frozenset({"und", "seit", "im", "oder", "mit", "diagnostiziert", "bekommen", "erkrankt", "leidet", "litt"})


def among_things(document: Document, before: Word, word: Word) -> bool:
    """'gibt es auch Hering', 'kocht lieber Reis', 'ein Sack Reis', 'weiß der Geier'."""
    noun = bool(word.value & (INFLECTED | NOUN))
    step, steps = before, 0
    while step.fold in _STILL and steps < _LONGEST_REACH and step.index:
        step, steps = document.words[step.index - 1], steps + 1
    if noun and step.fold == "es" and step.index and document.words[step.index - 1].fold in GIVES:
        return True
    if noun and step.fold in GIVES and step.index and document.words[step.index - 1].fold == "es":
        return True
    if everyday(word) and within_reach(document, word.index, _EATS):
        return True
    if before.fold in listed("measures") and (everyday(word) or word.fold in listed("foods")) and before.capital:
        return True
    cursed = before.fold == "der" and word.fold in CURSED and before.index
    return bool(cursed) and document.words[before.index - 1].fold in CURSES


def described(document: Document, adjective: Word, word: Word) -> bool:
    """'ein einsamer Wolf', 'mit griechischem Stolz', 'der geschnitzte Bär', but not 'der alte Specht'."""
    if adjective.capital or not word.value & INFLECTED or not word.capital or function_word(adjective):
        return False
    if adjective.fold.startswith(_OF_PEOPLE) or not adjective.fold.endswith(("e", "em", "er", "en", "es")):
        return False
    if adjective.fold.startswith(_CRAFTED):
        return True
    first = document.at(adjective.index - 1)
    if first is None or adjective.gap != " " or not _adjective(document, adjective):
        return False
    if first.fold in _BARE:
        return adjective.fold.endswith(("em", "er"))
    return bool(OWN.match(first.fold))


def _adjective(document: Document, word: Word) -> bool:
    stem = re.sub(r"e[mnrs]?\Z", "", word.fold)
    known = document.vocabulary.value(stem) | document.vocabulary.value(stem + "e")
    return bool(known & LOWER) or stem.endswith(("isch", "lich", "ig", "sam", "bar"))


def weather(document: Document, preposition: Word, after: Word | None) -> bool:
    """'bei Sturm kommt sie', 'auch bei Regen': when it storms; 'bei Sturm angerufen' is somebody."""
    first = document.at(preposition.index - 1)
    if first is not None and first.fold in {"auch", "nur", "selbst", "sogar", "immer", "ausser"}:
        return True
    subject = document.at(after.index + 1) if after is not None and after.gap == " " else None
    if after is None or subject is None or subject.gap != " ":
        return False
    return (after.fold in {"und", "oder"} and subject.fold in WEATHER) or subject.fold in _SUBJECTS


def paired(document: Document, word: Word, before: Word | None, after: Word | None) -> bool:
    """'Salz und Pfeffer', 'Roß und Reiter': two words that belong together since long."""
    for joint, step in ((after, 2), (before, -2)):
        other = document.at(word.index + step)
        if joint is None or other is None or joint.fold not in JOINTS:
            continue
        if frozenset({word.fold, other.fold}) in _twins():
            return True
    return False


def ailment(document: Document, word: Word, before: Word | None) -> bool:
    """'sagt, Rücken.', 'Do „Rücken“': what ails somebody, said in a word."""
    if word.fold not in _BODY or not word.capital:
        return False
    quoted = word.gap.endswith(tuple(QUOTED)) and document.text[word.end : word.end + 1] in '“”"«‘'
    return quoted or (before is not None and word.gap == ", " and before.fold in {"sagt", "sagte", "meint", "klagt"})


def eponym(document: Document, word: Word) -> bool:
    """'hat Parkinson.', 'Morbus Basedow', 'Mutter (Alzheimer)': an illness called by a surname or a place."""
    before, after = document.at(word.index - 1), document.at(word.index + 1)
    if before is None or not word.capital or word.gap not in (" ", " ("):
        return False
    if before.fold == "morbus":
        return True
    told = before.fold in _HAVING or word.gap == " ("
    closes = document.text[word.end : word.end + 1] in ".,;:)!?\n" or (after is not None and after.fold in _THEREFORE)
    return word.fold in _EPONYMS and told and closes


def of_a_house(document: Document, words: list[Word]) -> bool:
    """'Kita-Küche', 'Hort-Plätze', 'Praxis-Alltag': what a house has, joined to its word, not its name."""
    last = words[-1] if words else None
    head = document.at(last.index - 1) if last is not None else None
    if last is None or head is None or words[0].index < head.index or last.gap != "-" or not last.capital:
        return False
    if head.fold not in listed("org_heads") or not last.value & NOUN:
        return False
    if document.vocabulary.name_value(last.fold) & (FIRST | LAST | PLACE):
        return frequency(last.value) >= _MATTER_OF_COURSE
    return frequency(last.value) >= _EVERYDAY


def within_reach(document: Document, index: int, verbs: frozenset[str]) -> bool:
    """One of these verbs stands close before, in the same clause."""
    for at in range(index - 1, max(-1, index - 1 - _LONGEST_REACH), -1):
        word = document.words[at]
        if word.fold in verbs:
            return True
        if word.starts_sentence or "," in document.words[at + 1].gap:
            return False
    return False


@cache
def _twins() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split("/")) for pair in listed("word_pairs"))
