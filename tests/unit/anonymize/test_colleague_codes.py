"""Two to four letters are a colleague where somebody is handed a file, signs with a day, countersigns or is quoted."""

import pytest

from caseboard.anonymize.recognizers.colleague_codes import ColleagueCodes
from caseboard.anonymize.recognizers.table_column import TableColumn
from tests.unit.anonymize.covering import kinds_over, uncovered
from tests.unit.anonymize.recognised import surfaces


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("Zuschlag prüfen lassen, an Ri. in der Leistung geben.", "Ri."),
        ("Vertrag nachreichen, Akte an Schm., Az folgt.", "Schm."),
        ("Unterlagen weiter an Le., dann Ablage.", "Le."),
        ("Rückmeldung von Hu. (Leistung) fehlt.", "Hu."),
        ("Wv. an Kö zum Monatsende\nAkte an Kö\n", "Kö"),
        ("Stand heute;Bearb. Ob.\nRolle;Name", "Ob."),
        ("neu | Bearb.: Zö | offen", "Zö"),
        ("Zweitprüfung folgt (2. Blick Mä)", "Mä"),
        ("erledigt durch Wz\nKunde kommt", "Wz"),
        ("Rücksprache mit Dö, passt so.", "Dö"),
        ("Der Anruf, Telefonat mit Fü.\n", "Fü."),
        ("Bitte den Stand klären\n>> Hb.\n>> am Montag", "Hb."),
        ("> Wz\n> die Unterlagen fehlen", "Wz"),
    ],
)
def test_the_code_of_a_colleague_goes(raw: str, code: str) -> None:
    assert code in surfaces(ColleagueCodes, raw)


@pytest.mark.parametrize(
    ("raw", "signed"),
    [
        ("Darlehen § 22 (8) prüfen, Vg 19.2.\n", "Vg 19.2."),
        ("Rechtsbehelf nicht vergessen. Pö 15/10\n", "Pö 15/10"),
        ("Bescheid prüfen. Be 3.4.\nNächster Termin offen.", "Be 3.4."),
        ("Alles erledigt! Wz., 03.12.24", "Wz., 03.12.24"),
        ("3.4. Kö\nKunde sagt ab.", "3.4. Kö"),
        ("Akte zu. 17/2 Wn\n", "17/2 Wn"),
    ],
)
def test_a_code_and_the_day_beside_it_both_go(raw: str, signed: str) -> None:
    assert uncovered(raw, signed) == []
    assert kinds_over(raw, signed) == {"PERSON", "DATE"}


def test_who_ends_a_header_in_small_letters_is_found_again() -> None:
    raw = "gespräch, 10.40, wz\nkunde kam allein und will warten bis wz wieder da ist, dann weiter mit dem antrag"

    assert surfaces(ColleagueCodes, raw) == ["wz", "wz"]


@pytest.mark.parametrize(
    "raw",
    [
        "Info an Kd. und Tn. geschickt. Kopie an AG.",
        "Akte an Verm. und Betr. gesandt. Post an Amt. Danke.",
        "Der Fall geht an die Leistung. Das geht an mich.",
        "Rücksprache mit AG, Telefonat mit KK, Absprache mit Tel.",
        "Vertretung Mo, Di und Fr. Vertretung: Di.",
        "Termin am Mo 19.2.\nKurs, Di 15/10\n",
        "Wv 19.2.\nTel 19.2.\nAb 19.2.\nFr. 3.4.",
        "erledigt, Nov 3.4.\nMai 3.4.\n3.4. vm\n3.4. Vm\n",
        "Zi. 3.4\nNr. 3.4\nPkt. 3.4\nAz 12/24\n",
        "> Ja.\n> Ok\n> LG\n> Vg\n> So.",
        "am montag, 10.40, tel\n11.15, pers\n12.30 uhr, vm\num 9.30, der\n",
        "Notiert: Er, Sie. Gesehen: Wer? Geprüft und gut.",
        "Es gibt zwei Wege. Der 2. Blick lohnt sich.",
    ],
)
def test_abbreviations_weekdays_and_words_are_nobody(raw: str) -> None:
    assert surfaces(ColleagueCodes, raw) == []


def test_the_column_of_codes_goes_and_its_fields_and_units_stay() -> None:
    rows = "Datum | Inhalt | Bearb.\n3.4. | Anruf | Hb\n5.4. | Antrag | kö\n6.4. | Post | SB\n7.4. | Brief | Mo"

    assert surfaces(TableColumn, rows) == ["Hb", "kö"]
    assert surfaces(TableColumn, "Stand | Inhalt | Ergebnis\nneu | Anruf | Zu\nalt | Brief | kö") == []
