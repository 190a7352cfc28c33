"""A bigger spaCy model of one's own, which reads beside the shipped weights."""

from collections.abc import Iterator

import spacy

from caseboard.anonymize.document import Document
from caseboard.anonymize.ner.choosing import READERS, chosen
from caseboard.anonymize.ner.reading import Guess

_MEANING = {
    "PER": "PER", "PERSON": "PER", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "ORG": "ORG", "STR": "STR",
    "STREET": "STR",
}  # fmt: skip
_SURE = 0.98  # spaCy's entities come without a probability; they weigh like a sure guess of our own


class MissingModel(RuntimeError):
    """The configured model cannot be loaded or recognises no names."""


class PluggedReader:
    """Names as somebody else's model reads them."""

    def __init__(self, name: str) -> None:
        try:
            self._nlp = spacy.load(name, exclude=["lemmatizer", "attribute_ruler"])
        except (OSError, ImportError, ValueError):
            raise MissingModel from None
        if READERS.isdisjoint(self._nlp.pipe_names):
            raise MissingModel

    def guesses(self, document: Document) -> Iterator[Guess]:
        """Its entities, as far as their labels mean something to us; its vocabulary forgets the words again."""
        with self._nlp.memory_zone():
            found = [(e.start_char, e.end_char, _MEANING.get(e.label_)) for e in self._nlp(document.text).ents]
        return (Guess(start, end, label, _SURE) for start, end, label in found if label)


def plugged() -> PluggedReader | None:
    """The configured model, loaded, if there is one."""
    name = chosen()
    return PluggedReader(name) if name else None
