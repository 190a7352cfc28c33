"""Rare occupations and offices; what thousands do stays readable."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.recognizers.base import QUASI_SCORE, Recognizer
from caseboard.anonymize.words import listed

_ONLY = re.compile(
    r"(?:der|die|das|eine[rn]?) (?:einzige|letzte|letzten|jüngste|älteste|erste)[rn]?(?: \w+){0,3}? (?P<job>[A-ZÄÖÜ][\wäöüß-]+(?:er|erin|erinnen|ern|in|ist|istin|mann|frau|leiter|leiterin))\b"
)
_NOT_A_JOB = re.compile(
    r"(?:amt|aemter|hilfe|praxis|beruf|berufe|wesen|ei|eien|hof|gericht|gerichte|gerichts|attest|beratung|liche|lichen|liches|lich|isch|ische|ischen|ischer|termin|termine|brief|vermerk|bericht|arbeiten|schule|spiel|spiele|ausbildung|kosten|stelle|bewerbung|tum|pflege|zentrum|haus|besuch|besuche|rechnung|suche|wechsel|schein|nummer)$"
)


class Job(Recognizer):
    """A rare beginning and the ending of a person, or 'the only … in town'."""

    kinds = ("JOB",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        rare = tuple(sorted(listed("rare_jobs")))
        for word in document.words:
            if (word.capital or document.style.lower) and not word.protected and self._rare(document, word, rare):
                yield self.find("JOB", word.start, word.end, QUASI_SCORE, "rare-job")
        for match in _ONLY.finditer(document.text):
            yield self.find("JOB", *match.span(), QUASI_SCORE, "only-one")

    def _rare(self, document: Document, word: Word, rare: tuple[str, ...]) -> bool:
        folded = word.fold
        if (
            not folded.startswith(rare)
            or len(folded) < 5
            or _NOT_A_JOB.search(folded)
            or document.vocabulary.in_glossary(folded)
        ):
            return False
        return folded.endswith(
            (
                "er",
                "erin",
                "ers",
                "ern",
                "ist",
                "istin",
                "in",
                "eur",
                "or",
                "orin",
                "mann",
                "frau",
                "ant",
                "antin",
                "oge",
                "ogin",
                "t",
                "tin",
                "d",
                "nn",
                "wirt",
                "wirtin",
                "l",
                "m",
                "e",
                "en",
                "meister",
                "meisterin",
            )
        )
