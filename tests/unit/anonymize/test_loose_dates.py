"""A day and a month without the last full stop, and what a scanner or dictation makes of a date."""

import pytest

from caseboard.anonymize import strip
from tests.unit.anonymize.covering import kinds_over, uncovered


@pytest.mark.parametrize(
    ("raw", "date"),
    [
        ("ich schreibe wegen die brief von 3.12 sie haben geld gestopt", "3.12"),
        ("in ihre mail vom 2.2 steht das anders", "2.2"),
        ("gestern, 3.4 war er da", "3.4"),
        ("Beginn 3/IV/24 laut Stempel", "3/IV/24"),
        ("Blatt 14, 11/IX 24, Stempel", "11/IX 24"),
        ("Letzter Kontakt: 3/12, danach nichts", "3/12"),
        ("Kurs beginnt Di 11-02 in der Stadt", "11-02"),
        ("Er hatte am 12.7 Termin mit ihr.", "12.7"),
        ("der termin von 4.6 war mir zu früh", "4.6"),
        ("er war krank von 3.12 bis 17.12 und jetzt geht es", "17.12"),
        ("urlaub vom 2.8 bis 21.8 ist genehmigt", "2.8"),
        ("ich muss bis 15.3 zahlen sonst fliegen wir", "15.3"),
        ("er arbeitet ab 1.9 bei der Post", "1.9"),
        ("Krankmeldung ab 9.1, die Firma weiß es", "9.1"),
        ("die krankschein vom 7.10 hab ich geschickt", "7.10"),
        ("Anschlussheilbehandlung ab 04.ll. Die Zusage fehlt.", "04.ll."),
        ("gültig vom O1.l2. an", "O1.l2."),
        ("hiermit kündigen wir vorn\nl. Dez. 2024 fristgerecht", "l. Dez. 2024"),
        ("Beginn am l. März um neun", "l. März"),
        ("seit I. Sept. 2O24 in der Schule", "I. Sept. 2O24"),
    ],
)
def test_a_date_that_lost_a_stop_or_a_figure_goes(raw: str, date: str) -> None:
    assert uncovered(raw, date) == []
    assert "DATE" in kinds_over(raw, date)


@pytest.mark.parametrize(
    "said",
    [
        "geb. eins eins zweiundneunzig",
        "geb. drei zwölf achtundneunzig",
        "Geburtsdatum vierzehn sieben zweitausendeins",
        "geboren am zehn zehn neunzehnhundertachtzig",
        "geboren einunddreißig zwölf siebenundsiebzig",
        "vom eins Punkt drei Punkt zweitausendvierundzwanzig",
        "am drei Punkt vier Punkt vierundzwanzig",
        "geb. 3. märz achtundachtzig",
    ],
)
def test_a_date_that_was_dictated_in_plain_numbers_goes(said: str) -> None:
    date = said.partition(" ")[2].removeprefix("am ")

    assert uncovered(f"Der Kunde, {said}, kommt allein.", date) == []


@pytest.mark.parametrize(
    "raw",
    [
        "Das steht in Punkt 3.2 vom Antrag.",
        "Windows ab 8.1 ist nötig.",
        "Eine Note von 2.3 genügt nicht.",
        "Es sind ab 3.5 Promille, sagt er.",
        "Von 3.5 Stunden auf 5.5 Stunden erhöht.",
        "Offen von 8.10 bis 12.10 Uhr.",
        "Offen Mo 10-12 14-16 Uhr, Freitag 8-12 Uhr.",
        "Werte bis 2.5 und mehr sind hoch.",
        "Der Schnitt bis 2.5 ist gut.",
        "Das kostet bis 3.5 Euro.",
        "Von der l. Rate fehlt ein Teil, vom I. Quartal nichts.",
        "Am l. Arbeitstag war er krank.",
        "Geboren wurden zwei drei Tage später alle.",
        "Am drei vier Tage später war alles gut.",
        "Im dritten und vierten Monat der Maßnahme.",
        "Die ersten und zweiten Klassen kommen im Mai.",
    ],
)
def test_versions_marks_hours_and_amounts_stay(raw: str) -> None:
    kept = strip(raw)

    assert "[Datum" not in kept


def test_both_ends_of_a_dictated_range_go() -> None:
    raw = "Er war vom dritten bis siebten Mai krank, frei am ersten oder zum zweiten Juni."

    for day in ("dritten", "siebten Mai", "ersten", "zweiten Juni"):
        assert uncovered(raw, day) == []
