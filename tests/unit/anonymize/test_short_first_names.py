"""First names of one syllable behind a relative, and surnames to which dialect gives an ending."""

import pytest

from caseboard.anonymize import strip
from caseboard.anonymize.recognizers.kinship import Kinship
from tests.unit.anonymize.covering import uncovered
from tests.unit.anonymize.recognised import surfaces


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Die Tochter My besucht die Kita.", "My"),
        ("Ihr Sohn Bo ist krank.", "Bo"),
        ("Schwester Vy (17) wohnt auch dort.", "Vy"),
        ("Tante Su, die oft hilft, war dabei.", "Su"),
        ("Opa Jo passt auf.", "Jo"),
        ("Tochter Mi, drei Jahre alt", "Mi"),
    ],
)
def test_a_short_first_name_goes(raw: str, name: str) -> None:
    assert surfaces(Kinship, raw) == [name]


@pytest.mark.parametrize(
    "raw",
    ["Mutter Mi 14 Uhr, Vater Mo 9.30", "Schwester Mi. 3.4.", "Vater Mo vorsprechen lassen", "Mutter Na ja gesagt"],
)
def test_days_and_cries_stay(raw: str) -> None:
    assert surfaces(Kinship, raw) == []


@pytest.mark.parametrize("raw", ["Jan kommt heute mit.", "Wir haben Jan gefragt.", "Der kleine Jan wohnt bei der Oma."])
def test_somebody_may_be_called_like_a_month(raw: str) -> None:
    assert uncovered(raw, "Jan") == []


@pytest.mark.parametrize("raw", ["Ab Jan läuft der Antrag.", "Im August ist Pause.", "Jan, Feb, Mrz offen"])
def test_a_month_stays(raw: str) -> None:
    assert strip(raw) == raw


def test_a_surname_with_an_ending_of_dialect_goes_with_its_owner() -> None:
    raw = "Zeugin ist die Ernestine Fuchs, die stand daneben und die Fuchsin lügt nicht."

    assert uncovered(raw, "Fuchsin") == []


def test_an_occupation_stays_beside_a_surname_of_that_kind() -> None:
    raw = "Herr Gärtner kam mit seiner Frau. Dort arbeitet auch die Gärtnerin der Stadt."

    assert uncovered(raw, "Gärtnerin") == ["Gärtnerin"]


@pytest.mark.parametrize("raw", ["Sie wohnt mit Uwe; Lebensgefährte U. hilft.", "Tochter U. ist da."])
def test_an_initial_behind_a_relative_is_somebody(raw: str) -> None:
    assert " U." not in strip(raw)


def test_a_shortened_and_is_nobody() -> None:
    assert strip("Mutter u. Vater sind da.") == "Mutter u. Vater sind da."
