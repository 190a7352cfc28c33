"""What somebody is called is a name, and a verb of naming alone makes none."""

import pytest

from caseboard.anonymize.recognizers.called_names import CalledNames
from tests.unit.anonymize.recognised import surfaces


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Ein Schreiner, ich nenne ihn Winter, der lange blieb.", "Winter"),
        ("Alle nennen sie Floh.", "Floh"),
        ("Nr. 4 (wir sagen Dari) kommt später.", "Dari"),
        ("Er nennt sich Falke, wenn er spielt.", "Falke"),
        ("Mai, so heißt die Tochter, hat alles notiert.", "Mai"),
        ("Das Kind wird Spatz genannt.", "Spatz"),
        ("Die Kollegen rufen ihn „Bär“, das mag er.", "Bär"),
    ],
)
def test_whoever_is_called_something(raw: str, name: str) -> None:
    assert surfaces(CalledNames, raw) == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Er nennt sie nie beim Namen.",
        "Die Leistung wird Kosten verursachen.",
        "Das wird Winter, bis alles fertig ist.",
        "Sie nennt ihn Vater, obwohl er es nicht ist.",
        "Er rief sie Montag an.",
        "Sie ruft ihn Abend für Abend an.",
    ],
)
def test_other_sentences_with_the_same_verbs(raw: str) -> None:
    assert surfaces(CalledNames, raw) == []
