"""Streets with and without house number.

Lenbachplatz 9, Rgb.; Am Zwinger 6; Oberer Graben 32; Bgm.-Weigand-Str. 5 1/2.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import INFLECTED, LOWER, PLACE, frequency
from caseboard.anonymize.recognizers import street_patterns as ways
from caseboard.anonymize.recognizers.base import HINT, LIKELY, PROOF, SURE, Recognizer
from caseboard.anonymize.recognizers.naming import calendar, function_word, person_word
from caseboard.anonymize.words import listed

_NUMBERED = (
    (ways.NAMED, "suffix"),
    (ways.PREPOSED, "preposition"),
    (ways.SHOUTED, "capitals"),
    (ways.BOX, "box"),
    (ways.LOWER, "lower-case"),
    (ways.LOWER_SPLIT, "lower-case"),
    (ways.QUARTER, "parts"),
    (ways.SHORTENED, "suffix"),
    (ways.BEFORE_POSTCODE, "before-postcode"),
    (ways.ADDRESS_LINE, "address-line"),
    (ways.LETTERED, "letter"),
    (ways.OF_SOMETHING, "of-something"),
    (ways.BEHIND_TOWN, "behind-town"),
)
_NOT_HERE = re.compile(
    r"(?:Klasse|Raum|Zimmer|Zi|Stock|Station|Stat|Gruppe|Anlage|Art|Nr|Absatz|Abs|Ziffer|Teil|"
    r"Modul|TOP|Punkt|Tel|Telefon|Fax"
    r"|Kd|PLZ|Stufe|Niveau|Kapitel|Platz|Team|Halle|Block|Gleis|Linie|Bus|Seite|Steuerklasse|"
    r"Pflegegrad|Phase|Schritt|Version)\.? ?\d"
)
_SQUARES = re.compile(r"mannheim|0621|\b68[123]\d\d\b", re.I)
"""Only this town numbers its blocks: 'C 4, 17'."""
_USUAL, _CLASS, _UNHEARD = 4.0, 3, 1.5
_SHORT_WAYS = frozenset({"str", "weg", "hof", "au", "tor", "see", "ufe", "eck", "alm", "gut", "tal", "loh", "ort"})
_UNNUMBERED = re.compile(r" (?:(?:o\.|ohne) ?)?Nr\.?(?= ?\d|$)")
_PROPER = frozenset({"im", "am", "zum", "zur"})
SQUARES = frozenset({"marktplatz", "schulweg", "kirchplatz", "sportplatz", "dorfplatz", "fussweg", "bahnhofsvorplatz"})
_SPOKEN = re.compile(r"(?:Punkt|Komma|Absatz|Neue)\b[.,]? (?:Neue )?Zeile")
_AROUND = re.compile(
    r"(?:Im|Am|im|am) (?:Hof|Garten|Markt|Berg|See|Wald|Platz|Weg|Tor|Park|Feld|Ring|Damm|Land|Hang|Grund|Haus)$"
)
_LOCATED = re.compile(r"\b(?:am|auf dem|vom|beim|an dem|in der|der|zur|zum|aus der|von der)[ \n]$", re.I)


class Street(Recognizer):
    """With a number a street is certain; without one it must be no ordinary word, or 'am' stands before it."""

    kinds = ("STREET",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        text = document.text
        for pattern, code in _NUMBERED:
            for match in document.finditer(pattern):
                if code == "box" or not self._ordinary(match[0]):
                    yield self.find("STREET", *self._trimmed(document, match), SURE, f"street:{code}")
        for pattern in (ways.ROW, ways.LONG_ROW):
            for match in document.finditer(pattern):
                yield self.find("STREET", *match.span(), PROOF, "street:parts")
        for match in document.finditer(ways.BEFORE_PLACE):
            if self._in_town(document, match):
                start = self._trimmed(document, match)[0]
                yield self.find("STREET", start, match.end("s"), LIKELY, "street:before-place")
        for pattern in (ways.ANNOUNCED, ways.LIVED_IN):
            for match in document.finditer(pattern):
                yield self.find("STREET", *match.span("s"), SURE, "street:announced")
        for match in document.finditer(ways.SMALL_PLACE):
            yield self.find("STREET", *match.span("s"), LIKELY, "street:lived-at")
        for pattern in (ways.QUALIFIED, ways.SPLIT, ways.OF_QUALITY):
            for match in document.finditer(pattern):
                start, end = self._trimmed(document, match)
                if _SPOKEN.search(match[0]) or _AROUND.match(text[start:end]):
                    continue
                numbered = any(c.isdigit() for c in match[0])
                if numbered or not self._common(document, text[start:end]):
                    yield self.find("STREET", start, end, SURE if numbered else LIKELY, "street:parts")
        if _SQUARES.search(text):
            for match in document.finditer(ways.SQUARE):
                yield self.find("STREET", *match.span("s"), SURE, "street:letter")
        for match in document.finditer_small(ways.WAY_SMALL):
            word = document.within(*match.span("s"))[-1]
            flat = fold(match["s"])
            if flat not in listed("no_streets") and frequency(word.value) < _UNHEARD:
                yield self.find("STREET", *match.span("s"), HINT, "street:lower-case")
        for match in document.finditer_small(ways.LOWER_BARE):
            if fold(match["s"].split()[-1]) not in listed("no_streets"):
                yield self.find("STREET", *match.span("s"), HINT, "street:lower-case")
        for match in document.finditer_small(ways.LOWER_PREPOSED):
            if not self._ordinary(match[0]):
                yield self.find("STREET", *match.span(), SURE, "street:lower-case")
        for match in document.finditer(ways.BARE):
            if not self._common(document, match[0]) or self._local(document, match):
                yield self.find("STREET", *match.span(), HINT, "street:bare")

    def _in_town(self, document: Document, match: re.Match[str]) -> bool:
        """'Röthe 16, Stadtsteinach': a number and a town behind it make any noun a street."""
        town, words = document.within(*match.span("p"))[0], document.within(*match.span("s"))
        if not town.value & PLACE or words[0].protected or calendar(words[-1]) or self._ordinary(match["s"]):
            return False
        return not person_word(words[-1]) and not (town.value & (LOWER | INFLECTED) and frequency(town.value) > _USUAL)

    def _trimmed(self, document: Document, match: re.Match[str]) -> tuple[int, int]:
        """Leave out words of the sentence that only begin with a capital: 'Wohnt Lenbachplatz 9'."""
        start = match.start()
        for word in document.within(start, match.end())[:-1]:
            after = document.at(word.index + 1)
            if after is None or after.gap not in (" ", ". ") or after.start >= match.end():
                break
            opens = function_word(word) and word.fold not in listed("street_openings")
            if word.fold not in listed("before_streets") and not opens and (word.capital or word.lower_style):
                break
            start = after.start
        return start, match.end()

    def _ordinary(self, surface: str) -> bool:
        """'Platz 3', 'im Jahr 2 Kinder', 'Klasse 3b' are no streets."""
        words = re.findall(r"[^\W\d]+", _UNNUMBERED.sub("", re.split(r"\d", surface, maxsplit=1)[0].rstrip()))
        here = _NOT_HERE.search(_UNNUMBERED.sub("", surface))
        if not words or (here and not any(c.isdigit() for c in surface[: here.start()])):
            return bool(words)  # behind a house number 'Zi. 4' belongs to the address
        named = words[1] if len(words) > 2 and words[0].islower() else words[-1]
        if len(words[-1]) == 1 and words[-1] in "ABLKS":
            return True  # 'auf der B 26': a road of the country
        if words[-1].isupper() and len(words[-1]) <= _CLASS and fold(words[-1]) not in _SHORT_WAYS:
            return True  # 'Klasse ME 11b', 'HOK 11b'
        if words[0][:1].isupper() and fold(words[0]) in _PROPER:
            return False  # 'Im Grund 31': a preposition with a capital opens a street whatever the noun
        if fold(words[-1]) in SQUARES:
            return False
        return fold(words[-1]) in listed("no_streets") or fold(named) in listed("no_streets") | listed("glossary")

    def _common(self, document: Document, surface: str) -> bool:
        """Arbeitsplatz, Marktplatz, Heimweg: known words of the language."""
        last = fold(re.findall(r"[^\W\d]+", surface)[-1])
        flat = fold(re.sub(r"\W", "", surface))
        if flat in listed("no_streets") or (last in listed("no_streets") and "-" not in surface and " " not in surface):
            return True
        if any(sep in surface for sep in "- "):
            return False
        return document.vocabulary.ordinary(flat) and not flat.endswith(("strasse", "str", "gasse", "allee"))

    def _local(self, document: Document, match: re.Match[str]) -> bool:
        """'am Rossmarkt', 'auf dem Schlossplatz': a square of the town, though its name is a word."""
        flat = fold(re.sub(r"\W", "", match[0]))
        if flat in listed("no_streets") or not flat.endswith(
            ("platz", "markt", "gasse", "strasse", "ufer", "damm", "promenade")
        ):
            return False
        return bool(_LOCATED.search(document.text[max(0, match.start() - 10) : match.start()]))
