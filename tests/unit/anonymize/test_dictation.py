"""Dictated numbers, signs and names: what dictation software writes when somebody speaks."""

import pytest

from caseboard.anonymize import strip
from tests.unit.anonymize.covering import kinds_over, uncovered


@pytest.mark.parametrize(
    "number",
    [
        "eins drei null sieben null vier sechs neun Z fünf eins zwei",
        "sieben eins acht null sechs Strich Strich null null vier vier eins neun zwei",
        "sieben eins vier dora null null sechs acht zwo drei",
        "zwei F drei eins acht aus vierundzwanzig",
        "zwei KLs sieben Js neunhundertelf Strich zweiundzwanzig",
        "m s p strich r f elf",
        "T vier acht zwei neun eins drei null sieben sechs",
        "81501 schrägstrich schrägstrich 0030772",
        "sieben drei fünf null zwei Doppelstrich null null vier",
    ],
)
def test_a_dictated_identifier_goes(number: str) -> None:
    raw = f"Die Angabe lautet {number} und fehlt noch"

    assert uncovered(raw, number) == []
    assert "ID" in kinds_over(raw, number)


@pytest.mark.parametrize(
    "name",
    ["Ludwig Anton Gustav Emil", "B-R-E-Z-I-N-A", "B wie Berta, R wie Richard, E wie Emil", "Bravo Romeo Echo Zulu"],
)
def test_a_name_that_is_spelt_goes(name: str) -> None:
    assert uncovered(f"Er heißt {name} und kommt morgen", name) == []


def test_spoken_punctuation_ends_a_number() -> None:
    done = strip("Ruf an null neun drei neun eins fünf fünf null Punkt Er wohnt hier.")

    assert done.endswith("Punkt Er wohnt hier.")


@pytest.mark.parametrize(
    "raw",
    [
        "Von zwei bis drei Uhr und um acht.",
        "Die Kinder haben eins, zwei oder drei Stunden Schule.",
        "Punkt eins, Punkt zwei und Punkt drei sind geklärt.",
        "Er hat drei Anträge und zwei Einladungen, beides kam null Mal zurück.",
    ],
)
def test_counting_is_no_number_of_somebody(raw: str) -> None:
    assert strip(raw) == raw


@pytest.mark.parametrize(
    "address",
    ["Lindenweg zwölf a", "naturfreundestraße neun b", "kreuzstraße zwei", "An der Point fünf a"],
)
def test_a_house_number_in_words_goes_with_its_street(address: str) -> None:
    assert uncovered(f"Sie wohnt bei der Schwester {address} und bleibt", address) == []


def test_a_street_and_a_count_are_no_address() -> None:
    assert strip("in der hauptstraße zwei kinder gesehen, sagt sie").endswith("zwei kinder gesehen, sagt sie")


@pytest.mark.parametrize(
    "number",
    [
        "null eins sieben sechs, dann 44 80 91 06",
        "null eins sieben sechs dann vier vier acht null neun eins",
        "null acht vier zwei eins und dann sechs null fünf null",
        "null neun eins eins, weiter mit sieben vier null drei",
        "null eins fünf zwei, Pause, 08 77 49 31",
        "null acht sechs eins danach drei vier Strich zwölf",
        "null acht sechs vier eins, dann die sieben sieben null zwei",
        "0152, dann 33 44 und dann 556 1",
    ],
)
def test_a_number_that_pauses_goes_on(number: str) -> None:
    assert uncovered(f"Handy {number}", number) == []


@pytest.mark.parametrize(
    "plate",
    [
        "s c doppelpunkt g t 2100",
        "n strich k l einundzwanzig null null",
        "er h bindestrich a b 12",
        "Nordpol Strich Kaufmann Ludwig 338",
        "ERH Strich AB zwölf",
        "m ü minus x y 4471",
        "w ü gedankenstrich k l 77",
    ],
)
def test_a_dictated_plate_goes(plate: str) -> None:
    assert uncovered(f"Er fährt das Auto mit dem Kennzeichen {plate}", plate) == []


@pytest.mark.parametrize(
    "raw",
    [
        "Um null Uhr, dann drei Stunden und dann 20 Minuten.",
        "Von null auf drei, dann 44 Punkte.",
        "Im Plan ist der Punkt a Strich b drei offen.",
        "Das ist zwei minus eins, weiter mit drei.",
    ],
)
def test_what_goes_on_without_a_number_stays(raw: str) -> None:
    assert strip(raw) == raw
