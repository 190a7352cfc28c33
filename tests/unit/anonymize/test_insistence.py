"""A word that is somebody's name elsewhere in the text is the name where the sentence speaks of a person."""

import pytest

from caseboard.anonymize import strip


@pytest.mark.parametrize(
    ("named", "sentence"),
    [
        ("Korbinian Meiler, 60, ist Steinmetz.", "Den Rest siehst du, und den Meiler kriegst du."),
        ("Herr Bach hat angerufen.", "Bitte fragen Sie den Bach vom Getränkemarkt."),
        ("Herr Harald Sonntag ist 59.", "Er zahlt nicht. Sonntags Wagen ist abgemeldet."),
        ("Herr Weniger schuldet ihm den Lohn.", "Bitte den Übergang an Weniger anzeigen, mit Einschreiben."),
        ("Frau Ilse Winter wohnt dort.", "Er zog ein. Winter, seine Nachbarin, war dagegen."),
        ("Jens Sommer ist der Vermieter.", "Kein böses Blut: Die Sommers haben nie Miete genommen."),
        ("Frau Pfennig macht das.", "Bitte warten. Die Pfennig könnt ihr jederzeit anrufen, die beißt nicht."),
        ("Herr Herbst soll kommen.", "Er wartet schon. Herbst, du zahlst."),
        ("Fr. Kleinschmidt ruft an.", "Bitte Kleinschm. zurückrufen, sie wartet."),
    ],
)
def test_the_person_is_meant(named: str, sentence: str) -> None:
    name = next(
        word
        for word in ("Meiler", "Bach", "Sonntag", "Weniger", "Winter", "Sommer", "Pfennig", "Herbst", "Kleinschm")
        if word in named
    )

    assert name not in strip(f"{named} {sentence}")


@pytest.mark.parametrize(
    ("named", "sentence", "word"),
    [
        ("Korbinian Meiler, 60, ist Steinmetz.", "Im Wald steht noch der Meiler seines Vaters.", "der Meiler"),
        ("Herr Bach hat angerufen.", "Das Wasser kam aus dem Keller; der Bach geht hinter dem Haus.", "der Bach geht"),
        ("Herr Harald Sonntag ist 59.", "Sie fährt an jedem Sonntag zu ihrer Mutter.", "jedem Sonntag"),
        ("Herr Weniger schuldet ihm den Lohn.", "Er hat weniger bekommen, weil sie fehlte.", "weniger bekommen"),
        ("Herr Kranz sagt ab.", "Auf dem Grab lag ein Kranz aus Zweigen.", "ein Kranz aus Zweigen"),
        ("Herr Park ruft an.", "Die Parks bleiben im Winter zu.", "Die Parks bleiben"),
        ("Frau Anders wohnt hier.", "Sie wollte etwas Anderes. Anders gesagt: nein.", "Anders gesagt"),
    ],
)
def test_the_word_is_meant(named: str, sentence: str, word: str) -> None:
    assert word in strip(f"{named} {sentence}")


def test_the_second_child_in_small_letters_is_named_too() -> None:
    raw = "war heute da, ohne termin, mit den kids emirhan und nehir. ist seit juni im frauenhaus und sucht wohnung"

    assert "nehir" not in strip(raw)


def test_a_pair_that_no_dictionary_has_belongs_to_the_name() -> None:
    assert "Erdene" not in strip("Papa heißt anders als wir, Dorj Bat-Erdene, bei uns ist das so.")
