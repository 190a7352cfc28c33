"""Is the place meant or the word: 'in Hof' and 'im Hof', 'nach Essen' and 'zum Essen'."""

import re

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import (
    ABROAD,
    FIRST,
    INFLECTED,
    LAST,
    LOWER,
    NOUN,
    PLACE,
    SIZE_MASK,
    SIZE_SHIFT,
    frequency,
)
from caseboard.anonymize.recognizers.naming import function_word, strange
from caseboard.anonymize.words import listed

_POSTCODE = re.compile(r"\d{5} $")
_COUNTED = (
    "euro", "schritt", "meter", "kilomet", "zentimet", "liter", "kilo", "gramm", "tonne", "watt", "stunde", "minute",
    "tage", "einwohner", "mensch", "person", "kunde", "faelle", "mitglied", "stueck", "punkte", "kalorien", "dollar",
    "lira", "zloty", "rubel", "franken", "woerter", "zeichen", "mal", "seiten",
)  # fmt: skip
_GOING = re.compile(
    r"\b(?:zieh\w*|zog(?:en)?|\w*gezogen|verzogen|fahr\w*|fährt|fuhr(?:en)?|\w*gefahren|reis\w+|pendel\w*|komm[et]\w*"
    r"|kam(?:en)?|gekommen|Umzug|Zuzug|Wegzug|Fahrt|Fahrkarte|Zug|Bahn|Bus|unterwegs|versetzt|verlegt|zurück\w*|Rückkehr"
    r"|stamm\w+|wohn\w*|leb\w+|arbeite\w*|gearbeitet|geboren|aufgewachsen|gemeldet|studier\w*|Familie|Wohnung|Arbeit"
    r"|Stelle|Job|Praktikum|Termin|Klinik|Schule|uns|hier|dort|drüben|früher|jetzt|zuletzt|geb\.|gegangen"
    r"|Bruder|Schwester|Vater|Mutter|Onkel|Tante|Sohn|Tochter|Cousin\w*)\b"
)
_MEAL = re.compile(
    r"\b(?:riech|roch|schmeck|frag|such|verlang|schrei|rief|hunger|durst|sehn|besteh|bestand|nichts\b|mach|koch|investier"
    r"|gierig|lust|geld|ausgegeben|steck|süchtig|umgang|verbrauch)",
    re.I,
)
_THEIRS = re.compile(
    r"\b(?:von|über|bis) [A-ZÄÖÜ][\wäöüß-]+ (?:nach|in) \Z"
    r"|\b(?:bei|von) (?:uns|mir|ihm|ihr|ihnen|euch|denen) in \Z|\b(?:hier|dort|drüben|daheim) in \Z",
    re.I,
)
_CITY, _TOWN, _EVERYDAY, _SELDOM, _RARE, _NEAR = 4, 3, 4.5, 3.6, 2.7, 50


def meant(document: Document, word: Word, flags: int) -> bool:
    """Whether a word that some place is called stands for it here."""
    before = document.at(word.index - 1)
    here = located(document, word)
    ordinary = word.value & (LOWER | INFLECTED)
    if document.style.lower and ordinary and (flags & SIZE_MASK) >> SIZE_SHIFT >= 3:
        return before is not None and before.fold in {"in", "nach", "aus"} and not _activity(word)
    if word.lower_style:
        return (
            not ordinary
            and (here or not word.value & NOUN or flags & PLACE)
            and not (flags & ABROAD and not flags & PLACE and document.vocabulary.ordinary(word.fold, word.value))
        )
    size = (flags & SIZE_MASK) >> SIZE_SHIFT
    big = flags & PLACE and (size >= _TOWN or frequency(word.value) < _RARE)
    if ordinary and big and _proper(word, before):
        return True
    if ordinary:
        if not here or before is None or before.fold in {"von", "bei", "um", "raum"}:
            return False
        return bool(flags & PLACE) and not _activity(word)
    if flags & (FIRST | LAST):
        return here or behind_postcode(word) or (flags & SIZE_MASK) >> SIZE_SHIFT == _CITY
    if flags & PLACE:
        return not (word.value & NOUN and frequency(word.value) > 5.6)
    return here or not word.value & NOUN or frequency(word.value) < 5


def _proper(word: Word, before: Word | None) -> bool:
    """'das ist Konstanz': a town of some size, where no article makes it a thing."""
    if word.starts_sentence or before is None or not word.gap.endswith((" ", ", ")) or not word.capital:
        return False
    thing = before.fold in listed("determiners") or before.fold.endswith(("e", "er", "en", "es", "em"))
    if (thing and word.gap == " ") or word.value & (FIRST | LAST) or _activity(word):
        return False
    seen = frequency(word.value)
    if seen < _RARE or (seen < _SELDOM and (word.value & SIZE_MASK) >> SIZE_SHIFT >= _TOWN):
        return True
    return word.gap == " " and not word.value & LOWER and seen < _EVERYDAY


def behind_postcode(word: Word) -> bool:
    """'97688 Bad Kissingen', but not '20000 Kilometer', '12345 Schritte'."""
    if not _POSTCODE.search(word.gap) or word.fold.startswith(_COUNTED):
        return False
    return bool(word.value & PLACE) or not (word.value & INFLECTED and frequency(word.value) >= _SELDOM)


def located(document: Document, word: Word) -> bool:
    """'in', 'nach', 'Landkreis', 'Amtsgericht' or a postcode stands directly before."""
    before = document.at(word.index - 1)
    if behind_postcode(word):
        return True
    return before is not None and before.fold in listed("locatives") and word.gap.strip(". >\n") == ""


def journey(document: Document, word: Word) -> bool:
    """'zieht nach Essen', 'bei uns in Waren': a town though everybody says the word, where somebody goes or lives."""
    before = document.at(word.index - 1)
    if before is None or before.fold not in {"nach", "in", "aus", "ueber"} or word.gap != " " or not word.capital:
        return False
    if not word.value & PLACE or (word.value & SIZE_MASK) >> SIZE_SHIFT < _TOWN or word.shouted:
        return False
    behind, front = document.text[word.end : word.end + _NEAR], document.text[max(0, word.start - _NEAR) : word.start]
    if re.match(r" (?:und|oder|&|/) (?:[Tt]rinken|[Kk]leid|[Ww]ohn)| [A-ZÄÖÜ]", behind):
        return False
    sentence = re.split(r"[.!?:;\n]", front)[-1] + " " + re.split(r"[.!?:;\n]", behind)[0]
    who = document.at(before.index - 1)
    if before.fold == "aus" and who is not None and before.gap == " " and who.capital and strange(who, document):
        return True  # 'Frau Kaya aus Essen'
    return bool(_THEIRS.search(front)) or bool(_GOING.search(sentence) and not _MEAL.search(sentence))


def _activity(word: Word) -> bool:
    """'in Arbeit', 'in Ausbildung', 'nach Maß' are no journeys."""
    return word.fold in listed("no_places")


def small(document: Document, word: Word) -> bool:
    """A place in small letters among others with capitals: only behind 'in', 'nach', 'aus'."""
    flags = word.value
    if not flags & PLACE or flags & (LOWER | INFLECTED) or len(word.fold) < 5 or function_word(word):
        return False
    before = document.at(word.index - 1)
    return bool(before and before.fold in {"in", "nach", "aus"}) and not document.vocabulary.in_glossary(word.fold)
