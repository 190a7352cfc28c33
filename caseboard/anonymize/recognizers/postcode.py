"""Postleitzahlen of Germany, Austria and Switzerland.

Five digits (01067 to 99998), with D- before, before a place, after a street, or alone when nothing else explains
them.
"""

import re

from caseboard.anonymize.numerals import SPOKEN_ONES
from caseboard.anonymize.recognizers.base import LIKELY, SURE, Shape, ShapeRecognizer

_CODE = r"(?:0[1-9]\d{3}|[1-9]\d{4})"
_SAID = rf"(?:{SPOKEN_ONES}|elf|zwölf|\w{{0,12}}zehn|\w{{2,16}}[zß]ig|hundert\w{{0,12}})"
_NO_UNIT = (
    r"(?! ?(?:Euro|EUR|Einwohner|Stunden|Stück|Kilometer|Meter|Schritt|Kilo|Liter|Watt|Kilowatt|Punkt|Mal\b|Seit|Wörter"
    r"|Zeichen|Menschen|Personen|Leute|Minuten|Besucher|Kunden|Fälle|Mitglieder|Tonnen|Quadratmeter|Kalorien|Dollar"
    r"|Lira|Zloty|Rubel))"
)


class Postcode(ShapeRecognizer):
    """Before a capitalised word it is a postcode, unless money or a unit follows."""

    kinds = ("POSTCODE",)
    beside = re.compile(r"\b(?:plz|postleitzahl|wohnhaft|anschrift|adresse|straße|str\.|weg|gasse|platz|ort)\b", re.I)
    over_lines = False
    shapes = (
        Shape(
            re.compile(
                r"(?:(?<=\n)|(?<=, )|(?<=   ))(?:\d{2} \d{3}|\d{3} \d{2})(?= (?!Euro|EUR)[A-ZÄÖÜ][a-zäöüßA-ZÄÖÜ]{2,})"
            ),
            "postcode",
            SURE,
        ),
        Shape(
            re.compile(
                r"(?:straße|str\.|weg|gasse|platz|ring|allee|graben|berg) \d{1,3} ?[a-z]?(?:,[ \n]?| {2,8})"
                r"(?P<n>\d{2} \d{3}|\d{3} \d{2})(?![\d,])(?! ?(?:€|Euro|EUR))"
            ),
            "postcode",
            SURE,
            group="n",
        ),
        Shape(  # 'Hausnummer zwölf b, 93 073'
            re.compile(
                rf"(?:[Hh]ausnummer|[Nn]ummer|[Nn]r\.|straße|weg|gasse|platz|ring|allee|[Ss]tr\.|Straße|Weg)"
                rf" {_SAID}(?: [a-h])?,?[ \n]"
                r"(?P<n>\d{2} ?\d{3}|\d{3} \d{2})(?![\d,])(?! ?(?:€|Euro|EUR))"
            ),
            "postcode",
            SURE,
            group="n",
        ),
        Shape(
            re.compile(
                rf"(?<![\w.,/-])(?:[DA]\s?[-–]\s?)?{_CODE}(?=[ \t]*\n?[ \t]*[A-ZÄÖÜ][\w.ßäöüÄÖÜ-]{{2,}}){_NO_UNIT}"
                r"(?<!Seite \d{5})"
            ),
            "postcode",
            SURE,
        ),
        Shape(  # 'Süderstraße 20 B Komma 25709 Punkt'
            re.compile(
                rf"(?:[Ss]tra(?:ß|ss)e|[Ss]tr\.|[Ww]eg|[Gg]asse|[Pp]latz|[Rr]ing|[Aa]llee|[Bb]erg|[Dd]amm|[Hh]of|[Uu]fer|[Mm]arkt)"
                rf" (?:\d{{1,3}}|{_SAID})(?: ?[A-Ha-h])?,? [Kk]omma (?P<n>{_CODE})(?![\d,.])(?! ?(?:€|Euro|EUR))"
            ),
            "postcode",
            SURE,
            group="n",
        ),
        Shape(re.compile(rf"(?<![\w.,/-])D\s?[-–]\s?{_CODE}(?!\w)"), "postcode", SURE),
        Shape(
            re.compile(rf"(?:(?<=plz )|(?<=PLZ )|(?<=PLZ: )|(?<=PLZ:)|(?<=Postleitzahl )){_CODE}(?!\w)"),
            "postcode",
            SURE,
        ),
        Shape(
            re.compile(
                rf"(?<![\w.,/+§-])(?<!Seite )(?<!Seiten ){_CODE}(?![\w])(?![.,/-]\d)"
                r"(?! ?(?:€|Euro|EUR|euro|km|kg|qm|Stück|Einwohner|"
                r"Stunden|Wörter|Schritte|Meter|Kilometer|Liter|Punkte|Kalorien|Watt|Menschen|Personen|%|-))"
            ),
            "postcode",
            LIKELY,
        ),
        Shape(
            re.compile(rf"(?<![\w.,/-])(?:PL[ -])?\d\d-\d{{3}}(?= [A-ZÄÖÜŁŚŻ][a-zäöüßłńóśż]{{2,}}){_NO_UNIT}"),
            "postcode",
            SURE,
        ),
        Shape(re.compile(r"(?<![\w.,/-])(?:A|CH)\s?[-–]\s?\d{4}(?!\w)"), "postcode", SURE),
    )
