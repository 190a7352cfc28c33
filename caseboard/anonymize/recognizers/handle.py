"""Accounts: '@korbi_0711', 'Insta: mimi.g', 'lena.mueller91 (WhatsApp)', 'u/maxmuster', gamer tags and user names."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.recognizers.base import LIKELY, SURE, Shape, ShapeRecognizer

_SERVICE = (
    r"(?:insta(?:gram)?|ig|tiktok|facebook|fb|snap(?:chat)?|twitch|discord|telegram|threema|signal|whats-?app|wa"
    r"|twitter"
    r"|youtube|xing|linkedin|steam|psn|roblox|vinted|paypal|skype|ebay|kleinanzeigen|nutzer(?:name)?|user(?:name)?"
    r"|benutzer(?:name)?|profil(?:name)?|account|acc|kanal|nick(?:name)?|login|handle|gamertag)"
)
_NAME = r"(?=\w*[\d_]|\w+[.-]\w)\w+(?:[.-]\w+)*"
_GROWN = re.compile(
    r"(?<![\w@.-])(?P<stem>[^\W\d_]{3,20})(?:[._-][^\W\d_]{2,20})?[._-]?\d{2,4}"
    r"(?:[a-zA-Z]{1,3})?(?![\w.-])"
)


class Handle(ShapeRecognizer):
    """A name with digits or signs beside the name of a service, or an at sign before it."""

    kinds = ("URL",)
    complete = 0
    shapes = (
        Shape(re.compile(r"(?<![\w@./])@[\w.]{2,}\w"), "handle", SURE),
        Shape(
            re.compile(
                rf"(?<!\w){_SERVICE}(?:-?(?:name|account|profil|gruppe|id))?[ :–\n\"„»'‚(-]{{1,4}}"
                rf"(?:als |unter |heißt |ist |namens |von |mit )?[„\"»'‚@]?(?:live:)?(?P<name>{_NAME})(?!\w)",
                re.I,
            ),
            "handle",
            SURE,
            group="name",
        ),
        Shape(
            re.compile(
                rf"(?<![\w.@-])(?P<name>{_NAME})[\"“«]? (?:\(|bei |auf |via |@ ?){_SERVICE}"
                rf"(?!\w)",
                re.I,
            ),
            "handle",
            SURE,
            group="name",
        ),
        Shape(re.compile(r"(?<![\w@.])(?=\w*[a-zA-Z])\w+_\w+(?![\w@])"), "handle", SURE),
        Shape(re.compile(r"(?<![\w/.])(?:u|r)/\w{3,30}"), "handle", SURE),
    )

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        yield from super().finds(document)
        for match in document.finditer(_GROWN):
            stem = fold(match["stem"])
            if not document.vocabulary.ordinary(stem) and not match["stem"].isupper():
                yield self.find("URL", *match.span(), LIKELY, "shape:name-with-digits")
