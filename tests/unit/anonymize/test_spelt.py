"""Names spelt letter by letter or by the alphabet of the telephone; beside them letters that spell nobody."""

import pytest

from caseboard.anonymize import strip
from caseboard.anonymize.document import Document
from caseboard.anonymize.recognizers.base import SAFE
from caseboard.anonymize.recognizers.spelt import Spelt
from caseboard.anonymize.vocabulary import vocabulary
from tests.unit.anonymize.recognised import outermost, surfaces


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Ich buchstabiere: Berta Richard Emil, das war es.", "Berta Richard Emil"),
        ("Er buchstabiert Wiesinger Walter Komma und weiter.", "Wiesinger Walter"),
        ("Sie buchstabierte W I E S Punkt Neue Zeile.", "W I E S"),
        ("Sie heißt B-R-E-Z-I-N-A.", "B-R-E-Z-I-N-A"),
        ("Sie heißt B-R-E-T-Z-I-N-A.", "B-R-E-T-Z-I-N-A"),
        ("Sie heißt B R E Z I N A und mehr.", "B R E Z I N A"),
        ("Sie heißt B. R. E. Z. mit Namen.", "B. R. E. Z"),
        ("Sie heißt B – R – E – Z mit Namen.", "B – R – E – Z"),
        ("Sie heißt B R E Z I N A   K O C H dort.", "B R E Z I N A   K O C H"),
        ("Er heißt R wie Richard, E wie Emil und H wie Heinrich.", "R wie Richard, E wie Emil und H wie Heinrich"),
        ("Am Anfang steht U wie Ulrich.", "U wie Ulrich"),
        ("Nachname Ludwig Anton Gustav Emil.", "Ludwig Anton Gustav Emil"),
        ("Nachname Ludwig, Anton, Gustav, Emil.", "Ludwig, Anton, Gustav, Emil"),
        ("Nachname Ludwig-Anton-Gustav-Emil.", "Ludwig-Anton-Gustav-Emil"),
        ("nachname ludwig anton gustav emil", "ludwig anton gustav emil"),
        ("Nachname Papa Romeo India Mike.", "Papa Romeo India Mike"),
        ("Nachname Leipzig Aachen Goslar Essen.", "Leipzig Aachen Goslar Essen"),
    ],
)
def test_spelt_names(raw: str, name: str) -> None:
    assert outermost(surfaces(Spelt, raw)) == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Er kann nicht buchstabieren und nicht rechnen.",
        "er buchstabiert langsam weiter",
        "Anton, Berta und Emil kommen.",  # three friends
        "Anton Berta Dora kommen.",
        "Anton kommt. Berta geht. Dora bleibt. Emil auch.",
        "Die Gruppe A-B-C ist voll.",
        "Die A-B-C-D-Regel hilft.",
        "Er sagt A und B und C und D.",
        "Vitamin A, B, C, D.",
        "Er sagt a-b-c-d.",
        "Die Klasse A1-B2-C3-D4.",
        "Es ist wie Berta sagt.",
    ],
)
def test_letters_that_spell_nobody(raw: str) -> None:
    assert surfaces(Spelt, raw) == []


@pytest.mark.parametrize(
    ("raw", "passage", "code"),
    [
        ("Man sagt es mit weichem B wie Berta.", "B wie Berta", "safe:sound"),
        ("Man sagt es mit hartem T wie Theodor.", "T wie Theodor", "safe:sound"),
        ("F R I S T L O S E   K Ü N D I G U N G", "F R I S T L O S E   K Ü N D I G U N G", "safe:heading"),
        ("A N T R A G", "A N T R A G", "safe:heading"),
    ],
)
def test_how_it_sounds_and_what_is_spaced_is_protected(raw: str, passage: str, code: str) -> None:
    (result,) = Spelt().finds(Document(raw, vocabulary()))

    assert result.entity_type == SAFE
    assert raw[result.start : result.end] == passage
    assert result.recognition_metadata["evidence"] == (code,)


@pytest.mark.parametrize("raw", ["Sie heißt B-R-E\nZ-I-N-A.", "Nachname Ludwig Anton\nGustav Emil."])
def test_over_a_line_the_whole_reading_finds_the_rest(raw: str) -> None:
    assert {"B-R-E", "Z-I-N-A", "Ludwig", "Anton", "Gustav", "Emil"}.isdisjoint(strip(raw).replace(".", "").split())
