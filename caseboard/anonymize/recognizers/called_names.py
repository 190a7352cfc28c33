"""Names that a verb of naming announces: 'ich nenne ihn Winter', 'wir sagen Dari', 'Spitzname: Floh'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.recognizers.base import LIKELY, Recognizer
from caseboard.anonymize.recognizers.naming import calendar, function_word, person_word
from caseboard.anonymize.recognizers.word_surnames import everyday
from caseboard.anonymize.words import listed

_WHOM = r"(?:ihn|sie|es|mich|dich|den|die|das Kind|ihn alle|sie alle|ihn nur|sie nur|ihn immer|sie immer)"
_NAME = r"(?P<n>(?-i:[A-ZÄÖÜ])[\w’'-]+)"
_CALLED = re.compile(
    rf"\b(?:(?:nenne|nennen|nennt|nannte|nannten|rufe|rufen|ruft|riefen)(?: wir| alle)? {_WHOM}|wir sagen(?: alle)?"
    r"|(?:nennt|nannte) sich|(?:wird|wurde|werde)(?: von allen| nur| immer)?)"
    rf" [„\"»‚]?{_NAME}(?=[“”\"«‘]?(?:[.,;:)!?\n]| (?:genannt|gerufen|und|aber|weil|der|die|das|nach|wie|zu)\b|$))",
    re.I,
)
_BEHIND = re.compile(
    r"(?<!\w)(?P<n>[A-ZÄÖÜ][\w’'-]+),? so (?:heißt|hieß|heissen|heißen|nennt sich)"
    r" (?:er|sie|das|der|die|mein|ihr|sein|unser)"
)
_IS_CALLED = re.compile(
    r"(?<![\w-])(?P<who>[^\W\d_]+) (?:heißt|hieß|heiße)"
    r"(?: mit (?:Nach|Vor)namen| eigentlich| richtig| wirklich| jetzt| auch)?"
    rf" [„\"»‚]?{_NAME}(?=[“”\"«‘]?(?:[.,;:)!?\n]| (?:und|aber|mit)\b|$))"
)
_AS = re.compile(
    r"(?<!\w)wie (?:ihn|sie|er|sie es|das Kind)(?: von)? (?:alle|wir|ich|man|die \w+|der \w+"
    r"|(?:sein|ihr|unser|mein)e?[rn]? \w+)"
    rf"(?: hier| immer| nur| früher| dort)? (?:nannten?|nenn(?:e|t|en)|ruf(?:e|t|en)|rief(?:en)?),? [„\"»‚]?{_NAME}"
)
_AMONG_US = re.compile(
    r"\b(?:heißt|hieß|heißen) (?:bei (?:uns|allen|ihm|ihr|ihnen|den \w+|der \w+)|hier|dort|überall|intern)"
    rf"(?: nur| immer| alle?)? [„\"»‚]?{_NAME}(?=[“”\"«‘]?(?:[.,;:)!?\n]| (?:und|aber|weil)\b|$))"
    r"|\b(?:von allen|überall|allgemein|im Team|im Ort|im Dorf|zu Hause|daheim|intern) (?:nur |immer )?"
    r"[„\"»‚]?(?P<m>[A-ZÄÖÜ][\w’'-]+)[“”\"«‘]? (?:genannt|gerufen)\b"
)
_ONLY = re.compile(
    r"(?<!\w)(?:der|die|er|sie) (?:heißt|hieß)(?: (?:hier|da|bei uns|bei allen|bei denen|im ort|im dorf))?"
    r" (?:nur|bloß|einfach|halt|immer nur|überall nur) [„\"»‚']?(?P<n>[^\W\d_]{3,})(?=[“”\"«‘']?(?:[.,;:)!?\n]|$))",
    re.I,
)
_REALLY = re.compile(
    r"(?<!\w)(?P<n>[A-ZÄÖÜ][\w’'-]+)(?: von [a-zäöü]+)? "
    r"\((?:(?:er|sie|der|die) heißt|so heißt|heißt)(?: er| sie)?"
    r"(?: (?:doch|echt|wirklich|tatsächlich|nun mal|eben))?(?: so)?[,)]"
)
_RELATED = (
    r"(?:Papa|Papi|Mama|Mami|Mamma|Mutti|Vati|Oma|Omi|Opa|Opi|Onkel|Tante|Baba|Babo|Mutter|Vater|Bruder|Schwester|Pater"
    r"|Doktor|Meister|Käpt[’']?n|Kapitän|Mister|Miss|Lady|Don|Donna|Big|Little|König|Königin|Prinz|Prinzessin|Muhme"
    r"|Vetter|Gevatter|Bäbe|Base|Gote|Dote|Abuela|Nonna|Nonno|Dede|Abla|Abi|Teta|Tata|Deda|Baka|Babuschka)"
)
_NICK = rf"(?P<n>{_RELATED} [A-ZÄÖÜ][\w’'-]+)"
_FILLING = r"(?: (?:ihn|sie|es|mich|dich|sich|den|die|alle|nur|immer|hier|dort|einfach|liebevoll|im \w+|wir))"
_NICKED = re.compile(
    rf"(?<!\w)(?:(?:nenn(?:e|t|en)|nannten?|ruf(?:e|t|en)|riefen){_FILLING}{{1,3}}|(?:heißt|heißen|hieß)"
    rf" (?:hier|dort|überall|intern|nur|bei (?:uns|allen|ihnen|den \w+|der \w+)){_FILLING}?"
    rf"|[Ss]pitzname:?|bekannt als) [„\"»‚]?{_NICK}"
)
_NICKED_BEFORE = re.compile(
    rf"(?:(?<=, )|(?<=[„\"»‚])|(?<=alle )|(?<=nur )){_NICK}[“”\"«‘]? (?:rufen|nennen|genannt|gerufen)\b"
)
_NICKED_QUOTED = re.compile(rf"[„\"»‚](?:(?:die|der|dem|den|s|d)['’]? ?)?{_NICK}[“”\"«‘]")
_TRUSTED = re.compile(
    r"(?:[Nn]enne|[Nn]ennen|[Rr]ufe|[Rr]ufen|riefen|nannten|[Nn]ennt|[Rr]uft)(?: wir| alle)? (?:ihn|sie|mich|dich)"
    r"(?: alle| nur| immer)? "
)
_OTHERS = re.compile(r"(?:[Nn]ennt|[Rr]uft|nannten|riefen)\b")
_THINGS = ("in", "ung", "heit", "keit", "tion", "schaft", "nis", "ei", "mus")
_SAYING = re.compile(r"wir sagen\b", re.I)
_PEOPLE = ("in", "er", "mann", "frau", "kraft", "kind")
_TOLD = re.compile(r"\b(?:wird|wurde|werde)\b", re.I)


class CalledNames(Recognizer):
    """Whatever somebody is called is a name, be it the most ordinary word."""

    kinds = ("PERSON",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for pattern in (_BEHIND, _REALLY):
            for match in document.finditer(pattern):
                yield self.find("PERSON", *match.span("n"), LIKELY, "called")
        for pattern in (_AS, _AMONG_US, _ONLY):
            for match in document.finditer(pattern):
                group = "n" if match["n"] else "m"
                word = document.within(*match.span(group))[0]
                if not (word.protected or function_word(word) or calendar(word)):
                    yield self.find("PERSON", *match.span(group), LIKELY, "called")
        for match in document.finditer(_IS_CALLED):
            who, word = document.within(*match.span("who"))[0], document.within(*match.span("n"))[0]
            somebody = who.fold in listed("subject_pronouns") or person_word(who) or who.fold.endswith(_PEOPLE)
            if somebody and not (word.protected or function_word(word) or calendar(word)):
                yield self.find("PERSON", *match.span("n"), LIKELY, "called")
        for match in document.finditer(_CALLED):
            word = document.within(*match.span("n"))[0]
            passive = bool(_TOLD.match(match[0]))
            if _SAYING.match(match[0]) and re.match(r" (?!zu\b)", document.text[word.end : word.end + 3]):
                continue  # 'wir sagen Kosten der Unterkunft'
            if passive and not re.match(r"[“”\"«‘]? (?:genannt|gerufen)\b", document.text[word.end : word.end + 12]):
                continue
            if not (word.protected or function_word(word) or calendar(word) or person_word(word)):
                told = "named-so" if self._trusted(document, match, word) else "called"
                yield self.find("PERSON", *match.span("n"), LIKELY, told)
        yield from self._nicked(document)

    def _nicked(self, document: Document) -> Iterator[RecognizerResult]:
        """'rufen ihn Papa Tam-Tam', '„die Mami Rosl“': the relative is a part of what somebody is called."""
        for pattern in (_NICKED, _NICKED_BEFORE, _NICKED_QUOTED):
            for match in document.finditer(pattern):
                name = document.within(*match.span("n"))[-1]
                if not (name.protected or function_word(name) or calendar(name) or person_word(name)):
                    yield self.find("PERSON", *match.span("n"), LIKELY, "named-so")

    def _trusted(self, document: Document, match: re.Match[str], word: Word) -> bool:
        """'Wir nennen ihn Happy': no thing, no insult ('nennt sie Lügnerin'), and nobody is asked to name something."""
        if not _TRUSTED.match(match[0]) or everyday(word) or document.vocabulary.in_glossary(word.fold):
            return False
        thing = word.fold.endswith(_THINGS) and document.vocabulary.ordinary(word.fold, word.value)
        return not thing and not (_OTHERS.match(match[0]) and document.vocabulary.ordinary(word.fold, word.value))
