"""Who is called after a child, and who bears a shortened Mohammed before the name."""

import pytest

from caseboard.anonymize.recognizers.kunyas import Kunyas
from tests.unit.anonymize.recognised import surfaces


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Die Nachbarin, alle sagen Um Karrar, war dabei.", "Um Karrar"),
        ("Bei Umm Ali liegt der Schlüssel.", "Umm Ali"),
        ("Sie heißt Oum Yasmine im Haus.", "Oum Yasmine"),
        ("Der Laden von Abu Yazan hat zu.", "Abu Yazan"),
        ("Abo Hassan kommt morgen.", "Abo Hassan"),
        ("Termin mit Mhd. Ghiath", "Mhd. Ghiath"),
        ("Md. Rahman bringt die Papiere.", "Md. Rahman"),
        ("Anruf von mhd. ghiath, kommt morgen.", "mhd. ghiath"),
        ("Brief an Muh. Yusuf.", "Muh. Yusuf"),
        ("mhd. ghiath alhamwi kommt morgen mit seinem bruder zum termin", "mhd. ghiath alhamwi"),
    ],
)
def test_the_whole_name_goes(raw: str, name: str) -> None:
    assert surfaces(Kunyas, raw) == [name]


@pytest.mark.parametrize(
    "raw",
    [
        "Um Anmeldung wird gebeten. Um Rückruf wird gebeten.",
        "Er flog über Abu Dhabi.",
        "Um Wohnung und Möbel kümmert er sich.",
        "um acht uhr kommt der hausmeister und bringt die schlüssel mit",
        "MHD 12.03.2026 abgelaufen.",
    ],
)
def test_small_words_places_and_dates_stay(raw: str) -> None:
    assert surfaces(Kunyas, raw) == []
