"""Words that the trained networks hold for possible names, though not for likely ones: candidates, no more.

Nothing is masked for this alone. What stands around such a word and how much the networks agree is weighed
(`weighing.py`), and most of these candidates go again; a word that another recogniser has found needs none.
"""

from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.ner.labels import KINDS, LABELS
from caseboard.anonymize.passages import HALF_HEARD
from caseboard.anonymize.recognizers.base import SUSPICION, Recognizer
from caseboard.anonymize.recognizers.naming import calendar, function_word
from caseboard.anonymize.recognizers.unseen_compounds import abstract

LEAST = 0.15
"""From this probability on, by the network that is surest of a name; below it hardly one word in a hundred is one."""


class HalfHeard(Recognizer):
    """Runs behind the networks, whose opinions it asks."""

    kinds = ("PERSON", "PLACE", "ORG", "STREET")

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        if document.opinions is None or not len(document.opinions):
            return
        for at in (document.opinions[:, 0] <= 1 - LEAST).nonzero()[0].tolist():
            word = document.words[at]
            if len(word.text) > 1 and not (word.protected or function_word(word) or calendar(word) or abstract(word)):
                label = LABELS[1 + int(document.opinions[at][1:].argmax())]
                yield self.find(KINDS[label], word.start, word.end, SUSPICION, f"{HALF_HEARD}:{label}")
