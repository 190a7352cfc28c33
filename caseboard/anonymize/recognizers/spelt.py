"""Names spelt letter by letter or with the spelling alphabet (DIN 5009): 'Ludwig Anton Gustav', 'B-R-E-Z'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import FIRST, LAST
from caseboard.anonymize.recognizers.base import SAFE, SURE, Recognizer
from caseboard.anonymize.words import listed

_SPELT = re.compile(r"buchstabier\w*:?\s(?P<n>(?:[A-ZÄÖÜ]\w*[ ,.-]{1,2}){1,20}[A-ZÄÖÜ]\w*)")
_LETTERS = re.compile(r"(?<![\w-])(?P<n>(?:[A-ZÄÖÜ][-–. ]{1,3}){3,}[A-ZÄÖÜ])(?![\w-])")
_AS_IN = re.compile(r"(?<!\w)(?P<n>[A-ZÄÖÜ] wie [A-ZÄÖÜ]\w+(?:,? (?:und )?[A-ZÄÖÜ] wie [A-ZÄÖÜ]\w+)*)")
_TOLD_APART = re.compile(r"(?:weiche|harte|scharfe|lange|kurze|doppelte|große|kleine)[mnrs]? \Z")
_PUNCTUATION = re.compile(r" (?:Komma|Punkt|Absatz|Doppelpunkt|Strich|Ausrufezeichen)\b")
_LEAST, _ABOVE_NAMES, _ABOVE_ALL = 4, 0.85, 0.97


class Spelt(Recognizer):
    """Spoken punctuation ends the spelling."""

    kinds = ("PERSON", SAFE)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for pattern in (_SPELT, _LETTERS, _AS_IN):
            for match in document.finditer(pattern):
                start, end = match.span("n")
                if pattern is _AS_IN and _TOLD_APART.search(document.text[max(0, start - 16) : start]):
                    yield self.find(SAFE, start, end, _ABOVE_NAMES, "safe:sound")
                    continue  # 'mit weichem B wie Berta': how one sounds is told, nobody is spelt
                if pattern is _LETTERS and self._heading(document, match["n"]):
                    yield self.find(SAFE, start, end, _ABOVE_ALL, "safe:heading")
                    continue
                stop = _PUNCTUATION.search(match["n"])
                yield self.find("PERSON", start, start + stop.start() if stop else end, SURE, "dictated:spelt")
        yield from self._alphabet(document)

    def _heading(self, document: Document, letters: str) -> bool:
        """'F R I S T L O S E   K Ü N D I G U N G': spaced for the eye, and nobody's name."""
        words = [fold(re.sub(r"\W", "", part)) for part in re.split(r" {2,}", letters)]
        known, names = document.vocabulary.ordinary, document.vocabulary.name_value
        return all(len(w) >= _LEAST and known(w) and not names(w) & (FIRST | LAST) for w in words)

    def _alphabet(self, document: Document) -> Iterator[RecognizerResult]:
        """Four words of the spelling alphabet in a row, announced or not."""
        run = []
        for word in [*document.words, None]:
            if (
                word is not None
                and word.fold in listed("spelling_alphabet")
                and (not run or word.gap in (" ", ", ", "-"))
            ):
                run.append(word)
                continue
            if len(run) >= _LEAST:
                yield self.find("PERSON", run[0].start, run[-1].end, SURE, "dictated:alphabet")
            run = [word] if word is not None and word.fold in listed("spelling_alphabet") else []
