"""File names: whoever scans a document calls it by a person ('Brezina_Lebenslauf.pdf', 'Attest Tavakoli (2).jpg')."""

import re

from caseboard.anonymize.recognizers.base import SURE, Shape, ShapeRecognizer

_ENDING = (
    "pdf|docx?|docm|dotx|xlsx?|xlsm|odt|ods|jpe?g|png|gif|heic|tiff?|bmp|txt|rtf|msg|eml|zip|rar|7z|pptx?|mp[34]|m4a|wav"
    "|mov|avi|opus|ogg|csv|html?|tmp|vcf|ics"
)


class FileName(ShapeRecognizer):
    """The ending makes it a file; the words joined to it go with it."""

    kinds = ("URL",)
    shapes = (
        Shape(
            re.compile(rf"(?<![\w/\\.()+&~-])[\w()+&~-]{{1,60}}(?:\.[\w()+&~-]{{1,40}}){{0,4}}\.(?:{_ENDING})\b", re.I),
            "file",
            SURE,
        ),
        Shape(
            re.compile(rf"(?<!\w)[A-ZÄÖÜ]\w{{1,30}} (?:\d{{1,3}}|\(\d{{1,3}}\))\.(?:{_ENDING})\b", re.I),
            "file",
            SURE,
        ),
    )
