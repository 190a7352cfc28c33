"""File numbers with brackets, with a clerk's letters behind them, of few digits, of a scanner and of dictation."""

import pytest

from caseboard.anonymize.recognizers.file_number import FileNumber
from tests.unit.anonymize.covering import kinds_over, uncovered
from tests.unit.anonymize.recognised import surfaces


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("Der Gewerbeauszug (GewA 1/0377-21) liegt vor.", "GewA 1/0377-21"),
        ("abgelehnt am 19.08.2024, Az. 4391(24)-BAB-77", "4391(24)-BAB-77"),
        ("Az. 402(21)/BG-18, Frist läuft.", "402(21)/BG-18"),
        ("Silikose, anerkannt unter BK 4101-00872/19.", "BK 4101-00872/19"),
        ("Vorschuss, Az. UV 24-1188 Ob; Nachzahlung kommt.", "UV 24-1188 Ob"),
        ("Ihr Zeichen: 617.3 - BG 81907//0002218; Ihr Brief", "617.3 - BG 81907//0002218"),
        ("Unser Zeichen: 00219/25 sö-ha        Passau", "00219/25 sö-ha"),
        ("Gz. 0441/22 Ha/be\nSehr geehrte Damen", "0441/22 Ha/be"),
        (
            "den Antrag unter VIS römisch zwei 4471 Schrägstrich 23 seit Monaten",
            "VIS römisch zwei 4471 Schrägstrich 23",
        ),
        ("bestellt (AG Celle, 6 XVll 402/24) als Betreuerin", "6 XVll 402/24"),
    ],
)
def test_all_of_the_number_goes(raw: str, number: str) -> None:
    assert uncovered(raw, number) == []
    assert kinds_over(raw, number) == {"ID"}


@pytest.mark.parametrize(
    ("raw", "numbers"),
    [
        ("Maßnahme 723, TN-Nr. 37", ["37"]),
        ("Mitgliedsnr. 83, Kundennummer: 44", ["83", "44"]),
        ("Sein Kutter (Fischereikennz. DIT 27) liegt auf Böcken.", ["DIT 27"]),
        ("Er fuhr auf dem Kutter GRE 12 mit.", ["GRE 12"]),
        ("Sein Boot (DIT 31) liegt an Land.", ["DIT 31"]),
        ("Die Kanzlei schreibt unter 518/24 ha-ru.", ["518/24 ha-ru"]),
        ("Die BG zahlt, U 24/771 203-4.", ["U 24/771 203-4"]),
        ("Miete für WE 17-03 fehlt.", ["WE 17-03"]),
        ("Das Hauptzollamt fragt (Az. 3318-902/24 FKS).", ["3318-902/24 FKS"]),
        ("Az. 3318-902/24 SGB, Az. 3318-903/24 ALG, sagt er.", ["3318-902/24", "3318-903/24"]),
    ],
)
def test_few_digits_tell_a_member_or_a_boat(raw: str, numbers: list[str]) -> None:
    assert surfaces(FileNumber, raw) == numbers


@pytest.mark.parametrize(
    "raw",
    [
        "Zimmer-Nr. 14, Haus Nr. 12, Lfd. Nr. 3, Frage Nr. 7, Kurs-Nr. 12",
        "Berufskrankheit BK 4101 nach DIN 18040-2 und ISO 9001:2015, Drs. 19/12345",
        "Kundennummern: 3 von 5 fehlen. Das Boot 12 Meter.",
    ],
)
def test_what_counts_or_quotes_stays(raw: str) -> None:
    assert surfaces(FileNumber, raw) == []


@pytest.mark.parametrize("date", ["30|12|2007", "16·10·2025", "4!5!2021"])
def test_a_date_whose_stops_a_scanner_misread_goes(date: str) -> None:
    assert uncovered(f"geb.: {date}      Staatsang.: offen", date) == []


def test_a_day_with_a_stroke_opens_an_entry() -> None:
    assert uncovered("erledigt\n15/03 (vGl) Gespräch zu dritt", "15/03") == []
