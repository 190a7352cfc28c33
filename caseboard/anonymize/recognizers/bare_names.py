"""Surnames that are words, where grammar wants an article: 'lt. Kern', 'mit Vogel besprochen', 'Akte Schwan'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import INFLECTED, LOWER, NOUN
from caseboard.anonymize.plain_things import paired
from caseboard.anonymize.recognizers.base import HINT, Recognizer
from caseboard.anonymize.recognizers.naming import calendar
from caseboard.anonymize.recognizers.word_surnames import everyday, surname_like, word_surname
from caseboard.anonymize.words import listed

_TELLS = frozenset({"lt", "laut"})
_SHORT = frozenset({"m", "v", "f", "ggue"})
_PREPOSITIONS = frozenset({"mit", "von", "an", "fuer", "gegen", "wegen", "durch", "bei", "ueber", "ohne", "neben"})
_ONLY_PEOPLE = frozenset({"durch", "wegen", "gegen", "von", "v"})
_TALKED = re.compile(
    r" (?:\w+ ){0,2}?(?:besprochen|telefoniert|gesprochen|vereinbart|geklärt|abgesprochen|abgestimmt|verabredet"
    r"|ausgemacht|bespr|tel|vereinb|abgespr|erbeten|gemacht|geredet|zusammengezogen|verheiratet|verlobt|übernommen|weitergeleitet)\b"
)
_TO_TALK = re.compile(
    r" (?:\w+ ){0,2}?(?:klären|abklären|besprechen|bereden|abstimmen|absprechen|vereinbaren"
    r"|telefonieren|sprechen|reden)\b"
)
_ENDS = re.compile(r"\s*(?:[,;:.)!?\n/–-]|$)| (?:und|u\.|bzgl|wegen|zum|zur|am|im|vom|erbeten|hat|ist|war|mit|an)\b")
_DAY = re.compile(
    r"\b(?:bei|mit|durch|gegen|lt\.|laut|ohne|wegen|gez\.) (?P<n>(?:Mo|Di|Mi|Do|Sa|So)\.)"
    r"(?=[,;:)\n]|$| (?:und|ob|ist|hat)\b)"
)
_BY = frozenset({"bei", "b"})
_COUNTED = frozenset(
    ["haus", "garten", "wald", "feld", "weg", "berg", "bank", "kopf", "herz", "bein", "auge", "ohr", "mund", "hals",
     "bauch", "ruecken", "knie", "zahn", "haar", "brief", "buch", "kirche", "kreuz", "kette", "wagen", "rad", "keller",
     "dach", "fenster", "bruecke", "ring", "rahmen", "hemd", "hose", "schuh", "kuchen", "ball", "netz", "hund", "katze",
     "kater", "ast", "schluessel", "bart", "hut", "mantel", "stock", "rucksack", "koffer", "becher", "teller",
     "messer", "gabel", "loeffel", "topf", "kissen", "spiegel", "lampe", "tasche", "stift", "kerze", "zettel",
     "knopf", "kragen", "stiefel", "strumpf", "handschuh", "besen", "eimer", "hammer", "zange", "nadel", "schere",
     "korb", "sack", "beutel", "schrank", "stuhl", "kasten", "kiste", "wand", "mandel", "nuss"]
)  # fmt: skip


class BareNames(Recognizer):
    """Behind 'laut', a preposition or an office noun; mass nouns and times only where somebody was spoken to."""

    kinds = ("PERSON",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        if document.style.lower or document.style.shouted:
            return
        for match in document.finditer(_DAY):
            yield self.find("PERSON", *match.span("n"), HINT, "bare:short-form")
        for word in document.words:
            before = document.at(word.index - 1)
            if self._by(document, before, word):
                yield self.find("PERSON", word.start, word.end, HINT, "bare:by")
            if self._pair(document, word) or self._owner(document, word):
                yield self.find("PERSON", word.start, word.end, HINT, "bare:pair")
            if before is None or before.protected or not word_surname(word, document) or calendar(word):
                continue
            if reason := self._reason(document, before, word):
                yield self.find("PERSON", word.start, word.end, HINT, f"bare:{reason}")

    def _by(self, document: Document, before: Word | None, word: Word) -> bool:
        """'steht bei Haus, und das Haus zahlt': what can be counted has an article, so nothing but a name has none."""
        if before is None or before.fold not in _BY or word.fold not in _COUNTED or not word.capital:
            return False
        return word.gap == " " and document.text[word.end : word.end + 1] in {",", ".", ";", ")", "\n", ""}

    def _pair(self, document: Document, word: Word) -> bool:
        """'waren Specht und Storch dabei': two at once, and no article before either."""
        if not word_surname(word, document) or everyday(word) or word.value & LOWER:
            return False
        if paired(document, word, document.at(word.index - 1), document.at(word.index + 1)):
            return False  # 'Roß und Reiter'
        for at, step in ((word.index + 1, 1), (word.index - 1, -1)):
            joint, other = document.at(at), document.at(at + step)
            if joint is None or other is None or joint.fold not in {"und", "u"} or other.value & LOWER:
                continue
            first = word if step > 0 else other
            before = document.at(first.index - 1)
            article = (
                before is not None
                and first.gap == " "
                and (before.fold in listed("determiners") or before.fold.endswith(("er", "e", "en", "als")))
            )
            near = word.gap.startswith(" ") and other.gap in (" ", ". ") and joint.gap == " "
            if near and not article and surname_like(other, document) and not everyday(other):
                return True
        return False

    def _owner(self, document: Document, word: Word) -> bool:
        """'Kellers Sohn', 'die Sterns': the genitive or the family of a name."""
        stem = word.fold.removesuffix("s")
        if stem == word.fold or not word.capital or word.protected or stem not in listed("word_surnames"):
            return False
        before, after = document.at(word.index - 1), document.at(word.index + 1)
        if before is not None and before.fold in {"die", "den"} and word.gap == " " and not word.value & INFLECTED:
            return True
        article = before is not None and word.gap == " " and before.fold in listed("determiners")
        kin = after is not None and after.gap == " " and after.capital and after.fold in listed("kinship")
        return kin and not article

    def _reason(self, document: Document, before: Word, word: Word) -> str | None:
        after = document.at(word.index + 1)
        paired = after is not None and after.capital and after.gap == " "
        if paired or (after is not None and after.gap == "-"):
            return None
        if before.fold in _TELLS and re.match(r"\.? \Z", word.gap):
            return "according-to" if not everyday(word) or self._clause(after) else None
        preposition = before.fold in _PREPOSITIONS and word.gap == " "
        short = before.fold in _SHORT and word.gap == ". "
        to = (preposition or short) and before.fold in {"mit", "m", "bei", "an", "von", "v"}
        if to and _TALKED.match(document.text, word.end):
            return "spoken-to"
        if to and word.fold not in listed("traits") and _TO_TALK.match(document.text, word.end):
            return "spoken-to"
        if (preposition or short) and not everyday(word) and not (word.value & LOWER and not word.value & NOUN):
            if before.fold == "ohne":
                return None
            alone = before.fold in _ONLY_PEOPLE or _ENDS.match(document.text, word.end)
            return "preposition" if alone else None
        if before.fold in listed("about_nouns") and re.match(r"\.? \Z", word.gap):
            asked = _TALKED.match(document.text, word.end)
            return "about" if asked or (not everyday(word) and _ENDS.match(document.text, word.end)) else None
        return None

    def _clause(self, after: Word | None) -> bool:
        """'Laut Zorn war er da': a verb behind it, whatever the noun means."""
        return after is not None and after.gap == " " and after.fold in listed("function_words") | listed("verbs")
