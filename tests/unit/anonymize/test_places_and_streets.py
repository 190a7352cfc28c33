"""Places, districts, adjectives made from them, local names and streets; and the words that only look so."""

import pytest

from caseboard.anonymize.recognizers.local_names import LocalNames
from caseboard.anonymize.recognizers.place_adjectives import PlaceAdjectives
from caseboard.anonymize.recognizers.place_heads import PlaceHeads
from caseboard.anonymize.recognizers.places import Places
from caseboard.anonymize.recognizers.street import Street
from tests.unit.anonymize.recognised import outermost, surfaces


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Sie wohnt in Hof.", "Hof"),
        ("Er zieht nach Essen.", "Essen"),
        ("Bei uns in Essen hilft das Amt.", "Essen"),
        ("Seit März wohnt sie in Waren und pendelt.", "Waren"),
        ("Die Grenze haltet ihr in der Lausitz anders.", "Lausitz"),
        ("Praxis in O9126 Chemn itz", "Chemn itz"),
        ("Er fährt nach Halle.", "Halle"),
        ("Sie kommt aus Bad Neustadt an der Saale.", "Bad Neustadt an der Saale"),
        ("Der Vater war zuletzt Uelzen gemeldet.", "Uelzen"),
        ("sie wohnt in schweinfurt bei der mutter und sucht seit langem eine wohnung", "schweinfurt"),
    ],
)
def test_places(raw: str, name: str) -> None:
    assert surfaces(Places, raw) == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Im Hof steht Sperrmüll.",
        "In der Au wächst Gras.",
        "Er wohnt in der Stadt, allein.",
        "Zum Essen bleibt nichts.",
        "In der Küche riecht es nach Essen.",
        "Sein Alltag besteht aus Essen und Schlafen.",
        "Nach Essen und Trinken fragt keiner.",
        "Die Kinder waren draußen.",
        "Er ist in Arbeit.",
        "Die Stat. ist voll.",
        "sie wohnt in miete bei der mutter und sucht seit langem eine andere bleibe",
    ],
)
def test_words_that_places_are_called(raw: str) -> None:
    assert surfaces(Places, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Aus dem Landkreis Cham.", "Cham"),
        ("97332 Volkach OT Fahr, Weinberg", "Fahr"),
        ("An das Jobcenter Main-Spessart", "Main-Spessart"),
        ("OT. Fahr", "Fahr"),
        ("Wohnort: Wüstensachsen", "Wüstensachsen"),
        ("Landkreis: Cham", "Cham"),
    ],
)
def test_districts(raw: str, name: str) -> None:
    assert surfaces(PlaceHeads, raw) == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Im Ortsteil gibt es keinen Laden.",
        "Das Jobcenter Leistungsteam prüft.",
        "Der Ort ist klein.",
        "Er ist der letzte im Landkreis. Verletztengeld bekommt er nicht.",
        "Jobcenter: Unfallanzeige und Lohnabrechnung bitte.",
    ],
)
def test_heads_without_a_place(raw: str) -> None:
    assert surfaces(PlaceHeads, raw) == []


def test_adjectives_made_from_places() -> None:
    assert surfaces(PlaceAdjectives, "Der Schwandorfer Bus und die Bambergerin.") == ["Schwandorfer", "Bambergerin"]
    assert surfaces(PlaceAdjectives, "Der Fahrer und die Vermieterin, immer munter.") == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Sie wohnt am Galgenberg.", "Galgenberg"),
        ("Er lebt auf der Peterstirn.", "Peterstirn"),
        ("Die Wohnung im Musikerviertel ist teuer.", "Musikerviertel"),
        ("Er zieht nach Hammelburg, Am Weiher", "Am Weiher"),
        ("Er wohnt Zur Wolfsschlucht 5, Bogen.", "Bogen"),
    ],
)
def test_names_of_the_place(raw: str, name: str) -> None:
    assert name in surfaces(LocalNames, raw)


@pytest.mark.parametrize(
    "raw",
    [
        "Er wohnt am Berg, neben der Kirche.",
        "Am Anfang lief alles gut.",
        "Auf dem Parkplatz wartet er.",
        "In Raten zahlt er zurück.",
        "Sie ist in Ausbildung und am Stadtrand zu Hause.",
    ],
)
def test_general_places_stay(raw: str) -> None:
    assert surfaces(LocalNames, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Sie wohnt Marktplatz 2, Zi. 114, dort.", "Marktplatz 2, Zi. 114"),
        ("Er wohnt Schlossgarten o. Nr. im Wagen", "Schlossgarten o. Nr."),
        ("Adr. neu: Röthe 16, Stadtsteinach.", "Röthe 16"),
        ("Cousine, Im Grund 31\nund", "Im Grund 31"),
        ("Mainzer Gässle 4 1/2", "Mainzer Gässle 4 1/2"),
        ("Post an Ludwigspassage 3 bitte", "Ludwigspassage 3"),
        ("Er wohnt in der Au, allein.", "in der Au"),
        ("vermieter in der obere bachgasse 7a will das geld bis zum ende des monats haben", "obere bachgasse 7a"),
        ("sie wohnt hinterm anger 4 bei der tante und will da weg, so schnell es geht", "hinterm anger 4"),
    ],
)
def test_streets(raw: str, name: str) -> None:
    assert name in surfaces(Street, raw)


@pytest.mark.parametrize(
    ("raw", "house"),
    [
        ("Die Hausnummer 12 fehlt.", "Hausnummer 12"),
        ("Die Hausnummer 12 (hinten) fehlt.", "Hausnummer 12"),
        ("Die Hausnummer 12 a fehlt.", "Hausnummer 12 a"),
        ("Die Hausnr. 12b fehlt.", "Hausnr. 12b"),
        ("Bei HNr. 7 klingeln.", "HNr. 7"),
        ("Er wohnt Lenbachplatz 12-14 (hinten).", "Lenbachplatz 12-14"),
        ("Er wohnt Lenbachplatz 12 – 14 – unten.", "Lenbachplatz 12 – 14"),
        ("Er wohnt Lenbachplatz 12-14 b unten.", "Lenbachplatz 12-14 b"),
        ("Frau Kern\nTannlohe 12 \n97421 Dort", "Tannlohe 12"),
        ("In Mannheim, C 4, 17 (Hof).", "C 4, 17"),
    ],
)
def test_a_number_ends_with_its_last_sign(raw: str, house: str) -> None:
    assert outermost(surfaces(Street, raw)) == [house]


@pytest.mark.parametrize(
    "raw",
    [
        "Im Garten hat sie Ruhe.",
        "Im Hof steht Sperrmüll.",
        "In der Au wächst Gras.",
        "Er wohnt in der Stadt, allein.",
        "Am Markt gibt es Arbeit.",
        "im Antrag 63 Seiten",
        "Kitaplatz 3 ist frei, Stuhl. 53 kg",
        "Punkt. Neue Zeile. Der Kunde kam.",
        "Station 4, Zimmer 12",
    ],
)
def test_what_looks_like_a_street(raw: str) -> None:
    assert surfaces(Street, raw) == []
