"""Occupations that the sentence tells: 'war in Herat Gefängnisbibliothekar', 'Hebamme auf einem Kamelmarkt'."""

import re
from collections.abc import Iterator
from functools import cache

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.fold import fold
from caseboard.anonymize.happenings import CRAFTS
from caseboard.anonymize.lexicon import LAST, frequency
from caseboard.anonymize.recognizers.base import QUASI_SCORE, Recognizer
from caseboard.anonymize.words import listed

_SELDOM, _SPOKEN, _UNHEARD = 2.4, 2.0, 0.5
_SHORTEST, _LONG, _REACH = 3, 4, 60
_GAP = r"(?: (?:[a-zäöüß]{2,12}|seit [A-ZÄÖÜ]\w+|in [A-ZÄÖÜ]\w+|bis \d{4}|\d{4})){0,3}:? "
_WAS = r"war|waren|ist|bin|ehem\.|ehemalige[rn]?|einst|gelernte[rn]?|gel\.|beruf:?|zuletzt|als|früher"
_TOLD = re.compile(
    rf"\b(?:{_WAS}|is|sei|wurde|einmal|gelernt|studierte[rn]?|vereidigte[rn]?|promovierte[rn]?|diplomierte[rn]?"
    rf"|leitende[rn]?|beruflich|daheim){_GAP}\Z",
    re.I,
)
_AGED = re.compile(r"[^\W\d_]{2,}, [1-9]\d, \Z")  # 'Larissa Pfeffer, 49, Konzertharfenistin'
_DONE = re.compile(r" (?:gelernt|gewesen)\b")
_NAMED = re.compile(r" (?:Dr\.|Frau|Herrn?|Fr\.|Hr\.|[A-ZÄÖÜ][\wäöüß-]+)")
_ENDING = r"(?:in|innen|n|en|s|ist|istin|e)?"

_LEARNED = re.compile(
    r"\b(?:war|beruf:?|gelernte|ausgebildete|studierte|früher|ehemalige[rn]?|ehem\.)"
    r"(?: (?:er|sie|ich|die|der|da|dort|ja|mal|nicht|doch|lange|daheim|zuhause|früher|auch|mein \w+|meine \w+"
    r"|in [^\W\d_]\w+)){0,4} (?P<job>(?:hebamme|richter(?:in)?|(?:zahn|tier|kinder|frauen)?(?:ärztin|arzt)|steinmetz"
    r"|apotheker(?:in)?|staatsanw(?:alt|ältin)|lotsin|lotse|imam|notar(?:in)?)(?!\w))"
    r"(?! gehen| sein| werden| (?-i:[A-ZÄÖÜ]))",
    re.I,
)
"""Learned professions that a client no longer has; 'war beim Zahnarzt' and 'Richter Klein' are somebody else's."""

_OTHERS = (
    "schriftführ|kassier|kassenwart|vorstand|berater|ansprech|betreu|leiter|sachbear|anwalt|anwält|vermittl|referent|helfer|verkäuf|manager|coach|dozent|zuständ"
    r"|mitarb|kolleg|assist|termin|partner|träger|anbieter|geber|bewerber|teilnehm|zimmer\b|kosten|fehler|mieter"
    r"|eigentüm"
    r"|besitz|erbe|vertret|nachbar|student|schüler|mutter|vater|bruder|schwester\b|tochter|empfänger|kunde|patient"
    r"|mitglied|minderung|nummer|antrag|ordner|vorsitz|arbeiter|nehmer|jobber|inhaber|urkund|kommission|bader\b|wächter"
    r"|geiger\b|sticker\b|kauf|muster|überleb|begleit|freund|teil\b|servicek|fachkr|praktik|auszubild|azubi|beamt"
    r"|schuldner|gläubiger|nutzer|zeug|kläger|kontakt|gast\b|opfer|ersatz|bürger\b|deutsche|ausländer|flüchtling"
    r"|erzeuger|gründer|gesellschafter|pächter|käufer"
)
_WORKER = (
    rf"(?i:(?!\w*(?:{_OTHERS})))(?:[A-ZÄÖÜ][\w-]+ und )?[A-ZÄÖÜ][\wäöüß-]*(?:er|erin|ist|istin|eur|eurin|[dt]or"
    rf"|orin|och"
    r"|öchin|oge|ogin|ent|entin|ant|antin|graf|grafin|amme|ärztin|arzt|wart|mann|frau|pastor|lotsin)"
)
_THING = r"(?:\w+e[nrsm] )?[A-ZÄÖÜ][\w-]{2,}"
_WHERE = re.compile(
    rf"\b(?i:{_WAS}){_GAP}(?<! im )(?<! am )(?<! ab )(?<! in )(?<! zum )"
    rf"(?P<job>{_WORKER} (?:für (?!\w*isch\b|Mathe|Deutsch|Menschen|Personen){_THING}"
    r"|(?:am|auf|auf dem|auf einem|auf einer|in einem|in einer|an der|eines|einer|von der|der|im|vom) "
    r"(?!Kunden\b|Jahr|Monat|Januar|Februar|März|April|Mai\b|Juni|Juli|Herbst|Winter|Sommer|Büro|Haus\b|Rahmen|Fall\b"
    rf"|Firma\b|Maßnahme|Betrieb\b|einer Firma){_THING}|mit eigene[rnm] {_THING}))"
)
_ARMED = re.compile(
    rf"\b(?P<job>{_WORKER} (?:der|bei der|bei den|für die|beim|des) (?:US-)?(?:Bundeswehr|Marine|Armee|Luftwaffe"
    r"|Militärs?|NATO|Vereinten Nationen|Küstenwache|Roten Halbmonds?|\w*[Nn]ationalmannschaft|Handelsmarine"
    r"|Präsidialgarde|Fremdenlegion|Landesauswahl|Staatsbahn|Kriegsmarine)\b)"
)
_USUAL = re.compile(
    r"(?:markt|discounter|handel|heim|heims|hotel|hotels|restaurants?|gasthofs?|werkstatt|spedition|firma|fabrik|lager"
    r"|zentrum|kindergarten|kita|klinik|krankenhaus|praxis|schule|stadt|bäckerei|metzgerei|gastronomie|küche|kantine"
    r"|wäscherei|pflege|baustelle|bau|nachtschicht|frühschicht|teilzeit|vollzeit|minijob|zeitarbeit|unternehmen|branche"
    r"|gruppe|team|abteilung|leitung|verein|gemeinde\b(?!n)|agentur|behörde|verwaltung|amt|amts|kombinat|strecke)\Z",
    re.I,
)
_HEADED = re.compile(
    r"(?<![Dd]er )(?<![Dd]ie )\b(?P<job>Leiter(?:in)? (?:eines|einer|vom|von einem|von einer) [A-ZÄÖÜ][\w-]+)"
)
_HEIRS = re.compile(r"\b(?P<job>(?:[A-ZÄÖÜ][\w-]+ )?in (?:dritter|vierter|fünfter|sechster|siebter|\d\.) Generation)\b")
_MASTER = re.compile(
    r"\b(?:[Hh]at|[Hh]abe?|[Hh]atte|[Hh]aben)(?: [\wäöüß]+,?){0,6}? (?P<job>(?:über (?!(?:die|das|den|der|ein) )"
    r"(?:\w+e )?[A-ZÄÖÜ][\w-]+ promoviert|(?<!den )(?<!das )(?<!die )(?<!der )(?<!ein )(?<!nen )(?:[a-zäöü]+e )?"
    r"(?!Pläne|Blumen|Blei\b|Beton|Fundament|Haare|Zöpfe|Bündnis)[A-ZÄÖÜ][\w-]+(?: (?:für|nach|aus) (?:\w+e[rnms]? )?"
    r"[A-ZÄÖÜ][\w-]+)? "
    rf"{CRAFTS}|(?:[A-ZÄÖÜ]\w+ )?für (?:die |das |den )?[A-ZÄÖÜ]\w+ genäht))\b"
)
_SENTENCES = ((_LEARNED, "told-job"), (_WHERE, "field-of-work"), (_ARMED, "field-of-work"), (_HEADED, "field-of-work"),
              (_HEIRS, "told-job"), (_MASTER, "told-job"))  # fmt: skip


class ToldJobs(Recognizer):
    """A rare trade where one says what somebody is or was, and occupations with an unusual place of work."""

    kinds = ("JOB",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for word in document.words:
            if self._trade(document, word):
                yield self.find("JOB", word.start, word.end, QUASI_SCORE, "told-job")
        for pattern, code in _SENTENCES:
            for match in document.finditer(pattern):
                if pattern is not _WHERE or self._singles_out(document, match):
                    yield self.find("JOB", *match.span("job"), QUASI_SCORE, code)

    def _singles_out(self, document: Document, match: re.Match[str]) -> bool:
        """'Näherin für Autositzbezüge', but neither 'Näherin in einer Werft' nor anybody in a hotel."""
        words = document.within(*match.span("job"))
        if _USUAL.search(match["job"]):
            return False
        plain = words[0].fold in listed("jobs") or document.vocabulary.in_glossary(words[0].fold)
        return not plain or " für " in match["job"] or " mit eigene" in match["job"]

    def _trade(self, document: Document, word: Word) -> bool:
        """'Karussellmaler': a trade with the word before it that says which, unless many do it."""
        folded, rarity = word.fold, frequency(word.value)
        if not (word.capital or word.lower_style) or word.protected or word.value & LAST:
            return False
        compound = _compound().match(folded) if rarity < _SELDOM else None
        if compound is None or folded.startswith(_plain()) or folded in listed("roles") | listed("kinship"):
            return False
        which = len(compound["which"])
        if document.vocabulary.in_glossary(folded) or (which < _SHORTEST and rarity >= _SPOKEN):
            return False
        return self._told(document, word) or (which > _LONG and rarity < _UNHEARD and self._unheard(document, word))

    def _told(self, document: Document, word: Word) -> bool:
        before = max(0, word.start - _REACH), word.start
        aged = _AGED.search(document.text, *before)
        return bool(aged or _TOLD.search(document.text, *before) or _DONE.match(document.text, word.end))

    def _unheard(self, document: Document, word: Word) -> bool:
        """Nobody wrote the word before and both its halves are known; before a name it would be that one's title."""
        return word.capital and not _NAMED.match(document.text, word.end) and document.vocabulary.ordinary(word.fold)


@cache
def _compound() -> re.Pattern[str]:
    trades = sorted(map(fold, listed("trades")), key=len, reverse=True)
    return re.compile(rf"(?P<which>[a-z-]*?)(?:{'|'.join(trades)}){_ENDING}\Z")


@cache
def _plain() -> tuple[str, ...]:
    return tuple(sorted(map(fold, listed("plain_trades"))))
