"""The allow-list idea of Philter.

In a short case text a word that is no known German word is suspicious until somebody says otherwise.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import ABROAD, FIRST, LAST, LOWER, NOUN, PLACE, frequency
from caseboard.anonymize.rare_words import diagnosis
from caseboard.anonymize.recognizers.base import SUSPICION, Recognizer
from caseboard.anonymize.recognizers.naming import foreign, function_word, naming
from caseboard.anonymize.recognizers.word_surnames import word_surname
from caseboard.anonymize.words import listed

_FREQUENT = 4.2

_LONGEST_SLIP = 40
_DIAGNOSIS = 5  # shorter ones, 'ALS', may be somebody's letters
_FIRSTS = ("er", "sie", "und", "nicht", "auch", "das", "der", "die", "bei", "mit")


def _run_together(word: Word) -> bool:
    """'Erist', 'beiuns': two words of the sentence whose space was lost; nobody is called by them."""
    if word.value & (FIRST | LAST | PLACE):
        return False
    return any(word.fold.startswith(one) and word.fold[len(one) :] in listed("function_words") for one in _FIRSTS)


class UnknownWords(Recognizer):
    """Capitalised words first; in text without capitals every word."""

    kinds = ("WORD",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for word in document.words:
            if word.protected or len(word.text) < 2 or (function_word(word) and not foreign(word)):
                continue
            if self._suspicious(document, word) and not self._illness(document, word):
                end = self._with_surname(document, word)
                yield self.find("WORD", self._with_particle(document, word), end, SUSPICION, "unknown-word")

    def _illness(self, document: Document, word: Word) -> bool:
        """'Morbus Crohn', 'Mukoviszidose': a diagnosis, which is generalised with all its words."""
        if len(word.fold) >= _DIAGNOSIS and diagnosis(word.fold):
            return True
        before = document.at(word.index - 1)
        return before is not None and before.fold == "morbus" and word.gap == " "

    def _with_surname(self, document: Document, word: Word) -> int:
        """'Django Weiß': a strange word and a word people are called by, side by side."""
        after = document.at(word.index + 1)
        if after is None or after.gap != " " or not word.capital or not word_surname(after, document):
            return word.end
        return word.end if after.shouted != word.shouted else after.end

    def _with_particle(self, document: Document, word: Word) -> int:
        """'Mbuyi wa Kalonji': a particle between two strange words belongs to the name."""
        small = document.at(word.index - 1)
        if small is None or word.gap != " " or small.gap != " " or not small.text.islower() or not word.capital:
            return word.start
        before = document.at(small.index - 1)
        joins = small.fold in listed("particles") and not function_word(small)
        return small.start if joins and before is not None and before.capital else word.start

    def _suspicious(self, document: Document, word: Word) -> bool:
        if foreign(word):
            return not document.vocabulary.in_glossary(word.fold)
        if document.vocabulary.ordinary(word.fold, word.value):
            return False
        if self._cut_off(document, word):
            return False
        if self._dialect(document, word) or _run_together(word):
            return False
        abbreviated = document.text[word.end : word.end + 1] == "."
        if (
            abbreviated
            and not naming(word, document) & (FIRST | LAST | PLACE)
            and document.vocabulary.cut_short(word.fold)
        ):
            return False
        if document.vocabulary.listed_abbreviation(word.fold) or (
            abbreviated and len(word.text) <= 4 and not word.capital
        ):
            return False
        if word.capital:
            return not self._acronym(document, word)
        if document.style.lower:
            return len(word.fold) >= 4
        listed = naming(word, document) & (FIRST | LAST | PLACE | ABROAD)
        return bool(listed and len(word.fold) >= 4) or (
            len(word.fold) >= 5 and word.value == 0 and not abbreviated and not self._typo(document, word)
        )

    def _dialect(self, document: Document, word: Word) -> bool:
        """'Leut', 'Sach', 'gfahrn', 'gschieden': dialect swallows vowels."""
        folded, known = word.fold, document.vocabulary.value
        if word.value & (FIRST | LAST | PLACE):
            return False
        if known(folded + "e") & (NOUN | LOWER) and frequency(known(folded + "e")) >= _FREQUENT:
            return True
        whole = "ge" + folded[1:] if folded.startswith("g") and folded[1:2] not in "aeiouylr" else folded
        forms = [whole, re.sub(r"(?<=[^aeiou])n$", "en", whole), re.sub(r"(?<=[^aeiou])(n[er]?|t)$", r"e\1", whole)]
        return any(form != folded and known(form) & LOWER for form in forms)

    def _cut_off(self, document: Document, word: Word) -> bool:
        """'Kontoausz. fehlt': a full stop before a small letter or a number ends an abbreviation, no sentence."""
        rest = document.text[word.end : word.end + 3]
        if len(rest) < 3 or rest[:2] != ". " or not (rest[2].islower() or rest[2].isdigit()):
            return False
        return len(word.text) >= 4 and not naming(word, document) & (FIRST | LAST | PLACE | ABROAD)

    def _acronym(self, document: Document, word: Word) -> bool:
        """WBA, SPDi, JC: short and mostly capitals, unless the whole text shouts."""
        capitals = sum(c.isupper() for c in word.text)
        return len(word.text) <= 5 and capitals >= 2 and capitals >= len(word.text) - 2 and not document.style.shouted

    def _typo(self, document: Document, word: Word) -> bool:
        """One letter doubled, dropped or swapped away from a frequent word: more likely a slip than a name."""
        folded, known = word.fold, document.vocabulary.value
        if len(folded) > _LONGEST_SLIP:
            return False
        for at in range(len(folded)):
            if known(folded[:at] + folded[at + 1 :]) & 1 or (
                at and known(folded[: at - 1] + folded[at] + folded[at - 1] + folded[at + 1 :]) & 1
            ):
                return True
        return False
