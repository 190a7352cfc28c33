"""Predicates, comparisons, numbers and seasons that are words, although somebody in the text is called so."""

import pytest

from caseboard.anonymize import strip_fields


def _hidden(raw: str, word: str) -> int:
    """How often a word goes beside its introduction with a title."""
    text = f"Termin mit Frau {word} am Montag. {raw}"
    found = strip_fields({"text": text}).finds
    return sum(word.casefold() in text[f.start : f.end].casefold() for f in found) - 1


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("Reich wird hier keiner, höchstens müde.", "Reich"),
        ("Reich ist dort nur einer geworden, der Chef.", "Reich"),
        ("Reich ist da keiner geworden.", "Reich"),
        ("Kühn war daran gar nichts: Er hat nur unterschrieben.", "Kühn"),
        ("Heilig ist ihr das Examen.", "Heilig"),
        ("Sauer wurde darüber erst der Streetworker, dann die Schule.", "Sauer"),
        ("Still wurde es. Dann ging sie.", "Still"),
        ("Der Sohn möchte Hafner werden, wegen der Öfen.", "Hafner"),
        ("Er hat gesagt, dass er Bauer bleiben will.", "Bauer"),
        ("Er war sein Leben lang Senn und ist jetzt krank.", "Senn"),
        ("Er ist gelernter Gerber, arbeitet aber als Fahrer.", "Gerber"),
        ("Er ist Kürschner und nicht etwa Gerber, sagt er.", "Gerber"),
        ("Dienstbezeichnung ebenfalls Amtmann, bitte nicht verwechseln.", "Amtmann"),
        ("Die Wohnung ist zu klein, der Betrag für das Haus auch.", "Klein"),
        ("Der Kollege im Amt war selten fröhlich, sagt die Leitung.", "Fröhlich"),
        ("Zum Hof gehören 2,1 ha Wald und ein Stadel.", "Wald"),
        ("Vor dem Haus stehen zwei Weiden und ein Zaun.", "Weiden"),
        ("Sie fängt nicht vor Sommer an.", "Winter"),
        ("Umzug erst nach Sommer, vorher keine Wohnung.", "Sommer"),
        ("Im Hof steht eine alte Linde mit Bank.", "Linde"),
        ("„A Bauer bin i bloß noch am Klingelschild.“", "Bauer"),
        ("Jeder ist seines Glückes Schmied, sagt die Fachkraft.", "Schmied"),
        ("Er hat uns alles auf Heller und Pfennig vorgelegt.", "Heller"),
        ("Und wo Rauch ist, da war auch Feuer.", "Rauch"),
        ("„Der Steiger kommt“, singt der Nachbar.", "Steiger"),
    ],
)
def test_the_word_stays(raw: str, word: str) -> None:
    assert _hidden(raw, word) <= 0


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("Reich war einer der Ruhigen in der Gruppe.", "Reich"),
        ("Reich ist heute krank gemeldet.", "Reich"),
        ("Kühn war nichts anzumerken.", "Kühn"),
        ("Sauer wurde nichts gesagt.", "Sauer"),
        ("Sauer wurde der Bescheid zugesandt.", "Sauer"),
        ("Ich warte, dass Hafner kommt.", "Hafner"),
        ("Nicht etwa Gerber hat angerufen, sondern die Tochter.", "Gerber"),
        ("Der Antrag von Wald fehlt noch.", "Wald"),
        ("Dort wohnt eine gewisse Linde mit ihrem Sohn.", "Linde"),
        ("Schmied kommt morgen wieder.", "Schmied"),
        ("Steiger kommt am Montag.", "Steiger"),
        ("Der Brief von Rauch ist da.", "Rauch"),
    ],
)
def test_the_person_goes(raw: str, word: str) -> None:
    assert _hidden(raw, word) == 1
