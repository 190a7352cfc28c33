"""Houses and firms that notes name in passing: 'i. d. Schule (Siedlungsschule)', 'Bäcker Schwarz am Plärrer'.

Also where no capital helps: 'ins büro zeitarbeit rückenwind', 'FIRMA VERMUTL. ABBRUCH KREUZMAIR'.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import ABROAD, FIRST, LAST, LOWER, NOUN, PLACE, frequency
from caseboard.anonymize.recognizers.base import HINT, LIKELY, Recognizer
from caseboard.anonymize.recognizers.house_words import house
from caseboard.anonymize.recognizers.naming import calendar, function_word, person_word, strange
from caseboard.anonymize.recognizers.word_surnames import surname_like
from caseboard.anonymize.words import listed

_BRACKETS = re.compile(
    r"(?:Schule|Kita|KiTa|KiGa|Kindergarten|Krippe|Hort|Klinik|Krankenhaus|Heim|Betrieb|Werkstatt|Praxis|Verein)\.?"
    r" ?\((?P<n>[A-ZÄÖÜ][a-zäöüß]{5,}(?:-[A-ZÄÖÜ][a-zäöüß]+)?)\)"
)
_ACRONYM = re.compile(r"\((?P<a>[A-ZÄÖÜ]{2,5}) (?P<t>[A-ZÄÖÜ][a-zäöüß]{3,}(?:-[A-ZÄÖÜ][a-zäöüß]+)?)(?=[,;)])")
_GENERAL = frozenset(
    {"JC", "AA", "AG", "LG", "SG", "LSG", "OLG", "VG", "FA", "LRA", "JA", "ARGE", "BA", "DRV", "PI", "KPI", "JVA",
     "ASD", "HWK", "IHK", "BAMF", "HZA", "ABH", "SOA", "OT", "LKR", "KV", "KM", "TEL", "FAX", "BJ", "NR", "PLZ",
     "ZI", "ALG"}
)  # fmt: skip
_TRADE = re.compile(
    r"\b(?:[Bb]eim|[Vv]om|[Zz]um|[Dd]er|[Dd]en|[Dd]em) (?:Dorf|Bio|Stadt|Land)?(?:[Ww]irt|[Bb]äcker|[Mm]etzger"
    r"|[Ff]leischer|[Ff]riseur|[Ff]risör|[Gg]ärtner|[Kk]onditor|[Oo]ptiker|[Aa]potheker|[Kk]rämer|[Ss]chuster|[Ss]chneider|[Ff]lorist)"
    r" (?P<n>[A-ZÄÖÜ][a-zäöüß]{2,}) (?:am|an der|in der|beim|hinterm|vorm) (?P<p>[A-ZÄÖÜ][a-zäöüß]{2,})"
)
_WARES = re.compile(
    r"\b(?:bei|bei der|von|von der|der|Fa\.|Firma|für|für die|Arbeitgeber:?) (?P<w>[A-ZÄÖÜ][a-zäöüß]*"
    r"(?:instrumente|maschinen|möbel|moden|reifen|geräte|stoffe|waren|systeme|fahrzeuge|uhren|schuhe|bücher|textilien"
    r"|getränke|reisen|transporte|fliesen|küchen|werkzeuge|brillen|orgeln|klaviere|kartonagen|verpackungen|teppiche"
    r"|gardinen|naturstein|natursteine|armaturen|pumpen|federn|lederwaren|spielwaren))"
    r" (?P<n>[A-ZÄÖÜ][a-zäöüß]{2,})(?![\w-])"
)
_PRESUMED = re.compile(
    r"\b(?:Firma|Fa\.?|Arbeitgeber|Betrieb|Träger)[ :](?:ist )?(?:vermutl|angebl|wahrsch|wahrscheinl|evtl|viell|vmtl"
    r"|verm|mögl|vermutlich|angeblich|wahrscheinlich|wohl|eventuell|vielleicht|anscheinend)\.?"
    r" (?P<n>(?-i:[A-ZÄÖÜ])[\w-]{2,}(?: (?-i:[A-ZÄÖÜ])[\w-]{2,}){0,2})",
    re.I,
)
_QUOTED = re.compile(r"\b(?:beim|vom|zum|im|mitm|mit dem|bei der) [„\"»‚'](?P<n>[a-zäöüß]{3,})[“”\"«‘']")
_SMALL = re.compile(
    r"(?<![\w-])(?P<h>zeitarbeit|leihfirma|zeitarbeitsfirma|firma|eisdiele|eiscafe|villa|pension|café|cafe|gasthof|gasthaus"
    r"|pizzeria|hotel|imbiss|bäckerei|metzgerei|spedition|gärtnerei|schreinerei|frauentreff|jugendtreff|kita|haus)"
    r"(?P<g>\.? )(?P<n>[a-zäöüß]{5,})(?![\w-])"
)
_HYPHENED = re.compile(
    r"(?<![\w-])[A-ZÄÖÜ][a-zäöüß]+[-‑](?:Hilfe|Dienst|Service|Werk|Treff|Team|Börse|Laden|Markt|Haus|Hof|Mobil)"
    r" (?P<n>[A-ZÄÖÜ][a-zäöüß]{3,})(?![\w-])"
)
_ENSEMBLE = re.compile(
    r"(?<= )(?:Chor|Band|Ensemble|Combo|Orchester|Trachtengruppe|Theatergruppe|Tanzgruppe)"
    r" (?P<n>[A-ZÄÖÜ][a-zäöüß]{3,})(?![\w-])"
)
_STANDS = re.compile(
    r"(?<!\w)(?:steht?|stehe|stand|wart\w{1,3}|wohn\w{1,2}|treff\w{0,2}|trifft|bin|hält|halt|park\w{1,2}) "
    r"(?:grad |jetzt |noch |schon |immer |uns |mich |sich ){0,2}(?:am|beim|vorm|hinterm) (?P<n>[a-zäöüß]{5,})(?![\w-])"
)
_LANE = re.compile(r"(?<![\w-])an (?:den|der) (?P<s>[a-zäöüß]{4,}) \d{1,3}[a-z]?(?=[,.;)\n]|$)")
_COUNTED = frozenset(
    {"kasse", "haltestelle", "pforte", "schalter", "stelle", "stellen", "tagen", "tischen", "halle", "linie", "station",
     "maschine", "maschinen", "seite", "position", "rampe", "theke", "klasse", "nummer", "hausnummer", "ampel"}
)  # fmt: skip
_TELEGRAM = frozenset(
    {"termin", "platz", "angerufen", "anrufen", "heute", "morgen", "montag", "arbeit", "stelle", "vertrag"}
)
_SELDOM, _USUAL, _RARE = 3.4, 4.2, 2.6


class BesidePeople(Recognizer):
    """A bracket, a trade with its corner, wares with a surname; and heads in small letters with a seldom noun."""

    kinds = ("ORG", "PLACE", "STREET")

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        text = document.text
        for match in _BRACKETS.finditer(text):
            if self._own_name(document, document.within(*match.span("n"))[0]):
                yield self.find("ORG", *match.span("n"), LIKELY, "org:bracket")
        for match in _ACRONYM.finditer(text):
            town = document.within(*match.span("t"))[0]
            if match["a"] not in _GENERAL and town.value & PLACE and not document.style.shouted:
                yield self.find("ORG", match.start("a"), match.end("t"), LIKELY, "org:bracket")
        for match in _TRADE.finditer(text):
            name, corner = (document.within(*match.span(group))[0] for group in "np")
            if surname_like(name, document) and self._corner(document, corner):
                yield self.find("ORG", match.start("n"), match.end("p"), LIKELY, "org:trade")
        for match in _WARES.finditer(text):
            name = document.within(*match.span("n"))[0]
            if surname_like(name, document) or name.value & (LAST | FIRST) or strange(name, document):
                yield self.find("ORG", match.start("w"), match.end("n"), LIKELY, "org:wares")
        for match in _PRESUMED.finditer(text):
            yield self.find("ORG", *match.span("n"), HINT, "org:presumed")
        for pattern, code in ((_HYPHENED, "org:hyphened"), (_ENSEMBLE, "org:ensemble")):
            for match in pattern.finditer(text):
                name = document.within(*match.span("n"))[0]
                if name.value & PLACE or strange(name, document):
                    yield self.find("ORG", *match.span(), LIKELY, code)
        yield from self._small(document)

    def _small(self, document: Document) -> Iterator[RecognizerResult]:
        for match in _SMALL.finditer(document.text):
            if self._seldom(document, document.within(*match.span("n"))[0], apart="." in match["g"]):
                yield self.find(
                    "ORG", match.start("n" if "." in match["g"] else "h"), match.end("n"), HINT, "small-house"
                )
        for match in _LANE.finditer(document.text):
            lane = document.within(*match.span("s"))[0]
            if lane.fold not in _COUNTED and not calendar(lane) and not document.vocabulary.in_glossary(lane.fold):
                yield self.find("STREET", *match.span(), HINT, "street:lane")
        for match in _STANDS.finditer(document.text):
            spot = document.within(*match.span("n"))[0]
            if self._seldom(document, spot, apart=False) and frequency(spot.value) < _RARE:
                yield self.find("PLACE", *match.span("n"), HINT, "stands")
        for match in document.finditer_small(_QUOTED):
            word = document.within(*match.span("n"))[0]
            plain = function_word(word) or document.vocabulary.in_glossary(word.fold) or bool(word.value & LOWER)
            if not plain and word.fold not in _TELEGRAM and frequency(word.value) < _USUAL:
                yield self.find("ORG", *match.span("n"), HINT, "org:quoted")

    def _own_name(self, document: Document, word: Word) -> bool:
        """'Siedlungsschule', but not 'Grundschule', which is a kind of school."""
        kind = word.fold in listed("org_heads") or document.vocabulary.in_glossary(word.fold)
        return not word.protected and not kind and house(word.fold)

    def _corner(self, document: Document, word: Word) -> bool:
        """A spot of the town, not a time."""
        if word.protected or calendar(word) or word.fold in listed("times_of_day"):
            return False
        return (
            word.fold in listed("spots")
            or bool(word.value & (PLACE | LAST))
            or strange(word, document)
            or bool(frequency(word.value) < _SELDOM)
        )

    def _seldom(self, document: Document, word: Word, *, apart: bool) -> bool:
        """'rückenwind', 'dolomiti': a seldom noun in small letters, or no ordinary word at all."""
        if word.protected or function_word(word) or person_word(word) or calendar(word) or word.fold in _TELEGRAM:
            return False
        if document.vocabulary.in_glossary(word.fold) or word.value & LOWER or house(word.fold):
            return False
        odd = strange(word, document) or bool(word.value & (LAST | FIRST | PLACE | ABROAD) and not word.value & NOUN)
        return odd or (not apart and bool(word.value & NOUN) and frequency(word.value) < _SELDOM)
