"""Names made up for a firm: 'CleanStar Objekt', 'ProJob Donau', 'MediPlus'.

No German word has a capital inside, so a word that has one is a name or a programme everybody uses.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.fold import fold
from caseboard.anonymize.recognizers.base import LIKELY, Recognizer
from caseboard.anonymize.recognizers.naming import calendar, function_word, person_word
from caseboard.anonymize.words import listed

_COINED = re.compile(r"(?P<a>[A-ZÄÖÜ][a-zäöüß]{2,})[A-ZÄÖÜ][a-zäöüß]{2,}[a-zäöüßA-ZÄÖÜ]*\Z")
_INCLUSIVE = re.compile(r"[a-zäöüß](?:Innen|In|R|N)(?:s)?\Z")
_MOST = 2


class CoinedNames(Recognizer):
    """A capital inside a word, with the branch that stands behind it."""

    kinds = ("ORG",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for word in document.words:
            if not word.protected and self._coined(document, word):
                yield self.find("ORG", word.start, self._end(document, word), LIKELY, "org:coined")

    def _coined(self, document: Document, word: Word) -> bool:
        coined = _COINED.match(word.text)
        if coined is None or fold(coined["a"]) in listed("function_words"):
            return False  # 'DenAntrag' is a lost space
        if _INCLUSIVE.search(word.text) or word.text.startswith(("Mc", "Mac")):
            return False
        return word.fold not in listed("programs") and not document.vocabulary.in_glossary(word.fold)

    def _end(self, document: Document, word: Word) -> int:
        end, after = word.end, document.at(word.index + 1)
        for _ in range(_MOST):
            if after is None or after.protected or after.gap not in (" ", "-", " & ") or not after.capital:
                break
            if function_word(after) or person_word(after) or calendar(after):
                break
            if document.vocabulary.in_glossary(after.fold) and after.fold not in listed("org_tails"):
                break
            end, after = after.end, document.at(after.index + 1)
        return end
