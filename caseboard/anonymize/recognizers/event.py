"""Public events: what stood in the paper, fires, crimes, prizes: anybody can look them up, so the light is red."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.happenings import FATES
from caseboard.anonymize.recognizers.base import QUASI_SCORE, Recognizer

_TOKEN = re.compile(r"(?<![\w-])[A-ZÄÖÜ][\w-]*(?![\w-])")
_CORE = re.compile(
    r"(?:brand|unglück|überfall|mord|totschlag|messerangriff|messerstecherei|messerattacke|"
    r"schießerei|explosion|einsturz"
    r"|hochwasser|lawine|entführung|geiselnahme|amoklauf|skandal|mordprozess|großeinsatz|"
    r"polizeieinsatz|razzia|absturz|anschlag"
    r"|attacke|vorfall|porträt|schlagzeilen?|titelseite|meisterschaft|weltmeister(?:in)?|olympia\w*|lottogewinn\w*"
    r"|preisträger(?:in)?|bürgerpreis|medaille|verdienstkreuz|castingshow|fernsehsendung|talkshow|fernsehreportage|havarie|erdbeben|tsunami|petition|fernsehbeitrag|fernsehauftritt|radiobeitrag|zeitungsbeitrag"
    r"|dopingfall|dopingskandal|dokumentarfilm|wettskandal|zugunglück|grubenunglück|schiffsunglück|sturmflut|vulkanausbruch"
    r"|werksschließung|betriebsschließung)(?:s|es|e|n)?$",
    re.I,
)
_ORDINARY = re.compile(
    r"bandscheibenvorfall|datenschutzvorfall|hinterwandvorfall|wasserschadenvorfall|^(?:vorfall|attacke|"
    r"anschlag)(?:s|es|e|n)?$|panikattacke"
    r"|angstattacke|hustenattacke|sonnenbrand|kostenvoranschlag|^brand$|windbrand|^porträt$",
    re.I,
)
_BEFORE = re.compile(
    r"(?:(?:der|die|das|dem|den|des|ein|eine|einen|einem|einer|beim|vom|am) )?"
    r"(?:(?!wegen |neben |gegen |zwischen )[a-zäöüß]{3,20}e[nrsm]? )?$"
)
_AFTER = re.compile(
    r"(?: (?:auf|an|in|vor|bei|im|am|von|beim|der|die|das|dem|den|einer|einem|eine|einen|vom|zum|"
    r"zur)){1,3} [A-ZÄÖÜ\d][\w-]{0,40}"
)
_PRESS = re.compile(
    r"\b(?:(?:in der|aus der|durch die|in die|aus dem) (?:Presse|Zeitung|Lokalzeitung|Lokalpresse|"
    r"Bild-?Zeitung|Tageszeitung"
    r"|Fernsehen|Rundfunk|Nachrichten|Radio|Schlagzeilen|Abendschau|Lokalteil|Amtsblatt)"
    r"|im (?:Fernsehen|Radio|Lokalteil|Lokalblatt|TV|Lokalradio|Amtsblatt)|(?:Presse|"
    r"Zeitungs)(?:bericht|artikel|meldung)\w*)\b"
)
_TOLD = re.compile(
    r"\b(?:in|aus) (?:allen|den|mehreren|der) (?:Zeitungen|Medien|Nachrichten|Blättern)\b"
    r"|\b(?:im|vom|beim) (?:Orts|Gemeinde|Kreis|Wochen|Heimat|Anzeigen)blatt\b|\bim [Ff]ernseh(?:en|n)\b"
    r"|\bdurch die (?:Medien|Presse)\b"
    r"|\bim (?:Regional|Lokal|Kabel)(?:fernsehen|radio|sender)\b|\b[Rr]ettungshubschrauber\b|\bunter den Mähdrescher\b"
    r"|\bstand in der [A-ZÄÖÜ]\w+(?:post|zeitung|presse|rundschau|woche)\b|\bviral\b"
    r"|\bauf (?:YouTube|TikTok) bekannt\b"
)
_FALL = re.compile(
    r"(?:\b[Nn]ach )?(?:(?:dem|einem|seinem|ihrem) )?\b(?:(?:Fenstersturz|Brückensprung)\b"
    r"|(?:Sturz|Sprung|Absturz|Anschlag|Attentat)"
    r" (?:vom|von|vorn|aus|auf|in|durch)(?: (?:der|dem|den|einem|einer|einen|seinen|ihren|seinem))? [A-ZÄÖÜ][\w-]+"
    r"(?: (?:am|an der|der|des|im|in der|auf dem) [A-ZÄÖÜ][\w-]+)?)"
)
_FATE = re.compile(
    r"(?:\b(?:auf|bei|in|vor|aus|nach|im|am|beim|vom)"
    r" (?:(?:dem|der|den|einem|einer) )?[A-ZÄÖÜ][\w-]+ )?"
    rf"\b(?:{FATES}|ertrank)\w*"
    r"|\bals (?:Einziger?|einziger?|Einzige[rn]?) [^.,;\n]{0,40}?überleb\w+"
    r"|\b(?:überlebte|überlebten) [A-ZÄÖÜ]\w+|\b[Ss]chiffbruch\b(?: vor [A-ZÄÖÜ]\w+)?"
    r"|\bdas Boot \w+ gesunken"
)
_SANK = re.compile(
    r"\b(?:mit (?:dem|einem) |das |dem |ein )?(?:Boot|Schlauchboot|Schiff|Fähre|Kutter)\b[^.;\n]{0,40}?"
    r"\b(?:sank|gesunken|kenterte|gekentert|unterging|untergegangen)\b"
    r"|\b(?:der|die|ein|eine|jemand|sein|ihr) (?:\w+ ){0,2}?[^.,;\n]{0,30}"
    r"\b(?:geschossen|angeschossen|erschoss|niederschlug)\b"
    r"(?: ?hat(?:te)?)?|\b[Nn]ach dem [A-ZÄÖÜ]\w+prozess\b(?: \w+)?"
    r"|\b(?:Bewaffnete|Maskierte|Milizen|Soldaten)\b[^.;\n]{0,40}?\b(?:stürmten|überfielen|niederbrannten)\b"
    r"|\b(?:Sprengung|Brandsatz|Brandanschlag|Explosion|Zugunglück|Busunglück|Gasexplosion|Erdrutsch|Dammbruch)\b"
    r"(?: (?:im|in|am|an|auf|mit) [^.,;\n]{0,30})?"
    r"|\b(?:stürzte|fiel) (?:vom|von der|von einem|von einer|aus dem|in den|in die)"
    r" [A-ZÄÖÜ]\w+(?: der \w+)?(?:, [^.;\n]{0,40})?"
    r"|\b(?:im|durch den|durch das|im|in einem|mit dem|das|ein) (?:Film|Video|Clip|Musikvideo)"
    r" (?:über|ohne|vom|von|mit) (?:[a-z]\w+ ){0,2}[A-ZÄÖÜ][\w-]+"
    r"|\bim (?:Landtag|Bundestag|Stadtrat|Kreistag|Gemeinderat) (?:gesprochen|geredet|aufgetreten|gesungen|gesessen)"
    r"|\b(?:alle|mehrere|sämtliche) (?:Sender|Zeitungen|Medien)\b|\ball newspapers\b|\bscandal\b"
    r"|\b(?:bei|auf|nach) (?:der|einer) (?:Demonstration|Kundgebung|Protestaktion)\b[^.,;\n]{0,50}"
    r"|\b(?:mit|nach|bei|von|seit) (?:dem|einem) (?:bekannten|großen|schweren|tragischen)"
    r" (?:Unfall|Brand|Erdbeben|Feuer|Sturm)\b"
    r"|(?:(?<=\bbei dem )|(?<=\bnach dem )|(?<=\bseit dem )|(?<=\bbei einem )|(?<=\bnach einem )|(?<=\bseit einem ))"
    r"Brand (?:mit|in|im|am|auf) (?!(?:der |dem )?(?:Waschküche|Küche|Keller|Schuppen|Backstube)\b)"
    r"(?-i:(?:[a-zäöüß]\w+ ){0,3}[A-ZÄÖÜ][\w-]+)"
    r"|\bentlaufen\w* [A-ZÄÖÜ]\w+"
    r"|\b\d[\d.]* (?:Aufrufe|Klicks|Unterschriften|Follower)\b|\b(?:in|aus) der \w+zeitung\b|\bBlitz in\b[^.,;\n]{0,30}"
    r"|\bdeportation\w*\b(?: (?:der|des|seiner|ihrer) \w+)?(?: (?:19|20)\d\d)?|\bentführungs\w+",
    re.I,
)
_WON = re.compile(
    r"\b(?:den|einen|die) [A-ZÄÖÜ][\w-]*(?:[Tt]itel|[Pp]okal|[Pp]reis|[Rr]ekord|[Mm]edaille"
    r"|[Mm]eisterschaft)\b"
    r"(?: [^.,;\n]{0,40}?(?:geholt|gewonnen|bekommen))?|\b(?:das |über das )?Sonderkontingent(?: \d{4})?"
    r"|\bauf dem (?:Gedenkstein|Mahnmal|Denkmal)\w*(?: [^.,;\n]{0,30})?"
    r"|\b(?:Mord|Strafprozess|Schwurgericht|Totschlags?)\w*"
    r"|\b(?:Rangelei|Schlägerei|Messerstecherei|Verfolgungsjagd) (?:an|in|vor|auf|am|im)(?: \w+)? [A-ZÄÖÜ]\w+"
)
_FIRE = re.compile(
    r" (?:d\.|(?:der|des|in|im|am)\b)(?! (?:der |dem )?(?:Waschküche|Küche|Keller|Schuppen|Backstube)\b)"
)
_NAMED_BRAND = re.compile(r"\b(?:Frau|Herrn?|Fr\.|Hr\.|Dr\.|Familie|Fam\.) (?:[A-ZÄÖÜ][\w.-]* )?Brands?\b")
_QUOTED = re.compile(r"(?<=[„\"»])[^“”\"«„»\n]{8,90}(?=[“”\"«])")
_PAPER = re.compile(r"Zeitung|Presse|Schlagzeile|Artikel|Lokalblatt")
_NEAR = 60


class Event(Recognizer):
    """Words of the press and of catastrophes, with place and time if they stand beside."""

    kinds = ("EVENT",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        text = document.text
        for match in document.finditer(_PRESS):
            yield self.find("EVENT", *match.span(), QUASI_SCORE, "press")
        for pattern, code in ((_TOLD, "press"), (_FALL, "fall"), (_FATE, "fate"), (_SANK, "fate"), (_WON, "known-for")):
            for match in document.finditer(pattern):
                yield self.find("EVENT", *match.span(), QUASI_SCORE, code)
        for match in document.finditer(_TOKEN) if document.holds(_CORE) else ():
            told = match[0] == "Brand" and _FIRE.match(text, match.end()) and not _NAMED_BRAND.search(text)
            if told or (_CORE.search(match[0]) and not _ORDINARY.search(match[0])):
                yield self.find("EVENT", *self._wide(text, match), QUASI_SCORE, "public-event")
        for match in document.finditer(_QUOTED) if document.holds(_PAPER) else ():
            if _PAPER.search(text, max(0, match.start() - _NEAR), match.end() + _NEAR):
                yield self.find("EVENT", *match.span(), QUASI_SCORE, "headline")

    def _wide(self, text: str, match: re.Match[str]) -> tuple[int, int]:
        """With its article and adjective, and where it happened."""
        window = text[max(0, match.start() - 36) : match.start()]
        before = _BEFORE.search(window)
        start = match.start() - (len(before[0]) if before else 0)
        end = match.end()
        for _ in range(2):
            after = _AFTER.match(text, end)
            end = after.end() if after else end
        return start, end
