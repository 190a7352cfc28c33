"""Initials that stand for people: 'M. Ö.', 'S. Freitag', 'Swetlana K.'; not 'z. B.', 'i. A.', 'd. h.'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import FIRST, INFLECTED, LAST, LOWER, NOUN
from caseboard.anonymize.recognizers.base import LIKELY, SUSPICION, Recognizer
from caseboard.anonymize.recognizers.naming import calendar, function_word, naming, person_word
from caseboard.anonymize.recognizers.word_surnames import everyday, surname_like
from caseboard.anonymize.words import listed

_L = r"[A-ZÄÖÜÇŞĞİĐŁŠŽČĆŚŹŻŃĄĘÁÉÍÓÚÀÈÂÊÎÔÛÃÕÑØÅÆȘȚĂĎĚŇŘŤŮÝ]"
_PAIR = re.compile(rf"(?<![\w.§])(?P<a>{_L})\. ?-?(?P<b>{_L})\.(?: ?{_L}\.)?(?!\w)")
_BEFORE = re.compile(
    rf"(?<![\w.])(?:(?:{_L}|Ch|St|Th|Sch|Ph|Chr)\.[ -]?){{1,2}}(?P<name>{_L}[^\W\d_]+(?:-{_L}[^\W\d_]+)*)"
)
_AFTER = re.compile(rf"(?<![\w-])(?P<name>{_L}[^\W\d_]{{2,}})[ ]{_L}\.(?!\w)(?! ?[a-zäöü]\.)")
_NUMBERED = re.compile(
    r"(?:SGB|Abs\.|Nr\.|Art\.|\d|Teil|Stufe|Klasse|Punkt|TOP|Hartz|ALG|Anlage|\b[zudivgasb]\.) ?$", re.I
)
_COMMA = re.compile(rf"(?<![\w-])(?P<name>{_L}[^\W\d_]{{2,}}), {_L}\.(?!\w)(?! ?(?:{_L}|[a-zäöü]\.))")
_ALONE = re.compile(r"(?:^|[\n(:„]|[:,/&] |\n |[-–] |\bund |i\. ?[AV]\. |gez\. |\b[LV]G )$")


class Initials(Recognizer):
    """Two initials, or one beside a word that can be a name."""

    kinds = ("PERSON",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        text = document.text
        for match in _PAIR.finditer(text):
            letters = f"{match['a']}{match['b']}".lower()
            if letters not in listed("letter_pairs") and not _NUMBERED.search(
                text[max(0, match.start() - 8) : match.start()]
            ):
                yield self.find("PERSON", *match.span(), LIKELY, "initials")
        for match in _COMMA.finditer(text):
            word = document.within(*match.span("name"))[0]
            if surname_like(word, document) and not everyday(word) and not person_word(word):
                yield self.find("PERSON", *match.span(), LIKELY, "initials:comma")
        for pattern in (_BEFORE, _AFTER):
            for match in pattern.finditer(text):
                before = text[max(0, match.start() - 8) : match.start()]
                word = document.within(*match.span("name"))[0]
                if _NUMBERED.search(before) or word.protected or calendar(word):
                    continue
                if self._name(document, word):
                    yield self.find("PERSON", *match.span(), LIKELY, "initials")
                elif pattern is _BEFORE and self._behind_role(document, match.start()) and not function_word(word):
                    yield self.find("PERSON", *match.span(), LIKELY, "initials:role")
                elif pattern is _BEFORE and _ALONE.search(before) and not self._heading(document, word):
                    yield self.find("PERSON", *match.span(), SUSPICION, "initials")

    def _behind_role(self, document: Document, start: int) -> bool:
        """'Berater Th. Feucht': whatever the word means, a role and an initial stand before it."""
        before = document.within(max(0, start - 2), start)
        return bool(before) and person_word(before[-1])

    def _heading(self, document: Document, word: Word) -> bool:
        """'C. Empfehlung' counts, it names nobody."""
        return document.vocabulary.in_glossary(word.fold) or word.fold.endswith(
            ("ung", "heit", "keit", "tion", "lage", "nis")
        )

    def _name(self, document: Document, word: Word) -> bool:
        if document.vocabulary.in_glossary(word.fold) and word.fold not in listed("word_surnames"):
            return False
        if not word.value & (LOWER | INFLECTED | NOUN):
            return True
        if word.fold in listed("word_surnames") and len(word.text) > 2:
            return True
        return bool(naming(word, document) & (FIRST | LAST)) or not document.vocabulary.ordinary(word.fold, word.value)
