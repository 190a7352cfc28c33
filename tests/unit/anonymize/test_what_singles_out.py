"""Events, rare work, family shapes, states of health and origins that few people share."""

import pytest

from caseboard.anonymize.recognizers.event import Event
from caseboard.anonymize.recognizers.family import Family
from caseboard.anonymize.recognizers.health import Health
from caseboard.anonymize.recognizers.job import Job
from caseboard.anonymize.recognizers.origin import Origin
from tests.unit.anonymize.recognised import surfaces


@pytest.mark.parametrize(
    "raw",
    [
        "Der Großbrand in der Mühle traf ihn.",
        "Das stand in allen Zeitungen.",
        "Die Großmutter wurde aus dem Ort deportiert.",
        "Nach dem Sturz vom Gerüst am Dom lag er lange.",
        "Der Anschlag auf seinen Schulbus verfolgt ihn.",
        "Er hat als Einziger seines Bootes überlebt.",
        "Sie kam über das Sonderkontingent 2015.",
        "Er hat den E-Sport-Titel geholt.",
        "Die Rangelei an der Haltestelle ist vorbei.",
    ],
)
def test_events(raw: str) -> None:
    assert surfaces(Event, raw)


@pytest.mark.parametrize(
    "raw", ["Er hat einen Bandscheibenvorfall.", "Sie hatte eine Panikattacke.", "Der Antrag liegt vor.", "Sonnenbrand"]
)
def test_everyday_events_stay(raw: str) -> None:
    assert surfaces(Event, raw) == []


@pytest.mark.parametrize(
    ("raw", "job"),
    [
        ("Er war Orgelbauer in der Stadt.", "Orgelbauer"),
        ("Sie war Rundfunksprecherin in Lagos.", "Rundfunksprecherin"),
        ("Er ist Schäfer, ohne Telefon.", "Schäfer"),
        ("Er war einst Thunfischer.", "Thunfischer"),
        ("Als letzter Büttner im Ort kennt ihn jeder.", "Büttner"),
    ],
)
def test_rare_work(raw: str, job: str) -> None:
    assert job in surfaces(Job, raw)


@pytest.mark.parametrize(
    "raw", ["Sie ist Verkäuferin.", "Er sucht als Koch.", "letzter Donnerstag im Oktober", "Er hat Schauspiel gern."]
)
def test_what_thousands_do_stays(raw: str) -> None:
    assert surfaces(Job, raw) == []


@pytest.mark.parametrize(
    "raw",
    ["Sie hat fünf Kinder.", "Zwillinge, acht Monate", "Sie erwartet ihr siebtes Kind.", "mutter von 5 ki, allein"],
)
def test_family_shapes(raw: str) -> None:
    assert surfaces(Family, raw)


def test_a_family_shape_ends_with_its_noun() -> None:
    assert surfaces(Family, "Sie ist alleinerziehend mit zwei kleinen Söhnen.") == [
        "alleinerziehend mit zwei kleinen Söhnen"
    ]
    assert surfaces(Family, "Er lebt allein mit drei großen Hunden.") == ["allein mit drei"]


@pytest.mark.parametrize("raw", ["Sie hat zwei Kinder.", "Das erste Kind kam früh.", "Er ist ledig."])
def test_ordinary_families_stay(raw: str) -> None:
    assert surfaces(Family, raw) == []


@pytest.mark.parametrize(
    "raw",
    [
        "Z. n. Lebertransplantation",
        "wegen Heimdialyse",
        "Sie ist im fünften Monat schwanger.",
        "Er hat einen Hirnstammtumor.",
        "Granatsplitter im Rücken",
        "Morbus Fabry ist gesichert",
    ],
)
def test_states_of_health(raw: str) -> None:
    assert surfaces(Health, raw)


@pytest.mark.parametrize(
    "raw", ["Sie hat Rückenschmerzen.", "Eine Depression steht im Raum.", "im fünften Monat der Maßnahme"]
)
def test_groups_of_diagnoses_stay(raw: str) -> None:
    assert surfaces(Health, raw) == []


@pytest.mark.parametrize(
    "raw", ["Sie ist Kosovarin.", "Er kommt aus Eritrea.", "Stoyanova, bulg., ledig", "(Bras., Studentin)"]
)
def test_origins(raw: str) -> None:
    assert surfaces(Origin, raw)


@pytest.mark.parametrize("raw", ["Sie spricht Türkisch und Arabisch.", "Sie isst gern griechisches Restaurant-Essen."])
def test_languages_and_things_stay(raw: str) -> None:
    assert surfaces(Origin, raw) == []
