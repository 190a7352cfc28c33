"""Rare occupations and offices; what thousands do stays readable."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import LAST, LOWER
from caseboard.anonymize.recognizers.base import QUASI_SCORE, Recognizer
from caseboard.anonymize.recognizers.naming import calendar
from caseboard.anonymize.words import listed

_ONLY = re.compile(
    r"(?:(?:der|die|das|eine[rn]?) |(?<=[,;:(] )|(?<=\n))(?:einzige|letzte|letzten|jüngste|älteste|erste)[rn]?(?: "
    r"\w+){0,3}? (?P<job>[A-ZÄÖÜ][\wäöüß-]+(?:er|erin|erinnen|ern|in|ist|istin|mann|frau|leiter|"
    r"leiterin))\b"
)
_NOT_A_JOB = re.compile(
    r"(?:amt|aemter|hilfe|praxis|beruf|berufe|wesen|ei|eien|hof|gericht|gerichte|gerichts|attest|"
    r"beratung|liche|lichen|liches|lich|isch|ische|ischen|(?<!f)ischer|termin|termine|brief|vermerk|"
    r"bericht|arbeiten|schule|spiel|spiele|ausbildung|kosten|stelle|bewerbung|tum|pflege|zentrum|"
    r"haus|besuch|besuche|rechnung|suche|wechsel|schein|nummer|kasse|schaft)$"
)
_INTRODUCES = frozenset(
    {
        "der",
        "die",
        "ein",
        "eine",
        "einen",
        "einem",
        "als",
        "zum",
        "vom",
        "beim",
        "ist",
        "war",
        "wurde",
        "will",
        "wollte",
        "wird",
        "er",
        "sie",
    }
)
_PERSON = re.compile(
    r"(?:er|ers|ern|erin|erinnen|ist|isten|istin|in|eur|eurin|or|orin|mann|frau|ant|antin|oge|"
    r"ogin|t|tin|d|nn|wirt|wirtin|l|m"
    r"|e|en|f|tenor|meister|meisterin|lehrling)$"
)


class Job(Recognizer):
    """A rare beginning and the ending of a person, or 'the only … in town'."""

    kinds = ("JOB",)
    _long = tuple(sorted(stem for stem in listed("rare_jobs") if len(stem) >= 7))

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        rare = tuple(sorted(listed("rare_jobs")))
        for word in document.words:
            if (word.capital or document.style.lower) and not word.protected and self._rare(document, word, rare):
                yield self.find("JOB", word.start, word.end, QUASI_SCORE, "rare-job")
        for match in _ONLY.finditer(document.text):
            if not any(calendar(w) or w.fold in listed("kinship") for w in document.within(*match.span("job"))):
                yield self.find("JOB", *match.span("job"), QUASI_SCORE, "only-one")

    def _rare(self, document: Document, word: Word, rare: tuple[str, ...]) -> bool:
        folded = word.fold
        if len(folded) < 5 or not _PERSON.search(folded) or _NOT_A_JOB.search(folded):
            return False
        if document.vocabulary.in_glossary(folded):
            return False
        if not folded.startswith(rare) and not (word.capital and any(stem in folded for stem in self._long)):
            return False
        if document.style.lower and folded.endswith("t") and word.value & LOWER:
            return False
        return not word.value & LAST or self._introduced(document, word)

    def _introduced(self, document: Document, word: Word) -> bool:
        """'als Müller', 'gelernter Wagner': the occupation; without such a word it may be a surname."""
        before = document.at(word.index - 1)
        if re.search(r"\d, \Z", word.gap) or (before is not None and before.fold in {"will", "einmal", "einst"}):
            return True
        return before is not None and not before.capital and before.fold not in listed("function_words") - _INTRODUCES
