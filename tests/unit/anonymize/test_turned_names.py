"""A surname, a comma and a first name are one person at the head of a note, and a series of people stays a series."""

import pytest

from caseboard.anonymize import strip_fields


def polished(raw: str) -> str:
    """The text as it is stored."""
    return strip_fields({"text": raw}, polish=True).texts["text"]


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("Petkov, Hristo", "[Person]"),
        ("Kunde: Tesfay, Yonas, geb. 3.4.1990", "Kunde: [Kunde], geb. [Geburtsdatum]"),
        ("Jurić, Goran, 39, ledig", "[Person], [Alter, Ende 30], ledig"),
        ("- Reitmeier, Sascha (41)", "- [Person] ([Alter, Anfang 40])"),
        ("Name: Öztürk, Ayşe Nur", "Name: [Person]"),
        ("Dabei: Brezina, Anna; Okafor, Chidi", "Dabei: [Person 1]; [Person 2]"),
        (
            "Moser, Lena\nMoser, Paul\nLena weinte, Paul nicht.",
            "[Person 1]\n[Person 2]\n[Person 1] weinte, [Person 2] nicht.",
        ),
        ("Tesfay, Yonas\nHerr Tesfay fehlte.", "[Kunde]\n[Kunde] fehlte."),
    ],
)
def test_a_surname_in_front_and_a_first_name_behind_are_one(raw: str, stored: str) -> None:
    assert polished(raw) == stored


@pytest.mark.parametrize(
    "raw",
    [
        "Gespräch mit Brezina, Kowalski und Ndoye.",
        "anwesend: Brezina, Kowalski, Lindner",
        "Kinder: Ali, Mehmet, Zeynep",
        "Liste: Kowalski, Anna, Peter",
        "Kowalski, Anna und Peter kamen.",
    ],
)
def test_a_series_stays_a_series(raw: str) -> None:
    assert "[Person 3]" in polished(raw)


@pytest.mark.parametrize("raw", ["Danke, Anna", "Frau Brezina, Anna hat angerufen.", "Mit Brezina, Anna war krank."])
def test_an_address_or_a_sentence_is_no_name_turned_round(raw: str) -> None:
    assert ", [Person" in polished(raw)
