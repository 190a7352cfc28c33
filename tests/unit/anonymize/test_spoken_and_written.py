"""Numbers half spoken and half written, house numbers of every kind, towns as adjectives, and what only looks so."""

import pytest

from caseboard.anonymize import strip_fields
from tests.unit.anonymize.covering import kinds_over, uncovered


@pytest.mark.parametrize(
    ("before", "passage"),
    [
        ("Die Nummer ist", "0 85 03, neun eins vier vier"),
        ("Die Nummer ist", "null acht null sieben eins Pause vier vier zwo neun"),
        ("Aktenzeichen", "siebenvierzwo Strich null null acht Strich 23"),
        ("Die Nummer ist", "L-0093 / HSD / 24"),
        ("Er wohnt bei Verwandten in", "Oberndorf 12 ½"),
        ("Er wohnt bei Verwandten in", "Annathal 17"),
        ("Er wohnt bei Verwandten in", "Abensberger Str.41"),
        ("Er wohnt bei Verwandten in", "Dr. Dörfler Straße sechs b"),
        ("Er wohnt bei Verwandten in", "Straße des 17. Juni 135"),
        ("Er wohnt bei Verwandten in", "Hs.-Nr. 9a"),
    ],
)
def test_the_whole_of_it_is_hidden(before: str, passage: str) -> None:
    assert uncovered(f"{before} {passage}. Danke.", passage) == []


def test_a_moped_has_a_plate_of_its_own() -> None:
    assert kinds_over("Sie hat ein Moped (Kennzeichen 482 KLM).", "482 KLM") == {"ID"}
    assert kinds_over("Er kommt mit dem Roller (KLM 482).", "KLM 482") == {"ID"}
    assert kinds_over("Am Moped hängt 482 LÜN.", "482 LÜN") == {"ID"}
    assert kinds_over("Die Simson 731-KBR läuft wieder.", "731-KBR") == {"ID"}


@pytest.mark.parametrize("plate", ["PK 3381 BH", "AB-123-CD", "AA 1234 BB"])
def test_the_plate_of_another_country_goes_beside_the_car(plate: str) -> None:
    assert uncovered(f"Das Auto {plate} ist dort zugelassen.", plate) == []


@pytest.mark.parametrize(
    "raw",
    ["Der Wagen kostet EUR 900.", "Der Roller kostet 900 EUR.", "Ein Golf TDI 110 reicht.", "Mit dem Auto 1200 km."],
)
def test_what_is_said_of_a_car_is_no_plate(raw: str) -> None:
    assert "ID" not in {find.kind for find in strip_fields({"text": raw}).finds}


@pytest.mark.parametrize("word", ["Würzburger", "Augsburger", "Münchner", "Bamberger"])
def test_the_town_in_an_adjective_is_hidden(word: str) -> None:
    assert "PLACE" in kinds_over(f"Wir fragen die {word} Kollegin und rufen dann zurück.", word)


@pytest.mark.parametrize(
    ("raw", "passage"),
    [
        ("Er geht 12345 Schritte am Tag.", "12345 Schritte"),
        ("Das Auto hat 20000 Kilometer gelaufen.", "20000 Kilometer"),
        ("Siehe Seite 12345 im Bericht.", "12345"),
        ("Er isst einen Hamburger und ein paar Wiener.", "Hamburger und ein paar Wiener"),
        ("Honorar nach JVEG, Schutz nach AGG und AsylG.", "JVEG, Schutz nach AGG und AsylG"),
        ("Sie spricht Zazaki und übersetzt aus dem Tamilischen.", "Zazaki und übersetzt aus dem Tamilischen"),
        ("Für die Berufsschule im Blockunterricht braucht er ein Zimmer.", "Berufsschule im Blockunterricht"),
        ("Alles falsch, das sind zwei Wohngemeinschaften. Prüfung folgt.", "Wohngemeinschaften. Prüfung"),
        ("Wir sagen Kosten der Unterkunft, und keiner sagt etwas.", "Kosten der Unterkunft"),
        ("Es gibt multiple Hemmnisse; fragen Sie nach Identitätsnachweisen.", "multiple Hemmnisse"),
        ("Das regelt ein Berliner Testament.", "Berliner Testament"),
    ],
)
def test_what_only_looks_like_it_stays(raw: str, passage: str) -> None:
    assert kinds_over(raw, passage) == set()
