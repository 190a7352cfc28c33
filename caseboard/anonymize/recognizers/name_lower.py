"""Names in small letters: what may belong to one where no capital helps."""

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import FIRST_SURE, INFLECTED, LAST, LOWER, NOUN, frequency
from caseboard.anonymize.recognizers.naming import NAME, function_word, name_like, naming
from caseboard.anonymize.words import listed

_SELDOM, _RARE, _SHORT = 3.5, 2.0, 9
_ADDRESS = frozenset({"frau", "herr", "herrn", "hr", "fr"})
_BARE = frozenset({"bei", "an", "von", "mit", "fuer", "durch", "lt", "laut", "wegen", "ueber"})
_CLOSING = (",", ".", ";", ")", "\n", "")
_ASKED = frozenset(
    ["vormerken", "einladen", "anrufen", "zurueckrufen", "rueckrufen", "anschreiben", "informieren", "eintragen",
     "fragen", "erinnern", "verstaendigen", "gruessen", "einplanen", "benachrichtigen", "kontaktieren", "anmelden",
     "abmelden", "vertroesten", "durchstellen", "ausrichten", "antworten", "bescheid", "bitte", "terminieren"]
)  # fmt: skip


def belongs_lower(document: Document, word: Word, taken: list[Word], *, forced: bool) -> bool:
    if function_word(word) and not (forced and not taken and document.style.lower and word.value & LAST):
        return False
    if taken and word.gap in ("'", "’", "-"):
        return name_like(word, document)
    if len(taken) == 1 and not taken[0].capital and taken[0].value & FIRST_SURE and _unheard_of(document, word):
        return True
    if not document.style.lower and forced and not taken and word.fold in listed("word_surnames"):
        return True
    if not document.style.lower:
        return bool(naming(word, document) & NAME) and not word.value & (LOWER | INFLECTED)
    if (
        forced
        and not taken
        and (_lone_adjective(document, word) or _asked_for(document, word) or _behind_preposition(document, word))
    ):
        return True
    if forced and not taken and document.style.lower and not function_word(word) and word.fold not in listed("verbs"):
        seldom = not word.value & LOWER and frequency(word.value) < _SELDOM
        if word.fold in listed("word_surnames") or (seldom and not document.vocabulary.in_glossary(word.fold)):
            return True
    if forced and not taken and not word.value & (LOWER | INFLECTED) and not document.vocabulary.in_glossary(word.fold):
        return True
    if not name_like(word, document):
        return False
    return not word.value & LOWER or (forced and not taken and bool(word.value & LAST))


def _asked_for(document: Document, word: Word) -> bool:
    """'bitte frau ruf vormerken', 'frau sorge zurückrufen': what is to be done with whoever is called so."""
    after = document.at(word.index + 1)
    if after is None or after.gap != " " or not word.value & NOUN or word.fold in listed("verbs"):
        return False
    return after.fold in _ASKED


def _behind_preposition(document: Document, word: Word) -> bool:
    """'liegt bei frau gut,': without an article 'frau' is an address, and the clause ends behind the name."""
    title = document.at(word.index - 1)
    before = document.at(word.index - 2)
    if title is None or before is None or title.fold not in _ADDRESS or before.fold not in _BARE or title.gap != " ":
        return False
    return document.text[word.end : word.end + 1] in _CLOSING and word.fold not in listed("verbs")


def _unheard_of(document: Document, word: Word) -> bool:
    """'klaus hofherr': two words that nobody joins but in a surname."""
    short = len(word.fold) <= _SHORT and frequency(word.value) < _RARE
    return short and not word.value & LOWER and not document.vocabulary.in_glossary(word.fold)


def _lone_adjective(document: Document, word: Word) -> bool:
    """'frau blank von der schuldnerberatung': an adjective that nothing follows it could describe."""
    if word.fold in listed("verbs") or word.fold.endswith(("t", "en", "e", "er")) or not word.value & LOWER:
        return False
    after = document.at(word.index + 1)
    return after is None or after.gap != " " or function_word(after)
