"""What links a house with its name: 'am Tor', 'Drei Kronen', 'zum Heiligen Geist', 'da Mimmo'."""

import re

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import INFLECTED, LAST, LOWER, PLACE, frequency
from caseboard.anonymize.recognizers.naming import calendar, function_word
from caseboard.anonymize.recognizers.proper_adjectives import proper_adjective
from caseboard.anonymize.words import listed

AT = frozenset({"am", "an", "im", "zum", "zur"})
FOREIGN = frozenset({"da", "di", "del", "della", "al", "la", "le", "el", "il"})
NUMBERS = frozenset({"zwei", "drei", "vier", "fuenf", "sieben", "neun", "zehn", "zwoelf"})
_ADJECTIVE = ("los", "haft", "sam")
_SPOTS = ("tal", "feld", "garten", "park", "hof", "wald", "ried", "grund", "haus", "bach", "berg", "viertel", "zentrum",
          "stadt", "dorf", "winkel", "loh", "moos", "schloss", "kloster", "turm", "gruen", "wiesen",
          "markt")  # fmt: skip
_ROOMS = (
    "zimmer",
    "raum",
    "bett",
    "person",
    "schicht",
    "tage",
    "wochen",
    "monat",
    "jahr",
    "generation",
    "seit",
    "stunden",
)
EVERYDAY, RARE, _COMMON = 4.4, 4.0, 4.5
_PAPER = re.compile(
    r"(?:schein|scheine|antrag|antraege|bescheid|vertrag|vertraege|rechnung|rechnungen|gebuehr|gebuehren|beitrag|beitraege"
    r"|bescheinigung|formular|kosten|anmeldung|kuendigung|termin|termine|nummer|plaetze|ausweis|adresse)$|^platz$"
)


def counted(document: Document, word: Word) -> bool:
    """'Hotel Drei Kronen', 'Sprachschule Neue Wege'."""
    after = document.at(word.index + 1)
    if not word.capital or after is None or not after.capital or after.gap not in (" ", "-") or after.protected:
        return False
    if after.gap == "-":
        return word.fold in NUMBERS and not after.fold.startswith(
            _ROOMS
        )  # 'Drei-Fluss-Linie', not 'Drei-Zimmer-Wohnung'
    return word.fold in NUMBERS or (proper_adjective(word) and not document.vocabulary.in_glossary(after.fold))


def of_saint(document: Document, word: Word) -> bool:
    """'Spital zum Heiligen Geist', 'Gasthof zum grünen Kranz'."""
    adjective, noun = document.at(word.index + 1), document.at(word.index + 2)
    if word.fold not in {"zum", "zur"} or adjective is None or noun is None or noun.gap != " ":
        return False
    described = adjective.gap == " " and adjective.value & LOWER and adjective.fold.endswith(("en", "er"))
    return bool(described) and (noun.capital or noun.lower_style) and not function_word(adjective)


def abroad(document: Document, word: Word) -> bool:
    """'Pizzeria da Mimmo', 'Trattoria La Strada'."""
    after = document.at(word.index + 1)
    small = word.fold in FOREIGN and after is not None and after.gap == " "
    return small and after is not None and (after.capital or after.lower_style) and not function_word(after)


def at_spot(document: Document, word: Word) -> bool:
    """'Mittelschule am Galgenberg': a place of the town, no time of the day."""
    after = document.at(word.index + 1)
    if after is not None and after.fold in {"der", "den"} and after.gap == " ":
        after = document.at(word.index + 2)
    if after is None or not (after.capital or after.lower_style) or calendar(after) or after.protected:
        return False
    if "." in after.gap:
        return False  # 'Ich rufe beim Bildungsträger an. Elena …': the sentence is over
    if after.lower_style and (after.value & LOWER or frequency(after.value) >= RARE):
        return False
    if after.fold in listed("times_of_day") or document.vocabulary.in_glossary(after.fold):
        return False
    thing = document.vocabulary.ordinary(after.fold, after.value) and not after.fold.endswith(_SPOTS)
    if word.fold == "im" and thing and not after.value & PLACE and after.fold not in listed("spots"):
        return False  # 'die Berufsschule im Blockunterricht'
    return frequency(after.value) < EVERYDAY or after.fold in listed("spots")


def behind_article(document: Document, word: Word, article: Word) -> bool:
    """'Grundschule an der Rebe': the noun behind preposition and article."""
    of = document.at(article.index - 1)
    placed = article.fold in {"der", "den"} and of is not None and of.fold in AT and not of.capital
    return placed and (word.capital or word.lower_style) and word.gap == " "


def small_name(word: Word) -> bool:
    """Where nothing has a capital only what is no everyday word can be a name: no 'kita gutschein', 'praxis termin'."""
    if _PAPER.search(word.fold):
        return False
    if not word.value & (LOWER | INFLECTED) or word.fold.endswith(_ADJECTIVE):
        return True
    return not word.value & LOWER and bool(word.value & LAST or frequency(word.value) < _COMMON)


def small_saint(document: Document, word: Word) -> bool:
    """'unterkunft mering-st. afra', 'kita st. martin': where nothing has a capital."""
    after = document.at(word.index + 1)
    if not word.lower_style or word.fold not in {"st", "sankt"} or after is None or after.protected:
        return False
    return after.gap in (" ", ". ", ".") and not function_word(after) and not calendar(after)
