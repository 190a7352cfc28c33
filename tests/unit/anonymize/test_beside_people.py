"""Houses that notes name in passing: in brackets, by their trade and corner, in capitals or in small letters."""

import pytest

from caseboard.anonymize.recognizers.beside_people import BesidePeople
from tests.unit.anonymize.recognised import surfaces


@pytest.mark.parametrize(
    ("raw", "house"),
    [
        ("Sohn 3 Tage n. i. d. Schule (Siedlungsschule); Rückruf.", "Siedlungsschule"),
        ("Tochter i. d. KiGa (Wurzelkindergarten), ganztags.", "Wurzelkindergarten"),
        ("Hr. Sommer (LKW Kitzingen, 09321/70 11-58) gibt Aufschub.", "LKW Kitzingen"),
        ("Zuständig: Frau Lang (KJF Regensburg).", "KJF Regensburg"),
        ("Wir waren noch beim Bäcker Schwarz am Plärrer gewesen.", "Schwarz am Plärrer"),
        ("Er lernt beim Metzger Fuchs am Tor.", "Fuchs am Tor"),
        ("bis zur Insolvenz bei der Saiteninstrumente Wunderlich.", "Saiteninstrumente Wunderlich"),
        ("Probearbeit bei Büromöbel Sauer, unbezahlt.", "Büromöbel Sauer"),
        ("FIRMA VERMUTL. ABBRUCH KREUZMAIR, BAUSTELLE", "ABBRUCH KREUZMAIR"),
        ("Fa. wohl Trockenbau Zirngibl, unklar", "Trockenbau Zirngibl"),
        ("bring attest ins büro zeitarbeit rückenwind heute noch", "zeitarbeit rückenwind"),
        ("der mit der eisdiele. dolomiti am eck", "dolomiti"),
        ("sie putzt in der villa lindenblüte jeden tag", "villa lindenblüte"),
        ("er jobbt beim „zottel“ am platz und wenig geld bleibt ihm am ende", "zottel"),
        ("Sie kennt auch Bau-Hilfe Wertachtal gut.", "Bau-Hilfe Wertachtal"),
        ("Sie kennt auch Bau‑Hilfe Wertachtal gut.", "Bau‑Hilfe Wertachtal"),
        ("komm ins büro, an den rampen 12, zweiter stock", "an den rampen 12"),
    ],
)
def test_a_house_named_in_passing(raw: str, house: str) -> None:
    assert surfaces(BesidePeople, raw) == [house]


@pytest.mark.parametrize(
    "raw",
    [
        "Schule (Grundschule) und Kita (Krippe) sind informiert.",
        "Schule (Ganztag), Kita (Eingewöhnung), Heim (Warteliste).",
        "Zuständig ist Frau Lang (JC Kitzingen) oder Herr Bub (AA Bamberg, Zi. 3).",
        "Beim Bäcker Brot am Montag gekauft, beim Friseur Termin am Vormittag.",
        "Er war bei der Möbelspende und bei der Kollegin Sauer.",
        "Die Firma zahlt wohl nicht, der Betrieb vermutlich auch nicht.",
        "die firma zahlt nicht, das hotel kostet viel, die kita schließt, im haus stinkt es",
        "das hotel. danach war er weg, die pension reicht nicht",
        "er sagt „nein“ und beim „termin“ war er auch nicht da, sie weiß nichts davon",
        "Die Nachbarschafts-Hilfe Termine sind voll, der Pflege-Dienst Kosten sind hoch.",
        "steh an der kasse 2, dann an der haltestelle 3.",
    ],
)
def test_what_only_looks_like_one(raw: str) -> None:
    assert surfaces(BesidePeople, raw) == []


@pytest.mark.parametrize(
    ("raw", "spot"),
    [
        ("fahrer steht am plärrer seit 20 min", "plärrer"),
        ("ich warte grad am plärrer auf dich", "plärrer"),
        ("geliehen vom Chor Boboto, 900 Euro", "Chor Boboto"),
        ("sie tanzt im Ensemble Zwirbelix mit", "Ensemble Zwirbelix"),
    ],
)
def test_spots_and_choirs(raw: str, spot: str) -> None:
    assert surfaces(BesidePeople, raw) == [spot]


@pytest.mark.parametrize(
    "raw",
    ["ich stehe am fenster und bin am handy", "er wartet am bahnhof, steht am montag da", "singt im Chor Lieder"],
)
def test_windows_and_songs(raw: str) -> None:
    assert surfaces(BesidePeople, raw) == []
