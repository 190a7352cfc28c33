"""Names as chats and mail programs show them: jule.streng, '[08:52] nadine heil: …', '05.03.24, 17:02 - Yoni T.: …'."""

import re
from collections.abc import Iterator
from functools import cache

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import FIRST, LAST, frequency
from caseboard.anonymize.recognizers.base import LIKELY, SURE, Recognizer
from caseboard.anonymize.recognizers.naming import function_word, person_word
from caseboard.anonymize.words import listed

_DOTTED = re.compile(r"(?<![\w.@/-])(?P<a>[^\W\d_]{2,20})[._](?P<b>[^\W\d_]{2,24})(?![\w@]|\.\w)")
_USUAL = 3.4
_MISTYPED = re.compile(
    r"(?:^|(?<=\n)|(?<=[.!?:>] )|(?<=[–-] ))[ \t]*"
    r"(?:hallo|hi|hey|servus|moin|mahlzeit|gr(?:ü|ue)(?:ß|ss) gott"
    r"|guten (?:tag|morgen|abend)"
    r"|(?:sehr )?geehrte[rsn]?|liebe[rsn]?|danke|danke sch(?:ö|oe)n|bitte|ja|nein|ok|okay),? "
    r"(?:her|hern|heer|herre|herrr|hrr|hern?n|frua|fra|fru|farau|ferau|fau|faru|fruau|frauu|hr|fr) (?P<n>[^\W\d_]{3,})",
    re.I,
)
_SAYS = re.compile(
    r"(?:^|\n)[ \t>]*(?:\[[^\]\n]{0,24}\d{1,2}[:.]\d\d(?::\d\d)?\]"
    r"|(?:[\d./-]{6,10},? )?\d{1,2}:\d\d(?: Uhr)?(?: -)?) ?[–-]? ?"
    r"(?P<n>[^\W\d_][\w.'’ -]{0,36}?)(?: \([^)\n]{1,30}\))?: "
)

_SAYS_AT = re.compile(
    r"(?:^|(?<=\n))[ \t>]*(?P<n>[^\W\d_][\w.'’-]{0,24}(?: [\w.'’-]{1,24}){0,2}) \d{1,2}[:.]\d\d(?: Uhr)?: "
)


@cache
def _no_names() -> frozenset[str]:
    return listed("titles") | listed("times_of_day") | listed("weekdays") | listed("months")


class ChatNames(Recognizer):
    """Two words joined by a dot, one of them a listed name; and who speaks behind a time."""

    kinds = ("PERSON",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for match in document.finditer(_DOTTED):
            parts = [document.vocabulary.value(fold(match[g])) for g in ("a", "b")]
            if match["a"].islower() and match["b"].islower() and any(p & (FIRST | LAST) for p in parts):
                yield self.find("PERSON", *match.span(), LIKELY, "chat-name")
        for match in document.finditer(_MISTYPED):
            words = document.within(*match.span("n"))
            taken = words and (words[0].protected or function_word(words[0]) or words[0].fold in _no_names())
            if not taken:
                yield self.find("PERSON", *match.span("n"), LIKELY, "chat-greeting")
        for match in document.finditer(_SAYS):
            words = document.within(*match.span("n"))
            if words and not any(self._thing(document, w) for w in words):
                yield self.find("PERSON", *match.span("n"), SURE, "chat-speaker")

        said = list(document.finditer(_SAYS_AT))
        for match in said if len(said) > 1 else ():
            words = document.within(*match.span("n"))
            if words and not any(self._thing(document, w) for w in words):
                yield self.find("PERSON", *match.span("n"), LIKELY, "chat-speaker")

    def _thing(self, document: Document, word: Word) -> bool:
        """'08:30 Vermerk: …', '14:00 Rückruf: …' are no speakers."""
        if word.protected or document.vocabulary.in_glossary(word.fold) or person_word(word) or function_word(word):
            return True
        known = word.value & (FIRST | LAST) or word.fold in listed("word_surnames")
        usual = document.vocabulary.ordinary(word.fold, word.value) and frequency(word.value) >= _USUAL
        return not known and usual and len(word.text) > 1
