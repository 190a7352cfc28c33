"""Firms whose page or mail the text gives: 'jobmagnet süd' beside 'www.jobmagnet-sued.example'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import LOWER, frequency
from caseboard.anonymize.recognizers.base import SURE, Recognizer
from caseboard.anonymize.words import listed

_HOST = re.compile(
    r"(?:(?:@|www\.|https?://)(?P<h>[\w-]{3,40}(?:\.[\w-]{2,40}){0,3})\.[a-z]{2,10}\b"
    r"|(?<![\w.@-])(?P<b>[\w-]{3,40}(?:\.[\w-]{2,40}){0,2})\.(?:de|com|org|net|eu|info|at|ch|bayern|example)\b)",
    re.I,
)
_JOINS = re.compile(r"[ \t]|[ \t]?[-–&+][ \t]?|")
_LEAST, _MOST, _COMMON = 5, 4, 3.6


class DomainNames(Recognizer):
    """Words that, written together, are the name of a domain in the same text."""

    kinds = ("ORG",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        hosts = set(self._hosts(document))
        for word in document.words if hosts else ():
            last = None if word.protected else self._last(document, word, hosts)
            if last is not None:
                yield self.find("ORG", word.start, last.end, SURE, "org:domain")

    def _hosts(self, document: Document) -> Iterator[str]:
        """The telling part of each address, without its hyphens."""
        for match in document.finditer(_HOST):
            for part in (match["h"] or match["b"]).split("."):
                label = fold(re.sub(r"[-_\d]", "", part))
                if len(label) >= _LEAST and label not in listed("mail_providers"):
                    yield label

    def _last(self, document: Document, word: Word, hosts: set[str]) -> Word | None:
        """The last of the words that together are a domain; a single everyday word proves nothing."""
        said, best, here = "", None, word
        for count in range(_MOST):
            said += here.fold
            if said in hosts and (count or self._telling(document, word)):
                best = here
            after = document.at(here.index + 1)
            if after is None or after.protected or not _JOINS.fullmatch(after.gap):
                break
            here = after
        return best

    def _telling(self, document: Document, word: Word) -> bool:
        """A single word must be no everyday one, and stand as a name stands."""
        if not word.capital and not document.style.lower and word.value & LOWER:
            return False
        return not document.vocabulary.in_glossary(word.fold) and frequency(word.value) < _COMMON
