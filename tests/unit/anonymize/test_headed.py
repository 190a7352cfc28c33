"""What stands before a name that was found and makes it that of a house; what merely stands before it stays."""

import pytest

from caseboard.anonymize import strip
from tests.unit.anonymize.covering import uncovered

HOUSES = [
    ("Die Tochter geht zur Logopädie Praxis Herbst, jeden Montag.", "Praxis Herbst"),
    ("Bei uns in Merzig, Bedachungen Kern, lernt er seit Mai.", "Bedachungen Kern"),
    ("Der Verwalter meiner Gutsverwaltung Langenroth hat geläutet.", "Gutsverwaltung Langenroth"),
    ("Idee: Mineralbrunnen Kammeltal sucht zwei Leute.", "Mineralbrunnen Kammeltal"),
    ("Die Porzellanmanufaktur Rehbein würde sie nehmen.", "Porzellanmanufaktur Rehbein"),
    ("Er fängt bei der Brotmanufaktur Kaiser an.", "Brotmanufaktur Kaiser"),
    ("Bestandsaufnahme mit Frau Schmied (Gründerlotsen Wendland).", "Gründerlotsen Wendland"),
    ("Der Verein hat Jobpaten Unterland eingeschaltet.", "Jobpaten Unterland"),
    ("Stelle als Bürokraft, Immobilienverwaltung Fuchs, ab Mai.", "Immobilienverwaltung Fuchs"),
    ("Auf unserem Gestüt Birkeneck hat er nie geschrien.", "Gestüt Birkeneck"),
    ("Sie war Hebamme im Geburtshaus Nr. 2 Winnyzja.", "Geburtshaus Nr. 2 Winnyzja"),
    ("Bis April war ich Gießer bei Metall-\nguss Rexrodt.", "Metall-\nguss Rexrodt"),
    ("hofherr trockenbau miltenberg zahlt nicht, die leute wohnen bei ihm im haus", "hofherr trockenbau miltenberg"),
    ("versorger hellweg energie, der vertrag ist weg und die rechnung auch noch", "hellweg energie"),
    (
        "ich war bei der beratung haus des lebens und die frau schmidt hat mir den antrag gegeben und den zettel.",
        "beratung haus des lebens",
    ),
    ("er hat bei edeka hoppe kasse gemacht und die chefin zahlt den lohn nicht, das geld ist weg", "edeka hoppe"),
    ("Seine Karosserie Schädlich in Rodewisch sucht einen.", "Karosserie Schädlich"),
    ("Lehre bei Zerspanung Kießling in Sparneck, abgebrochen.", "Zerspanung Kießling"),
    ("Tätigkeit: Matrose, Saison, Reederei Drei-Fluss-Linie", "Reederei Drei-Fluss-Linie"),
    ("Sie näht im Kostümfundus Häckerling, zwei Tage.", "Kostümfundus Häckerling"),
    (
        "ich soll am montag kommen und der salon haarscharf, frau öztürk, nimmt mich in teilzeit, wenn die kita zusagt",
        "salon haarscharf",
    ),
    ("Ich rufe in der Psychosozialen Beratung Lechbrücke an.", "Psychosozialen Beratung Lechbrücke"),
    ("Ich habe ihm das August-Rohn-Museum vorgeschlagen.", "August-Rohn-Museum"),
    ("Kurs bei der Euro-Sprachschule, danach Ausbildung.", "Euro-Sprachschule"),
    ("In Sachen Havel-Inkasso AG ./. Wagner", "Havel-Inkasso AG"),
    ("Kostenträger: Kessler Inkasso AG.", "Kessler Inkasso AG"),
    ("Die Firma Omega s.r.o. zahlt nicht.", "Omega s.r.o."),
    ("Er kam über Erntehilfe 24 (Vermittler).", "Erntehilfe 24"),
    ("Er lernt bei Gabelstapler Nees in der Werkstatt.", "Gabelstapler Nees"),
    ("Die Gartengestaltung Kern sucht einen Helfer.", "Gartengestaltung Kern"),
    ("Sie arbeitet im Zentrum für Psychiatrie Schussental.", "Zentrum für Psychiatrie Schussental"),
    ("Der Test war im Mai in der Humangenetik am Riettor.", "Humangenetik am Riettor"),
    ("Sägewerk Thelen GmbH & C0. KG, Büro", "Thelen GmbH & C0. KG"),
]


@pytest.mark.parametrize(("raw", "name"), HOUSES)
def test_the_head_goes_with_the_name(raw: str, name: str) -> None:
    assert uncovered(raw, name) == []


@pytest.mark.parametrize(
    ("raw", "stays"),
    [
        ("Die Praxis Dienstag geschlossen.", "Praxis Dienstag"),
        ("Trauerverarbeitung Montag geschlossen.", "Trauerverarbeitung Montag"),
        ("Datenverarbeitung läuft über Frau Weber.", "Datenverarbeitung"),
        ("Der Mehrbedarf ist geprüft.", "Mehrbedarf"),
        ("Die Erbengemeinschaft Zirngibl streitet.", "Erbengemeinschaft"),
        ("Die Hausverwaltung schreibt Herrn Kern.", "Hausverwaltung"),
        ("Antrag Nr. 2 liegt vor, Kern fehlt.", "Antrag Nr. 2"),
        ("Er will Pate werden, die Taufpaten sind fort.", "Taufpaten"),
        ("Die Karosserie war hin, Kern zahlt.", "Karosserie war"),
        ("Er war in der Neurologie am Montag.", "Neurologie am Montag"),
        ("Der Gabelstapler stand still, Kern sah zu.", "Gabelstapler stand"),
        ("Das Projekt für Jugendliche, sagt Kern, läuft aus.", "Projekt für Jugendliche"),
        ("Der Fundus ist leer, sagt Frau Kern.", "Fundus ist leer"),
        ("Sie wohnt in einer Drei-Zimmer-Wohnung am Rand.", "Drei-Zimmer-Wohnung"),
        ("Um 8 uhr kommt er, nimmt 5 gramm und geht.", "8 uhr kommt er, nimmt 5 gramm"),
        ("Inkasso droht, die AG zahlt nicht.", "Inkasso droht"),
        ("Der Verein Sonnenschein 24 Stunden am Tag.", "24 Stunden"),
    ],
)
def test_other_nouns_stay(raw: str, stays: str) -> None:
    assert stays in strip(raw)
