"""Names that begin with whose father or mother somebody is, or with a shortened Mohammed: 'Umm Ali', 'Mhd. Ghiath'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import ABROAD, FIRST, INFLECTED, LAST
from caseboard.anonymize.recognizers.base import LIKELY, Recognizer
from caseboard.anonymize.recognizers.name_runs import run
from caseboard.anonymize.recognizers.naming import function_word, naming, person_word, strange

_PARENT = re.compile(r"[AEUO](?<![\w.-].)(?:b[uo]u?|bou|mmu?|umm?|m)[ -](?=[^\W\d_]{3,})")
_PARENT_SMALL = re.compile(r"(?<![\w.-])(?:ab[uo]|abou|ebu|ummu?|oumm?)[ -](?=[^\W\d_]{3,})")
_SHORTENED = re.compile(
    r"[MA](?<![\w-].)(?:(?:o?[hu]h?|oha|uha|o?ham+)?(?:m|md|d)|oh|uh|st|us|bd)(?:\.-? ?|[ -])(?=[^\W\d_]{3,})"
)
_SHORTENED_SMALL = re.compile(r"(?<![\w-])(?:mhd|moh|muh|mohd)(?:\. ?|[ -])(?=[^\W\d_]{3,})")
_EVERYWHERE = (
    (_PARENT, "kunya"),
    (_SHORTENED, "shortened-first-name"),
    (_SHORTENED_SMALL, "shortened-first-name"),
)
_LANDS = frozenset({"dhabi", "ghraib", "simbel", "kamal", "musa"})
_OHM = frozenset({"om", "um"})


class Kunyas(Recognizer):
    """What follows must be no word of ours; 'Um' and 'Om' are small words themselves where no name follows."""

    kinds = ("PERSON",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for finditer, pattern, code in (
            *((document.finditer, *each) for each in _EVERYWHERE),
            (document.finditer_small, _PARENT_SMALL, "kunya"),
        ):
            for match in finditer(pattern):
                particle, name = self._words(document, match)
                if name is None or not self._named(document, particle, name):
                    continue
                span = run(document, name, forced=True)
                if span or particle.text == "mhd":
                    yield self.find("PERSON", match.start(), span[1] if span else name.end, LIKELY, code)

    def _words(self, document: Document, match: re.Match[str]) -> tuple[Word, Word | None]:
        particle = document.within(*match.span())[0]
        return particle, document.at(particle.index + 1)

    def _named(self, document: Document, particle: Word, name: Word) -> bool:
        lower = name.lower_style
        small = lower or particle.text == "mhd"
        if name.protected or particle.shouted or not (small or (name.capital and particle.capital)):
            return False
        if function_word(name) or person_word(name) or name.fold in _LANDS:
            return False
        first = bool(naming(name, document) & FIRST)
        if particle.fold in _OHM and (lower or particle.starts_sentence):
            return first and not name.value & INFLECTED
        foreign = bool(naming(name, document) & (LAST | ABROAD)) and not name.value & INFLECTED
        return first or foreign or strange(name, document)
