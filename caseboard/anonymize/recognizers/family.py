"""Family shapes that narrow down.

Five children, twins, triplets, widowed; ordinary ones (one or two children, single) stay.
"""

import re

from caseboard.anonymize.recognizers.base import QUASI_SCORE, Shape, ShapeRecognizer

_MANY = r"(?:drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|[3-9]|1[0-4])"


class Family(ShapeRecognizer):
    """Many children and multiple births single people out."""

    kinds = ("FAMILY",)
    shapes = (
        Shape(
            re.compile(
                rf"\b{_MANY} (?:\w+e[nr]? )?(?:leibliche[rn]? |kleine[rn]? |minderjährige[rn]? |eigene[rn]? |"
                r"gemeinsame[rn]? )?(?:Kinder[n]?|Ki\.|Kd\.|Töchter[n]?|Söhne[n]?|Geschwister[n]?|"
                rf"Enkel(?:kinder)?n?)(?!\w)(?:,? (?:alle|davon|aus|von)[^.;\n)]{{0,40}})?"
            ),
            "children",
            QUASI_SCORE,
        ),
        Shape(
            re.compile(
                rf"\b(?:{_MANY}fache[rn]? |[Zz]weifache[rn]? )(?:Mutter|Vater|Mama|Papa|Oma|Opa|Großmutter)\b|"
                rf"\b(?:Mutter|Vater) von {_MANY}\b"
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
