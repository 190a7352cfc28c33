"""What every county has stays beside the name that goes: courts, departments, communities of law, programmes."""

import pytest

from caseboard.anonymize import strip
from tests.unit.anonymize.covering import uncovered

BESIDE = [
    ("Das Verfahren beim Familiengericht Bamberg läuft.", "Familiengericht", "Bamberg"),
    ("Klage beim Verwaltungsgericht Ansbach anhängig.", "Verwaltungsgericht", "Ansbach"),
    ("Das Nachlassgericht Hof schreibt, dass er erbt.", "Nachlassgericht", "Hof"),
    ("Antrag beim Versorgungsamt Bayreuth gestellt.", "Versorgungsamt", "Bayreuth"),
    ("Beim Bürgerbüro Volkach war zu.", "Bürgerbüro", "Volkach"),
    ("Die Führerscheinstelle Miltenberg verlangt die MPU.", "Führerscheinstelle", "Miltenberg"),
    ("Die Wohngeldstelle Kronach braucht noch den Mietvertrag.", "Wohngeldstelle", "Kronach"),
    ("Die Bewährungshilfe Hof meldet sich.", "Bewährungshilfe", "Hof"),
    ("Die Regierung von Unterfranken hat entschieden.", "Regierung", "Unterfranken"),
    ("Das Diplom liegt bei der Regierung der Oberpfalz.", "Regierung", "Oberpfalz"),
    ("Frau Kern vom Bezirk Schwaben rief an.", "Bezirk", "Schwaben"),
    ("Klage beim Sozialgericht für das Saarland.", "Sozialgericht", "Saarland"),
    ("- Führerscheinstelle Waren: alte Sache", "Führerscheinstelle", "Waren"),
    ("Sozialamt Essen hat geschrieben.", "Sozialamt", "Essen"),
    ("Er kam aus der JVA Kempten und ist wohnungslos.", "JVA", "Kempten"),
    ("Entlassung aus der Justizvollzugsanstalt Straubing im Mai.", "Justizvollzugsanstalt", "Straubing"),
    ("Vorher Sammelunterkunft Geldersheim, jetzt Wohnung.", "Sammelunterkunft", "Geldersheim"),
    ("Wimm., Ermittlungsdienst Dingolfing", "Ermittlungsdienst", "Dingolfing"),
    ("Urlaubsvertretung Hackl kommt", "Urlaubsvertretung", "Hackl"),
    ("Der Pflegedienst Sozialstation St. Anna kommt.", "Pflegedienst", "Sozialstation St. Anna"),
    ("Sozialberatung Fachklinik Ochsenkopf", "Sozialberatung", "Fachklinik Ochsenkopf"),
    ("Mit freundlichen Grüßen\nSozialdienst Klinikum Weißer Main", "Sozialdienst", "Klinikum Weißer Main"),
    ("Stadtwerke Wiesengrund                 Kundenservice", "Kundenservice", "Stadtwerke Wiesengrund"),
    ("Klinikum Unterallgäu, Sozialdienst", "Sozialdienst", "Klinikum Unterallgäu"),
    ("Bedarfsgemeinschaft Munteanu / Ciobanu", "Bedarfsgemeinschaft", "Munteanu / Ciobanu"),
    ("Die Erbengemeinschaft Zirngibl streitet.", "Erbengemeinschaft", "Zirngibl"),
]


@pytest.mark.parametrize(("raw", "body", "name"), BESIDE)
def test_the_body_stays_and_the_name_beside_it_goes(raw: str, body: str, name: str) -> None:
    assert body in strip(raw)
    assert uncovered(raw, name) == []


WHOLE = [
    ("Vier Jahre draußen, davor JVA Celle", "JVA Celle"),
    ("Er lebt im Übergangswohnheim Finowfurt.", "Übergangswohnheim Finowfurt"),
    ("Die Sozialberatung Lichtblick hat geschrieben.", "Sozialberatung Lichtblick"),
    ("Sie ist im Sozialdienst katholischer Frauen aktiv.", "Sozialdienst katholischer Frauen"),
    ("Schulden beim Pflegedienst Samariterhof bleiben.", "Pflegedienst Samariterhof"),
    ("Anerkennungsberatung bei der Zentralen Servicestelle Weltoffen", "Zentralen Servicestelle Weltoffen"),
    ("Der Sohn geht in die Jugendhilfe Creglingen.", "Jugendhilfe Creglingen"),
]


@pytest.mark.parametrize(("raw", "name"), WHOLE)
def test_a_house_that_is_called_by_such_a_word_goes_whole(raw: str, name: str) -> None:
    assert uncovered(raw, name) == []


GENERAL = """
BUNDESAGENTUR FÜR ARBEIT
Gutschrift BUNDESAGENTUR FUER ARBEIT
STAATSOBERKASSE BAYERN
LANDESHAUPTKASSE Gutschrift
Bundesamt für Migration und Flüchtlinge lädt ein.
Zentrum Bayern Familie und Soziales hat den Bescheid geschickt.
Bei Frühe Hilfen gemeldet, die Frühen Hilfen kommen ins Haus.
Das Projekt Housing First nimmt ihn auf, Housing-First wäre gut.
Projekt Soziale Teilhabe endet.
Die Mobile Jugendarbeit kennt ihn.
Supported Employment wäre gut, Job-Coaching ist bewilligt.
Ambulant Betreutes Wohnen und Persönliches Budget beantragt.
Jemand von der Jugendhilfe war da.
Anruf bei der Zentralen Anlaufstelle, niemand da.
Die Jugendwerkstatt nimmt ihn, die Traumaambulanz hat Wartezeit.
Suchtambulanz und Demenzberatung haben beraten.
Soziales Kompetenztraining läuft, die Unabhängige Teilhabeberatung kommt dazu.
ABSCHLAG STROM
SEPA-LASTSCHRIFT Miete
Er schickt es per Einwurf-Einschreiben.
Der Heizspiegel liegt bei, der Karpaltunnel ist eng.
""".strip().splitlines()


@pytest.mark.parametrize("raw", GENERAL)
def test_general_bodies_and_programmes_stay(raw: str) -> None:
    assert strip(raw) == raw
