"""Compounds hardly anybody has written that the trained network takes for a name: 'Wagenpfeil', 'Isarwinkel'.

Two nouns make an ordinary word as well as a surname; where corpora hardly have the whole, the network's doubt decides.
Of the ordinary words below 2.7 Zipf to which it gives 30 % and more, nineteen in twenty were names in five hands.
"""

from collections.abc import Iterator
from functools import cache

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import frequency
from caseboard.anonymize.recognizers.base import SUSPICION, Recognizer
from caseboard.anonymize.recognizers.house_words import general_house
from caseboard.anonymize.recognizers.naming import calendar, function_word, person_word
from caseboard.anonymize.words import listed

_UNSEEN, _DOUBT, _LEAST = 2.7, 0.3, 5
_ABSTRACT = (
    "ung", "ungen", "heit", "keit", "schaft", "taet", "ierung", "tion", "ismus", "termin", "gespraech", "schreiben",
    "bescheid", "antrag", "kurs", "stelle", "runde", "vermerk", "verzeichnis", "kosten", "geld", "zeit", "plan", "erin",
    "massnahme", "hilfe", "gruppe", "zimmer", "studio", "fach", "team", "name", "verlauf", "panne", "lohn", "sachen",
    "frist", "liste", "zettel", "kasse", "nachweis", "pflicht", "recht", "vertrag", "druck", "sicherung",
)  # fmt: skip


def abstract(word: Word) -> bool:
    """What ends like an office's paper, a measure or an idea: 'Widerrufsfrist', 'Laufzettel', 'Wohnungssicherung'."""
    return word.fold.endswith(_ends())


@cache
def _ends() -> tuple[str, ...]:
    return (*_ABSTRACT, *listed("plain_heads"))


class UnseenCompounds(Recognizer):
    """Runs behind the network, whose opinion it asks."""

    kinds = ("WORD",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        if document.style.lower or document.style.shouted or document.opinions is None:
            return
        for word in document.words:
            if self._unseen(document, word) and document.believed(word) >= _DOUBT:
                yield self.find("WORD", word.start, word.end, SUSPICION, "unseen-compound")

    def _unseen(self, document: Document, word: Word) -> bool:
        if not word.capital or word.protected or word.shouted or len(word.text) < _LEAST:
            return False
        if frequency(word.value) > _UNSEEN or abstract(word):
            return False
        if any(near is not None and near.protected for near in map(document.at, (word.index - 1, word.index + 1))):
            return False  # beside a placeholder the network's doubt says nothing
        if self._half(document, word):
            return False
        if function_word(word) or person_word(word) or calendar(word) or document.vocabulary.in_glossary(word.fold):
            return False
        return document.vocabulary.ordinary(word.fold, word.value) and not general_house(word.fold)

    def _half(self, document: Document, word: Word) -> bool:
        """'Garten- und Landschaftsbau': the second half of a pair."""
        joint = document.at(word.index - 1)
        return joint is not None and joint.gap == "- " and joint.fold in {"und", "oder", "u"} and word.gap == " "
