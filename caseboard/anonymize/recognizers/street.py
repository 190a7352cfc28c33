"""Streets with and without house number: Lenbachplatz 9, Rgb.; Am Zwinger 6; Oberer Graben 32; Bgm.-Weigand-Str. 5 1/2; Postfach."""

import re
from collections.abc import Iterator

from presidio_analyzer import RecognizerResult

from caseboard.anonymize.document import Document
from caseboard.anonymize.fold import fold
from caseboard.anonymize.recognizers.base import HINT, LIKELY, SURE, Recognizer

_NUMBER = (
    r"(?:Nr\.? ?)?\d{1,4}(?: ?1/[234])?(?: ?[½¼¾])?(?:(?: ?[a-zA-Z](?![\w.])|[a-zA-Z](?!\w)))?(?: ?[-–/+] ?\d{1,4} ?[a-zA-Z]?(?!\w))?"
    r"(?:,? ?/? ?(?:Rgb|Rückgeb(?:äude)?|Vdhs|Vorderhaus|Hinterhaus|HH|Hths|VH|Whg|Wohnung|App|Apartment|Top|Stg|Stiege|Aufgang|EG|DG|UG|\d{1,2}\. ?(?:OG|Stock|Etage|St)|OG|Eing|Haus|Zi|Zimmer)\b\.?(?: ?\d{1,3}[a-z]?\b| ?(?:links|rechts|li|re|mitte)\b\.?)?)*"
)
_KIND = (
    r"(?:stra(?:ß|ss)en?|str\.?|gasse|gässchen|gäßchen|gässle|gäßla|gassl|weg|wege|allee|platz|platzl|ring|ufer|damm|steig|steige|stieg|graben|markt|leite|leiten|zeile|chaussee"
    r"|pfad|promenade|brücke|brückl|winkel|hof|anger|rain|wall|twiete|kamp|deich|kai|park|tor|schanze|höhe|siedlung|berg|bühl|wiesen?|wies|grund|feld|hang|au|see|kehre|bogen|zwinger|ranke|reihe|acker|äcker|garten|gärten|lände|plan|stiege|terrasse)"
)
_WORD = r"[A-ZÄÖÜ][\w’'ßäöü]*\.?"
_NAMED = re.compile(
    rf"(?<![\w-])(?:{_WORD}[ -]{{1,2}}){{0,3}}?(?:{_WORD}-?)?{_KIND}(?![\w]) ?{_NUMBER}(?!\w)(?! ?(?:Uhr|Euro|€|%|Stunden|Wochen|Monat|Jahr|Tage))",
    re.U,
)
_SPLIT = re.compile(
    rf"(?<![\w-])(?:{_WORD}(?:[ -]|-\s)){{1,3}}(?:Stra(?:ß|ss)e|Str\.?|Gasse|Weg|Allee|Platz|Ring|Ufer|Damm|Steig|Graben|Markt|Leite|Berg|Hof|Hang|Winkel|Anger|Chaussee|Promenade|Pfad|Brücke|Tor|Höhe|Siedlung|Zeile)(?![\w])(?: ?{_NUMBER}(?!\w))?"
)
_PREPOSED = re.compile(
    rf"(?<![\w-])(?:(?:An|Auf|In|Hinter|Vor|Bei|Unter|Über|Zu|an|auf|in|hinter|vor|bei|unter) (?:der|dem|den|die|das)|Am|Im|Zum|Zur|Beim|Unterm|Überm|Hinterm|Vorm|Ob|Unter den|am|im|zum|zur|beim)"
    rf" (?:(?:Alten?|Neuen?|Unteren?|Oberen?|Hohen?|Kleinen?|Großen?|Langen?|Kurzen?|Mittleren?|Vorderen?|Hinteren?|Roten?|Weißen?|Schwarzen?|Grünen?|Heiligen?|St\.|Sankt) )?{_WORD}(?:[ -]{_WORD})? {_NUMBER}(?![\w.])(?! ?(?:Uhr|Euro|€|%|Stunden|Std|Wochen|Monat|Jahr|Tage|Bewerbungen|Teilnehmer|Prozent))"
)
_ADJECTIVE = re.compile(
    rf"(?<![\w-])(?:(?:Ober|Unter|Hinter|Vorder|Mittler|Alt|Neu|Lang|Kurz|Groß|Klein|Äußer|Inner|Hoh|Breit|Krumm|Rot|Weiß|Grün|Schwarz|Heilig|Link|Recht)(?:er|e|es|en)|{_WORD}er) (?:{_WORD}-?)?(?:Stra(?:ß|ss)e|Str\.|Gasse|Weg|Allee|Platz|Ring|Ufer|Damm|Steig|Graben|Markt|Leite|Berg|Tor|Zeile|Chaussee|Wall|Brücke|Anger|Hof|Torgasse|Schanze|Hang|Au|Marktstraße|Stadtgraben|Bachgasse|Landstraße|Hauptstraße|Kirchgasse)(?!\w)(?: ?{_NUMBER}(?!\w))?"
)
_LOWER = re.compile(
    rf"(?<![\w-])[a-zäöüß][\w’'-]{{2,}}(?:stra(?:ß|ss)e|str\.?|gasse|weg|allee|platz|ring|ufer|damm|graben|leite|berg|steig)(?![\w]) ?{_NUMBER}(?!\w)(?! ?(?:uhr|euro|€|%|stunden|wochen|monat|jahr|tage))"
)
_LOWER_SPLIT = re.compile(
    rf"(?<![\w-])[a-zäöüß]{{3,}}(?:er)? (?:stra(?:ß|ss)e|str\.?|gasse|weg|allee|platz|ring|ufer|damm|graben|leite) {_NUMBER}(?!\w)(?! ?(?:uhr|euro|€|%|stunden|wochen|monat|jahr|tage))"
)
_BARE = re.compile(
    r"(?<![\w-])(?:[A-ZÄÖÜ][\w’'.ßäöü]*-)*[A-ZÄÖÜ][\wßäöü]*(?:stra(?:ß|ss)e|str\.|gasse|gässchen|gäßchen|allee|weg|platz|markt|ufer|damm|chaussee|ring|steig|promenade)(?!\w)"
)
_OPEN = ("weg", "platz", "markt", "ring", "steig", "damm")
_SHOUTED = re.compile(
    rf"(?<![\w-])(?:[A-ZÄÖÜ][A-ZÄÖÜß.]*[ -]){{0,3}}[A-ZÄÖÜ.]*(?:STRA(?:SS|ß|ẞ)E|STR\.|GASSE|WEG|PLATZ|ALLEE|RING|UFER|DAMM|GRABEN|STEIG|MARKT|LEITE|BERG|HOF) ?{_NUMBER}(?!\w)|(?<![\w-])(?:AM|IM|AN DER|AUF DER|AUF DEM|IN DER|IN DEN|ZUM|ZUR) (?:[A-ZÄÖÜ-]+ ?){{1,3}} ?{_NUMBER}(?!\w)"
)
_BOX = re.compile(
    r"\bPostfach ?\d[\d ]{1,8}\d(?!\w)|(?<=\n)(?:Hs\.?-?Nr\.?|Hausnummer|Haus Nr\.) ?\d{1,4} ?[a-z]?\b", re.I
)


class Street(Recognizer):
    """With a number a street is certain; without one its first part must be no ordinary word."""

    kinds = ("STREET",)

    def finds(self, document: Document) -> Iterator[RecognizerResult]:
        text = document.text
        for pattern, code in (
            (_NAMED, "suffix"),
            (_PREPOSED, "preposition"),
            (_SHOUTED, "capitals"),
            (_BOX, "box"),
            (_LOWER, "lower"),
            (_LOWER_SPLIT, "lower"),
        ):
            for match in pattern.finditer(text):
                if not self._field_term(document, match[0]):
                    yield self.find("STREET", *self._trim(document, match), SURE, f"street:{code}")
        for pattern in (_ADJECTIVE, _SPLIT):
            for match in pattern.finditer(text):
                start, end = self._trim(document, match)
                if any(c.isdigit() for c in match[0]):
                    yield self.find("STREET", start, end, SURE, "street:parts")
                elif not self._common(document, text[start:end]):
                    yield self.find("STREET", start, end, LIKELY, "street:parts")
        for match in _BARE.finditer(text):
            if not self._common(document, match[0]):
                yield self.find("STREET", *match.span(), HINT, "street:bare")

    def _trim(self, document: Document, match: re.Match[str]) -> tuple[int, int]:
        """Leave out words of the sentence that only begin with a capital: 'Wohnt Lenbachplatz 9'."""
        start = match.start()
        words = document.within(start, match.end())
        for word in words[:-1]:
            folded = word.fold
            if folded in _SENTENCE and not any(c in match[0][word.end - match.start() :][:1] for c in "-."):
                nxt = document.at(word.index + 1)
                start = nxt.start if nxt and nxt.start < match.end() else start
            else:
                break
        return start, match.end()

    def _field_term(self, document: Document, surface: str) -> bool:
        head = fold(re.split(r"[\s\d]", surface.strip())[0])
        return head in _ORDINARY

    def _common(self, document: Document, surface: str) -> bool:
        """Arbeitsplatz, Marktplatz, Heimweg: known words of the language."""
        flat = fold(re.sub(r"[^\w]", "", surface))
        if flat in _ORDINARY:
            return True
        if any(sep in surface for sep in "- "):
            return False
        return (
            bool(document.vocabulary.ordinary(flat) and not flat.endswith(("strasse", "str", "gasse", "allee")))
            or flat in _ORDINARY
        )


_SENTENCE = frozenset(
    [
        "wohnt",
        "wohnhaft",
        "adresse",
        "anschrift",
        "jetzt",
        "neu",
        "zuletzt",
        "bisher",
        "derzeit",
        "aktuell",
        "wohnung",
        "haus",
        "herr",
        "frau",
        "in",
        "an",
        "der",
        "die",
        "das",
        "und",
        "sowie",
        "kunde",
        "kundin",
        "dort",
        "hier",
        "er",
        "sie",
        "am",
        "im",
        "beim",
        "zum",
        "zur",
        "vom",
        "seit",
        "ab",
        "ecke",
        "termin",
        "treffpunkt",
        "postanschrift",
        "meldeadresse",
        "straße",
        "strasse",
    ]
) - {"am", "im", "zum", "zur", "beim", "an", "in"}
_ORDINARY = frozenset(
    [
        "strasse",
        "hauptstrasse",
        "autobahn",
        "landstrasse",
        "bundesstrasse",
        "weg",
        "platz",
        "markt",
        "ring",
        "hof",
        "berg",
        "see",
        "feld",
        "garten",
        "park",
        "tor",
        "plan",
        "grund",
        "arbeitsplatz",
        "arbeitsplatzes",
        "ausbildungsplatz",
        "ausbildungsplaetze",
        "kitaplatz",
        "kindergartenplatz",
        "krippenplatz",
        "hortplatz",
        "therapieplatz",
        "pflegeplatz",
        "praktikumsplatz",
        "schulplatz",
        "studienplatz",
        "stellplatz",
        "parkplatz",
        "spielplatz",
        "marktplatz",
        "sportplatz",
        "bahnhofsvorplatz",
        "schlafplatz",
        "wohnplatz",
        "heimplatz",
        "platz",
        "schulweg",
        "arbeitsweg",
        "heimweg",
        "rueckweg",
        "umweg",
        "ausweg",
        "rechtsweg",
        "dienstweg",
        "postweg",
        "werdegang",
        "fussweg",
        "radweg",
        "feldweg",
        "arbeitsmarkt",
        "wohnungsmarkt",
        "supermarkt",
        "flohmarkt",
        "baumarkt",
        "getraenkemarkt",
        "weihnachtsmarkt",
        "wochenmarkt",
        "verbrauchermarkt",
        "stellenmarkt",
        "drogeriemarkt",
        "einsatzplan",
        "dienstplan",
        "kooperationsplan",
        "foerderplan",
        "zeitplan",
        "hilfeplan",
        "zahlungsplan",
        "ratenplan",
        "tilgungsplan",
        "integrationsplan",
        "top",
        "punkt",
        "phase",
        "stufe",
        "schritt",
        "teil",
        "kapitel",
        "regelbedarf",
        "mehrbedarf",
        "merkblatt",
        "anlage",
        "bauernhof",
        "friedhof",
        "bahnhof",
        "schulhof",
        "hinterhof",
        "werkstatthof",
        "wertstoffhof",
        "bauhof",
        "kurpark",
        "vermerk",
        "ursprung",
        "zeile",
        "absatz",
        "haushalt",
        "hinweg",
        "vorsprung",
        "kursplatz",
        "therapieplatz",
        "pflegegrad",
        "massnahmeplatz",
        "agh-platz",
        "aghplatz",
        "platzes",
        "betreuungsplatz",
        "bildungsweg",
        "lebensweg",
        "ratenzahlungsplan",
        "kinderhof",
        "leistungsantrag",
        "bildungsgutschein",
        "projekt",
    ]
)
