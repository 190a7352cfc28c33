"""Houses called by a phrase: 'Haus- und Grundbesitzerverein', 'Verein Tür an Tür', 'Wärmestube Bruder Konrad'.

Also huts where somebody served, churches in English capitals, and in small letters what stands bare behind 'bei'.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import FIRST, LAST, LOWER, NOUN, PLACE
from caseboard.anonymize.recognizers.base import LIKELY, SURE, Recognizer
from caseboard.anonymize.recognizers.house_words import house
from caseboard.anonymize.recognizers.naming import calendar, function_word, person_word, strange
from caseboard.anonymize.words import listed

_JOINED = re.compile(
    r"\b(?:[Vv]om|[Bb]eim|[Ii]m|[Zz]um|[Dd]e[mnrs])"
    r" (?P<n>[A-ZÄÖÜ][\wäöüß]{2,}-(?:, [A-ZÄÖÜ][\wäöüß]{2,}-)? (?:und|u\.|&)"
    r" [A-ZÄÖÜ]?[a-zäöüß]{3,}(?:verein|verband|bund|gilde)s?)(?![\w-])"
)
_HUT = re.compile(
    r"\b(?:[Aa]uf|[Ii]n|[Vv]on|[Aa]us) (?:der|die)"
    r" (?P<n>[A-ZÄÖÜ][a-zäöüß]{2,}(?:hütte|alm|alpe|baude|schwaige|klause))(?![\w-])"
)
_SERVED = re.compile(
    r"\b(?:bedien\w*|\w*[Kk]ellner\w*|\w*[Kk]och\w*|[Kk]öchin|\w*[Kk]üche|Service|[Ss]aison\w*|\w*gearbeitet|arbeitet\w*"
    r"|\w*jobb?t\w*|\w*spül\w*|ausgeholfen|aushilf\w*|hilft|geholfen|angestellt|beschäftigt|gemolken|Senn\w*|Zimmermädchen"
    r"|Stelle|Ausbildung|Lehre|geputzt|putzt|Wirt\w*|Hütten\w+|Schichten?|Theke|Minijob)\b"
)
_PLAIN_HUTS = ("berg", "ski", "schi", "alm", "schutz", "grill", "garten", "hunde", "jagd", "holz", "block", "senn",
               "wander", "vereins", "wald", "party", "hoch", "winter", "sommer", "blech", "well", "glas", "eisen",
               "einsiedler")  # fmt: skip
_TWICE = re.compile(
    r"\b(?P<h>[A-ZÄÖÜ][\wäöüß-]{3,}):? [„\"»‚]?(?P<n>(?P<x>[A-ZÄÖÜ][a-zäöüß]+)"
    r" (?:an|in|für|zu|um|bei|auf|mit|nach|gegen|neben|über) (?P=x))(?!\w)"
)
_MANNERS = frozenset({"schritt", "stueck", "tag", "jahr", "woche", "monat", "punkt", "wort", "satz", "zug", "mann"})
_CLERGY = re.compile(
    r"(?:\b(?:[Ii]n|[Ii]m|[Dd]er|[Dd]em|[Dd]ie|[Dd]as|[Zz]ur|[Zz]um|[Bb]eim?|[Vv]om|[Aa]us|[Üü]ber)|/ ?o|[:|]) "
    r"(?P<n>(?P<h>[A-ZÄÖÜ][\wäöüß-]{3,}) (?P<k>Bruder|Schwester|Mutter|Pater|Papst|Bischof|Kardinal|Abt)"
    r" (?P<p>[A-ZÄÖÜ][a-zäöüß]{2,}))(?![\w-])"
)
_MET = ("haus", "klinik", "klinikum", "schule", "kita", "praxis", "garten", "amt")
"""Where somebody's brother may be met: 'im Krankenhaus Bruder Ali getroffen'."""
_KIN = ("Bruder", "Schwester", "Mutter")
_SAINT = re.compile(
    r"(?<![\w-])(?P<n>(?P<h>[a-zäöüß]{4,}) (?:[a-zäöüß]{3,}-)?(?:st\. ?|sankt )(?P<p>[a-zäöüß]{3,}))(?![\w-])"
)
_SUNG = re.compile(
    r"\b(?P<n>(?:[A-ZÄÖÜ][a-zäöüß]+)?(?:[Cc]hor|[Bb]and|[Oo]rchester|[Ee]nsemble|[Tt]anzgruppe|[Tt]rommelgruppe"
    r"|[Tt]heatergruppe|[Vv]erein|[Tt]reff|[Cc]lub|[Pp]rojekt|[Ii]nitiative|[Nn]etzwerk)"
    r" [A-ZÄÖÜ][\wäöüß]+-[A-ZÄÖÜ][\wäöüß]+ (?P<p>[A-ZÄÖÜ][\wäöüß-]+))"
)
_NUMBERED = re.compile(r"\b[A-ZÄÖÜ][a-zäöüß]{4,}(?:24|365|360)(?![\w-]|[.,:]\d)")
_ENGLISH = re.compile(r"\b(?P<a>[A-Z]{3,}) (?:OF THE|THE|OF) (?P<b>[A-Z]{3,})(?![\w-])")
_SAID = frozenset(
    {"end", "proof", "state", "out", "point", "letter", "bill", "best", "most", "all", "part", "type", "date", "place",
     "certificate", "king", "bank", "terms", "master", "bachelor", "on", "off", "work", "cost"}
)  # fmt: skip
_BARE = re.compile(
    r"\b(?:bei|von|über|durch|firma|versorger|anbieter|stromanbieter|gasanbieter|vermieter|vermieterin|arbeitgeber|träger"
    r"|gläubiger|gläubigerin|ag) (?P<n>(?P<a>[a-zäöüß]{3,}) (?:akademie|sprachschule|werkstatt|bäckerei|metzgerei"
    r"|gärtnerei|spedition|agentur|stiftung|druckerei|schreinerei|apotheke|praxis|kanzlei|reinigung|gebäudereinigung"
    r"|logistik|verlag|hotel|fabrik|brauerei|molkerei|security|catering|trockenbau|bau|immobilien|zeitarbeit"
    r"|energie|strom|gas|wohnbau|hausverwaltung|personal|inkasso|transporte|gastro))(?!\w)"
)
_REALLY = re.compile(
    r"(?P<n>[A-ZÄÖÜ][a-zäöüß]{2,}) \((?:der |die |das |er |sie )?(?:heißt|heisst|hieß|nennt sich)"
    r" (?:wirklich|echt|tatsächlich|so)\b[^)\n]{0,20}\)"
)
_NEAR, _MOST, _SHORT = 60, 3, 3


class NamedHouses(Recognizer):
    """Each pattern needs a head, a preposition or an English word that no sentence of ours has."""

    kinds = ("ORG", "PERSON")

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for match in document.finditer(_ENGLISH):
            if fold(match["a"]) not in _SAID:
                yield self.find("ORG", *self._english(document, match), SURE, "org:abroad")
        for match in document.finditer(_SAINT):
            if house(fold(match["h"])) and not function_word(document.within(*match.span("p"))[0]):
                yield self.find("ORG", *match.span("n"), SURE, "org:house-of")
        for match in document.finditer(_REALLY):
            yield self.find("PERSON", *match.span("n"), SURE, "called")
        yield from self._small(document)
        if document.style.lower:
            return
        for match in document.finditer(_JOINED):
            yield self.find("ORG", *match.span("n"), SURE, "org:joined")
        for match in document.finditer(_NUMBERED):
            yield self.find("ORG", *match.span(), LIKELY, "org:coined")
        for match in document.finditer(_SUNG):
            place = document.within(*match.span("p"))[-1]
            if place.value & PLACE or place.fold.endswith(tuple(listed("regions"))) or strange(place, document):
                yield self.find("ORG", *match.span("n"), SURE, "org:joined")
        for match in document.finditer(_HUT):
            near = _SERVED.search(document.text, max(0, match.start() - _NEAR), match.end() + _NEAR)
            if near and not fold(match["n"]).startswith(_PLAIN_HUTS):
                yield self.find("ORG", *match.span("n"), LIKELY, "org:inn")
        for match in document.finditer(_TWICE):
            if house(fold(match["h"])) and fold(match["x"]) not in _MANNERS:
                yield self.find("ORG", *match.span("n"), SURE, "org:house-of")
        for match in document.finditer(_CLERGY):
            if self._blessed(document, match):
                yield self.find("ORG", *match.span("n"), SURE, "org:house-of")

    def _english(self, document: Document, match: re.Match[str]) -> tuple[int, int]:
        """'CHRIST THE ROCK CHAPEL': with the strange capitals on both sides."""
        words = document.within(*match.span())
        start, end = words[0], words[-1]
        for _ in range(_MOST):
            before, after = document.at(start.index - 1), document.at(end.index + 1)
            start = before if before is not None and start.gap == " " and self._shouts(document, before) else start
            end = after if after is not None and after.gap == " " and self._shouts(document, after) else end
        return start.start, end.end

    def _shouts(self, document: Document, word: Word) -> bool:
        return word.shouted and len(word.text) >= _SHORT and strange(word, document) and not word.protected

    def _blessed(self, document: Document, match: re.Match[str]) -> bool:
        """'Wärmestube Bruder Konrad', but not 'im Krankenhaus Mutter Irina'."""
        head, name = fold(match["h"]), document.within(*match.span("p"))[0]
        if not (house(head) or head == "herberge") or document.vocabulary.in_glossary(head):
            return False
        if match["k"] in _KIN and head.endswith(_MET):
            return False
        return bool(name.value & (FIRST | LAST)) or strange(name, document)

    def _small(self, document: Document) -> Iterator[RecognizerResult]:
        """'bei euro akademie': a house has an article, unless it is called so."""
        for match in document.finditer_small(_BARE):
            word = document.within(*match.span("a"))[0]
            plain = function_word(word) or calendar(word) or person_word(word) or word.value & LOWER
            if not plain and not self._several(document, word) and word.fold not in listed("no_employers"):
                yield self.find("ORG", *match.span("n"), LIKELY, "org:house-of")

    def _several(self, document: Document, word: Word) -> bool:
        """'bei problemen praxis anrufen': a plural needs no article, and says nothing."""
        stems = {word.fold.removesuffix(ending) for ending in ("n", "en", "s", "e")} - {word.fold}
        return any(document.vocabulary.value(stem) & NOUN for stem in stems)
