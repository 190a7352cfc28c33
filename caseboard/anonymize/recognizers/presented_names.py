"""Names that the sentence presents: 'ich bin der Rauch', 'als „Schnalle“ vorgestellt', 'Kübler senior'.

The word may be any noun; who presents himself, is reported under a name or holds an office beside it is somebody.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import LOWER, frequency
from caseboard.anonymize.recognizers.base import HINT, LIKELY, Recognizer
from caseboard.anonymize.recognizers.naming import ROLE_ENDS, calendar, function_word, person_word
from caseboard.anonymize.recognizers.word_surnames import word_surname
from caseboard.anonymize.words import listed

_N = r"(?P<n>[A-ZÄÖÜ][\w’'-]*[a-zäöüß])"
_QUOTED = r"[„\"»‚](?P<n>[A-ZÄÖÜ][\w’'-]+(?: [A-ZÄÖÜ][\w’'-]+){0,2})[“”\"«‘]"
_CLOSES = r"(?=[“”\"«‘]?(?:[.,;:!?)\n]|$| (?:vom|von der|von den|und ich)\b))"
_FILLING = r"(?: (?:sich|ihn|sie|mir|uns|immer|nur|stets|hier|dort|dabei|zuerst|am Telefon|bei \w+|im \w+)){0,3}"
_I_AM = re.compile(
    rf"\b(?:[Ii]ch|[Ii]) bin(?:[’']?s)?,? (?:der|die) {_N}{_CLOSES}"
    r"|\b[Hh]ier spricht (?:der|die) (?P<m>[A-ZÄÖÜ]\w+)"
)
_ALIAS = (
    re.compile(
        rf"\bals {_QUOTED}(?:{_FILLING}) (?:vor(?:ge)?stell\w+|vorzustellen|(?:aus)?g[ae]b|ausgegeben|ausgab\w*"
        r"|meldet\w*|gemeldet|angesprochen|angeredet|begrüßt\w*|bekannt|geführt|eingetragen|unterschr\w+|unterzeichn\w+|auftr\w+"
        r"|aufgetreten)\b"
    ),
    re.compile(
        rf"\b(?:stellte?n?|meldete?n?|unterschr[ie]+b\w*|unterzeichnete?\w*|trat|tritt|auftrat){_FILLING}"
        rf" (?:als|mit) {_QUOTED}"
    ),
)
_WHERE = (
    r"(?:von da an|von dem Tag an|seit damals|seitdem|seither|fortan|ab da|danach|bei uns|im (?:Dorf|Ort|Team"
    r"|Betrieb|Viertel|Verein|Heim|Haus)|für (?:alle|uns|das Dorf|die \w+)|überall)"
)
_IS = r"(?:war|ist|hieß|heißt|blieb|bleibt|bin|blieb)"
_ONLY = r"(?: (?:nur|nur noch|immer|halt|einfach|noch|bloß|dann|für (?:alle|uns)|bei (?:allen|uns))){0,3}"
_BECAME = re.compile(
    rf"\b{_WHERE} {_IS} (?:er|sie|ich){_ONLY} (?:der|die|das) [„\"»‚]?{_N}{_CLOSES}"
    rf"|\b(?:[Ee]r|[Ss]ie) {_IS} {_WHERE}{_ONLY} (?:der|die|das) [„\"»‚]?(?P<m>[A-ZÄÖÜ][\w’'-]+){_CLOSES}",
    re.I,
)
_OFFICE = re.compile(
    rf"(?:^|(?<=\n)|(?<=[:;] )|(?<=[–•-] )|(?<=gez\. )){_N}, (?:stellv\. |stv\. )?(?:Team|Gruppen|Bereichs"
    r"|Abteilungs|Referats|Fach|Sachgebiets|Standort|Haus|Pflegedienst|Schul|Kita)(?:leitung|leiter(?:in)?)\b"
    rf"|(?:(?<=[:;] )|(?<=gez\. ))(?P<m>[A-ZÄÖÜ][a-zäöüß]+), (?:Sachbearbeit(?:ung|er|erin)|Fachassisten(?:t|tin|z)"
    r"|Geschäftsführ(?:ung|er|erin)|Fallmanag(?:ement|er|erin)|Vermittl(?:ung|er|erin))\b"
)
_AGES = re.compile(
    rf"(?<![\w-]){_N} (?:senior|junior|sen\.|jun\.|sr\.|jr\.|d\. ?Ä\.|d\. ?J\.|der Ältere|der Jüngere)(?!\w)"
)
_HEARSAY = re.compile(
    rf"\((?:heißt |hieß |ein |eine )?{_N},? "
    r"(?:oder so(?: ähnlich)?|o\. ?ä\.|glaub[e’']? ich|glaubt sie|glaubt er)\)"
)
_SCRIPT = r"[\u0530-\u05ff\u0600-\u06ff\u0710-\u07bf\u0900-\u0fff\u10a0-\u10ff\u1200-\u139f\u1780-\u17ff]"
_SCRIPTS = re.compile(rf"{_SCRIPT}{{2,}}(?:[ ‌'’-]{_SCRIPT}+){{1,3}}(?![ ]?{_SCRIPT})")
_THINGS = ("ung", "heit", "keit", "tion", "schaft", "nis", "tät", "ment", "termin", "gespräch", "antrag", "schutz")
_USUAL, _LONGEST = 4.0, 12


class PresentedNames(Recognizer):
    """Who says who he is, how others know him, which office he holds, which of two he is."""

    kinds = ("PERSON",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        if document.style.shouted:
            return
        for match in document.finditer(_I_AM):
            word = self._word(document, match)
            if self._free(document, word) and self._surname(document, word):
                yield self.find("PERSON", word.start, word.end, LIKELY, "named-so")
        for pattern in _ALIAS:
            for match in document.finditer(pattern):
                if all(self._free(document, word) for word in document.within(*match.span("n"))):
                    yield self.find("PERSON", *match.span("n"), LIKELY, "named-so")
        for match in document.finditer(_BECAME):
            word = self._word(document, match)
            if word.capital and self._free(document, word) and self._surname(document, word):
                yield self.find("PERSON", word.start, word.end, LIKELY, "named-so")
        for match in document.finditer(_HEARSAY):
            word, before = self._word(document, match), document.within(max(0, match.start() - 2), match.start())
            somebody = before and (person_word(before[-1]) or before[-1].fold in listed("jobs"))
            if somebody and self._seldom(document, word) and self._free(document, word):
                yield self.find("PERSON", word.start, word.end, HINT, "position:hearsay")
        for match in document.finditer(_SCRIPTS):
            yield self.find("PERSON", *match.span(), HINT, "position:script")
        yield from self._beside_an_office(document)

    def _beside_an_office(self, document: Document) -> Iterator[RecognizerResult]:
        for pattern in (_OFFICE, _AGES):
            for match in document.finditer(pattern):
                word = self._word(document, match)
                if self._seldom(document, word) and self._free(document, word):
                    end = match.end() if pattern is _AGES else word.end
                    yield self.find("PERSON", word.start, end, LIKELY, "position:office")

    def _seldom(self, document: Document, word: Word) -> bool:
        """No usual noun and no compound: 'Datenschutz, Teamleitung', 'der Arzt (Urlaub oder so)'."""
        thing = word.fold.endswith(_THINGS) or len(word.fold) > _LONGEST
        return not thing and (frequency(word.value) < _USUAL or word_surname(word, document))

    def _word(self, document: Document, match: re.Match[str]) -> Word:
        """The last word of the name, in whichever of both places it stands."""
        group = "m" if match.groupdict().get("m") else "n"
        return document.within(*match.span(group))[-1]

    def _free(self, document: Document, word: Word) -> bool:
        """No role, no occupation, no term, no day."""
        if word.protected or person_word(word) or function_word(word) or calendar(word):
            return False
        if word.fold in listed("jobs") or word.fold.endswith(ROLE_ENDS):
            return False
        return not document.vocabulary.in_glossary(word.fold)

    def _surname(self, document: Document, word: Word) -> bool:
        """People are called by it, or the language has no such word: 'ich bin der Chef', 'die Neue' are none."""
        if word.value & LOWER and word.fold.endswith("e"):
            return False
        return word_surname(word, document) or not document.vocabulary.ordinary(word.fold, word.value)
