"""Names behind a relative.

Sohn Eugen, die Tochter, Julia L.-P., Oma (Erna), Onkel Tan; kinship words keep who is who.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import FIRST, LAST, LOWER
from caseboard.anonymize.recognizers.base import LIKELY, SURE, Recognizer
from caseboard.anonymize.recognizers.name_runs import run
from caseboard.anonymize.recognizers.naming import function_word, name_like, naming
from caseboard.anonymize.recognizers.word_surnames import surname_like
from caseboard.anonymize.words import listed

_GAP = re.compile(r"^(?:[.,:]?[ \t]+|[ \t]*\n[ \t]*|[ \t]?[(„\"»‚'][ \t]?|,? ?(?:heißt|namens|genannt|hieß) )\Z")
_SPELT_OUT = 3
_SYLLABLES = frozenset(
    ["My", "Vy", "Ly", "Ai", "Bo", "Na", "Su", "Jo", "Li", "Ha", "Hà", "Lê", "Le", "Ya", "Yu", "Ku", "Ba", "Ti", "Ky"]
) | {"Mi", "Mo"}  # fmt: skip
_NO_NAME = re.compile(r"\.?,? ?\d|\.?/|-| (?:klar|ja|gut|also|so|\d)\b|\. [a-zäöü]")
_NO_DAY = re.compile(r"[),;’']|\.?(?:\n|\Z)| \(| (?:ist|hat|war|geht|besucht|wird|und|soll)\b")
_WOMEN = frozenset({"oma", "omi", "tante", "grossmutter"})
_CALLED_BY_SURNAME = _WOMEN | {"opa", "opi", "onkel", "grossvater"}
_OF_WOMEN = ("in", "frau", "kraft", "hilfe")
_PARENTS = frozenset({"KV", "KM"})
_AND = re.compile(r"^(?: (?:und|u\.|&|sowie|bzw\.|oder) |, |/| / |\) und )\Z")


class Kinship(Recognizer):
    """What follows must look like a name; names joined by 'und' or commas go with it."""

    kinds = ("PERSON",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        kin = listed("kinship")
        for word in document.words:
            if word.fold not in kin or word.protected:
                continue
            after = document.at(word.index + 1)
            if after is not None and "." in after.gap and len(word.fold) > _SPELT_OUT:
                continue  # 'bei der Mutter. WV am …': the sentence is over
            if (
                after is None
                or not _GAP.match(after.gap)
                or after.protected
                or not (
                    self._named(document, after, surname=word.text in _PARENTS and after.gap == " ")
                    or self._no_trade(document, word, after)
                )
            ):
                continue
            span = run(document, after, forced=True)
            while span:
                yield self.find("PERSON", *span, SURE if "," not in after.gap else LIKELY, f"kin:{word.text}")
                span = self._next(document, span[1])

    def _named(self, document: Document, word: Word, *, surname: bool = False) -> bool:
        if word.text in _SYLLABLES and word.gap in (" ", " ("):
            return self._syllable(document, word)
        if word.capital and len(word.text) == 1:
            return document.text[word.end : word.end + 1] == "."  # also 'U.', in small letters 'und'
        if function_word(word) or word.fold in listed("kinship") | listed("titles"):
            return False
        if word.capital:
            flags = naming(word, document)
            if surname and surname_like(word, document):
                return True
            return bool(flags & FIRST and not (word.value & LOWER and not flags & LAST)) or (
                name_like(word, document)
                and (bool(flags & (FIRST | LAST)) or not document.vocabulary.ordinary(word.fold, word.value))
            )
        if document.style.lower and word.gap.endswith("(") and document.text[word.end : word.end + 1] == ")":
            return bool(naming(word, document) & (FIRST | LAST)) or word.fold in listed("word_surnames")
        return document.style.lower and bool(naming(word, document) & FIRST) and not word.value & LOWER

    def _no_trade(self, document: Document, kin: Word, word: Word) -> bool:
        """'Oma Dreher', 'Onkel Schlosser kommt': the trade of a man, or whoever does something, is a surname."""
        if word.gap != " " or not word.capital or word.fold not in listed("jobs"):
            return False
        after = document.at(word.index + 1)
        if after is not None and after.capital and after.gap in (" ", "-"):
            return False
        acts = after is not None and after.gap == " " and after.fold in listed("person_verbs")
        return kin.fold in _CALLED_BY_SURNAME and (kin.fold in _WOMEN or acts) and not word.fold.endswith(_OF_WOMEN)

    def _syllable(self, document: Document, word: Word) -> bool:
        """'Tochter My'; 'Mi' and 'Mo' are days where no comma, bracket or verb says otherwise."""
        if word.fold in listed("weekdays"):
            return word.gap == " (" or bool(_NO_DAY.match(document.text, word.end))
        return not _NO_NAME.match(document.text, word.end)

    def _next(self, document: Document, end: int) -> tuple[int, int] | None:
        following = next((w for w in document.within(end, min(end + 8, len(document.text))) if w.start >= end), None)
        if (
            following is None
            or not _AND.match(document.text[end : following.start])
            or not self._named(document, following)
        ):
            return None
        if not naming(following, document) & FIRST:
            return None
        return run(document, following, forced=False)
