"""How a text shortens the names it has given: 'Konrad B. (KB)', 'der Bene', 'Donaub.', 'K.'."""

import re

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import FIRST, INFLECTED, LOWER, NOUN
from caseboard.anonymize.passages import Passage
from caseboard.anonymize.recognizers.naming import calendar, function_word
from caseboard.anonymize.words import entries, listed

_ACTS = re.compile(r"\.(?::|[ \t]*(?:\n|$)|\))")
_DOES = re.compile(
    r"\. (?P<v>[a-zäöüß]{3,})(?!\w)(?! (?:er|sie|es|ich|wir|man|ihr|du|der|die|das|ein|eine|kein|keine|niemand|jemand"
    r"|alle|[A-ZÄÖÜ]\w*(?:\.|\b(?!\.))(?! (?:an|ab|auf|aus|ein|mit|nach|vor|zu|bei|bis|wegen|über|um|zurück|hin)\b)))"
)
_DONE_BY = re.compile(
    r" (?:hat|macht|prüft|klärt|übernimmt|schreibt|holt|bringt|führt|erledigt|organisiert|besorgt|betreut|protokolliert"
    r"|leitet|vertritt|verschickt|verteilt|sammelt|bestellt|begleitet) \Z"
)
_BACK = 20
_SYLLABLE, _SHORTEST, _LONGEST, _ABBREVIATED = 2, 3, 6, 4
_SHORT = re.compile(r" ?\((?P<s>[^\W\d_]{1,4}\.?)(?=[,;) ])")


def short_forms(document: Document, passages: list[Passage]) -> set[str]:
    """'Konrad B. (KB)', 'A. H. (Hü, Jugendamt)': what minutes call people after introducing them."""
    found = _syllables(document, passages)
    for p in passages:
        if p.kind != "PERSON":
            continue
        after = _SHORT.match(document.text, p.end)
        words = [w.text for w in document.within(p.start, p.end)]
        initials = "".join(w[0] for w in words)
        if len(initials) > 1 and initials.isupper() and initials not in entries("glossary"):
            found.add(initials)
        if after is None:
            continue
        if after["s"] == initials or any(w.startswith(after["s"]) for w in words):
            found.add(after["s"])
    return found


def _syllables(document: Document, passages: list[Passage]) -> set[str]:
    """'Đặng Thu Hà', then 'Hà': names of two letters count as they are written."""
    names = [document.within(p.start, p.end) for p in passages if p.kind == "PERSON"]
    small = listed("function_words") | listed("particles") | listed("weekdays") | listed("titles")
    found = {w.text for words in names if len(words) > 1 for w in words if len(w.text) == _SYLLABLE}
    return {text for text in found if text.istitle() and (not text.isascii() or fold(text) not in small)}


def called(document: Document, word: Word, first: frozenset[str]) -> bool:
    """'Benedikt', then 'der Bene': the beginning of a first name that is no noun."""
    if not word.capital or word.shouted or not _SHORTEST <= len(word.fold) <= _LONGEST or function_word(word):
        return False
    if word.value & (NOUN | INFLECTED) or document.vocabulary.in_glossary(word.fold):
        return False
    if word.starts_sentence and word.value & LOWER:
        return False
    return any(len(n) >= len(word.fold) + 2 and n.startswith(word.fold) for n in first)


def first_names(document: Document, passages: list[Passage]) -> frozenset[str]:
    """The first names among what was found."""
    found = [w for p in passages if p.kind == "PERSON" for w in document.within(p.start, p.end)]
    return frozenset(w.fold for w in found if len(w.text) > _SHORTEST and w.value & FIRST)


def initial(document: Document, word: Word, names: set[str], letters: set[str]) -> bool:
    if document.text[word.end : word.end + 1] != "." or not word.capital:
        return False
    if len(word.text) > _ABBREVIATED:
        return _cut_short(document, word, names)
    if len(word.text) == 1:
        if word.text not in letters or word.gap == "-":
            return False
        return not re.match(r"\.? ?[a-z]\.", document.text[word.end : word.end + 4]) and not re.search(
            r"\b[a-zA-Z]\. ?$", document.text[max(0, word.start - 3) : word.start]
        )
    if word.fold in listed("titles"):
        return False  # 'Dr. Herbst': the title, whoever it abbreviates
    acts = bool(_ACTS.match(document.text, word.end)) or _does(document, word)
    if document.vocabulary.listed_abbreviation(word.fold) and not acts:
        return False
    if not acts and document.vocabulary.ordinary(word.fold, word.value) and (calendar(word) or word.fold not in names):
        return False
    before = document.at(word.index - 1)
    spoken_of = before is not None and before.fold in listed("determiners")
    if len(word.text) > _SYLLABLE and document.vocabulary.ordinary(word.fold, word.value) and not (acts or spoken_of):
        return False  # 'auf Ruhe. Empfohlen': a word that ends its sentence, and no name where it was asked before
    return any(n.startswith(word.fold) for n in names)


def _does(document: Document, word: Word) -> bool:
    """'Mo. berichtet: …', 'das klärt Uh.', but not 'Mo. kommt sie': on a day somebody else does something."""
    if _DONE_BY.search(document.text, max(0, word.start - _BACK), word.start):
        return True
    verb = _DOES.match(document.text, word.end) if word.starts_sentence else None
    return verb is not None and fold(verb["v"]) in listed("person_verbs") | listed("speech_verbs")


def _cut_short(document: Document, word: Word, names: set[str]) -> bool:
    """'Bitte Donaub. um Anruf' beside 'Fr. Donaubauer': no word, and the beginning of a name that goes on."""
    if document.vocabulary.ordinary(word.fold, word.value) or document.vocabulary.listed_abbreviation(word.fold):
        return False
    return any(n.startswith(word.fold) and len(n) > len(word.fold) + 1 for n in names)
