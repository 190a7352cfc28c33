"""Words nobody knows, and what only looks so: cut short, dialect, seldom compounds; and names among things."""

import pytest

from caseboard.anonymize import strip
from caseboard.anonymize.recognizers.unknown_words import UnknownWords
from tests.unit.anonymize.recognised import surfaces


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("Das war Bluppidu.", "Bluppidu"),
        ("Urkunde auf Mbuyi wa Kalonji liegt vor.", "wa Kalonji"),
        ("Der Vater Ghidey. Er fehlt.", "Ghidey"),
    ],
)
def test_unknown_words_are_suspicious(raw: str, word: str) -> None:
    assert word in surfaces(UnknownWords, raw)


@pytest.mark.parametrize(
    "raw",
    [
        "Post an alte Anschr. Es fehlt ein Nachw. Der Bescheid kommt.",
        "Polnisch Mutterspr. Rückford. offen.",
        "Die Leut sagen, er wär gfahrn und habs net gwusst.",
        "Kein Warmwasser, früher Gerüstbau.",
        "Er hat Hypertonie und nutzt Viber.",
    ],
)
def test_cut_short_dialect_and_seldom_words_stay(raw: str) -> None:
    assert surfaces(UnknownWords, raw) == []


@pytest.mark.parametrize(
    ("raw", "thing"),
    [
        ("Frau Stein kommt. Er schwört Stein und Bein.", "Stein und Bein"),
        ("Frau Reh kommt. Reh hatte er keine.", "Reh hatte er keine"),
        ("Herr Funk war da. Ohne Funk keine Kita.", "Ohne Funk"),
        ("Herr Mut hilft. Dafür braucht es Mut, viel.", "braucht es Mut"),
        ("Herr Bauer will Bauer werden.", "will Bauer werden"),
    ],
)
def test_things_beside_people_of_that_name_stay(raw: str, thing: str) -> None:
    assert thing in strip(raw)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Frau Stein kommt. Stein sagt ab.", "Stein"),
        ("Herr Funk war da. Der Termin mit Funk bleibt.", "Funk"),
        ("Frau Herbst war da. Herbsts Antrag fehlt.", "Herbst"),
    ],
)
def test_people_stay_masked_in_the_rest_of_the_text(raw: str, name: str) -> None:
    assert name not in strip(raw)
