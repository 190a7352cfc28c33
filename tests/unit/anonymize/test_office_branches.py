"""Branches of offices stay, and what is called by a name of its own beside them goes."""

import pytest

from caseboard.anonymize import strip, strip_fields

STAY = [
    "Wir haben den Fachdienst Recht gefragt.",
    "Die Fachstelle Wohnen ist informiert.",
    "Antrag an die Stelle Bildung und Teilhabe.",
    "Die Fachstelle Wohnungssicherung hilft mit.",
    "Rückfrage beim Sachgebiet Unterhalt, Recht und Vollstreckung.",
    "Zuständig ist der Fachbereich Migration und Integration.",
    "Die Abteilung Soziale Hilfen prüft das noch.",
    "Seit der Kontrolle auf der A 3 ist der Schein weg.",
    "Die Werkstatt liegt an der B 299 hinter dem Kreisel.",
    "Die Muttersprache ist Kikuyu, Deutsch lernt sie.",
    "Es schreibt die Urkundsbeamtin der Geschäftsstelle.",
    "Beikonsum und Vermittlungshemmnisse wurden besprochen.",
    "Gestern war sunday und auch Arbeit.",
    "Er schreibt seit Jahren Programme in Perl und mag das.",
    "Ich sagte freundlich „Selam“, und die Tochter lachte.",
]


@pytest.mark.parametrize("raw", STAY)
def test_what_every_county_has_stays(raw: str) -> None:
    assert strip(raw) == raw


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Die Jugendberufsagentur Salzgitter lädt ein.", "Salzgitter"),
        ("Die Jugendhilfe Wohnen GmbH schreibt.", "Jugendhilfe Wohnen GmbH"),
        ("Er wohnt im Haus B 8, Whg. 3 bei Frau Perl.", "Perl"),
        ("Der Fachdienst Recht, Frau Asyl, hat geantwortet.", "Asyl"),
        ("Unfall auf der A 3 bei Passau.", "Passau"),
        ("Frau Selam sagte „Guten Tag“.", "Selam"),
        ("Er wohnt in Perl, Quirinusgasse 3.", "Perl"),
        ("Kind Irena Novak, Nachsorge bewilligt.", "Irena Novak"),
    ],
)
def test_the_name_beside_it_goes(raw: str, name: str) -> None:
    found = strip_fields({"text": raw}).finds
    assert any(name in raw[f.start : f.end] for f in found)
