"""Initials that stand for people: 'M. Ö.', 'S. Freitag', 'Swetlana K.', 'K.M.'; not 'z. B.', 'i. A.', 'd. h.'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.lexicon import FIRST, LAST
from caseboard.anonymize.recognizers.base import LIKELY, SUSPICION, Recognizer
from caseboard.anonymize.recognizers.naming import naming
from caseboard.anonymize.words import listed

_L = r"[A-ZÄÖÜÇŞĞİĐŁŠŽČĆ]"
_PAIR = re.compile(rf"(?<![\w.§])(?P<a>{_L})\. ?(?P<b>{_L})\.(?: ?{_L}\.)?(?!\w)")
_BEFORE = re.compile(rf"(?<![\w.])(?:(?:{_L}|Ch|St|Th|Sch|Ph|Chr)\.[ -]?){{1,2}}(?P<name>{_L}[^\W\d_]+(?:-{_L}[^\W\d_]+)*)")
_AFTER = re.compile(rf"(?<![\w-])(?P<name>{_L}[^\W\d_]{{2,}})[ ]{_L}\.(?!\w)(?! ?[a-zäöü]\.)")
_NOT = frozenset(
    {
        "z. b.",
        "d. h.",
        "i. a.",
        "u. a.",
        "s. o.",
        "s. u.",
        "o. g.",
        "i. d.",
        "v. a.",
        "i. v.",
        "z. t.",
        "u. u.",
        "e. v.",
        "b. a.",
        "m. a.",
        "n. n.",
        "a. d.",
        "i. r.",
        "z. k.",
        "p. s.",
        "a. a.",
        "z. z.",
        "i. h.",
        "d. m.",
        "g. e.",
        "u. s.",
    }
)


class Initials(Recognizer):
    """Two initials, or one beside a word that can be a name."""

    kinds = ("PERSON",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        text = document.text
        for match in _PAIR.finditer(text):
            if f"{match['a']}. {match['b']}.".lower() not in _NOT:
                yield self.find("PERSON", *match.span(), LIKELY, "initials")
        for pattern in (_BEFORE, _AFTER):
            for match in pattern.finditer(text):
                word = document.within(*match.span("name"))[0]
                if (
                    word.protected
                    or document.vocabulary.in_glossary(word.fold)
                    or word.fold in listed("months") | listed("weekdays")
                ):
                    continue
                known = naming(word, document) & (FIRST | LAST)
                if known or not document.vocabulary.ordinary(word.fold, word.value):
                    yield self.find("PERSON", *match.span(), LIKELY, "initials")
                elif pattern is _BEFORE and self._alone(text, match.start()):
                    yield self.find("PERSON", *match.span(), SUSPICION, "initials")

    def _number(self, text: str, start: int) -> bool:
        """'SGB I. Trang', 'Abs. 1 S. 2': the letter belongs to what stands before."""
        return bool(re.search(r"(?:SGB|Abs\.|Nr\.|Art\.|\d|Teil|Stufe|Klasse|Punkt|TOP|Hartz|ALG|Anlage|z\.|u\.|d\.|i\.) ?$", text[max(0, start - 8) : start]))

    def _alone(self, text: str, start: int) -> bool:
        """The initial begins a line or follows an opening mark, so it ends no sentence and no abbreviation."""
        return start == 0 or text[start - 1] in "\n(:„" or text[max(0, start - 2) : start] in (": ", "\n ", "- ", "– ")
