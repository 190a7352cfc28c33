"""What a placeholder may say: a closed list, so that nobody's name passes for one because it stands in brackets."""

import re

from caseboard.anonymize import groups
from caseboard.anonymize.labels import FORMS
from caseboard.anonymize.numerals import TWO_TO_TWELVE

LABELS = (
    *("Name", "Kundin", "Kunde", "Person", "Familie", "Frau", "Mann", "Kind", "Sohn", "Tochter", "Mutter", "Vater"),
    *(
        "Bruder",
        "Schwester",
        "Oma",
        "Opa",
        "Enkel",
        "Enkelin",
        "Onkel",
        "Tante",
        "Cousin",
        "Cousine",
        "Neffe",
        "Nichte",
    ),
    *("Ehemann", "Ehefrau", "Partner", "Partnerin", "Ex-Partner", "Ex-Partnerin", "Freund", "Freundin"),
    *(
        "Schwager",
        "Schwägerin",
        "Schwiegermutter",
        "Schwiegervater",
        "Angehörige",
        "Eltern",
        "Geschwister",
        "Fachkraft",
    ),
    *(
        "Kontakt",
        "Ärztin",
        "Arzt",
        "Betreuung",
        "Betreuer",
        "Betreuerin",
        "Anwältin",
        "Anwalt",
        "Vermietung",
        "Vermieter",
    ),
    *("Vermieterin", "Therapeut", "Therapeutin", "Lehrkraft"),
    *("Ort", "Kleinstadt", "Stadt", "Großstadt", "Dorf", "Ort im Ausland", "Straße", "Anschrift", "Postleitzahl"),
    *("Arbeitgeber", "Einrichtung", "Praxis", "Klinik", "Schule", "Kita", "Träger", "Verein", "Firma", "Behörde"),
    *("Betrieb", "Haus", "Apotheke"),
    *("Datum", "Geburtsdatum", "Telefonnummer", "E-Mail", "Internetadresse", "Kennung", "Aktenzeichen", "Kontonummer"),
    *("Kennzeichen", "Nummer", "Wort"),
    *("Alter", "Herkunft", "Beruf", "Erkrankung", "Ereignis", "Betrag", "Familienverhältnisse", "Ehrenamt", "Freizeit"),
    *("Angabe", "entfernt", "ausgeblendet"),
)
"""What is hidden, and as whom or what the text goes on to speak of it."""

BRANCHES = (
    *("Metall", "Lebensmittel", "Bau", "Transport und Lager", "Pflege", "Gesundheit", "Bildung", "Kinder und Jugend"),
    *(
        "Gastronomie",
        "Handel",
        "Reinigung",
        "Zeitarbeit",
        "Textil",
        "Glas und Keramik",
        "Druck und Medien",
        "Presse und Rundfunk",
        "Freizeit",
    ),
    *(
        "Landwirtschaft und Gartenbau",
        "Fahrzeuge",
        "Energie und Elektro",
        "Soziales",
        "Wohnen",
        "Bank und Versicherung",
    ),
    *("Kultur und Kirche", "Sicherheit", "Körperpflege", "Kanzlei"),
)
REGIONS = (
    *("Osteuropa", "Südosteuropa", "Südeuropa", "West- und Nordeuropa", "Türkei und Naher Osten"),
    *("Kaukasus und Zentralasien", "Süd- und Ostasien", "Afrika", "Amerika"),
)
_AGES = (
    r"Kleinkind|Vorschulalter|Grundschulalter|Jugendalter|18 bis 20|\d{1,2}0 bis \d{1,2}9"
    r"|(?:Anfang|Mitte|Ende) \d{1,2}0"
)
_SPAN = rf"einen Tag|wenige Tage|eine Woche|einen Monat|ein Jahr|(?:{TWO_TO_TWELVE}) (?:Wochen|Monate|Jahre)"
_DAYS = rf"Winter|Frühjahr|Sommer|Herbst|am selben Tag|(?:{_SPAN}) (?:später|vorher)"


def _any(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, words))


PLACEHOLDER = re.compile(
    rf"\[(?:{_any(LABELS)}|{_any(tuple(sorted(FORMS)))})(?: \d{{1,3}})?"
    rf"(?:, (?:{_any(BRANCHES)}|{_any(REGIONS)}|{_any(groups.NAMES)}|{_AGES}|{_DAYS}))?\]"
)
"""A label, a number where two would be confused, and what may be told of it."""
