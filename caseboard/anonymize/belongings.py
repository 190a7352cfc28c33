"""What stands behind a name and is no part of it: 'Dibbas | Schlaf', 'Özdemir | stark', 'Nüßlein | v. Ärztlichen'.

The networks and the titles take the words behind a name with it; here what somebody has, how somebody is and where
somebody works goes back to the sentence.
"""

from dataclasses import replace

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import FIRST, INFLECTED, LAST, LOWER, PLACE, frequency
from caseboard.anonymize.passages import Passage
from caseboard.anonymize.recognizers.house_words import house
from caseboard.anonymize.recognizers.naming import function_word, person_word

_NAMES = FIRST | LAST | PLACE
_FROM = frozenset({"v", "vom"})
_FREQUENT, _STEM, _MOST = 3.3, 3, 4


def alone(document: Document, p: Passage) -> Passage:
    """The name without what follows it."""
    if p.kind not in ("PERSON", "PLACE", "ORG"):
        return p
    words = document.within(p.start, p.end)
    if not 1 < len(words) <= _MOST or words[-1].end != p.end or words[0].start != p.start:
        return p
    owner, thing = words[-2], words[-1]
    if owned(document, owner, thing) and (p.kind != "ORG" or document.vocabulary.in_glossary(thing.fold)):
        return replace(p, end=owner.end, kind="PERSON")
    if p.kind != "PERSON":
        return p
    if thing.gap == " " and _quality(document, owner, thing):
        return replace(p, end=owner.end)
    at = next((i for i, w in enumerate(words) if i and w.fold in _FROM), 0)
    if at and all(_workplace(document, w) for w in words[at + 1 :]):
        return replace(p, end=words[at - 1].end)
    return p


def owned(document: Document, owner: Word, thing: Word) -> bool:
    """'Dibbas Schlaf', 'Zakis Berufsausbildungsbeihilfe', but not 'Klaus Kranz' and not 'Herbsts Apotheke'."""
    stem = owner.fold.removesuffix("s")
    if stem == owner.fold or len(stem) < _STEM or not owner.capital or owner.shouted:
        return False
    if owner.value & (FIRST | LAST) and stem not in document.folds:
        return False
    kind = house(thing.fold) and not document.vocabulary.in_glossary(thing.fold)
    if thing.gap != " " or not thing.capital or kind or person_word(thing):
        return False
    if document.vocabulary.name_value(thing.fold) & _NAMES or owner.value & (LOWER | INFLECTED):
        return False
    if not document.vocabulary.ordinary(thing.fold, thing.value):
        return False
    return stem in document.folds or bool(document.vocabulary.name_value(stem) & (FIRST | LAST))


def _quality(document: Document, name: Word, small: Word) -> bool:
    """'Fr. Özdemir stark verschnupft': a small letter behind a capital, where capitals are written."""
    if small.capital or small.lower_style or not name.capital or not small.value & LOWER:
        return False
    if document.vocabulary.name_value(small.fold) & FIRST or frequency(small.value) < _FREQUENT:
        return False
    after = document.at(small.index + 1)
    return after is not None and after.gap == " " and not after.capital


def _workplace(document: Document, word: Word) -> bool:
    """'v. Ärztlichen', 'v. d. Fachst': nothing that a noble family is called by."""
    if function_word(word) or not word.capital:
        return True
    flags = document.vocabulary.name_value(word.fold)
    if document.text[word.end : word.end + 1] == "." and document.vocabulary.cut_short(word.fold):
        return not flags & _NAMES
    after = document.at(word.index + 1)
    noun = after is not None and after.gap == " " and after.capital
    return noun and bool(word.value & LOWER) and word.fold.endswith("en") and not flags & _NAMES
