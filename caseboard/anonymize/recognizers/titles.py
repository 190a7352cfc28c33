"""Names behind a title.

Frau Y., Hr. M., Familie Öztürk, Dr. Koch, RA v. d. Heydte; the strongest sign German text has.
"""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.lexicon import FIRST, INFLECTED, LAST, LOWER, NOUN, PLACE, frequency
from caseboard.anonymize.recognizers.base import SURE, Recognizer
from caseboard.anonymize.recognizers.name_runs import run
from caseboard.anonymize.recognizers.naming import (
    ROLE_ENDS,
    calendar,
    function_word,
    name_like,
    naming,
    person_word,
)
from caseboard.anonymize.recognizers.word_surnames import everyday, word_surname
from caseboard.anonymize.words import listed

_GAP = re.compile(r"^(?:[.:]{0,2}[ \t]*|[.]?[ \t]*\n[ \t]*|[ \t]*[:(„\"»‚'][ \t]*)\Z")
_FIRM = frozenset(
    {"frau", "frl", "fraeulein", "herr", "herrn", "hr", "hrn", "fr", "fam", "familie", "eheleute", "ehepaar",
     "dr", "prof", "kd", "kdn", "kdin"}
)  # fmt: skip
_BEFORE_NAMES = frozenset(
    {"frau", "frl", "fraeulein", "herr", "herrn", "hr", "hrn", "eheleute", "ehepaar", "dr", "prof"}
)
_SPOKEN = frozenset({"komma", "punkt", "klammer", "absatz", "doppelpunkt", "semikolon", "strichpunkt"})
_SPELT_OUT = frozenset({"frau", "fraeulein", "herr", "herrn", "familie", "eheleute", "ehepaar"})
_ADDRESS = frozenset({"frau", "herr", "herrn"})
_CUT_SHORT = frozenset({"hr", "hrn", "dr", "prof", "frl"})  # 'Fr. Morgen' may be a day
_NOBLE = frozenset(
    ["v", "von", "van", "zu", "de", "al", "el", "da", "do", "dos", "di", "del", "la", "le", "ter", "bin"]
)
_FIELDS = frozenset(
    {"einsender", "einsenderin", "unterzeichner", "unterzeichnerin", "schriftfuehrer", "schriftfuehrerin", "schriftf",
     "protokollant", "protokollantin", "protokoll", "prot", "aufgenommen", "verfasser", "verfasserin", "gez", "name",
     "nachname", "familienname", "vorname"}
)  # fmt: skip
_EVERYDAY, _LONG = 4.4, 9
_IN_CAPITALS = frozenset({"le", "tn", "lb"})
_SHORT, _ABBREVIATION = 1, 6
_OFFICE = frozenset({"kd", "kdn", "kdin", "tn", "lb", "le", "elb", "ehb", "kunde", "kundin", "klient", "klientin",
                     "teilnehmer", "teilnehmerin"})  # fmt: skip
_ABSTRACT = ("ung", "heit", "keit", "tion", "schaft", "nis", "ierung")
_TRANSITIVE = frozenset({"hat", "braucht", "macht", "bekommt", "sucht", "will", "zeigt", "verlangt", "gibt", "nimmt"})
_SPEAKER = re.compile(
    r"(?:\A|\n)[^\w\n]{0,3}(?:\w[^\]\n]{0,24}\],? ?|\d{1,4}[./-][\d./-]{1,8},? ?)?"
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: Uhr)?[^\w\n]{1,4}\Z"
)
_PREFIX = 32
_ABBREVIATED = frozenset(["fr", "kd", "kdn", "tn", "lb", "le", "sr", "ri", "st"])


def person_title(word: Word) -> bool:
    """A role in the singular that names one person: Vermieterin, Nachbar, Schichtführerin."""
    return word.capital and (word.fold in listed("roles") or word.fold.endswith(ROLE_ENDS)) and len(word.fold) > _SHORT


class Titles(Recognizer):
    """Forced for Frau, Herr, Dr. and the like; for roles only what looks like a name follows."""

    kinds = ("PERSON",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        titles, roles = listed("titles"), listed("roles")
        for word in document.words:
            firm = word.fold in titles or self._degree(document, word) or self._misread(document, word)
            if not (firm or word.fold in roles or self._role(word)) or word.protected or self._spelt(word):
                continue
            after = document.at(word.index + 1)
            if after is None or not _GAP.match(after.gap) or after.protected or after.fold in _FIRM:
                continue
            if ":" in after.gap and self._quoted(document, word) and not name_like(after, document):
                continue  # 'Grund lt. Kd.: Schimmel im Kinderzimmer': what somebody said
            if ":" in after.gap and _SPEAKER.search(document.text, max(0, word.start - _PREFIX), word.start):
                continue  # '[06:15] Kunde: Geld noch nicht da': who speaks, and then what is said
            field = (
                word.fold in _FIELDS
                and ":" in after.gap
                and after.capital
                and not document.vocabulary.in_glossary(after.fold)
                and after.fold not in listed("determiners")
            )
            if self._addressed(document, word, after):
                yield self.find("PERSON", after.start, after.end, SURE, f"title:{word.text}", "word-name")
                continue
            if person_title(word) and self._word_name(document, after):
                suffix = document.at(after.index + 1)
                last = suffix if suffix is not None and suffix.fold in listed("name_suffixes") else after
                yield self.find("PERSON", after.start, last.end, SURE, f"title:{word.text}", "word-name")
                continue
            if not firm and "." in after.gap and (len(word.fold) > _ABBREVIATION or word.value & INFLECTED):
                continue  # 'mit dem Seniorchef. Mobilitätshilfe …': the sentence is over
            forced = field or (firm and self._forced(document, word, after))
            if not forced and not self._likely(document, after):
                continue
            span = run(document, after, forced=True)
            if span:
                yield self.find("PERSON", *span, SURE, f"title:{word.text}")
                yield from self._second(document, span[1], word)

    def _addressed(self, document: Document, title: Word, after: Word) -> bool:
        """'Frau Morgen', 'Dr. Dreher': behind the address an occupation or a time is somebody's name."""
        spelt_out = title.fold in _ADDRESS and after.gap == " "
        if not (spelt_out or (title.fold in _CUT_SHORT and after.gap in (" ", ". "))):
            return False
        if not after.capital or after.shouted or person_word(after):
            return False
        following = document.at(after.index + 1)
        spoken = following is not None and following.fold in _SPOKEN
        if following is not None and following.capital and following.gap in (" ", "-") and not spoken:
            return False
        return after.fold in listed("jobs") or (function_word(after) and bool(after.value & NOUN))

    def _quoted(self, document: Document, title: Word) -> bool:
        before = document.at(title.index - 1)
        return title.fold in _OFFICE and before is not None and before.fold in {"lt", "laut", "nach", "gemaess"}

    def _degree(self, document: Document, word: Word) -> bool:
        """'Dipl.-Psych. van den Berg', 'Dipl.-Soz.päd. (FH)': what stands behind the diploma is a title as well."""
        before = document.at(word.index - 1)
        return before is not None and before.fold == "dipl" and "-" in word.gap and word.fold in listed("title_parts")

    def _misread(self, document: Document, word: Word) -> bool:
        """'Farn. Rosenbusch': a scanner took the m of 'Fam.' for r and n."""
        abbreviated = word.capital and document.text[word.end : word.end + 1] == "."
        before = document.at(word.index - 1)
        abbreviated = abbreviated and (before is None or before.fold not in listed("determiners"))
        return abbreviated and "rn" in word.fold and word.fold.replace("rn", "m") in listed("titles")

    def _spelt(self, word: Word) -> bool:
        """'Le' and 'Lê' are names; the title is written LE."""
        return word.fold in _IN_CAPITALS and word.capital and not word.shouted

    def _role(self, word: Word) -> bool:
        """'Schichtführerin', 'Filialleiter', 'Kinderärztin': compounds of roles."""
        return word.capital and len(word.fold) > _LONG and word.fold.endswith(ROLE_ENDS)

    def _forced(self, document: Document, title: Word, after: Word) -> bool:
        if "." in after.gap and (title.fold in _SPELT_OUT or (len(title.fold) > 4 and title.value & INFLECTED)):
            return False  # 'mit der Familie. Bezahlt wird …': only an abbreviation goes on behind its full stop
        if title.fold == "fr" and "." not in after.gap and re.match(r"\s*\d", document.text[title.end :]):
            return False
        if title.fold in _ABBREVIATED and not title.capital and not document.style.lower:
            return False
        if after.fold in _NOBLE:
            return self._noble(document, after)
        if after.fold in {"zur", "zum", "vom"}:
            return title.fold in {"frau", "herr", "herrn", "fr", "hr", "freifrau"} and self._seat(document, after)
        if after.capital:
            term = document.vocabulary.in_glossary(after.fold) and not naming(after, document) & (FIRST | LAST)
            if title.fold in _OFFICE and after.fold.endswith(_ABSTRACT) and after.value & INFLECTED:
                return False  # 'TN Verlängerung', 'Kd. Anmeldung': what the participant gets
            return not term or title.fold in _BEFORE_NAMES
        small = title.text in {"frau", "herr", "herrn"} and after.fold in listed("word_surnames")
        return (
            document.style.lower
            or (small and not function_word(after))
            or bool(naming(after, document) & (FIRST | LAST) and not after.value & LOWER)
        )

    def _word_name(self, document: Document, after: Word) -> bool:
        """'die Vermieterin Blank', 'Schichtführerin Glück': no second noun can stand there but a name."""
        if after.gap != " " or not word_surname(after, document):
            return False
        following = document.at(after.index + 1)
        if following is not None and following.gap in (" ", "-") and following.capital:
            return False
        return not everyday(after) or following is None or following.fold not in _TRANSITIVE

    def _alone(self, document: Document, after: Word) -> bool:
        """'Gerichtsvollzieher Nebel kommt': two nouns side by side, and no third."""
        following = document.at(after.index + 1)
        side_by_side = after.gap == " " and (following is None or following.gap != " " or not following.capital)
        rare = bool(after.value & LAST) or frequency(after.value) < _EVERYDAY
        plain = (
            document.vocabulary.in_glossary(after.fold)
            or calendar(after)
            or (after.value & LOWER and not after.value & (LAST | NOUN))
        )
        return (
            side_by_side and rare and not plain and not after.fold.endswith(("ung", "heit", "keit", "tion", "schaft"))
        )

    def _noble(self, document: Document, particle: Word) -> bool:
        """'Herr da Silva', 'RA v. d. Heydte', but not 'Kundin zu Hause'."""
        following = document.at(particle.index + 1)
        if particle.fold == "van" and following is not None and following.fold in {"den", "der", "de", "het"}:
            following = document.at(following.index + 1)
            return following is not None and following.capital
        if following is not None and following.fold in listed("particles"):
            following = document.at(following.index + 1)
        return following is not None and following.capital and following.fold not in listed("no_places")

    def _seat(self, document: Document, particle: Word) -> bool:
        """'Frau zur Mühlen', but not 'Frau zur Kur': what follows is known as a surname or a place."""
        seat = document.at(particle.index + 1)
        return (
            seat is not None
            and seat.capital
            and seat.fold not in listed("no_places")
            and bool(seat.value & (LAST | PLACE))
            and frequency(seat.value) < _EVERYDAY
        )

    def _likely(self, document: Document, after: Word) -> bool:
        if after.fold in _NOBLE:
            return self._noble(document, after)
        if not after.capital and not document.style.lower:
            return False
        if after.value & (INFLECTED | LOWER) and not (naming(after, document) & FIRST):
            return self._alone(document, after)
        if document.vocabulary.in_glossary(after.fold) and not naming(after, document) & (FIRST | LAST):
            return False
        return name_like(after, document) or not after.value & (INFLECTED | LOWER | NOUN)

    def _second(self, document: Document, end: int, title: Word) -> Iterator[RecognizerResult]:
        """'Herr und Frau X' needs nothing; 'Frau X und Y', 'Eheleute Anna und Bernd X' goes on after 'und'."""
        rest = re.compile(r" (?:und|u\.|&|/|sowie) ").match(document.text, end)
        if not rest:
            return
        following = next((w for w in document.within(rest.end(), rest.end() + 1)), None)
        if following and following.capital and not function_word(following) and following.fold not in listed("titles"):
            if not (
                name_like(following, document)
                and (naming(following, document) & (FIRST | LAST) or following.value == 0)
            ):
                return
            span = run(document, following, forced=False)
            if span:
                yield self.find("PERSON", *span, SURE, f"title:{title.text}", "and")
