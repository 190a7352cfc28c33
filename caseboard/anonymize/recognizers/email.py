"""E-mail addresses, plain and disguised: name@web.de, name (at) web.de, name[ät]web punkt de (RFC 5322 in practice)."""

import re

from caseboard.anonymize.recognizers.base import SURE, Shape, ShapeRecognizer

_AT = r"(?:@|\s@\s|@\s|\s?(?:\(\s?(?:at|ät|a|@)\s?\)|\[\s?(?:at|ät|@)\s?\]|\{\s?(?:at|ät)\s?\}|©)\s?)"
_DOT = r"(?:\.|\s?\((?:dot|punkt)\)\s?|\s?\[(?:dot|punkt)\]\s?|\spunkt\s|\s\.\s)"
_TLD = r"(?:de|com|net|org|eu|at|ch|info|io|online|example)"


class Email(ShapeRecognizer):
    """An at sign between two names is proof enough."""

    kinds = ("EMAIL",)
    shapes = (
        Shape(
            re.compile(
                rf"(?<![\w.+%'-])[\w+%'-]{{1,64}}(?:(?:\.| \. )[\w+%'-]{{1,64}}){{0,6}}{_AT}[\w-]{{1,63}}"
                rf"(?:{_DOT}[\w-]{{1,63}})+",
                re.I,
            ),
            "email",
            SURE,
        ),
        Shape(
            re.compile(rf"(?<![\w.+%-])[\w.+%-]{{1,64}}\s(?:at|ät)\s[\w-]{{1,63}}(?:\.|\spunkt\s){_TLD}\b", re.I),
            "email",
            SURE,
        ),
        Shape(
            re.compile(rf"(?<![\w.+%-])[\w.+%-]{{1,64}}\s?@\s?[\w-]{{1,63}}[,. ]{{1,2}}{_TLD}\b", re.I), "email", SURE
        ),
        Shape(re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w.-]{0,120}\w"), "email", SURE),
    )
