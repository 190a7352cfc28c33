"""What one recogniser finds in a sentence, by itself: for tables of hits and near misses."""

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import Recognizer
from caseboard.anonymize.vocabulary import vocabulary


def surfaces(kind: type[Recognizer], raw: str) -> list[str]:
    """The stretches of text this recogniser would mask, in reading order."""
    document = Document(raw, vocabulary())
    found = sorted((result.start, result.end) for result in kind().finds(document))
    return [raw[start:end] for start, end in found]
