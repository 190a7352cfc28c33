"""Somebody whose name is a word is masked again where only people can stand, and the word stays where it is one."""

import pytest

from caseboard.anonymize import strip


@pytest.mark.parametrize(
    ("named", "sentence", "name"),
    [
        ("Anwesend: Hafner (TL), Lohmeier, Schwarz", "TOP 2\nSchwarz regt eine zweite Meinung an.", "Schwarz"),
        ("Frau Gerber rief zurück.", "Gerber und ich haben telefoniert.", "Gerber"),
        ("Frau Gerber rief zurück.", "Danach gehen ich und Gerber gemeinsam hin.", "Gerber"),
        ("Herr Voll fehlte heute.", "Voll z. K. weitergeleitet.", "Voll"),
        ("Herr Bauer kam um neun.", "Idee Bauer: Raten vereinbaren.", "Bauer"),
        ("Herr Bauer kam um neun.", "Anruf Bauer 14:00, keiner da.", "Bauer"),
        ("Frau Lang kam mit Herrn Klein.", "Lang vertritt Klein.", "Klein"),
        ("Petra Winter und Jens Sommer waren da.", "Sommer regt eine Pause an.", "Sommer"),
        ("Herr Stein kam pünktlich.", "Frage Stein: wann geht es los?", "Stein"),
        ("frau sommer war da, die wohnung ist kalt.", "die sommer ist schwierig im umgang.", "sommer"),
        ("Frau Gerber rief zurück.", "Die Gerber hat nichts unterschrieben.", "Gerber"),
    ],
)
def test_somebody_who_acts_is_masked_again(named: str, sentence: str, name: str) -> None:
    assert name not in strip(f"{named}\n{sentence}")


@pytest.mark.parametrize(
    ("named", "stays"),
    [
        ("Frau Sommer war da.", "Der Sommer war heiß."),
        ("Frau Sommer war da.", "Die Sommer waren heiß."),
        ("frau sommer war da, die wohnung ist kalt.", "im sommer ist es besser."),
        ("Herr Winter kam.", "Die Winter hat er immer im Süden verbracht."),
        ("Herr Winter kam.", "Durch die Winter kam er gut."),
        ("Frau Schwarz ruft an.", "Schwarz auf Weiß steht es da."),
        ("Herr Koch kam.", "Sein Bruder ist Koch und ich bin Maler."),
        ("Herr Koch kam.", "Koch: 38 Stunden in der Woche."),
        ("Frau Wein kam.", "Kein Bier, kein Wein und ich bleibe dabei."),
        ("Frau Klein kam.", "Klein anfangen, dann sehen wir weiter."),
        ("Frau Recht kam.", "Sie hat Recht und ich nicht."),
        ("Herr Kraft rief an.", "Kraft gibt ihr die Tochter."),
        ("Herr Stark kam.", "Er ist stark belastet."),
        ("Herr Gut kam.", "Gut findet sie das nicht."),
    ],
)
def test_the_word_stays_where_it_is_one(named: str, stays: str) -> None:
    assert stays in strip(f"{named} {stays}")
