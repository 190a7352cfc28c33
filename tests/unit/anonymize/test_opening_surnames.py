"""Surnames that are words, at the beginning of a paragraph and where two share an office."""

import pytest

from caseboard.anonymize.recognizers.opening_surnames import OpeningSurnames
from tests.unit.anonymize.recognised import surfaces


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("Weiss hat seit Ostern wieder einen Führerschein.", ["Weiss"]),
        ("Der Bescheid liegt vor.\nLang wohnt seit Mai dort.", ["Lang"]),
        ("Klein will heute nicht kommen.", ["Klein"]),
        ("Wechsel der Zuständigkeit (bisher Höhn/Sauerteig, wechselnd)", ["Höhn", "Sauerteig"]),
        ("zuständig: Krawczyk/Berger.", ["Krawczyk", "Berger"]),
    ],
)
def test_a_surname_goes(raw: str, names: list[str]) -> None:
    assert surfaces(OpeningSurnames, raw) == names


@pytest.mark.parametrize(
    "raw",
    [
        "Lang hat er gewartet.",
        "Neu kommt noch hinzu, dass er zahlt.",
        "Schwer war es für alle.",
        "Klein wollte sie nicht beigeben.",
        "Arbeit hat sie keine.",
        "bisher Vollzeit/Teilzeit, jetzt Minijob",
        "zuständig Leistung/Vermittlung",
        "früher Lager/Versand, zuletzt Küche/Service",
        "früher Augsburg/Passau.",
        "früher Maurer/Maler.",
    ],
)
def test_other_words_stay(raw: str) -> None:
    assert surfaces(OpeningSurnames, raw) == []
