"""Words that the trained networks hold for possible names, though not for likely ones: candidates, no more.

Nothing is masked for this alone. What stands around such a word and how much the networks agree is weighed
(`weighing.py`), and most of these candidates go again; a word that another recogniser has found needs none.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import FIRST, LAST, LOWER, PLACE
from caseboard.anonymize.ner.labels import KINDS, LABELS
from caseboard.anonymize.passages import HALF_HEARD
from caseboard.anonymize.rare_words import diagnosis
from caseboard.anonymize.recognizers.base import SUSPICION, Recognizer
from caseboard.anonymize.recognizers.house_words import general_house
from caseboard.anonymize.recognizers.naming import calendar, function_word, person_word
from caseboard.anonymize.recognizers.unseen_compounds import abstract
from caseboard.anonymize.words import listed

if TYPE_CHECKING:
    import numpy as np

_FIGURE, _REACH = re.compile(r"(?<![^\s(])\d+-(?:\w+-)*\Z"), 24  # '24-Stunden-Pflege'
_PAIR = re.compile(r"- (?:und|oder|u\.) ")
_SOME = frozenset({"paar", "einige", "einigen", "mehrere", "mehreren", "viele", "vielen", "wenige", "alle", "allen"})
_DECLINED = ("liche", "lichen")  # 'für Jugendliche'; surnames are not declined, 'Ehrlich' is one
_DIAGNOSIS = 5
_EVEN = 0.5
_SMALL = 0.35  # an ordinary word in small letters, where all are small
LEAST = 0.15
"""From this probability on, by the network that is surest of a name; below it hardly one word in a hundred is one."""


class HalfHeard(Recognizer):
    """Runs behind the networks, whose opinions it asks."""

    kinds = ("PERSON", "PLACE", "ORG", "STREET")

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        if document.opinions is None or not len(document.opinions):
            return
        for at in (document.opinions[:, 0] <= 1 - LEAST).nonzero()[0].tolist():
            word, opinion = document.words[at], document.opinions[at]
            if len(word.text) > 1 and not (word.protected or self._plain(document, word, opinion)):
                label = LABELS[1 + int(opinion[1:].argmax())]
                yield self.find(KINDS[label], word.start, word.end, SUSPICION, f"{HALF_HEARD}:{label}")

    def _plain(self, document: Document, word: Word, opinion: "np.ndarray") -> bool:
        """What is said in every office, of days, papers, houses of a kind, and people by what they are."""
        if function_word(word) or calendar(word) or person_word(word) or abstract(word):
            return True
        if word.fold.endswith(_DECLINED) or (len(word.fold) >= _DIAGNOSIS and diagnosis(word.fold)):
            return True
        opening = word.starts_sentence and word.value & LOWER
        if opening and not document.vocabulary.name_value(word.fold) & (FIRST | LAST | PLACE):
            return True  # 'Fünftens.': its capital says nothing
        if _FIGURE.search(document.text, max(0, word.start - _REACH), word.start):
            return True
        if not word.capital and document.vocabulary.ordinary(word.fold, word.value):
            return not word.lower_style or bool(opinion[0] > 1 - _SMALL)
        if document.protected and opinion[0] > _EVEN:
            return True  # read again with placeholders: who was meant elsewhere is no longer seen
        before = document.at(word.index - 1)
        if before is not None and before.fold in _SOME and word.gap == " ":
            return True  # 'ein paar Wiener'
        if _PAIR.match(document.text, word.end):
            return True  # 'Garten- und Landschaftsbau'
        if any(near is not None and near.protected for near in map(document.at, range(word.index - 2, word.index + 3))):
            return True  # beside a placeholder the networks hear names that are none: '[Kunden] Miete'
        if word.fold in listed("org_heads"):
            return True  # 'zur Pfarrei': the head of a house's name, alone; with a name behind it others find it
        return document.vocabulary.in_glossary(word.fold) or general_house(word.fold)
