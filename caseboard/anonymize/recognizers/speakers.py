"""Who speaks in minutes and chats: a surname that is a word before a colon at the beginning of a line."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import HINT, Recognizer
from caseboard.anonymize.recognizers.word_surnames import everyday, word_surname

_SAID = re.compile(r":[ \t]+(?:[„\"»]|[A-ZÄÖÜa-zäöü§])")
_FIRST_PERSON = re.compile(r":[ \t]+(?:[„\"»]|Ich |Wir |Mir |Bei mir|Bei uns|ich |wir |bei uns )")
_BREAK = re.compile(r"(?:^|\n|[.;!?] |\] |\d\.(?:\d\d)? ?[/–|-] )[ \t>–•*-]*\Z")


class Speakers(Recognizer):
    """Everyday nouns before a colon are headings; twice the same noun is somebody."""

    kinds = ("PERSON",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        spoken = [
            w
            for w in document.words
            if word_surname(w, document)
            and _SAID.match(document.text, w.end)
            and _BREAK.search(document.text[max(0, w.start - 6) : w.start])
        ]
        for word in spoken:
            twice = sum(other.fold == word.fold for other in spoken) > 1
            if twice or not everyday(word) or _FIRST_PERSON.match(document.text, word.end):
                yield self.find("PERSON", word.start, word.end, HINT, "speaker")
