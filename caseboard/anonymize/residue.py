"""What no list of kinds holds and yet singles people out: fame, offices, unusual pursuits; red whatever the number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from caseboard.anonymize.placeholder import PLACEHOLDER

_AREA = r"(?:Ort|Dorf|Landkreis|Kreis|Gemeinde|Stadt|Region|Umkreis|Gegend|Stadtteil|Tal)"
_OFFICES = (
    r"(?:(?:Ersten? |Zweiten? |1\. |2\. |stellvertretende[rn]? |ehemalige[rn]? |langjährige[rn]? )?(?:Vereins)?"
    r"(?:[Vv]orstand|[Vv]orsitzende[rn]?|[Vv]orständin)|Schriftführer(?:in)?|Kassierer?(?:in)? (?:im|des) Verein\w*|"
    r"Kassenwart(?:in)?|(?:Feuerwehr)?[Kk]ommandant(?:in)?|Jugendwart(?:in)?|Zeugwart(?:in)?|Platzwart(?:in)?|"
    r"Gemeinderat|Gemeinderätin|Stadtrat|Stadträtin|Kreisrat|Kreisrätin|Ortssprecher(?:in)?|Ortsvorsteher(?:in)?|"
    r"Pfarrgemeinderat|Kirchenvorstand|Kirchenpfleger(?:in)?|Betriebsratsvorsitzende[rn]?|Elternbeiratsvorsitzende[rn]?|"
    r"Schöffe|Schöffin|Chorleiter(?:in)?|Feldgeschworener|Bürgermeister(?:in)?|Wirtshaussänger(?:in)?|"
    r"Weinprinzessin|Weinkönigin|Faschingsprinz(?:essin)?|Schützenkönig(?:in)?|Jagdpächter(?:in)?)"
)
_TRAITS: tuple[tuple[str, str], ...] = (
    ("FAME", rf"\bkennt (?:(?:sie|ihn|man|uns|mich|die \w+|den \w+) )?(?:hier |dort |im \w+ )?(?:jeder|jede)\b"
             rf"|\b(?:[Jj]eder|[Aa]lle)(?: hier| dort| im \w+| in der \w+| am \w+)? kenn(?:t|en)\b"
             rf"|\b(?:stadt|orts|dorf|landkreis|weithin |überall )bekannt\w*|\bbekannt wie ein bunter Hund\b"
             rf"|\b(?:im|in der) ganzen {_AREA}\b|\bweit und breit\b|\b[Dd]as ganze Dorf\b"
             r"|\b(?:[Bb]erühmt|[Pp]rominent)(?:e[rnsm]?|heit)?\b"
             rf"|\b(?:[Dd]er|[Dd]ie|[Dd]as|[Aa]ls|[Dd]en) (?:einzige|letzte|jüngste|älteste)[rn]?(?: [\wäöüß-]+){{0,3}}"
             rf" (?:im|in der|am|auf dem|vom|des|der) (?:ganzen )?{_AREA}(?:s|es)?\b"
             r"|\b[Dd](?:er|ie) (?:letzte|einzige) [A-ZÄÖÜ][\wäöüß-]+(?:mann|frau|er|erin)"
             r" (?:am|auf dem|vom|im) [A-ZÄÖÜ]\w+"),
    ("EVENT", r"\b(?:Regional|Lokal|Landes)(?:fernsehen|zeitung|presse|radio|sender)s?\b|\bim Fernsehen\b"
              r"|\bin (?:der Zeitung|den Nachrichten)\b|\bZeitungs(?:artikel|bericht|foto)\w*"
              r"|\bDoku(?:mentation)?\b[^.!?\n]{0,30}\b(?:Sender|Fernseh)\w*"
              r"|\bVideos? (?:davon |darüber )?mit [\w.]+ (?:Aufrufen|Klicks|Abrufen|Zuschauern)\b|\bviral\b"
              r"|\bYou[Tt]ube-?(?:Kanal|Video)\w*|\bInfluencer(?:in)?\b"
              r"|\bging durch die (?:Presse|Medien|sozialen Medien)\b"),
    ("OFFICE", r"(?:(?<=\bist )|(?<=\bwar )|(?<=\bals )|(?<=\bzum )|(?<=\bzur )|(?<=\bim )|(?<=\bwird )|"
               r"(?<=\bwurde ))"
               rf"(?:der |die |das |dort |früher |seit Jahren |lange |auch )*{_OFFICES}\b"),
    ("HOBBY", r"\bzüchtet \w+|\b[A-ZÄÖÜ]\w+(?:zucht|züchter|züchterin|züchtern)\b|\bimkert\b|\bImkerei\b"
              r"|\bBienenvölker\w*"
              r"|\b(?:Drachen|Segel|Gleitschirm)flieg\w+|\b(?:Modell)eisenbahn\w*"
              r"|\b(?:spielt|spielte)(?: \w+)? (?:Orgel|Tuba|Harfe|Dudelsack|Alphorn|Posaune|Oboe|Cello|Zither)\b"
              r"|\b(?:Posaunenchor|Blaskapelle|Musikkapelle|Trachtenkapelle|Spielmannszug|Trachtenverein)\w*"
              r"|\b(?:Faschings|Karnevals)(?:prinz|verein|gesellschaft|sitzung|garde)\w*|\bBüttenred\w+"
              r"|\b(?:Bundes|Landes|Regional|Bayern)liga\w*|\b(?:Kreis|Landes|Vize|Welt|Europa|Bezirks)meister(?:in|schaft)?\w*"
              r"|\b[Dd]eutsche[rn]? (?:Vize)?[Mm]eister(?:in|schaft)?\b|\b(?:Welt)?[Rr]ekord(?:halter|e)?(?:in)?\b"
              r"|\b(?:Kamele?n?|Alpakas?|Lamas|Falken|Vogelspinnen?|Riesenschlangen?)\b"
              r"|\b(?:Circus|Zirkus)\w*|\bSchausteller\w*|\bGastspiel\w*"),
    ("JOB", r"\b(?:Fähr(?:mann|frau|leute)|Messerwerfer(?:in)?|Türmer(?:in)?|Feuerschlucker(?:in)?|"
            r"Scherenschleifer(?:in)?|Puppenspieler(?:in)?|Leuchtturmwärter(?:in)?|Schrankenwärter(?:in)?|Schleusenwärter(?:in)?)\b"
            r"|\bFährpatent\w*|\bin (?:dritter|vierter|fünfter|sechster|siebter|achter|\d\.) Generation\b"),
    ("FAMILY", r"\b(?:Zwillinge?[ns]?|Drillinge?[ns]?|Vierlinge?n?)\b|\b(?:Zwillings|Drillings)\w+"),
)  # fmt: skip
_READ = tuple((kind, re.compile(pattern)) for kind, pattern in _TRAITS)


@dataclass(frozen=True)
class Trait:
    """Words that can be read and that few people fit."""

    kind: str
    start: int
    end: int


def traits(text: str) -> Iterator[Trait]:
    """Everything of that sort in a text, in no order; what is replaced already tells nothing."""
    masked = [match.span() for match in PLACEHOLDER.finditer(text)]
    for kind, pattern in _READ:
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in masked):
                yield Trait(kind, *match.span())
