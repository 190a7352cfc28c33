"""Spoken dates: 'dritter fünfter vierundzwanzig', 'am siebzehnten Mai', 'eins neunter zweiundzwanzig'."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.numerals import SPOKEN_ONES
from caseboard.anonymize.recognizers.base import SURE, Shape, ShapeRecognizer
from caseboard.anonymize.recognizers.date import MONTHS

_LOW = r"(?:erst|zweit|zwot|dritt|viert|fünft|sechst|sieb(?:en)?t|acht|neunt|zehnt|elft|zwölft)(?:e[mnr]?|n)"
_HIGH = (
    r"(?:(?:drei|vier|fünf|sech|sieb|acht|neun)zehnt|(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht"
    r"|neun)?und)?zwanzigst"
    r"|(?:einund)?drei(?:ß|ss)igst)(?:e[mnr]?|n)"
)
_TENS = (
    # TENS, but dictation writes ss for ß as well
    r"(?:(?:\w{3,8}und)?(?:zwanzig|drei(?:ß|ss)ig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)"
    r"|zehn|elf|zwölf|\w{3,6}zehn|null (?:eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun))"
)
_CARDINAL = rf"(?:ein|{SPOKEN_ONES}|{_TENS})"
_YEAR = (
    rf"(?:(?:zw(?:ei|o) ?tausend|neunzehn ?hundert)(?: ?und)? ?(?:\w+zig|\w{{2,5}}zehn|elf|zwölf|zehn|eins|zwei"
    rf"|drei|vier|fünf|sechs|sieben|acht|neun)?|(?:(?:neunzehn|zwanzig) ?)?{_TENS}|(?:19|20)\d\d)"
)
_DAY = rf"(?:null )?(?:{SPOKEN_ONES}|zehn|elf|zwölf|\w{{3,6}}zehn|{_TENS})"
_MONTH = rf"(?:null )?(?:{SPOKEN_ONES}|zehn|elf|zwölf)"
_NO_COUNT = (
    r"(?![ \n](?:Euro|Cent|Uhr|Prozent|Sekunde|Minute|Stunde|Kinder|Tage|Wochen|Monate|Jahre|Bewerbungen|Mal\b|Kilo"
    r"|Meter|Personen|Leute|Menschen|Seiten|Punkte|Stück|Std|Min\b|km\b))"
)
_ORDINALS = re.compile(rf"(?:{_LOW}|{_HIGH})\s{_LOW}", re.I)
_RANKED = re.compile(
    r"\b(?:die|das|(?:[kmds]?ein|ihr|unser|eue?r)(?:e[mnrs]?)?|(?:dies|jed|jen|welch)e[mnrs]?|im|ins|beim|zur"
    r"|(?:in|bei|mit|an|auf|von|nach|vor|aus|zu) (?:der|einer))\s\Z",
    re.I,
)
_ARTICLE = re.compile(r"\b[Dd]er\s\Z")
_THING = re.compile(r"\s(?!(?:Punkt|Komma|Absatz|Uhr|Strich)\b)[A-ZÄÖÜ]\w")
_WORD, _REACH = re.compile(r"\s[^\W\d_]"), 20
_STEMS = ("erst", "zweit", "zwot", "dritt", "viert", "fuenft", "sechst", "siebt", "siebent", "acht", "neunt", "elft")
_SAID = frozenset(
    [*(stem + end for stem in _STEMS for end in ("e", "em", "en", "er", "n")), "null", "punkt", "elf", "zwoelf"]
)
_ENDS = (
    "zig",
    "ssig",
    "zehn",
    "zehnte",
    "zehnten",
    "zehntem",
    "zehnter",
    "zehntn",
    "igstn",
    "woelftn",
    "igste",
    "igstem",
    "igsten",
    "igster",
    "woelfte",
    "woelftem",
    "woelften",
    "woelfter",
)
_YEARS = ("tausend", "hundert")


class DictatedDate(ShapeRecognizer):
    """An ordinal before a month, or before an ordinal that can be one."""

    kinds = ("DATE",)
    over_lines = False
    shapes = (
        Shape(
            re.compile(rf"\b(?:{_LOW}|{_HIGH})[ \n](?:{MONTHS}\b(?!-)|{_LOW}\b)(?:[ \n]{_YEAR}\b{_NO_COUNT})?", re.I),
            "spoken",
            SURE,
        ),
        Shape(re.compile(rf"(?<![\w.])\d{{1,2}}\. ?\d{{1,2}}\. (?=[nz]){_YEAR}\b{_NO_COUNT}", re.I), "spoken", SURE),
        Shape(re.compile(rf"\b{_CARDINAL}[ \n]{_LOW}[ \n]{_YEAR}\b{_NO_COUNT}", re.I), "spoken", SURE),
        Shape(
            re.compile(
                r"\bgeb(?:\.|oren|urtstag|urtsdatum|dat\.)?:?(?: ist| war| am| der| den)*[ \n]"
                rf"(?P<n>{_DAY}[ \n]{_MONTH}[ \n]{_YEAR})\b{_NO_COUNT}",
                re.I,
            ),
            "spoken",
            SURE,
            group="n",
        ),
        Shape(
            re.compile(rf"(?<![\w.,])\d{{1,2}}\.? ?{MONTHS} (?!\d){_YEAR}\b{_NO_COUNT}", re.I),
            "spoken",
            SURE,
        ),
        Shape(
            re.compile(
                rf"\b(?:{_LOW}|{_HIGH})(?=(?:,? (?:(?:Komma|und|bis|oder|auf|zum|den) ){{0,3}}(?:{_LOW}|{_HIGH}))"
                rf"{{1,4}} {MONTHS}\b)",
                re.I,
            ),
            "spoken-range",
            SURE,
        ),
        Shape(
            re.compile(rf"\b{_DAY} Punkt {_MONTH} Punkt[ \n](?:{_YEAR}\b{_NO_COUNT})?", re.I),
            "spoken",
            SURE,
        ),
        Shape(
            re.compile(rf"\b\d{{1,2}}\. {_LOW}\b(?: {_YEAR}\b)?(?= (?:um|war|kam|hat|Uhr|wird|ist)|[,.;\n])", re.I),
            "spoken",
            SURE,
        ),
        Shape(
            re.compile(rf"\b(?:{_LOW}|{_HIGH}) (?:dieses|letzten|nächsten|kommenden|vorigen|laufenden) Monats\b", re.I),
            "spoken",
            SURE,
        ),
    )

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        """Most texts say no number that a date could have, and are not read further."""
        said = _SAID & document.folds or any(
            word.endswith(_ENDS) or (len(word) > len(_YEARS[0]) and any(year in word for year in _YEARS))
            for word in document.folds
        )
        finds = super().finds(document) if said else iter(())
        return (find for find in finds if not _ranks(document.text, find.start, find.end))


def _ranks(text: str, start: int, end: int) -> bool:
    """'der erste dritte Platz', 'eine zweite dritte Chance': they count a thing; a day has no 'die' and no 'eine'."""
    if not _ORDINALS.fullmatch(text, start, end):
        return False
    before = max(0, start - _REACH), start
    counts = _RANKED.search(text, *before) and _WORD.match(text, end)
    return bool(counts or (_ARTICLE.search(text, *before) and _THING.match(text, end)))
