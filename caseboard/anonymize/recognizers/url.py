"""Web addresses (RFC 3986 in practice): with or without scheme, over a line end, paths of documents on a drive."""

import re

from caseboard.anonymize.recognizers.base import SURE, Shape, ShapeRecognizer

_TLD = (
    "de|com|net|org|eu|info|at|ch|io|online|shop|bayern|berlin|koeln|hamburg|example|test|biz|me|"
    "tv|app|dev|family|haus|club"
)


class Url(ShapeRecognizer):
    """Pages carry names of people and firms more often than not."""

    kinds = ("URL",)
    complete = 4
    shapes = (
        Shape(re.compile(r"\b(?:https?|ftp)://\n?[^\s<>\"“”)\]]+", re.I), "url", SURE),
        Shape(
            re.compile(rf"\bwww\s?\.\s?[\w-]+(?:(?:\.[\w-]+)+|\.\n(?:{_TLD})\b)(?:/[^\s<>\"“”),;]*)?", re.I),
            "url",
            SURE,
        ),
        Shape(
            re.compile(rf"(?<![\w@.-])[\w-]+(?:\.[\w-]+)*\.(?:{_TLD})(?:/[^\s<>\"“”),;]*)?(?![\w@-])(?!\.\w)", re.I),
            "domain",
            SURE,
        ),
        Shape(
            re.compile(
                r"(?<!\w)(?:[A-Z]:|\\\\[\w.-]+)(?:\\[\w .()-]{1,60}?(?=[\\\s.,;)]|$)){1,10}"
                r"(?:\.\w{2,5})?"
            ),
            "path",
            SURE,
        ),
        Shape(re.compile(r"(?<![\w/.])/(?:[\w.-]{1,60}/){1,10}[\w.-]{1,60}"), "path", SURE),
    )
