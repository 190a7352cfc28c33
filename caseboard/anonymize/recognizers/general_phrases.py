"""Bodies, programmes and forms of help that are called the same in every county: 'Frühe Hilfen', 'Housing First'.

They are written with capitals like names and name nobody; also in capitals, as bank statements write them.
"""

from collections.abc import Iterator
from functools import cache

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.fold import fold
from caseboard.anonymize.recognizers.base import SAFE, Recognizer
from caseboard.anonymize.words import entries

_ABOVE = 0.97
_ENDINGS = ("", "e", "er", "es", "en", "em")
_ANNOUNCES = frozenset({"projekt", "projekts", "programm", "programms", "angebot", "massnahme", "ansatz", "kurs"})


@cache
def _phrases() -> dict[str, tuple[tuple[frozenset[str], ...], ...]]:
    """The phrases by their first word; each word in every form it may have, the longest phrase first."""
    out: dict[str, list[tuple[frozenset[str], ...]]] = {}
    for entry in entries("general_phrases"):
        words = tuple(_forms(word) for word in entry.replace(",", "").split())
        for first in words[0]:
            out.setdefault(first, []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in out.items()}


def _forms(word: str) -> frozenset[str]:
    """'Soziale*' as 'soziale', 'sozialer', 'soziales' …; 'f.' as 'f'."""
    if not word.endswith("*"):
        return frozenset({fold(word.strip("."))})
    stem = fold(word[:-1]).removesuffix("e").removesuffix("er")
    return frozenset(stem + ending for ending in _ENDINGS)


class GeneralPhrases(Recognizer):
    """SAFE results: they outrank weaker suspicions and are no finds themselves."""

    kinds = (SAFE,)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        phrases = _phrases()
        for word in document.words:
            for phrase in phrases.get(word.fold, ()):
                end = self._end(document, word.index, phrase)
                if end:
                    before = document.at(word.index - 1)
                    opened = before is not None and before.fold in _ANNOUNCES and word.gap == " "
                    start = before.start if opened and before is not None else word.start
                    yield self.find(SAFE, start, end, _ABOVE, "safe:general")
                    break

    def _end(self, document: Document, index: int, phrase: tuple[frozenset[str], ...]) -> int:
        """Where the phrase ends that begins with this word; 0 if it does not stand here."""
        last = None
        for step, forms in enumerate(phrase):
            last = document.at(index + step)
            if last is None or last.fold not in forms or (step and not self._joined(document, last)):
                return 0
        return last.end if last is not None else 0

    def _joined(self, document: Document, word: Word) -> bool:
        """Whether the word before goes on in this one; a full stop behind it must be that of an abbreviation."""
        if word.gap.strip() == ".":
            before = document.at(word.index - 1)
            return not word.starts_sentence or (before is not None and len(before.text) == 1)
        return word.gap.strip() in ("", "-", ",", "'")
