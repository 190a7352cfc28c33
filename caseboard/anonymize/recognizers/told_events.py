"""Events that a sentence tells: in court, on the air, prizes and rescues; anybody can look them up."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import QUASI_SCORE, Recognizer

_WHERE = r"(?: (?:auf|an|in|vor|bei|im|am|beim|der|des) (?:der |dem |den |die )?[A-ZÄÖÜ\d][\w-]{1,40}){0,2}"
_OPENS = (
    r"(?:(?:[Dd]ie|[Dd]as|[Dd]er|[Dd]em|[Dd]en|[Ee]ine?[mnrs]?|[Ii]hre?[mnrs]?|[Ss]eine?[mnrs]?) )?"
    r"(?:[a-zäöüß]+e[nrsm]? )?"
)
_PRESS = (
    r"(?:Zeitung|Zeitungen|Presse|Lokalpresse|Medien|Nachrichten|Fernsehen|Radio|Blätter|Sender|[A-ZÄÖÜ]\w*fernsehen"
    r"|[A-ZÄÖÜ]\w*rundfunk)"
)
_STOOD = re.compile(
    rf"(?P<e>{_OPENS}[A-ZÄÖÜ][\w-]+(?: (?!hatte|hat)[^.,;:()\n]{{0,28}}?)?),? (?:ging|gingen|lief|liefen|stand"
    rf"|standen|kam"
    rf"|kamen) (?:groß |auch |damals |sogar )?(?:durch|im|in) (?:die |den |der |allen |alle )?{_PRESS}\b"
)
_ON_AIR = re.compile(
    r"\b(?:im|vom) (?:[A-ZÄÖÜ]\w*(?:fernsehen|rundfunk)|(?i:wdr|ndr|mdr|swr|zdf|ard|rtl|rbb)|radio|fernsehen)\b"
    r"|\b(?i:die lokalpresse|lokalpresse|radiosender|fernsehsender|das fernsehen|die medien|kamerateams?|reporter)"
    r" (?i:berichte\w+|zeigten?|brachten?|filmten?|schrieb\w*|war da|waren da)\b(?: [^.,;()\n]{0,20})?"
    r"|\b(?:bundes|europa|landes|deutschland|welt)weite[rn]? (?:Bericht|Suche|Vermisstensuche|Schlagzeile|Fahndung"
    r"|Aufmerksamkeit|Medien)\w*(?: (?:über|nach) [^.,;()\n]{0,30})?"
)
_COURT = re.compile(
    r"\b(?:als )?(?:Zeug(?:e|in)|Kronzeug(?:e|in)|Hauptzeug(?:e|in)|Nebenkläger(?:in)?|Opferzeug(?:e|in)|(?:Ihre "
    r"|Seine "
    r"|ihre |seine )?Aussage)"
    r" (?:im|in einem|in dem|beim|vor dem) (?:Prozess|[A-ZÄÖÜ]\w+prozess|Verfahren gegen \w+|Untersuchungsausschuss"
    r"|Landgericht|Schwurgericht)(?: (?:von )?(?:19|20)\d\d)?"
    r"|\b(?!Lern|Asyl|Vermittlungs|Bewerbungs|Arbeits|Entwicklungs|Heilungs|Integrations|Hilfe|Trauer|Beratungs|Förder"
    r"|Anerkennungs|Prüf|Eingliederungs|Bewilligungs|Genesungs|Veränderungs|Such|Denk|Trenn)"
    r"(?:Menschenhandels|Schleuser|Doping|Terror|Kriegsverbrecher|Betrugs|Drogen|Mafia|Missbrauchs|Vergewaltigungs"
    r"|Wilderer|Spionage|Schmuggel|Korruptions|Brandstifter|Räuber|Auschwitz|NSU)-?prozess\w*"
)
_HAPPENED = re.compile(
    r"(?<!-)\b(?i:\w*(?:sprengung|dachsturz|felssturz|lawinenabgang|platzsturm|hubschrauber-?einsatz|feuerwehreinsatz"
    r"|seenoteinsatz|vermisstensuche|papstbesuch|stolperstein|hackerangriff|massenvergiftung|rettungsaktion|gasunfall"
    r"|busunfall|skiunfall|rangierunfall|bootsunfall|grubenunfall|seilbahnunfall|reaktorunglück|glockensturz"
    r"|turmeinsturz"
    r"|massenkarambolage|kirchenasyl|kriegsgefangenschaft|geiselhaft|werksräumung|dammbruch|deichbruch|baggerunfall"
    r"|kranunfall|schulverweis|evakuierungszug))(?:s|es|en|e)?\b"
    rf"(?:{_WHERE}(?: mit tödlichem (?:Ausgang|Ende))?)"
)
_WITH_HEAD = re.compile(rf"(?P<head>{_OPENS})\Z")
_SUFFERED = re.compile(
    r"\b(?:in (?:\w+er )?Gefangenschaft|(?:acht|neun|zehn|zwei|drei|vier|fünf|sechs|sieben|\d+) (?:Monate|Jahre|Wochen)"
    r" (?:in|im) (?:\w+er |einem |einer )?(?:Gefangenschaft|Kirchenasyl|Geiselhaft|Lager(?:haus)?|Foltergefängnis)\b"
    r"(?: gefangen \w+)?|gefangen (?:gehalten|hielt|genommen))\b"
    r"|\bbei (?:dem |einem )?(?:Anschlag|Angriff|Bombenangriff) auf (?:den |die |das |einen |eine )?\w+"
    r"|\b[Aa]ngriff im [A-ZÄÖÜ]\w+|\bvom Blitz (?:erschlagen|getroffen)(?: \w+ [A-ZÄÖÜ]\w+)?"
    r"|\b[^\W\d_]+ (?:die|der|das|dem|den) [^.,;:()\n]{0,40}?\b(?:angezündet|in die Luft gesprengt|geohrfeigt)\b"
    r"|\b(?:in|aus|auf|vor) (?:der|dem|einer|einem) \w+ auf (?:sie|ihn|mich) eingestochen\b|\bauf (?:sie|ihn|mich) "
    r"eingestochen\b|\b[^.,;()\n]{0,40} explodierten?\b|\bmit tödlichem (?:Ausgang|Ende)\b"
    r"|\bdort brannte es(?: im \w+)?\b|\b\w+ (?:zog|holte|rettete) [^.,;\n]{0,30} aus (?:dem|der) (?:See|Fluss"
    r"|Feuer|Watt"
    r"|Wasser|Weiher|Kanal|Eis|Bach|Donau|Brunnen)\b"
)
_RESCUED = re.compile(
    r"\b(?:rett(?:en|ete|eten)|zogen?|holten?) (?:ein |eine |einen |das |die |den |zwei "
    r"|drei )?(?i:\w+ ){1,2}?aus (?:dem|der"
    r"|einem) (?:brennenden )?[A-ZÄÖÜ]\w+|\b(?:der|die) [^.;\n]{0,40}?aus (?:dem|der|einem) (?:brennenden )?(?:See"
    r"|Fluss"
    r"|Watt|Wasser|Weiher|Kanal|Eis|Bach|Donau|Brunnen|Feuer|Haus) (?:zog|holte|rettete|gezogen|geholt|gerettet)\b"
)
_PRIZE = re.compile(
    r"\b(?i:\w*(?:wettbewerb|hackathon|meisterschaft|olympiade|stadtlauf|marathon)s?)\b[^.,;:()\n]{0,30}"
    r"\b(?:gewonnen|geholt|gewann)\b"
    r"|\b(?i:ersten?|zweiten?|dritten?|1\.|2\.|3\.) (?:Platz|Preis|platz|preis) (?i:bei|beim|im|am) (?:der |dem )?"
    r"(?i:[\w-]*(?:wettbewerb|meisterschaft|turnier|lauf|cup|pokal|olympiade|marathon|hackathon|slam|festival"
    r"|contest))s?"
    r"(?: (?:der|des|von) [A-ZÄÖÜ]\w+)?"
    r"|\bPreis beim [A-ZÄÖÜ]\w+(?: der [A-ZÄÖÜ]\w+)?|\bUrkunde vom (?:Landrat|Bürgermeister|Minister\w*)"
    r"|\b(?i:(?:deutsche|bayerische|oberbayerische|hessische|sächsische|fränkische"
    r"|\w+ische)[rn]? (?:vize)?meister(?:in)?)\b"
    r"(?: im [A-ZÄÖÜ]\w+)?|\b(?i:(?:vize|landes|bezirks|europa|jugend|staats"
    r"|weltvize)meister(?:in)?)\b(?: im [A-ZÄÖÜ]\w+)?"
    r"|\b(?:Rede|Auftritt|Vortrag|Konzert) (?:vor dem Landtag|im Landtag|vor dem Bundestag|im Bundestag|beim Papst\w*"
    r"|bei der (?:Schluss|Eröffnungs)feier)(?: (?:der|des|im|am) [A-ZÄÖÜ\d]\w+){0,2}"
)
_SPEAKING = ((_ON_AIR, "press"), (_COURT, "public-event"), (_SUFFERED, "fate"), (_RESCUED, "known-for"),
             (_PRIZE, "known-for"))  # fmt: skip
_HEAD_REACH = 36


class ToldEvents(Recognizer):
    """What happened, whether a word or a sentence says it, with what opens it and where it was."""

    kinds = ("EVENT",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        for match in document.finditer(_STOOD):
            yield self.find("EVENT", *match.span("e"), QUASI_SCORE, "press")
        for pattern, code in _SPEAKING:
            for match in document.finditer(pattern):
                yield self.find("EVENT", *match.span(), QUASI_SCORE, code)
        for match in document.finditer(_HAPPENED):
            head = _WITH_HEAD.search(document.text, max(0, match.start() - _HEAD_REACH), match.start())
            start = head.start("head") if head else match.start()
            yield self.find("EVENT", start, match.end(), QUASI_SCORE, "public-event")
