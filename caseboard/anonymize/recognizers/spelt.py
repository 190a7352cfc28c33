"""Names spelt letter by letter or with the spelling alphabet (DIN 5009): 'Ludwig Anton Gustav', 'B-R-E-Z'."""

import re
from collections.abc import Iterator
from itertools import pairwise

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import FIRST, LAST
from caseboard.anonymize.recognizers.base import SAFE, SURE, Recognizer
from caseboard.anonymize.words import listed

_SPELT = re.compile(r"buchstabier\w*:?\s(?P<n>(?:[A-ZÄÖÜ]\w*[ ,.-]{1,2}){1,20}[A-ZÄÖÜ]\w*)")
_LETTERS = re.compile(r"(?<![\w-])(?P<n>(?:[A-ZÄÖÜ][-–. ]{1,3}){3,}[A-ZÄÖÜ])(?![\w-])")
_AS_IN = re.compile(r"(?<!\w)(?P<n>[A-ZÄÖÜ] wie [A-ZÄÖÜ]\w+(?:,? (?:und )?[A-ZÄÖÜ] wie [A-ZÄÖÜ]\w+)*)")
_WORD = re.compile(r"\w+")
_TOLD_APART = re.compile(r"(?:weiche|harte|scharfe|lange|kurze|doppelte|große|kleine)[mnrs]? \Z")
_PUNCTUATION = frozenset({"Komma", "Punkt", "Absatz", "Doppelpunkt", "Strich", "Ausrufezeichen"})
_TWO, _VOWELS, _STEPS = 2, frozenset("AEIOUÄÖÜ"), frozenset({1, 2})
_LEAST, _ABOVE_NAMES, _ABOVE_ALL = 4, 0.85, 0.97


class Spelt(Recognizer):
    """Spoken punctuation ends the spelling, and so does a full stop before an ordinary word."""

    kinds = ("PERSON", SAFE)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for match in document.finditer(_SPELT):
            start, end = match.start("n"), self._end(document, match)
            if not _in_order(document.text[start:end]):
                yield self.find("PERSON", start, end, SURE, "dictated:spelt")
        for pattern in (_LETTERS, _AS_IN):
            for match in document.finditer(pattern):
                start, end = match.span("n")
                if pattern is _AS_IN and _TOLD_APART.search(document.text[max(0, start - 16) : start]):
                    yield self.find(SAFE, start, end, _ABOVE_NAMES, "safe:sound")
                    continue  # 'mit weichem B wie Berta': how one sounds is told, nobody is spelt
                if pattern is _LETTERS and (_in_order(match["n"]) or self._heading(document, match["n"])):
                    yield self.find(SAFE, start, end, _ABOVE_ALL, "safe:heading")
                    continue
                yield self.find("PERSON", start, end, SURE, "dictated:spelt")
        yield from self._alphabet(document)

    def _end(self, document: Document, match: re.Match[str]) -> int:
        """Where the spelling ends; where it begins if one word is spelt that names nobody."""
        first, *more = _WORD.finditer(document.text, *match.span("n"))
        last = first
        for part in more:
            if part[0] in _PUNCTUATION and document.text[last.end() : part.start()].endswith(" "):
                return last.end()
            if "." in document.text[last.end() : part.start()] and not self._goes_on(document, last, part, first):
                return last.end() if last is not first or self._name(document, first[0]) else first.start()
            last = part
        return last.end()

    def _goes_on(self, document: Document, last: re.Match[str], part: re.Match[str], first: re.Match[str]) -> bool:
        """'Berta. Richard.', 'B. R.', 'Dr. Wiesinger', 'E. Wiesinger'; 'Wiesinger. Morgen' begins a sentence."""
        if fold(last[0]) in listed("titles") or (last is first and len(last[0]) == 1):
            return True
        return all(len(one[0]) == 1 or fold(one[0]) in listed("spelling_alphabet") for one in (last, part))

    def _name(self, document: Document, word: str) -> bool:
        """What is spelt in one word may be any word."""
        known = document.vocabulary
        return not known.ordinary(fold(word)) or bool(known.name_value(fold(word)) & (FIRST | LAST))

    def _heading(self, document: Document, letters: str) -> bool:
        """'F R I S T L O S E   K Ü N D I G U N G': spaced for the eye, and nobody's name."""
        words = [fold(re.sub(r"\W", "", part)) for part in re.split(r" {2,}", letters)]
        known, names, small = document.vocabulary.ordinary, document.vocabulary.name_value, listed("function_words")
        said = [w for w in words if w not in small]
        return bool(said) and all(len(w) >= _LEAST and known(w) and not names(w) & (FIRST | LAST) for w in said)

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


def _in_order(letters: str) -> bool:
    """'A B C D', 'E F H I', 'A B B A', 'A E I O U', 'X X X X': kinds, answers, verses and boxes are lettered so."""
    parts = _WORD.findall(letters)
    if any(len(part) > 1 for part in parts):
        return False
    codes = [ord(part) for part in parts]
    if len(set(codes)) < _TWO or _VOWELS.issuperset(parts):
        return True
    rising = all(b - a in _STEPS for a, b in pairwise(codes))
    return rising or sorted(set(codes)) == list(range(ord("A"), max(codes) + 1))
