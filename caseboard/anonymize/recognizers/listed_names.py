"""First names and surnames of the word index, wherever they stand, with the words that belong to them."""

from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import COMMON_NAME, FIRST, INFLECTED, LAST, LOWER, NOUN, frequency
from caseboard.anonymize.recognizers.base import LIKELY, Recognizer
from caseboard.anonymize.recognizers.naming import function_word, naming, run, strong_first
from caseboard.anonymize.words import listed


class ListedNames(Recognizer):
    """A first name that is no other word is a name; a listed surname that is no noun is one too."""

    kinds = ("PERSON",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        done = -1
        for word in document.words:
            if word.index <= done or word.protected or not (word.capital or self._lower(document, word)):
                continue
            if word.capital and strong_first(word, document):
                code = "gazetteer:first-name"
            elif self._surname(document, word):
                code = "gazetteer:surname"
            elif not word.capital:
                code = "gazetteer:lower-case"
            else:
                continue
            span = run(document, word, forced=True) or (word.start, word.end)
            done = document.within(*span)[-1].index
            yield self.find("PERSON", *span, LIKELY, code)

    def _lower(self, document: Document, word: Word) -> bool:
        """A name in lower case: listed, and nothing else."""
        flags = naming(word, document)
        return bool(
            flags & (FIRST | LAST)
            and len(word.fold) >= 4
            and not word.value & (LOWER | NOUN)
            and not function_word(word)
            and not document.vocabulary.in_glossary(word.fold)
            and not document.vocabulary.compound(word.fold)
        ) or bool(
            document.style.lower
            and flags & FIRST
            and flags & COMMON_NAME
            and not word.value & (LOWER | INFLECTED)
            and len(word.fold) >= 3
            and not function_word(word)
        )

    def _surname(self, document: Document, word: Word) -> bool:
        flags = naming(word, document)
        if not word.capital or not flags & LAST or function_word(word) or document.vocabulary.in_glossary(word.fold):
            return False
        if word.fold in listed("months") | listed("weekdays") or len(word.fold) < 3:
            return False
        if word.value & (LOWER | INFLECTED):
            return False
        return not (word.value & NOUN and frequency(word.value) > 4.6 and not flags & COMMON_NAME)
