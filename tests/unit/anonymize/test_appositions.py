"""Nouns with a name set beside them: houses and firms, people by what they do, nicknames in quotes."""

import pytest

from caseboard.anonymize.recognizers.appositions import Appositions
from tests.unit.anonymize.recognised import surfaces


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Sie arbeitet in der Hafenapotheke Wismar.", "Hafenapotheke Wismar"),
        ("Sie hilft im Museum Ulm an der Kasse.", "Museum Ulm"),
        ("Er lernt bei der Bäckerei Holzinger.", "Bäckerei Holzinger"),
        ("Er lernt bei der Bäckerei Holzingr.", "Bäckerei Holzingr"),
        ("Praktikum in der Schreinerei Wiesinger & Sohn.", "Schreinerei Wiesinger & Sohn"),
        ("Er wohnt im Wohnheim Buchenbühl.", "Wohnheim Buchenbühl"),
        ("Die Kita Sonnenschein hat angerufen.", "Kita Sonnenschein"),
        ("Sie putzt im Gasthof „Adler“ am Abend.", "Gasthof „Adler“"),
        ("Der Händler kauft bei Reifen Pneuhage ein.", "Reifen Pneuhage"),
        ("er arbeitet bei der bäckerei holzinger und hat frei am montag", "bäckerei holzinger"),
    ],
)
def test_houses_and_firms(raw: str, name: str) -> None:
    assert surfaces(Appositions, raw) == [name]


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Schulsozialarbeiter Timo E. ruft an.", "Timo E."),
        ("Der Schulsozialarbeiter Ruslan ruft an.", "Ruslan"),
        ("Wir fragen die Gerüstbauerin Aynur danach.", "Aynur"),
        ("Der Gerüstbauer Szczepanski hilft.", "Szczepanski"),
        ("Die Gabelstaplerfahrerin Olga Szczepanski hilft.", "Olga Szczepanski"),
        ("Wir sprachen mit Torsten „Totti“ Brezina.", "Totti“ Brezina"),
        ("Alle sagen nur „Zecke“ Wiesinger zu ihm.", "Zecke“ Wiesinger"),
        ("Der Enkel heißt „von Greifenklau“ und lacht.", "von Greifenklau"),
    ],
)
def test_people(raw: str, name: str) -> None:
    assert surfaces(Appositions, raw) == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Der Schulsozialarbeiter kommt morgen.",
        "Der Schulsozialarbeiter Montag ist besetzt.",  # the calendar
        "Er wohnt im Haus Morgen früh nicht mehr.",
        "Sie ist in der Bäckerei Montag bis Freitag.",
        "Die Praxis Termin fehlt.",  # of the field
        "Im Fall Brezina entscheidet das Amt.",
        "In der Gemeinde Szczepanski bleibt er.",  # a head that is never part of a name
        "Die Akte Wiesinger liegt dort.",
        "Die Klinik und der Verein helfen.",
        "Die Bank, Brezina und ich.",  # a comma
        "Die Werkstatt. Wiesinger kommt.",  # a sentence ends
        "Im Heim [Name] ist Platz.",
        "Er sagte „Hallo“ und ging.",
        "Sie lacht über das „von oben“ herab.",
        "er arbeitet bei der bäckerei und hat frei am montag",
        "Der Tisch Holzinger.",  # neither a house nor what somebody does
    ],
)
def test_nouns_beside_each_other(raw: str) -> None:
    assert surfaces(Appositions, raw) == []
