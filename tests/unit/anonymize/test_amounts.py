"""Amounts of money are read as they are meant, in digits and in words; what cannot be read is not guessed."""

import pytest

from caseboard.anonymize import strip
from caseboard.anonymize.amounts import is_round, step, value_of
from caseboard.anonymize.numerals import count


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("dreitausend", 3000),
        ("dreitausendvierhundertzwölf", 3412),
        ("zwölfhundert", 1200),
        ("hunderttausend", 100_000),
        ("anderthalbtausend", 1500),
        ("eineinhalb Millionen", 1_500_000),
        ("vier tausend acht hundert siebzehn", 4817),
        ("tausendundeins", 1001),
        ("hunderthundert", None),
        ("dreitausendvierhundertdings", None),
        ("", None),
    ],
)
def test_a_number_in_words_is_read_as_a_whole(written: str, value: float | None) -> None:
    assert count(written) == value


@pytest.mark.parametrize(
    ("surface", "value"),
    [
        ("4.817,63 Euro", 4817.63),
        ("EUR 743,29", 743.29),
        ("120 T€", 120_000),
        ("120 TEUR", 120_000),
        ("120\nT€", 120_000),
        ("3 Tsd. Euro", 3000),
        ("1,2 Mio. €", 1_200_000),
        ("dreitausend Euro", 3000),
        ("vierhundert Euro fünfzig", 400.5),
        ("knapp fünfhundert €", 500),
        ("tausende Euro", None),
        ("1" * 5000 + " €", None),
    ],
)
def test_an_amount_is_worth_what_it_says(surface: str, value: float | None) -> None:
    assert value_of(surface) == (None if value is None else pytest.approx(value))


@pytest.mark.parametrize("value", [10, 290, 950, 4800, 23_000, 120_000, 1_200_000])
def test_two_digits_tell_enough(value: int) -> None:
    assert is_round(value)
    assert not is_round(value + step(value) / 2)


@pytest.mark.parametrize(
    ("raw", "readable"),
    [
        ("Er schuldet dreitausend Euro.", "Er schuldet rund 3.000 €."),
        ("Er hat 120 T€ Schulden.", "Er hat rund 120.000 € Schulden."),
        ("Offen sind knapp 4.817 €.", "Offen sind rund 4.800 €."),
        ("Knapp 4.817 € sind offen.", "Rund 4.800 € sind offen."),
        ("Sie hat über 4.817 € Schulden.", "Sie hat rund 4.800 € Schulden."),
        ("Die Rechnung über 4.817 € liegt vor.", "Die Rechnung über rund 4.800 € liegt vor."),
        ("Schulden von gut 23.418 Euro.", "Schulden von rund 23.000 €."),
        ("Die Füllung kostet ca. 1.300 €, die Miete läuft.", "Die Füllung kostet ca. 1.300 €, die Miete läuft."),
        ("Die Reparatur kostet ca. 1.534 Euro.", "Die Reparatur kostet rund 1.500 €."),
        ("Er verdient ca. 1.234 netto.", "Er verdient rund 1.200 € netto."),
        ("Es sind rund neunhundert Euro.", "Es sind rund 900 €."),
        ("Der Beleg Nr. 7 über 5,36 € liegt bei.", "Der Beleg Nr. 7 über rund 5 € liegt bei."),
        ("Das sind fast 9.000 €.", "Das sind rund 9.000 €."),
        ("Das macht dreitausendvierhundertdings Euro.", "Das macht [Betrag]."),
    ],
)
def test_an_exact_amount_is_rounded_in_a_german_sentence(raw: str, readable: str) -> None:
    once = strip(raw, profile="case")

    assert once == readable
    assert strip(once, profile="case") == once


@pytest.mark.parametrize(
    "raw",
    [
        "Der Regelsatz beträgt fünfhundertdreiundsechzig Euro.",
        "Der Regelsatz beträgt 563 Euro.",
        "Das kostet zwanzig Euro.",
        "Ihm fehlen ein paar hundert Euro.",
        "Er schuldet mehrere tausend Euro.",
        "Knapp 5.000 € fehlen.",
        "Das kostet Tausende Euro.",
    ],
)
def test_statutory_small_and_round_amounts_stay(raw: str) -> None:
    assert strip(raw, profile="case") == raw


@pytest.mark.parametrize(
    ("raw", "readable"),
    [
        ("Kontostand -3.456,78", "Kontostand -rund 3.500 €"),
        ("Guthaben: 613,20, Miete bezahlt.", "Guthaben: rund 600 €, Miete bezahlt."),
        ("Restschuld 12.400 bei der Bank.", "Restschuld rund 12.000 € bei der Bank."),
        ("Der Saldo beträgt aktuell minus 843,12.", "Der Saldo beträgt aktuell minus rund 850 €."),
        ("kontostand 3.412,55 sagt sie", "kontostand rund 3.400 € sagt sie"),
        ("restschuld noch 12.400, sagt er", "restschuld noch rund 12.000 €, sagt er"),
        ("Mietrückstand: 1.260,00", "Mietrückstand: rund 1.300 €"),
    ],
)
def test_an_account_announces_money_without_its_unit(raw: str, readable: str) -> None:
    assert strip(raw) == readable


@pytest.mark.parametrize(
    "raw",
    [
        "Guthaben: 120,50 Std. auf dem Zeitkonto.",
        "Guthaben 10 GB im Tarif.",
        "Kontostand 2023 geprüft.",
        "Rückstand 100 Tage.",
        "Der Rückstand beträgt 3 Monate.",
        "Kontostand auf Seite 120.",
    ],
)
def test_an_account_counts_other_things_too(raw: str) -> None:
    assert strip(raw) == raw
