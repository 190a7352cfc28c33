"""Identifiers the author typed into the field that is never stored.

Found through case, umlauts, endings and one slip of the pen; without the words that only say what they are.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import COMMON_NAME, LAST, LOWER
from caseboard.anonymize.recognizers.base import PROOF, Recognizer
from caseboard.anonymize.recognizers.naming import person_word, strong_first
from caseboard.anonymize.vocabulary import Vocabulary, vocabulary
from caseboard.anonymize.words import listed

_LONG_ENOUGH_FOR_A_SLIP = 5
_DIGITS_OF_A_NUMBER = 4
_LONGEST_CODE = 3
_TITLES = frozenset(["frau", "herr", "herrn", "familie", "dr", "und", "von", "der", "die", "das", "in", "am"])
_LABEL = re.compile(
    r"(?:nummern?|nr|zeichen|kennung|konto|karte|ausweis|pass|postleitzahl|plz|vertrag|police|rechnung|akte|fall|vorgang"
    r"|bescheid|telefon|tel|fax|mobil|handy|iban|code|id|geboren|geb|datum)\Z"
)
_YEAR = re.compile(r"\W*(?:19|20)\d\d\W*\Z")
_WORD = re.compile(r"[^\W\d_]{2,}")
_NAMED = re.compile(r"\b(?:hei(?:ß|ss)\w*|hie(?:ß|ss)\w*|namens|genannt|gerufen|\w*[Nn]ame[ns]?:?)\s\Z")
_REACH = 16


class KnownIdentifiers(Recognizer):
    """Handed to the engine for one request alone."""

    kinds = ("PERSON", "ID")

    def __init__(self, known: tuple[str, ...]) -> None:
        self._words = {word for k in known for word in _names(k)} - _TITLES
        self._numbers = {number for k in known for number in _numbers(k)}
        super().__init__()

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for word in document.words:
            if not word.protected and (self._written(word) or self._misspelt(document, word)):
                yield self.find("PERSON", word.start, word.end, PROOF, "known")
        for number in self._numbers:
            pattern = r"[\W_]{0,2}".join(map(re.escape, number))
            before = r"(?<!\d)" if number[0].isdigit() else r"(?<!\w)"
            behind = r"(?!\d)" if number[-1].isdigit() else r"(?!\w)"
            for match in re.finditer(before + pattern + behind, document.text, re.I):
                yield self.find("ID", *match.span(), PROOF, "known")

    def _written(self, word: Word) -> bool:
        return not self._words.isdisjoint(_forms(word))

    def _misspelt(self, document: Document, word: Word) -> bool:
        """One slip away; a word of the language, as 'Tanne' for 'Hanne', only where names stand."""
        long = [known for known in self._words if len(known) >= _LONG_ENOUGH_FOR_A_SLIP]
        if not any(one_slip(form, known) for known in long for form in _forms(word)):
            return False
        called = word.value & COMMON_NAME and not word.value & LOWER
        of_the_language = document.vocabulary.ordinary(word.fold, word.value) and not called
        return not of_the_language or self._where_names_stand(document, word)

    def _where_names_stand(self, document: Document, word: Word) -> bool:
        if not (word.capital or word.lower_style):
            return False
        before, after = document.at(word.index - 1), document.at(word.index + 1)
        if after is not None and after.gap in (" ", "-") and self._written(after):
            return True
        if _NAMED.search(document.text, max(0, word.start - _REACH), word.start):
            return True
        if before is None or word.gap not in (" ", ". ", "-"):
            return False
        return person_word(before) or self._written(before) or (before.capital and strong_first(before, document))


def _forms(word: Word) -> tuple[str, ...]:
    """A word and what it may be the genitive of."""
    return (word.fold, word.fold.removesuffix("s"), word.fold.removesuffix("es"), word.fold.removesuffix("'s"))


def _numbers(identifier: str) -> set[str]:
    """Its number with and without the words around it; a year beside a name is nobody's number."""
    tokens = identifier.split()
    held = [at for at, token in enumerate(tokens) if any(c.isdigit() for c in token)]
    inner = "".join(tokens[held[0] : held[-1] + 1]) if held else ""
    if _YEAR.match(inner) and len(tokens) > 1:
        return set()
    tight = {re.sub(r"[\W_]", "", part) for part in (identifier, inner)}
    return {number for number in tight if sum(c.isdigit() for c in number) >= _DIGITS_OF_A_NUMBER}


def _names(identifier: str) -> set[str]:
    """Its words without those that only say what it is: 'KD-4711', 'BG-Nummer 47114', 'Tochter Mia'."""
    known = vocabulary()
    numbered = bool(_numbers(identifier))
    tokens = [t for t in identifier.split() if not (numbered and any(c.isdigit() for c in t))]
    words = [fold(word) for token in tokens for word in _WORD.findall(token) if not (numbered and _code(word, known))]
    if numbered:
        return {word for word in words if not _label(word, known)}
    called = [word for word in words if not _announces(word, known)]
    if words and known.name_value(words[-1]) & LAST:
        called.append(words[-1])
    return set(called or words[-1:])


def _code(word: str, known: Vocabulary) -> bool:
    """'BG', 'SW': capitals beside a number."""
    return word.isupper() and len(word) <= _LONGEST_CODE and not known.value(fold(word)) & COMMON_NAME


def _label(word: str, known: Vocabulary) -> bool:
    """What stands beside a number and says whose or what for; nobody is called so."""
    said = _LABEL.search(word) or word in listed("abbreviations") or known.in_glossary(word)
    return _announces(word, known) or bool(said and not known.name_value(word) & COMMON_NAME)


def _announces(word: str, known: Vocabulary) -> bool:
    """A relative, a role or a small word before a name; 'Richter' may be the name itself."""
    if word in listed("function_words"):
        return True
    people = listed("titles") | listed("roles") | listed("kinship")
    return word in people and not known.name_value(word) & COMMON_NAME


def one_slip(a: str, b: str) -> bool:
    """At most one letter changed, missing, added or two neighbours swapped."""
    if a == b or abs(len(a) - len(b)) > 1:
        return a == b
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    x, y = a[head:], b[head:]
    return x[1:] == y[1:] or x[1:] == y or x == y[1:] or (x[:2] == y[1::-1] and len(x) > 1 and x[2:] == y[2:])
