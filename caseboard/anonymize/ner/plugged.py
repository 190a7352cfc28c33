"""A bigger spaCy model of one's own, which reads beside the shipped weights."""

import threading
from collections.abc import Iterator

import spacy

from caseboard.anonymize.document import Document
from caseboard.anonymize.ner.choosing import READERS, checksum, chosen
from caseboard.anonymize.ner.reading import Guess
from caseboard.anonymize.report import EngineUnavailable

_MEANING = {
    "PER": "PER", "PERSON": "PER", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "ORG": "ORG", "STR": "STR",
    "STREET": "STR",
}  # fmt: skip
_BROKEN = (
    ArithmeticError, AttributeError, LookupError, MemoryError, NotImplementedError, OSError, RuntimeError, TypeError,
    ValueError,
)  # fmt: skip
"""What somebody else's code raises where it cannot read a text; none of its words may leave with it."""
_SURE = 0.98  # spaCy's entities come without a probability; they weigh like a sure guess of our own


class MissingModel(RuntimeError):
    """The configured model cannot be loaded or recognises no names."""


class PluggedReader:
    """Names as somebody else's model reads them."""

    def __init__(self, name: str) -> None:
        try:
            self._nlp = spacy.load(name, exclude=["lemmatizer", "attribute_ruler"])
            self.version = checksum(name)
        except (OSError, ImportError, ValueError):
            raise MissingModel from None
        if READERS.isdisjoint(self._nlp.pipe_names):
            raise MissingModel
        self._one_at_a_time = threading.Lock()  # a memory zone forgets also the words of whoever reads beside it

    def guesses(self, document: Document) -> Iterator[Guess]:
        """Its entities, as far as their labels mean something to us; its vocabulary forgets the words again.

        Raises:
            EngineUnavailable: the model fails on this text, so its names are not known and nothing may be stored.
        """
        try:
            with self._one_at_a_time, self._nlp.memory_zone():
                found = [(e.start_char, e.end_char, _MEANING.get(e.label_)) for e in self._nlp(document.text).ents]
        except _BROKEN:
            raise EngineUnavailable from None
        return (Guess(start, end, label, _SURE) for start, end, label in found if label)


def plugged() -> PluggedReader | None:
    """The configured model, loaded, if there is one."""
    name = chosen()
    return PluggedReader(name) if name else None
