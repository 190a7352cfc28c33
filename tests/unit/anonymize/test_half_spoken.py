"""Numbers that are spoken or misspelt in part: accounts, customer numbers, days, house numbers and postcodes."""

import pytest

from caseboard.anonymize.recognizers.agency_number import AgencyNumber
from caseboard.anonymize.recognizers.half_spoken import HalfSpoken
from caseboard.anonymize.recognizers.loose_date import LooseDate
from caseboard.anonymize.recognizers.postcode import Postcode
from tests.unit.anonymize.covering import uncovered
from tests.unit.anonymize.recognised import surfaces


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        (
            "Konto: DE zwölf, siebzig null, neunzehn, vier vier, Rest folgt",
            "DE zwölf, siebzig null, neunzehn, vier vier",
        ),
        ("IBAN lautet DE einundzwanzig sieben null fünf", "DE einundzwanzig sieben null fünf"),
        ("Die Iban ist de zwölf null null vier acht", "de zwölf null null vier acht"),
        (
            "bg nummer acht drei eins null vier be ge null null zwei sieben neun danke",
            "acht drei eins null vier be ge null null zwei sieben neun",
        ),
        ("kundennummer sieben eins fünf de zwei zwei acht sechs", "sieben eins fünf de zwei zwei acht sechs"),
    ],
)
def test_a_spoken_number_goes(raw: str, number: str) -> None:
    assert surfaces(HalfSpoken, raw) == [number]


@pytest.mark.parametrize(
    "raw",
    ["DE zwölf Länder", "Er hat zwei de facto drei Kinder.", "vier er sagt fünf, sechs", "IBAN zwölf Stellen fehlen"],
)
def test_a_count_of_things_stays(raw: str) -> None:
    assert surfaces(HalfSpoken, raw) == []


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("Ihr Zeichen: Sg 3 / Dvo\n", "Sg 3 / Dvo"),
        ("Unser Zeichen: 51-Kra, Bitte angeben", "51-Kra"),
        ("Nummer 274-08/BG 0061 904 – W 377/24", "W 377/24"),
        ("Widerspruch W 12/25 ist eingegangen.", "W 12/25"),
        ("Kd-Nr. 715-D-228 640", "715-D-228 640"),
    ],
)
def test_a_sign_of_an_office_goes(raw: str, number: str) -> None:
    assert number in surfaces(AgencyNumber, raw)


@pytest.mark.parametrize(
    "raw", ["Zeichen der Zeit", "Wohnung W 3, Haus 4", "Seite 3 und A 5", "Lauf über 100 m 200-300"]
)
def test_other_short_signs_stay(raw: str) -> None:
    assert surfaces(AgencyNumber, raw) == []


@pytest.mark.parametrize(
    "day",
    [
        *("8.Ockt. 25", "3. Oktobär 2024", "12.Septemper 25", "1. Jenner 2025", "7 Febuar 2024", "9. Feber 24"),
        *("4.Merz 25", "11. Agust 2024", "5. Noffember 24", "24. Dezemper 2025", "6.Aprill 25", "2. Junni 2023"),
    ],
)
def test_a_month_with_a_slip_is_a_month(day: str) -> None:
    assert uncovered(f"Der Brief kam {day} an.", day) == []
    assert uncovered(f"Er kam am {day} an.", day) == []


@pytest.mark.parametrize(
    "raw", ["Sie hat 3 Merzalben.", "am 3 Meier", "12 Mert 5", "Stufe 2 Mai", "Zimmer 8 Oct.", "für 2 Nov"]
)
def test_a_number_before_another_word_is_no_day(raw: str) -> None:
    assert surfaces(LooseDate, raw) == []


@pytest.mark.parametrize(
    "street", ["Grünauer Straße hundertzwölf c", "Lindenweg hundertdrei", "Am Ring Nummer hundertelf"]
)
def test_house_numbers_above_a_hundred(street: str) -> None:
    assert uncovered(f"Wir wohnen jetzt {street}, im dritten Stock.", street) == []


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("Wir sind in der Regensburger Straße, Hausnummer zwölf b, 93 073.", "93 073"),
        ("Lindenweg vierundzwanzig, 93073 bitte notieren", "93073"),
    ],
)
def test_a_postcode_behind_a_spoken_house_number(raw: str, code: str) -> None:
    assert code in surfaces(Postcode, raw)


def test_an_amount_behind_a_number_is_no_postcode() -> None:
    assert surfaces(Postcode, "Nummer zwölf, 12 300 Euro Schulden") == []
