"""What one recogniser finds in a sentence, by itself: for tables of hits and near misses."""

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import Recognizer
from caseboard.anonymize.vocabulary import vocabulary


def surfaces(kind: type[Recognizer], raw: str) -> list[str]:
    """The stretches of text this recogniser would mask, in reading order."""
    return found(kind(), Document(raw, vocabulary()))


def found(recognizer: Recognizer, document: Document) -> list[str]:
    """The same for a recogniser that was made for one text, or a document that networks have judged."""
    spans = sorted((result.start, result.end) for result in recognizer.finds(document))
    return [document.text[start:end] for start, end in spans]


def outermost(stretches: list[str]) -> list[str]:
    """Each once and without those that lie within others: several patterns may know parts of one passage."""
    return [one for one in dict.fromkeys(stretches) if not any(one != other and one in other for other in stretches)]
