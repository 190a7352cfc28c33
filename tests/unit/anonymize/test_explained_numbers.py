"""Numbers that everybody may know are protected, those that nothing explains are suspicious; each recogniser alone."""

import pytest

from caseboard.anonymize import strip
from caseboard.anonymize.recognizers.number import UnexplainedNumber
from caseboard.anonymize.recognizers.safe_numbers import SafeNumbers
from tests.unit.anonymize.marked import marked, unmarked


@pytest.mark.parametrize(
    "row",
    [
        "Nach ⟦DIN 5008⟧ und ⟦DIN5008⟧ schreiben.",
        "Nach ⟦DIN EN ISO 9001⟧ prüfen.",
        "In der ⟦BT-Drs. 20/1234⟧ steht es.",
        "Im ⟦BGBl. I 2022 S. 2328⟧ steht es.",
        "Die ⟦FW 22.1⟧ und ⟦Rz. 22.34⟧ gelten.",
        "Die ⟦Rente mit 67⟧ bleibt.",
        "Das gilt ⟦ab dem 25. Geburtstag⟧ nicht.",
        "In ⟦Modul 3⟧ und ⟦TOP 4⟧ fehlt es.",
        "Im ⟦19. Jahrhundert⟧ gab es das.",
        "Er ist im ⟦2. Lehrjahr⟧ und im ⟦3. OG⟧ daheim.",
        "Offen ist ⟦8.30 bis 12.15⟧ und ⟦13:30-16:00⟧ hier.",
        "Er kommt ⟦um 9.30⟧ vorbei.",
        "Mit ⟦Windows 10⟧ und ⟦Office 365⟧ geht es.",
        "Die ⟦Linie 12⟧ und der ⟦RE 7⟧ fahren nicht.",
        "In ⟦KW 12/24⟧ kommt er.",
        "Er hat Deutsch ⟦A2⟧ und sie ⟦B1⟧ geschafft.",
        "Stau ist auf der ⟦A 3⟧ und auf der ⟦B 19⟧ heute.",
        "Der ⟦Blutdruck 140/90⟧ war hoch.",
        "Das Kindergeld beträgt ⟦255 Euro⟧ im Monat.",
        "Die Fahrkarte kostet ⟦49 Euro⟧ im Monat.",
        "Er bekommt ⟦13,50 Euro pro Stunde⟧ dort.",
        "Im ⟦Quartal II/24⟧ war Ruhe.",
        "Im ⟦WS 2023/24⟧ beginnt sie.",
        "Der ⟦Paragraf 16 e⟧ gilt.",
        "Auf ⟦Blatt 12⟧ und ⟦Bl. 120 ff.⟧ fehlt es.",
        "Die ⟦Anlage EK, Zeile 12⟧ fehlt.",
        "Der Opel, ⟦Bj. 2009⟧, steht.",
        "Er nimmt ⟦1-0-1⟧ und ⟦0,5-0-0-1⟧ täglich.",
        "Er lädt ⟦5 GB⟧ und braucht ⟦80 kWh⟧ Strom.",
        "Ein ⟦7,5-Tonner⟧ und ein ⟦40 Tonner⟧ stehen da.",
        "Bezahlt wird ⟦EG 5⟧ TVöD.",
        "Die Aussicht ist ⟦50/50⟧ und der Dienst ⟦24/7⟧ hier.",
    ],
)
def test_numbers_that_everybody_may_know(row: str) -> None:
    assert marked(SafeNumbers, unmarked(row)) == row


@pytest.mark.parametrize(
    "row",
    [
        "Die Wohnung kostet 512 Euro.",
        "Er bekommt 512 Euro und 13,50 Euro Rest.",
        "Die Altersrente beträgt 812 Euro.",
        "Frau Kern ist 67 und feiert den 25. Geburtstag.",
        "Die Kundin, Bj. 1971, wartet.",
        "Er kommt 9.30 und zahlt um 9.30 Euro.",
        "Im WS 2023/25 beginnt sie.",
        "Er sagt 1-0-7 und 50/51 und 24/8.",
        "Unter 09721 4711 ist keiner da.",
        "Die Nr. 4711 fehlt.",
        "Im Auto B 19-4711 sitzt wer.",
        "Sein Konto ist A4711 und B12-7.",
        "Das Büro E 5 ist frei.",
        "Die Linie ist klar, der Bus voll, das Modul neu.",
        "Er ist am 3. Mai im 2. Haus.",
        "Im Antrag 12 steht 140/90 und 12/24.",
    ],
)
def test_numbers_that_may_be_somebodys(row: str) -> None:
    assert marked(SafeNumbers, row) == row


@pytest.mark.parametrize(
    "row",
    [
        "Darauf steht ⟦4711815⟧ als Angabe.",
        "Darauf steht ⟦4711816⟧ als Angabe.",
        "darauf steht ⟦4711815⟧ als angabe.",
        "Darauf steht ⟦47 11 815⟧ als Angabe.",
        "Darauf steht ⟦4711-815⟧ als Angabe.",
        "Darauf steht ⟦47-11-815/3⟧ als Angabe.",
        "Darauf steht ⟦4711/815⟧ als Angabe.",
        "Darauf steht ⟦4711/\n815⟧ als Angabe.",
        "Darauf steht ⟦4711-\n815⟧ als Angabe.",
        "Darauf steht ⟦4711⟧ als Angabe.",
        "Darauf steht ⟦471l815⟧ als Angabe.",
        "Darauf steht ⟦47A11-815⟧ als Angabe.",
        "Darauf steht ⟦AB4711⟧ als Angabe.",
        "Darauf steht ⟦UVK 1234/22⟧ als Angabe.",
        "Darauf steht ⟦1 ESY 1160⟧ als Angabe.",
        "Nach SGB ⟦4711/815⟧ und TEL ⟦4711815⟧ als Angabe.",
        "Darauf steht ⟦KX-12 4711⟧ als Angabe.",
        "darauf steht esy ⟦1160⟧ als angabe.",
        "Darauf steht ⟦BK 4101-00872/19⟧ als Angabe.",
        "Sein Konto endet auf ⟦...4711⟧ und fehlt.",
        "Sein Konto ⟦XXX4711⟧ ist leer.",
        "Er ruft ⟦4711-815⟧ an, sagt er.",
        "Er hat ⟦4711⟧ Antrag gesagt und ⟦4711⟧ Bauer.",
        "Kunde ⟦4711⟧ Unterlagen fehlen.",
        "⟦4711⟧ Unterlagen fehlen.",
        "Frau Kern, ⟦4711⟧ Unterlagen fehlen.",
        "Die Nummer ⟦1500⟧ Unterlagen fehlen.",
        "Az. ⟦1500⟧ Unterlagen fehlen.",
        "Er ist unter ⟦4711⟧ Leute suchend gemeldet.",
        "Mit ⟦4711⟧ Müller und mit ⟦4711⟧ Kurs und mit ⟦4711⟧ Schule.",
        "kunde ⟦4711⟧ unterlagen fehlen und der termin auch",
        "Er hat ⟦4711-815⟧ Leute und ⟦1533-1217⟧ Euro gesagt.",
        "Er ruft ⟦4711-5815⟧ an, sagt er.",
    ],
)
def test_numbers_that_nothing_explains(row: str) -> None:
    assert marked(UnexplainedNumber, unmarked(row)) == row


@pytest.mark.parametrize(
    "row",
    [
        "Er hat 350 Euro, 3,5 Stunden und 12 Leute.",
        "Er zahlt 4711 Euro und fährt 12000 km.",
        "Es gab 1.200-1.500 Euro und 3-4 Wochen frei.",
        "Das war 2017, 2019/20 und 2021–2023.",
        "Um 9.30 und 14:15 Uhr, am 3.4. und 03/2024.",
        "Es sind 1200 Bewerbungen.",
        "Ein 450-Euro-Job, ein 24-stündiger Dienst, ein 2000er.",
        "Offen ist 10-12 14-16 am Montag.",
        "Nach DIN 5008 und ISO 9001, Seite 1234.",
        "Die BK 4101 ist eine Krankheit.",
        "Die Jahre 2017 2018 2019 waren gut.",
        "Es sind 3 000 000 Menschen und 12.345 Einwohner.",
        "Es sind 1 200 300 Euro im Topf.",
        "Es sind 3 000 000 davon.",
        "Die Klasse 7a im Raum 214 hat B2 und A4.",
        "Es sind 60km, 20kg und 1500kwh.",
        "Im SGB-12 und im Covid-19 steht das.",
        "Es kamen 1500 Leute und 1317 Besucher.",
        "Er verlieh 1500 Stühle und 2317 alte Bücher.",
        "Er druckt ca. 1317 Karten für rund 1423 Freunde.",
        "Sie zählt 1317 Autos und mit 2318 Äpfeln geht es.",
        "Da war Trubel. 1500 Gäste kamen, 1200 Karten fehlten.",
        "1500 Karten sind da.",
        "Er druckt 1317\nKarten für uns.",
        "es kamen 1500 leute zu der feier und blieben da",
        "Er zahlt 1217-1533 Euro und sucht 120-1500 Einwohner.",
        "Es kamen 1217–1533 Leute und 1217-1533 neue Gäste.",
        "Er zahlt 1.217,50-1.533,80 Euro.",
    ],
)
def test_numbers_that_say_what_they_are(row: str) -> None:
    assert marked(UnexplainedNumber, row) == row


@pytest.mark.parametrize(
    "raw",
    [
        "Das sind 1200-1500 km im Jahr.",
        "Er zahlt 1.200-1.500 Euro.",
        "Die Miete ist rund 1.300-1.600 Euro hoch.",
        "Es kamen 50-120 Leute.",
        "Nach DIN 5008 schreiben.",
        "Er hat die BK 4101 anerkannt bekommen.",
    ],
)
def test_a_number_with_its_unit_or_its_norm_stays(raw: str) -> None:
    assert strip(raw) == raw


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("Darauf steht die 1200-1533.", "1533"),
        ("Darauf steht 4711\n815 und fehlt.", "4711"),
        ("Darauf steht 4711 815 und fehlt.", "815"),
        ("Kd. DIN-4711815.", "4711815"),
    ],
)
def test_a_number_without_either_goes(raw: str, number: str) -> None:
    assert number not in strip(raw)


@pytest.mark.parametrize(
    ("raw", "rounded"),
    [
        ("Er zahlt 1.217-1.533 Euro.", "Er zahlt rund 1.200-1.500 €."),
        ("Er zahlt 1217-1533 Euro.", "Er zahlt rund 1.200-1.500 €."),
        ("Er zahlt 1.217 – 1.533 € im Jahr.", "Er zahlt rund 1.200 – 1.500 € im Jahr."),
        ("Er zahlt 1.217,50-1.533,80 Euro.", "Er zahlt rund 1.200-1.500 €."),
        ("Er zahlt 217 bis 533 Euro.", "Er zahlt rund 220 bis 550 €."),
        ("Er zahlt knapp 217 bis zu 533 Euro.", "Er zahlt rund 220 bis zu 550 €."),
        ("Er zahlt 1.217 bis\n1.533 Euro.", "Er zahlt rund 1.200 bis\n1.500 €."),
        ("Er zahlt zwischen 1.217 und 1.533 Euro.", "Er zahlt zwischen rund 1.200 und 1.500 €."),
        ("Sie stieg von 217 auf 533 Euro.", "Sie stieg von rund 220 auf 550 €."),
        ("Es sind 17-23 T€ im Jahr.", "Es sind rund 17.000-23.000 € im Jahr."),
        ("Es sind 1,2-1,7 Mio. Euro.", "Es sind rund 1.200.000-1.700.000 €."),
        ("Er zahlt 1.217-1.222 Euro.", "Er zahlt rund 1.200 €."),
        ("Er zahlt 217 und sie 533 Euro.", "Er zahlt 217 und sie rund 550 €."),
        ("Es sind 20-90 Euro.", "Es sind 20-90 Euro."),
    ],
)
def test_both_ends_of_a_range_of_money_are_rounded(raw: str, rounded: str) -> None:
    assert strip(raw) == rounded
