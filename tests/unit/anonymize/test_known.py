"""What the author has named as an identifier: found however it is written, and nothing that is only nearly so."""

import pytest

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.known import KnownIdentifiers, one_slip
from caseboard.anonymize.vocabulary import vocabulary
from tests.unit.anonymize.recognised import found


def known(raw: str, *identifiers: str) -> list[str]:
    """What is found of these identifiers."""
    return found(KnownIdentifiers(identifiers), Document(raw, vocabulary()))


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Brezina kommt.", "Brezina"),
        ("brezina kommt.", "brezina"),
        ("BREZINA KOMMT.", "BREZINA"),
        ("Brezinas Antrag fehlt.", "Brezinas"),
        ("Brezina's Antrag fehlt.", "Brezina"),
        ("Herr Brezina-Koch kommt.", "Brezina"),
        ("Die Breziina kommt.", "Breziina"),  # a letter too many
        ("Die Brezna kommt.", "Brezna"),  # one missing
        ("Die Bresina kommt.", "Bresina"),  # another
        ("Die Berzina kommt.", "Berzina"),  # two swapped
        ("Mueller kommt.", "Mueller"),
        ("Muller kommt.", "Muller"),
        ("Öz sagt ab.", "Öz"),
        ("Oez sagt ab.", "Oez"),
        ("Özs Antrag fehlt.", "Özs"),  # an ending, where a slip would be too much
    ],
)
def test_names(raw: str, name: str) -> None:
    assert known(raw, "Frau Brezina", "Müller", "Öz") == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Die Frau kommt und ist von hier.",  # titles and small words of the field are no identifiers
        "Bresinna kommt.",  # two slips
        "Brezinaweg heißt er nicht.",
        "Bre-zina kommt.",
        "Die Brezel schmeckt.",
        "Der Mühlenbauer kommt.",
        "Özal sagt ab.",
        "Ö kommt vor.",
        "Die Uz ist ein Bach.",  # too short for a slip
        "[Kunde] kommt mit [Name].",
    ],
)
def test_other_words(raw: str) -> None:
    assert known(raw, "Frau Brezina", "Müller", "Öz", "Name Kunde von") == []


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("Ruf 09771234 an.", "09771234"),
        ("Ruf 0977 1234 an.", "0977 1234"),
        ("Ruf 0977/12 34 an.", "0977/12 34"),
        ("Ruf 0977-1234 an.", "0977-1234"),
        ("Ruf 0977\n1234 an.", "0977\n1234"),
        ("Zeichen 4711/b liegt vor.", "4711/b"),
        ("Zeichen 4711 B liegt vor.", "4711 B"),
        ("zeichen 4711b liegt vor", "4711b"),
        ("Geboren 12031987 laut Karte.", "12031987"),
        ("Geboren 12. 03. 1987 laut Karte.", "12. 03. 1987"),
    ],
)
def test_numbers(raw: str, number: str) -> None:
    assert known(raw, "0977 1234", "4711/b", "12.03.1987") == [number]


@pytest.mark.parametrize(
    "raw",
    [
        "Ruf 0977 1235 an.",  # a wrong digit is another number
        "Ruf 0977 - 1234 an.",  # too wide apart
        "Ruf 1234 an.",
        "Zeichen 4711/c liegt vor.",
        "Geboren 12.3.1987 laut Karte.",
        "Im Haus 123 sind 12 Leute.",  # three digits identify nobody
    ],
)
def test_other_numbers(raw: str) -> None:
    assert known(raw, "0977 1234", "4711/b", "12.03.1987", "123") == []


@pytest.mark.parametrize(
    ("identifier", "raw", "finds"),
    [
        ("KD-4711", "Die Kd. kommt.", []),
        ("KD-4711", "Die Karte KD 4711 fehlt.", ["KD 4711"]),
        ("BG-Nummer 47114", "Die BG hat eine Nummer.", []),
        ("BG-Nummer 47114", "Die BG 47114 hat Geld.", ["47114"]),
        ("BG-Nummer 47114", "Die Zahlen 147114, 471142 und 14711420.", []),  # inside longer digits
        ("Az. 12 AS 3456/20", "Der Fall 12 AS 3456/20 ruht, als es regnet.", ["12 AS 3456/20"]),
        ("Kundennummer 843D118", "Die Kundennummer 843d118 stimmt.", ["Kundennummer 843d118", "843d118"]),
        ("4711/b", "Das Zeichen 4711 bleibt.", []),
        ("Handy 0977 1234", "Das Handy ist aus.", []),
        ("geb. 12.03.1987 Brezina", "Brezina ist geb. in Ulm.", ["Brezina"]),
        ("Wiesinger 1987", "Seit 1987 ist Wiesinger hier.", ["Wiesinger"]),
        ("Lindenstraße 12, 97421 Hof", "Die Lindenstraße ist lang.", ["Lindenstraße"]),
        ("Koch 0977 1234", "Koch ruft an.", ["Koch"]),
        ("Tochter Mia", "Seine Tochter Mia kommt.", ["Mia"]),
        ("Mia (Tochter)", "Seine Tochter Mia kommt.", ["Mia"]),
        ("Nachbar Wiesinger", "Der Nachbar kommt.", []),
        ("Anna Richter", "Frau Richter kommt.", ["Richter"]),
        ("Richter Anna", "Frau Richter kommt.", ["Richter"]),
        ("Herr Kind", "Herr Kind kommt.", ["Kind"]),
        ("Anna Freud", "Frau Freud kommt.", ["Freud"]),  # a word that no list of surnames has
        ("Thi An Nguyen", "Thi ruft an.", ["Thi"]),
        ("Chef", "Der Chef kommt.", ["Chef"]),  # what is typed alone is meant
    ],
)
def test_what_an_identifier_says_about_itself_stays(identifier: str, raw: str, finds: list[str]) -> None:
    assert known(raw, identifier) == finds


@pytest.mark.parametrize(
    ("raw", "finds"),
    [
        ("Die Tanne steht an der Stelle.", []),
        ("Am Main liegt ein Boot.", []),
        ("Ich stelle es dahin.", []),
        ("Ohne Kanne kein Kaffee.", []),
        ("Frau Tanne kommt.", ["Tanne"]),
        ("Sie heißt Tanne.", ["Tanne"]),
        ("Tanne Brezina kommt.", ["Tanne", "Brezina"]),
        ("Die Tochter Stelle kommt.", ["Stelle"]),
        ("Die Hamne kommt.", ["Hamne"]),  # no word of the language
        ("Die Estele kommt.", ["Estele"]),
    ],
)
def test_a_word_of_the_language_is_a_slip_only_where_names_stand(raw: str, finds: list[str]) -> None:
    assert known(raw, "Hanne Brezina", "Estelle", "Mainz") == finds


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("brezina", "brezina", True),
        ("brezina", "bretina", True),
        ("brezina", "brezna", True),
        ("brezina", "rbezina", True),
        ("brezina", "brezian", True),
        ("brezina", "", False),
        ("brezina", "brzeian", False),
        ("brezina", "brezinaaa", False),
        ("brezina", "anizerb", False),
    ],
)
def test_one_slip_of_the_pen(one: str, other: str, *, same: bool) -> None:
    assert one_slip(one, other) is same
    assert one_slip(other, one) is same
