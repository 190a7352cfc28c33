"""Houses named by a phrase: 'Haus der Begegnung', 'Schwarzer Adler', 'Haunersche Klinik', 'Haßfurter Tagblatt'."""

import re
from collections.abc import Iterator
from functools import cache

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import INFLECTED, LOWER
from caseboard.anonymize.recognizers.base import LIKELY, SURE, Recognizer
from caseboard.anonymize.recognizers.house_words import house
from caseboard.anonymize.recognizers.naming import person_word
from caseboard.anonymize.recognizers.org_extent import end_of_name
from caseboard.anonymize.words import entries, listed

_INSTITUTE = re.compile(r"(?:haus|zentrum|treff|akademie|kolleg)$")
_INN = re.compile(r"(?:schwarz|golden|gulden|guelden|rot|weiss|gruen|blau|wild|silbern)e[nrsm]?$")
_PAPER = re.compile(
    r"(?:tagblatt|tageblatt|tagbote|tagboten|zeitung|bote|anzeiger|nachrichten|kurier|rundschau|werke|tafel)$"
)
_BANK = re.compile(r"\b(?:VR[- ]?Bank|Raiffeisenbank|Volksbank|Sparkasse)(?: [A-ZÄÖÜ][\w-]+){1,3}")
_QUOTED = re.compile(
    r"\b(?P<head>[A-ZÄÖÜ][\wäöüß-]+|betreuten? Wohnen)(?P<colon>:)?"
    r" [„\"»‚](?P<q>[A-ZÄÖÜ][^“”\"«‘„.!?:,;\n]{1,40})[“”\"«‘]"
)
_ENTITLED = re.compile(
    r"(?:wohnen|massnahme|projekt|gruppe|kurs|lehrgang|verein|einrichtung|traeger|chor|treff|kreis|runde|stammtisch|initiative|zirkel|laden|cafe|werkstatt|band|tanzgruppe)s?$"
)
_TAVERN = re.compile(
    r"\b(?:beim|im|zum|vom) (?P<a>Löwen|Ochsen|Hirschen|Hirsch|Adler|Bären"
    r"|Schwanen|Rössl[ei]?|Rößl[ei]?|Lamm|Schwan|Engel)\b"
    r"|\b(?:in|aus|bei|von) (?:der|da) (?P<b>Krone|Traube|Linde|Post|Sonne|Rose|Glocke|Gans|Traubn|Kanne|Brücke)\b"
)
_SERVED = re.compile(
    r"\b(?:Küche|Wirt\w*|Bedienung|bedient\w*|Service|gekellnert|kellner\w*|spül\w*|Spüler\w*|Zimmermädchen|Kammer"
    r"|Stammtisch\w*|Koch|Köchin|kocht|gekocht|Theke|Gaststube|Brotzeit|Bier|Schafkopf\w*)\b"
)
_OF_SOMEBODY = ("sche", "schen", "scher", "sches")
_WELCOME = frozenset({"familie", "familien", "kind", "kinder", "kindern", "frau", "frauen", "muetter", "vaeter"})
_LONG, _NEAR = 5, 70


@cache
def _bodies() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, entries("org_phrases"))) + r")(?!\w)", re.I)


class OrgPhrases(Recognizer):
    """Two or three words that belong together."""

    kinds = ("ORG",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for match in _bodies().finditer(document.text):
            yield self.find("ORG", *match.span(), SURE, "org:body")
        for match in document.finditer(_BANK):
            yield self.find("ORG", *match.span(), LIKELY, "org:bank")
        for match in document.finditer(_QUOTED):
            head = fold(match["head"].split()[-1])
            if _ENTITLED.search(head) or (match["colon"] and house(head)):
                yield self.find("ORG", *match.span("q"), LIKELY, "org:quoted")
        for match in document.finditer(_TAVERN):
            if _SERVED.search(document.text, max(0, match.start() - _NEAR), match.end() + _NEAR):
                yield self.find("ORG", *match.span(match.lastgroup or 0), LIKELY, "org:inn")
        for head in document.words:
            if head.protected:
                continue
            after, last = document.at(head.index + 1), document.at(head.index + 2)
            if _INSTITUTE.search(head.fold) and after is not None and after.fold in {"der", "des"}:
                last = self._noun(document, last)
                if last is not None and head.fold == "haus" and self._relatives(last):
                    continue
                if last is not None and last.gap == " " and (last.capital or last.lower_style):
                    yield self.find("ORG", head.start, last.end, LIKELY, "org:house-of")
            elif head.capital and after is not None and after.capital and after.gap == " " and not after.protected:
                yield from self._described(document, head, after)

    def _noun(self, document: Document, word: Word | None) -> Word | None:
        """'Haus der kleinen Füße', but not 'Haus der kranken Mutter'."""
        if word is None or word.capital or word.lower_style or not word.fold.endswith("en"):
            return word
        noun = document.at(word.index + 1)
        return None if noun is None or person_word(noun) else noun

    def _relatives(self, word: Word) -> bool:
        """'Haus der Schwiegereltern', but not 'Haus der Familie', 'Haus der Kinder'."""
        return word.fold.endswith("eltern") or (word.fold in listed("kinship") and word.fold not in _WELCOME)

    def _described(self, document: Document, head: Word, after: Word) -> Iterator[RecognizerResult]:
        if _INN.match(head.fold) and not head.starts_sentence and after.value & INFLECTED:
            yield self.find("ORG", head.start, after.end, LIKELY, "org:inn")
        elif head.value & LOWER:
            return
        elif head.fold.endswith(_OF_SOMEBODY) and house(after.fold) and len(head.fold) > _LONG:
            yield self.find("ORG", head.start, end_of_name(document, after), LIKELY, "org:after-somebody")
        elif _PAPER.search(after.fold) and head.fold.endswith("er"):
            yield self.find("ORG", head.start, after.end, LIKELY, "org:newspaper")
