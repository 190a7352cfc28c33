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
        ("Er buchstabiert Wiesinger. Morgen kommt sie.", "Wiesinger"),
        ("Er buchstabiert Wiesinger Walter. Danach ging er.", "Wiesinger Walter"),
        ("Er buchstabiert Koch. Das Amt notiert es.", "Koch"),
        ("Er buchstabiert Dr. Wiesinger. Frau Kern schreibt.", "Dr. Wiesinger"),
        ("Er buchstabiert E. Wiesinger. Frau Kern schreibt.", "E. Wiesinger"),
        ("Sie buchstabiert: Berta. Richard. Emil. Danach ist Ruhe.", "Berta. Richard. Emil"),
        ("Sie buchstabiert: B. R. E. Das Amt notiert es.", "B. R. E"),
        ("Sie buchstabiert: B R E Z. Morgen mehr.", "B R E Z"),
        ("Sie buchstabiert Brezina. Anton wartet.", "Brezina"),
        ("Sie heißt B-R-E-Z-I-N-A.", "B-R-E-Z-I-N-A"),
        ("Sie heißt B-R-E-T-Z-I-N-A.", "B-R-E-T-Z-I-N-A"),
        ("Sie heißt B R E Z I N A und mehr.", "B R E Z I N A"),
        ("Sie heißt B. R. E. Z. mit Namen.", "B. R. E. Z"),
        ("Sie heißt B – R – E – Z mit Namen.", "B – R – E – Z"),
        ("Sie heißt B R E Z I N A   K O C H dort.", "B R E Z I N A   K O C H"),
        ("Sie heißt A D A M und mehr.", "A D A M"),
        ("Sie heißt B E R T.", "B E R T"),
        ("A N T R A G   B R E Z I N A", "A N T R A G   B R E Z I N A"),
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
        "Er buchstabiert Tische. Morgen kommt sie.",  # what children spell
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
        ("A N T R A G   A U F", "A N T R A G   A U F", "safe:heading"),
        ("Z U R   V O R L A G E", "Z U R   V O R L A G E", "safe:heading"),
        ("W I D E R S P R U C H  G E G E N  D E N", "W I D E R S P R U C H  G E G E N  D E N", "safe:heading"),
        ("E I L T", "E I L T", "safe:heading"),
        ("Die Sorten A B C D sind da.", "A B C D", "safe:heading"),
        ("Er buchstabiert A B C D. Morgen geht es weiter.", "A B C D", "safe:heading"),
        ("Die Klassen B C D E fehlen ihm.", "B C D E", "safe:heading"),
        ("Gebäude E-F-H-I bleiben zu.", "E-F-H-I", "safe:heading"),
        ("Die Lösung ist A C B D laut Heft.", "A C B D", "safe:heading"),
        ("Selbstlaute sind A E I O U.", "A E I O U", "safe:heading"),
        ("Das Feld X X X X bleibt leer.", "X X X X", "safe:heading"),
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
