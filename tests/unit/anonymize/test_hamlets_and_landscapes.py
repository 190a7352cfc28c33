"""Houses numbered through a hamlet, and districts and waters called after landscapes; beside them what looks so."""

import pytest

from caseboard.anonymize import strip
from caseboard.anonymize.recognizers.hamlet_house import HamletHouse
from caseboard.anonymize.recognizers.landscape_pairs import LandscapePairs
from tests.unit.anonymize.recognised import outermost, surfaces


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        ("Er wohnt in Kleinziegenfeld Nr. 14.", "Kleinziegenfeld Nr. 14"),
        ("Er wohnt in Kleinzigenfeld Nr. 14.", "Kleinzigenfeld Nr. 14"),  # a slip of the pen
        ("Post nach Oberleiterbach Nr.5.", "Oberleiterbach Nr.5"),
        ("Post nach Oberleiterbach Nr. 5 b bei Leuten.", "Oberleiterbach Nr. 5 b"),
        ("Post nach Oberleiterbach Nr. 5/2.", "Oberleiterbach Nr. 5/2"),
        ("Post nach Klein-Ziegenfeld Nr. 4.", "Klein-Ziegenfeld Nr. 4"),
        ("Sie lebt in Siegritz, Hs.-Nr. 3.", "Siegritz, Hs.-Nr. 3"),
        ("Sie lebt in Siegritz HsNr. 3.", "Siegritz HsNr. 3"),
        ("Post nach Birkach Hausnummer 5.", "Birkach Hausnummer 5"),
        ("Er wohnt Tanne Hs.-Nr. 4 ganz oben.", "Tanne Hs.-Nr. 4"),  # many hamlets are words
        ("Hausbesuch Tiefenpölz Nr. 22 steht an.", "Tiefenpölz Nr. 22"),
        ("Sie lebt in Siegritz Haus Nr. 3.", "Siegritz Haus Nr. 3"),
        ("Sie lebt in Siegritz, Anwesen Nr. 3.", "Siegritz, Anwesen Nr. 3"),
        ("Post nach Klein-Ziegenfeld Haus Nr. 4.", "Klein-Ziegenfeld Haus Nr. 4"),
        ("Post nach Oberleiterbach\nNr. 5.", "Oberleiterbach\nNr. 5"),
        ("Frau Kern\nOberleiterbach,\nHaus Nr. 5\n97421 Dort", "Oberleiterbach,\nHaus Nr. 5"),
        ("die post geht nach oberleiterbach nr. 5 oder so", "oberleiterbach nr. 5"),
        ("er wohnt in siegritz, haus nr. 3 und will da weg", "siegritz, haus nr. 3"),
        ("er wohnt in kleinziegenfeld hausnummer 14 b und will da weg", "kleinziegenfeld hausnummer 14 b"),
        ("Gemeldet im OT Wüstenbuchau 7a.", "Wüstenbuchau 7a"),
        ("GT Steinbühl 17b ist neu.", "Steinbühl 17b"),
        ("Ortsteil Gschwend, Nr. 4 a ist leer.", "Ortsteil Gschwend, Nr. 4 a"),
        ("Er wohnt Einöde Hinterbrand 12.", "Hinterbrand 12"),
        ("Seine Anschrift (Fröbershammer 20) stimmt.", "Fröbershammer 20"),
        ("Wohnt jetzt (Kleinziegenfeld 14, bei der Tante).", "Kleinziegenfeld 14"),
        ("Die Nachbarin (Kleinziegenfeld 9) hilft.", "Kleinziegenfeld 9"),
    ],
)
def test_houses_of_a_hamlet(raw: str, address: str) -> None:
    assert outermost(surfaces(HamletHouse, raw)) == [address]


@pytest.mark.parametrize(
    "raw",
    [
        "Siehe Anlage Nr. 14 und Vertrag Nr. 2.",
        "Der Kunde Nr. 14 wartet.",
        "Am Montag Nr. 3 ziehen.",
        "Frau Brezina Nr. 3.",  # somebody is called so
        "Lukas Nr. 3 kommt.",
        "Die Probe Kleinziegenfeld Nr. 14.5 fehlt.",  # no number of a house
        "Das Los Kleinziegenfeld Nr. 1400 fehlt.",
        "Im Text (Fröbershammer 20) steht es.",  # nobody lives there
        "Er wohnt im Haus (Zimmer 20).",
        "Sie wohnt günstig (Miete 400).",
        "Sie wohnt allein (Montag 20).",
        "Er wohnt dort (Wiesinger 20).",
        "Ortsteil Mitte 7 Leute.",
        "Ortsteil Januar 4 Briefe.",
        "Im OT 14 Häuser.",
        "Unsere Hausnummer 5 fehlt.",  # what only opens the sentence
        "Unter Hausnummer 12 klingeln.",
        "Welche Hausnummer 5 ist das?",
        "Zimmer Haus-Nr. 4 ist frei.",
        "Dieses Haus Nr. 5 steht leer.",
        "Frau Brezina Haus Nr. 3 ist leer.",
        "Der Mietvertrag Haus Nr. 5 fehlt.",
        "Aus Oberleiterbach\nNr. 5 der Tagesordnung entfällt.",  # the next point of a list
        "Die Straße\nHausnummer 5\nfehlt",
        "Inh. Korbinian Wiesinger\nHausnummer 5\n",  # who lives there
        "er bleibt in zimmer nr. 5 und wartet lange auf post",
        "ich frage nach antrag nr. 5 und warte seit wochen",
        "er fragt nach brezina nr. 5 und wartet seit wochen auf post",
    ],
)
def test_numbers_that_are_no_house(raw: str) -> None:
    assert surfaces(HamletHouse, raw) == []


@pytest.mark.parametrize("raw", ["Post nach Oberleiterbach\nNr. 5.", "die post geht nach oberleiterbach nr. 5 oder so"])
def test_the_number_goes_with_its_hamlet(raw: str) -> None:
    assert "nr. 5" not in strip(raw).casefold()


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Er wohnt im Rhein-Hunsrück-Kreis.", "Rhein-Hunsrück-Kreis"),
        ("Des Main-Tauber-Kreises wegen zieht er um.", "Main-Tauber-Kreises"),
        ("Sie lebt im Oder-Spree-Gebiet.", "Oder-Spree-Gebiet"),
        ("Die Wohnung liegt am Elbe-Weser-Dreieck.", "Elbe-Weser-Dreieck"),
        ("Der Weg am Oder-Spree-Kanal ist gesperrt.", "Oder-Spree-Kanal"),
        ("Die Stelle ist im Rhein-Neckar-Raum.", "Rhein-Neckar-Raum"),
        ("Ein Dorf im Altmühl-Tal.", "Altmühl-Tal"),
        ("Die Fulda-Aue ist überschwemmt.", "Fulda-Aue"),
        ("Am Inn-Radweg steht sein Zelt.", "Inn-Radweg"),
        ("Sie geht in die Bodensee-Therme.", "Bodensee-Therme"),
        ("Im Donau-Stadion verkauft er Wurst.", "Donau-Stadion"),
        ("Er wohnt im Rhein-Hunsrük-Kreis.", "Rhein-Hunsrük-Kreis"),  # one part is enough
        ("Der Weg im Regen-Tal ist weit.", "Regen-Tal"),  # what only rivers have
        ("Er wohnt im Naab-Regen-Gebiet.", "Naab-Regen-Gebiet"),
        ("Er wohnt im Oder-Gebiet.", "Oder-Gebiet"),
        ("er wohnt im rhein-hunsrück-kreis und zahlt heute nicht", "rhein-hunsrück-kreis"),
        ("er wohnt im altmühl-tal und zahlt heute nicht", "altmühl-tal"),
        ("DER RHEIN-HUNSRÜCK-KREIS ZAHLT HEUTE NICHTS", "RHEIN-HUNSRÜCK-KREIS"),
    ],
)
def test_districts_and_waters(raw: str, name: str) -> None:
    assert surfaces(LandscapePairs, raw) == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Der Eltern-Kind-Kreis trifft sich am Montag.",
        "Der Mutter-Kind-Raum ist frei.",
        "Der Jobcenter-Main-Kreis trifft sich.",  # of the field
        "Ein Arbeits-Kreis im Wohn-Gebiet.",
        "Die Fahrrad-Brücke ist zu.",
        "Der Ost-West-Kanal ist keiner.",
        "Der Rhein-Hunsrück liegt dort.",  # without its last word
        "Der Rhein-Kreisel ist zu.",
        "Der Rhein-Neckar-Raum-Plan liegt aus.",
        "Der [Ort]-Kreis zahlt.",
        "Im Regen-Gebiet ist es nass.",  # weather
        "Der Sinn-Raum ist offen.",
        "im regen-gebiet ist es heute nass und morgen auch",
        "der eltern-kind-kreis trifft sich heute und morgen nicht",
        "DER ELTERN-KIND-KREIS TRIFFT SICH HEUTE",
    ],
)
def test_pairs_that_are_no_landscape(raw: str) -> None:
    assert surfaces(LandscapePairs, raw) == []


def test_over_a_line_others_know_them() -> None:
    assert "Hunsrück" not in strip("Er zahlt im Rhein-Hunsrück-\nKreis dafür.")


def test_in_small_letters_a_district_is_called_a_place() -> None:
    assert strip("der rhein-hunsrück-kreis zahlt heute nicht und morgen auch nicht").startswith("der [Ort] ")
