"""The files of every court: social, civil, criminal, family, labour, insolvency, administrative, and their damage."""

import pytest

from caseboard.anonymize import strip_fields
from tests.unit.anonymize.covering import kinds_over, uncovered

FILES = [
    *(
        "S 12 AS 345/21",
        "S 31 AS 1924/10 ER",
        "L 11 AS 712/08",
        "302 Js 4471/21",
        "500 Js-OWi 1123/22",
        "8 Ds 304 Js 2219/23",
    ),
    *("2 Cs 12 Js 345/22", "XVII 88/25", "7 XVII 223/20", "DR II 0712/23", "12 IN 345/23", "1 IK 44/23", "4 C 112/24"),
    *(
        "003 F 1234/22",
        "204 F 33/25 eA",
        "K 44/21",
        "21 K 3456/22",
        "10 M 3321/24",
        "6 UF 77/22",
        "3 T 12/23",
        "5 Ca 1123/23",
    ),
    *(
        "16 Sa 45/22",
        "62 XIV 8/23",
        "VI 334/22",
        "W 3 K 22.1123",
        "AN 6 E 23.50112",
        "VG 8 K 112.23",
        "OWi 4/31-0087/24",
    ),
]


@pytest.mark.parametrize("file", FILES)
def test_a_court_file_goes_with_all_its_parts(file: str) -> None:
    raw = f"Der Beschluss {file} liegt bei."

    assert uncovered(raw, file) == []
    assert kinds_over(raw, file) == {"ID"}


@pytest.mark.parametrize(
    "file", ["12 XVII M 456/22", "XVII (W) 456/22", "8 XVII L 204", "4 XVII 17", "3 VI K 12/24", "XVII L 204/21"]
)
def test_a_guardianship_file_goes_with_the_letter_of_the_surname(file: str) -> None:
    assert uncovered(f"Die Betreuung wurde aufgehoben, Az. {file}.", file) == []


@pytest.mark.parametrize("raw", ["Kapitel VI 3 gilt.", "Ludwig XVI war König.", "Nach SGB X 24 wird angehört."])
def test_roman_numerals_of_books_and_kings_are_no_files(raw: str) -> None:
    assert "ID" not in {find.kind for find in strip_fields({"text": raw}).finds}


@pytest.mark.parametrize(
    "file", ["33 F 217/24", "203 F 918/24", "4 C 112/24", "StA-HAS 77/2024", "2 Ls 33 Js 12/24 jug."]
)
def test_a_comma_behind_a_court_file_cuts_nothing_off(file: str) -> None:
    assert uncovered(f"Der Beschluss liegt vor, {file}, dazu eine Sperre.", file) == []


@pytest.mark.parametrize(
    "file", ["s 31 as 1924/10 er", "302 js 4471/21", "xvii 88/25", "dr ii 0712/23", "6 uf 77/22", "16 sa 45/22"]
)
def test_a_court_file_goes_in_lower_case(file: str) -> None:
    assert uncovered(f"der beschluss {file} liegt bei.", file) == []


@pytest.mark.parametrize("file", ["S l2 AS 345/2l", "3O2 Js 447l/21", "XVII B8/25", "S 12 AS\n345/21"])
def test_a_court_file_goes_when_a_scanner_confused_its_digits_or_broke_the_line(file: str) -> None:
    assert uncovered(f"Der Beschluss {file} liegt bei.", file) == []
