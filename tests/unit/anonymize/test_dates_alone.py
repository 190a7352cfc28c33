"""Written and dictated dates, each recogniser alone, in many spellings; and numbers and ordinals that are no date."""

import pytest

from caseboard.anonymize import strip
from caseboard.anonymize.recognizers.date import Date
from caseboard.anonymize.recognizers.dictated_date import DictatedDate
from tests.unit.anonymize.marked import marked, unmarked


@pytest.mark.parametrize(
    "row",
    [
        "Er kam am ⟦12.03.1984⟧ zu uns.",
        "Er kam am ⟦12.13.1984⟧ zu uns.",
        "Er kam am ⟦12. 3. 84⟧ zu uns.",
        "Er kam am ⟦12 . 03 . 1984⟧ zu uns.",
        "Er kam am ⟦12,03,1984⟧ zu uns.",
        "Er kam am ⟦12.03.\n1984⟧ zu uns.",
        "Er kam am ⟦12.\nMärz 1984⟧ zu uns.",
        "Er kam am ⟦17 .O9. 2024⟧ zu uns.",
        "Er kam am ⟦12|03|2024⟧ zu uns.",
        "Er kam am ⟦12·03·24⟧ zu uns.",
        "er kam am ⟦3. märz 2024⟧ zu uns.",
        "ER KAM AM ⟦3. MÄRZ⟧ ZU UNS.",
        "Er kam am ⟦3.März⟧ zu uns.",
        "Er kam am ⟦23. Novenber⟧ zu uns.",
        "Er kam am ⟦3. Apri1 2024⟧ zu uns.",
        "Er kam am ⟦27. Jun1 2O24⟧ zu uns.",
        "Er kam am ⟦3 mars 2024⟧ zu uns.",
        "Er kam am ⟦17 Hidar 1984⟧ zu uns.",
        "Er kam am ⟦28.08.⟧ zu uns.",
        "Er kam am ⟦28.08⟧ zu uns.",
        "Frei ist er den ⟦28.08⟧ wieder.",
        "Er kam am ⟦3.4⟧ zu uns.",
        "Das prüft kra ⟦28.3⟧: es fehlt Geld.",
        "Er kam Do ⟦3.4⟧ zu uns.",
        "Offen ist bis ⟦14-02⟧ alles.",
        "Der Kurs ist di ⟦11-02⟧ in der Stadt.",
        "Er kam am ⟦12th Aug 2024⟧ zu uns.",
        "Frei ist ⟦12.01.24⟧/⟦14 Mar 2024⟧ für ihn.",
        "Frei ist ⟦12.01.24⟧/⟦14 Januar 2024⟧ für ihn.",
        "Er kam am ⟦12ten 3.⟧ zu uns.",
        "Er kam am ⟦12.III.24⟧ zu uns.",
        "Er kam am ⟦12/III 24⟧ zu uns.",
        "Er kam ⟦3.VII.⟧ zu uns.",
        "Er kam am ⟦3. VII.⟧ zu uns.",
        "Er kam am ⟦3. d. M.⟧ zu uns.",
        "Eingang ⟦12032024⟧ im Haus.",
        "Eingang ⟦12 03 2024⟧ im Haus.",
        "Da war er krank. ⟦3 12 24⟧",
        "Er kam am ⟦2024-04-09⟧ zu uns.",
        "Er kam am ⟦12/03/2024⟧ zu uns.",
        "Er kam am ⟦3 4.⟧ zu uns.",
        "⟦22.4⟧: der Vater meldet sich",
        "Frei ist vom ⟦3.⟧ bis ⟦5.6.⟧ für ihn.",
        "Frei ist ⟦12.⟧/⟦13. Mai⟧ für ihn.",
        "Zu uns kam er ⟦Juni 12th⟧ im Regen.",
        "Zu uns kam er ⟦Mai 3, 2024⟧ im Regen.",
        "Kunde, geb. ⟦120380⟧, ledig.",
        "Kunde, *⟦12.3.80⟧, ledig.",
        "Er kam ⟦Heiligabend 2023⟧ zu uns.",
        "Freitag, ⟦24/1⟧, kommt er.",
        "⟦24/1⟧: der Vater meldet sich",
    ],
)
def test_written_dates(row: str) -> None:
    assert marked(Date, unmarked(row)) == row


@pytest.mark.parametrize(
    "row",
    [
        "Er kam im März 2024 und blieb bis Mai.",
        "Er kam am 42.13.1984 zu uns.",
        "Die Version 3.1 ist da.",
        "Punkt 3.2 und Abschnitt 4.1.2 fehlen.",
        "Um 9.30 Uhr kam er, bis 12.15 Uhr blieb er.",
        "Zimmer 3.07 und Raum 2.11 sind frei.",
        "Er hat 1/2 Stelle und zahlt 3/4 der Miete.",
        "Er zahlt bis 3/4 und ab 1/2 mehr.",
        "Es waren 12.03 Euro und 12.03.24 Euro.",
        "Die Kinder (3, 5, 12) sind da.",
        "Im Schuljahr 2023/24 war er da.",
        "Die 3. Klasse im 2. OG ist frei.",
        "Er wohnt ab dem 3. Monat im 1. Stock.",
        "Die Paragraphen 7, 9, 11 und mehr.",
        "Am 1. Arbeitsmarkt fehlt es.",
        "Es sind 3.4 km bis dahin.",
        "Der Rechner hat 10.12.20.3 als Adresse.",
        "Im §7.3. steht es, im § 7.3. Abs. 2 auch.",
        "Am 3. Mal war er da.",
        "Er zahlt die 12. Rate 2024 und die 3. Rate.",
        "Er hat 12 Kinder 2023 gesehen.",
        "Er sah 8 Jungen, 2023 waren es mehr.",
        "Es gab 3 Novellen 2024 und 12 Decken 2023.",
    ],
)
def test_numbers_that_are_no_date(row: str) -> None:
    assert marked(Date, row) == row


@pytest.mark.parametrize(
    "row",
    [
        "Er kam am ⟦dritten Mai⟧ zu uns.",
        "er kam am ⟦dritten mai⟧ zu uns",
        "ER KAM AM ⟦DRITTEN MAI⟧ ZU UNS.",
        "Er kam am ⟦siebzehnten Mai⟧ zu uns.",
        "Er kam am ⟦einunddreissigsten März⟧ zu uns.",
        "Er kam am ⟦dritten\nMai⟧ zu uns.",
        "Er kam am ⟦dritten Mai\nneunzehnhundertachtzig⟧ zu uns.",
        "Er kam am ⟦einunddreißigsten März zweitausendvierundzwanzig⟧ zu uns.",
        "Er kam am ⟦dritten fünften vierundzwanzig⟧ zu uns.",
        "Er kam am ⟦zehnten Zwölften⟧ zu uns.",
        "Er kam am ⟦3. 4. neunzehnhundertachtzig⟧ zu uns.",
        "Er kam ⟦eins neunter zweiundzwanzig⟧ zu uns.",
        "Kunde, geb. ⟦drei zwölf achtundneunzig⟧, ledig.",
        "Kunde, geboren am ⟦zehn zehn zweitausendeins⟧, ledig.",
        "Er kam am ⟦3. Mai achtundachtzig⟧ zu uns.",
        "Vom ⟦dritten⟧ bis ⟦siebten Mai⟧ war er krank.",
        "Frei am ⟦ersten⟧ oder zum ⟦zweiten Juni⟧ für ihn.",
        "Er kam am ⟦drei Punkt vier Punkt vierundzwanzig⟧ zu uns.",
        "Die elfte Karte kam am ⟦3. vierten⟧ um neun.",
        "Er kam am ⟦dritten dieses Monats⟧ zu uns.",
        "Er kam am ⟦zwölften letzten Monats⟧ zu uns.",
        "Er kam am ⟦drittn Mai⟧ zu uns, am ⟦siebzehntn März⟧ wieder.",
        "er kam am ⟦zwanzigstn juni⟧ und am ⟦erstn siebtn⟧ zu uns",
        "Er kam am ⟦dritten fünften⟧ zwanzig Minuten zu spät.",
        "Er kam am ⟦dritten Mai⟧ zwanzig\nMinuten zu spät.",
        "Der Termin am ⟦dritten fünften⟧ Punkt Absatz",
        "Das war der ⟦dritte fünfte⟧, ein Montag.",
        "Der ⟦dritte fünfte⟧ war ein Montag, der ⟦vierte fünfte⟧ Komma sagt er.",
        "Seit dem ⟦dritten fünften⟧ Unterlagen da.",
        "Vom ⟦ersten dritten⟧ bis zum ⟦ersten vierten⟧ Praktikum.",
    ],
)
def test_dictated_dates(row: str) -> None:
    assert marked(DictatedDate, unmarked(row)) == row


@pytest.mark.parametrize(
    "row",
    [
        "Der dritte Versuch im Mai war gut.",
        "Im dritten und vierten Monat war Ruhe.",
        "Der zweite Arbeitsmarkt ist klein.",
        "Am dritten Tag kam er zu uns.",
        "Die ersten drei Monate sind um.",
        "Die erste Mai-Hälfte ist frei.",
        "Im Spiel sagt er eins zwei drei vier.",
        "Punkt eins und Punkt zwei sind klar.",
        "Er hat dreiundzwanzig Bewerbungen geschrieben.",
        "Geboren wurden zwei drei Tage später alle.",
        "Er hat drei Kinder, geb. sind zwei.",
        "Drei vierte Klassen mit zwanzig Kindern.",
        "Der dritte im letzten Monat war er.",
        "Er kommt 3. 4. und 5. dran, als neunter.",
        "Zwischen dem dritten und dem siebten Versuch lag der Mai.",
        "Das war der erste dritte Platz für ihn.",
        "Das ist die erste zweite Chance, eine dritte vierte Chance gibt es nicht.",
        "Im ersten zweiten Halbjahr und beim ersten dritten Anlauf war er da.",
        "In der ersten zweiten Klasse war seine erste dritte Note da.",
        "das ist die erste zweite chance für ihn und sie",
        "Drei vierte zwanzig Minuten.",
    ],
)
def test_ordinals_and_counts_that_are_no_date(row: str) -> None:
    assert marked(DictatedDate, row) == row


@pytest.mark.parametrize("date", ["l2.O3.l984", "1l.9.2O23", "I2.03.2024", "12.\n03.1984", "12.03.19\n84"])
def test_what_a_scanner_made_of_a_date_goes_once_the_text_is_read(date: str) -> None:
    assert strip(f"Er war am {date} da.").startswith("Er war am [Datum")
