"""What stands beside an address or a number and belongs to it goes with it; what merely follows stays."""

import pytest

from caseboard.anonymize import strip
from caseboard.anonymize.text_vocabulary import TextVocabulary
from caseboard.anonymize.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Sie wohnt Mühlgasse 11 hinterhaus bei der Tante.", "hinterhaus"),
        ("Anschrift: Bruckstr. 33, Zi. 4\nneu seit Mai", "Zi. 4"),
        ("Anschrift: Flossaustr. 150 links\n90763 Fürth", "links"),
        ("Anschrift: Lenbachstraße 9, Rgb. IV, 90429 Nürnberg", "IV"),
        ("1; Frau Boateng; Vertragsnr. 7620-4-118 822; 318,90", "822"),
        ("Er spielt beim SV Rimpar 07, jeden Sonntag.", "07"),
        ("Unterkunft: Wohnheim Moosbreite 44, Zi. 12\nseit Mai", "Zi. 12"),
        ("Wohnwagen: Am Eiskanal 40, Platz 7, 86161", "Platz 7"),
        ("Einschreiben RT 41 772 908 3DE, dort liegt es", "3DE"),
        ("Zeichen der Kasse: 2/44817/24-6 Wo, Tel. folgt", "Wo"),
        ("Im Bescheid (BAMF-9 417 205-252) heißt er anders.", "BAMF-9"),
        ("Aktenzeichen dort: II-4/BG 0930177, seit Mai", "II-4"),
        ("Ihr Bescheid, Az. 694-BG-0022718 W/25, kam gestern.", "W/25"),
        ("Der Anwalt, dessen Zeichen (24/0087-GÖ-per) fehlt.", "0087"),
        ("Beschluss 3 FH 22/21 liegt vor.", "22/21"),
        ("Akte liegt vor, Az II-4 / 50719.", "50719"),
        ("Akte liegt vor, Az II-4 / 50719.", "II-4"),
        ("Es ist 2024 / 556 / 01928. Wieder ein Absatz.", "2024"),
        ("Nummer dort 2024 - 556 - 01928.", "556"),
        ("Geschäftszeichen: BwH 2-118/23 Ta      Bearb.: Tausendpfund", "Ta "),
        ("Az. 51-7719 Kö\nBearbeitung dort", "Kö"),
        ("TELEFAX an: 09122 . 8 31 – 5 66 heute", "8 31 – 5 66"),
        ("Ruf mich ruhig an (-4417), oder komm.", "4417"),
        ("BG-Nr. endet auf -4471. Danke", "4471"),
        ("unter SVLFG 09-77 l4 2O3 informiert", "09-77 l4 2O3"),
        ("Berufsfachschule für Pflege St. Barbara, den ersten", "Berufsfachschule"),
        ("Sie lernt an der Städtischen Musikschule Sonnenau.", "Städtischen"),
    ],
)
def test_the_rest_of_an_identifier_goes_with_it(text: str, gone: str) -> None:
    assert gone not in strip(text)


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("Sie wohnt Mühlgasse 11 seit drei Jahren.", "seit drei Jahren"),
        ("Sie wohnt Mühlgasse, Nummer 11 (hinten).", "] (hinten)"),
        ("Sie wohnt in der Mühlgasse\n11 \nund will weg.", "] \n"),
        ("Kundennummer 843D118822 20 Euro Gebühr", "20 Euro"),
        ("Az. 31-4470 Er\nkommt morgen", "Er"),
        ("Az. 31-4470 Mo  8-12 Uhr", "Mo"),
        ("Der Wert sank auf -12, dann auf -4 Grad.", "auf -12, dann auf -4 Grad"),
        ("Beim SV Rimpar 20 Stunden im Monat.", "20 Stunden"),
        ("Kundennummer 843D118822, 14 Bewerbungen.", "14 Bewerbungen"),
        ("Der Anhang hat 4,2 MB\n19 Seiten Text.", "4,2 MB"),
        ("Nach FH 22.1 ist das möglich.", "FH 22"),
    ],
)
def test_what_merely_follows_stays(text: str, stays: str) -> None:
    assert stays in strip(text)


def test_a_noun_behind_a_first_name_is_the_surname() -> None:
    assert "Maurer" not in strip("Der Bundesrat hat die Nomination von Ueli Maurer bestätigt.")
    assert "Geburtstag" in strip("Gestern hatte Deniz Geburtstag.")


def test_whoever_is_quoted_is_a_person() -> None:
    assert "Fuchs" not in strip("„Das geht so nicht“, sagte Fuchs, der allerdings blieb.")
    assert "Ja" in strip("Auf die Frage sagte sie Ja.")


def test_a_vocabulary_with_a_memory_gives_the_same_answers() -> None:
    plain, remembering = vocabulary(), TextVocabulary(vocabulary())
    for word in ("haus", "mueller", "kooperationsplan", "yildirims", "hammelburger", "xqzt") * 2:
        assert remembering.value(word) == plain.value(word)
        assert remembering.name_value(word) == plain.name_value(word)
        assert remembering.ordinary(word) == plain.ordinary(word)
        assert remembering.in_glossary(word) == plain.in_glossary(word)
