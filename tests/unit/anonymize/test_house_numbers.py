"""House numbers in words, of hamlets without streets, in brackets, and what part of the house is meant."""

import pytest

from caseboard.anonymize import strip
from tests.unit.anonymize.covering import kinds_over, uncovered


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        ("Sie wohnt in der Pastritzstraße Hausnummer elf und sucht.", "Pastritzstraße Hausnummer elf"),
        ("Treffpunkt Am Anger Hausnummer drei am Abend.", "Am Anger Hausnummer drei"),
        ("Sie wohnt Ringstraße Haus Nr. vier a und sucht.", "Ringstraße Haus Nr. vier a"),
        ("wohnt im Birkenweg Hausnummer zwanzig links.", "Birkenweg Hausnummer zwanzig links"),
        ("ich bin lindenweg hausnummer neun b in der wohnung gemeldet", "lindenweg hausnummer neun b"),
        ("wohnen könnte sie am marktplatz drei über dem laden bei meiner schwester", "marktplatz drei"),
        ("treffen wir uns kirchplatz vier, dann gehen wir zusammen zum amt", "kirchplatz vier"),
        ("wir sind lindenweg zwölf b zu hause das stimmt schon so", "lindenweg zwölf b"),
        ("Er wohnt Ilmstr. 18 hinten, Klingel fehlt.", "Ilmstr. 18 hinten"),
        ("Anschrift: Ludwigstraße 3 unten rechts, Klingel", "Ludwigstraße 3 unten rechts"),
        ("Hauptstr. 7 im Hinterhof links, bitte läuten", "Hauptstr. 7 im Hinterhof links"),
        ("Termin am Bahnhofpl. 2 (Whg. 14) um neun.", "Bahnhofpl. 2 (Whg. 14)"),
        ("Neue Adresse ist Kirchpl. 12a ab Mai.", "Kirchpl. 12a"),
        ("Praxis Dr.-Martin-Luther-Pl. 1, läuten", "Luther-Pl. 1"),
        ("in der Bergstraße, Nummer 12, zu Hause", "Bergstraße, Nummer 12"),
        ("in der Bergstraße in Hausnummer 12 daheim", "Bergstraße in Hausnummer 12"),
        ("die Bergstraße (Nr. 12) kennt er", "Bergstraße (Nr. 12)"),
        ("Die Bergstraße Nr 12 ist es.", "Bergstraße Nr 12"),
        ("Sie wohnt Bergstr, 12 bei Oma", "Bergstr, 12"),
        ("Anschrift: Bergstr.\n12\nTelefon folgt", "Bergstr.\n12"),
        ("Bergstr. 12 bis 14, Rückgebäude", "Bergstr. 12 bis 14"),
        ("Sie wohnt Kirchweg 3, Eingang B, oben.", "Kirchweg 3, Eingang B"),
        ("Sie wohnt Kirchweg 3, Hinterhaus 2. Stock.", "Kirchweg 3, Hinterhaus 2. Stock"),
        ("Sie wohnt Am Bach 3, Nebeneingang.", "Am Bach 3, Nebeneingang"),
        ("Gemeldet OT Kappel 7 seit Mai", "Kappel 7"),
        ("Sie wohnt Werner-von-Siemens-Str. 12, App. 305.", "Werner-von-Siemens-Str. 12, App. 305"),
        ("jetzt Sieboldstr 17/4. OG bei Benni", "Sieboldstr 17/4. OG"),
        ("vertreten durch sie, Von-Kühlmann-5tr. 8, heute", "Von-Kühlmann-5tr. 8"),
    ],
)
def test_the_whole_address_goes(raw: str, address: str) -> None:
    assert uncovered(raw, address) == []
    assert "STREET" in kinds_over(raw, address)


@pytest.mark.parametrize(
    "address",
    [
        "Wupperstr. 4, WG 12",
        "Perlweg 133, 2. Aufgang",
        "Grabenstr. 18, Haus 2, Zi. 2.07",
        "Gartenweg 5, App. 0.17",
        "Bahnhofstraße 140, Block D, WG 6",
        "Feldweg 4, Anbau hinten",
        "Horner Weg 270, V. Stock, Wohng. 3.4",
        "Torstr. 10, Quergebäude",
        "Mörikestr. 7, Whg. 3.12",
    ],
)
def test_the_part_of_the_house_goes_with_its_number(address: str) -> None:
    assert uncovered(f"Er wohnt {address}, 26506 Norden.", address) == []


@pytest.mark.parametrize("rest", ["WG mit drei Leuten", "wir kommen um 9", "die Heizung ist kalt"])
def test_what_is_told_of_an_address_stays(rest: str) -> None:
    assert strip(f"Hauptstr. 5, {rest}.").endswith(f", {rest}.")


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        ("Hausbesuch in Kleinziegenfeld Nr. 14 am Abend.", "Kleinziegenfeld Nr. 14"),
        ("jetzt: Oberleinleiter Nr. 3, Telefon fehlt", "Oberleinleiter Nr. 3"),
        ("Besuch in Siegritz, Hs.-Nr. 3, war gut.", "Siegritz, Hs.-Nr. 3"),
        ("Hausbesuch Tiefenpölz Hs. Nr. 22", "Tiefenpölz Hs. Nr. 22"),
        ("zieht nach Draisendorf Nr. 8a zur Tante", "Draisendorf Nr. 8a"),
        ("Der Bruder wohnt zwei Häuser weiter (Fröbershammer 20) und hilft.", "Fröbershammer 20"),
        ("gemeldet ist er noch beim Bruder (Unterzaunsbach 7).", "Unterzaunsbach 7"),
        ("Sie lebt bei der Oma (Wichsenstein 31a), Kontakt gut.", "Wichsenstein 31a"),
    ],
)
def test_a_hamlet_with_a_number_is_an_address(raw: str, address: str) -> None:
    assert uncovered(raw, address) == []
    assert kinds_over(raw, address) == {"STREET"}


@pytest.mark.parametrize(
    "raw",
    [
        "Rechnung Nr. 14 und Bescheid Nr. 3 liegen in Raum Nr. 7.",
        "Beleg Nr. 14, Mappe Nr. 2, Auftrag Nr. 8, Gutschein Nr. 12, Kurs Nr. 3",
        "Die Buslinie Nr. 14 fährt nicht, siehe Seite Nr. 2 und Punkt Nr. 9.",
        "Maßnahme Nr. 3 und Anlage Nr. 1 fehlen, auch Kostenbescheid Nr. 2.",
        "auf dem arbeitsmarkt drei bewerbungen, alles weg und nichts gehört",
        "am bahnhof drei mal gewartet und dann kam keiner mehr vorbei",
        "Er ist Dipl. 2 und hat Expl. 3 gelesen.",
        "Er hat Fragen: Tor 2 ist zu, Eingang B ist offen, Garage 4 frei.",
    ],
)
def test_numbered_papers_and_counted_things_stay(raw: str) -> None:
    assert "[Straße]" not in strip(raw)


def test_ages_in_brackets_are_no_houses() -> None:
    raw = "Sie wohnt mit Kind (Emma 7) und Oma (Rosi 81)."

    assert "STREET" not in kinds_over(raw, "Emma 7") | kinds_over(raw, "Rosi 81")
