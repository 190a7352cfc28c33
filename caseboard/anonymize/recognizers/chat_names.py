"""Names as chats and mail programs show them: jule.streng."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.lexicon import FIRST, LAST
from caseboard.anonymize.recognizers.base import LIKELY, Recognizer

_DOTTED = re.compile(r"(?<![\w.@/-])(?P<a>[^\W\d_]{2,20})[._](?P<b>[^\W\d_]{2,24})(?![\w@]|\.\w)")


class ChatNames(Recognizer):
    """Two words joined by a dot, one of them a listed name."""

    kinds = ("PERSON",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for match in _DOTTED.finditer(document.text):
            parts = [document.vocabulary.value(fold(match[g])) for g in ("a", "b")]
            if match["a"].islower() and match["b"].islower() and any(p & (FIRST | LAST) for p in parts):
                yield self.find("PERSON", *match.span(), LIKELY, "chat-name")
