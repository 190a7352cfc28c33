"""First names and surnames of the word index, wherever they stand, with the words that belong to them."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import COMMON_NAME, FIRST, FIRST_SURE, INFLECTED, LAST, LOWER, NOUN, frequency
from caseboard.anonymize.recognizers.base import LIKELY, Recognizer
from caseboard.anonymize.recognizers.name_runs import run
from caseboard.anonymize.recognizers.naming import (
    NAME,
    calendar,
    foreign,
    function_word,
    naming,
    person_word,
    strange,
    strong_first,
)
from caseboard.anonymize.recognizers.word_surnames import everyday, surname_like
from caseboard.anonymize.words import entries, listed

_PARTICLES = frozenset({"da", "do", "dos", "di", "del", "de", "la", "le", "el", "al", "ter", "van"})
_OPENING = frozenset(entries("name_openings"))
_SYLLABLES = frozenset(entries("name_syllables"))
_RARE_NOUN, _VERY_RARE, _SHORT_NOUN, _SHORT_SYLLABLE = 3.6, 2.8, 9, 6
_ARTICLE = re.compile(r"(?:der|dem|den|da|die|m|[a-z]{1,6}m)\Z")
_REVERSED = re.compile(r", ?\Z")
_HEADER = re.compile(
    r"(?:^|\n|[:>\]|•▪]|\d[.)]|[a-z]\)|\bPat\.|\bschrieb"
    r"|\bgez\.?|\bName|\b(?:Frau|Herr|Hr\.|Fr\.|Kd\.?|Betreff?|wg\.|Fall|i\. ?S\.))[ \t>*–-]*$"
)


class ListedNames(Recognizer):
    """A first name that is no other word is a name; a listed surname that is no noun is one too."""

    kinds = ("PERSON",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        done = -1
        for word in document.words:
            if word.index <= done or word.protected:
                continue
            code = self._reason(document, word)
            if code is None:
                continue
            span = run(document, word, forced=True) or (word.start, word.end)
            done = document.within(*span)[-1].index
            yield self.find("PERSON", self._particle(document, word, span[0]), span[1], LIKELY, code)
            if word.capital and (before := self._reversed(document, word) or self._surname_first(document, word)):
                yield self.find("PERSON", before.start, before.end, LIKELY, "surname-first")
            if document.style.lower and (before := self._small_first(document, word)):
                yield self.find("PERSON", before.start, before.end, LIKELY, "surname-first")
            yield from self._paired(document, document.words[done])
            if self._nickname(document, word):
                yield self.find("PERSON", document.words[word.index - 1].start, word.start, LIKELY, "nickname")

    def _particle(self, document: Document, word: Word, start: int) -> int:
        """'für da Silva': a particle in small letters belongs to the name."""
        before = document.at(word.index - 1)
        if before is None or word.gap != " " or word.start != start:
            return start
        further = document.at(before.index - 1)
        if before.fold in {"der", "den", "la", "los"} and further is not None and before.gap == " ":
            return further.start if further.fold in {"van", "von", "de"} and not word.protected else start
        if before.text in _SYLLABLES and self._syllable(document, before, word):
            return before.start
        if before.text in _PARTICLES or (before.text in _OPENING and not before.protected):
            return before.start
        if document.style.shouted and before.fold in _PARTICLES:
            return before.start
        return start

    def _syllable(self, document: Document, before: Word, word: Word) -> bool:
        """'My Linh', 'Ngoc Anh', 'Ji Woo': two short words of names that are written in syllables."""
        if before.protected or len(word.text) > _SHORT_SYLLABLE or not word.capital:
            return False
        further = document.at(before.index - 1)
        if calendar(before) and further is not None and further.fold in listed("before_dates"):
            return False
        return word.text in _SYLLABLES or foreign(word) or not word.value & (INFLECTED | NOUN | LOWER)

    def _reason(self, document: Document, word: Word) -> str | None:
        if word.capital and strong_first(word, document):
            return "gazetteer:first-name"
        if word.capital and self._surname(document, word):
            return "gazetteer:surname"
        if word.capital and self._ambiguous_first(document, word):
            return "gazetteer:first-name+surname"
        return "gazetteer:lower-case" if not word.capital and self._lower(document, word) else None

    def _ambiguous_first(self, document: Document, word: Word) -> bool:
        """'Rosa Klee', 'Ernst Huber': an ambiguous first name with what can only be a surname behind it."""
        if not naming(word, document) & FIRST or function_word(word) or calendar(word) or len(word.text) < 3:
            return False
        if document.vocabulary.in_glossary(word.fold):
            return False
        after = document.at(word.index + 1)
        if after is None or after.gap != " " or not after.capital or person_word(after) or person_word(word):
            return False
        flags = naming(after, document)
        return bool(flags & NAME and flags & COMMON_NAME and not calendar(after)) or (
            strange(after, document) and not word.value & LOWER
        )

    def _reversed(self, document: Document, word: Word) -> Word | None:
        """'Amsel, Doris' in a header: the surname before the comma."""
        before = document.at(word.index - 1)
        if before is None or not before.capital or not _REVERSED.match(word.gap) or function_word(before):
            return None
        first = before
        while first.gap == "-" and first.index:
            first = document.words[first.index - 1]
        end = document.text[word.end : word.end + 3]
        if not _HEADER.search(document.text[max(0, first.start - 24) : first.start]) or not re.match(
            r"\s*(?:$|[\n<>;:)(,.|-])", end
        ):
            return None
        return first if not person_word(first) else None

    def _surname_first(self, document: Document, word: Word) -> Word | None:
        """'der Glaser Bernd', 'Pat. Hertz Ottilia,': a surname and a first name, and nothing behind them."""
        before, first = document.at(word.index - 1), word.value & FIRST and strong_first(word, document)
        if before is None or not first or word.gap != " " or not before.capital or before.protected:
            return None
        if person_word(before) or function_word(before) or calendar(before) or before.starts_sentence:
            return None
        if before.shouted and not document.style.shouted:
            return None
        after = document.at(word.index + 1)
        if after is not None and after.gap == " " and after.capital and naming(after, document) & NAME:
            return None
        plain = document.vocabulary.in_glossary(before.fold)
        named = surname_like(before, document) or (naming(before, document) & LAST and not plain)
        named = named or self._rural(document, before, word)
        return before if named and not before.value & FIRST_SURE else None

    def _small_first(self, document: Document, word: Word) -> Word | None:
        """'wohnt beim winter herbert': in small letters only behind 'beim', 'vom', 'der'."""
        before = document.at(word.index - 1)
        if before is None or word.gap != " " or before.gap != " " or not word.value & FIRST_SURE:
            return None
        article = document.at(before.index - 1)
        named = before.fold in listed("word_surnames") or (before.value & LAST and before.value & COMMON_NAME)
        behind = article is not None and article.fold in {"beim", "vom", "der", "dem", "den", "zum"}
        return before if behind and named and not person_word(before) else None

    def _rural(self, document: Document, before: Word, word: Word) -> bool:
        """'wega'm Ostler Schorsch', 'beim Wirt Hans': behind an article, as the countryside calls people."""
        article = document.at(before.index - 1)
        if article is None or not word.value & FIRST_SURE or not _ARTICLE.search(article.fold):
            return False
        if before.gap not in (" ", "'") or len(before.fold) > _SHORT_NOUN or before.fold.endswith(("chen", "lein")):
            return False
        if before.fold in listed("word_surnames"):
            return True
        return before.fold.endswith("er") and bool(before.value & NOUN) and frequency(before.value) < _VERY_RARE

    def _nickname(self, document: Document, word: Word) -> bool:
        """'die Glocken-Otti': what is joined to a first name in front is part of what people call her."""
        before = document.at(word.index - 1)
        if before is None or word.gap != "-" or before.protected or not before.capital or before.shouted:
            return False
        return not document.vocabulary.in_glossary(before.fold) and before.gap != "-"

    def _paired(self, document: Document, last: Word) -> Iterator[RecognizerResult]:
        """'Linh und Long', 'Grâce und Trésor': beside a first name another word that is one as well."""
        joint, other = document.at(last.index + 1), document.at(last.index + 2)
        if joint is None or other is None or joint.fold not in {"und", "u"} or other.gap not in (" ", ". "):
            return
        if joint.gap != " " or not other.capital or function_word(other) or person_word(other) or calendar(other):
            return
        after = document.at(other.index + 1)
        single = after is None or after.gap != " " or not after.capital
        plain = document.vocabulary.in_glossary(other.fold) or everyday(other)
        if single and not plain and naming(other, document) & FIRST:
            yield self.find("PERSON", other.start, other.end, LIKELY, "gazetteer:paired")

    def _lower(self, document: Document, word: Word) -> bool:
        """A name in lower case: listed, and nothing else."""
        flags = naming(word, document)
        if not flags & NAME or len(word.fold) < 3 or function_word(word) or document.vocabulary.in_glossary(word.fold):
            return False
        rare = bool(flags & COMMON_NAME and frequency(word.value) < _VERY_RARE and len(word.fold) > 3)
        if (word.value & LOWER and not rare) or calendar(word) or person_word(word):
            return False
        if document.style.lower:
            return not word.value & INFLECTED or bool(flags & COMMON_NAME and frequency(word.value) < _RARE_NOUN)
        if word.value & INFLECTED:
            return False
        return len(word.fold) >= 4 and not word.value & NOUN and not document.vocabulary.compound(word.fold)

    def _surname(self, document: Document, word: Word) -> bool:
        flags = naming(word, document)
        if not flags & LAST or function_word(word) or document.vocabulary.in_glossary(word.fold):
            return False
        if calendar(word) or person_word(word) or len(word.fold) < 3 or word.value & (LOWER | INFLECTED):
            return False
        return not (word.value & NOUN and frequency(word.value) > 4.6 and not flags & COMMON_NAME)
