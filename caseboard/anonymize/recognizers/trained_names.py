"""Names by learning: what a small network trained on public corpora and our own sentences takes for a name.

It sees words in their surroundings, so it finds names without a title that no list has; it is a hint among others and
never the only reason to mask a term of the field.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import ABBREVIATES, ABROAD, FIRST, INFLECTED, LOWER, NOUN, PLACE
from caseboard.anonymize.ner.labels import KINDS
from caseboard.anonymize.ner.plugged import plugged
from caseboard.anonymize.ner.reading import LEAST, Guess, NameReader
from caseboard.anonymize.numerals import PART
from caseboard.anonymize.recognizers.base import Recognizer
from caseboard.anonymize.recognizers.house_words import general_house, house
from caseboard.anonymize.recognizers.naming import NAME, calendar, function_word, naming

_STRONG, _WEAK = 0.68, 0.6
"""Stronger than a term of the field, or a mere suspicion; what only the network says is never certain."""
_CALLED, _LIKELY, _SURE, _HARDLY_A_DOUBT, _PAIR = 0.5, 0.85, 0.97, 0.995, 3
_JOINS = frozenset({"und", "oder"})
_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_COUNTED, _ROMAN = re.compile(r"\d[./]"), re.compile(r"[IVX]{1,4}")  # '11/IX': the month
_ABOUT = re.compile(r"rund \d")  # before an amount that was rounded here
FOR_ALL = re.compile(
    r"(?:zentral|sozial|ambulant|stationaer|mobil|psycholog|psychiatr|medizin|aerztlich|rechtlich|gesetzlich|oeffentlich"
    r"|allgemein|oertlich|ueberoertlich|unabhaengig|ergaenzend|aufsuch|begleit|betreut|assistier|unterstuetz|beruflich"
    r"|berufs|sonderpaed|heilpaed|kommunal|staatlich|offen|freiwillig|einheitlich|gemeinnuetzig|elektronisch)\w*e[rnsm]?$"
)
"""'Zentrale Anlaufstelle', 'Soziales Kompetenztraining': an adjective that says what it is for."""
_COUNT = re.compile(rf" {PART}\Z", re.I)
_OF_WHAT = re.compile(
    r" (?:kinder|personen|leute|menschen|wohnungen|zimmer|häuser|jahre|monate|wochen|tage|stunden|minuten|mal|euro|uhr"
    r"|männer|frauen|hunde|autos|termine|briefe|bewerbungen)\b",
    re.I,
)
"""'in der hauptstraße zwei kinder gesehen': so many of something, no house number."""
_PLACES_WITHIN = frozenset({"haus", "platz", "raum", "zimmer", "block", "halle", "gebaeude", "tor", "stock", "eingang"})
"""'Haus 2, Platz 12': where something is inside of a street's number."""
_PURPOSE = frozenset({"zur", "zum"})
_HOUSE_NUMBER = re.compile(r"[ \t]\d{1,4}(?:[ \t]?[a-z]\b)?")


class TrainedNames(Recognizer):
    """People, places, organisations and streets as the network reads them."""

    kinds = ("PERSON", "PLACE", "ORG", "STREET")

    def __init__(self) -> None:
        super().__init__()
        self._network, self._plugged = NameReader(), plugged()

    @property
    def beside(self) -> str:
        """Which model of one's own reads along, as a checksum; without one nothing."""
        return self._plugged.version if self._plugged else ""

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        self._network.read(document)
        guesses = [*self._network.guesses(document), *(self._plugged.guesses(document) if self._plugged else ())]
        for guess in guesses:
            if self._serious(document, guess):
                score = _STRONG if guess.probability >= _SURE else _WEAK
                yield self.find(
                    KINDS[guess.label], guess.start, self._end(document, guess), score, f"ner:{guess.label}"
                )

    def _serious(self, document: Document, guess: Guess) -> bool:
        """The more ordinary the words, the surer the network has to be."""
        words = document.within(guess.start, guess.end)
        if all(function_word(word) or self._dated(word, guess) for word in words):
            return False
        if _ABOUT.match(document.text, guess.start):
            return False
        if _COUNTED.match(document.text, max(0, guess.start - 2)) and _ROMAN.fullmatch(
            document.text, guess.start, guess.end
        ):
            return False
        if guess.label == "STR" and all(word.fold in _PLACES_WITHIN for word in words):
            return False
        general = len(words) == 1 and guess.label == "ORG" and general_house(words[0].fold)
        if general or any(document.vocabulary.in_glossary(word.fold) for word in words):
            return guess.probability >= _HARDLY_A_DOUBT
        if len(words) > 1 and guess.label == "ORG" and general_house(words[0].fold) and self._ordinary(document, words):
            return guess.probability >= _SURE
        if len(words) > 1 and guess.label == "ORG" and self._plain(document, words):
            return guess.probability >= _HARDLY_A_DOUBT and not any(w.fold in _JOINS for w in words)
        if len(words) > 1 and guess.label == "ORG" and self._unnamed(document, words):
            return guess.probability >= _LIKELY
        return guess.probability >= self._least(document, words[0], guess.label) or len(words) > 1

    def _dated(self, word: Word, guess: Guess) -> bool:
        """'Von Jan bis März', but not 'Jan kommt heute mit': people called so the network tells apart."""
        called = guess.label == "PER" and word.capital and word.value & FIRST
        return calendar(word) and not (called and guess.probability >= _CALLED)

    def _ordinary(self, document: Document, words: list[Word]) -> bool:
        """'Berufsschule im Blockunterricht': a house of a kind, and what is said of it."""
        nouns = [word for word in words if word.capital]
        return all(document.vocabulary.ordinary(word.fold, word.value) and not word.value & PLACE for word in nouns)

    def _plain(self, document: Document, words: list[Word]) -> bool:
        """'Zwetschgen und Äpfel', 'Zentrale Anlaufstelle', words the lexicon never saw: hardly ever a house's name."""
        if not all(document.vocabulary.ordinary(word.fold, word.value) for word in words):
            return False
        if self._for_all(document, words):
            return True
        joined = words[-2].fold in _JOINS and len(words) <= _PAIR
        several = (
            joined and words[0].gap[-1:] == " " and all(self._several(document, word) for word in words if word.capital)
        )
        counted = several or (joined and self._act(document, words[-1]))
        unseen = not any(naming(word, document) for word in (words[0], words[-1]))
        return (counted or (unseen and not self._named(document, words))) and not any(
            house(word.fold) for word in words
        )

    def _for_all(self, document: Document, words: list[Word]) -> bool:
        """'Mobile Pflege', and no more; behind a placeholder it is the rest of a longer name."""
        before = document.at(words[0].index - 1)
        whole = len(words) == 2 and (before is None or not before.protected)
        return whole and FOR_ALL.match(words[0].fold) is not None and not self._named(document, words)

    def _unnamed(self, document: Document, words: list[Word]) -> bool:
        """'Teller Nudeln', 'auf der Leiter': words of every day; firms are called so, 'Holz und Raum' above all."""
        ordinary = all(document.vocabulary.ordinary(word.fold, word.value) for word in words)
        telling = any(house(word.fold) or word.fold in _JOINS for word in words)
        return ordinary and not telling and not self._named(document, words)

    def _named(self, document: Document, words: list[Word]) -> bool:
        """A person's name at either end, or a place anywhere."""
        ends = naming(words[0], document) | naming(words[-1], document)
        return bool(ends & NAME) or any(word.value & PLACE for word in words)

    def _act(self, document: Document, last: Word) -> bool:
        """'Bandscheibe und Steißbein schmerzen': two things do something, a firm does it alone."""
        verb = document.at(last.index + 1)
        plain = verb is not None and not verb.capital and verb.gap == " " and verb.value & LOWER
        return bool(plain and verb is not None and (verb.fold.endswith("en") or verb.fold == "sind"))

    def _several(self, document: Document, word: Word) -> bool:
        """A plural: 'Zwetschgen', 'Äpfel'; firms are called by the singular, 'Holz und Raum'."""
        known = document.vocabulary.value
        forms = {
            word.fold.removesuffix("n"),
            word.fold.removesuffix("en"),
            *(word.fold.replace(*u, 1) for u in _UMLAUTS),
        }
        return any(known(form) & NOUN and known(form) & INFLECTED for form in forms - {word.fold})

    def _least(self, document: Document, word: Word, label: str) -> float:
        """A noun alone is more often somebody's surname than a house or a street; what is cut off is neither."""
        cut_off = document.text[word.end : word.end + 1] == "." and not word.starts_sentence
        if document.vocabulary.ordinary(word.fold, word.value):
            town = label == "LOC" and word.value & PLACE and not word.starts_sentence
            return _LIKELY if label == "PER" or town else _SURE
        return _SURE if cut_off and self._no_name(document, word) else LEAST

    def _no_name(self, document: Document, word: Word) -> bool:
        """'Vlzr.', 'Rückfr.': a word nobody has seen, or an abbreviation that names nobody and no place."""
        flags = naming(word, document)
        shortened = flags & ABBREVIATES or document.vocabulary.listed_abbreviation(word.fold)
        return not flags or bool(shortened and not flags & (NAME | PLACE | ABROAD))

    def _place_end(self, document: Document, guess: Guess) -> int:
        """'wohnt in Hösbach zur Miete': what somebody does there is no part of the place."""
        words = document.within(guess.start, guess.end)
        at = next((i for i, word in enumerate(words) if i and word.text in _PURPOSE), 0)
        purpose = words[at + 1 :]
        said = at and purpose and words[at - 1].value & PLACE and self._ordinary(document, purpose)
        return words[at - 1].end if said else guess.end

    def _end(self, document: Document, guess: Guess) -> int:
        if guess.label == "LOC":
            return self._place_end(document, guess)
        counts = _COUNT.search(document.text, guess.start, guess.end) if guess.label == "STR" else None
        if counts and _OF_WHAT.match(document.text, guess.end):
            return counts.start()
        number = _HOUSE_NUMBER.match(document.text, guess.end) if guess.label == "STR" else None
        return number.end() if number else guess.end
