"""Shops by whoever runs them, and houses with a foreign name.

'beim Metzger Gagel', 'beim Wirt am Tor', 'Église du Réveil', 'House of Prayer'.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import FIRST, INFLECTED, LAST, LOWER
from caseboard.anonymize.recognizers.base import LIKELY, SURE, Recognizer
from caseboard.anonymize.recognizers.house_words import house
from caseboard.anonymize.recognizers.naming import calendar, function_word, strange, strong_first
from caseboard.anonymize.recognizers.word_surnames import everyday
from caseboard.anonymize.words import listed

_TRADES = (
    r"(?:Dorf|Kirchen|Alt|Post|Brücken|Schloss|Stadt|Bio|Land|Haus)?"
    r"(?:[Ww]irt|[Bb]äcker|[Mm]etzger|[Ff]leischer|[Ff]riseur|[Ss]chreiner|[Tt]ischler|[Gg]ärtner|[Ss]chlosser"
    r"|[Ss]chmied|[Bb]auern?|[Mm]aler|[Ee]lektriker|[Ii]nstallateur|[Ss]pengler|[Dd]achdecker|[Zz]immerer|[Mm]aurer"
    r"|[Ss]teinmetz|[Ss]chuster|[Ss]chneider|[Oo]ptiker|[Aa]potheker|[Kk]onditor|[Kk]rämer|[Ii]mker|[Ww]inzer"
    r"|[Ff]lorist|[Gg]laser|[Dd]rucker|[Bb]rauer|[Mm]üller|[Gg]etränkehändler|[Aa]utohändler|[Ss]chrotthändler"
    r"|[Gg]ebrauchtwagenhändler|[Ll]andwirt|[Kk]aminkehrer|[Ff]risör|[Bb]estatter|[Kk]fz-[Mm]eister|[Ww]eber)"
)
_RUN = re.compile(rf"\b(?:[Bb]eim|[Vv]om|[Zz]um|[Dd]em) (?P<t>{_TRADES}) (?=(?P<n>[A-ZÄÖÜ]|am |an |in |zu[mr] ))")
_RUN_SMALL = re.compile(rf"\b(?:beim|vom|zum) (?P<t>{_TRADES}) (?=[a-zäöü])")
_PLACED = re.compile(r"(?:am|an der|in der|zum|zur) (?:[a-zäöü]{4,12}en )?(?P<n>[A-ZÄÖÜ][\wäöüß-]+)")
_SHOP = re.compile(
    r"(?:wirt|bäcker|metzger|fleischer|friseur|frisör|gärtner|konditor|optiker|apotheker|krämer)\Z", re.I
)
_LINKED = re.compile(
    r"(?<![\w-])(?P<a>[A-ZÀ-Ý][^\W\d_]{3,})(?: [A-ZÀ-Ý][^\W\d_]{3,})?"
    r" (?:du|de la|de los|del?|des|della|dello|di|da|do|dos|das|of|of the)"
    r" (?P<b>[A-ZÀ-Ý][^\W\d_]{2,})"
)
_LINKS = frozenset({"de", "del", "della", "dello", "di", "do", "dos", "of", "du"})
_TIMES = frozenset(
    {"ende", "anfang", "schluss", "tag", "abend", "morgen", "telefon", "wochenende", "eingang", "ausgang"}
)
_SHORT = 3


class TradeHouses(Recognizer):
    """The trade alone stays, and so does a foreign word alone."""

    kinds = ("ORG",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        yield from self._small(document)
        if document.style.lower or document.style.shouted:
            return
        for match in document.finditer(_RUN):
            end = self._end(document, match)
            if end:
                yield self.find("ORG", match.start("t"), end, SURE, "org:trade")
        linked = not _LINKS.isdisjoint(document.folds) or not listed("foreign_houses").isdisjoint(document.folds)
        for match in document.finditer(_LINKED) if linked else ():
            first, last = document.within(*match.span("a"))[0], document.within(*match.span("b"))[-1]
            if self._abroad(document, first, last):
                yield self.find("ORG", *match.span(), LIKELY, "org:abroad")

    def _end(self, document: Document, match: re.Match[str]) -> int:
        """'Metzger Gagel', 'Wirt am Tor', but not 'Bäcker am Montag', 'Friseur Termin'."""
        placed = _PLACED.match(document.text, match.end())
        word = document.within(*(placed.span("n") if placed else (match.end(), match.end() + 1)))
        if not word or word[0].protected or calendar(word[0]) or function_word(word[0]):
            return 0
        name = word[0]
        if placed:
            if not _SHOP.search(match["t"]) or house(name.fold):
                return 0
            if placed[0].startswith("in") and not match["t"].lower().endswith("wirt"):
                return 0
            known = document.vocabulary.in_glossary(name.fold) or name.fold in listed("times_of_day") | _TIMES
            return 0 if known else name.end
        if len(name.text) < _SHORT or everyday(name) or document.vocabulary.in_glossary(name.fold):
            return 0
        named = bool(name.value & (LAST | FIRST)) or strange(name, document) or strong_first(name, document)
        return name.end if named else 0

    def _small(self, document: Document) -> Iterator[RecognizerResult]:
        """'beim metzger gagel': where nothing has a capital only what is no word."""
        for match in document.finditer_small(_RUN_SMALL):
            name = document.within(match.end(), match.end() + 1)[0]
            plain = name.value & (LOWER | INFLECTED) or name.protected or function_word(name) or calendar(name)
            if not plain and len(name.text) > _SHORT and (name.value & LAST or strange(name, document)):
                yield self.find("ORG", match.start("t"), name.end, SURE, "org:trade")

    def _abroad(self, document: Document, first: Word, last: Word) -> bool:
        if first.protected or last.protected:
            return False
        if first.fold in listed("foreign_houses"):
            return not first.value & FIRST or strange(first, document)
        plain = first.value & (FIRST | LAST) or last.value & FIRST
        return not plain and strange(first, document) and strange(last, document)
