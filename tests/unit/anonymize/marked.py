"""A sentence with ⟦ ⟧ around what one recogniser takes: for tables whose rows show at a glance what is taken."""

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import Recognizer
from caseboard.anonymize.vocabulary import vocabulary


def marked(kind: type[Recognizer], raw: str) -> str:
    """The sentence with ⟦ ⟧ around all that this recogniser would mask or protect; finds that overlap are one."""
    spans = sorted((result.start, result.end) for result in kind().finds(Document(raw, vocabulary())))
    shown, done = "", 0
    while spans:
        start, end = spans.pop(0)
        while spans and spans[0][0] < end:
            end = max(end, spans.pop(0)[1])
        shown += f"{raw[done:start]}⟦{raw[start:end]}⟧"
        done = end
    return shown + raw[done:]


def unmarked(row: str) -> str:
    """A row of a table without its ⟦ ⟧: what somebody would write."""
    return row.replace("⟦", "").replace("⟧", "")
