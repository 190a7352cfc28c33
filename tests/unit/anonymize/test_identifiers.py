"""Every identifier of the jobcenter world, as it is printed and as it is damaged, with its label on every side."""

import re

import pytest

from caseboard.anonymize import strip_fields
from tests.unit.anonymize.covering import kinds_over, uncovered

# what it is called, and how it is printed; all of them are invented or official specimens
IDENTIFIERS = {
    "benefit community": ("BG-Nummer", "72502//0014711"),
    "benefit community with letters": ("Akte", "72502BG0014711"),
    "customer of the agency": ("Kundennummer", "123 A 456 789"),
    "pension insurance": ("RV-Nummer", "65 170839 J 08 8"),
    "social insurance together": ("SV-Nr.", "15070649C103"),
    "tax id": ("Steuer-ID", "86 095 742 719"),
    "tax number": ("Steuernummer", "181/815/08155"),
    "tax number in groups": ("St.-Nr.", "181 815 08155"),
    "vat id": ("USt-IdNr.", "DE 123 456 789"),
    "iban": ("IBAN", "DE89 3704 0044 0532 0130 00"),
    "foreign iban": ("Konto", "AT61 1904 3002 3457 3201"),
    "account": ("Konto-Nr.", "532 013 000"),
    "health insurance": ("Versichertennummer", "A 000 500 015"),
    "identity card": ("Personalausweis", "L01X00T471"),
    "identity card in groups": ("Ausweisnummer", "LZ6 311 T47 5"),
    "passport": ("Reisepass", "C01X00T478D"),
    "residence title": ("Aufenthaltstitel", "YZ12 345 67"),
    "foreigners' register": ("AZR-Nummer", "020715 00012 3"),
    "employer": ("Betriebsnummer", "99 1234 72"),
    "commercial register": ("Handelsregister", "HRB 12345"),
    "register of clubs": ("Vereinsregister", "VR 2034"),
    "doctor": ("LANR", "67 43015 02"),
    "practice": ("BSNR", "674301502"),
    "driving licence": ("Führerscheinnummer", "B072RRE2I55"),
    "child benefit": ("Kindergeldnummer", "715 FK 012345"),
    "housing benefit": ("Wohngeld-Az.", "0815-12345-67"),
    "severe disability": ("Az. Versorgungsamt", "47-1234567-8"),
    "youth welfare": ("Az. Jugendamt", "51.3-UV-7719"),
    "social welfare": ("Az. Sozialamt", "50.2-114/23"),
    "cash sign": ("Kassenzeichen", "7430-22-009917-4"),
    "contract account": ("Vertragskonto", "20 0417 3356"),
    "meter": ("Zählernummer", "1 ESY 1160 784 221"),
    "policy": ("Versicherungsschein-Nr.", "LV 12.345.678-9"),
    "invoice": ("Rechnungsnr.", "RE-2024-0815"),
    "staff": ("Pers.-Nr.", "004417"),
    "social court": ("Az.", "S 12 AS 345/21"),
    "prosecution": ("Aktenzeichen", "302 Js 4471/21"),
    "plate": ("Kennzeichen", "WÜ-DK 1912"),
}
CASES = pytest.mark.parametrize(("label", "printed"), IDENTIFIERS.values(), ids=IDENTIFIERS.keys())


def unspaced(printed: str) -> str:
    return printed.replace(" ", "")


def spaced_oddly(printed: str) -> str:
    return printed.replace(" ", "  ").replace("/", " / ", 1)


def with_a_typo(printed: str) -> str:
    last = max(i for i, c in enumerate(printed) if c.isdigit())
    return printed[:last] + str((int(printed[last]) + 3) % 10) + printed[last + 1 :]


def scanned(printed: str) -> str:
    """Two digits behind the first group as a scanner confuses them."""
    damaged, left = printed, 2
    for at in range(len(printed) - 1, 2, -1):
        if left and printed[at] in "1058":
            damaged, left = damaged[:at] + "lOSB"["1058".index(printed[at])] + damaged[at + 1 :], left - 1
    return damaged


def over_two_lines(printed: str) -> str:
    at = next((m.start() for m in re.finditer(r"[ /-]", printed) if m.start() >= len(printed) // 3), len(printed) // 2)
    return printed[:at].rstrip() + ("\n" if printed[at] == " " else printed[at] + "\n") + printed[at:].lstrip(" /-")


@CASES
@pytest.mark.parametrize("damage", [str, unspaced, spaced_oddly, str.lower, with_a_typo, scanned, over_two_lines])
def test_an_identifier_is_covered_whatever_happened_to_it(label: str, printed: str, damage: object) -> None:
    value = damage(printed)  # type: ignore[operator]

    assert uncovered(f"Im Brief steht {label}: {value} und sonst wenig.", value) == []


@CASES
@pytest.mark.parametrize(
    "place",
    [
        "Die Angabe {label} {value} fehlt noch.",
        "Unten steht {value} ({label}) auf dem Blatt.",
        "{label}\n{value}\nerledigt",
        "Stelle\t{label}\tStand\nA\t{value}\toffen",
        "| Stelle | {label} | Stand |\n| A | {value} | offen |",
    ],
    ids=["before", "behind", "above", "column", "column of a table with bars"],
)
def test_the_label_may_stand_on_any_side(label: str, printed: str, place: str) -> None:
    assert uncovered(place.format(label=label, value=printed), printed) == []


@CASES
def test_the_words_beside_an_identifier_stay(label: str, printed: str) -> None:
    raw = f"Gestern kam ein Brief mit {printed} ohne weiteren Text."

    finds = strip_fields({"text": raw}).finds

    assert finds
    assert all(raw.index("mit ") + 4 <= f.start and f.end <= raw.index(" ohne") for f in finds), finds


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("DE89370400440532013000", "DE88370400440532013000"),
        ("15070649C103", "15070649C104"),
        ("86095742719", "86095742718"),
        ("A000500015", "A000500017"),
        ("L01X00T471", "L01X00T472"),
    ],
)
def test_a_valid_check_digit_is_named_as_evidence_and_a_wrong_one_still_masks(right: str, wrong: str) -> None:
    proved, doubted = (strip_fields({"t": f"Nummer {n} liegt vor"}).finds[-1] for n in (right, wrong))

    assert "checksum" in proved.evidence
    assert "checksum" not in doubted.evidence
    assert doubted.tier == "certain"


@pytest.mark.parametrize("number", ["4711081599", "X-4479021-L", "71402-W-00318", "3391 0077 2214", "611.2-T-0458/24"])
def test_a_number_that_nothing_explains_goes_without_any_label(number: str) -> None:
    assert uncovered(f"Bitte {number} angeben.", number) == []
    assert kinds_over(f"Bitte {number} angeben.", number) == {"ID"}


@pytest.mark.parametrize("number", ["0971 7236640", "09721 55512", "0931/4471290"])
def test_a_number_of_a_telephone_is_called_one_without_any_label(number: str) -> None:
    assert kinds_over(f"Sie ist unter {number} zu sprechen.", number) == {"PHONE"}


def test_a_short_number_goes_only_under_its_head() -> None:
    table = "Name | Pers.-Nr. | Stunden\nA | 417 | 120\n"

    assert uncovered(table, "417") == []
    assert uncovered(table, "120") == ["120"]
