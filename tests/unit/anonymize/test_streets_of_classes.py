"""Streets called by a quarter, cut short, counted as blocks, in small letters; and the part of a house before them."""

import pytest

from caseboard.anonymize import strip
from tests.unit.anonymize.covering import uncovered

SMALL = ", und danach kommt sie noch einmal vorbei und holt die papiere"


@pytest.mark.parametrize(
    ("raw", "street"),
    [
        ("Er lebt in Reutlingen, Tübinger Vorstadt 19/2.", "Tübinger Vorstadt 19/2"),
        ("Anschrift: Leonberger Vorstadt 3, 71229 Leonberg", "Leonberger Vorstadt 3"),
        ("Miete Bräuhausg. 9 nicht gezahlt.", "Bräuhausg. 9"),
        ("Gemeldet: Schlossg. 12, zwei Zimmer", "Schlossg. 12"),
        ("Keine Post an die alte Anschrift (Lange Zeile 15, 96215 Lichtenfels).", "Lange Zeile 15"),
        ("die neue adresse ist lange zeile 77" + SMALL, "lange zeile 77"),
        ("Arjeta K.: adresse is neu: lange zeile 77 bei hoxha klingeln. Frau Kern hat Danke gesagt.", "lange zeile 77"),
        ("die schneiderei in s 4, 17 in mannheim sucht jemanden" + SMALL, "s 4, 17"),
        ("68159 Mannheim, C 4, 17a.", "C 4, 17a"),
        ("Meine Post geht ins Haus 2, Röthenbacher Weg 70, das weiß jeder.", "Haus 2, Röthenbacher Weg 70"),
        ("Anschrift: Block C, Lindenallee 8, Fürth", "Block C, Lindenallee 8"),
        ("Zeppelinstr. 77, Aufg. 3, 14471 Potsdam", "Aufg. 3"),
        ("NIEDERNBERG, IM TAL 9A", "IM TAL 9A"),
    ],
)
def test_streets(raw: str, street: str) -> None:
    assert uncovered(raw, street) == []


@pytest.mark.parametrize(
    ("raw", "stays"),
    [
        ("Anlage S 4, 17 Seiten.", "S 4, 17 Seiten"),
        ("Mannheim, Raum A 4, 12 Uhr.", "12 Uhr"),
        ("Komma neue zeile 3 kinder hat Frau Kern gesagt.", "neue zeile"),
        ("Siehe Zeile 15 der Tabelle.", "Zeile 15"),
        ("Das Haus ist verkauft, Ringstraße 3 steht leer.", "Das Haus ist verkauft"),
        ("sie kommt auf dem heimweg vorbei, am arbeitsplatz ist sie nie" + SMALL, "auf dem heimweg"),
        ("er wartet am parkplatz, sie am bahnsteig" + SMALL, "am parkplatz, sie am bahnsteig"),
    ],
)
def test_no_streets(raw: str, stays: str) -> None:
    assert stays in strip(raw)
