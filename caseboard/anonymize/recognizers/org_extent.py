"""How far the name of a house goes behind its head word: 'Haus Lichtblick', 'Grundschule an der Rebe'."""

import re

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import ABROAD, FIRST, INFLECTED, LAST, LOWER, NOUN, PLACE, frequency
from caseboard.anonymize.recognizers.house_words import TAIL, house
from caseboard.anonymize.recognizers.legal_forms import FORM
from caseboard.anonymize.recognizers.naming import calendar, function_word, name_like, person_word
from caseboard.anonymize.recognizers.org_links import (
    AT,
    EVERYDAY,
    FOREIGN,
    NUMBERS,
    RARE,
    abroad,
    at_spot,
    behind_article,
    counted,
    of_saint,
    small_name,
    small_saint,
)
from caseboard.anonymize.recognizers.proper_adjectives import proper_adjective
from caseboard.anonymize.words import listed

_TO_NAME = re.compile(r"(?:[ \t]|\. | [„\"»‚']|-|\n| & )\Z")
_GOES_ON = re.compile(r"(?:[ \t]|\. ?|[-–]\s?| [&/+] |[&/+]| ?[„\"»‚']|[“\"«'‘]? )\Z")
_SMALL_GAP = re.compile(r"[. -]{1,2}\Z")
_CLOSING = re.compile(r"[“”\"«'‘]")
_QUOTES = "„\"»‚'"
_SAINTS = frozenset({"mariae", "st", "sankt", "heilig", "heilige", "heiligen", "jesus", "maria"})
_ORDINALS = frozenset({"erste", "zweite", "dritte", "zweiter", "zweites", "erster", "dritter"})
_SKY = frozenset({"nord", "sued", "ost", "west", "mitte"})
_CALLED_AFTER = frozenset({"ums", "am", "zum", "zur", "beim", "hinterm", "unterm", "ueberm", "vorm", "aufm", "im"})
"""With a capital these open a name: 'Dorfladen Ums Eck', 'Wohnanlage Am Mühlbach'."""
_PAIRS = (
    "verein",
    "vereins",
    "vereine",
    "kirche",
    "initiative",
    "projekt",
    "projekts",
    "gruppe",
    "treff",
    "laden",
    "bund",
)
TELEGRAM = frozenset(
    {"termin", "termine", "gespraech", "akte", "antrag", "bescheid", "anruf", "rueckruf", "besuch", "kontakt", "mail",
     "schreiben", "vertrag", "kuendigung", "bericht", "problem", "probleme", "fragen", "anfrage", "platz", "plaetze",
     "station", "stat", "zimmer", "raum", "abteilung",
     "unterlagen", "anmeldung", "gutschrift", "rechnung", "lastschrift", "ueberweisung", "rechnungen"}
)  # fmt: skip
_LONGEST, _SHORT_WORD, _PAIR_WORDS, _ABBREVIATION, _WRAPPED = 5, 3, 2, 5, 30


def named(document: Document, head: Word) -> bool:
    """What follows must be a name, a place or a noun that no sentence puts there."""
    word = document.at(head.index + 1)
    if word is None or word.protected or not _TO_NAME.match(word.gap):
        return False
    if "." in word.gap and len(head.fold) > _ABBREVIATION and document.vocabulary.ordinary(head.fold, head.value):
        return False  # 'mit dem Fahrdienst. Anfahrt …': the sentence is over
    if "\n" in word.gap and not _broken(document, head):
        return False
    if "\n" in word.gap and head.lower_style and word.capital:
        return False  # 'bis donnerstag im haus⏎Karin D.': who writes so signs below
    if word.gap == "-" and not name_like(word, document):
        return False
    if any(c in word.gap for c in _QUOTES):
        return word.capital
    if counted(document, word) or abroad(document, word) or of_saint(document, word):
        return True
    if _opens_name(document, word) or _paired(document, head, word):
        return True
    if word.fold in AT and not word.capital:
        return at_spot(document, word)
    if _doctors(head, word):
        return True
    if function_word(word) and word.fold not in listed("org_joins"):
        return False
    if (
        document.vocabulary.in_glossary(word.fold)
        or calendar(word)
        or word.fold in listed("titles") - listed("org_joins")
    ):
        return False
    if word.fold in listed("org_joins"):
        after = document.at(word.index + 1)
        saint = word.fold in {"st", "sankt", "gebr", "gebrueder"}
        if after is not None and saint and word.lower_style:
            return small_saint(document, word)
        return after is not None and after.capital and (saint or (word.capital and bool(_SMALL_GAP.match(after.gap))))
    if not word.capital:
        return word.lower_style and small_name(word)
    if word.gap == " " and not _telling(document, head, word):
        return False
    return not (word.value & LOWER and not word.value & NOUN) or word.gap == " "


def _broken(document: Document, head: Word) -> bool:
    """A line broken for want of room: no line of its own ('Sozialdienst'), no row of a table ('…;will zur Schule')."""
    line = document.text[document.text.rfind("\n", 0, head.start) + 1 : head.start]
    return len(line) >= _WRAPPED and not any(c in line for c in (";", "|", "\t", "   "))


def _opens_name(document: Document, word: Word) -> bool:
    after = document.at(word.index + 1)
    placed = word.fold in _CALLED_AFTER and word.capital and word.gap == " "
    return placed and after is not None and after.capital and after.gap == " " and not calendar(after)


def _paired(document: Document, head: Word, word: Word) -> bool:
    """'Verein Faden und Zwirn', 'Freikirche Licht und Leben', 'Nachbarn für Nachbarn': no two people, two nouns."""
    small, last = document.at(word.index + 1), document.at(word.index + 2)
    if not head.fold.endswith(_PAIRS) or small is None or last is None or small.fold not in {"und", "fuer"}:
        return False
    if not (word.capital and last.capital and word.gap == small.gap == last.gap == " ") or last.protected:
        return False
    plain = not (
        calendar(last) or function_word(word) or person_word(last) or document.vocabulary.in_glossary(last.fold)
    )
    return plain and not document.vocabulary.in_glossary(word.fold) and not house(last.fold)


def _telling(document: Document, head: Word, word: Word) -> bool:
    """'Haus Lichtblick', but not 'Klinik Termin': an everyday noun beside another is telegram style."""
    if word.fold in TELEGRAM:
        return False
    if name_like(word, document) or word.fold in listed("word_surnames") or word.value & (PLACE | LAST | FIRST):
        return True
    if word.value & LOWER and not word.value & INFLECTED:
        return True  # an adjective or a verb with a capital: 'Möbelhof Herzlich'
    after = document.at(word.index + 1)
    if word.value & LOWER and after is not None and after.gap == " " and after.capital:
        return True
    return frequency(word.value) < (EVERYDAY if head.fold in listed("org_heads") else RARE)


def end_of_name(document: Document, head: Word) -> int:
    """Up to five further words with a capital; a full stop, a comma or a small word ends the name."""
    end, word, count = head.end, document.at(head.index + 1), 0
    while word is not None and count < _LONGEST and _goes_on(document, head, word, count):
        end, word, count = word.end, document.at(word.index + 1), count + 1
    opened = any(c in document.text[head.end : end] for c in _QUOTES)
    if opened and (closing := _CLOSING.match(document.text, end)):
        end = closing.end()
    form = FORM.match(document.text, end + 1) if document.text[end : end + 1] == " " else None
    return form.end() if form else end


def _goes_on(document: Document, head: Word, word: Word, count: int) -> bool:
    if word.protected or "\n" in word.gap or not _GOES_ON.match(word.gap):
        return False
    before = document.words[word.index - 1]
    if word.gap.startswith(". ") and before.fold not in {"fa", "gebr", "st", "dr", "dres", "drs", "e"}:
        return False
    if _in_pair(document, head, word, count) or (count == 0 and _doctors(head, word)):
        return True
    if count == 0 and (counted(document, word) or abroad(document, word)):
        return True
    if count == 1 and (before.fold in NUMBERS or before.fold in FOREIGN or proper_adjective(before)):
        return word.capital or word.lower_style
    if count == 0 and (of_saint(document, word) or _opens_name(document, word)):
        return True
    if count == 1 and before.fold in _CALLED_AFTER and before.capital:
        return word.capital
    if count in (1, 2) and of_saint(document, document.words[head.index + 1]):
        return True
    if word.fold in AT and not word.capital and (count == 0 or word.fold != "im"):
        return at_spot(document, word)
    if behind_article(document, word, before):
        return True
    if before.fold in AT and not before.capital and before is not head:
        return word.capital or word.fold in {"der", "den"} or word.lower_style
    if small_saint(document, word) or (count and small_saint(document, before)):
        return True
    if word.fold in listed("org_joins"):
        after = document.at(word.index + 1)
        joined = after is not None and after.capital and bool(_SMALL_GAP.match(after.gap)) and not calendar(after)
        return joined and (word.capital or word.fold in {"st", "sankt", "gebr", "de", "la"})
    return _plain_on(document, head, word, count)


def _in_pair(document: Document, head: Word, word: Word, count: int) -> bool:
    first = document.at(head.index + 1)
    return count <= _PAIR_WORDS and first is not None and _paired(document, head, first) and word.gap == " "


def _doctors(head: Word, word: Word) -> bool:
    """'Praxis Dr. Lindner', 'Gemeinschaftspraxis Dres. Hirschböck & Lanz'."""
    return (
        head.fold.endswith(("praxis", "kanzlei")) and word.fold in {"dr", "dres", "drs", "ra", "prof"} and word.capital
    )


def _described(word: Word) -> bool:
    """'Soziale', 'Kleiner': written like an adjective."""
    return len(word.fold) > _SHORT_WORD + 1 and word.fold.endswith(("e", "er", "es", "en"))


def _plain_on(document: Document, head: Word, word: Word, count: int) -> bool:
    """A further word that nothing links: it must be no noun of the sentence."""
    before = document.words[word.index - 1]
    if not word.capital:
        return word.lower_style and count == 0 and small_name(word) and not function_word(word)
    if document.vocabulary.in_glossary(word.fold):
        return False
    if function_word(word) and not (count and word.value & LOWER and len(word.fold) > _SHORT_WORD):
        return False
    if before.fold in _ORDINALS and before is not head:
        return True
    if count and (word.fold in listed("titles") or calendar(word)):
        return False
    if before.fold in listed("org_joins") and before is not head:
        return True
    if count and word.fold in _SKY:
        return True
    adjective = before.capital and before.value & LOWER and (not before.value & INFLECTED or _described(before))
    if (adjective or before.fold in _SAINTS) and before is not head:
        return True
    last = document.text[word.end : word.end + 1] in ".,;:)“\n" and frequency(word.value) < EVERYDAY
    plain = word.value & INFLECTED and not word.value & (PLACE | LAST | FIRST | ABROAD)
    return not (
        count and plain and word.gap == " " and not (name_like(word, document) or TAIL.search(word.fold) or last)
    )
