"""Branches of an office that are called by what they do: 'Fachdienst Recht', 'Stelle Bildung und Teilhabe'.

Every county has them, so they name nobody; a branch with a word that is none of these fields may be a house's own.
"""

from typing import Final

_HEADS = (
    r"(?:(?:Fach|Leistungs|Beratungs|Service|Koordinierungs|Clearing|Anlauf|Verwaltungs|Widerspruchs)?[Ss]telle"
    r"|(?:Fach|Sach|Arbeits|Aufgaben|Geschäfts)[Bb]ereich|Bereich|Fachdienst|Fachgebiet|Sachgebiet|Fachgruppe|Fachteam"
    r"|Abteilung|Abt\.|Unterabteilung|Referat|Ref\.|Dezernat|Ressort|Stabsstelle|Hauptamt|Amt für|Team|Sachbearbeitung)"
)
_FIELDS = (
    r"(?:Recht|Rechtsangelegenheiten|Rechtsbehelfe|Wohnen|Wohnraum|Wohnungssicherung|Wohnungsnotfälle|Wohnungshilfen"
    r"|Wohnungslosigkeit|Wohngeld|Obdach|Soziales|Sozialhilfe|Soziale Hilfen|Soziale Dienste|Soziale Sicherung|Jugend"
    r"|Jugendhilfe|Kinder|Familien?|Frauen|Gleichstellung|Senioren|Pflege|Hilfe zur Pflege|Betreuung|Betreuungen"
    r"|Vormundschaft(?:en)?|Beistandschaft(?:en)?|Unterhalt|Unterhaltsvorschuss|Elterngeld|Kindertagespflege"
    r"|Kindertagesbetreuung|Kinderschutz|Bildung|Teilhabe|Inklusion|Eingliederung|Eingliederungshilfe|Rehabilitation"
    r"|Reha|Schwerbehinderte|Schwerbehinderung|Asyl|Migration|Integration|Ausländer|Ausländerwesen|Aufenthalt"
    r"|Staatsangehörigkeit|Einbürgerung|Flüchtlinge|Arbeit|Arbeitsmarkt|Beschäftigung|Ausbildung|Ausbildungsförderung"
    r"|Markt|Vermittlung|Leistung|Leistungen|Leistungsgewährung|Existenzsicherung|Grundsicherung|Bildungspaket"
    r"|Forderungen|Forderungseinzug|Inkasso|Vollstreckung|Rückforderung|Erstattung(?:en)?|Bußgeld|Ordnungswidrigkeiten"
    r"|Ordnung|Sicherheit|Verkehr|Bauen|Bauaufsicht|Umwelt|Gesundheit|Prävention|Sucht|Suchthilfe|Schulden|Schule"
    r"|Schulen|Kultur|Sport|Finanzen|Haushalt|Personal|Organisation|Controlling|Zentrale Dienste|Verwaltung"
    r"|Innere Verwaltung|Öffentlichkeitsarbeit|Digitalisierung|Datenschutz|Qualität|Widersprüche?|Klagen|Außendienst"
    r"|Selbständige|Selbstständige|Unterkunft|Unterkünfte|Erstausstattung|Wirtschaftliche Hilfen|Besondere Dienste)"
)
BRANCH: Final = rf"(?<![\w-]){_HEADS} {_FIELDS}(?:(?:,| und| u\.| &| /|/) ?{_FIELDS}){{0,3}}(?![\w-])"
"""What stands before or behind it, a town or a name, is no part of it."""
