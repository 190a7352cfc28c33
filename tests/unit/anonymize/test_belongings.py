"""What somebody has, how somebody is and where somebody works goes back to the sentence; the name goes."""

import pytest

from caseboard.anonymize import strip, strip_fields

STAYS = [
    ("Herr Tesfay war da. Wir prüfen Herrn Tesfays Angaben noch.", "Angaben"),
    ("Zaki Norzai war da. Zakis Berufsausbildungsbeihilfe ruht seit Oktober.", "Berufsausbildungsbeihilfe"),
    ("Mehrbedarf ist ok. Fr. Özdemir stark verschnupft, aber freundlich.", "stark"),
    ("Anwesend: Frau Dr. Nüßlein v. Ärztlichen Dienst, Herr Kern.", "Ärztlichen Dienst"),
    ("An das Jobcenter Bayreuth Land geschickt.", "Jobcenter"),
    ("[26.08.24, 06:12] Kunde: Geld noch nicht da, bitte hilf mir.", "Geld"),
    ("An:\n\nF R I S T L O S E   K Ü N D I G U N G\n", "F R I S T L O S E   K Ü N D I G U N G"),
    ("Frau Ruhe kam. Die Tochter drängt auf Ruhe. Empfohlen wird Geduld.", "auf Ruhe."),
]


@pytest.mark.parametrize(("raw", "word"), STAYS)
def test_the_word_stays(raw: str, word: str) -> None:
    assert word in strip(raw)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Klaus Kranz kommt morgen mit dem Vertrag.", "Klaus Kranz"),
        ("Termin mit Agnes Wagner am Montag.", "Agnes Wagner"),
        ("Frau Lukas Bauer hat angerufen.", "Lukas Bauer"),
        ("Herr Georg von Rotenhan hat geschrieben.", "Georg von Rotenhan"),
        ("Frau Dr. Clara v. Prittwald ist da.", "Clara v. Prittwald"),
        ("Ich buchstabiere: H O N T S C H A R.", "H O N T S C H A R"),
        ("[26.08.24, 06:12] Kunde: Hier ist Sunday Nwachukwu.", "Sunday Nwachukwu"),
    ],
)
def test_the_whole_name_goes(raw: str, name: str) -> None:
    found = strip_fields({"text": raw}).finds
    assert any(name in raw[f.start : f.end] for f in found)
