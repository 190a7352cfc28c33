"""Rare occupations and offices; what thousands do stays readable."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import LAST, LOWER, frequency
from caseboard.anonymize.rare_words import BODY_OR_THING, NOT_WORK, holds_rare_work, is_worker
from caseboard.anonymize.recognizers.base import QUASI_SCORE, Recognizer
from caseboard.anonymize.recognizers.naming import calendar
from caseboard.anonymize.words import listed

_ONLY = re.compile(
    r"(?:(?:der|die|das|eine[rn]?) |(?<=[,;:(] )|(?<=\n))(?:einzige|letzte|letzten|jüngste|älteste|erste)[rn]?(?: "
    r"\w+){0,3}? (?P<job>[A-ZÄÖÜ][\wäöüß-]+(?:er|erin|erinnen|ern|in|ist|istin|mann|frau|leiter|"
    r"leiterin))\b"
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
_FIELD_OF = re.compile(
    r"(?<![\w-])(?P<job>(?:ehemalige[rn]? |gelernte[rn]? |diplomierte[rn]? )?[A-ZÄÖÜ][\wäöüß-]{3,}"
    r"(?:er|erin|ist|istin|eur|eurin|or|orin"
    r"|iker|ikerin|ologe|ologin|ent|entin|ant|antin|ard|wart|mann|frau))"
    r" (?P<of>für (?!\w+isch\b|Recht\b)(?:(?:alte|seltene|historische|große|kleine) )?[A-ZÄÖÜ][\wäöüß-]{3,}"
    r"|im [A-ZÄÖÜ][\wäöüß]*(?:bau|bergwerk|orchester|theater|zirkus|zoo|kloster|ministerium|fernsehen|rundfunk)"
    r"|(?:einer|eines|auf einer|auf einem|in einem|in einer) (?:\w+e[nrs] )?[A-ZÄÖÜ][\wäöüß]*"
    r"(?:yacht|schiff|dorf|zirkus|orchester|oper|palast"
    r"|kloster|mine|bergwerk|ministerium|insel|schloss|farm|plantage|königs\w*|zoo)s?"
    r"|am (?:\w+ )?[A-ZÄÖÜ]\w*(?:gericht|theater|hof|observatorium|konservatorium|institut)"
    r"|mit eigene[rnm]? [A-ZÄÖÜ]\w+)"
)
_TRADE = re.compile(
    r"(?:er|erin|ist|istin|eur|eurin|wart|wartin|priester|koch|koechin|chef|chefin|ologe|ologin|iker|ikerin)$"
)
_NO_TRADE = (
    "geber",
    "nehmer",
    "nehmerin",
    "empfaenger",
    "empfaengerin",
    "bezieher",
    "sprachler",
    "steller",
    "schueler",
    "zimmer",
    "besitzer",
    "fenster",
    "faktor",
    "lager",
    "leiter",
    "fehler",
    "stecker",
    "zaehler",
    "messer",
    "meter",
    "schaeler",
    "wender",
    "oeffner",
    "halter",
    "schalter",
    "kocher",
    "trockner",
    "staender",
    "roller",
    "sauger",
    "rechner",
    "ordner",
    "koffer",
    "eimer",
    "boiler",
    "filter",
    "becher",
    "teller",
    "keller",
)
_WAS = re.compile(
    r"\b(?:war|als|gelernte[rn]?|gelernt|ehemalige[rn]?|früher|einmal|zuletzt|einst|hat er|hat sie)"
    r"(?: [a-zäöüß]{2,12}){0,2} \Z"
)
_LONG, _SELDOM, _REACH = 9, 2.2, 40
_ONCE = re.compile(r"\b(?:war|als|früher|ehemals|einst|einmal)\b")
_STAFF = re.compile(
    r"berat|ansprech|betreu|leiter|sachbearb|anwalt|anwält|arzt|ärzt|lehrer|vermittl|referent|helfer|fahrer|verkäuf|manager"
    r"|trainer|coach|dozent|kursleit|zuständ|mitarbeit|kollege|assist|termin|partner|träger|anbieter|partner|geber|bewerber|teilnehm"
    r"|kinder|finger|februar|computer|papier|zimmer|kosten|fehler|wetter|ordner|drucker|ständer|rechner|dezember|november|september"
    r"|oktober|muster|vertreter|nummer|körper|bilder|bücher|bücherei|behälter|lager|master|server|monitor|motor|moment|patient"
    r"|kaufm|kauffr|student|antrag|verfahr|sommer|winter|messer|kleider|alter|mutter|vater|bruder|schwester|tochter|geschwister",
    re.I,
)


class Job(Recognizer):
    """A rare beginning and the ending of a person, or 'the only … in town'."""

    kinds = ("JOB",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        rare = tuple(sorted(listed("rare_jobs")))
        for word in document.words:
            if (word.capital or word.lower_style) and not word.protected and self._rare(document, word, rare):
                yield self.find("JOB", word.start, word.end, QUASI_SCORE, "rare-job")
        for word in document.words:
            if self._seldom(document, word):
                yield self.find("JOB", word.start, word.end, QUASI_SCORE, "seldom-job")
        for match in document.finditer(_FIELD_OF):
            if not _STAFF.search(match["job"]) and not self._somebody(document, match):
                yield self.find("JOB", *match.span(), QUASI_SCORE, "field-of-work")
        for match in document.finditer(_ONLY):
            words = document.within(*match.span("job"))
            if not any(calendar(w) or w.fold in listed("kinship") or NOT_WORK.search(w.fold) for w in words):
                yield self.find("JOB", *match.span("job"), QUASI_SCORE, "only-one")

    def _rare(self, document: Document, word: Word, rare: tuple[str, ...]) -> bool:
        folded = word.fold
        if not is_worker(folded):
            return False
        if document.vocabulary.in_glossary(folded):
            return False
        if not folded.startswith(rare) and not (word.capital and holds_rare_work(folded)):
            return False
        if word.lower_style and folded.endswith("t") and word.value & LOWER:
            return False
        if self._meant_otherwise(document, word):
            return False
        return not word.value & LAST or self._introduced(document, word)

    def _meant_otherwise(self, document: Document, word: Word) -> bool:
        """'der Gemeinderat will', 'der Drucker druckt', 'wie ein Dichter': a body, a thing, a comparison."""
        before = document.at(word.index - 1)
        if before is not None and before.fold in {"ein", "eine", "der", "die"}:
            like = document.at(before.index - 1)
            if like is not None and like.fold == "wie":
                return True
        if BODY_OR_THING.match(word.fold):
            return not _WAS.search(document.text, max(0, word.start - _REACH), word.start)
        return False

    def _seldom(self, document: Document, word: Word) -> bool:
        """'war Uniformschneiderin', 'gelernt als Kesselflicker': hardly anybody is, or nobody would have to ask."""
        if not word.capital or word.protected or len(word.fold) < _LONG or not _TRADE.search(word.fold):
            return False
        if word.fold.startswith(tuple(listed("plain_trades"))):
            return False
        if frequency(word.value) >= _SELDOM or _STAFF.search(word.text) or word.fold.endswith(_NO_TRADE):
            return False
        if word.value & LAST or document.vocabulary.in_glossary(word.fold) or word.fold in listed("roles"):
            return False
        return bool(_WAS.search(document.text, max(0, word.start - _REACH), word.start))

    def _somebody(self, document: Document, match: re.Match[str]) -> bool:
        """'Frau Sandler für die Miete': behind a title the noun is a name; and what is no occupation at all."""
        words = document.within(*match.span("job"))
        before = document.at(words[0].index - 1)
        if re.match(r"(?:Richter|Staatsanw)", words[0].text):
            return not _ONCE.search(document.text[max(0, match.start() - 20) : match.start()])  # who decides today
        titled = before is not None and before.fold in listed("titles") and words[0].gap in (" ", ". ")
        return titled or words[-1].fold in listed("roles") or not document.vocabulary.ordinary(words[-1].fold)

    def _introduced(self, document: Document, word: Word) -> bool:
        """'als Müller', 'gelernter Wagner': the occupation; without such a word it may be a surname."""
        before = document.at(word.index - 1)
        if re.search(r"\d, \Z", word.gap) or (before is not None and before.fold in {"will", "einmal", "einst"}):
            return True
        return before is not None and not before.capital and before.fold not in listed("function_words") - _INTRODUCES
