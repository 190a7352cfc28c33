"""Public events: what stood in the paper, fires, accidents, crimes, prizes: anybody can look them up, so the light is red."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import QUASI_SCORE, Recognizer

_WHAT = r"(?:[\wäöüß-]*(?:brand|unglück|überfall|mord|totschlag|messer\w*|schießerei|explosion|einsturz|hochwasser|flut|lawine|entführung|geiselnahme|amok\w*|skandal|prozess|insolvenz des|großeinsatz|razzia|unfall|absturz|anschlag|attacke|vorfall|porträt|schlagzeile\w*|titelseite|meisterschaft|weltmeister\w*|olympia\w*|lottogewinn\w*|preisträger\w*|bürgerpreis|medaille|verdienstkreuz|wahlkampf|castingshow|fernsehsendung|talkshow|reportage|dokumentation|werksschließung|betriebsschließung))"
_PRESS = r"(?:(?:in der|aus der|durch die|in die|bundesweit in der|aus dem) (?:Presse|Zeitung|Lokalzeitung|Lokalpresse|Bild-?Zeitung|Tageszeitung|Fernsehen|Rundfunk|Nachrichten|Radio|Schlagzeilen|Abendschau|Lokalteil)|im (?:Fernsehen|Radio|Lokalteil|Lokalblatt|Internet|TV|Lokalradio)|(?:Presse|Zeitungs)(?:bericht\w*|artikel\w*|meldung\w*)|stand in der \w+)"
_PATTERNS = tuple(
    re.compile(p)
    for p in (
        rf"\b(?i:{_PRESS})",
        rf"(?:(?:(?:dem|der|den|das|die|ein|eine|einen|einem|einer|beim|vom|am) )?(?:\w+e[nrsm]? )?)\b[A-ZÄÖÜ][\wäöüß-]*(?:-)?(?i:{_WHAT})\b(?: (?:am|im|an der|in der|in|bei|auf der|auf dem|von|beim|vor) (?:\w+ ){{0,2}}[A-ZÄÖÜ\d][\wäöüß-]*){{0,2}}",
        r"(?<=[„\"»])[^“\"«\n]{8,90}(?=[“\"«])(?=.{0,30}(?:Zeitung|Presse|Schlagzeile|Blatt|Artikel))",
    )
)
_ORDINARY = re.compile(
    r"(?i)arbeitsunfall|verkehrsunfall|verwaltungsprozess|prozesskosten|bewerbungsprozess|lernprozess|schadensbrand"
)
_SINGLE = re.compile(
    r"(?i)^(?:(?:der|die|das|dem|den|ein|eine|einem|einer|einen|beim|vom|am) )?(?:\w+ )?(?:prozess|unfall|vorfall|dokumentation|prozesse|reportage)$"
)


class Event(Recognizer):
    """Words of the press and of catastrophes, with place and time if they stand beside."""

    kinds = ("EVENT",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for pattern in _PATTERNS:
            for match in pattern.finditer(document.text):
                if not _ORDINARY.search(match[0]) and not _SINGLE.match(match[0]):
                    yield self.find("EVENT", *match.span(), QUASI_SCORE, "public-event")
