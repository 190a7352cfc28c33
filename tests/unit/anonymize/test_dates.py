"""Dates in every spelling go; months, years, weekdays, clock times and section numbers stay."""

import pytest

from caseboard.anonymize import strip, strip_fields
from tests.unit.anonymize.covering import kinds_over, uncovered

DATES = """
12.03.1984 | 3.4.24 | 16. 4. 2013 | 12 . 03 . 2024 | 12.3.'24 | 28.08. | 12. 3. | 3.März | 3. März 2024
12. Sept. 23 | 11. Okt. | 8. September | 2024-04-09 | 2024/04/03 | 2024-4-3 | 24-04-03 | 03-04-2024 | 12/03/2024
05/12/23 | 12-Aug-2024 | 12 Aug 24 | 12.III.24 | 3. XII. 2023 | 7.V.2011 | 3. d. M. | 10.d.M. | 15. d. Mts.
3. ds. Mts. | 15. dieses Monats | 15. letzten Monats | 12.ten März | 28ten Oktober | 12te März | 3rd of May
3 March 2024 | Mai 3, 2024 | Juni 12th | 17 .O9. 2024 | l2.O8.l977 | 1l.9.2O23 | I2.03.2024 | 12. Maerz
12. Marz | 3. Jannuar | 23. Novernber | 23. Novenber | 3. Apri1 | 1. Feber | 12. Jän. | 12. AUGUST 2024
3. juni | Heiligabend 2023 | Ostermontag, 1.4. | siebzehnten Mai | dritter März | ersten Oktober 2024
zehnten Zwölften | dritten Dritten vierundzwanzig | dritter fünfter zwanzig vierundzwanzig
eins neunter zweiundzwanzig | zwölfter vierter zweitausendvierundzwanzig
dreizehnten Juli neunzehnhundertachtzig | siebten vierten neunzehnhundertneunundsechzig
zweiten siebten einundsiebzig | 12,03,1984 | 12,3,84 | 12, 03, 84 | 12. 3, 84 | 12.03,84 | 5, 11, 2023
7, 4, 81 | 3, 5, 12
""".replace("\n", " | ").split(" | ")


@pytest.mark.parametrize("raw", ["Geburtsdatum: 7, 4, 81", "Sie, geb. 3, 5, 12, wohnt dort."])
def test_a_birthday_goes_also_where_a_scanner_made_commas_of_its_stops(raw: str) -> None:
    assert not set("3578") & set(strip(raw))


@pytest.mark.parametrize("date", [d for d in (d.strip() for d in DATES) if d])
def test_a_date_goes_however_it_is_written(date: str) -> None:
    raw = f"Der Termin am {date} war gut besucht."

    assert uncovered(raw, date) == []
    assert strip(raw).startswith("Der Termin am [Datum")
    assert strip(raw).endswith("war gut besucht.")


@pytest.mark.parametrize(
    "dates",
    [
        "12./13. Mai",
        "12./13.5.",
        "vom 3. bis 5.6.",
        "3.–7.8.2024",
        "03.-07.08.",
        "1., 3. und 5. Mai",
        "1. auf den 2. Mai",
        "12.03.24/13.03.24",
        "03.08.-07.08.2024",
        "3.4., 5.4. und 7.4.",
        "12.03.\n2024",
        "12.\nMärz 2024",
    ],
)
def test_both_ends_of_a_range_and_every_day_of_a_list_go(dates: str) -> None:
    assert [w for w in uncovered(f"Die Tage {dates} waren frei.", dates) if w.isdigit()] == []


@pytest.mark.parametrize("birth", ["*12.3.80", "* 12.03.1980", "geb. 120380", "geb. 4/6/86", "geboren 04061986"])
def test_a_birthday_goes(birth: str) -> None:
    assert [w for w in uncovered(f"Kunde, {birth}, ledig", birth) if w.isdigit()] == []


@pytest.mark.parametrize(
    ("raw", "date"),
    [
        ("Frist am 24.12 beachten", "24.12"),
        ("gekündigt zum 15.2, probezeit", "15.2"),
        ("Prüfung ist am 14/12, Kurs", "14/12"),
        ("9/9/24 Auszug, 14/2 neuer Antrag", "14/2"),
        ("Am Rand: Eingang JC 12/11, sonst nichts", "12/11"),
        ("- 17.05 Lastschrift\n- 3 Überweisungen", "17.05"),
        ("04.04 | pers. | mit Bruder", "04.04"),
        ("Termin wäre Do 25.07 um 8", "25.07"),
        ("geht vielleicht 8.4 oder 10.4 um neun", "10.4"),
        ("Unterlagen vollständig, erl. sau 28.3\n", "28.3"),
        ("meine Zeugin ist die Schwester. 27 12 24", "27 12 24"),
        ("Kopie an die Leistung, Eingang dort 3.VII.\n", "3.VII."),
        ("Des war am 7. Jenner 2023, seitdem nimmer.", "7. Jenner 2023"),
        ("Nachtrag 22.4: der Vater meldet sich", "22.4"),
        ("aus der Haft, Entl. 11.10, wohnt in Pension", "11.10"),
        ("mit Brief v. 16.9 belehrt", "16.9"),
        ("und bitte um Entscheidung bis 14-02", "14-02"),
        ("zu den Vorschlägen vom 4ten 3.: keine", "4ten 3."),
        ("Pauschale empfohlen.\ngez. Pf 8/11\n", "8/11"),
        ("*22/01* Anruf, niemand da", "22/01"),
        ("Kündigung, 27. Jun1 2O24\nProbezeit", "27. Jun1 2O24"),
        ("mein Geburtstag ist der 17 Hidar 1984, falsch", "17 Hidar 1984"),
        ("Prüfung am 11. und am 12. Dezember in der Stadt", "11."),
    ],
)
def test_a_day_and_month_without_full_stop_need_a_word_or_a_like_beside_them(raw: str, date: str) -> None:
    assert kinds_over(raw, date) == {"DATE"}


STAY = """
im März | März 2024 | Ende März 2024 | seit 2017 | Mitte Mai | um 9.30 Uhr | um 9:30 | 9.15 Uhr
von 8 bis 12 Uhr | 3-4 Wochen | am Montag | nächsten Dienstag | 3. Lehrjahr | 2. OG | 4. Quartal | 3. Klasse
zum 2. Mal | am dritten Tag | im dritten Monat | erste Mai-Hälfte | der zweite Versuch | 5.5 Stunden | 3,5 %
12.30 Uhr | Punkt 3.2 | Nr. 2.1 | Abschnitt 4.1.2 | Version 3.1 | Kapitel 12.3 | 1/2 | 3/4 | 50/50 | 24/7
1/3 der Miete | 10/2023 | 03/2024 | 09.2023 | 2023/24 | 2019–2023 | 9/10 Zähne | Schicht 6/14 | Note 2,3
1.500 Euro | 3.4 km | KW 12 | in KW 12/24 | Mai und Juni | von März bis Juni | Juni/Juli | Sommer 2023
einmal im Mai | das zweite Kind | 3. und 4. Klasse | die 2. und 3. Rate | 5. Monat | 10.30 bis 11.15
14.00-15.30 Uhr | um 8.10 | 19. Jahrhundert | am 2. Arbeitsmarkt | auf dem 1. Arbeitsmarkt
- 3.2 Stunden | 17 Kinder 2023 | 3 Bescheide 2024 | 1/2 Stelle | ab 9.10 Uhr
| 4.5 km | zweiter Arbeitsmarkt | die ersten drei Monate | Zimmer 3.07 | zum 1. des Monats
Nummer 3, 5, 12 | Punkte 1, 2, 10 | Anlagen 2, 3, 11 | Paragraphen 7, 9, 11 SGB II | Seiten 3, 4, 12 | Raten 1,2, 10
""".replace("\n", " | ").split(" | ")


@pytest.mark.parametrize("words", [s for s in (s.strip() for s in STAY) if s])
def test_what_is_no_full_date_stays(words: str) -> None:
    raw = f"Hier ist {words} genannt worden."

    assert strip(raw) == raw


def test_commas_between_small_numbers_are_no_full_stops() -> None:
    finds = strip_fields({"text": "Seine Töchter (3, 5, 12) lernen."}).finds

    assert not [find for find in finds if find.kind == "DATE"]


def test_the_hour_behind_a_day_is_no_year() -> None:
    assert strip("Am 3.5, 12 Uhr kommt er.") == "Am [Datum], 12 Uhr kommt er."
