"""Origin: countries, nationalities, ethnic and religious groups; names of languages stay."""

import re
from collections.abc import Iterator
from functools import cache

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document, Word
from caseboard.anonymize.origins import countries, groups, region_of, stems
from caseboard.anonymize.recognizers.base import QUASI_SCORE, Recognizer
from caseboard.anonymize.words import listed

_TAIL = re.compile(
    r"\s(?:Staatsangehörige[rn]?|Staatsbürger(?:in)?|Staatsangehörigkeit|Herkunft|Abstammung|"
    r"Minderheit|Wurzeln|Familie|Nationalität|Pass|Volkszugehörigkeit|Glaubens)\b"
)
_ENDING = re.compile(
    r"^(?:sche[rnsm]?|sches|isch|ische[rnsm]?|er|erin|ern|ers|erinnen|in|innen|e|en|n|ien|ier|ierin|ierinnen|ianer|"
    r"ianerin|os|i|is|aner|anerin|anisch\w*|änger\w*|sprachige[rn]?|stämmige[rn]?|nischer?\w*|"
    r"aische\w*|inen|ina|ino|länder\w*|isches|es|ese|esin|esisch\w*|it|itin|iten)?$"
)
_NATIONS = (
    "bulg|bras|rum|poln|ukr|russ|türk|syr|afgh|irak|iran|eritr|äthiop|som|kosov|alban|serb|bosn|kroat|maked|pak|vietn"
)
_ABBREVIATED = re.compile(rf"(?<=[(,] )(?:{_NATIONS})\.(?=[,)])|(?<=\()(?:{_NATIONS})\.(?=[,)])", re.I)
_STATED = re.compile(
    r"\b(?:Staatsang(?:ehörigkeit|eh)?\.?|StA|Nationalität|Volksgruppe|Volkszugehörigkeit|Ethnie|Herkunft|Herkunftsland|Stamm(?=:))(?![^\W\d_])"
    r"[:.|]{0,2}[ \t]*[:|]?[ \t]*(?P<o>(?!Deutsch\b|deutsch\b|unbekannt|ungeklärt|EU\b|und\b|der\b|ist\b|aus\b|in\b)"
    r"[^\W\d_]{4,20}(?=[,;.\n)|]|$))"
)
_PEOPLE = re.compile(
    r"\b(?:Familie|Fam\.|Eltern|Mutter|Vater|Ehefrau|Ehemann|Mandant(?:in)?) (?:ist|sind|war|waren) "
    r"(?P<o>[^\W\d_]{3,20}isch)(?=[,.;\n]| und (?![A-ZÄÖÜ]\w*isch\b))"
)
_FORM = re.compile(
    r"\b(?:staatsang(?:eh(?:örigkeit)?)?|volksgr(?:uppe)?|nationalität)\b[ \t.]*:?[ \t]*"
    r"(?P<o>(?:[^\W\d_]+-)?(?!deutsch\b)[^\W\d_]{3,20}isch)\b",
    re.I,
)
_WHO = re.compile(
    r"\b(?:ist|is|sei|war) (?:eine? )?(?P<o>Lase|Lasin|Baske|Kameruner|Guineer|Sorbe|Igbo|Yoruba|Haussa"
    r"|Konvertit(?:in)?)(?!\w)",
    re.I,
)
_BEFORE_LANGUAGES = frozenset({"das", "dem", "im", "vom", "ins", "zum", "des"})
_HELP = re.compile(r"(?:beratung|hilfe|arbeit|rat|unterkunft|initiative|dienst|politik|recht|kurs|tempel)(?:s|en)?$")
_REGIONS = ("kosovar", "suedind", "nordafrik", "westafrik", "ostafrik", "zentralafrik", "suedamerik")
_ORIGINATES = ("staemmig", "staemmige", "staemmiger", "sprachigen")
_FOREIGNERS = frozenset({"auslaender", "auslaenderin"})
_FIRST = 3
_LONGEST = 22
_SHORT = re.compile(
    r"\b[A-Za-zäöü]{3,7}\. (?:StA|Staatsang\w*|Herk\w*)\b\.?|\b(?:[Nn]icht-?)?(?:EU|eu)[- ]?[Bb]ürger(?:in|innen|s)?\b"
)


@cache
def _stems() -> tuple[str, ...]:
    return tuple(stem for stem, _ in stems())


@cache
def _groups() -> tuple[str, ...]:
    return tuple(groups())


@cache
def _beginnings() -> frozenset[str]:
    """The first letters of everything that tells an origin, which is never shorter; most words begin otherwise."""
    named = (*countries(), *(f"{country}s" for country in countries()), *_groups(), *_stems(), *_REGIONS, *_FOREIGNERS)
    return frozenset(begins[:_FIRST] for begins in named)


class Origin(Recognizer):
    """'Türkisch' alone is a language, 'türkischer' and 'Türkin' are people."""

    kinds = ("ORIGIN",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for match in document.finditer(_SHORT):
            yield self.find("ORIGIN", *match.span(), QUASI_SCORE, "origin:short")
        for match in document.finditer(_ABBREVIATED):
            yield self.find("ORIGIN", *match.span(), QUASI_SCORE, "origin:short")
        for match in document.finditer(_STATED):
            yield self.find("ORIGIN", *match.span("o"), QUASI_SCORE, "origin:stated")
        for pattern in (_FORM, _WHO):
            for match in document.finditer(pattern):
                yield self.find("ORIGIN", *match.span("o"), QUASI_SCORE, "origin:stated")
        for match in document.finditer(_PEOPLE):
            if region_of(match["o"]):
                yield self.find("ORIGIN", *match.span("o"), QUASI_SCORE, "origin:stated")
        for word in document.words:
            if word.protected or not self._origin(document, word):
                continue
            tail = _TAIL.match(document.text, word.end)
            yield self.find("ORIGIN", word.start, tail.end() if tail else word.end, QUASI_SCORE, "origin")

    def _origin(self, document: Document, word: Word) -> bool:
        folded = word.fold
        if folded[:_FIRST] not in _beginnings() and not folded.endswith(_ORIGINATES):
            return False
        if folded in listed("glossary"):
            return False  # a language
        if folded in countries() or (folded.endswith("s") and folded[:-1] in countries()):
            return word.capital or word.lower_style or self._from(document, word)
        if folded != "romanes" and folded.startswith(_groups()):
            return len(folded) < _LONGEST and not _HELP.search(folded)
        if folded.endswith(("isch", "isches")) and (word.capital or folded.endswith("isch")):
            return False  # a language
        if word.capital and folded.endswith(("ischen", "ische")) and self._language(document, word):
            return False
        for stem, _ in stems() if folded.startswith(_stems()) else ():
            if folded.startswith(stem) and _ENDING.match(folded[len(stem) :]):
                return not self._dish(document, word)
        return folded.startswith(_REGIONS) or folded.endswith(_ORIGINATES) or folded in _FOREIGNERS

    def _from(self, document: Document, word: Word) -> bool:
        """'aus peru', 'in eritrea': in small letters only behind a preposition."""
        before = document.at(word.index - 1)
        return before is not None and before.fold in {"aus", "in", "nach", "von"} and word.gap == " "

    def _language(self, document: Document, word: Word) -> bool:
        """'aus dem Tamilischen', 'ins Bulgarische', 'das Russische': a language, as no noun stands behind it."""
        before, after = document.at(word.index - 1), document.at(word.index + 1)
        alone = after is None or after.gap != " " or not after.capital
        return alone and before is not None and before.fold in _BEFORE_LANGUAGES and word.gap == " "

    def _dish(self, document: Document, word: Word) -> bool:
        """'griechisches Lokal', 'bulgarische Sprache' speak of things, which the page may say."""
        return bool(
            re.match(
                r"\s(?:Sprach|Lokal|Restaurant|Küche|Imbiss|Konsulat|Botschaft|Behörde|Dokument|Urkunde|"
                r"Übersetz|Führerschein|Abschluss|Schul|Diplom|Ministeri|Regierung|Gericht|Staatsanwalt|Polizei|Amt\b|Ämter"
                r"|Rentenversicherung|Rentenbescheid|Rententräger|Generalkonsulat|Vertretung|Armee|Schrift|Alphabet|Kalender"
                r"|Tastatur|Tee\b|Kaffee|Salat|Eis\b|Brot|Käse|Wurst|Suppe|Spezialität|Gericht|Essen\b|Rezept|Musik|Lied"
                r"|Film|Serie|Sender|Fernseh|Radio|Laden|Läden|Supermarkt|Markt|Bäcker|Feiertag|Neujahr|Fest\b|Märchen"
                r"|Wörter|Wort|Buchstab|Recht\b|Seite\b|Stelle\b|Zoll|Grenze|Steuer|Bank\b|Konto)",
                document.text[word.end : word.end + 20],
                re.I,
            )
        )
