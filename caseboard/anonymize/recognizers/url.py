"""Web addresses, handles and file names: whatever names a page, an account or a document (RFC 3986 in practice)."""

import re

from caseboard.anonymize.recognizers.base import SURE, Shape, ShapeRecognizer

_TLD = (
    "de|com|net|org|eu|info|at|ch|io|online|shop|bayern|berlin|koeln|hamburg|example|test|biz|me|"
    "tv|app|dev|family|haus|club"
)
_FILE = "pdf|docx?|xlsx?|odt|ods|jpe?g|png|heic|tiff?|txt|rtf|msg|eml|zip|pptx?|mp[34]|m4a|wav|csv|html?|tmp"


class Url(ShapeRecognizer):
    """Pages, accounts and files carry names of people more often than not."""

    kinds = ("URL",)
    shapes = (
        Shape(re.compile(r"\b(?:https?|ftp)://[^\s<>\"“”)\]]+", re.I), "url", SURE),
        Shape(re.compile(r"\bwww\s?\.\s?[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"“”),;]*)?", re.I), "url", SURE),
        Shape(
            re.compile(rf"(?<![\w@.-])[\w-]+(?:\.[\w-]+)*\.(?:{_TLD})(?:/[^\s<>\"“”),;]*)?(?![\w@-])(?!\.\w)", re.I),
            "domain",
            SURE,
        ),
        Shape(re.compile(r"(?<![\w@./])@[\w.]{2,}\w"), "handle", SURE),
        Shape(
            re.compile(rf"(?<![\w/\\.()+&~-])[\w()+&~-]{{1,60}}(?:\.[\w()+&~-]{{1,40}}){{0,4}}\.(?:{_FILE})\b", re.I),
            "file",
            SURE,
        ),
        Shape(
            re.compile(
                r"(?:insta(?:gram)?|tiktok|facebook|fb|snap(?:chat)?|twitch|discord|telegram|twitter|"
                r"nutzername|username"
                r"|benutzername|profil(?:name)?|account|kanal|nick(?:name)?|skype|user|login|handle|ebay|kleinanzeigen)"
                r"[ :–-]{1,3}(?:als |unter |heißt |ist |namens |von |mit "
                r")?[„\"»'‚]?(?P<name>(?=[\w.-]*[\d_.-])[\w.-]*\w)",
                re.I,
            ),
            "handle",
            SURE,
            group="name",
        ),
        Shape(re.compile(r"(?<![\w@.])(?=\w*[a-zA-Z])\w+_\w+(?![\w@])"), "handle", SURE),
    )
