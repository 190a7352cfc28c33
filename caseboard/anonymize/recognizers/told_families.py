"""Families that a sentence tells: whom somebody lives with or brings up, who is missing, who is whose father."""

import re

from caseboard.anonymize.numerals import TWO_TO_TWELVE
from caseboard.anonymize.recognizers.base import QUASI_SCORE, Shape, ShapeRecognizer
from caseboard.anonymize.recognizers.family import MANY

_TWO = rf"(?:{TWO_TO_TWELVE}|[2-9]|1[0-4])"
_TOGETHER = r"(?:fünft|sechst|siebt|acht|neunt|zehnt|elft|zwölft)"
_FAR_KIN = (
    r"(?:Nichten|Neffen|Enkeln?|Enkelkind(?:er)?n?|(?:Halb|Stief|Pflege)(?:brüder|schwestern|geschwister|kinder|söhne"
    r"|töchter)n?|Angehörigen?|Verwandten?|Cousins|Cousinen|Waisen)"
)
_CHILD = r"(?:Sohn(?:e?s)?|Söhnen?|Tochter|Töchtern?|Kind(?:e?s|ern?)?|Enkel(?:in|s)?|Zwillings\w+)"
_NEAR = rf"(?:{_CHILD}|Bruders?|Schwester|Mutter|Vaters?|Mann(?:es)?|Frau|Ehemanns?|Ehefrau)"
_GONE = r"(?:vermisst|verschollen|inhaftiert|in Haft|im Gefängnis|in Gefangenschaft|gestorben unterwegs)"
_DISABLED = (
    r"(?:behindert|schwerbehindert|mehrfachbehindert|beatmet|blind|gehörlos|taub|autistisch|pflegebedürftig|schwerkrank"
    r"|schwerstkrank|gelähmt|querschnittsgelähmt|todkrank)e[nrsm]?"
)
_IN_LAW = r"(?:Schwager|Schwägerin|Schwiegermutter|Schwiegervater|Stiefvater|Stiefmutter|Cousin|Cousine)"


def _shape(pattern: str, code: str, flags: re.RegexFlag = re.IGNORECASE) -> Shape:
    return Shape(re.compile(pattern, flags), code, QUASI_SCORE)


class ToldFamilies(ShapeRecognizer):
    """Two nephews in the household, a missing husband, a child on a respirator: hardly anybody else has them."""

    kinds = ("FAMILY",)
    over_lines = False
    shapes = (
        _shape(
            rf"\b(?:allein mit (?:(?:dem )?Kind und )?)?{_TWO} (?:\w+e[nr]? )?{_FAR_KIN}\b(?: (?:im Haushalt"
            rf"|bei sich))?",
            "many",
        ),
        _shape(
            rf"\bzu {_TOGETHER} (?:auf|in|unter|im) (?:\w+ )?(?:\d+ ?(?:m²|qm)|Zimmern?|Raum|Räumen|Wohnung"
            rf"|Quadratmetern?"
            rf"|Dach|Wohnwagen)|\b{MANY} (?:Person(?:en)?|Pers\.|Leute|Menschen),? (?:in |auf |unter )?"
            r"(?:ein(?:em|en)?|1|zwei|2) (?:Zimmern?|Zi\b\.?|Raum|Räumen)",
            "many",
        ),
        _shape(
            rf"\b(?:Mann|Frau|Sohn|Tochter|Vater|Mutter|Bruder|Schwester|Kindsvater|KV|Ehemann|Ehefrau|Verlobter?)"
            rf" (?:(?!hat\b|wird\b)[^\W\d_]+ ){{0,4}}{_GONE}\b(?! (?:aufgenommen|gemeldet))"
            rf"|\bbeide Eltern (?:\w+ )?(?:{_GONE}|gestorben|verstorben|gefallen|tot)\b",
            "missing",
        ),
        _shape(
            rf"\bmit (?:der|dem|ihrem|seiner|seinem|ihrer) {_IN_LAW} (?:fort|weg|durchgebrannt)\b"
            rf"|\b(?:Kindsvater|Vater|KV)(?: des Kindes)? (?:ist|soll|sei) (?:der|ihr|sein) (?:{_IN_LAW}|Bruder"
            rf"|Onkel)\b"
            r"(?: des \w+)?",
            "whose-father",
        ),
        _shape(
            r"\b(?:schwanger|schwg\.|schw\.) (?:mit|m\.) (?:dem |ihrem )?"
            r"(?:(?:dritten|vierten|fünften|sechsten|siebten|achten|neunten|[3-9]\.)(?: Kind)?|Nummer \w+)",
            "order-of-birth",
        ),
        _shape(
            rf"\b(?:Verlust|Tod) (?:beider|zweier|aller|ihrer beiden|seiner beiden)(?: \w+e[nrs])?"
            rf" (?:{_CHILD}|Eltern|Geschwister|Brüder|Schwestern)\b"
            rf"|\b(?:ein|eine|mein|meine|ihr|ihre|sein|seine) {_CHILD} (?:ist|war|wurde) [^.,;\n]{{0,24}}?gestorben\b"
            r"|\bein Kind [^.,;\n]{0,30}?zurückgelassen\b"
            r"|\b(?:verlor|(?:hat|hatte) [^.,;\n]{0,20}) (?:ihr|sein) (?:\w+ )?Kind verloren\b",
            "lost-child",
        ),
        _shape(
            rf"\bVormund (?:seine[rs]?|ihre[rs]?|der|des)(?: \w+)? {_NEAR}\b"
            rf"|\bVormund (?:seiner|ihrer)(?: \w+)? (?:Halb\w+|Geschwister|Brüder|Schwestern|Nichten?|Neffen)\b",
            "guardian",
        ),
        _shape(
            r"\baus (?:ihrer|seiner|der) (?:zweiten|dritten|vierten) Ehe\b|\b(?:dritte|vierte) Scheidung\b"
            r"|\bzweite Ehefrau des\w* \w+",
            "marriages",
        ),
        _shape(rf"\b(?:eine[mnrs]?|mein\w*|sein\w*|ihr\w*|unser\w*) {_DISABLED} {_NEAR}\b", "disabled-kin"),
        _shape(r"\bPfleg(?:esohn|etochter|esöhn|etöchter)\w*|\bZiehsohn\b|\bZiehtochter\b", "rare-status"),
        _shape(
            r"\bdessen (?:Groß|Schwieger)mutter unter einem Dach\b|\bnach dem Tod beider Eltern\b"
            r"|\b[Kk]ind, das er (?:noch )?nie gesehen hat\b|\bKinder, die er (?:noch )?nie gesehen hat\b",
            "told",
        ),
    )
