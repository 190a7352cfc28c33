"""Two to four letters are a colleague where somebody is handed a file, signs with a day, countersigns or is quoted."""

import pytest

from caseboard.anonymize import strip
from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.colleague_codes import ColleagueCodes
from caseboard.anonymize.recognizers.table_column import TableColumn
from caseboard.anonymize.vocabulary import vocabulary
from tests.unit.anonymize.covering import kinds_over, uncovered
from tests.unit.anonymize.recognised import surfaces


def person_surfaces(raw: str) -> list[str]:
    """The codes alone, without the days beside them."""
    results = ColleagueCodes().finds(Document(raw, vocabulary()))
    return [raw[r.start : r.end] for r in results if r.entity_type == "PERSON"]


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
        ("--- Stempel ---\nAnm. We: fünf Kinder, zwei Zimmer", "We"),
        ("gez. Brammer\n(Handschr. Verm. Ki., 4.11.:) Kundin weint", "Ki."),
        ("Notiz Wi, 3.4.: Rückruf", "Wi"),
        ("Frist gilt. So. fragt nach Wegzug.", "So."),
        ("Bis dann, Essen steht bereit. Gruß Di\n", "Di"),
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
        "Anm. AG: kommt\nAnm. Arzt: ja\nBem. Fr.: nein\nNotiz Kd: da\nAnm. Mo: frei",
        "Do. kommt er nach Hause. Mo. geht um acht los. Mi. prüft SB die Akte.\nbis Di\nTermin Mo\nGruß und bis Mi",
    ],
)
def test_abbreviations_weekdays_and_words_are_nobody(raw: str) -> None:
    assert surfaces(ColleagueCodes, raw) == []


def test_the_column_of_codes_goes_and_its_fields_and_units_stay() -> None:
    rows = "Datum | Inhalt | Bearb.\n3.4. | Anruf | Hb\n5.4. | Antrag | kö\n6.4. | Post | SB\n7.4. | Brief | Mo"

    assert surfaces(TableColumn, rows) == ["Hb", "kö"]
    assert surfaces(TableColumn, "Stand | Inhalt | Ergebnis\nneu | Anruf | Zu\nalt | Brief | kö") == []


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        ("3.4. Hb: Kunde ruft an", ["Hb"]),
        ("03.04.24 / Hb / Telefonat", ["Hb"]),
        ("[Hb, 3.4.] Kunde ruft an", ["Hb"]),
        ("3.4. (Hb) Kunde ruft an", ["Hb"]),
        ("Hb 3.4.: Kunde ruft an", ["Hb"]),
        ("Antrag prüfen → Hb. bis Freitag", ["Hb."]),
        ("Fallbesprechung Hb./Be. am Montag", ["Hb.", "Be."]),
        ("@Hu bitte prüfen", ["Hu"]),
        ("Ha meint, das geht so.", ["Ha"]),
        ("Zur Kenntnis, z. K. Br\n", ["Br"]),
    ],
)
def test_a_code_that_is_an_abbreviation_elsewhere_is_a_code_in_its_place(raw: str, codes: list[str]) -> None:
    assert {code.rstrip(".") for code in codes} == {found.rstrip(".") for found in person_surfaces(raw)}


def test_who_has_signed_once_is_found_everywhere() -> None:
    raw = "Bearb. Hb.\nKunde kommt. Das weiß Hb schon, sagt er. Frage bleibt bei Hb offen."

    assert uncovered(raw, "Hb") == []
    assert strip(raw).count("Hb") == 0


@pytest.mark.parametrize(
    "raw",
    [
        "Da kommt er. So sagt sie. Na klar. Wo ist das? Es geht. Zu spät.",
        "Mu: sagt ab\nVa: kommt\nEx: zahlt nicht",
        "Am Ende zahlt Ag nicht.\nWg bezahlt\nEx zahlt",
        "Je mehr, desto besser. Im Mai kommt er. Am 3.4.: Termin",
        "Di 3.4.: Kurs. Ab 3.4.: Urlaub. Bis 3.4.: frei.",
        "Schreiben an kontakt@hb.example gesandt.",
    ],
)
def test_small_words_and_people_in_minutes_stay(raw: str) -> None:
    assert person_surfaces(raw) == []
