"""Family shapes that narrow down.

Five children, twins, triplets, widowed; ordinary ones (one or two children, single) stay.
"""

import re

from caseboard.anonymize.numerals import THREE_TO_TWELVE
from caseboard.anonymize.recognizers.base import QUASI_SCORE, Shape, ShapeRecognizer

MANY = rf"(?:{THREE_TO_TWELVE}|[3-9]|1[0-4])"


_MANY_TOLD = (
    rf"\b{MANY} (?:kleinen? )?(?:kinder|buben|bub|jungs|jungen|mädchen|mädels|mädln?|madln?|töchter|söhne"
    r"|enkel|brüder|schwestern)n?\b(?: allein\w*)?",
    r"\b(?:fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|[5-9]-?|1\d-?)köpfig\w*",
    r"\b(?:fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|[5-9]|1\d) (?:Personen|Männer|Leute|Frauen|Menschen|Mann)"
    r" (?:auf|in|unter) [^.,;\n]{1,24}?(?:Zimmern?|qm|m²|Quadratmetern?|Dach|Räumen)",
    r"\b(?:drei|vier) Generationen (?:auf|in|unter)[^.,;\n]{0,30}",
    r"(?<![-–/])\b(?:sieben|acht|neun|zehn|elf|zwölf|[7-9]|1\d) Personen\b(?! (?:haben|waren|nahmen|im Kurs))",
    r"\b(?:ein|zwei|drei|vier|einen?|eine) erwachsene[rnsm]? (?:Sohn|Söhne|Tochter|Töchter|Kind|Kinder)n?\b",
    r"\b(?:Eltern|Mutter|Vater|Frau|Mann|Großmutter|Schwiegermutter|Schwiegervater) (?:gepflegt|pflegebedürftig\w*)",
    r"\b(?:Bruder|Schwester|Neffe|Nichte|Schwager|Schwägerin|Cousin|Cousine) wohn(?:t|en) mit\b",
    r"\bgetrennt,? aber im selben Haus\w*\b|\bpflegt (?:ihre|seine) \w+",
    r"\b(?:twins|triplets|newborn|widow(?:ed|er)?)\b|\b(?:three|four|five|six|seven|eight) (?:kids|children)\b",
    r"\b(?:\d Tochter|\d Sohn|\d Töchter|\d Söhne) (?:im Ausland|in der Heimat|in [A-ZÄÖÜ]\w+)",
    r"\b(?:allein\w*|alleinerziehend\w*) mit (?:zwei|drei|vier|fünf|sechs|sieben|acht|[3-9])"
    r"(?:(?: \w+e[nr]?)? (?:(?:Kinder|Söhne|Töchter|Buben|Jungs|Mädchen|Mädels)n?\b|Ki\b\.?)|\b)",
)
"""One by one, because a text mostly holds the words of none of them and is then not searched at all."""


class Family(ShapeRecognizer):
    """Many children and multiple births single people out."""

    kinds = ("FAMILY",)
    shapes = (
        Shape(
            re.compile(
                rf"\b{MANY} (?:\w+e[nr]? )?(?:leibliche[rn]? |kleine[rn]? |minderjährige[rn]? |eigene[rn]? |"
                r"gemeinsame[rn]? )?(?:Kinder[n]?|Ki\.|Kd\.|Töchter[n]?|Söhne[n]?|Geschwister[n]?|"
                rf"Enkel(?:kinder)?n?)(?!\w)(?:,? (?:alle|davon|aus|von)[^.;\n)]{{0,40}})?"
            ),
            "children",
            QUASI_SCORE,
        ),
        Shape(
            re.compile(
                rf"\b(?:{MANY}fache[rn]? |[Zz]weifache[rn]? )(?:Mutter|Vater|Mama|Papa|Oma|Opa|Großmutter)\b|"
                rf"\b(?:Mutter|Vater) von {MANY}\b"
            ),
            "children",
            QUASI_SCORE,
        ),
        Shape(
            re.compile(
                r"\b(?:viertes|fünftes|sechstes|siebtes|achtes|neuntes|zehntes|[4-9]\.|1\d\.) (?:Kind|Ki\.)"
                r"(?: unterwegs)?"
                r"|\b(?:[3-9]|1[0-4]) ki\b\.?|\bgilt [^.,;\n]{0,40}?als vermisst\b|\bals vermisst gemeldet\b"
            ),
            "order-of-birth",
            QUASI_SCORE,
        ),
        Shape(
            re.compile(r"\b(?:Zwillinge?[ns]?|Drillinge?[ns]?|Vierlinge?n?|Zwillings\w+|Drillings\w+)\b", re.I),
            "multiple-birth",
            QUASI_SCORE,
        ),
        Shape(
            re.compile(
                r"\b(?:verwitwet\w*|Witwer|Witwe|Vollwaise|Halbwaise|Waise|Pflegekind\w*|Adoptivkind\w*|"
                r"Adoptiv\w+|Findelkind|adoptiert\w*|Leihmutter\w*)\b"
            ),
            "rare-status",
            QUASI_SCORE,
        ),
        *(Shape(re.compile(pattern, re.I), "many", QUASI_SCORE) for pattern in _MANY_TOLD),
        Shape(re.compile(r"\bkinderreich\w*\b|\bGroßfamilie\b|\bMehrlinge?\w*\b"), "large-family", QUASI_SCORE),
        Shape(
            re.compile(
                r"\b(?:aus|in) (?:zweiter|dritter|vierter) Ehe\b|\b(?:zum|in) (?:zweiten|dritten|vierten)(?: "
                r"?Mal)? (?:verheiratet|geschieden)\b|\b(?:zwei|drei|vier)mal (?:verheiratet|geschieden)\b",
                re.I,
            ),
            "marriages",
            QUASI_SCORE,
        ),
    )
