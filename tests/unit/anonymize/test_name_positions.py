"""Where grammar or layout leaves room for nothing but a name, the most ordinary word is one."""

import pytest

from caseboard.anonymize import strip
from caseboard.anonymize.recognizers.name_positions import NamePositions
from tests.unit.anonymize.covering import uncovered
from tests.unit.anonymize.recognised import surfaces


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Die Kundin Maria Huber, geb. Bäcker, wohnt hier.", "Bäcker"),
        ("Frau Huber (früher Pfeffer) ist umgezogen.", "Pfeffer"),
        ("Am Klingelschild: „Haken / Sturm“", "Haken"),
        ("Termine heute:\nPolitik, Otto – Wohngeld", "Politik"),
        ("Rücksprache mit Kollegin Klammer um 10 Uhr.", "Klammer"),
        ("Er hat das von seinem Nachbarn Feierabend, der früher dort wohnte.", "Feierabend"),
        ("Ein Baum, hat meine Großmutter Touran gesagt, aber langsam.", "Touran"),
    ],
)
def test_only_a_name_can_stand_there(raw: str, name: str) -> None:
    assert name in surfaces(NamePositions, raw)


@pytest.mark.parametrize(
    "raw",
    [
        "Sie ist geb. Januar 1990 und wohnt hier.",
        "Hallo, Otto – kommst du?",
        "Die Kundin Mahnung bekommen, Rückruf erbeten.",
        "Der Vermieter Kündigung angedroht.",
        "weil meine Mutter Angst hat und mein Vater Geld schickt",
        "Der Vermieter (früher bei der Bahn) ruft an.",
        "Die Betreuerin Wohngeld beantragt.",
    ],
)
def test_notes_without_articles_name_nobody(raw: str) -> None:
    assert surfaces(NamePositions, raw) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Labor Dr. Frühling nimmt sie als Hilfe.", "Frühling"),
        ("Herr Nachtrag kommt morgen.", "Nachtrag"),
        ("Der Vermieter heißt Gärtner und wohnt nebenan.", "Gärtner"),
        ("Bei der Pflegefamilie Distel geht es ihr gut.", "Distel"),
        ("anwesend: Kundin, Idil Schmidinger, Leber (ab 9.20)", "Leber"),
        ("Prüfer: Unterweger / Tischler", "Tischler"),
        ("Coach: Winter     Vertretung: Scherz", "Winter"),
        ("Für Rückfragen: Abraham Bruder, Kreisjugendamt", "Bruder"),
        ("Leist. (Hu.) gefragt, Antwort: unter der Grenze.", "Hu"),
        ("erst. 21.02.23 v. Mh./Plz", "Plz"),
        ("Prot. Ob, ASD", "Ob"),
    ],
)
def test_nothing_of_the_name_is_left(raw: str, name: str) -> None:
    assert uncovered(raw, name) == []


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("DRAGANA J0VANOVIC HAT UNTERSCHRIEBEN UND WOHNT JETZT HIER", "VANOVIC"),
        ("GEBAEUDEREINIGUNG B1ITZBLANK HAT GEZAHLT UND GEKUENDIGT", "ITZBLANK"),
        ("Der Schuldner A1-Jubouri war nicht da.", "A1"),
        ("Herrn\nHans-Peter Sommer\nbei Winter\nLechtorstraße 4\n86956 Schongau", "Winter"),
        ("Sie ist geboren 21 Mar 1984 und verwitwet.", "Mar"),
        ("Hauptstr. 17\n956 52 Waldsassen", "956 52"),
        ("Grüb 08:03: ich\nWüst 08:09: der Bruder weiß es", "Wüst"),
        ("Lehre bei Metzger (heißt echt so) im Nachbarort.", "Metzger"),
        ("Geburtsdatum 28. O5.198l   Geburtsort unbekannt", "5.198"),
        ("Er wohnt Wieskirchweg  12, oben.", "12"),
        ("Jetzt wohnt er angeblich in Liège.\n- Für die Kinder nicht", "Liège"),
    ],
)
def test_what_a_scanner_or_an_accent_changed_is_hidden_whole(raw: str, name: str) -> None:
    assert name not in strip(raw)


def test_a_language_level_is_no_name() -> None:
    raw = "Er macht den A1-Kurs, hat das A1-Niveau und seit 05.2021 die A1-Bescheinigung; Merkblatt 5a, Klasse ME 11b."

    assert strip(raw) == raw


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("Herr Schuster geht. Mein Vater, seinerzeit Schuster im Ort, hat das gewusst.", "seinerzeit Schuster"),
        ("Frau Sperber kam. Vögel wie Milan, Sperber und Bussard erkennt er.", "Sperber und Bussard"),
        ("Herr Schlegel sagt, Hammer und Schlegel kenne er.", "und Schlegel"),
    ],
)
def test_the_word_beside_the_person_of_that_name_stays(raw: str, word: str) -> None:
    assert word in strip(raw)


def test_who_is_known_is_hidden_where_the_network_thinks_of_somebody() -> None:
    assert uncovered("Herr Kohl kam am Montag. Kohl war heut früh noch einmal da.", "Kohl") == []


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("Frau Rose kommt morgen. Keine Rose blüht da oben.", "Rose"),
        ("Herr Bauer ist umgezogen; Bauer will er trotzdem nicht werden.", "Bauer"),
        ("Frau Sommer lässt sich seit Sommer nur von ihr helfen.", "Sommer"),
        ("Herr Frost klagt. Bei Frost nehmen die Schmerzen zu.", "Frost"),
        ("Herr Fuchs war da. Einen Fuchs hat sie im Garten gesehen.", "Fuchs"),
    ],
)
def test_the_thing_stays_though_somebody_is_called_so(raw: str, word: str) -> None:
    assert uncovered(raw, word) == [word]
