"""Kfz-Kennzeichen (§ 9 FZV).

One to three letters of the district (Anlage 1), one or two letters, up to four digits, E or H.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.recognizers.base import LIKELY, SURE, Shape, ShapeRecognizer
from caseboard.anonymize.recognizers.spoken import DIGITS, LARGER
from caseboard.anonymize.words import entries, listed

_SPACED = re.compile(r"(?<![\w-])(?P<d>[A-ZÄÖÜ]{1,3}) (?P<l>[A-Z]{1,2}) ?\d{1,4} ?[EH]?(?![\w.,/-]\w|\w)")
_COURTS = frozenset({"S", "L", "B"})
_SOCIAL = frozenset({"AS", "AL", "SO", "KR", "R", "SB", "AY", "EG", "KG", "U", "P", "V"})
_WORDS = frozenset(
    [
        *("EN", "UN", "IN", "AM", "UM", "BE", "AB", "ER", "ES", "DA", "SO"),
        *("WE", "DIN", "DO", "EU", "ALS", "AN", "GER", "BT", "GD"),
    ]
)
_PARTED = frozenset({"strich", "bindestrich", "gedankenstrich", "doppelpunkt", "minus"})
_SAID_NUMBER = re.compile(rf"(?:{LARGER})")
_WRITTEN = re.compile(r" ?\d{1,4} ?[EH]?(?!\w)")
_DISTRICT, _SERIES = 3, 2


class Plate(ShapeRecognizer):
    """Lower case needs the word beside it: 'hat er 3' is no plate; with spaces the district must exist."""

    kinds = ("ID",)
    complete = 1
    beside = re.compile(
        r"kennz\w*|nummernschild|\bkfz|\bpkw\b|\bauto\b|fahrzeug|\bwagen\b|\bkz\b|zugelassen|transporter|roller"
        r"|motorrad|moped|mofa|mokick|kleinkraftrad|simson|schwalbe|vespa|scooter"
        r"|anhänger|golf|polo|corsa|astra|fiesta|passat|clio",
        re.I,
    )
    shapes = (
        Shape(re.compile(r"(?<![\w-])[A-ZÄÖÜ]{1,3} [-–] [A-ZÖÜ]{1,2} ?\d{1,4}[EH]?(?!\w)"), "plate", SURE),
        Shape(
            re.compile(r"(?<![\w-])[A-ZÄÖÜ]{1,3}(?:[-–·•] ?|:)[A-ZÖÜ]{1,2}[ -]?\d{1,4} ?[EH]?(?![\w])"), "plate", SURE
        ),
        Shape(
            re.compile(
                r"(?<![\w-])(?!(?:SGB|TOP|UN|EU|AB|ZU|IN|IM|AM|UM|DIN|ISO|GDB)\b)[A-ZÄÖÜ]{1,3} [A-Z]{1,2} "
                r"?\d{2,4}[EH]?(?!\w)"
            ),
            "plate",
            0,
            SURE,
        ),
        Shape(re.compile(r"(?<![\w-])[a-zäöü]{1,3}[- ][a-zöü]{1,2}[- ]?\d{1,4}(?!\w)"), "plate", 0, SURE),
        # of other countries: 'BT 09 LUP', '4A2 3071', only beside the word itself
        Shape(
            re.compile(
                r"\b(?:[Kk]ennz(?:eichen|\.)?|[Kk]fz-[Kk]z\.?|Kz\.|KZ)[: ]{1,2}"
                r"(?P<n>(?=[^,;)\n]{0,12}\d)[A-Z0-9]{1,4}(?:[ -][A-Z0-9]{1,5}){1,3})(?![\w])"
            ),
            "plate",
            SURE,
            group="n",
        ),
        # § 58 FZV, the insurance plate of mopeds: three figures, three letters
        Shape(re.compile(r"(?<![\w-])\d{3}[ -]?(?!EUR|USD|CHF|PLN|CZK)[A-ZÄÖÜ]{3}(?!\w)"), "plate", 0, SURE),
        Shape(
            re.compile(r"(?:[Rr]oller|[Mm]oped|[Mm]ofa)s? \((?P<n>[A-ZÄÖÜ]{3} ?\d{3}|\d{3} ?[A-ZÄÖÜ]{3})\)"),
            "plate",
            SURE,
            group="n",
        ),
        # Bulgaria, Ukraine, Italy, France: 'PK 3381 BH', 'AB-123-CD'
        Shape(re.compile(r"(?<![\w-])[A-Z]{1,2}[ -]?\d{3,4}[ -]?[A-Z]{2}(?!\w)"), "plate", 0, SURE),
        Shape(re.compile(r"(?<![\w-])[a-zäöü]{1,3}-[a-z]{1,2}[- ]\d{1,4}(?!\w)"), "plate", LIKELY),
    )
    reach = 40

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        yield from super().finds(document)
        for match in document.finditer(_SPACED):
            if document.style.shouted or match["d"] not in entries("plate_districts") or match["d"] in _WORDS:
                continue
            if not (match["d"] in _COURTS and match["l"] in _SOCIAL):
                yield self.find("ID", *match.span(), LIKELY, "shape:plate", "district")
        if _PARTED & document.folds:
            for word in document.words:
                if word.fold in _PARTED:
                    yield from self._spoken(document, word)

    def _spoken(self, document: Document, sign: Word) -> Iterator[RecognizerResult]:
        """'s c doppelpunkt g t 2100', 'Nordpol Strich Kaufmann Ludwig zwölf': letters on both sides and a number."""
        left, right = _letters(document, sign, -1, _DISTRICT), _letters(document, sign, 1, _SERIES)
        if not left or not right:
            return
        known = [n for n in range(1, len(left) + 1) if _joined(left[:n]) in entries("plate_districts")]
        first, last = left[known[-1] - 1 if known else 0], right[-1]
        written = _WRITTEN.match(document.text, last.end)
        end = written.end() if written else _number_in_words(document, last)
        near = self._near(document.text, first.start, end)
        if end > last.end and (near or (known and written and sign.fold != "doppelpunkt")):
            yield self.find("ID", first.start, end, SURE, "shape:plate", "dictated")


def _letters(document: Document, sign: Word, step: int, most: int) -> list[Word]:
    """The words beside a spoken sign that are nothing but letters, the nearest first."""
    out: list[Word] = []
    word, gap = document.at(sign.index + step), sign
    while word is not None and (gap.gap if step < 0 else word.gap) == " ":
        if not (word.fold in listed("spelling_alphabet") or len(word.text) <= most):
            break
        if len(_joined([*out, word])) > most:
            break
        out.append(word)
        word, gap = document.at(word.index + step), word
    return out


def _joined(words: list[Word]) -> str:
    """The letters that were said, in the order of reading."""
    ordered = sorted(words, key=lambda word: word.start)
    return "".join(w.text[0] if w.fold in listed("spelling_alphabet") else w.text for w in ordered).upper()


def _number_in_words(document: Document, last: Word) -> int:
    """Where the number behind the last letter ends, when it is written in words."""
    word, end = document.at(last.index + 1), last.end
    while word is not None and word.gap == " " and (word.fold in DIGITS or _SAID_NUMBER.fullmatch(word.fold)):
        word, end = document.at(word.index + 1), word.end
    return end
