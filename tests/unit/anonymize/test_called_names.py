"""What somebody is called is a name, and a verb of naming alone makes none."""

import pytest

from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.called_names import CalledNames
from caseboard.anonymize.vocabulary import vocabulary
from tests.unit.anonymize.covering import uncovered
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


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Wir nennen ihn Happy, das stammt von ihm.", "Happy"),
        ("Alle rufen ihn Papa Tam-Tam.", "Papa Tam-Tam"),
        ("Den seine Landsleute, weil er trommelt, Papa Tam-Tam rufen, kennen alle.", "Papa Tam-Tam"),
        ("Im Haus ist sie „die Mami Rosl“.", "Mami Rosl"),
        ("Sie heißt hier nur Tante Trudi.", "Tante Trudi"),
        ("Wir nennen sie alle Oma Kätzchen.", "Oma Kätzchen"),
    ],
)
def test_what_somebody_is_called_is_no_matter_of_weighing(raw: str, name: str) -> None:
    assert uncovered(raw, name) == []


@pytest.mark.parametrize(
    "raw",
    [
        "Bitte nennen Sie Gründe, warum.",
        "Er nennt sie Lügnerin, immer.",
        "„Mama kommt“, sagte sie.",
        "Tante Post ruft an.",
    ],
)
def test_no_nickname(raw: str) -> None:
    assert not any(" " in found for found in surfaces(CalledNames, raw))
    assert "named-so" not in [
        c for r in CalledNames().finds(Document(raw, vocabulary())) for c in r.recognition_metadata["evidence"]
    ]
