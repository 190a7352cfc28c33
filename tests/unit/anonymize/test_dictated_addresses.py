"""Spoken addresses of mail, of pages and of houses, found alone; 'at', 'punkt' and counts that belong to no address."""

import pytest

from caseboard.anonymize import strip
from caseboard.anonymize.recognizers.dictated_address import DictatedAddress
from tests.unit.anonymize.covering import uncovered
from tests.unit.anonymize.marked import marked, unmarked


@pytest.mark.parametrize(
    "row",
    [
        "⟦max punkt muster at web punkt de⟧ ist neu",
        "⟦MAX PUNKT MUSTER AT WEB PUNKT DE⟧ IST NEU",
        "Schreib, ⟦max minus muster klammeraffe web punkt de⟧ ist neu",
        "Schreib: ⟦info ät lotus punkt com⟧ bitte",
        "Schreib: ⟦info klammer affe lotus punkt com⟧ bitte",
        "Schreib: ⟦info et lotus punkt com⟧ bitte",
        "Schreib: ⟦m unterstrich muster at lotus minus nails punkt de⟧ bitte",
        "Schreib: ⟦max null drei at web punkt de⟧ bitte",
        "Schreib: ⟦max @ web punkt de⟧ bitte",
        "Schreib: ⟦max (at) web punkt de⟧ bitte",
        "Schreib: ⟦max at web.de⟧ bitte",
        "Schreib: ⟦max at uni punkt beispielstadt⟧",
        "Siehe ⟦www punkt lotus minus nails punkt de⟧ dazu.",
        "Siehe ⟦lotus minus nails punkt de⟧ dazu.",
        "siehe ⟦weh weh weh punkt lotus punkt com⟧ dazu",
        "siehe ⟦w w w punkt lotus punkt org⟧ dazu",
        "Schreib, ⟦max punkt\nmuster at web punkt de⟧ ist neu",
        "Schreib, ⟦max\npunkt muster at web punkt de⟧ ist neu",
        "Schreib: ⟦max minus muster at\nweb punkt de⟧ bitte",
        "Schreib: ⟦max minus muster klammeraffe web\npunkt de⟧ bitte",
    ],
)
def test_mail_and_pages(row: str) -> None:
    assert marked(DictatedAddress, unmarked(row)) == row


@pytest.mark.parametrize(
    "row",
    [
        "Sie wohnt ⟦Lindenweg zwölf a⟧ bei ihm.",
        "Sie wohnt ⟦Lindenweg Hausnummer zwölf⟧ bei ihm.",
        "Sie wohnt ⟦Lindenweg\nzwölf⟧ bei ihm.",
        "Sie wohnt ⟦Lange Gasse dreiundzwanzig⟧ bei ihm.",
        "Sie wohnt ⟦Alte Mainzer Straße hundertdrei⟧ bei ihm.",
        "Sie wohnt ⟦naturfreundestraße neun b⟧ bei ihm.",
        "Sie wohnt ⟦kreuzstrasse zwei⟧ bei ihm.",
        "Sie wohnt ⟦Bamberger Ring sieben⟧, links.",
        "Sie wohnt ⟦Bamberger Grund sieben⟧, links.",
        "Sie wohnt ⟦An der Point fünf a⟧ bei ihm.",
        "Sie wohnt ⟦Am Anger Hausnummer drei⟧ bei ihm.",
        "sie wohnt im ⟦lindenweg zwölf⟧ bei der tante und bleibt",
        "sie wohnt im ⟦lindenweg hausnummer zwölf⟧ bei der tante",
        "sie wohnt hier im ⟦rosenweg drei a⟧ bei der tante",
        "sie wohnt ⟦am marktplatz drei links⟧ und er auch dort",
        "Sie wohnt ⟦Lindenweg zwölf⟧ Kinder drei Punkt",
        "Neue Anschrift ist ⟦Lindenweg drei⟧ Eltern sind tot.",
        "Sie bleibt ⟦Lindenweg Hausnummer zwei⟧ Kinder drei.",
        "Sie bleibt ⟦Lindenweg zwei a⟧ Kinder drei.",
        "Sie bleibt ⟦Lindenweg zwölf⟧ Hinterhaus, Telefon eins.",
        "Sie bleibt ⟦Lindenweg zwölf⟧ Komma Bamberg Punkt",
        "Sie bleibt ⟦Lindenweg zwölf⟧ Zimmer drei.",
    ],
)
def test_houses(row: str) -> None:
    assert marked(DictatedAddress, unmarked(row)) == row


@pytest.mark.parametrize(
    "row",
    [
        "Er war at home und kam um drei.",
        "Er kam um drei. Punkt. Dann ging er.",
        "Das ist Punkt drei, de facto.",
        "Punkt eins und Punkt zwei sind klar.",
        "Er hat minus drei Euro auf dem Konto.",
        "Die Straße hat drei Spuren.",
        "Der Weg liegt zwischen zwei Häusern.",
        "Im Lindenweg wohnt sie mit drei Kindern.",
        "Im Garten drei Bäume gepflanzt.",
        "Am Markt zwei Stände gesehen.",
        "Am Anger drei Bäume gepflanzt.",
        "Sie wohnt Lindenweg zwöf bei ihm, um drei.",
        "kreuzstraße zwei euro gefunden sagt er",
        "am arbeitsplatz drei kollegen getroffen sagt er",
        "in der hauptstraße zwei kinder gesehen sagt sie",
        "auf dem weg drei leute getroffen sagt sie",
        "am marktplatz drei leute getroffen sagt sie",
        "Er hat Arbeitsweg zwei Stunden und Heimweg zwei bis drei Stunden.",
        "Der Schulweg zwei Komma fünf Kilometer, Fußweg zwanzig Minuten.",
        "Am Stellplatz zwei Autos, am Spielplatz zwei kleine Hunde.",
        "Am Kirchplatz drei Kinder gesehen.",
        "In der Ludwigstraße vier Unfälle in der Woche.",
        "Auf der Alten Mainzer Straße vier Unfälle in der Woche.",
        "in der ludwigstraße vier Autos gesehen",
        "Vom Bahnhof zehn\nMinuten bis zum Bauhof zwei Euro.",
    ],
)
def test_what_looks_like_a_spoken_address(row: str) -> None:
    assert marked(DictatedAddress, row) == row


@pytest.mark.parametrize(
    "address",
    [
        "max punkt\nmuster at web punkt de",
        "max punkt muster at web\npunkt de",
        "Lindenweg zwölf\na",
        "Lange\nGasse dreiundzwanzig",
    ],
)
def test_an_address_over_two_lines_is_not_left_whole(address: str) -> None:
    assert address not in strip(f"Sie wohnt oder schreibt: {address} und bleibt.")


@pytest.mark.parametrize("address", ["Lindenweg zwölf", "max punkt muster at web punkt de", "Lange Gasse dreißig"])
def test_an_address_goes_whole(address: str) -> None:
    assert uncovered(f"Sie wohnt oder schreibt: {address} und bleibt.", address) == []
