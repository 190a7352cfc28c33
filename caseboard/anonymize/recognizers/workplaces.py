"""Employers named by words: 'bei Farben Krämer', 'gelernt bei Knauf', 'Arbeitgeber: Holzwurm', 'Koch im Bambusgarten'.

A preposition with a bare noun behind it is a firm where work is spoken of.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import LOWER, NOUN, frequency
from caseboard.anonymize.recognizers.base import HINT, LIKELY, Recognizer
from caseboard.anonymize.recognizers.house_words import house
from caseboard.anonymize.recognizers.naming import calendar, function_word, person_word, strange, strong_first
from caseboard.anonymize.recognizers.word_surnames import surname_like
from caseboard.anonymize.words import listed

_AT = frozenset({"bei", "b", "ag", "verleiher", "entleiher", "haendler"})
_FIELDS = re.compile(
    r"(?:^|\n|[|;,.•*–-] ?|\b(?:[Ll]etzter|[Ff]rüherer|[Dd]erzeitiger) )"
    r"(?:Arbeitgeber(?:in)?|AG|Betrieb|Träger|Firma|Bildungsträger|Maßnahmeträger|Einsatzort|Einsatzbetrieb|Entleiher"
    r"|Verleiher|Vermieter(?:in)?|Gläubiger(?:in)?|Kita|Schule|Verein|Ausbildungsbetrieb|Praktikumsbetrieb"
    r"|Arbeitsstelle|Beschäftigt bei)"
    r"(?: zuletzt| bisher| aktuell)?:[ \t]*(?P<n>[A-ZÄÖÜ„])"
)
_APPOSED = re.compile(
    r"(?:^|\n|\d[.)]|[:•*|–(-])[ \t]*(?P<n>[A-ZÄÖÜ][\wäöüß-]+(?: [A-ZÄÖÜ][\wäöüß-]+)?)"
    r", (?P<k>[A-ZÄÖÜ][\wäöüß-]+)(?= (?:in|im|am|seit|ab|bei)\b|[,.;:)\n])"
)
_WORK = re.compile(
    r"arbeit|job|lager\b|helfer|praktik|ausbildung|lehre\b|gelernt|angestellt|beschäftig|schicht|aushilf|fahrer|kassier|stelle\b"
    r"|hospit|tätig|putzt|kellner|bedien|verkäufer|eingesetzt|einsatz|leihfirma|gekündigt|künd|lohn|vertrag|probe|montage"
    r"|koch\b|köchin|küche|spüler|zimmermädchen|band\b|azubi|umschul|maßnahme|coaching|kurs\b|angemeldet|bewerb|bewarb|werk\b"
    r"|egz|minij|mj\b|firma|chef|zustell|produktion|näherin|monteur|schweißer|maurer|maler\b|reinig|pfleg|verkauf",
    re.I,
)
_INN = re.compile(
    r".{3,}(?:garten|stube|stueberl|stuebla|eck|krug|krone|muehle|grill|palast|keller|haeusle|huette|schenke|schaenke|kate|klause)$"
)
_ABSTRACT = (
    "ung",
    "ungen",
    "heit",
    "keit",
    "tion",
    "tionen",
    "schaft",
    "taet",
    "ismus",
    "fall",
    "bedarf",
    "zeit",
    "zeiten",
)
_WINDOW, _EVERYDAY, _SELDOM, _INN_SEEN, _MOST = 70, 4.9, 4.3, 1.6, 3


class Workplaces(Recognizer):
    """Two nouns side by side behind 'bei' are a name at once; a single one needs a word of work nearby."""

    kinds = ("ORG",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        if document.style.lower or document.style.shouted:
            return
        for match in document.finditer(_FIELDS):
            word = next((w for w in document.within(match.start("n"), match.end("n") + 1) if w.capital), None)
            if word is not None and self._told(document, word):
                yield self.find("ORG", word.start, self._end(document, word), LIKELY, "workplace:field")
        for match in document.finditer(_APPOSED):
            word, kind = document.within(*match.span("n"))[0], document.within(*match.span("k"))[0]
            if house(kind.fold) and not self._plain(document, word) and not house(word.fold):
                yield self.find("ORG", word.start, match.end("n"), LIKELY, "workplace:apposed")
        for at in document.words:
            word = document.at(at.index + 1)
            if word is None or not word.capital or word.protected:
                continue
            if at.fold in _AT and re.match(r"\.? \Z", word.gap) and self._firm(document, at, word):
                yield self.find("ORG", word.start, self._end(document, word), HINT, "workplace:at")
            elif at.fold in {"im", "beim", "vom"} and word.gap == " " and self._inn(document, word):
                yield self.find("ORG", word.start, word.end, HINT, "workplace:inn")

    def _plain(self, document: Document, word: Word) -> bool:
        if function_word(word) or calendar(word) or person_word(word) or word.fold in listed("no_employers"):
            return True
        return document.vocabulary.in_glossary(word.fold) or word.fold.endswith(_ABSTRACT)

    def _told(self, document: Document, word: Word) -> bool:
        """'Arbeitgeber: Holzwurm', but not 'Arbeitgeber: unbekannt' or 'Schule: Probleme'."""
        if self._plain(document, word):
            return False
        after = document.at(word.index + 1)
        pair = (
            after is not None and after.capital and after.gap in (" ", "-", " & ") and not self._plain(document, after)
        )
        return pair or frequency(word.value) < _SELDOM or strange(word, document)

    def _firm(self, document: Document, at: Word, word: Word) -> bool:
        if self._plain(document, word) or (strong_first(word, document) and not self._works(document, at)):
            return False
        after = document.at(word.index + 1)
        if after is not None and after.capital and after.gap in (" ", " & ", "-") and not self._plain(document, after):
            named = surname_like(after, document) or after.fold in listed("org_tails") or house(after.fold)
            if named or (not at.capital and frequency(after.value) < _EVERYDAY):
                return True
        if at.capital or frequency(word.value) >= _EVERYDAY or (word.value & LOWER and not word.value & NOUN):
            return False
        return self._works(document, at)

    def _works(self, document: Document, at: Word) -> bool:
        """A word of work in the same sentence."""
        before = re.split(r"[.!?\n]\s", document.text[max(0, at.start - _WINDOW) : at.start])[-1]
        behind = re.split(r"[.!?\n]", document.text[at.end : at.end + _WINDOW])[0]
        return bool(_WORK.search(before) or _WORK.search(behind))

    def _inn(self, document: Document, word: Word) -> bool:
        """'Koch im Bambusgarten': a rare compound that ends like a pub, where work is spoken of."""
        if self._plain(document, word) or not _INN.match(word.fold) or frequency(word.value) >= _INN_SEEN:
            return False
        return self._works(document, word)

    def _end(self, document: Document, word: Word) -> int:
        end, following = word.end, document.at(word.index + 1)
        for _ in range(_MOST):
            if following is None or following.protected or not re.match(r" \Z|-\Z| ?[&+] ?\Z", following.gap):
                break
            if not following.capital or function_word(following) or person_word(following) or calendar(following):
                break
            if following.gap == " " and document.vocabulary.in_glossary(following.fold):
                break
            end, following = following.end, document.at(following.index + 1)
        return end
